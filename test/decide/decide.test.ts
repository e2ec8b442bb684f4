import { describe, expect, test } from 'vitest';
import type { Change, Move } from '../../src/decide/compare.ts';
import { type Because, type Decision, hasReason } from '../../src/decide/decide.ts';
import type { ObservedImage } from '../../src/observe/observe.ts';
import { type Bases, type Fingerprint, recipeParts, schema } from '../../src/plan/fingerprint.ts';
import {
  adopted,
  base,
  day,
  digestOfOnly,
  holdsEvery,
  keep,
  latest,
  record,
  now,
  present,
  presentOf,
  reference,
  type Row,
  wanted,
} from './values.ts';

const absent: ObservedImage = { is: 'absent', aliases: [{ tag: latest }] };

describe('without an image to compare', () => {
  const built = (kind: 'local' | 'absent'): Decision => ({ do: 'build', because: { kind } });
  const local = (['stale', 'always', 'missing'] as const).map((rebuild): Row => [
    `nothing is pushed, ${rebuild}`,
    wanted({ rebuild }),
    { is: 'unasked' },
    built('local'),
  ]);
  const gone = (['stale', 'always', 'missing'] as const).map((rebuild): Row => [
    `it does not exist, ${rebuild}`,
    wanted({ rebuild }),
    absent,
    built('absent'),
  ]);
  holdsEvery([
    ...local,
    [
      'nothing is pushed, never',
      wanted({ rebuild: 'never' }),
      { is: 'unasked' },
      {
        do: 'refuse',
        message:
          'rebuild is "never", so that nothing may be built, and nothing is pushed, so that no registry is asked what it holds: nothing is left to do. Push, or take another rebuild.',
      },
    ],
    ...gone,
    [
      'it does not exist, never',
      wanted({ rebuild: 'never' }),
      absent,
      {
        do: 'refuse',
        message: `${reference} does not exist, and rebuild is "never": nothing may be built. Take "missing" to build it once.`,
      },
    ],
    ['what does not exist is no released tag', wanted({ overwrite: false }), absent, built('absent')],
  ]);
});

describe('an image that its registry has lost parts of', () => {
  const lacking = [digestOfOnly('7'), digestOfOnly('8')];
  const moved = { bases: { [base]: { 'linux/amd64': digestOfOnly('3') } } };
  holdsEvery([
    [
      'is built again, although nothing changed',
      wanted(),
      present({ lacking }),
      { do: 'build', because: { kind: 'incomplete', lacking } },
    ],
    ['is kept where nothing is lost', wanted(), present({ lacking: [] }), keep],
    [
      'is built, where a rebase would do for a whole one',
      wanted({ rebasable: true }, moved),
      present({ lacking }),
      {
        do: 'build',
        because: { kind: 'incomplete', lacking },
        also: [
          {
            kind: 'base-moved',
            moves: [
              {
                reference: base,
                platforms: ['linux/amd64'],
                stayed: [],
                from: digestOfOnly('1'),
                to: digestOfOnly('3'),
              },
            ],
          },
        ],
      },
    ],
    [
      'is built again with its recipe, which overwrite guards',
      wanted({ overwrite: false }),
      present({ lacking }),
      { do: 'build', because: { kind: 'incomplete', lacking } },
    ],
  ]);
});

describe('each mode, where the image exists', () => {
  const other = { recipe: { ...record.recipe, command: '1' }, installs: 'd1' };
  holdsEvery([
    ['stale, and nothing changed', wanted(), present(), keep],
    [
      'always builds where nothing changed',
      wanted({ rebuild: 'always' }),
      present(),
      { do: 'build', because: { kind: 'forced' } },
    ],
    [
      'always compares nothing',
      wanted({ rebuild: 'always' }, { ...other, bases: {}, requirements: [] }),
      present(),
      { do: 'build', because: { kind: 'forced' } },
    ],
    [
      'always builds, where a rebase would do',
      wanted(
        { rebuild: 'always', rebasable: true },
        { bases: { [base]: { 'linux/amd64': digestOfOnly('3') } } },
      ),
      present(),
      { do: 'build', because: { kind: 'forced' } },
    ],
    [
      'missing keeps a changed image',
      wanted({ rebuild: 'missing', maxAge: day }, other),
      present(),
      { do: 'keep', because: { kind: 'exists' } },
    ],
    [
      'never keeps a changed image',
      wanted({ rebuild: 'never', maxAge: day }, other),
      present(),
      { do: 'keep', because: { kind: 'exists' } },
    ],
    ['stale, and another tool made it', wanted(), adopted(), { do: 'build', because: { kind: 'adopted' } }],
    [
      'always builds over an image of another tool',
      wanted({ rebuild: 'always' }),
      adopted(),
      { do: 'build', because: { kind: 'forced' } },
    ],
    [
      'missing keeps an image of another tool',
      wanted({ rebuild: 'missing' }),
      adopted(),
      { do: 'keep', because: { kind: 'exists' } },
    ],
  ]);
});

describe('the recipe', () => {
  const changed = (...parts: (typeof recipeParts)[number][]): Decision => ({
    do: 'build',
    because: { kind: 'recipe-changed', parts },
  });
  const each = recipeParts.flatMap((part): Row[] => {
    const recipe = { ...record.recipe, [part]: 'e00000000000' };
    return [
      [`${part} is another one`, wanted({ rebasable: true }, { recipe }), present(), changed(part)],
      [`${part} was another one`, wanted({ rebasable: true }), presentOf({ recipe }), changed(part)],
    ];
  });
  holdsEvery([
    ...each,
    [
      'two parts',
      wanted({}, { recipe: { ...record.recipe, user: 'e0', command: 'e1' } }),
      present(),
      changed('command', 'user'),
    ],
    [
      'this program makes images another way',
      wanted(),
      presentOf({ schema: schema - 1 }),
      { do: 'build', because: { kind: 'recipe-changed', parts: ['program'] } },
    ],
  ]);
});

describe('platforms', () => {
  const three = ['linux/amd64', 'linux/arm/v7', 'linux/arm64'] as const;
  const bases = {
    [base]: { ...record.bases[base], 'linux/arm/v7': digestOfOnly('4') },
  };
  holdsEvery([
    [
      'one more: its files and its base are no further reasons',
      wanted(
        { rebasable: true },
        { platforms: three, bases, installs: 'd1', requirements: [...record.requirements, 'x==1'] },
      ),
      present(),
      { do: 'build', because: { kind: 'platform-missing', platforms: ['linux/arm/v7'] } },
    ],
    [
      'one that the index lost',
      wanted(),
      present({ platforms: ['linux/amd64'] }),
      { do: 'build', because: { kind: 'platform-missing', platforms: ['linux/arm64'] } },
    ],
    [
      'one fewer',
      wanted(
        { rebasable: true },
        {
          platforms: ['linux/amd64'],
          bases: { [base]: { 'linux/amd64': digestOfOnly('1') } },
          installs: 'd1',
        },
      ),
      present(),
      { do: 'build', because: { kind: 'recipe-changed', parts: ['platforms'] } },
    ],
    [
      'one in place of another',
      wanted({}, { platforms: ['linux/amd64', 'linux/arm/v7'], installs: 'd1' }),
      present(),
      {
        do: 'build',
        because: { kind: 'platform-missing', platforms: ['linux/arm/v7'] },
        also: [{ kind: 'recipe-changed', parts: ['platforms'] }],
      },
    ],
    ['one that another tool added to the index', wanted(), present({ platforms: three }), keep],
    [
      'a lone manifest, which is for the platform of its record',
      wanted({}, { platforms: ['linux/amd64'] }),
      presentOf({ platforms: ['linux/amd64'] }, { platforms: ['linux/amd64'] }),
      keep,
    ],
  ]);
});

describe('requirements', () => {
  const changed = (changes: readonly Change[]): Decision => ({
    do: 'build',
    because: { kind: 'requirement-changed', changes },
  });
  const rows: readonly (readonly [string, readonly string[], readonly string[], readonly Change[]])[] = [
    [
      'another version',
      ['demo==1.2.3', 'h11==0.14.0'],
      ['demo==1.2.3', 'h11==0.16.0'],
      [{ name: 'h11', from: '0.14.0', to: '0.16.0' }],
    ],
    ['a new one', ['demo==1.2.3'], ['demo==1.2.3', 'idna==3.10'], [{ name: 'idna', to: '3.10' }]],
    ['one that is gone', ['demo==1.2.3', 'six==1.17.0'], ['demo==1.2.3'], [{ name: 'six', from: '1.17.0' }]],
    [
      'all of it, by name',
      ['h11==0.14.0', 'six==1.17.0'],
      ['h11==0.16.0', 'idna==3.10'],
      [
        { name: 'h11', from: '0.14.0', to: '0.16.0' },
        { name: 'idna', to: '3.10' },
        { name: 'six', from: '1.17.0' },
      ],
    ],
    ['other files of the same versions', ['demo==1.2.3'], ['demo==1.2.3'], []],
    [
      'several versions of one name, on several platforms',
      ['numpy==1.26.4', 'numpy==2.3.4'],
      ['numpy==1.26.4', 'numpy==2.3.5'],
      [{ name: 'numpy', from: '1.26.4 and 2.3.4', to: '1.26.4 and 2.3.5' }],
    ],
    [
      'one version for all platforms, where there were several',
      ['numpy==1.26.4', 'numpy==2.3.4'],
      ['numpy==2.3.4'],
      [{ name: 'numpy', from: '1.26.4 and 2.3.4', to: '2.3.4' }],
    ],
    [
      'a local version',
      ['torch==2.9.0+cpu'],
      ['torch==2.9.1+cpu'],
      [{ name: 'torch', from: '2.9.0+cpu', to: '2.9.1+cpu' }],
    ],
  ];
  holdsEvery([
    ...rows.map(([name, before, requirements, changes]): Row => [
      name,
      wanted({ rebasable: true }, { requirements, installs: 'd1' }),
      presentOf({ requirements: before }),
      changed(changes),
    ]),
    [
      'locked now',
      wanted(),
      presentOf({ requirements: [], installs: '' }),
      { do: 'build', because: { kind: 'locking-changed', now: 'locked' } },
    ],
    [
      'no longer locked',
      wanted({}, { requirements: [], installs: '' }),
      present(),
      { do: 'build', because: { kind: 'locking-changed', now: 'unlocked' } },
    ],
    [
      'never locked',
      wanted({}, { requirements: [], installs: '' }),
      presentOf({ requirements: [], installs: '' }),
      { do: 'keep', because: { kind: 'unchanged', locked: false } },
    ],
  ]);
});

describe('bases', () => {
  const [amd64, arm64] = [digestOfOnly('1'), digestOfOnly('2')];
  const on = (digests: Bases[string], name = base): Partial<Fingerprint> => ({ bases: { [name]: digests } });
  const moved = (...moves: readonly Move[]): Because => ({ kind: 'base-moved', moves });
  const everywhere = on({ 'linux/amd64': digestOfOnly('3'), 'linux/arm64': digestOfOnly('4') });
  const move: Move = {
    reference: base,
    platforms: ['linux/amd64', 'linux/arm64'],
    stayed: [],
    from: amd64,
    to: digestOfOnly('3'),
  };
  const mirror = 'mirror.example.com/library/python:3.13-slim';
  const second = 'docker.io/library/debian:trixie';
  const other = { installs: 'd1', requirements: ['demo==1.2.3', 'h11==0.16.0'] };
  const h11 = {
    kind: 'requirement-changed',
    changes: [{ name: 'h11', from: '0.14.0', to: '0.16.0' }],
  } as const;
  holdsEvery([
    [
      'moved on all platforms: a rebase',
      wanted({ rebasable: true }, everywhere),
      present(),
      { do: 'rebase', because: moved(move) },
    ],
    [
      'moved on all platforms, where a rebase is impossible',
      wanted({}, everywhere),
      present(),
      { do: 'build', because: moved(move) },
    ],
    [
      'moved on one platform',
      wanted({ rebasable: true }, on({ 'linux/amd64': amd64, 'linux/arm64': digestOfOnly('4') })),
      present(),
      {
        do: 'rebase',
        because: moved({
          reference: base,
          platforms: ['linux/arm64'],
          stayed: ['linux/amd64'],
          from: arm64,
          to: digestOfOnly('4'),
        }),
      },
    ],
    [
      'another name for the same images',
      wanted({ rebasable: true }, on({ 'linux/amd64': amd64, 'linux/arm64': arm64 }, mirror)),
      present(),
      keep,
    ],
    [
      'another name, and other images',
      wanted({ rebasable: true }, on({ 'linux/amd64': amd64, 'linux/arm64': digestOfOnly('4') }, mirror)),
      present(),
      {
        do: 'rebase',
        because: moved({
          reference: mirror,
          platforms: ['linux/amd64', 'linux/arm64'],
          stayed: [],
          to: amd64,
        }),
      },
    ],
    [
      'another name for the same images, and one more platform',
      wanted(
        {},
        {
          platforms: ['linux/amd64', 'linux/arm/v7', 'linux/arm64'],
          ...on({ 'linux/amd64': amd64, 'linux/arm/v7': digestOfOnly('5'), 'linux/arm64': arm64 }, mirror),
        },
      ),
      present(),
      { do: 'build', because: { kind: 'platform-missing', platforms: ['linux/arm/v7'] } },
    ],
    [
      'one more',
      wanted({}, { bases: { ...record.bases, [second]: { 'linux/amd64': digestOfOnly('5') } } }),
      present(),
      {
        do: 'build',
        because: moved({
          reference: second,
          platforms: ['linux/amd64'],
          stayed: [],
          to: digestOfOnly('5'),
        }),
      },
    ],
    [
      'one more, for another platform',
      wanted({}, { bases: { ...record.bases, [second]: { 'linux/s390x': digestOfOnly('5') } } }),
      present(),
      {
        do: 'build',
        because: moved({
          reference: second,
          platforms: ['linux/s390x'],
          stayed: [],
          to: digestOfOnly('5'),
        }),
      },
    ],
    [
      'one fewer: the recipe that names it changed',
      wanted(),
      presentOf({ bases: { ...record.bases, [second]: { 'linux/amd64': digestOfOnly('5') } } }),
      keep,
    ],
    [
      'two of them moved',
      wanted({}, { bases: { ...everywhere.bases, [second]: { 'linux/amd64': digestOfOnly('6') } } }),
      presentOf({ bases: { ...record.bases, [second]: { 'linux/amd64': digestOfOnly('5') } } }),
      {
        do: 'build',
        because: moved(move, {
          reference: second,
          platforms: ['linux/amd64'],
          stayed: [],
          from: digestOfOnly('5'),
          to: digestOfOnly('6'),
        }),
      },
    ],
    [
      'moved, and a requirement changed: no rebase',
      wanted({ rebasable: true }, { ...everywhere, ...other }),
      present(),
      { do: 'build', because: h11, also: [moved(move)] },
    ],
    [
      'moved, and the image is too old',
      wanted({ rebasable: true, maxAge: day }, everywhere),
      present({ created: now - 2 * day * 1000 }),
      { do: 'build', because: moved(move), also: [{ kind: 'expired', age: 2 * day, greatest: day }] },
    ],
    [
      'a lone manifest, moved',
      wanted(
        { rebasable: true },
        { platforms: ['linux/amd64'], ...on({ 'linux/amd64': digestOfOnly('3') }) },
      ),
      presentOf(
        { platforms: ['linux/amd64'], ...on({ 'linux/amd64': amd64 }) },
        { platforms: ['linux/amd64'] },
      ),
      { do: 'rebase', because: moved({ ...move, platforms: ['linux/amd64'] }) },
    ],
    [
      'everything at once',
      wanted(
        { rebasable: true, maxAge: day },
        {
          ...everywhere,
          ...other,
          platforms: ['linux/amd64', 'linux/arm/v7', 'linux/arm64'],
          recipe: { ...record.recipe, labels: 'e0' },
        },
      ),
      present(),
      {
        do: 'build',
        because: { kind: 'platform-missing', platforms: ['linux/arm/v7'] },
        also: [
          { kind: 'recipe-changed', parts: ['labels'] },
          moved(move),
          { kind: 'expired', greatest: day },
        ],
      },
    ],
  ]);
});

describe('advisories', () => {
  const mended = [{ id: 'GHSA-1', name: 'h11', version: '0.14.0' }];
  const requirements = ['demo==1.2.3', 'h11==0.16.0'];
  const changes = [{ name: 'h11', from: '0.14.0', to: '0.16.0' }];
  holdsEvery([
    [
      'that a build would mend lead, before the requirement that moved',
      wanted({ mended }, { requirements, installs: 'd1' }),
      present(),
      {
        do: 'build',
        because: { kind: 'advisory', mended },
        also: [{ kind: 'requirement-changed', changes }],
      },
    ],
    ['that nothing mends are no reason', wanted({ mended: [] }), present(), keep],
    [
      'are no reason where nothing is compared',
      wanted({ mended, rebuild: 'missing' }),
      present(),
      { do: 'keep', because: { kind: 'exists' } },
    ],
  ]);
});

describe('max_age', () => {
  const maxAge = 30 * day;
  const old = (seconds: number): ObservedImage => present({ created: now - seconds * 1000 });
  holdsEvery([
    ['younger', wanted({ maxAge }), old(29 * day), keep],
    ['just as old', wanted({ maxAge }), old(maxAge), keep],
    [
      'a second older',
      wanted({ maxAge, rebasable: true }),
      old(maxAge + 1),
      { do: 'build', because: { kind: 'expired', age: maxAge + 1, greatest: maxAge } },
    ],
    ['made in the future, by a clock that is wrong', wanted({ maxAge }), old(-day), keep],
    [
      'of unknown age',
      wanted({ maxAge }),
      present(),
      { do: 'build', because: { kind: 'expired', greatest: maxAge } },
    ],
    ['old, and nobody minds', wanted(), old(900 * day), keep],
  ]);
});

describe('hasReason', () => {
  const forced: Because = { kind: 'forced' };
  const expired: Because = { kind: 'expired', greatest: day };
  const moved: Because = { kind: 'base-moved', moves: [] };
  test.each<[string, Decision | undefined, boolean]>([
    ['the reason', { do: 'build', because: expired }, true],
    ['one of several', { do: 'build', because: moved, also: [forced] }, true],
    ['none of several', { do: 'build', because: moved, also: [{ kind: 'absent' }] }, false],
    ['another one', { do: 'build', because: moved }, false],
    ['what is not built', { do: 'keep', because: { kind: 'exists' } }, false],
    [
      'a build that was identical to what was there',
      { do: 'keep', because: { kind: 'identical', built: forced } },
      false,
    ],
    ['what is refused', { do: 'refuse', message: 'forced' }, false],
    ['nothing that is decided yet', undefined, false],
  ])('%s', (_, decision, expected) => {
    expect(hasReason(decision, ['forced', 'expired'])).toBe(expected);
  });
});
