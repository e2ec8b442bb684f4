/**
 * Signs with a key that lives as long as the process, and the certificate of a job's identity for it. The library's own signer
 * asks for a certificate for each signature; here one serves all for some minutes.
 */
import { generateKeyPairSync, type KeyObject, sign, X509Certificate } from 'node:crypto';
import type { Signature, Signer } from '@sigstore/sign';
import type { Clock } from '../ports.ts';
import { keyHint, publicPem } from './key.ts';

/** Milliseconds. Fulcio's certificates hold ten minutes. */
const renewAfter = 5 * 60_000;

interface Certified {
  readonly key: KeyObject;
  readonly at: number;
  readonly certificate: Promise<Signature['key']>;
}

/** @param certify gives the certificate of a key, which its signer proves to have. */
export function certifiedSigner(
  clock: Pick<Clock, 'now'>,
  certify: (holder: Signer) => Promise<Signature['key']>,
): Signer {
  let certified: Certified | undefined;
  const renew = (): Certified => {
    const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const renewed = { key, at: clock.now(), certificate: certify(keySigner(key)) };
    renewed.certificate.catch(() => {
      if (certified === renewed) certified = undefined;
    });
    return renewed;
  };
  return {
    async sign(data) {
      if (certified === undefined || clock.now() - certified.at > renewAfter) certified = renew();
      const { key, certificate } = certified;
      return { key: await certificate, signature: sign('sha256', data, key) };
    },
  };
}

export const keySigner = (key: KeyObject): Signer => ({
  sign: (data) =>
    Promise.resolve({
      signature: sign('sha256', data, key),
      key: { $case: 'publicKey', publicKey: publicPem(key), hint: keyHint(key) },
    }),
});

/** A certificate's identity, without its kind that stands in front: `URI:https://…`. */
export const identityOf = (certificate: Uint8Array): string =>
  (new X509Certificate(certificate).subjectAltName ?? '').replace(/^(?:URI|email):/, '');
