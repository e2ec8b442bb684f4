import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, tagOfVersion } from '../../src/names/package-version.ts';
import { movingSuffixes, movingTags } from '../../src/plan/moving-tags.ts';
import { version } from '../package-index/projects.ts';

test.each<[string, boolean, readonly string[]]>([
  ['1.2.3', false, ['LATEST', '1.2', '1']],
  ['1.2.3', true, ['LATEST', 'latest', '1.2', '1']],
  ['1.2.3.post1', false, ['LATEST', '1.2', '1']],
  ['1.2.3+cu121', false, ['LATEST', '1.2', '1']],
  ['0.30.1', false, ['LATEST', '0.30']],
  ['2025.06.30', false, ['LATEST', '2025.6', '2025']],
  ['7', false, ['LATEST', '7.0', '7']],
  ['1!2.0.1', false, ['LATEST', '1-2.0', '1-2']],
  ['1!0.3', false, ['LATEST', '1-0.3']],
])('what moves to %s', (text, lowercase, suffixes) => {
  expect(movingSuffixes(version(text), lowercase)).toEqual(suffixes);
});

/** What each version of the set gets, newest first. */
const moved = (
  texts: readonly string[],
  lowercase = false,
): readonly (readonly [string, readonly string[]])[] =>
  [
    ...movingTags(
      texts.map((text) => ({ version: version(text) })),
      lowercase,
    ),
  ].map(([{ version: one }, suffixes]) => [one.text, suffixes]);

test.each<[string, readonly string[], readonly (readonly [string, readonly string[]])[]]>([
  ['none', [], []],
  ['one', ['1.2.3'], [['1.2.3', ['LATEST', '1.2', '1']]]],
  [
    'by number, and not by text',
    ['1.9.9', '1.10.2', '1.10.10'],
    [
      ['1.10.10', ['LATEST', '1.10', '1']],
      ['1.10.2', []],
      ['1.9.9', ['1.9']],
    ],
  ],
  [
    'two majors',
    ['1.2.3', '2.0.1', '0.9.1', '1.2.4', '0.9.0'],
    [
      ['2.0.1', ['LATEST', '2.0', '2']],
      ['1.2.4', ['1.2', '1']],
      ['1.2.3', []],
      ['0.9.1', ['0.9']],
      ['0.9.0', []],
    ],
  ],
  [
    'nothing to a pre-release',
    ['2.0rc1', '1.2.3', '1.3.dev1'],
    [
      ['2.0rc1', []],
      ['1.3.dev1', []],
      ['1.2.3', ['LATEST', '1.2', '1']],
    ],
  ],
  ['nothing where all are pre-releases', ['2.0rc1'], [['2.0rc1', []]]],
  [
    'a post-release, a local version',
    ['1.2.3', '1.2.3.post1', '1.2.2', '1.2.2+cu121'],
    [
      ['1.2.3.post1', ['LATEST', '1.2', '1']],
      ['1.2.3', []],
      ['1.2.2+cu121', []],
      ['1.2.2', []],
    ],
  ],
  [
    'an epoch',
    ['2024.1.1', '1!0.1.1', '1!2.0.1'],
    [
      ['1!2.0.1', ['LATEST', '1-2.0', '1-2']],
      ['1!0.1.1', ['1-0.1']],
      ['2024.1.1', ['2024.1', '2024']],
    ],
  ],
  [
    'never the exact tag of another one',
    ['5.0', '5.0.1', '4', '4.2'],
    [
      ['5.0.1', ['LATEST', '5']],
      ['5.0', []],
      ['4.2', []],
      ['4', ['4.0']],
    ],
  ],
  // 1.0rc1's exact tag is no moving one, and 1!2's is that of the series 2 of its epoch.
  [
    'nor that of an epoch',
    ['1!2', '1!2.1.1', '1.0rc1'],
    [
      ['1!2.1.1', ['LATEST', '1-2.1']],
      ['1!2', ['1-2.0']],
      ['1.0rc1', []],
    ],
  ],
])('tags of a set: %s', (_, texts, expected) => {
  expect(moved(texts)).toEqual(expected);
});

test('with a lower-case latest', () => {
  expect(moved(['1.2.3', '1.2.4'], true)).toEqual([
    ['1.2.4', ['LATEST', 'latest', '1.2', '1']],
    ['1.2.3', []],
  ]);
});

const versions = fc
  .tuple(
    fc.constantFrom('', '', '', '1!'),
    fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', '', 'rc1', '.post1', '+local'),
  )
  .map(([epoch, release, suffix]) => version(`${epoch}${release.join('.')}${suffix}`));
const sets = fc
  .uniqueArray(versions, { maxLength: 10, comparator: (one, other) => compareVersions(one, other) === 0 })
  .map((all) => all.map((one) => ({ version: one })));

test('each tag is of one image, the newest that would have it alone', () => {
  fc.assert(
    fc.property(sets, fc.boolean(), (members, lowercase) => {
      const tags = movingTags(members, lowercase);
      expect(new Set(tags.keys())).toEqual(new Set(members));
      const owners = [...tags].flatMap(([member, suffixes]) =>
        suffixes.map((suffix) => ({ member, suffix })),
      );
      const exact = members.map((member) => tagOfVersion(member.version));
      const given = [...owners.map(({ suffix }) => suffix), ...exact];
      expect(given.toSorted()).toEqual([...new Set(given)].toSorted());
      const stable = members.filter((member) => !member.version.isPrerelease);
      for (const member of stable) {
        for (const suffix of movingSuffixes(member.version, lowercase)) {
          const owner = owners.find((one) => one.suffix === suffix)?.member;
          if (owner === undefined) expect(exact).toContain(suffix);
          else expect(compareVersions(owner.version, member.version)).toBeGreaterThanOrEqual(0);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('the order of the set does not matter', () => {
  fc.assert(
    fc.property(sets, fc.nat(), (members, by) => {
      const turned = [
        ...members.slice(by % (members.length + 1)),
        ...members.slice(0, by % (members.length + 1)),
      ];
      expect([...movingTags(turned, true)]).toEqual([...movingTags(members, true)]);
    }),
  );
});
