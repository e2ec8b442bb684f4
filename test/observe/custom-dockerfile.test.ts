import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Digest } from '../../src/names/reference.ts';
import { observeDockerfile } from '../../src/observe/custom-dockerfile.ts';
import type { Reader } from '../../src/registry/client.ts';
import { RegistryProblem } from '../../src/registry/errors.ts';
import { systemFiles } from '../../src/world/files.ts';
import { dockerfileNamed } from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

const root = await mkdtemp(join(tmpdir(), 'custom-dockerfile-test-'));
const files = systemFiles(root);
afterAll(() => {
  files.close();
  return rm(root, { recursive: true, force: true });
});

const digest = `sha256:${'1'.repeat(64)}` as Digest;
const manifest = {
  digest,
  mediaType: 'application/vnd.oci.image.manifest.v1+json',
  bytes: new Uint8Array(Buffer.from('{}')),
};
const unasked = () => Promise.reject(new Error('this test does not ask that'));
/** Every registry has one image under the tag `3.13`. */
const registry: Reader = {
  headManifest: (_, tag) => Promise.resolve(tag === '3.13' ? { ...manifest, size: 2 } : undefined),
  getManifest: (_, tag) => Promise.resolve(tag === '3.13' ? manifest : undefined),
  headBlob: unasked,
  getBlob: unasked,
  saveBlob: unasked,
  listTags: unasked,
};

/** What is read of a Dockerfile that has these files beside it, and these parents by the names that it calls them. */
async function read(
  dockerfile: string,
  context: Readonly<Record<string, string>> = {},
  parents: Readonly<Record<string, string>> = {},
  reader: Reader = registry,
) {
  const folder = join(root, String(Math.random()));
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const [path, text] of Object.entries({ Dockerfile: dockerfile, ...context }))
    writeFileSync(join(folder, path), text);
  const image = dockerfileNamed('image', parents);
  const content = { ...image.content, path: join(folder, 'Dockerfile'), context: folder };
  const notes: string[] = [];
  const custom = await observeDockerfile({ ...testWorld(), files }, content, image, reader, [], (note) =>
    notes.push(note),
  );
  return {
    pins: custom.pins,
    bases: custom.bases.map(({ reference }) => reference),
    on: custom.standsOn?.reference,
    notes,
  };
}

test.each<[string, string]>([
  ['as it is', 'FROM python:3.13\n'],
  ['of a variable that is taken apart', 'ARG publish_target\nFROM python:${publish_target%-slim}\n'],
  ['of one that is replaced', 'ARG publish_target\nFROM python:${publish_target/-slim/}\n'],
  ['of a default', 'FROM python:${VERSION:-3.13}\n'],
])('a base is pinned and compared whose name is written %s', async (_, dockerfile) => {
  expect(await read(dockerfile)).toEqual({
    pins: { 'python:3.13': `docker.io/library/python:3.13@${digest}` },
    bases: ['python:3.13'],
    on: 'python:3.13',
    notes: [],
  });
});

const anew =
  'the Dockerfile takes .git from the build context, which is another one in every clone, so that each clone builds anew.';
const out = ' The way out is a line **/.git in .dockerignore';
test.each<[string, string, Readonly<Record<string, string>>, string[]]>([
  [
    'with a credential that may be in it',
    'COPY . /app',
    { '.git/config': '' },
    [
      `${anew} The credential of a checkout may get into the image too: actions/checkout leaves it in .git/config unless persist-credentials is false.${out}`,
    ],
  ],
  ['without its config', 'COPY .git/HEAD /', { '.git/HEAD': '', '.git/config': '' }, [`${anew}${out}`]],
  ['that is ignored', 'COPY . /app', { '.git/config': '', '.dockerignore': '**/.git\n' }, []],
  ['that is not taken', 'COPY Dockerfile /app', { '.git/config': '' }, []],
])('the note on a .git %s', async (_, instruction, context, notes) => {
  expect((await read(`FROM python:3.13\n${instruction}\n`, context)).notes).toEqual(notes);
});

test('a parent is not looked up: it is built in the same run, or known already', async () => {
  const text = 'FROM python:3.13 AS tool\nFROM team/parent:1\nCOPY --from=tool /a /b\n';
  expect(await read(text, {}, { 'team/parent:1': 'parent' })).toEqual({
    pins: { 'python:3.13': `docker.io/library/python:3.13@${digest}` },
    bases: ['python:3.13'],
    on: undefined,
    notes: [],
  });
});

test('an image that is written by its digest stays as it is written', async () => {
  const written = `python:3.13@${digest}`;
  const reader = { ...registry, getManifest: () => Promise.resolve(manifest) };
  expect(await read(`FROM ${written}\n`, {}, {}, reader)).toEqual({
    pins: {},
    bases: [written],
    on: written,
    notes: [],
  });
});

const trouble = {
  method: 'GET',
  url: 'https://ghcr.io/v2/team/base/manifests/1',
  repository: { registry: 'ghcr.io', name: 'team/base' },
  action: 'pull',
  credential: { kind: 'anonymous' },
} as const;
const answering = (error: Error): Reader => ({ ...registry, getManifest: () => Promise.reject(error) });

test.each<[string, string, Reader]>([
  ['that is not there', 'team/base:1', registry],
  ['of a name that cannot be known', '$UNKNOWN', registry],
  [
    'that a registry does not show',
    'team/base:1',
    answering(new RegistryProblem({ ...trouble, status: 401, temporary: false })),
  ],
])('an image %s is left to the builder, and that is noted', async (_, from, reader) => {
  expect(await read(`FROM ${from}\n`, {}, {}, reader)).toEqual({
    pins: {},
    bases: [],
    on: undefined,
    notes: [
      `whether "${from}" moved cannot be seen: it was not found, or no registry could be asked about it`,
    ],
  });
});

test('an image by its digest that is not there is left to the builder: it does not move', async () => {
  const { notes, bases } = await read(`FROM python:3.13@${digest}\n`, {}, {}, registry);
  expect({ notes, bases }).toEqual({ notes: [], bases: [] });
});

test('a registry that is only away for now ends the image: a move of its base would not be seen', async () => {
  const away = new RegistryProblem({ ...trouble, status: 503, temporary: true });
  await expect(read('FROM team/base:1\n', {}, {}, answering(away))).rejects.toBe(away);
});

test('what a Dockerfile fetches by itself is noted', async () => {
  const { notes } = await read('FROM python:3.13\nADD https://example.com/a.tar /\n');
  expect(notes).toEqual([
    expect.stringMatching(/^line 2 of the Dockerfile, .+; rebuild: always or a max_age renews it$/),
  ]);
});

test.each([
  [
    'has no FROM',
    'ARG A\n',
    'line 1: the file ends without a FROM. A Dockerfile has at least one stage: begin it with FROM and the name of an image.',
  ],
  [
    'begins with something else',
    '# x\nRUN <<EOF\nFROM a\nEOF\nFROM python:3.13\n',
    'line 2: "RUN" stands before the first FROM, where only ARG may. Put it below the FROM of the stage that it belongs to.',
  ],
  ['begins with a slip', 'FRM x\n', 'line 1: "FRM" is no instruction. Did you mean "FROM"?'],
  [
    'is none',
    '\u007fELF\u0002\u009b31m\n',
    'line 1: "\\u007fELF\\u0002\\u009b31M" is no instruction. A Dockerfile begins with FROM and the name of an image.',
  ],
  [
    'has a FROM without an image',
    'FROM python:3.13 AS one\nFROM Not/Valid:::\nCOPY --from=one / /\n',
    'line 2: "Not/Valid:::" is no image: repository "Not/Valid" has upper-case letters: a repository\'s name is lower case only. Write "not/valid".',
  ],
])('a Dockerfile that %s is refused before a builder would, with its path and line', async (_, text, why) => {
  const failure: unknown = await read(text).catch((error: unknown) => error);
  expect(failure instanceof Failure && [failure.exitCode, failure.problems]).toEqual([
    2,
    [
      {
        station: 'input',
        about: 'dockerfile',
        message: expect.stringMatching(/^"\/.+\/Dockerfile", line \d/) as string,
      },
    ],
  ]);
  expect((failure as Failure).message).toContain(`/Dockerfile", ${why}`);
});

test('a Dockerfile that is not there is said by the name that was given', async () => {
  const image = dockerfileNamed('image');
  const content = { ...image.content, path: 'docker/Dockerfile' };
  const failure: unknown = await observeDockerfile(
    { ...testWorld(), files },
    content,
    image,
    registry,
    [],
    () => undefined,
  ).catch((error: unknown) => error);
  expect(failure instanceof Failure && failure.problems).toEqual([
    {
      station: 'input',
      about: 'dockerfile',
      message:
        'There is no file "docker/Dockerfile". The input dockerfile is a path from the workspace; leave it empty to take the one that is rendered here.',
    },
  ]);
});
