import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import type { ObservedBase } from '../../src/observe/observe.ts';
import { pushContent } from '../../src/publish/push.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { readPart } from '../../src/registry/file-part.ts';
import { digestOf, readContent } from '../../src/registry/manifest.ts';
import { exportedContent, layersOf, layoutsOf, leaveOut } from '../../src/run/exported-image.ts';
import { systemFiles } from '../../src/world/files.ts';
import { inputsOf, recipeOfInputs } from '../support/cells.ts';
import { layoutOf, makeContent, writeFolder } from '../support/content.ts';
import { digest } from '../support/images.ts';
import { type TestRegistry, startRegistry } from '../support/registry.ts';
import { testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'exported-'));
  registry = await startRegistry();
}, 20_000);
afterAll(async () => {
  await registry.stop();
  await rm(folder, { recursive: true });
});

const large = 1_500_000;
const base = makeContent({ amd64: [large, 'base'], arm64: ['base for arm'] }, false);
const image = makeContent({ amd64: [large, 'base', 'own'], arm64: ['base for arm', 'own'] });
const platforms = ['linux/amd64', 'linux/arm64'] as const;
const recipe = recipeOfInputs(inputsOf({ platform: platforms.join(',') }));
const layersIn = (made: typeof base): Digest[] =>
  [...made.manifests.values()].flatMap(({ bytes }) =>
    (readContent(bytes).layers ?? []).map((layer) => layer.digest),
  );

async function observed(name: string): Promise<ObservedBase> {
  const repository = { registry: registry.host, name } as Repository;
  await pushContent(new RegistryClient(testWorld()), repository, base);
  const manifests = readContent(base.index.bytes).manifests ?? [];
  return {
    reference: `${registry.host}/${name}:1`,
    repository,
    digest: base.index.digest,
    platforms: platforms.map((platform, at) => ({ platform, digest: manifests[at]!.digest })),
  };
}

const session = () =>
  testSession({
    world: { ...testWorld(), files: systemFiles(folder) },
    client: new RegistryClient(testWorld()),
  });

test('layers of the base are left out of the export, and read from its registry', async () => {
  const own = session();
  const remote = await layersOf(own, [await observed('bases/python')]);
  expect(new Set(remote.keys())).toEqual(new Set(layersIn(base)));

  const layouts = layoutsOf(
    recipe,
    { verify: [], secrets: [], provenance: 'false', sbom: 'false', exports: 'layout' },
    {},
    join(folder, 'whole'),
  );
  const exported = { layouts, remote };
  await leaveOut(own.world, exported);
  const blobs = join(layouts[0]!.path, 'blobs/sha256');
  expect((await readdir(blobs)).toSorted()).toEqual(
    layersIn(base)
      .map((one) => one.slice(7))
      .toSorted(),
  );
  for (const name of await readdir(blobs)) expect((await stat(join(blobs, name))).size).toBe(0);

  // What the builder sends beside them.
  const sent = new Map([...layoutOf(image)].filter(([name]) => !remote.has(digestNamed(name))));
  await writeFolder(layouts[0]!.path, sent);
  const content = await exportedContent(recipe, exported);
  expect(content.index).toEqual(image.index);
  for (const [of, bytes] of image.blobs) {
    const source = await content.blob({ mediaType: '', digest: of, size: bytes.length });
    expect(digestOf(source.kind === 'bytes' ? source.bytes : await readPart(source.part))).toBe(of);
  }
});

test('an image whose base has no such layer any more is not pushed', async () => {
  const own = session();
  const at = await observed('bases/gone');
  const remote = await layersOf(own, [at]);
  const [layer] = layersIn(base);
  const gone = digest(`sha256:${'0'.repeat(64)}`);
  const failure = await remote.get(layer!)!({ mediaType: '', digest: gone, size: 5 }).catch(
    (error: unknown) => (error instanceof Failure ? error.problems[0]!.message : error),
  );
  expect(failure).toBe(
    `${registry.host}/bases/gone does not hold ${gone}, which its image ${at.digest} needs. Push that image anew, or take another one.`,
  );
});

test('layers of a base that cannot be read come from the builder', async () => {
  const at = await observed('bases/other');
  const absent = { ...at, repository: { registry: '127.0.0.1:1', name: 'none' } as Repository };
  const known = await layersOf(session(), [at]);
  expect(await layersOf(session(), [absent, at])).toHaveLength(known.size);
  expect(known.size).toBe(3);
}, 60_000);

const digestNamed = (name: string): Digest => name.replace('blobs/', '').replace('/', ':') as Digest;
