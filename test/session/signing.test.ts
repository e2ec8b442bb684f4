/** What a run signs with, by its settings, its Node and its repository. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Digest } from '../../src/names/reference.ts';
import { openJournal } from '../../src/report/journal.ts';
import { openSigning, type SigningSettings } from '../../src/session/signing.ts';
import { keyName } from '../../src/sign/key.ts';
import { predicateTypes } from '../../src/sign/statement.ts';
import { identity, startSigstore, type TestSigstore } from '../support/sigstore.ts';
import { testWorld } from '../support/world.ts';

let sigstore: TestSigstore;
beforeAll(async () => {
  sigstore = await startSigstore();
});
afterAll(() => sigstore.stop());

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const key = (passphrase = ''): string =>
  privateKey
    .export({
      format: 'pem',
      type: 'pkcs8',
      ...(passphrase === '' ? {} : { cipher: 'aes-256-cbc', passphrase }),
    })
    .toString();
const attestation = {
  subject: { mediaType: '', digest: `sha256:${'ab'.repeat(32)}` as Digest, bytes: new Uint8Array() },
  predicateType: predicateTypes.signature,
  predicate: {},
};

const tokenOf = (claims: object): string =>
  ['', JSON.stringify(claims), ''].map((part) => Buffer.from(part).toString('base64url')).join('.');

/** Who signed, the failure, or the note that nothing is. */
async function opened(
  settings: Partial<SigningSettings>,
  {
    node = '24.15.0',
    visibility,
    claims,
  }: { readonly node?: string; readonly visibility?: string; readonly claims?: object } = {},
): Promise<string> {
  const files = { '/config.json': sigstore.signingConfig, '/broken.json': '{"caUrls": []}' };
  const world = testWorld({
    env: claims === undefined ? sigstore.env : { SIGSTORE_ID_TOKEN: tokenOf(claims) },
    files,
  });
  const trace = openJournal(world.clock);
  const event = async () => ({ name: 'push', ref: 'refs/heads/main', ...(visibility && { visibility }) });
  try {
    const signer = await openSigning(
      { ...world, machine: { ...world.machine, node } },
      trace.of(),
      { isDemanded: false, key: '', passphrase: '', ...settings },
      event,
    );
    if (signer !== undefined) return `signed by ${(await signer.sign(attestation)).by}`;
  } catch (error) {
    if (error instanceof Failure) return `failed: ${error.message}`;
    throw error;
  }
  return trace.events.map((one) => (one.is === 'note' ? one.text : one.is)).join();
}

const config = '/config.json';
const old = 'signing needs Node 24.15 or newer, and this is 24.3.0';
const hidden =
  "the repository is private. With sign: true, GitHub's own services sign; with sign_key, a key of yours";
test.each<readonly [string, () => Promise<string>, string]>([
  ['the job, by the services of a file', () => opened({ config }), `signed by ${identity}`],
  ['a key', () => opened({ key: key() }), `signed by ${keyName(publicKey)}`],
  [
    'a key with a passphrase, in a private repository',
    () => opened({ key: key('open'), passphrase: 'open' }, { visibility: 'private' }),
    `signed by ${keyName(publicKey)}`,
  ],
  [
    'an old Node, where it is not demanded',
    () => opened({ config }, { node: '24.3.0' }),
    `images are not signed: ${old}`,
  ],
  [
    'an old Node, where it is',
    () => opened({ config, isDemanded: true }, { node: '24.3.0' }),
    `failed: sign: ${old}`,
  ],
  [
    'a private repository, whose name is no matter of a public log',
    () => opened({}, { visibility: 'private' }),
    `images are not signed: ${hidden}`,
  ],
  [
    'a private repository by the token, where the event does not say',
    () => opened({}, { claims: { sub: 'a job', repository_visibility: 'private' } }),
    `images are not signed: ${hidden}`,
  ],
  [
    'a repository of which nobody says whether it is public',
    () => opened({}, { claims: { sub: 'a job' } }),
    `images are not signed: ${hidden.replace('the repository is private', 'it is not known whether the repository is public')}`,
  ],
  [
    'a key that cannot be read, in whose place the job does not sign',
    () => opened({ key: 'no key', config }),
    'failed: sign_key: it is not a private key in PEM. "openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem" makes one, with -aes256 one that a passphrase protects.',
  ],
  [
    'a file that is not there',
    () => opened({ config: '/nothing.json' }),
    'failed: signing_config: there is no file /nothing.json',
  ],
  [
    'a file without services',
    () => opened({ config: '/broken.json' }),
    'failed: signing_config: it names no service of certificates (caUrls) that holds today, in version 1.',
  ],
])('%s', async (_, work, said) => {
  expect(await work()).toBe(said);
});
