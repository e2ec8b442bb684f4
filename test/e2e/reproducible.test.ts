/** The same lock gives the same layer, compiling included, on two builders with empty caches. */
import { gunzipSync } from 'node:zlib';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { beforeAll, expect, test } from 'vitest';
import type { Recipe } from '../../src/plan/recipe.ts';
import { blob, build, cli, fresh, inFolder, manifest, must, registry, withBuilder } from './support.ts';

const bases = fresh('reproducible-bases');
const options = [
  '--package=uvicorn',
  '--package-version=0.35.0',
  // One of them has no wheel.
  '--requirements=docopt==0.6.2',
  '--python-version=3.13',
  '--target-base=slim',
  '--platform=linux/amd64,linux/arm/v7',
  `--base-registry=${registry}/${bases}`,
];
// docopt wants no compiler, so the slim image stands for the full one, too: each builder would pull and unpack its 600 MB.
beforeAll(async () => {
  for (const tag of ['3.13-slim', '3.13']) {
    const as = `${registry}/${bases}/python:${tag}`;
    const slim = `${registry}/library/python:3.13-slim`;
    await must('docker', ['buildx', 'imagetools', 'create', `--tag=${as}`, slim]);
  }
});

/** The last layer of each platform, which is not the base's. */
async function addedLayers(name: string): Promise<{ repository: string; digests: string[] }> {
  const repository = fresh(name);
  const report = await withBuilder(name, (builder) =>
    build(repository, [...options, `--builder=${builder}`, '--verify=off']),
  );
  const manifests = await Promise.all(
    report.platforms.map(({ digest = '' }) => manifest(repository, digest)),
  );
  return { repository, digests: manifests.map(({ layers }) => layers.at(-1)?.digest ?? '') };
}

test('gives the same layers in two builds without caches, owned by root, with plain modes and one time', async () => {
  const first = await addedLayers('e2e-first');
  const second = await addedLayers('e2e-second');
  expect(second.digests).toEqual(first.digests);
  expect(new Set(first.digests).size, 'pure packages are the same on both platforms').toBe(1);

  const planned = await cli(['build', '--json', '--dry-run', ...options]);
  const { recipes } = JSON.parse(planned.stdout) as { recipes: readonly [Recipe] };
  const seconds = recipes[0].sourceDateEpoch ?? 0;
  await inFolder(async (folder) => {
    const path = join(folder, 'layer.tar');
    await writeFile(path, gunzipSync(await blob(first.repository, first.digests[0]!)));
    const listed = await must('tar', [
      '--list',
      '--verbose',
      '--numeric-owner',
      '--full-time',
      '--utc',
      '-f',
      path,
    ]);
    const rows = listed
      .trim()
      .split('\n')
      .map((line) => line.split(/\s+/));
    // Only paths below /usr/local count: the folders above them have no time of their own in the tree.
    const below = rows.filter(([, , , , , name = '']) => /^\.?\/?usr\/local\/./.test(name));
    expect(below.length).toBeGreaterThan(100);
    const time = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
    const strange = rows.filter(
      ([mode = '', owner, , day, clock]) =>
        !/^(?:drwxr-xr-x|-rw-r--r--|-rwxr-xr-x)$/.test(mode) || owner !== '0/0' || `${day} ${clock}` !== time,
    );
    expect(strange).toEqual([]);
  });
});
