import { expect, test } from 'vitest';
import { progressReader, stepName } from '../../src/report/steps.ts';

test.each([
  ['one platform', '[packages 1/2] FROM x', { stage: 'packages', name: 'FROM x' }],
  ['a stage without a name', '[1/2] RUN x', { stage: '', name: 'RUN x' }],
  [
    'a target of several',
    '[single compile 2/2] RUN x',
    { target: 'single', stage: 'compile', name: 'RUN x' },
  ],
  ['a platform', '[linux/arm/v7 tree 1/1] COPY', { stage: 'tree', platform: 'linux/arm/v7', name: 'COPY' }],
  [
    'for another platform, with padding',
    '[linux/amd64->arm/v7 packages  2/12] RUN [x]',
    { stage: 'packages', platform: 'linux/arm/v7', runsOn: 'linux/amd64', name: 'RUN [x]' },
  ],
  [
    'for another variant',
    '[linux/arm/v7->v6 a 1/1] x',
    { stage: 'a', platform: 'linux/arm/v6', runsOn: 'linux/arm/v7', name: 'x' },
  ],
  [
    'target and platforms',
    '[verify linux/amd64->arm64 packages 2/2] RUN x',
    { target: 'verify', stage: 'packages', platform: 'linux/arm64', runsOn: 'linux/amd64', name: 'RUN x' },
  ],
  ['internal', '[internal] load x', { stage: 'internal', name: 'load x' }],
  ['internal of a target', '[image internal] load x', { target: 'image', stage: 'internal', name: 'load x' }],
  [
    'internal of a target and a platform',
    '[image linux/arm64 internal] load x',
    { target: 'image', stage: 'internal', platform: 'linux/arm64', name: 'load x' },
  ],
  ['a context', '[context packages] load', { stage: 'context packages', name: 'load' }],
  ['a context of a target', '[image context a] load', { target: 'image', stage: 'context a', name: 'load' }],
  [
    'the export of a target',
    '[image] exporting to image',
    { target: 'image', stage: '', name: 'exporting to image' },
  ],
  ['the export', 'exporting to image', { stage: '', name: 'exporting to image' }],
  ['a sign-in', '[auth] library/python:pull token', { stage: 'auth', name: 'library/python:pull token' }],
  [
    'a platform of no Python image',
    '[linux/mips64 a 1/1] x',
    { target: 'linux/mips64', stage: 'a', name: 'x' },
  ],
])('name: %s', (_, text, expected) => {
  expect(stepName(text)).toEqual(expected);
});

test('a build as buildx prints it', () => {
  let now = 0;
  const reader = progressReader({ now: () => now });
  const lines: readonly [number, string][] = [
    [0, '#0 building with "default" instance using docker driver'],
    [0, ''],
    [100, '#1 [internal] load build definition from Dockerfile'],
    [110, '#1 transferring dockerfile: 535B done'],
    [150, '#1 DONE 0.0s'],
    [200, '#6 [linux/arm/v7 compile 1/2] FROM docker.io/library/python@sha256:ab'],
    [210, '#6 resolve docker.io/library/python@sha256:ab 0.0s done'],
    [220, '#6 DONE 0.0s'],
    [230, '#6 CACHED'],
    [300, '#8 [linux/arm/v7 compile 2/2] RUN pip wheel'],
    [310, '#8 ...'],
    // Held back while number 8 was shown: it took 2 s and ends now.
    [2400, '#9 [linux/amd64->arm/v7 packages 2/2] RUN pip install'],
    [2400, '\u001b[34m#9 0.674 Collecting x\u001b[0m'],
    [2400, '#9 DONE 2.0s'],
    [2500, '#8 [linux/arm/v7 compile 2/2] RUN pip wheel'],
    [2500, '#8 0.804 fatal error: Python.h: No such file'],
    [4300, '#8 ERROR: process "/bin/sh -c pip wheel" did not complete successfully: exit code: 1'],
    [4300, '#10 [linux/amd64 verify 1/1] RUN x'],
    [4400, '#10 CANCELED'],
    [4500, '#11 [linux/amd64 image 1/1] COPY'],
    [4600, '------'],
    [4600, ' > [linux/arm/v7 compile 2/2] RUN pip wheel:'],
    [4600, '0.804 fatal error: Python.h: No such file'],
    [4600, 'ERROR: failed to solve: process did not complete'],
  ];
  for (const [time, line] of lines) {
    now = time;
    reader.line(line);
  }
  now = 5000;
  expect(reader.steps()).toEqual([
    {
      id: 1,
      stage: 'internal',
      name: 'load build definition from Dockerfile',
      start: 100,
      seconds: 0,
      cached: false,
    },
    {
      id: 6,
      stage: 'compile',
      platform: 'linux/arm/v7',
      name: 'FROM docker.io/library/python@sha256:ab',
      start: 200,
      seconds: 0,
      cached: true,
    },
    {
      id: 8,
      stage: 'compile',
      platform: 'linux/arm/v7',
      name: 'RUN pip wheel',
      start: 300,
      seconds: 4,
      cached: false,
      error: 'process "/bin/sh -c pip wheel" did not complete successfully: exit code: 1',
    },
    {
      id: 9,
      stage: 'packages',
      platform: 'linux/arm/v7',
      runsOn: 'linux/amd64',
      name: 'RUN pip install',
      start: 400,
      seconds: 2,
      cached: false,
    },
    {
      id: 10,
      stage: 'verify',
      platform: 'linux/amd64',
      name: 'RUN x',
      start: 4300,
      seconds: 0.1,
      cached: false,
      error: 'canceled',
    },
    {
      id: 11,
      stage: 'image',
      platform: 'linux/amd64',
      name: 'COPY',
      start: 4500,
      seconds: 0.5,
      cached: false,
    },
  ]);
});

test('a step that goes on after it was done lasts as long as the longest', () => {
  let now = 0;
  const reader = progressReader({ now: () => now });
  for (const line of [
    '#14 [image 2/3] COPY',
    '#14 DONE 0.1s',
    '#14 [image 2/3] COPY',
    '#14 merging',
    '#14 DONE 0.4s',
  ]) {
    now += 100;
    reader.line(line);
  }
  expect(reader.steps()).toEqual([
    { id: 14, stage: 'image', name: 'COPY', start: 100, seconds: 0.4, cached: false },
  ]);
});
