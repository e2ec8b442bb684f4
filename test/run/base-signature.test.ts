/** Bases that are signed, by whom they must be and by others, and bases that are not. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Repository } from '../../src/names/reference.ts';
import type { ObservedBase } from '../../src/observe/observe.ts';
import type { BaseSignature } from '../../src/plan/policy.ts';
import { pushContent } from '../../src/publish/push.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { requireBaseSignature } from '../../src/run/base-signature.ts';
import { attachBundle } from '../../src/sign/bundles.ts';
import { tokenSourceOf } from '../../src/sign/identity-token.ts';
import { openSigner } from '../../src/sign/signer.ts';
import { predicateTypes } from '../../src/sign/statement.ts';
import { imageOfInputs, inputsOf, policyOfInputs } from '../support/cells.ts';
import { makeContent } from '../support/content.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { runIn, testSession } from '../support/session.ts';
import { identity, issuer, startSigstore, type TestSigstore } from '../support/sigstore.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
let sigstore: TestSigstore;
beforeAll(async () => {
  [registry, sigstore] = await Promise.all([startRegistry(), startSigstore()]);
}, 20_000);
afterAll(() => Promise.all([registry.stop(), sigstore.stop()]));

const client = new RegistryClient(testWorld());
let names = 0;

/** @param signed as what, if at all. */
async function baseWith(signed: string | undefined): Promise<ObservedBase> {
  const repository: Repository = { registry: registry.host, name: `base/python-${(names += 1)}` };
  const content = makeContent({ amd64: [`base ${names}`] });
  await pushContent(client, repository, content);
  if (signed !== undefined) {
    const { services, env } = sigstore;
    const sign = openSigner(testWorld(), { kind: 'identity', token: tokenSourceOf(env)!, services });
    const attestation = { subject: content.index, predicateType: signed, predicate: {} };
    await attachBundle(client, repository, attestation, (await sign(attestation)).bytes, Date.now());
  }
  return { reference: 'example/python:3.13', repository, digest: content.index.digest, platforms: [] };
}

/** What is said of a base: the failure, or the notes. */
async function said(base: ObservedBase, wanted: Omit<BaseSignature, 'trustedRoot'> | undefined) {
  const inputs = inputsOf();
  const world = testWorld({ files: { '/root.json': sigstore.trustedRoot } });
  const session = testSession({ world, client });
  const baseSignature = wanted && { ...wanted, trustedRoot: '/root.json' };
  const run = runIn(session, imageOfInputs(inputs), {
    ...policyOfInputs(inputs),
    ...(baseSignature && { baseSignature }),
  });
  const failure = await requireBaseSignature(run, base).catch((error: unknown) => error);
  return {
    failed:
      failure instanceof Failure
        ? failure.problems.map(({ station, message }) => `${station}: ${message}`)
        : [],
    notes: session.events.flatMap((event) => (event.is === 'note' ? [event.text] : [])),
  };
}

const ours = { issuer, subject: identity, isPattern: false };
const others = { issuer, subject: 'https://github.com/other/.*', isPattern: true };

test.each([predicateTypes.signature, predicateTypes.provenance])('a base with the right %s', async (type) => {
  const base = await baseWith(type);
  expect(await said(base, { otherwise: 'require', identity: ours })).toEqual({ failed: [], notes: [] });
});

test('a base without a signature', async () => {
  const base = await baseWith(undefined);
  const why = `The base example/python:3.13@${base.digest} is not signed.`;
  expect(await said(base, undefined)).toEqual({ failed: [], notes: [] });
  expect(await said(base, { otherwise: 'warn', identity: ours })).toEqual({
    failed: [],
    notes: [`base_signature: ${why}`],
  });
  expect(await said(base, { otherwise: 'require', identity: ours })).toEqual({
    failed: [`verify: ${why} base_signature is "require": take a base that is signed, or "warn".`],
    notes: [],
  });
});

test.each([
  ['somebody else', predicateTypes.signature],
  ['an SBOM alone', 'https://spdx.dev/Document'],
])('a base that has %s', async (who, type) => {
  const { failed } = await said(await baseWith(type), {
    otherwise: 'require',
    identity: who === 'somebody else' ? others : ours,
  });
  expect(failed).toHaveLength(1);
  expect(failed[0]).toContain(who === 'somebody else' ? 'is not signed by /https' : 'is not signed. base');
});

test('a base of a registry that is away is a warning where a warning is asked for', async () => {
  const base = { ...(await baseWith(undefined)), repository: { registry: '127.0.0.1:1', name: 'python' } };
  const { failed, notes } = await said(base, { otherwise: 'warn', identity: ours });
  expect(failed).toEqual([]);
  expect(notes).toEqual([
    expect.stringMatching(/^base_signature: Whether the base example\/python:3\.13 is signed is not known: /),
  ]);
  expect((await said(base, { otherwise: 'require', identity: ours })).failed).toHaveLength(1);
});
