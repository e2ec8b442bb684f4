/** Which files of released images are attached, and under which names. */
import { expect, test } from 'vitest';
import { attachFiles, exportingImages, namedFiles } from '../../src/commands/release-files.ts';
import { Failure } from '../../src/errors.ts';
import type { Platform } from '../../src/names/platform.ts';
import { digestOf, mediaTypes } from '../../src/registry/manifest.ts';
import { bytesOf } from '../support/images.ts';

const file = (path: string, platform: Platform = 'linux/amd64', image = 'base') => ({
  image,
  platform,
  path,
});
const namesOf = (files: readonly ReturnType<typeof file>[]): string[] =>
  namedFiles(files).map(({ name }) => name);

test.each<readonly [string, readonly ReturnType<typeof file>[], readonly string[]]>([
  [
    'image, platform and file',
    [
      file('/opt/app.lock'),
      file('/opt/app.lock', 'linux/arm/v7'),
      file('/opt/app.lock', 'linux/amd64', 'tool'),
    ],
    ['base-linux-amd64-app.lock', 'base-linux-arm-v7-app.lock', 'tool-linux-amd64-app.lock'],
  ],
  [
    'the folders too, on every platform, where two files of an image are called the same',
    [file('/a/x.lock'), file('/b/x.lock', 'linux/arm64'), file('/b/y.lock')],
    ['base-linux-amd64-a-x.lock', 'base-linux-arm64-b-x.lock', 'base-linux-amd64-y.lock'],
  ],
  ['dots for what GitHub takes none of', [file('/a b/ü (1).txt.')], ['base-linux-amd64-...1..txt']],
])('a name is %s', (_, files, names) => {
  expect(namesOf(files)).toEqual(names);
});

test('two files never get one name', () => {
  const work = () => namesOf([file('/a/x+y'), file('/b/x y')]);
  expect(work).toThrow(Failure);
  expect(work).toThrow(
    'base /a/x+y and base /b/x y would both be base-linux-amd64-x.y in the release. Call one of them otherwise.',
  );
});

const key = 'io.github.python-image-builder.exports';
function candidate(registry: string, name: string, exports?: string) {
  const platform = { os: 'linux', architecture: 'arm64' };
  const child = { mediaType: mediaTypes.ociManifest, digest: digestOf(Buffer.from(name)), size: 1, platform };
  const bytes = bytesOf({
    schemaVersion: 2,
    manifests: [child],
    ...(exports === undefined ? {} : { annotations: { [key]: exports } }),
  });
  const manifest = { mediaType: mediaTypes.ociIndex, digest: digestOf(bytes), bytes };
  return { repository: { registry, name: `example/${name}` }, manifest, held: new Map(), problems: [] };
}

test('images that say so export files, one of each name', () => {
  const base = candidate('ghcr.io', 'base', '["/opt/*.lock"]');
  const copy = candidate('quay.io', 'base', '["/opt/*.lock"]');
  expect(exportingImages([base, copy, candidate('ghcr.io', 'tool')])).toEqual([
    {
      name: 'base',
      reference: `ghcr.io/example/base@${base.manifest.digest}`,
      registry: 'ghcr.io',
      platforms: ['linux/arm64'],
      exports: ['/opt/*.lock'],
    },
  ]);
});

test('the first failure ends the uploads, and is said once', async () => {
  const files = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({
    ...file(`/opt/${name}`),
    name,
    size: 1,
    sha256: '',
    from: '',
  }));
  const asked: string[] = [];
  const attach = async ({ name }: { readonly name: string }): Promise<'attached' | 'there'> => {
    asked.push(name);
    if (name === 'a') return 'there';
    // The others are under way when the first one fails.
    await new Promise(setImmediate);
    throw new Failure([{ station: 'registry', message: `${name}: no` }]);
  };
  const attached: string[] = [];
  const attaching = attachFiles({ attach }, files, (name) => attached.push(name));
  expect(await attaching.run()).toEqual([{ station: 'registry', message: 'b: no' }]);
  expect([asked, attached]).toEqual([['a', 'b', 'c', 'd', 'e'], []]);
  expect(attaching.files().map(({ outcome }) => outcome)).toEqual([
    'there',
    ...Array<string>(5).fill('left'),
  ]);
});
