import { expect, test } from 'vitest';
import type { Context } from '../../src/commands/context.ts';
import { startsOf } from '../../src/observe/starts.ts';
import { Failure } from '../../src/errors.ts';
import type { Digest } from '../../src/names/reference.ts';
import { cellOf, inputsOf } from '../support/cells.ts';

const bytes = (value: object): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const [manifest, config] = ['sha256:a', 'sha256:c'] as Digest[];
const repository = { registry: 'ghcr.io', name: 'team/base' };

/** A run with this Dockerfile on a base that starts `serve`; counts what a registry is asked. */
function given(text: string, raw: Readonly<Record<string, string>> = {}, answers = true) {
  const inputs = inputsOf(raw);
  const asked: string[] = [];
  const answer = <T>(what: string, value: T): Promise<T> => {
    asked.push(what);
    if (answers) return Promise.resolve(value);
    return Promise.reject(new Failure([{ station: 'registry', message: 'It does not answer.' }]));
  };
  const reader = {
    getManifest: (_: unknown, at: string) => answer(at, { bytes: bytes({ config: { digest: config } }) }),
    getBlob: (_: unknown, at: string) =>
      answer(at, bytes({ config: { Entrypoint: ['serve'], Cmd: null, WorkingDir: '/srv' } })),
  };
  const standsOn = {
    reference: 'team/base',
    repository,
    digest: 'sha256:i',
    platforms: [{ platform: 'linux/amd64', digest: manifest }],
  };
  const context = { inputs, cell: cellOf(inputs), found: { reader }, own: { text, standsOn } };
  return { context: context as unknown as Context, asked };
}

test.each<[string, ReturnType<typeof given>, object, readonly string[]]>([
  [
    'a base is asked for what the Dockerfile leaves to it',
    given('FROM team/base\nCMD ["more"]'),
    { entrypoint: ['serve'], cmd: ['more'], folder: '/srv' },
    [manifest!, config!],
  ],
  [
    'and not where the Dockerfile says it',
    given('FROM team/base\nENTRYPOINT ["app"]'),
    { entrypoint: ['app'], cmd: [], folder: '/' },
    [],
  ],
  [
    'nor where nothing is looked for',
    given('FROM team/base', { verify_python: '/opt/python' }),
    { entrypoint: [], cmd: [], folder: '/' },
    [],
  ],
  [
    'a registry that does not answer ends nothing',
    given('FROM team/base\nCMD ["more"]', {}, false),
    { entrypoint: [], cmd: ['more'], folder: '/' },
    [manifest!],
  ],
])('%s', async (_, { context, asked }, starts, requests) => {
  expect(await startsOf(context)).toEqual(starts);
  expect(asked).toEqual(requests);
});

test('a rendered image starts what this program wrote', async () => {
  const { own: _, ...context } = given('').context;
  expect(await startsOf(context)).toBeUndefined();
});
