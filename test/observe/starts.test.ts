import { expect, test } from 'vitest';
import type { Starts } from '../../src/dockerfile/starts.ts';
import { Failure } from '../../src/errors.ts';
import type { ObservedBase } from '../../src/observe/observe.ts';
import { startsOf } from '../../src/observe/starts.ts';
import { RegistryProblem } from '../../src/registry/errors.ts';
import { mediaTypes } from '../../src/registry/manifest.ts';
import type { Digest } from '../../src/names/reference.ts';
import { digestOfOnly } from '../decide/values.ts';
import { imageOfInputs, inputsOf, policyOfInputs } from '../support/cells.ts';
import { bytesOf } from '../support/images.ts';

const [whole, manifest, config] = ['a', 'b', 'c'].map(digestOfOnly) as [Digest, Digest, Digest];
const repository = { registry: 'ghcr.io', name: 'team/base' };
const standsOn: ObservedBase = {
  reference: 'team/base',
  repository,
  digest: whole,
  platforms: [{ platform: 'linux/amd64', digest: manifest }],
};
const runs = { Entrypoint: ['serve'], Cmd: null, WorkingDir: '/srv' };
const lasting = new Failure([{ station: 'registry', message: 'It has no such image.' }]);
const passing = new RegistryProblem({
  method: 'GET',
  url: 'https://ghcr.io/v2/team/base/manifests/1',
  repository,
  action: 'pull',
  credential: { kind: 'anonymous' },
  status: 503,
  temporary: true,
});

/** A registry that has a base of this configuration, or fails; what it is asked is kept. */
function registry(answer: object | Failure = runs) {
  const asked: string[] = [];
  const say = <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    return answer instanceof Failure ? Promise.reject(answer) : Promise.resolve(value);
  };
  return {
    asked,
    getManifest: (_: unknown, at: string) =>
      say(at, {
        mediaType: mediaTypes.ociManifest,
        digest: manifest,
        bytes: bytesOf({ config: { digest: config } }),
      }),
    getBlob: (_: unknown, at: string) => say(at, bytesOf({ config: answer })),
  };
}

/** What the image of a Dockerfile starts, of inputs that name one. */
function starts(
  reader: ReturnType<typeof registry>,
  text: string,
  raw: Readonly<Record<string, string>> = {},
): Promise<Starts> {
  const inputs = inputsOf({ dockerfile: 'Dockerfile', ...raw });
  return startsOf(reader, { text, standsOn }, imageOfInputs(inputs), policyOfInputs(inputs).verify);
}

const nothing: Starts = { entrypoint: [], cmd: [], folder: '/' };
interface Row {
  readonly text: string;
  readonly raw?: Readonly<Record<string, string>>;
  readonly answer?: object | Failure;
  readonly expected: Starts;
  readonly asked: readonly string[];
}

test.each<[string, Row]>([
  [
    'a base is asked for what the Dockerfile leaves to it',
    {
      text: 'FROM team/base\nCMD ["more"]',
      expected: { entrypoint: ['serve'], cmd: ['more'], folder: '/srv' },
      asked: [manifest, config],
    },
  ],
  [
    'and as a whole, where it says nothing of the first platform',
    {
      text: 'FROM team/base',
      raw: { platform: 'linux/arm64' },
      expected: { entrypoint: ['serve'], cmd: [], folder: '/srv' },
      asked: [whole, config],
    },
  ],
  [
    'and not where the Dockerfile says it',
    {
      text: 'FROM team/base\nENTRYPOINT ["app"]',
      expected: { entrypoint: ['app'], cmd: [], folder: '/' },
      asked: [],
    },
  ],
  [
    'nor where the Dockerfile says it by a build argument',
    {
      text: 'ARG stage\nFROM team/base AS one\nENTRYPOINT ["app"]\nFROM team/base AS two\nFROM $stage',
      raw: { build_args: 'stage=one' },
      expected: { entrypoint: ['app'], cmd: [], folder: '/' },
      asked: [],
    },
  ],
  [
    'nor where nothing is looked for',
    { text: 'FROM team/base', raw: { verify_python: '/opt/python' }, expected: nothing, asked: [] },
  ],
  [
    'nor where nothing is run',
    { text: 'FROM team/base', raw: { verify: 'off' }, expected: nothing, asked: [] },
  ],
  [
    'a registry that says no ends nothing',
    {
      text: 'FROM team/base\nCMD ["more"]',
      answer: lasting,
      expected: { entrypoint: [], cmd: ['more'], folder: '/' },
      asked: [manifest],
    },
  ],
])('%s', async (_, { text, raw, answer, expected, asked }) => {
  const reader = registry(answer);
  expect(await starts(reader, text, raw)).toEqual(expected);
  expect(reader.asked).toEqual(asked);
});

test('nobody is asked where it is not known what the Dockerfile stands on', async () => {
  const reader = registry();
  const image = imageOfInputs(inputsOf({ dockerfile: 'Dockerfile' }));
  expect(await startsOf(reader, { text: 'FROM $UNKNOWN' }, image, 'all')).toEqual(nothing);
  expect(reader.asked).toEqual([]);
});

test('a registry that is only away for now ends the image: the checks must not look into another Python', async () => {
  await expect(starts(registry(passing), 'FROM team/base')).rejects.toBe(passing);
});
