/** What came of taking files out of an image, by platform. */
import { expect, test } from 'vitest';
import { readExports } from '../../src/build/exports.ts';
import { Failure } from '../../src/errors.ts';
import type { Platform } from '../../src/names/platform.ts';
import { testWorld } from '../support/world.ts';

const both: readonly Platform[] = ['linux/amd64', 'linux/arm/v7'];
const file = { path: '/opt/a.lock', size: 3, sha256: 'f'.repeat(64) };
const result = (files: readonly object[], faults: readonly string[] = []): string =>
  JSON.stringify({ files, faults });
const read = (files: Readonly<Record<string, string>>, platforms = both) =>
  readExports(testWorld({ files }), '/work/base', 'base', platforms);

test('files of all platforms, each in the folder of its own', async () => {
  const files = {
    '/work/base/taken/linux_amd64/exports.json': result([file]),
    '/work/base/taken/linux_arm_v7/exports.json': result([{ ...file, size: 4 }]),
  };
  expect(await read(files)).toEqual([
    { ...file, platform: 'linux/amd64', from: '/work/base/taken/linux_amd64/files/opt/a.lock' },
    { ...file, size: 4, platform: 'linux/arm/v7', from: '/work/base/taken/linux_arm_v7/files/opt/a.lock' },
  ]);
});

test('files of a single platform, for which buildx makes no folder', async () => {
  const taken = await read({ '/work/base/taken/exports.json': result([file]) }, ['linux/arm64']);
  expect(taken).toEqual([{ ...file, platform: 'linux/arm64', from: '/work/base/taken/files/opt/a.lock' }]);
});

test('every fault of every platform is said, and a result that is missing', async () => {
  const work = read({
    '/work/base/taken/linux_amd64/exports.json': result(
      [],
      ['nothing in the image is /x', '/run is no file'],
    ),
  });
  await expect(work).rejects.toThrow(Failure);
  await expect(work).rejects.toThrow(
    [
      'base on linux/amd64, exports: nothing in the image is /x. Mend "exports" in the row of the image, or the image.',
      'base on linux/amd64, exports: /run is no file. Mend "exports" in the row of the image, or the image.',
      'base on linux/arm/v7, exports: nothing came of it. Mend "exports" in the row of the image, or the image.',
    ].join('\n'),
  );
});
