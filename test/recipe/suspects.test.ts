import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/build/attempts.ts';
import type { Finding, PlatformVerified } from '../../src/build/verify.ts';
import { type Doubt, doubtOf, forget } from '../../src/recipe/suspects.ts';
import { begin } from '../../src/commands/state.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { Taken } from '../../src/wheel-cache/taken.ts';
import { inputsOf } from '../support/cells.ts';

const fine = { ok: true, seconds: 0.1, message: '', findings: [], skipped: [] };
/** A platform's checks with one finding each. */
const checked = (
  platform: Platform,
  ...found: readonly (Partial<Finding> & { readonly name?: string })[]
): PlatformVerified => ({
  platform,
  python: '3.13.9',
  machine: 'any',
  checks: [
    { ...fine, name: 'interpreter' },
    ...found.map(({ name = 'imports', ...one }) => ({
      ...fine,
      name,
      ok: one.severity === 'warning',
      findings: [
        { kind: 'import-crash', subject: 'tide', message: 'it broke', severity: 'fatal', ...one } as const,
      ],
    })),
  ],
});
const attempt = (way: Attempt['way'], why?: string): Attempt => ({
  name: 'tide',
  version: '1.0',
  way,
  seconds: 3,
  ...(why === undefined ? {} : { why }),
});
const arm = 'linux/arm/v7';
const takenFor = (platform: Platform, made: Platform | 'any'): Taken =>
  ({
    platform,
    release: { name: 'tide', version: '1.0' },
    artifact: { made: { key: { platform: made } } },
  }) as Taken;
const taken = takenFor(arm, arm);

describe('another build may help where', () => {
  const rows: readonly (readonly [
    string,
    readonly PlatformVerified[],
    readonly Attempt[],
    readonly Taken[],
    Doubt | undefined,
  ])[] = [
    [
      'what was cross-compiled does not import',
      [checked('linux/amd64'), checked(arm, { message: 'it broke\nin many lines' })],
      [attempt('cross')],
      [],
      {
        of: 'cross',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (imports: it broke)',
      },
    ],
    [
      'a kept wheel does not import',
      [checked(arm, { name: 'command', kind: 'command-failed' })],
      [],
      [taken],
      {
        of: 'kept',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (command: it broke)',
      },
    ],
    [
      'a kept wheel is there beside what was cross-compiled: that is doubted first',
      [checked(arm, {})],
      [attempt('cross')],
      [taken],
      {
        of: 'kept',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (imports: it broke)',
      },
    ],
    [
      'one that was kept for all platforms does not import: none takes it any more',
      [checked('linux/amd64'), checked(arm, {})],
      [],
      [takenFor('linux/amd64', 'any'), takenFor(arm, 'any')],
      {
        of: 'kept',
        platforms: [arm, 'linux/amd64'],
        why: 'with it the image failed a check on linux/arm/v7 (imports: it broke)',
      },
    ],
    [
      'not where the build machine fails, too',
      [checked('linux/amd64', {}), checked(arm, {})],
      [attempt('cross')],
      [],
      undefined,
    ],
    ['not where nothing was cross-compiled', [checked(arm, {})], [attempt('emulated')], [], undefined],
    [
      'not where cross-compiling had failed before',
      [checked(arm, {})],
      [attempt('cross', 'it lacks a module'), attempt('emulated')],
      [],
      undefined,
    ],
    [
      'not where a library is not installed',
      [checked(arm, { kind: 'import-library' })],
      [attempt('cross')],
      [],
      undefined,
    ],
    [
      'not where a check fails that compiling has no part in',
      [checked(arm, { name: 'metadata', kind: 'not-installed' })],
      [attempt('cross')],
      [],
      undefined,
    ],
    [
      'what publishes all the same may be for the same reason',
      [checked(arm, { name: 'libraries', kind: 'extension-load', severity: 'warning' })],
      [attempt('cross')],
      [],
      {
        of: 'cross',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (libraries: it broke)',
      },
    ],
    [
      'a kept wheel for a warning that is of compiled code',
      [checked(arm, { kind: 'import-symbol', severity: 'warning' })],
      [],
      [taken],
      {
        of: 'kept',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (imports: it broke)',
      },
    ],
    [
      "not a kept wheel for a warning that is of the package's own Python code",
      [checked(arm, { kind: 'import-error', severity: 'warning' })],
      [],
      [taken],
      undefined,
    ],
    [
      'what was cross-compiled beside it, for the same',
      [checked(arm, { kind: 'import-error', severity: 'warning' })],
      [attempt('cross')],
      [taken],
      {
        of: 'cross',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (imports: it broke)',
      },
    ],
    [
      'a fatal finding beside a warning of the build machine',
      [checked('linux/amd64', { kind: 'part-symbol', severity: 'warning' }), checked(arm, {})],
      [attempt('cross')],
      [],
      {
        of: 'cross',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (imports: it broke)',
      },
    ],
    [
      "not where it is only the package author's",
      [checked(arm, { kind: 'import-extra', severity: 'warning' })],
      [attempt('cross')],
      [],
      undefined,
    ],
    [
      'not where the build machine has the same warning',
      [
        checked('linux/amd64', { kind: 'import-error', severity: 'warning' }),
        checked(arm, { kind: 'import-error', severity: 'warning' }),
      ],
      [attempt('cross')],
      [],
      undefined,
    ],
    ['not where all passed', [checked(arm)], [attempt('cross')], [], undefined],
  ];
  test.each(rows)('%s', (_, verified, attempts, kept, why) => {
    expect(doubtOf({ attempts: new Map([[arm, attempts]]), taken: kept }, verified, true)).toEqual(why);
  });
});

test('what was cross-compiled is not doubted where it may not be emulated', () => {
  const found = { attempts: new Map([[arm, [attempt('cross')]]] as const), taken: [] };
  expect(doubtOf(found, [checked(arm, {})], false)).toBeUndefined();
});

const doubt = { platforms: [arm], why: 'it broke' } as const;

test('what was cross-compiled stands as a failed try before what came in its place', () => {
  const state = begin(inputsOf());
  state.attempts.set('native', [attempt('native')]);
  state.attempts.set('linux/arm64', [attempt('cross')]);
  state.attempts.set(arm, [attempt('cross'), attempt('cross', 'it lacks a module'), attempt('emulated')]);
  const blame = forget(state, { ...doubt, of: 'cross' });
  expect([...state.attempts.keys()]).toEqual(['native', 'linux/arm64']);
  state.attempts.set(arm, [attempt('emulated')]);
  blame();
  expect([...state.attempts]).toEqual([
    ['native', [attempt('native')]],
    ['linux/arm64', [attempt('cross')]],
    [arm, [attempt('cross', 'it broke'), attempt('cross', 'it lacks a module'), attempt('emulated')]],
  ]);
});

test('a kept wheel is named', () => {
  const state = begin(inputsOf());
  state.taken = [taken, { ...taken, platform: 'linux/arm64' }];
  forget(state, { ...doubt, of: 'kept' })();
  expect(state.notes).toEqual([
    'the kept wheel of tide 1.0 for linux/arm/v7 is not used, and compiled anew: it broke',
  ]);
});
