/** Images that are signed as they are published, in registries with and without the referrers API. */
import { generateKeyPairSync } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { withDocuments } from '../../src/attest/attach.ts';
import { spdxPredicate } from '../../src/attest/spdx.ts';
import { verify } from '../../src/build/verify.ts';
import { Failure } from '../../src/errors.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { observeImage } from '../../src/observe/observe.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import type { BuildRecord } from '../../src/plan/fingerprint.ts';
import type { Image } from '../../src/plan/image.ts';
import type { Policy } from '../../src/plan/policy.ts';
import { pushContent } from '../../src/publish/push.ts';
import { bakeRecipe } from '../../src/recipe/bake-recipe.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { ImageContent } from '../../src/registry/content.ts';
import {
  type Descriptor,
  digestOf,
  mediaTypes,
  platformsOf,
  readContent,
} from '../../src/registry/manifest.ts';
import type { Decided } from '../../src/run/decide.ts';
import { publishPlaces, signUnsigned } from '../../src/run/publish.ts';
import { attachBundle, bundleMediaType, fetchBundle, listBundles } from '../../src/sign/bundles.ts';
import { hasSignature } from '../../src/sign/check-signatures.ts';
import { tokenSourceOf } from '../../src/sign/identity-token.ts';
import { openSigner, type SignBy } from '../../src/sign/signer.ts';
import { predicateTypes } from '../../src/sign/statement.ts';
import { parseTrustedRoots } from '../../src/sign/trust.ts';
import { verifyBundle } from '../../src/sign/verify-bundle.ts';
import { record as fingerprint } from '../decide/values.ts';
import { tags } from '../publish/releases.ts';
import { imageOfInputs, inputsOf, policyOfInputs, questionOfInputs } from '../support/cells.ts';
import { type MadeContent, makeContent } from '../support/content.ts';
import { bytesOf } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { runIn, testSession } from '../support/session.ts';
import { identity, startSigstore, type TestSigstore } from '../support/sigstore.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
let sigstore: TestSigstore;
beforeAll(async () => {
  [registry, sigstore] = await Promise.all([startRegistry(), startSigstore()]);
}, 20_000);
afterEach(() => {
  sigstore.mend();
  sigstore.asked();
});
afterAll(() => Promise.all([registry.stop(), sigstore.stop()]));

const built: Decided['decision'] = { do: 'build', because: { kind: 'absent' } };
const patience = { budget: { attempts: 2, time: 10_000, first: 1, longest: 1 }, timeout: 20_000 };

const record: BuildRecord = { fingerprint, facts: [], indexes: {} };
let images = 0;
/** An image of one platform, which says what it was made of. */
function anImage(): MadeContent {
  const content = makeContent({ amd64: [`layer ${(images += 1)}`] });
  const bytes = bytesOf({ ...readContent(content.index.bytes), annotations: annotationsOfRecord(record) });
  const index = { ...content.index, bytes, digest: digestOf(bytes) };
  return { ...content, index, manifests: new Map([...content.manifests, [index.digest, index]]) };
}

interface Front {
  readonly client: RegistryClient;
  /** What was written, in order: `blob`, a tag, `manifest`, or `SUBJECT's referrer`. */
  readonly written: string[];
}

/**
 * A client of the registry, in front of which stands one that refuses what refers to a manifest that it does not have, and
 * with `lists` has the referrers API.
 */
function frontOf({ lists }: { readonly lists: boolean }): Front {
  const world = testWorld();
  const written: string[] = [];
  const referrers = new Map<string, Descriptor[]>();
  const json = (status: number, body: unknown): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': mediaTypes.ociIndex } });
  const client = new RegistryClient({
    ...world,
    fetch: async (url, init) => {
      const { pathname, origin } = new URL(url);
      const [, name, kind, reference] = /^\/v2\/(.+)\/(manifests|referrers)\/(.+)$/.exec(pathname) ?? [];
      if (kind === 'referrers' && lists)
        return json(200, { schemaVersion: 2, manifests: referrers.get(reference!) ?? [] });
      if (kind !== 'manifests' || init?.method !== 'PUT') return world.fetch(url, init);
      const bytes = new Uint8Array(await new Response(init.body).arrayBuffer());
      const { subject, artifactType, annotations } = readContent(bytes);
      if (subject !== undefined) {
        const there = await fetch(`${origin}/v2/${name}/manifests/${subject.digest}`, {
          method: 'HEAD',
          headers: { accept: Object.values(mediaTypes).join(', ') },
        });
        if (there.status !== 200)
          return json(400, { errors: [{ code: 'MANIFEST_INVALID', message: 'no subject' }] });
        const own = { mediaType: mediaTypes.ociManifest, digest: digestOf(bytes), size: bytes.length };
        const descriptor = {
          ...own,
          ...(artifactType && { artifactType }),
          ...(annotations && { annotations }),
        };
        referrers.set(subject.digest, [...(referrers.get(subject.digest) ?? []), descriptor]);
      }
      written.push(
        subject !== undefined ? 'referrer' : reference!.startsWith('sha256:') ? 'manifest' : reference!,
      );
      return world.fetch(url, { ...init, body: bytes });
    },
  });
  return { client, written };
}

const inputs = inputsOf({ platform: 'linux/amd64' });
const asJob = (): SignBy => ({
  kind: 'identity',
  token: tokenSourceOf(sigstore.env)!,
  services: sigstore.services,
});

let names = 0;
async function running({
  lists = true,
  by = asJob(),
  unsigned = 'publish',
  count = 1,
}: { lists?: boolean; by?: SignBy; unsigned?: NonNullable<Policy['unsigned']>; count?: number } = {}) {
  const front = frontOf({ lists });
  const world = testWorld({ env: sigstore.env });
  const sign = openSigner(world, by, patience);
  const session = testSession({ world, client: front.client, signer: () => Promise.resolve({ sign }) });
  const at = Array.from({ length: count }, (): Repository => ({
    registry: registry.host,
    name: `sign/app-${(names += 1)}`,
  }));
  const image: Image = { ...imageOfInputs(inputs), tags, repositories: at as [Repository, ...Repository[]] };
  const run = runIn(session, image, { ...policyOfInputs(inputs), unsigned });
  const placesNow = (decision: Decided['decision']): Promise<Decided[]> =>
    Promise.all(
      at.map(async (repository): Promise<Decided> => ({
        repository,
        held: await observeImage(front.client, repository, tags),
        decision,
      })),
    );
  return {
    ...front,
    repository: at[0]!,
    at,
    run,
    placesNow,
    events: () =>
      session.events.flatMap((event) => (['signed', 'unsigned', 'moved'].includes(event.is) ? [event] : [])),
    publish: async (content: ImageContent, decision: Decided['decision'] = built): Promise<void> => {
      const verified = await verify(testWorld(), {
        recipe: { ...bakeRecipe(questionOfInputs(inputs)), image },
        folder: '',
        platforms: [],
        strict: false,
        content: () => Promise.resolve(content),
      });
      await publishPlaces(run, await placesNow(decision), verified, []);
    },
  };
}

/** What is signed of an image: types, and who signed. */
async function signedOf(client: RegistryClient, repository: Repository, image: Digest) {
  const roots = await parseTrustedRoots(sigstore.trustedRoot);
  if (!roots.ok) throw new Error(roots.message);
  const bundles = await listBundles(client, repository, image);
  return Promise.all(
    bundles.map(async (descriptor) => {
      const bytes = await fetchBundle(client, repository, descriptor);
      const read = await verifyBundle(bytes!, image, { kind: 'roots', roots: roots.value });
      if (!read.ok) throw new Error(read.message);
      return read.value;
    }),
  );
}

const rules = { 'API of its own': true, 'tag in place of an API': false };

test.each(Object.entries(rules))(
  'is signed before any tag moves, in a registry with the %s',
  async (_, lists) => {
    const { client, written, repository, publish, events } = await running({ lists });
    const content = anImage();
    await publish(content);
    const signed = await signedOf(client, repository, content.index.digest);
    expect(signed.map(({ predicateType, by }) => [predicateType, by.subject])).toEqual([
      [predicateTypes.provenance, identity],
      [predicateTypes.signature, identity],
    ]);
    const tag = content.index.digest.replace(':', '-');
    expect(written).toEqual([
      'manifest',
      // The builder's own attestation, which refers to the platform's manifest.
      'referrer',
      'manifest',
      ...(lists ? ['referrer', 'referrer'] : ['referrer', tag, 'referrer', tag]),
      tags.exact,
      ...tags.aliases,
    ]);
    expect(events().map(({ is }) => is)).toEqual(['signed', 'moved', ...tags.aliases.map(() => 'moved')]);
  },
);

test('a bundle is beside the image as cosign and gh look for it', async () => {
  const { client, repository, publish } = await running();
  const content = anImage();
  await publish(content);
  const [, descriptor] = await listBundles(client, repository, content.index.digest);
  const artifact = readContent((await client.getManifest(repository, descriptor!.digest))!.bytes);
  expect(artifact).toMatchObject({
    artifactType: bundleMediaType,
    config: { mediaType: 'application/vnd.oci.empty.v1+json' },
    layers: [{ mediaType: bundleMediaType }],
    annotations: {
      'dev.sigstore.bundle.content': 'dsse-envelope',
      'dev.sigstore.bundle.predicateType': 'https://sigstore.dev/cosign/sign/v1',
      'org.opencontainers.image.created': expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    },
  });
});

test('is signed once for two repositories', async () => {
  const { client, at, publish } = await running({ count: 2 });
  const content = anImage();
  await publish(content);
  expect(sigstore.asked().filter((one) => one === 'log')).toHaveLength(2);
  for (const repository of at)
    expect(await hasSignature(client, repository, content.index.digest)).toBe(true);
});

test('says what it was made of, and of which run', async () => {
  const { client, repository, publish } = await running();
  const content = anImage();
  await publish(content);
  const [provenance] = await signedOf(client, repository, content.index.digest);
  expect(provenance!.predicate).toMatchObject({
    buildDefinition: {
      externalParameters: {
        workflow: { repository: 'https://github.com/example/images', path: '.github/workflows/images.yml' },
      },
      internalParameters: { origin: 'built', lock: { requirements: fingerprint.requirements } },
    },
    runDetails: {
      builder: { id: identity },
      metadata: { invocationId: 'https://github.com/example/images/actions/runs/42/attempts/2' },
    },
  });
});

test('of an image on a new base, says whose layers it has', async () => {
  const { client, repository, publish } = await running();
  const [before, after] = [anImage(), anImage()];
  await publish(before);
  await publish(after, { do: 'rebase', because: { kind: 'base-moved', moves: [] } });
  const [provenance] = await signedOf(client, repository, after.index.digest);
  const { buildDefinition } = provenance!.predicate as {
    buildDefinition: { internalParameters: object; resolvedDependencies: readonly { name?: string }[] };
  };
  expect(buildDefinition.internalParameters).toMatchObject({ origin: 'rebased' });
  expect(buildDefinition.resolvedDependencies.find(({ name }) => name === 'layers')).toEqual({
    name: 'layers',
    digest: { sha256: before.index.digest.slice('sha256:'.length) },
    annotations: { is: 'the image before' },
  });
});

test('services that are away: the image is published with a warning, and signed later without building', async () => {
  const { client, repository, publish, events, run, placesNow } = await running();
  const content = anImage();
  sigstore.break('log', [{ status: 503 }], 'always');
  await publish(content);
  expect(events().map(({ is }) => is)).toEqual(['unsigned', 'moved', ...tags.aliases.map(() => 'moved')]);
  expect((await client.headManifest(repository, tags.exact))?.digest).toBe(content.index.digest);
  expect(await hasSignature(client, repository, content.index.digest)).toBe(false);

  sigstore.mend();
  await signUnsigned(run, await placesNow({ do: 'sign', because: { kind: 'unsigned' } }));
  const [provenance, signature] = await signedOf(client, repository, content.index.digest);
  expect(signature!.predicateType).toBe(predicateTypes.signature);
  // Which run built it is not claimed.
  expect(provenance!.predicate).toMatchObject({
    buildDefinition: { internalParameters: { origin: 'published-before' } },
    runDetails: { builder: { id: 'https://python-image-builder.github.io/earlier-run' }, metadata: {} },
  });
  expect(provenance!.predicate).not.toHaveProperty('runDetails.metadata.invocationId');
});

test('services that are away: with sign_failure "fail" no tag moves', async () => {
  const { client, repository, publish } = await running({ unsigned: 'fail' });
  sigstore.break('certificates', [{ status: 502 }], 'always');
  const error = await publish(anImage()).catch((one: unknown) => one);
  expect((error as Failure).message).toContain('answers 502, after 2 attempts');
  expect((await client.listTags(repository)) ?? []).toEqual([]);
});

test.each(['at once', 'by a later run'])('SBOMs are signed for each platform %s', async (when) => {
  const { client, repository, publish, run, placesNow } = await running();
  const image = anImage();
  const [platform] = platformsOf(image.index.bytes);
  const predicate = { spdxVersion: 'SPDX-2.3' };
  const said = { platform: platform!.platform, image: platform!.digest, subject: 'pkg:oci/app' };
  const content = await withDocuments(
    image,
    [{ ...said, statements: [{ predicateType: spdxPredicate, predicate }], referrers: [] }],
    {},
  );
  if (when !== 'at once') sigstore.break('log', [{ status: 503 }], 'always');
  await publish(content);
  sigstore.mend();
  if (when !== 'at once')
    await signUnsigned(run, await placesNow({ do: 'sign', because: { kind: 'unsigned' } }));
  expect(await signedOf(client, repository, platform!.digest)).toMatchObject([
    { predicateType: spdxPredicate, predicate },
  ]);
  expect(await signedOf(client, repository, content.index.digest)).toHaveLength(2);
});

test('with a key no service is contacted', async () => {
  const { privateKey: key } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { client, repository, publish } = await running({ by: { kind: 'key', key } });
  const content = anImage();
  await publish(content);
  expect(sigstore.asked()).toEqual([]);
  const { digest } = content.index;
  expect(await hasSignature(client, repository, digest)).toBe(true);
  // A run with another key signs anew.
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  expect(await hasSignature(client, repository, digest, key)).toBe(true);
  expect(await hasSignature(client, repository, digest, other)).toBe(false);
});

test('a signature of another image beside an image is none', async () => {
  const { client, repository, publish } = await running();
  const [signed, bare] = [anImage(), anImage()];
  await publish(signed);
  await pushContent(client, repository, bare);
  const bundles = await listBundles(client, repository, signed.index.digest);
  const bytes = await fetchBundle(client, repository, bundles.at(-1)!);
  const attestation = { subject: bare.index, predicateType: predicateTypes.signature, predicate: {} };
  await attachBundle(client, repository, attestation, new Uint8Array(bytes!), 0);
  expect(await listBundles(client, repository, bare.index.digest)).toHaveLength(1);
  expect(await hasSignature(client, repository, bare.index.digest)).toBe(false);
});
