import type { Tried } from '../http.ts';
import type { Repository } from '../names/reference.ts';
import type { Action } from './challenge.ts';
import type { Credential } from './credentials.ts';

export interface OciError {
  readonly code: string;
  readonly message: string;
}

/** Errors carry this in place of a credential, since whoever catches one may print it whole. */
type CredentialSource =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'basic' | 'identity'; readonly username: string; readonly from: string };

export const withoutSecret = (credential: Credential): CredentialSource =>
  credential.kind === 'anonymous'
    ? credential
    : { kind: credential.kind, username: credential.username, from: credential.from };

/** The words of a host that has no address. */
export const noSuchHost = 'found no such host';

export interface FailedRequest {
  readonly method: string;
  readonly url: string;
  /** Of a request for access: the method of the request that needed it. */
  readonly during?: string;
  readonly repository: Repository;
  readonly action: Action;
  readonly credential: CredentialSource;
  readonly status?: number;
  readonly codes?: readonly OciError[];
  /** The fault, in words that follow the request: `found no such host`, `sent a list that cannot be read`. */
  readonly what?: string;
  /** Whether the host gave no answer at all, or not the whole of one. */
  readonly unanswered?: boolean;
  readonly temporary: boolean;
  /** Milliseconds that the registry asked to wait. */
  readonly retryAfter?: number;
  readonly tried?: Tried;
}
