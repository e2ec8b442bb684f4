import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ownDockerfile } from '../../src/observe/custom-dockerfile.ts';
import type { Digest } from '../../src/names/reference.ts';
import type { Reader } from '../../src/registry/client.ts';
import { systemFiles } from '../../src/world/files.ts';
import { cellOf, inputsOf } from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

const root = await mkdtemp(join(tmpdir(), 'own-dockerfile-test-'));
const files = systemFiles(root);
afterAll(() => {
  files.close();
  return rm(root, { recursive: true, force: true });
});

const digest = `sha256:${'1'.repeat(64)}` as Digest;

/** What is read of a Dockerfile, where every registry has one image under the tag `3.13`. */
async function read(dockerfile: string, context: Readonly<Record<string, string>> = {}) {
  const folder = join(root, String(Math.random()));
  mkdirSync(join(folder, '.git'), { recursive: true });
  for (const [path, text] of Object.entries({ Dockerfile: dockerfile, ...context }))
    writeFileSync(join(folder, path), text);
  const manifest = {
    digest,
    mediaType: 'application/vnd.oci.image.manifest.v1+json',
    bytes: Buffer.from('{}'),
  };
  const reader = {
    headManifest: (_, tag) => Promise.resolve(tag === '3.13' ? manifest : undefined),
    getManifest: (_, tag) => Promise.resolve(tag === '3.13' ? manifest : undefined),
  } as Partial<Reader> as Reader;
  const inputs = inputsOf({ dockerfile: join(folder, 'Dockerfile'), docker_build_path: folder });
  const notes: string[] = [];
  const own = await ownDockerfile({ ...testWorld(), files }, inputs, cellOf(inputs), reader, [], (note) =>
    notes.push(note),
  );
  return {
    pins: own?.pins,
    bases: own?.bases.map(({ reference }) => reference),
    on: own?.standsOn?.reference,
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
