import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareVersions,
  type PackageVersion,
  parsePackageVersion,
  parseSpecifiers,
  releaseKey,
  satisfies,
  tagOfVersion,
  versionOfTag,
} from '../../src/names/package-version.ts';

const version = (text: string): PackageVersion => {
  const result = parsePackageVersion(text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};

describe('parsePackageVersion', () => {
  it.each([
    ['a release', '1.2.3', { text: '1.2.3', epoch: 0, release: [1, 2, 3], isPrerelease: false }],
    [
      'a pre-release spelled out',
      'v1.0-RC.1',
      { text: '1.0rc1', epoch: 0, release: [1, 0], isPrerelease: true },
    ],
    [
      'a pre-release without number',
      '1.0alpha',
      { text: '1.0a0', epoch: 0, release: [1, 0], isPrerelease: true },
    ],
    [
      'an implicit post-release',
      '1.0-1',
      { text: '1.0.post1', epoch: 0, release: [1, 0], isPrerelease: false },
    ],
    ['a development release', '1.0dev', { text: '1.0.dev0', epoch: 0, release: [1, 0], isPrerelease: true }],
    [
      'a date with zeros',
      '2025.01.02',
      { text: '2025.1.2', epoch: 0, release: [2025, 1, 2], isPrerelease: false },
    ],
    [
      'everything',
      ' 1!2.0c3.rev4.dev5+ABC-01_x ',
      {
        text: '1!2.0rc3.post4.dev5+abc.1.x',
        epoch: 1,
        release: [2, 0],
        isPrerelease: true,
        local: 'abc.1.x',
      },
    ],
    [
      'a local version that looks like a number',
      '1.0+1e5',
      { text: '1.0+1e5', epoch: 0, release: [1, 0], isPrerelease: false, local: '1e5' },
    ],
  ])('%s', (_, text, value) => {
    expect(parsePackageVersion(text)).toEqual({ ok: true, value });
  });

  const rule =
    'is not a version of PEP 440: write it like "1.2.3", "2.0rc1", "1.0.post1" or "1.2.3+local.1".';
  it.each([
    ['empty', '', `package version "" ${rule}`],
    ['a word', 'newest', `package version "newest" ${rule}`],
    ['two dots', '1..0', `package version "1..0" ${rule}`],
    ['a command', '$(touch x)', `package version "$(touch x)" ${rule}`],
    ['a line break', '1.0\n2', `package version "1.0\\n2" ${rule}`],
    ['a path', '../../etc', `package version "../../etc" ${rule}`],
    [
      'too long for a tag',
      `1.${'0'.repeat(300)}`,
      `package version "1.${'0'.repeat(118)}…" has 302 characters: at most 100 fit into an image's tag.`,
    ],
  ])('refuses %s', (_, text, message) => {
    expect(parsePackageVersion(text)).toEqual({ ok: false, message });
  });
});

/** Ranks a version for comparison, number by number (PEP 440, "Summary of permitted suffixes and relative ordering"). */
function rank(text: string): readonly number[] {
  const [, epoch = 0, release = '', pre, preNumber = 0, post, dev, local] =
    /^(?:(\d+)!)?([\d.]*\d)(?:(a|b|rc)(\d+))?(?:\.post(\d+))?(?:\.dev(\d+))?(?:\+(.+))?$/.exec(text)!;
  const numbers = release.split('.').map(Number);
  const stage = pre !== undefined ? ['a', 'b', 'rc'].indexOf(pre) : !post && dev ? -1 : 3;
  const [, word, number] = /^(x)?\.?(\d)?$/.exec(local ?? '') ?? [];
  return [
    Number(epoch),
    ...[0, 1, 2, 3].map((index) => numbers[index] ?? 0),
    stage,
    Number(preNumber),
    post === undefined ? -1 : Number(post),
    dev === undefined ? 9 : Number(dev),
    local === undefined ? 0 : word === undefined ? 2 : 1,
    number === undefined ? -1 : Number(number),
  ];
}

describe('compareVersions', () => {
  const ascending = [
    '1.0.dev1', '1.0a1.dev1', '1.0a1', '1.0a1.post1.dev1', '1.0a1.post1', '1.0a2', '1.0b1', '1.0rc1', '1.0',
    '1.0+abc', '1.0+abc.1', '1.0+1e5', '1.0+2', '1.0+2.a', '1.0+2.1',
    '1.0.post0.dev1',
    '1.0.post0', '1.0.post1.dev1', '1.0.post1', '1.0.1', '1.1',
    '1.10', '2', '1!0.1',
  ]; // prettier-ignore
  // `1e5` is a word, and comes before `abc` by ASCII.
  const order = ascending.filter((text) => text !== '1.0+1e5').toSpliced(9, 0, '1.0+1e5');
  it('sorts as PEP 440 does', () => {
    expect(
      order
        .toReversed()
        .map(version)
        .toSorted(compareVersions)
        .map(({ text }) => text),
    ).toEqual(order);
  });
  it('ignores trailing zeros', () => {
    expect(compareVersions(version('1.0'), version('1.0.0'))).toBe(0);
  });

  const number = fc.nat(3).map(String);
  const maybe = (prefix: string): fc.Arbitrary<string> =>
    fc.oneof(
      fc.constant(''),
      number.map((n) => prefix + n),
    );
  const any = fc
    .tuple(
      fc.oneof(fc.constant(''), fc.constant('1!')),
      fc.array(number, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('.')),
      fc.oneof(maybe('a'), maybe('b'), maybe('rc')),
      maybe('.post'),
      maybe('.dev'),
      fc.oneof(fc.constant(''), maybe('+'), maybe('+x.')),
    )
    .map((parts) => parts.join(''));
  it('agrees with the order of PEP 440', () => {
    fc.assert(
      fc.property(any, any, (left, right) => {
        const [one, other] = [rank(left), rank(right)];
        const at = one.findIndex((part, index) => part !== other[index]);
        const expected = at === -1 ? 0 : one[at]! < other[at]! ? -1 : 1;
        expect(Math.sign(compareVersions(version(left), version(right)))).toBe(expected);
      }),
    );
  });
  it('is 0 for versions with the same key alone', () => {
    // Two parts that differ in zeros at most are the same more often.
    const zeros = fc.constantFrom('', '.0', '.0.0');
    const pairs = fc.oneof(
      fc.tuple(any, any),
      fc
        .tuple(any, zeros, zeros)
        .map((parts) =>
          parts
            .slice(1)
            .map((more) => parts[0].replace(/^((?:\d!)?[\d.]*\d)(?![\d!])/, (release) => release + more)),
        ),
    );
    fc.assert(
      fc.property(pairs, ([left, right]) => {
        expect(releaseKey(version(left!)) === releaseKey(version(right!))).toBe(
          compareVersions(version(left!), version(right!)) === 0,
        );
      }),
      { numRuns: 500 },
    );
  });
  it('survives the way into a tag and back', () => {
    fc.assert(
      fc.property(any, (text) => {
        const tag = tagOfVersion(version(text));
        expect(tag).toMatch(/^[\w.-]+$/);
        expect(versionOfTag(tag)).toEqual(version(text));
      }),
    );
  });
});

describe('tagOfVersion', () => {
  it.each([
    ['1.2.3', '1.2.3'],
    ['1.0rc1', '1.0rc1'],
    ['1.2.3+cu121.1', '1.2.3_cu121.1'],
    ['1!2.0+abc.1', '1-2.0_abc.1'],
  ])('%s is %s', (text, tag) => {
    expect(tagOfVersion(version(text))).toBe(tag);
  });
  it('reads no tag that tagOfVersion does not write', () => {
    expect(['LATEST', '1.0-RC1', '01.0', '1_2_3'].map(versionOfTag)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('satisfies', () => {
  // Each row was checked against Python's `packaging` 26.3 with prereleases=True.
  it.each([
    ['', '1.0', true],
    ['>=3.8', '3.13.0', true],
    ['>=3.8', '3.8rc1', false],
    ['>=3.8,<4', '3.13.1', true],
    ['!=3.9.1,>=3.9', '3.9.1', false],
    ['==3.*', '3.13.1', true],
    ['==3.0.*', '3', true],
    ['!=3.0.*', '3.0.7', false],
    ['==1.0', '1.0.0+local', true],
    ['==1.0+local', '1.0', false],
    ['~=1.4.2', '1.4.9', true],
    ['~=1.4.2', '1.5', false],
    ['~=1.4', '1.9rc1', true],
    ['<3.9', '3.9rc1', false],
    ['<3.9rc2', '3.9rc1', true],
    ['<3.9', '3.8rc1', true],
    ['>1.7', '1.7.post1', false],
    ['>1.7', '1.7.0.1', true],
    ['>1.7.post1', '1.7.post2', true],
    ['>1.7', '1.7+local', false],
    ['<=1.7', '1.7+local', true],
    ['>=2', '1!1.0', true],
    ['==1!1.*', '1!1.5', true],
    ['===1.0-odd', '1.0', false],
    ['===1.0', '1.0', true],
    ['===1.0', '1.0.0', false],
    ['~=1.0.0', '1', true],
    ['~=1!2.1', '1!2.9', true],
    ['~=1.4rc1', '1.4', true],
    ['!=3.0.*', '3', false],
    ['==1.0.post1', '1.0.post1', true],
    ['==3.*', '3.0.dev1', true],
    ['==1.0+1e5', '1.0+100000', false],
    ['==1.0+1e5', '1.0+1E5', true],
    ['!=1.0+ubuntu.1', '1.0+ubuntu.1', false],
    ['!=1.0+ubuntu.1', '1.0', true],
    ['>=1.0', '1.0+ubuntu.1', true],
    ['<2', '2.dev1', false],
    ['>1.7', '1.7.1.post1', true],
    ['>=20250101', '2025010112345678901234567', true],
    ['<20250101', '2025010112345678901234567+a', false],
  ])('%s, %s: %s', (text, candidate, expected) => {
    const specifiers = parseSpecifiers(text);
    expect(specifiers.ok && satisfies(version(candidate), specifiers.value)).toBe(expected);
  });
  it.each([
    '>=',
    '1.0',
    '=>1',
    '>=1.*',
    '~=1.*',
    '<=1.0+x',
    '==1.0a1.*',
    '==1.0.post1.*',
    '==1.0+x.*',
    '~=1',
    '>=1.0+x',
    '>=1 <2',
  ])('refuses %s', (text) => {
    expect(parseSpecifiers(text)).toEqual({
      ok: false,
      message: expect.stringContaining('is not one of PEP 440'),
    });
  });
});
