import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tagOfBranch, tagOfRef } from '../../../src/sources/tree/branch.ts';

const hash = (branch: string, length = 7): string =>
  createHash('sha256').update(branch).digest('hex').slice(0, length);
const long = 'a'.repeat(130);

test.each<[string, readonly string[], string]>([
  ['main', [], 'main'],
  ['main', ['main', 'develop'], 'main'],
  ['Release_1.0', [], 'Release_1.0'],
  ['fix/issue 1', [], 'fix-issue-1'],
  ['fix/issue 1', ['fix/issue 1', 'fix/issue 2'], 'fix-issue-1'],
  ['-.x', [], 'x'],
  ['a//b--', [], 'a-b'],
  ['größe', [], 'gr-e'],
  // One of two that meet is a tag as it is.
  ['fix-issue-1', ['fix/issue 1', 'fix-issue-1'], 'fix-issue-1'],
  ['fix/issue 1', ['fix/issue 1', 'fix-issue-1'], `fix-issue-1-${hash('fix/issue 1')}`],
  // Neither is.
  ['fix/1', ['fix+1'], `fix-1-${hash('fix/1')}`],
  ['fix+1', ['fix/1'], `fix-1-${hash('fix+1')}`],
  // Tags are told apart by the case of their letters.
  ['Fix', ['fix'], 'Fix'],
  // Nothing is left.
  ['日本', [], hash('日本')],
  [long, [], 'a'.repeat(128)],
  [long, [`${long}b`], `${'a'.repeat(120)}-${hash(long)}`],
  // These belong to pull requests.
  ['pr-12', [], `pr-12-${hash('pr-12')}`],
  ['pr/12', [], `pr-12-${hash('pr/12')}`],
  ['pr-12a', [], 'pr-12a'],
  // Another branch has the tag with the hash.
  ['a/b', ['a-b', `a-b-${hash('a/b')}`], `a-b-${hash('a/b', 8)}`],
])('the branch %j beside %j is tagged %s', (branch, others, tag) => {
  expect(tagOfBranch(branch, others)).toBe(tag);
});

test('branches of one repository have as many tags, each of them valid', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '-', '/', '.', '_', 'é'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.oneof(name, fc.constantFrom('pr-1', 'pr/1')), { maxLength: 12 }),
      (branches) => {
        const tags = branches.map((branch) => tagOfBranch(branch, branches));
        expect(new Set(tags).size).toBe(branches.length);
        expect(tags.filter((tag) => !/^\w[\w.-]{0,127}$/.test(tag))).toEqual([]);
      },
    ),
  );
});

test.each<[string, Parameters<typeof tagOfRef>[0], readonly string[], ReturnType<typeof tagOfRef>]>([
  ['a branch', { ref: 'refs/heads/fix/issue 1' }, [], { ok: true, value: 'fix-issue-1' as never }],
  [
    'a branch that would meet another',
    { ref: 'refs/heads/fix/1' },
    ['fix-1'],
    { ok: true, value: `fix-1-${hash('fix/1')}` as never },
  ],
  ['a pull request by its ref', { ref: 'refs/pull/12/merge' }, [], { ok: true, value: 'pr-12' as never }],
  [
    'a pull request by its event, on the ref of its target',
    { ref: 'refs/heads/main', pullRequest: { number: 12, base: 'abc' } },
    [],
    { ok: true, value: 'pr-12' as never },
  ],
  ['a tag', { ref: 'refs/tags/v1.2.0' }, ['v1.2.0'], { ok: true, value: 'v1.2.0' as never }],
  [
    'a tag that a registry cannot have',
    { ref: 'refs/tags/v1.0+1' },
    [],
    {
      ok: false,
      message:
        'Git\'s tag cannot be the image\'s: tag "v1.0+1" is not valid: a tag has 1 to 128 letters, digits, "_", "." and "-", and starts with a letter, a digit or "_". Name the tag.',
    },
  ],
  [
    'nothing',
    { ref: '' },
    [],
    {
      ok: false,
      message:
        '"" is no branch, tag or pull request, from which the image\'s tag would follow. Name the tag.',
    },
  ],
])('the tag of %s', (_, event, others, tag) => {
  expect(tagOfRef(event, others)).toEqual(tag);
});
