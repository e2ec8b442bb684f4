import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openLayout } from '../../src/build/layout.ts';
import { Failure } from '../../src/errors.ts';
import type { Platform } from '../../src/names/platform.ts';
import { combinedIndex } from '../../src/publish/combined-index.ts';
import { makeLayoutFolder, requireLayoutFolder, writeLayout } from '../../src/publish/layout.ts';
import { systemFiles } from '../../src/world/files.ts';
import { processGroups } from '../../src/world/groups.ts';
import { processRunner } from '../../src/world/process.ts';
import { inputsOf, recipeOfInputs, verifiedOf } from '../support/cells.ts';
import { layoutOf, makeContent, writeTar } from '../support/content.ts';
import { testWorld } from '../support/world.ts';

const folder = await mkdtemp(join(tmpdir(), 'layout-test-'));
const files = systemFiles(folder);
afterAll(() => rm(folder, { recursive: true }));

const run = processRunner(new AbortController().signal, processGroups(300), process.env);
const world = { ...testWorld(), files, run };
const image = makeContent({ amd64: ['base', 'own'], arm64: ['base of arm'] });
const verifiedFor = (platform: string) => verifiedOf(recipeOfInputs(inputsOf({ platform })), image);
const verified = await verifiedFor('linux/amd64,linux/arm64');
const archive = join(folder, 'image.tar');
const layouts = [{ path: archive }];
await writeTar(archive, layoutOf(image));

let output: string;
let outputs = 0;
beforeEach(() => {
  output = join(folder, `out/${(outputs += 1)}`);
});
const problemsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof Failure ? error.problems : error),
  );

test.each([
  ['no folder', [], true],
  ['an earlier layout', ['oci-layout', 'index.json', 'blobs/sha256/0'], true],
  ['other files', ['notes.txt'], false],
])('written over: %s', async (_, names, allowed) => {
  for (const name of names) await files.write(join(output, name), 'x');
  const message = `The folder "${output}" holds other files. The image is written as an OCI layout into an empty folder, or over an earlier layout: name another one.`;
  expect(await problemsOf(requireLayoutFolder(world, output))).toEqual(
    allowed ? [] : [{ station: 'input', about: 'output', message }],
  );
});

test('writes the exported layout and removes an earlier one', async () => {
  await files.write(join(output, 'oci-layout'), 'x');
  await files.write(join(output, 'blobs/sha256/old'), 'x');
  await files.write(join(output, 'notes.txt'), 'mine');
  await writeLayout(world, { verified, layouts, output });
  expect((await files.list(output)).toSorted()).toEqual(['blobs', 'index.json', 'notes.txt', 'oci-layout']);
  const blobs = [...image.manifests.keys(), ...image.blobs.keys()].map((digest) => digest.slice(7));
  expect((await files.list(join(output, 'blobs/sha256'))).toSorted()).toEqual(blobs.toSorted());
});

test('writes the index of an image of which one platform is left', async () => {
  const lone = makeContent({ amd64: ['base', 'own'] }, false);
  const index = combinedIndex([{ index: lone.index, platforms: ['linux/amd64'] }], ['linux/amd64'], {
    a: '1',
  });
  const path = join(folder, 'lone.tar');
  await writeTar(path, layoutOf(lone));
  const platforms: Platform[] = ['linux/amd64'];
  const recipe = { ...recipeOfInputs(inputsOf({ platform: 'linux/amd64,linux/arm64' })), platforms };
  const left = await verifiedOf(recipe, { ...lone, index });
  await writeLayout(world, { verified: left, layouts: [{ path }], output });
  const packed = join(folder, 'packed.tar');
  await promisify(execFile)('tar', ['-cf', packed, '-C', output, 'blobs', 'index.json', 'oci-layout']);
  const read = await openLayout(packed);
  expect(read.index).toEqual(index);
  expect((await read.manifest(lone.index.digest))?.bytes).toEqual(lone.index.bytes);
});

test('reports a folder that cannot be made', async () => {
  await writeFile(join(folder, 'file'), 'x');
  const below = join(folder, 'file/below');
  expect(await problemsOf(writeLayout(world, { verified, layouts, output: below }))).toMatchObject([
    {
      station: 'build',
      about: 'output',
      message: expect.stringMatching(/^The layout could not be written to ".*below": mkdir: /) as string,
    },
  ]);
});

test.each([
  [
    'below a file',
    () => join(folder, 'file/below'),
    'a file stands where a folder above it should be (ENOTDIR)',
  ],
  ['in the place of a file', () => join(folder, 'file'), 'something else is there (EEXIST)'],
  [
    'where none can be made',
    () => '/proc/none',
    'it, or a folder above it, is not there and cannot be made (ENOENT)',
  ],
  [
    'where nothing can be written',
    () => '/proc',
    'it, or a folder above it, is not there and cannot be made (ENOENT)',
  ],
])('before anything is built: a folder %s', async (_, pathOf, why) => {
  await writeFile(join(folder, 'file'), 'x');
  const path = pathOf();
  const what =
    path === '/proc' ? String.raw`"/proc/\.[\w-]+" could not be written` : `"${path}" could not be made`;
  const message = `^${what}: ${why.replaceAll(/[()]/g, String.raw`\$&`)}\\. The image is written there as an OCI layout: name another folder\\.$`;
  expect(await problemsOf(makeLayoutFolder(world, path))).toEqual([
    { station: 'input', about: 'output', message: expect.stringMatching(new RegExp(message)) as string },
  ]);
});

test('makes the folder before anything is built, and leaves nothing in it', async () => {
  await makeLayoutFolder(world, output);
  expect(await readdir(output)).toEqual([]);
});

test('reports an archive that is cut off', async () => {
  await mkdir(output, { recursive: true });
  const short = join(folder, 'short.tar');
  await writeFile(short, 'no tar');
  expect(
    await problemsOf(writeLayout(world, { verified, layouts: [{ path: short }], output })),
  ).toMatchObject([
    {
      station: 'build',
      about: 'output',
      message: expect.stringMatching(/^The layout could not be written to .*: tar: /s) as string,
    },
  ]);
});

test('writes no layout of an image that lacks a platform, and keeps the earlier one', async () => {
  await files.write(join(output, 'oci-layout'), 'x');
  const wanted = await verifiedFor('linux/amd64,linux/s390x');
  expect(await problemsOf(writeLayout(world, { verified: wanted, layouts, output }))).toMatchObject([
    {
      station: 'build',
      message: expect.stringContaining(
        'was built without linux/s390x: its index holds linux/amd64, linux/arm64.',
      ) as string,
    },
  ]);
  expect(await files.list(output)).toEqual(['oci-layout']);
});
