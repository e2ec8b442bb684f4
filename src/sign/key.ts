/** A private key that signs in place of a certificate, and public keys that such signatures are checked with. */
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { type Parsed, parsed, refused } from '../errors.ts';

const wayOut =
  '"openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem" makes one, with -aes256 one that a passphrase protects.';

/** @param passphrase empty where the key has none. Nothing of either is in a message. */
export function parsePrivateKey(pem: string, passphrase: string): Parsed<KeyObject> {
  if (/-----BEGIN ENCRYPTED (?:SIGSTORE|COSIGN) PRIVATE KEY-----/.test(pem))
    return refused(`it is a key in the format of cosign, and must be one in PKCS#8. ${wayOut}`);
  const isEncrypted = /-----BEGIN ENCRYPTED PRIVATE KEY-----|^Proc-Type: 4,ENCRYPTED/m.test(pem);
  if (isEncrypted && passphrase === '')
    return refused('a passphrase protects it: give that in sign_key_passphrase.');
  try {
    const key = createPrivateKey({ key: pem, ...(passphrase === '' ? {} : { passphrase }) });
    return isP256(key) ? parsed(key) : refused(`it is not an ECDSA key on the curve P-256. ${wayOut}`);
  } catch {
    return refused(
      isEncrypted
        ? 'its passphrase, which is in sign_key_passphrase, does not open it.'
        : `it is not a private key in PEM. ${wayOut}`,
    );
  }
}

export function parsePublicKey(pem: string): Parsed<KeyObject> {
  // A private key would give its public half: who names one by mistake should learn of it.
  if (/PRIVATE KEY-----/.test(pem)) return refused('it is a private key, and must be the public one.');
  try {
    const key = createPublicKey(pem);
    return isP256(key) ? parsed(key) : refused('it is not an ECDSA key on the curve P-256.');
  } catch {
    return refused('it is not a public key in PEM.');
  }
}

const isP256 = (key: KeyObject): boolean => key.asymmetricKeyDetails?.namedCurve === 'prime256v1';

const publicHalf = (key: KeyObject): KeyObject => (key.type === 'private' ? createPublicKey(key) : key);

export const publicPem = (key: KeyObject): string =>
  publicHalf(key).export({ format: 'pem', type: 'spki' }).toString();

const hashOfKey = (key: KeyObject, encoding: 'base64' | 'hex'): string =>
  createHash('sha256')
    .update(publicHalf(key).export({ format: 'der', type: 'spki' }))
    .digest(encoding);

/** Names a key in a bundle as cosign does. */
export const keyHint = (key: KeyObject): string => hashOfKey(key, 'base64');

/** Names a key to a person. */
export const keyName = (key: KeyObject): string => `key sha256:${hashOfKey(key, 'hex')}`;
