import { expect, test } from 'vitest';
import type { Runners } from '../../../src/inputs/plan.ts';
import type { Platform } from '../../../src/names/platform.ts';
import type { DecidedCell } from '../../../src/sources/matrix/decided-cell.ts';
import { jobsOf } from '../../../src/sources/matrix/jobs.ts';
import { imageOfInputs, inputsOf } from '../../support/cells.ts';

/** `a build linux/amd64:10 linux/arm64:500`: what each platform takes besides the 60 s of all. */
function decidedOf(text: string): DecidedCell {
  const [name = '', decision = '', ...rows] = text.split(' ');
  const compiling = Object.fromEntries(
    rows.map((row) => {
      const [platform, seconds = 0] = row.split(':');
      return [platform, Number(seconds)];
    }),
  );
  const image = imageOfInputs(inputsOf());
  return {
    cell: {
      package: { name, extras: [], text: name },
      version: { version: image.version!, files: [] },
      python: { text: '3.13', minor: '3.13' },
      base: 'slim',
      inputs: {},
      pythonIsNamed: false,
    },
    image: { ...image, platforms: Object.keys(compiling) as Platform[] },
    raw: { package: name },
    decision: { do: decision as 'build', because: { kind: 'absent' } },
    reckoned: { seconds: 60, compiling },
    created: 0,
  };
}

const three = 'linux/amd64 linux/arm64 linux/arm/v7';
const arm: Runners = { 'linux/arm64': 'arm' };

test.each<[string, readonly string[], Runners, number, readonly string[]]>([
  ['nothing', [], arm, 256, []],
  ['without runners, images are whole', [`a build ${three}`], {}, 256, ['ubuntu-latest 60: a']],
  [
    'what is built is split by runner',
    [`a build ${three}:120`],
    arm,
    256,
    ['ubuntu-latest 180: a linux/amd64 linux/arm/v7', 'arm 60: a linux/arm64'],
  ],
  [
    'a new base or a tag is not, and is made where the first platform is',
    [`a rebase ${three}`, 'b retag linux/arm64 linux/amd64'],
    arm,
    256,
    ['ubuntu-latest 60: a', 'arm 60: b'],
  ],
  [
    'an image of the platforms of one runner is whole',
    ['a build linux/arm64', 'b build linux/amd64 linux/arm/v7'],
    arm,
    256,
    ['arm 60: a', 'ubuntu-latest 60: b'],
  ],
  [
    'each runner has a job, and of the others a part by what there is to do',
    [
      'a build linux/amd64:900 linux/arm64:10',
      'b build linux/amd64:900 linux/arm64:10',
      'c build linux/amd64:900 linux/arm64:10',
    ],
    arm,
    3,
    [
      'ubuntu-latest 2880: a linux/amd64, b linux/amd64, c linux/amd64',
      'arm 210: a linux/arm64, b linux/arm64, c linux/arm64',
    ],
  ],
  [
    'a runner may have several jobs',
    ['a build linux/amd64:900 linux/arm64', 'b build linux/amd64:900 linux/arm64'],
    arm,
    4,
    [
      'ubuntu-latest 960: a linux/amd64',
      'ubuntu-latest 960: b linux/amd64',
      'arm 120: a linux/arm64, b linux/arm64',
    ],
  ],
])('%s', (_, texts, runners, most, expected) => {
  const jobs = jobsOf(texts.map(decidedOf), runners, most);
  expect(
    jobs.map(({ runner, seconds, values }) => {
      const tasks = values.map(({ decided, part = [] }) => [decided.cell.package.name, ...part].join(' '));
      return `${runner} ${seconds}: ${tasks.join(', ')}`;
    }),
  ).toEqual(expected);
});
