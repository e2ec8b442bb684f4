/** What an image starts whose Dockerfile leaves that to another image of the same group. */
import { expect, test } from 'vitest';
import { readStarts, type Starts } from '../../src/dockerfile/starts.ts';
import type { Digest } from '../../src/names/reference.ts';
import type { CustomDockerfile } from '../../src/observe/custom-dockerfile.ts';
import type { ObservedPlace } from '../../src/observe/image.ts';
import type { ObservedBase } from '../../src/observe/observe.ts';
import type { Image, ImageId } from '../../src/plan/image.ts';
import type { RegistryClient } from '../../src/registry/client.ts';
import { mediaTypes } from '../../src/registry/manifest.ts';
import { startsInGroup } from '../../src/run/starts.ts';
import { present } from '../decide/values.ts';
import { base, dockerfileNamed, imageOfInputs, inputsOf, policyOfInputs } from '../support/cells.ts';
import { bytesOf } from '../support/images.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

const policy = policyOfInputs(inputsOf());
const repository = { registry: 'docker.io', name: 'library/python' };
const observedBase: ObservedBase = { ...base, repository, platforms: [] };
const parentId = 'parent' as ImageId;
const held = present();

/** A registry that holds the base and the parent, each with a configuration of its own. */
const client = {
  getManifest: (_: unknown, digest: Digest) =>
    Promise.resolve({
      mediaType: mediaTypes.ociManifest,
      digest,
      bytes: bytesOf({ config: { digest: digest === base.digest ? 'base' : 'parent' } }),
    }),
  getBlob: (_: unknown, config: string) =>
    Promise.resolve(
      bytesOf({
        config: config === 'base' ? { Cmd: ['python3'], WorkingDir: '/work' } : { Entrypoint: ['held'] },
      }),
    ),
} as unknown as RegistryClient;
const session = testSession({ world: testWorld(), client });

const custom = (text: string): CustomDockerfile => ({
  path: '/Dockerfile',
  context: '/',
  usesPackages: false,
  pins: {},
  text,
  contextHashes: {} as CustomDockerfile['contextHashes'],
  bases: [],
  parent: 'team/parent',
});

const rendered = (raw: Readonly<Record<string, string>> = {}): Image => ({
  ...imageOfInputs(inputsOf(raw)),
  id: parentId,
});
/** The parent as it is built; `text` is its Dockerfile, where it has one. */
const taskOf = (image: Image, text?: string) => ({
  run: runIn(session, image, policy, false),
  base: observedBase,
  starts: text === undefined ? undefined : readStarts(text, {}, undefined),
});

interface Row {
  readonly text?: string;
  readonly task?: ReturnType<typeof taskOf>;
  readonly places?: readonly ObservedPlace[];
  readonly expected: Starts;
}

test.each<[string, Row]>([
  [
    'a parent with a Dockerfile of its own',
    {
      task: taskOf(dockerfileNamed('parent'), 'FROM scratch\nWORKDIR /app\nENTRYPOINT ["app"]\nCMD ["-v"]'),
      expected: { entrypoint: ['app'], cmd: ['-v'], folder: '/app' },
    },
  ],
  [
    'a rendered parent with a command',
    {
      task: taskOf(rendered({ command: 'demo --serve' })),
      expected: { entrypoint: [], cmd: ['demo', '--serve'], folder: '/work' },
    },
  ],
  [
    'a rendered parent without one, which starts what its base does',
    { task: taskOf(rendered()), expected: { entrypoint: [], cmd: ['python3'], folder: '/work' } },
  ],
  [
    'a parent that is kept',
    { places: [{ repository, held }], expected: { entrypoint: ['held'], cmd: [], folder: '/' } },
  ],
  ['a parent of which nothing is there', { expected: { entrypoint: [], cmd: [], folder: '/' } }],
  [
    'no parent, where the Dockerfile says it itself',
    {
      text: 'FROM team/parent\nENTRYPOINT ["own"]',
      task: taskOf(rendered({ command: 'demo' })),
      expected: { entrypoint: ['own'], cmd: [], folder: '/' },
    },
  ],
])('is up to %s', async (_, { text = 'FROM team/parent', task, places = [], expected }) => {
  const child = runIn(session, dockerfileNamed('child', { 'team/parent': 'parent' }), policy, false);
  const tasks = task === undefined ? [] : [task];
  const starts = await startsInGroup(child, { custom: custom(text) }, tasks, (id) =>
    id === parentId ? places : [],
  );
  expect(starts).toEqual(expected);
});

test('of an image without a Dockerfile nothing is asked', async () => {
  expect(await startsInGroup(runIn(session, rendered(), policy), {}, [], () => [])).toBeUndefined();
});
