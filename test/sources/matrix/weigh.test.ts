import { expect, test } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import type { Artifact, Lock } from '../../../src/lock/lock.ts';
import type { Image } from '../../../src/plan/image.ts';
import { parseProject } from '../../../src/package-index/simple.ts';
import { reckon, type Reckoned } from '../../../src/sources/matrix/weigh.ts';
import { openEarlierTimes } from '../../../src/wheel-cache/earlier-times.ts';
import { allOf } from '../../../src/report/journal.ts';
import { imageOfInputs, inputsOf, policyOfInputs } from '../../support/cells.ts';
import { testSession } from '../../support/session.ts';
import { testWorld } from '../../support/world.ts';

const artifact = (filename: string): Artifact => ({
  filename,
  url: `https://files.example.org/${filename}`,
  sha256: '0'.repeat(64),
});
/** It has no source, and no wheel for linux/arm/v7. */
const lock: Lock = {
  text: '',
  resolved: 'host',
  packages: [
    {
      name: 'swift',
      version: '5.0',
      wheels: ['x86_64', 'aarch64'].map((one) => artifact(`swift-5.0-py3-none-manylinux2014_${one}.whl`)),
    },
  ],
};
const inputs = inputsOf({ platform: 'linux/amd64 linux/arm64 linux/arm/v7' });
const reckoned = (
  more: Partial<Image>,
  session = testSession({ world: testWorld() }),
): Promise<Reckoned | Failure> =>
  reckon(
    {
      ...session,
      earlierTimes: openEarlierTimes(),
      resolve: () => Promise.resolve(lock),
      wheelStore: () => Promise.resolve(undefined),
    },
    { ...imageOfInputs(inputs), ...more },
    policyOfInputs(inputs),
    'build',
    [],
  ).catch((error: unknown) => {
    if (error instanceof Failure) return error;
    throw error;
  });

test('an image that can do without a platform can be made where a requirement is not to be had for it', async () => {
  const session = testSession({ world: testWorld() });
  expect(await reckoned({ optional: ['linux/arm/v7'] }, session)).toEqual({
    seconds: 60,
    compiling: { 'linux/amd64': 0, 'linux/arm64': 0 },
  });
  const [said, ...more] = allOf(session.events, 'dropped');
  expect([said?.platform, said?.problems[0]?.about, more]).toEqual(['linux/arm/v7', 'swift', []]);
});

test.each([{}, { optional: ['linux/arm64'] as const }])('another one cannot: %j', async (more) => {
  expect(await reckoned(more)).toEqual(
    new Failure([
      {
        station: 'index',
        about: 'swift',
        platforms: ['linux/arm/v7'],
        message:
          'swift 5.0 cannot be installed on linux/arm/v7: no wheel for cp313 on linux/arm/v7, and the index has no source distribution to compile. Leave the platform out, or choose another version.',
      },
    ]),
  );
});

test('one can where an index of wheels has the requirement for that platform', async () => {
  const filename = 'swift-5.0-cp313-cp313-linux_armv7l.whl';
  const page = JSON.stringify({ files: [{ filename, url: filename, hashes: { sha256: '1'.repeat(64) } }] });
  const project = parseProject('swift', page, 'application/json', 'https://wheels.example.org/swift/');
  const session = testSession({ world: testWorld() });
  const packageIndex: typeof session.packageIndex = (indexes) => ({
    ...session.packageIndex(indexes),
    wheelIndexes: (_, platform) =>
      platform === 'linux/arm/v7' ? [{ name: 'pi', project: () => Promise.resolve(project) }] : [],
  });
  const asked = inputsOf({
    platform: 'linux/amd64 linux/arm64 linux/arm/v7',
    extra_indexes: 'wheels linux/arm/v7 https://wheels.example.org',
  });
  expect(await reckoned(imageOfInputs(asked), { ...session, packageIndex })).toEqual({
    seconds: 60,
    compiling: { 'linux/amd64': 0, 'linux/arm64': 0, 'linux/arm/v7': 0 },
  });
});
