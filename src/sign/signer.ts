/** Signs statements, with a key or as the job that this is, and has a log or an authority witness when. */
import type { KeyObject } from 'node:crypto';
import type { Witness } from '@sigstore/sign';
import { Failure } from '../errors.ts';
import { type Budget, withRetries } from '../http.ts';
import { once } from '../once.ts';
import type { Clock, Fetch } from '../ports.ts';
import { certifiedSigner, identityOf, keySigner } from './certified-signer.ts';
import { fetchToken, type TokenSource } from './identity-token.ts';
import { keyName } from './key.ts';
import { listenTo, signFailure } from './service-answers.ts';
import type { Services } from './services.ts';
import { type Attestation, statementBytes, statementMediaType } from './statement.ts';

export type SignBy =
  /** On this machine alone: no service is contacted, and no log records it. */
  | { readonly kind: 'key'; readonly key: KeyObject }
  | { readonly kind: 'identity'; readonly token: TokenSource; readonly services: Services };

/** How long services are waited for. */
export interface Patience {
  /** Of all attempts for one statement. */
  readonly budget: Budget;
  /** Of one request, in milliseconds. */
  readonly timeout: number;
}

export const usualPatience: Patience = {
  budget: { attempts: 12, time: 120_000, first: 1000, longest: 20_000 },
  timeout: 20_000,
};

export interface SignedStatement {
  /** A Sigstore bundle of version 0.3, as JSON. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Who signed: the identity of the certificate, or `key sha256:…`. */
  readonly by: string;
}

/**
 * Signs an attestation, once for all repositories that have the image.
 *
 * @throws Failure where a service refused, or did not answer within the budget. From then on it tries once: what is away is
 * mostly away for all images.
 */
export type Sign = (attestation: Attestation) => Promise<SignedStatement>;

/** What a run signs with. */
export interface Signer {
  readonly sign: Sign;
  /** Absent where a certificate names the job. */
  readonly key?: KeyObject;
}

/** Loads the libraries once something is signed. */
export function openSigner(world: SigningWorld, by: SignBy, patience: Patience = usualPatience): Sign {
  const create = once(() => openCreator(world, by, patience));
  const signed = new WeakMap<Attestation, Promise<SignedStatement>>();
  return (attestation) => {
    const before = signed.get(attestation);
    if (before !== undefined) return before;
    const begun = create().then((work) => work(attestation));
    signed.set(attestation, begun);
    begun.catch(() => signed.delete(attestation));
    return begun;
  };
}

interface SigningWorld {
  readonly fetch: Fetch;
  readonly clock: Clock;
}

async function openCreator(world: SigningWorld, by: SignBy, patience: Patience): Promise<Sign> {
  const { DSSEBundleBuilder, FulcioSigner } = await import('@sigstore/sign');
  const { bundleToJSON } = await import('@sigstore/bundle');
  const { budget, timeout } = patience;
  const services = by.kind === 'key' ? {} : by.services;
  const signer =
    by.kind === 'key'
      ? keySigner(by.key)
      : certifiedSigner(world.clock, async (keyHolder) => {
          const token = await fetchToken(world, by.token, patience);
          const identityProvider = { getToken: () => Promise.resolve(token) };
          const fulcioBaseURL = by.services.certificates;
          const options = { fulcioBaseURL, identityProvider, keyHolder, timeout, retry: false };
          return (await new FulcioSigner(options).sign(Buffer.from(''))).key;
        });
  const witnesses = await witnessesOf(services, timeout);
  const builder = new DSSEBundleBuilder({ signer, witnesses });
  let isAway = false;
  return async (attestation) => {
    const artifact = { data: statementBytes(attestation), type: statementMediaType };
    const answers = listenTo(services);
    try {
      const bundle = await withRetries(() => builder.create(artifact), {
        clock: world.clock,
        budget: isAway ? { ...budget, attempts: 1 } : budget,
        again: (error) => answers.again(error, world.clock.now()),
        giveUp: (error, { attempts }) => {
          isAway ||= answers.again(error, 0) !== undefined;
          return error instanceof Failure ? error : signFailure(error, services, attempts);
        },
      });
      const { content } = bundle.verificationMaterial;
      const name = content.$case === 'certificate' ? identityOf(content.certificate.rawBytes) : undefined;
      return {
        bytes: new Uint8Array(Buffer.from(JSON.stringify(bundleToJSON(bundle)))),
        by: name ?? (by.kind === 'key' ? keyName(by.key) : ''),
      };
    } finally {
      answers.stop();
    }
  };
}

/** Without retries of their own: the library knows neither Retry-After nor a budget of time. */
async function witnessesOf({ log, timestamps }: Partial<Services>, timeout: number): Promise<Witness[]> {
  const { RekorWitness, TSAWitness } = await import('@sigstore/sign');
  const request = { timeout, retry: false };
  const witnesses: Witness[] = [];
  if (log !== undefined)
    witnesses.push(new RekorWitness({ rekorBaseURL: log.url, majorApiVersion: log.version, ...request }));
  if (timestamps !== undefined) witnesses.push(new TSAWitness({ tsaBaseURL: timestamps, ...request }));
  return witnesses;
}
