import { expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Platform } from '../../src/names/platform.ts';
import { progressReader } from '../../src/report/steps.ts';
import { ofPlatforms } from '../../src/run/failed-platforms.ts';

const machine: Platform = 'linux/amd64';

/** Platforms that a failure of a build with these lines is about. */
function blamed(...lines: readonly string[]): unknown {
  const reader = progressReader({ now: () => 0 });
  for (const line of lines) reader.line(line);
  const failure = new Failure([{ station: 'build', about: 'demo', message: 'No.' }]);
  const told = ofPlatforms(failure, reader.steps(), machine);
  return (told as Failure).problems[0]?.platforms;
}

test.each<[string, readonly string[], readonly Platform[] | undefined]>([
  [
    'a step for a platform, where several targets are built',
    ['#7 [image linux/arm/v7 packages 3/4] RUN cc', '#7 ERROR: process "cc" did not complete: exit code: 1'],
    ['linux/arm/v7'],
  ],
  [
    'a step that ends the others',
    [
      '#7 [linux/arm/v7 packages 3/4] RUN cc',
      '#8 [linux/arm64 packages 3/4] RUN cc',
      '#8 CANCELED',
      '#9 [linux/arm/v6 packages 3/4] RUN cc',
      '#9 ERROR: failed to solve: context canceled',
      '#7 ERROR: exit code: 1',
    ],
    ['linux/arm/v7'],
  ],
  [
    'steps for two platforms',
    [
      '#7 [linux/arm/v7 packages 3/4] RUN cc',
      '#8 [linux/arm64 packages 3/4] RUN cc',
      '#7 ERROR: exit code: 1',
      '#8 ERROR: exit code: 1',
    ],
    ['linux/arm/v7', 'linux/arm64'],
  ],
  [
    'a base that there is none of for it',
    [
      '#3 [linux/arm/v7 internal] load metadata for docker.io/library/tide:1',
      '#3 ERROR: docker.io/library/tide:1: no match for platform in manifest: not found',
    ],
    ['linux/arm/v7'],
  ],
  [
    'a step that cross-compiles for it',
    ['#7 [linux/amd64->arm/v7 cross 3/4] RUN cc', '#7 ERROR: exit code: 1'],
    ['linux/arm/v7'],
  ],
  [
    'a step on the platform of the builder, which may be for any',
    ['#7 [linux/amd64 builder 3/4] RUN apt-get', '#7 ERROR: exit code: 100'],
    undefined,
  ],
  ['a step of all', ['#9 exporting to oci image format', '#9 ERROR: no space left on device'], undefined],
  [
    'a step for a platform, and one of all',
    [
      '#7 [linux/arm/v7 packages 3/4] RUN cc',
      '#9 exporting to oci image format',
      '#7 ERROR: exit code: 1',
      '#9 ERROR: no space left on device',
    ],
    undefined,
  ],
  ['no step', ['#1 [internal] load build definition', '#1 DONE 0.0s'], undefined],
])('%s says for which platforms a build failed', (_, lines, platforms) => {
  expect(blamed(...lines)).toEqual(platforms);
});

test('what is no failure is handed on', () => {
  const mistake = new TypeError('x is undefined');
  expect(ofPlatforms(mistake, [], machine)).toBe(mistake);
});
