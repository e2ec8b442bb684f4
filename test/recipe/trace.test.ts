import { expect, test } from 'vitest';
import { begin } from '../../src/commands/state.ts';
import { recordAttempts, recordSteps } from '../../src/run/trace.ts';
import { inputsOf } from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

/** What is noted of lines that buildx prints, each step a second long. */
async function spansOf(names: readonly string[], own: boolean) {
  const state = begin(inputsOf());
  await recordSteps(
    testWorld(),
    state,
    'build',
    (onAttempt) => {
      const hear = onAttempt();
      names.forEach((name, index) => {
        hear(`#${index + 1} ${name}`);
        hear(`#${index + 1} DONE 1.0s`);
      });
      return Promise.resolve();
    },
    own,
  );
  return state.spans.map(({ section, name, platform }) => [section, name, platform]);
}

const lines = [
  '[internal] load build definition from Dockerfile',
  '[image linux/arm/v7 stage-1 1/2] FROM docker.io/library/python:3.13-slim@sha256:ab',
  '[image linux/arm/v7 stage-1 2/2] RUN apt-get update',
  '[image linux/amd64->arm/v7 install 2/2] RUN --mount=type=bind,from=lock,target=/lock python3 ams/install.py',
  '[verify linux/arm/v7 run 2/2] RUN python3 -B /checks/verify.py',
];

test('steps of a rendered Dockerfile say what happens', async () => {
  expect(await spansOf(lines, false)).toEqual([
    ['build', 'pull python:3.13-slim for arm/v7', 'linux/arm/v7'],
    ['build', 'install the runtime packages for arm/v7', 'linux/arm/v7'],
    ['build', 'install the wheels for arm/v7', 'linux/arm/v7'],
    ['verify', 'verify linux/arm/v7', 'linux/arm/v7'],
  ]);
});

test('steps of an own Dockerfile keep their text', async () => {
  expect(await spansOf(lines, true)).toEqual([
    ['build', 'arm/v7 stage-1 FROM docker.io/library/python:3.13-slim@sha256:ab', 'linux/arm/v7'],
    ['build', 'arm/v7 stage-1 RUN apt-get update', 'linux/arm/v7'],
    ['build', 'arm/v7 install RUN --mount=type=bind,from=lock,target=/lock python3', 'linux/arm/v7'],
    ['verify', 'verify linux/arm/v7', 'linux/arm/v7'],
  ]);
  // Where one target is built, buildx names none.
  expect(await spansOf(['[stage-1 2/2] RUN apt-get update'], true)).toEqual([
    ['build', 'stage-1 RUN apt-get update', undefined],
  ]);
});

test('a step that has no words keeps its text', async () => {
  expect(await spansOf(['[linux/arm64 image 2/2] WORKDIR /app'], false)).toEqual([
    ['build', 'arm64 image WORKDIR /app', 'linux/arm64'],
  ]);
});

test('a second attempt, whose steps are numbered from the beginning, is a timeline of its own', async () => {
  const state = begin(inputsOf());
  await recordSteps(testWorld(), state, 'build', (onAttempt) => {
    const first = onAttempt();
    first('#1 [image 1/2] RUN fetch');
    first('#1 ERROR: Connection refused');
    first('#1 DONE 7.0s');
    const second = onAttempt();
    second('#1 [compile 1/2] RUN compile');
    second('#1 DONE 3.0s');
    return Promise.resolve();
  });
  expect(state.spans.map(({ name, seconds }) => [name, seconds])).toEqual([
    ['image RUN fetch', 7],
    ['compile RUN compile', 3],
  ]);
});

test('what was compiled is named with its way', () => {
  const state = begin(inputsOf());
  state.spans.push({ section: 'lock', name: 'look up', start: 1000, seconds: 1 });
  const attempt = { name: 'tide', version: '1.0', began: 5, seconds: 3 };
  recordAttempts(state, 'native', [{ ...attempt, way: 'native' }]);
  recordAttempts(state, 'linux/arm/v7', [
    { ...attempt, way: 'cross', why: 'it broke' },
    { ...attempt, way: 'emulated' },
    { ...attempt, name: 'of an earlier run', way: 'cross', began: 0 },
  ]);
  expect(state.spans.slice(1).map(({ name }) => name)).toEqual([
    'compile tide',
    'cross-compile tide for arm/v7',
    'compile tide under emulation for arm/v7',
  ]);
});
