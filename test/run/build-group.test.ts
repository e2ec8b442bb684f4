import { expect, test } from 'vitest';
import type { Finding, PlatformVerified } from '../../src/build/verify.ts';
import { VerifyFailure } from '../../src/build/verify.ts';
import type { BuildOf, Built } from '../../src/run/build-image.ts';
import { buildWithoutSuspects, type Steps } from '../../src/commands/build-without-suspects.ts';
import type { Context } from '../../src/commands/context.ts';
import { begin } from '../../src/commands/state.ts';
import { Failure } from '../../src/errors.ts';
import { inputsOf } from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

const arm = 'linux/arm/v7';
const checked = (...findings: readonly Finding[]): PlatformVerified[] => [
  {
    platform: arm,
    python: '3.13.9',
    machine: 'armv7l',
    checks: [
      {
        name: 'imports',
        ok: findings.every(({ severity }) => severity === 'warning'),
        seconds: 1,
        message: '',
        findings,
        skipped: [],
      },
    ],
  },
];
const found = (kind: string, severity: Finding['severity']): Finding => ({
  kind,
  subject: 'tide',
  message: 'tide: it broke',
  severity,
});
const warning = found('part-symbol', 'warning');
const fatal = found('import-crash', 'fatal');
const broken = new Failure([{ station: 'build', message: 'No compiler.' }]);

/** What one build after the other ends with: findings of an image, or an error of the build. */
async function run(...endings: readonly (readonly Finding[] | Failure)[]) {
  const world = testWorld();
  const inputs = inputsOf();
  const state = begin(inputs);
  const rest = [...endings];
  const kept: string[] = [];
  const distrusted: unknown[] = [];
  const steps: Steps = {
    buildImage: async () => {
      const ending = rest.shift()!;
      // Every build cross-compiles anew, but where that is no longer trusted.
      if (distrusted.length === 0)
        state.attempts.set(arm, [{ name: 'tide', version: '1.0', way: 'cross', seconds: 3 }]);
      if (ending instanceof Failure) throw ending;
      const platforms = checked(...ending);
      if (ending.some(({ severity }) => severity === 'fatal')) throw new VerifyFailure([], platforms);
      const folder = `build ${endings.length - rest.length}`;
      return { folder, verified: { platforms, image: {} } } as unknown as Built;
    },
    lockCell: async (_, __, ___, distrust) => {
      distrusted.push(distrust);
      return {} as Awaited<ReturnType<Steps['lockCell']>>;
    },
    keepWheels: async (_, __, folder) => void kept.push(folder),
  };
  const context = { world, state, inputs } as unknown as Context;
  const of = { resolved: {}, base: {} } as unknown as BuildOf;
  const ended = await buildWithoutSuspects(context, of, undefined, steps).then(
    (built) => built?.folder,
    (error: unknown) => error,
  );
  return { ended, kept, distrusted, notes: state.notes, attempts: state.attempts.get(arm) };
}

const emulated = { kept: [], cross: [arm] };

test('an image without findings is published as it was built first', async () => {
  const { ended, kept, distrusted } = await run([]);
  expect({ ended, kept, distrusted }).toEqual({ ended: 'build 1', kept: ['build 1'], distrusted: [] });
});

test('what was cross-compiled is emulated for a fatal finding', async () => {
  const { ended, kept, distrusted } = await run([fatal], []);
  expect({ ended, kept, distrusted }).toEqual({
    ended: 'build 2',
    kept: ['build 2'],
    distrusted: [emulated],
  });
});

test('what was cross-compiled is emulated for a warning that a wheel may cause', async () => {
  const { ended, kept, distrusted } = await run([warning], [warning]);
  expect({ ended, kept, distrusted }).toEqual({
    ended: 'build 2',
    kept: ['build 2'],
    distrusted: [emulated],
  });
});

test('an image with warnings is published where it cannot be built in another way', async () => {
  const { ended, kept, notes, attempts } = await run([warning], broken);
  expect({ ended, kept, notes, attempts }).toEqual({
    ended: 'build 1',
    kept: ['build 1'],
    notes: [
      'what was cross-compiled is emulated: this failed, and the image with its warnings is published. No compiler.',
    ],
    attempts: [{ name: 'tide', version: '1.0', way: 'cross', seconds: 3 }],
  });
});

test('an image with a fatal finding is not published where it cannot be built in another way', async () => {
  const { ended, kept } = await run([fatal], broken);
  expect({ ended, kept }).toEqual({ ended: broken, kept: [] });
});
