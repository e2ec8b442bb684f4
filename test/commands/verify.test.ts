/** Who signed an image of a real registry, and what is refused. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyImage } from '../../src/commands/verify.ts';
import { readVerifyInputs } from '../../src/inputs/verify.ts';
import type { Repository } from '../../src/names/reference.ts';
import { pushContent } from '../../src/publish/push.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { type Manifest, platformsOf } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { verifyText } from '../../src/report/verify.ts';
import { attachBundle } from '../../src/sign/bundles.ts';
import { tokenSourceOf } from '../../src/sign/identity-token.ts';
import { keyName, publicPem } from '../../src/sign/key.ts';
import { provenanceOf, signingRunOf } from '../../src/plan/provenance.ts';
import { openSigner, type Sign } from '../../src/sign/signer.ts';
import { predicateTypes } from '../../src/sign/statement.ts';
import { record as fingerprint } from '../decide/values.ts';
import { makeContent } from '../support/content.ts';
import { tag } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { identity, issuer, startSigstore, type TestSigstore } from '../support/sigstore.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
let sigstore: TestSigstore;
beforeAll(async () => {
  [registry, sigstore] = await Promise.all([startRegistry(), startSigstore()]);
}, 20_000);
afterAll(() => Promise.all([registry.stop(), sigstore.stop()]));

const client = new RegistryClient(testWorld());
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const asJob = (): Sign =>
  openSigner(testWorld(), {
    kind: 'identity',
    token: tokenSourceOf(sigstore.env)!,
    services: sigstore.services,
  });
const withKey = (): Sign => openSigner(testWorld(), { kind: 'key', key: privateKey });

let names = 0;
async function pushed() {
  const repository: Repository = { registry: registry.host, name: `verify/app-${(names += 1)}` };
  const content = makeContent({ amd64: [`layer ${names}`], arm64: ['another'] });
  await pushContent(client, repository, content);
  await publishTag(client, repository, content.index.bytes, content.index.mediaType, tag('1.0'));
  const { index } = content;
  const say = async (
    sign: Sign,
    predicateType: string,
    subject: Manifest = index,
    predicate: unknown = {},
  ) => {
    const attestation = { subject, predicateType, predicate };
    await attachBundle(client, repository, attestation, (await sign(attestation)).bytes, Date.now());
  };
  return { repository, content, index, say, image: `${repository.registry}/${repository.name}:1.0` };
}

async function verified(image: string, more: Readonly<Record<string, string>> = {}) {
  const { inputs, problems } = readVerifyInputs({ image, trusted_root: '/root.json', ...more }, 'cli');
  if (inputs === undefined) throw new Error(JSON.stringify(problems));
  const files = {
    '/root.json': sigstore.trustedRoot,
    '/key.pub': publicPem(publicKey),
    '/other.pub': publicPem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey),
  };
  const report = await verifyImage(testWorld({ files }), { ...inputs, cache: '/cache' });
  return { report, problems: report.problems.map(({ station, message }) => `${station}: ${message}`) };
}

test('an image: who signed it, which run, which lock, and what is attested of each platform', async () => {
  const { image, index, content, say } = await pushed();
  const sign = asJob();
  const record = { fingerprint, facts: [], indexes: {} };
  const run = signingRunOf(sigstore.env);
  await say(
    sign,
    predicateTypes.provenance,
    index,
    provenanceOf(index, record, { kind: 'built' }, run, 0).predicate,
  );
  await say(sign, predicateTypes.signature);
  const [amd64, arm64] = platformsOf(index.bytes);
  await say(sign, 'https://spdx.dev/Document', content.manifests.get(arm64!.digest)!);
  const { report, problems } = await verified(image, { identity });
  expect(problems).toEqual([]);
  expect(
    report.manifests.map(({ platform, signed }) => [
      platform,
      signed.map((one) => one.predicateType).toSorted(),
    ]),
  ).toEqual([
    [undefined, [predicateTypes.signature, predicateTypes.provenance]],
    [amd64!.platform, []],
    [arm64!.platform, ['https://spdx.dev/Document']],
  ]);
  expect(report.manifests[0]!.signed[0]).toMatchObject({
    by: identity,
    issuer,
    run: 'https://github.com/example/images/actions/runs/42/attempts/2',
    commit: '0123456789012345678901234567890123456789',
  });
  expect(report.madeOf).toMatchObject({ origin: 'built', requirements: fingerprint.requirements });
  const text = verifyText(report);
  for (const part of [
    `${image}@${index.digest}`,
    'SBOM (SPDX)',
    'Signed:  https://github.com/example/images/actions/runs/42/attempts/2',
    `Lock:    ${fingerprint.requirements.join(' ')}`,
    'Origin:  built by the run that signed it',
  ])
    expect(text).toContain(part);
});

test('an image that a key signed', async () => {
  const { image, say } = await pushed();
  await say(withKey(), predicateTypes.signature);
  const { report, problems } = await verified(image, { public_key: '/key.pub' });
  expect([problems, report.manifests[0]!.signed.map(({ by }) => by)]).toEqual([[], [keyName(publicKey)]]);
});

test('an image that a key signed, of which nobody has the public half: nothing else is asked for', async () => {
  const { image, say } = await pushed();
  await say(withKey(), predicateTypes.signature);
  expect((await verified(image, { trusted_root: '/nothing.json' })).problems).toEqual([
    `verify: ${image} has no signature that counts: it is signed with a key: give its public half in public_key.`,
  ]);
});

test('one platform of an image that is signed', async () => {
  const { repository, index, say } = await pushed();
  await say(asJob(), predicateTypes.signature);
  const [amd64] = platformsOf(index.bytes);
  const { problems } = await verified(`${repository.registry}/${repository.name}@${amd64!.digest}`);
  expect(problems[0]).toMatch(/is not signed: .* is on its index, and not on the platforms: verify its tag/);
});

test('a damaged bundle', async () => {
  const { image, repository, index } = await pushed();
  const attestation = { subject: index, predicateType: predicateTypes.signature, predicate: {} };
  await attachBundle(client, repository, attestation, new Uint8Array(Buffer.from('null')), 0);
  expect((await verified(image)).problems).toEqual([
    `verify: ${image} has no signature that counts: it is no bundle of Sigstore, or a damaged one.`,
  ]);
});

const another = 'https://github.com/example/images/.github/workflows/images.yml@refs/heads/other';
test.each<readonly [string, Readonly<Record<string, string>>, string]>([
  [
    'another subject',
    { identity: another },
    `${identity} (issuer ${issuer}) signed it, and not ${another} (issuer ${issuer})`,
  ],
  [
    'another issuer',
    { identity: `https://accounts.example.com ${identity}` },
    `${identity} (issuer ${issuer}) signed it, and not ${identity} (issuer https://accounts.example.com)`,
  ],
  [
    'a pattern that only begins alike',
    { identity: '/https:..github.com.example/' },
    `${identity} (issuer ${issuer}) signed it, and not /https:..github.com.example/ (issuer ${issuer})`,
  ],
  ['a key', { public_key: '/other.pub' }, 'it is signed with a certificate, and not with a key'],
])('is refused where it must be %s', async (_, more, why) => {
  const { image, say } = await pushed();
  await say(asJob(), predicateTypes.signature);
  expect((await verified(image, more)).problems).toEqual([
    `verify: ${image} has no signature that counts: ${why}.`,
  ]);
});

test('a pattern that matches all of the subject', async () => {
  const { image, say } = await pushed();
  await say(asJob(), predicateTypes.signature);
  expect((await verified(image, { identity: '/https:..github.com.example.*/' })).problems).toEqual([]);
});

test('an image that is not signed, and one that is not there', async () => {
  const { image } = await pushed();
  // Whom to trust is not asked where nothing is signed.
  expect((await verified(image, { trusted_root: '/nothing.json' })).problems).toEqual([
    `verify: ${image} is not signed: no signature of it is in the registry. An image that was signed before cosign 3 has one in a form that is not read here.`,
  ]);
  const { problems } = await verified(`${image}-other`);
  expect(problems).toEqual([`registry: ${image}-other does not exist in ${image.replace(/:1.0$/, '')}.`]);
});

test('provenance alone is no signature', async () => {
  const { image, say } = await pushed();
  await say(asJob(), predicateTypes.provenance);
  expect((await verified(image)).problems[0]).toContain('is not signed');
});

test('a bundle of another image, put beside this one, does not count', async () => {
  const { image, repository, index } = await pushed();
  const other = await pushed();
  const attestation = { subject: other.index, predicateType: predicateTypes.signature, predicate: {} };
  const { bytes } = await asJob()(attestation);
  await attachBundle(client, repository, { ...attestation, subject: index }, bytes, Date.now());
  expect((await verified(image)).problems).toEqual([
    `verify: ${image} has no signature that counts: it is about ${other.index.digest}, and not about ${index.digest}.`,
  ]);
});
