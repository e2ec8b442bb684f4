import { expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Layers } from '../../src/lock/layers.ts';
import type { Lock, PlatformRequirements } from '../../src/lock/lock.ts';
import { parseProject, type Project } from '../../src/package-index/simple.ts';
import { layerList, layersOfImage, newestUpload } from '../../src/recipe/layers.ts';
import type { ImageRun } from '../../src/recipe/image-run.ts';
import type { Resolved } from '../../src/recipe/resolve.ts';
import { file, imageOfInputs, inputsOf, recordOf } from '../support/cells.ts';

const wheel = (name: string) => file(`${name}-1.0-py3-none-any.whl`);
const names = ['certifi', 'demo', 'numpy', 'setuptools'];
const requirements: readonly PlatformRequirements[] = [
  {
    platform: 'linux/amd64',
    requirements: ['demo', 'numpy'].map((name) => ({
      kind: 'wheel',
      name,
      version: '1.0',
      wheel: wheel(name),
    })),
  },
  {
    platform: 'linux/arm64',
    requirements: [
      { kind: 'wheel', name: 'certifi', version: '1.0', wheel: wheel('certifi') },
      { kind: 'present', name: 'setuptools', version: '1.0' },
    ],
  },
];
const lock: Lock = {
  text: '',
  packages: names.map((name) => ({ name, version: '1.0', wheels: [wheel(name)] })),
  resolved: 'host',
};

/** What an index says of files of these sizes. */
const projectOf = (name: string, size: number): Project =>
  parseProject(
    name,
    JSON.stringify({
      files: [{ filename: wheel(name).filename, url: 'x', size, 'upload-time': '2026-01-01T00:00:00Z' }],
    }),
    'application/json',
    'https://index.example.org/',
  );

async function layersFor(
  given: Readonly<Record<string, string>>,
  {
    project,
    before,
  }: { readonly project: (name: string) => Promise<Project | undefined>; readonly before?: Layers },
) {
  const notes: unknown[] = [];
  const inputs = inputsOf(given);
  const image = imageOfInputs(inputs);
  const packages = image.content.packages!;
  const run = {
    image,
    session: { packageIndex: () => ({ project }), journal: { add: (one: unknown) => notes.push(one) } },
  } as unknown as ImageRun;
  const records = before === undefined ? [] : [{ ...recordOf(inputs), layers: before }];
  const resolved = { packages, lock, requirements, replaced: [], facts: [] } satisfies Resolved;
  return { layers: await layersOfImage(run, { records }, resolved), notes };
}

const sizes = async (name: string) => projectOf(name, name === 'numpy' ? 16_000_000 : 600_000);
const down = () =>
  Promise.reject(new Failure([{ station: 'index', about: 'numpy', message: 'it does not answer' }]));
const noSizes = { is: 'note', text: 'the index says the size of no file, so that the image is one layer' };

test.each<
  [
    string,
    Readonly<Record<string, string>>,
    Parameters<typeof layersFor>[1],
    Awaited<ReturnType<typeof layersFor>>,
  ]
>([
  [
    'all that any platform installs, and not what the base has',
    { layers: 'auto' },
    { project: sizes },
    { layers: [['numpy'], [], ['certifi'], [], ['demo']], notes: [] },
  ],
  ['one, where nothing else is asked for', {}, { project: sizes }, { layers: undefined, notes: [] }],
  [
    'one, of a custom Dockerfile',
    { layers: 'auto', dockerfile: 'Dockerfile' },
    { project: sizes },
    { layers: undefined, notes: [] },
  ],
  [
    'as the image before it',
    { layers: 'auto' },
    { project: sizes, before: [['certifi', 'numpy'], [], [], [], ['demo']] },
    { layers: [['certifi', 'numpy'], [], [], [], ['demo']], notes: [] },
  ],
  [
    'one, and a note, where the index is down',
    { layers: 'auto' },
    { project: down },
    { layers: undefined, notes: [noSizes] },
  ],
])('the layers of an image: %s', async (_, given, more, expected) => {
  expect(await layersFor(given, more)).toEqual(expected);
});

const uploaded = (name: string, ...times: readonly string[]): string =>
  `[[packages]]\nname = "${name}"\nversion = "1.0"\nwheels = [${times.map((time) => `{ name = "x.whl", upload-time = ${time} }`).join(', ')}]\n`;
const dated: Lock = {
  ...lock,
  text: `lock-version = "1.0"\n\n${uploaded('numpy', '2026-01-01T00:00:00Z', '2026-01-02T03:04:05Z')}\n${uploaded('certifi', '2026-06-01T00:00:00.5Z')}\n${uploaded('demo')}`,
};
const of2026 = (month: number, ...rest: readonly [number, ...number[]]): number =>
  Date.UTC(2026, month, ...rest) / 1000;

test('a layer is as old as the newest of what is in it, and an empty one is none', () => {
  const layers: Layers = [['numpy'], [], ['certifi'], [], ['demo']];
  expect(layerList(layers, dated, undefined)).toEqual([
    { names: ['numpy'], time: of2026(0, 2, 3, 4, 5) },
    { names: ['certifi'], time: of2026(5, 1) },
    { names: ['demo'], time: 315_532_800 },
  ]);
  expect(layerList([['certifi', 'numpy'], [], [], [], ['demo']], dated, 1_700_000_000)).toEqual([
    { names: ['certifi', 'numpy'], time: 1_700_000_000 },
    { names: ['demo'], time: 1_700_000_000 },
  ]);
  expect(newestUpload(dated.text)).toBe(of2026(5, 1));
});
