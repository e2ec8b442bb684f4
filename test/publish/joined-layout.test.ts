import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openJoined } from '../../src/publish/joined-layout.ts';
import type { Platform } from '../../src/names/platform.ts';
import { writeLayout } from '../../src/publish/layout.ts';
import { manifestsOf } from '../../src/registry/content.ts';
import { digestOf, mediaTypes, readContent } from '../../src/registry/manifest.ts';
import { systemFiles } from '../../src/world/files.ts';
import { processGroups } from '../../src/world/groups.ts';
import { processRunner } from '../../src/world/process.ts';
import { inputsOf, recipeOfInputs, verifiedOf } from '../support/cells.ts';
import { layoutOf, makeContent, writeTar } from '../support/content.ts';
import { testWorld } from '../support/world.ts';

const folder = await mkdtemp(join(tmpdir(), 'joined-'));
afterAll(() => rm(folder, { recursive: true }));

const layers = { arm64: ['base of arm', 'own'], amd64: ['base', 'own'] };
const platforms: readonly Platform[] = ['linux/arm64', 'linux/amd64'];
const annotations = { 'org.example.z': '<last>', 'org.example.a': 'first' };

/** The layouts of two nodes, in the order of the nodes and not of the image. */
async function layouts(attestations: boolean) {
  return Promise.all(
    (['amd64', 'arm64'] as const).map(async (architecture) => {
      const path = join(folder, `${architecture}-${attestations}.tar`);
      const content = makeContent({ [architecture]: layers[architecture] }, attestations);
      await writeTar(path, layoutOf(content));
      return { path, platforms: [`linux/${architecture}` as const] };
    }),
  );
}

test.each([
  ['with attestations', true],
  ['without: each part is a lone manifest', false],
])('one image is made of two layouts, %s', async (_, attestations) => {
  const joined = await openJoined(await layouts(attestations), platforms, annotations);
  // A single node would have written these manifests in this order.
  const whole = readContent(makeContent(layers, attestations).index.bytes);
  const { bytes, digest, mediaType } = joined.index;
  expect(readContent(bytes)).toEqual({
    schemaVersion: 2,
    mediaType: mediaTypes.ociIndex,
    manifests: whole.manifests,
    annotations,
  });
  expect([mediaType, digest]).toEqual([mediaTypes.ociIndex, digestOf(bytes)]);
  const text = Buffer.from(bytes).toString('utf8');
  expect(text.indexOf('org.example.a')).toBeLessThan(text.indexOf('org.example.z'));
  expect(text).toContain('\\u003clast\\u003e');
  const read = await manifestsOf(joined);
  expect(read).toHaveLength(attestations ? 5 : 3);
  for (const descriptor of read.flatMap(({ blobs }) => blobs)) {
    const source = await joined.blob(descriptor);
    expect(source.kind === 'bytes' && digestOf(source.bytes)).toBe(descriptor.digest);
  }
});

test('a layout of two layouts has the index of the whole', async () => {
  const parts = await layouts(true);
  const content = await openJoined(parts, platforms, annotations);
  const recipe = recipeOfInputs(inputsOf({ platform: platforms.join(',') }));
  const run = processRunner(new AbortController().signal, processGroups(300), process.env);
  const output = join(folder, 'layout');
  const verified = await verifiedOf(recipe, content);
  await writeLayout(
    { ...testWorld(), files: systemFiles(folder), run },
    { verified, layouts: parts, output },
  );
  const { manifests } = JSON.parse(await readFile(join(output, 'index.json'), 'utf8')) as {
    readonly manifests: readonly { readonly digest: string }[];
  };
  expect(manifests.map(({ digest }) => digest)).toEqual([content.index.digest]);
  const names = await readdir(join(output, 'blobs/sha256'));
  const wanted = (await manifestsOf(content)).flatMap(({ manifest, blobs }) => [manifest, ...blobs]);
  expect(wanted.map(({ digest }) => digest.slice(7)).filter((name) => !names.includes(name))).toEqual([]);
});
