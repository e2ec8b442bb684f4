import { expect, test } from 'vitest';
import { buildNative, type NativeRequest } from '../../src/build/native.ts';
import type { Platform } from '../../src/names/platform.ts';
import { testWorld } from '../support/world.ts';
import { file } from '../support/cells.ts';

const failed =
  '#7 [native 1/1] RUN python3 /programs/compile.py\n#7 1.0 error: only for arm\n#7 ERROR: process';
const unreached =
  '#7 [native 1/1] RUN python3 /programs/compile.py\n#7 1.0 Connection refused\n#7 ERROR: process';

/** A world in which every build fails with these words. */
function failing(stderr: string) {
  const world = testWorld({ run: () => ({ code: 1, stdout: '', stderr }) });
  const files = { ...world.files, temporary: () => Promise.resolve('/w'), write: () => Promise.resolve() };
  return { ...world, files };
}
const requestFor = (platforms: readonly Platform[]): NativeRequest => ({
  dockerfile: '',
  programs: new Proxy({}, { get: () => '' }) as NativeRequest['programs'],
  arguments: {},
  secrets: [],
  native: [
    { name: 'ebb', version: '2.0', sdist: file('ebb-2.0.tar.gz'), serves: ['linux/amd64'] },
    { name: 'tide', version: '1.0', sdist: file('tide-1.0.tar.gz'), serves: ['linux/amd64'] },
  ],
  platforms,
  saveWheels: false,
});
const outcome = (stderr: string, platforms: readonly Platform[]) =>
  buildNative(failing(stderr), { env: {} }, requestFor(platforms)).then(
    ({ native, attempts }) => ({ native, attempts }),
    (error: Error) => error.message,
  );

test.each([
  [
    'of an image for that machine',
    failed,
    ['linux/amd64', 'linux/arm/v7'],
    'A wheel of ebb 2.0, tide 1.0 could not be built.',
  ],
  [
    'of which it says what failed',
    `${failed}\n#7 2.0 did not compile: tide 1.0\n2.0 did not compile: tide 1.0`,
    ['linux/amd64'],
    'A wheel of tide 1.0 could not be built.',
  ],
  [
    'of one for other machines, where it was only asked whether it is pure',
    failed,
    ['linux/arm/v7'],
    undefined,
  ],
  [
    'of such a one, where a server was not reached',
    unreached,
    ['linux/arm/v7'],
    'A wheel of ebb 2.0, tide 1.0 could not be built. The builder could not reach a server over the network, twice. If it stays, look at name resolution and proxy of the builder, and at index_url.',
  ],
] as const)('what does not build on the build machine, %s', async (_, stderr, platforms, problem) => {
  expect(await outcome(stderr, platforms)).toEqual(problem ?? { native: [], attempts: [] });
});

test('of an offer, those that were built are what is native', async () => {
  const attempts = [
    { name: 'ebb', version: '2.0', way: 'native', seconds: 1, why: 'no ebb.h' },
    { name: 'tide', version: '1.0', way: 'native', seconds: 2, bytes: 7 },
  ];
  const left: Readonly<Record<string, string>> = {
    '/w/out/names': 'compiled.json\ntide-1.0-py3-none-any.whl\n',
    '/w/out/compiled.json': JSON.stringify(attempts),
  };
  const world = testWorld({ run: () => ({ code: 0, stdout: '', stderr: '' }) });
  const files = {
    ...world.files,
    temporary: () => Promise.resolve('/w'),
    write: () => Promise.resolve(),
    read: (path: string) => Promise.resolve(left[path]),
  };
  const platforms: readonly Platform[] = ['linux/amd64', 'linux/arm/v7'];
  const built = await buildNative({ ...world, files }, { env: {} }, requestFor(platforms));
  const [, tide] = requestFor(platforms).native;
  expect(built).toEqual({ folder: '/w/out', native: [{ ...tide, serves: platforms }], attempts });
});
