import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/build/attempts.ts';
import type { Finding, PlatformVerified } from '../../src/build/verify.ts';
import {
  crossCompiledOf,
  excluding,
  noExclusions,
  suspicionNotes,
  suspicionOf,
  suspicionText,
  withoutElsewhere,
} from '../../src/recipe/suspects.ts';
import type { PlatformRequirements } from '../../src/lock/lock.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { Digest, Tag } from '../../src/names/reference.ts';
import type { Suspicion } from '../../src/report/journal.ts';
import type { RestoredWheel } from '../../src/wheel-cache/restored.ts';
import { file } from '../support/cells.ts';
import { key, record } from '../wheel-cache/wheels.ts';

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
const digest = `sha256:${'1'.repeat(64)}` as Digest;
/** A wheel that a platform takes, and that was compiled for it or for all. */
const restoredFor = (platform: Platform, compiledFor: Platform | 'any'): RestoredWheel => ({
  platform,
  release: { name: 'tide', version: '1.0' },
  tag: 'tide-1' as Tag,
  manifest: digest,
  artifact: {
    record: { ...record, name: 'tide', version: '1.0', key: { ...key, platform: compiledFor } },
    filename: 'tide-1.0.whl',
    digest,
    size: 7,
  },
  seconds: 1,
  path: '/kept/tide-1.0.whl',
});
const restored = restoredFor(arm, arm);

describe('another build may help where', () => {
  const rows: readonly (readonly [
    string,
    readonly PlatformVerified[],
    readonly Attempt[],
    readonly RestoredWheel[],
    Suspicion | undefined,
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
      'a saved wheel does not import',
      [checked(arm, { name: 'command', kind: 'command-failed' })],
      [],
      [restored],
      {
        of: 'restored',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (command: it broke)',
      },
    ],
    [
      'a saved wheel is there beside what was cross-compiled: that is suspected first',
      [checked(arm, {})],
      [attempt('cross')],
      [restored],
      {
        of: 'restored',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (imports: it broke)',
      },
    ],
    [
      'one that was kept for all platforms does not import: it is suspected on all',
      [checked('linux/amd64'), checked(arm, {})],
      [],
      [restoredFor('linux/amd64', 'any'), restoredFor(arm, 'any')],
      {
        of: 'restored',
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
      'a saved wheel for a warning that is of compiled code',
      [checked(arm, { kind: 'import-symbol', severity: 'warning' })],
      [],
      [restored],
      {
        of: 'restored',
        platforms: [arm],
        why: 'with it the image failed a check on linux/arm/v7 (imports: it broke)',
      },
    ],
    [
      "not a saved wheel for a warning that is of the package's own Python code",
      [checked(arm, { kind: 'import-error', severity: 'warning' })],
      [],
      [restored],
      undefined,
    ],
    [
      'what was cross-compiled beside it, for the same',
      [checked(arm, { kind: 'import-error', severity: 'warning' })],
      [attempt('cross')],
      [restored],
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
  test.each(rows)('%s', (_, verified, attempts, wheels, expected) => {
    const suspects = { attempts: new Map([[arm, attempts]] as const), restored: wheels, requirements: [] };
    expect(suspicionOf(suspects, verified, true)).toEqual(expected);
  });
});

test('what was cross-compiled is not suspected where it may not be emulated', () => {
  const suspects = {
    attempts: new Map([[arm, [attempt('cross')]]] as const),
    restored: [],
    requirements: [],
  };
  expect(suspicionOf(suspects, [checked(arm, {})], false)).toBeUndefined();
});

const suspicion = (of: Suspicion['of'], ...platforms: Platform[]): Suspicion => ({
  of,
  platforms,
  why: 'it broke',
});

/** What arm installs: a wheel of another index, and one of its own. */
const compile = {
  kind: 'compile',
  name: 'reef',
  version: '2.0',
  sdist: file('reef-2.0.tar.gz'),
  because: 'only an sdist',
} as const;
const elsewhere: PlatformRequirements = {
  platform: arm,
  requirements: [
    {
      kind: 'wheel',
      name: 'reef',
      version: '2.0',
      wheel: { ...file('reef-2.0-cp313-cp313-linux_armv7l.whl'), from: 'piwheels' },
      instead: { because: 'only an sdist', compile },
    },
    { kind: 'wheel', name: 'tide', version: '1.0', wheel: file('tide-1.0-py3-none-any.whl') },
  ],
};

test('a wheel of another index is suspected before all others, and then compiled', () => {
  const suspects = {
    attempts: new Map([[arm, [attempt('cross')]]] as const),
    restored: [restored],
    requirements: [elsewhere],
  };
  const found = suspicionOf(suspects, [checked(arm, { kind: 'import-error' })], true);
  expect(found).toEqual({
    of: 'elsewhere',
    platforms: [arm],
    why: 'with it the image failed a check on linux/arm/v7 (imports: it broke)',
  });
  const now = withoutElsewhere([elsewhere], excluding(noExclusions, found!));
  expect(now).toEqual([{ platform: arm, requirements: [compile, elsewhere.requirements[1]] }]);
  expect(suspicionOf({ ...suspects, requirements: now }, [checked(arm, {})], true)?.of).toBe('restored');
});

test('each suspicion leaves out more than those before it', () => {
  const first = excluding(noExclusions, suspicion('restored', arm));
  const second = excluding(first, suspicion('cross', arm));
  const third = excluding(second, suspicion('cross', 'linux/arm64'));
  expect([noExclusions, first, second, third]).toEqual([
    { elsewhere: [], restored: [], cross: [] },
    { elsewhere: [], restored: [arm], cross: [] },
    { elsewhere: [], restored: [arm], cross: [arm] },
    { elsewhere: [], restored: [arm], cross: [arm, 'linux/arm64'] },
  ]);
});

test.each<[string, Suspicion, string, readonly string[]]>([
  [
    'a saved wheel, by its name',
    suspicion('restored', arm),
    'Saved wheels are compiled anew',
    ['the saved wheel of tide 1.0 for linux/arm/v7 is not used, and compiled anew: it broke'],
  ],
  ['what was cross-compiled', suspicion('cross', arm), 'What was cross-compiled is emulated', []],
  [
    'a wheel of another index',
    suspicion('elsewhere', arm),
    'Wheels of other indexes are compiled',
    ['the wheel of reef 2.0 for linux/arm/v7 from piwheels is not used, and compiled: it broke'],
  ],
])('the report says what is suspected: %s', (_, suspected, text, notes) => {
  const suspects = {
    attempts: new Map(),
    restored: [restored, restoredFor('linux/arm64', 'linux/arm64')],
    requirements: [elsewhere],
  };
  expect(suspicionText(suspected)).toBe(text);
  expect(suspicionNotes(suspected, suspects)).toEqual(notes);
});

test('what was cross-compiled is what a platform has of it, whichever run compiled it', () => {
  const { artifact } = restored;
  const crossed: RestoredWheel = {
    ...restored,
    release: { name: 'saved', version: '1' },
    artifact: { ...artifact, record: { ...artifact.record, way: 'cross' } },
  };
  const attempts = [
    attempt('cross'),
    { ...attempt('cross', 'no compiler'), name: 'failed' },
    { ...attempt('emulated'), name: 'emulated' },
  ];
  expect(
    crossCompiledOf({
      attempts: new Map([
        [arm, attempts],
        ['native', [{ ...attempt('native'), name: 'native' }]],
      ]),
      restored: [
        crossed,
        { ...restored, artifact: { ...artifact, record: { ...artifact.record, way: 'emulated' } } },
      ],
    }),
  ).toEqual(new Map([[arm, new Set(['tide', 'saved'])]]));
});
