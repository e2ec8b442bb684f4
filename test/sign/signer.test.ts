/** Signing against the services of a Sigstore instance, sound and broken. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Digest } from '../../src/names/reference.ts';
import { tokenSourceOf } from '../../src/sign/identity-token.ts';
import { keyName } from '../../src/sign/key.ts';
import { openSigner, type Patience, type SignBy } from '../../src/sign/signer.ts';
import type { Services } from '../../src/sign/services.ts';
import { type Attestation, predicateTypes } from '../../src/sign/statement.ts';
import { parseTrustedRoots, type Trust } from '../../src/sign/trust.ts';
import { verifyBundle } from '../../src/sign/verify-bundle.ts';
import { bearer, identity, issuer, startSigstore, type TestSigstore } from '../support/sigstore.ts';
import { testWorld } from '../support/world.ts';

let sigstore: TestSigstore;
let trust: Trust;
beforeAll(async () => {
  sigstore = await startSigstore();
  const roots = await parseTrustedRoots(sigstore.trustedRoot);
  if (!roots.ok) throw new Error(roots.message);
  trust = { kind: 'roots', roots: roots.value };
});
afterEach(() => {
  sigstore.mend();
  sigstore.asked();
});
afterAll(() => sigstore.stop());

const digest = `sha256:${'ab'.repeat(32)}` as Digest;
const other = `sha256:${'cd'.repeat(32)}` as Digest;
const attestation = (): Attestation => ({
  subject: { mediaType: 'application/vnd.oci.image.index.v1+json', digest, bytes: new Uint8Array() },
  predicateType: predicateTypes.signature,
  predicate: {},
});
const patience: Patience = {
  budget: { attempts: 4, time: 60_000, first: 500, longest: 20_000 },
  timeout: 20_000,
};
const asJob = (services: Services = sigstore.services): SignBy => ({
  kind: 'identity',
  token: tokenSourceOf(sigstore.env)!,
  services,
});
const messageOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof Failure ? error.message : `no Failure: ${String(error)}`),
  );

test('signs as the job, and says who, which run and which commit', async () => {
  const sign = openSigner(testWorld(), asJob());
  const before = Date.now() - 1000;
  const { bytes, by } = await sign(attestation());
  expect(by).toBe(identity);
  const verified = await verifyBundle(bytes, digest, trust);
  expect(verified).toEqual({
    ok: true,
    value: {
      subjects: [digest],
      predicateType: predicateTypes.signature,
      predicate: {},
      by: {
        subject: identity,
        issuer,
        run: 'https://github.com/example/images/actions/runs/42/attempts/2',
        commit: '0123456789012345678901234567890123456789',
        at: expect.any(Number) as number,
      },
    },
  });
  expect(verified.ok && verified.value.by.at! >= before).toBe(true);
  expect(sigstore.asked().toSorted()).toEqual(['certificates', 'log', 'timestamps', 'token']);
});

test('asks for one certificate for several statements, and signs none twice', async () => {
  const sign = openSigner(testWorld(), asJob());
  const first = attestation();
  const signed = [await sign(first), await sign(attestation()), await sign(first)];
  expect(signed[2]).toBe(signed[0]);
  expect(sigstore.asked().filter((service) => service === 'certificates')).toHaveLength(1);
});

test('takes a new certificate before the old one runs out', async () => {
  const world = testWorld();
  const sign = openSigner(world, asJob());
  await sign(attestation());
  await world.clock.sleep(6 * 60_000);
  await sign(attestation());
  expect(sigstore.asked().filter((service) => service === 'certificates')).toHaveLength(2);
});

test('an instance without a log: time-stamps alone', async () => {
  const { certificates, timestamps } = sigstore.services;
  const { bytes } = await openSigner(testWorld(), asJob({ certificates, timestamps }))(attestation());
  expect(sigstore.asked()).not.toContain('log');
  const root = { ...(trust as Extract<Trust, { kind: 'roots' }>).roots[0]!, tlogs: [] };
  expect((await verifyBundle(bytes, digest, { kind: 'roots', roots: [root] })).ok).toBe(true);
});

describe('with a key', () => {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const signed = async () => openSigner(testWorld(), { kind: 'key', key })(attestation());

  test('signs and asks nobody', async () => {
    const { bytes, by } = await signed();
    expect(by).toBe(keyName(publicKey));
    expect(sigstore.asked()).toEqual([]);
    expect(await verifyBundle(bytes, digest, { kind: 'key', key: publicKey })).toMatchObject({
      ok: true,
      value: { by: { subject: keyName(publicKey) } },
    });
  });

  test.each([
    [
      'another key',
      digest,
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey,
      'it is signed with another key',
    ],
    ['another image', other, publicKey, `it is about ${digest}, and not about ${other}`],
  ])('is refused for %s', async (_, subject, trusted, message) => {
    const { bytes } = await signed();
    expect(await verifyBundle(bytes, subject, { kind: 'key', key: trusted })).toEqual({ ok: false, message });
  });

  test('is refused where the statement was changed', async () => {
    const bundle = JSON.parse(Buffer.from((await signed()).bytes).toString()) as {
      dsseEnvelope: { payload: string };
    };
    const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString().replace('ab', 'cd');
    bundle.dsseEnvelope.payload = Buffer.from(payload).toString('base64');
    expect(
      await verifyBundle(Buffer.from(JSON.stringify(bundle)), digest, { kind: 'key', key: publicKey }),
    ).toEqual({ ok: false, message: 'signature verification failed' });
  });
});

test('a certificate of another instance is refused', async () => {
  const foreign = await startSigstore();
  try {
    const { bytes } = await openSigner(testWorld(), {
      kind: 'identity',
      token: tokenSourceOf(foreign.env)!,
      services: foreign.services,
    })(attestation());
    expect(await verifyBundle(bytes, digest, trust)).toMatchObject({ ok: false });
  } finally {
    await foreign.stop();
  }
});

describe('services that fail', () => {
  test.each(['certificates', 'log', 'timestamps', 'token'] as const)(
    '%s answers 502 once, and is asked again',
    async (service) => {
      sigstore.break(service, [{ status: 502 }]);
      const world = testWorld();
      expect((await openSigner(world, asJob(), patience)(attestation())).by).toBe(identity);
      expect(world.waits).toHaveLength(1);
      expect(sigstore.asked().filter((one) => one === service)).toHaveLength(2);
    },
  );

  test.each(['certificates', 'log', 'timestamps', 'token'] as const)(
    '%s says when to come back',
    async (service) => {
      sigstore.break(service, [{ status: 429, headers: { 'retry-after': '17' } }]);
      const world = testWorld();
      await openSigner(world, asJob(), patience)(attestation());
      expect(world.waits).toEqual([17_000]);
    },
  );

  test('a service that hangs is given up after its time, and asked again', async () => {
    sigstore.break('log', ['hang']);
    const hasty = { ...patience, timeout: 1000 };
    expect((await openSigner(testWorld(), asJob(), hasty)(attestation())).by).toBe(identity);
    expect(sigstore.asked().filter((one) => one === 'log').length).toBeGreaterThan(1);
  });

  test('a service that is away: the budget, then one attempt a statement', async () => {
    sigstore.break('log', [{ status: 503 }], 'always');
    const sign = openSigner(testWorld(), asJob(), patience);
    const host = new URL(sigstore.services.log.url).host;
    expect(await messageOf(sign(attestation()))).toBe(
      `The service of the log at ${host} answers 503, after 4 attempts: the image could not be signed.`,
    );
    sigstore.asked();
    expect(await messageOf(sign(attestation()))).toBe(
      `The service of the log at ${host} answers 503: the image could not be signed.`,
    );
    expect(sigstore.asked().filter((one) => one === 'log')).toHaveLength(1);
    sigstore.mend();
    expect((await sign(attestation())).by).toBe(identity);
  });

  test('a refusal is not asked again, and the token is in no message', async () => {
    sigstore.break('certificates', [{ status: 403 }], 'always');
    const world = testWorld();
    const message = await messageOf(openSigner(world, asJob(), patience)(attestation()));
    const host = new URL(sigstore.services.certificates).host;
    expect(message).toBe(
      `The service of certificates at ${host} answers 403: the image could not be signed.`,
    );
    expect(world.waits).toEqual([]);
  });

  test.each([
    [
      'a job that may not have a token',
      { ACTIONS_ID_TOKEN_REQUEST_TOKEN: `${bearer}-of-another-job` },
      'The job\'s OIDC token cannot be had: it answered 401. The job needs the permission "id-token: write".',
    ],
    [
      'a token that is none',
      { ACTIONS_ID_TOKEN_REQUEST_URL: '', SIGSTORE_ID_TOKEN: 'a.secret.token' },
      'The job\'s OIDC token cannot be had: what it gave is no such token. The job needs the permission "id-token: write".',
    ],
  ])('%s', async (_, env, message) => {
    const token = tokenSourceOf({ ...sigstore.env, ...env })!;
    const sign = openSigner(testWorld(), { ...asJob(), token } as SignBy, patience);
    expect(await messageOf(sign(attestation()))).toBe(message);
  });

  test('nobody listens', async () => {
    const away = await startSigstore();
    await away.stop();
    const services = { ...sigstore.services, log: away.services.log };
    const sign = openSigner(testWorld(), asJob(services), patience);
    expect(await messageOf(sign(attestation()))).toContain(
      `at ${new URL(away.services.log.url).host} does not answer, after 4 attempts`,
    );
  });
});
