/** How requirements were compiled, as the report has it where images are built again. */
import { expect, test } from 'vitest';
import type { Attempt } from '../../src/build/attempts.ts';
import type { Platform } from '../../src/names/platform.ts';
import { reportOf } from '../../src/report/fold.ts';
import { type Happening, openJournal, type Suspicion } from '../../src/report/journal.ts';
import type { Compiled } from '../../src/report/report.ts';
import { wayText } from '../../src/report/words.ts';
import { file, inputsOf, locked, mixed, policyOfInputs, recipeOfInputs } from '../support/cells.ts';

const arm = 'linux/arm/v7';
/** Every platform compiles `fast`. */
const requirements = mixed.map((one) => ({ ...one, requirements: mixed[2]!.requirements }));
const recipe = recipeOfInputs(inputsOf(), { locked: { ...locked, requirements } });
const attempt = (way: Attempt['way'], seconds: number, why?: string): Attempt => ({
  name: 'fast',
  version: '2.0',
  way,
  seconds,
  ...(why === undefined ? {} : { why }),
});

/** Each build, with what it compiled and why it was built again. */
interface Build {
  readonly compiled: Partial<Readonly<Record<Platform, readonly Attempt[]>>>;
  readonly suspicion?: Suspicion;
}

function rowsOf(builds: readonly Build[], ...more: readonly Happening[]): readonly Compiled[] {
  const { of, events } = openJournal({ now: () => 0 });
  const { add } = of(recipe.image.id);
  add({ is: 'builder', platform: 'linux/amd64' });
  for (const [index, { compiled, suspicion }] of builds.entries()) {
    const build = index + 1;
    add({ is: 'prepared', build, recipe, restored: [] });
    for (const [where, attempts] of Object.entries(compiled))
      add({ is: 'compiled', build, where: where as Platform, attempts });
    if (suspicion !== undefined) add({ is: 'suspected', build, suspicion });
  }
  for (const one of more) add(one);
  const plan = { images: [recipe.image], policy: policyOfInputs(inputsOf()), skipped: [] };
  return reportOf(plan, events).images[0]!.compiled;
}

const because = 'no wheel for cp313 on linux/arm/v7';
const row = { name: 'fast', version: '2.0', because };
const other = {
  'linux/amd64': [attempt('native', 1)],
  'linux/arm64': [attempt('cross', 2)],
} as const;
const others: readonly Compiled[] = [
  { ...row, platform: 'linux/amd64', way: 'native', seconds: 1 },
  { ...row, platform: 'linux/arm64', way: 'cross', seconds: 2 },
];
const suspicion: Suspicion = { of: 'cross', platforms: [arm], why: 'it crashed' };

test.each<[string, readonly Build[], readonly Happening[], Omit<Compiled, keyof typeof row | 'platform'>]>([
  [
    'what was cross-compiled',
    [{ compiled: { ...other, [arm]: [attempt('cross', 3)] } }],
    [],
    { way: 'cross', seconds: 3 },
  ],
  [
    'what was emulated because cross-compiling failed',
    [{ compiled: { ...other, [arm]: [attempt('cross', 3, 'it lacks a module'), attempt('emulated', 9)] } }],
    [],
    { way: 'emulated', seconds: 9, fallback: { why: 'it lacks a module', seconds: 3 } },
  ],
  [
    'what was emulated because the image failed its checks with what was cross-compiled',
    [
      { compiled: { ...other, [arm]: [attempt('cross', 3)] }, suspicion },
      { compiled: { ...other, [arm]: [attempt('emulated', 9)] } },
    ],
    [],
    { way: 'emulated', seconds: 9, fallback: { why: 'it crashed', seconds: 3 } },
  ],
  [
    'what failed to cross-compile before, for its own reason',
    [
      {
        compiled: { ...other, [arm]: [attempt('cross', 3, 'it lacks a module'), attempt('emulated', 9)] },
        suspicion,
      },
      { compiled: { ...other, [arm]: [attempt('emulated', 8)] } },
    ],
    [],
    { way: 'emulated', seconds: 8, fallback: { why: 'it lacks a module', seconds: 3 } },
  ],
  [
    'what was cross-compiled, where the image that was built before is published',
    [
      { compiled: { ...other, [arm]: [attempt('cross', 3)] }, suspicion },
      { compiled: { [arm]: [attempt('emulated', 9, 'no compiler')] } },
    ],
    [{ is: 'chosen', build: 1 }],
    { way: 'cross', seconds: 3 },
  ],
])('the report has %s', (_, builds, more, expected) => {
  expect(rowsOf(builds, ...more)).toEqual([...others, { ...row, platform: arm, ...expected }]);
});

test('a wheel of another index stands among what is compiled, and counts as a wheel', () => {
  const { of, events } = openJournal({ now: () => 0 });
  const compile = mixed[2]!.requirements.find((one) => one.kind === 'compile')!;
  const wheel = { ...file('fast-2.0-cp313-cp313-linux_armv7l.whl'), from: 'piwheels' };
  const taken = {
    ...mixed[2]!,
    requirements: [{ kind: 'wheel', name: 'fast', version: '2.0', wheel, instead: { because, compile } }],
  } as const;
  const inputs = inputsOf({ platform: arm });
  const made = recipeOfInputs(inputs, { locked: { ...locked, requirements: [taken], native: [] } });
  of(made.image.id).add({ is: 'prepared', build: 1, recipe: made, restored: [] });
  const { compiled, platforms } = reportOf(
    { images: [made.image], policy: policyOfInputs(inputs), skipped: [] },
    events,
  ).images[0]!;
  const [found] = compiled;
  expect(compiled).toEqual([{ ...row, platform: arm, way: 'wheel', from: 'piwheels' }]);
  expect(wayText(found!, 'published')).toBe('wheel from piwheels');
  expect(platforms.map(({ wheels, compiled: count }) => [wheels, count])).toEqual([[1, 0]]);
});
