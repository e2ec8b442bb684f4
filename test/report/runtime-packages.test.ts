import { expect, test } from 'vitest';
import { plainInstallReader } from '../../src/report/runtime-packages.ts';

const why = 'are installed under emulation: E: Unable to locate package libnope';

test.each([
  [
    'of one of several targets',
    [
      '#9 [demo linux/amd64->arm/v7 runtime 1/1] RUN python3 /programs/runtime.py',
      `#9 4.210 the runtime packages for linux/arm/v7 ${why}`,
    ],
    [{ target: 'demo', text: `the runtime packages for linux/arm/v7 ${why}` }],
  ],
  [
    'of the only target and platform',
    [
      '#9 [runtime 1/1] RUN python3 /programs/runtime.py',
      `#9 4.210 the runtime packages for linux/arm64 ${why}`,
    ],
    [{ text: `the runtime packages for linux/arm64 ${why}` }],
  ],
  ['in no step', [`#9 4.210 the runtime packages for linux/arm64 ${why}`], []],
  ['where apt says other things', ['#9 [runtime 1/1] RUN x', '#9 0.5 Reading package lists...'], []],
] as const)('reads what is installed under emulation %s', (_, lines, expected) => {
  const reader = plainInstallReader();
  for (const line of lines) reader.line(line);
  expect(reader.installs()).toEqual(expected);
});
