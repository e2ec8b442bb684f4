/** What is known of a request that failed: errors say it, and ways out are chosen by it. */
import type { Tried } from '../http.ts';
import type { Repository } from '../names/reference.ts';
import type { Action } from './challenge.ts';
import type { Credential } from './credentials.ts';

/** One entry of a registry's error answer (distribution specification, "Error Codes"). */
export interface OciError {
  readonly code: string;
  readonly message: string;
}

/** A credential without its secret: errors are printed whole by whoever catches them last. */
type Who =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'basic' | 'identity'; readonly username: string; readonly from: string };

export const whoOf = (credential: Credential): Who =>
  credential.kind === 'anonymous'
    ? credential
    : { kind: credential.kind, username: credential.username, from: credential.from };

/** What is known about a request that failed. */
export interface Trouble {
  readonly method: string;
  readonly url: string;
  /** The method of the question that this request was needed for, where that is another one. */
  readonly during?: string;
  readonly repository: Repository;
  readonly action: Action;
  readonly who: Who;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly codes?: readonly OciError[];
  /** What happened instead of a right answer: `connection refused`, `the body has another digest`. */
  readonly what?: string;
  readonly temporary: boolean;
  /** Milliseconds that the registry asked to wait. */
  readonly retryAfter?: number;
  readonly tried?: Tried;
}
