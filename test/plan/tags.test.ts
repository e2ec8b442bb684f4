import { expect, test } from 'vitest';
import { movingSuffixes } from '../../src/plan/moving-tags.ts';
import { revisionTag, tagsOf } from '../../src/plan/tags.ts';
import { parsePackageVersion } from '../../src/names/package-version.ts';
import type { Tag } from '../../src/names/reference.ts';

function version(text: string) {
  const parsed = parsePackageVersion(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.value;
}

test.each([
  ['not the newest', '3.12-slim', '1.2.3', false, [], 'py3.12-slim-1.2.3', []],
  [
    'the newest',
    '3.12-slim',
    '1.2.3',
    true,
    [],
    'py3.12-slim-1.2.3',
    ['py3.12-slim-LATEST', 'py3.12-slim-1.2', 'py3.12-slim-1'],
  ],
  [
    'full has no variant',
    '3.12',
    '1.2.3',
    true,
    [],
    'py3.12-1.2.3',
    ['py3.12-LATEST', 'py3.12-1.2', 'py3.12-1'],
  ],
  ['major 0 promises nothing', '3.12', '0.30.1', true, [], 'py3.12-0.30.1', ['py3.12-LATEST', 'py3.12-0.30']],
  ['major.minor is the exact tag', '3.12', '2.1', true, [], 'py3.12-2.1', ['py3.12-LATEST', 'py3.12-2']],
  ['more tags, one of them twice', '3.12', '2.1', false, ['stable', 'stable'], 'py3.12-2.1', ['stable']],
])('%s', (_, target, text, latest, more, exact, aliases) => {
  expect(
    tagsOf(
      target,
      version(text),
      latest ? movingSuffixes(version(text), false) : [],
      more as string[] as Tag[],
    ),
  ).toEqual({ exact, aliases });
});

test('a tag that is too long is an error', () => {
  expect(() => tagsOf(`3.12-${'x'.repeat(130)}`, version('1.0'), [], [])).toThrow(/1 to 128/);
});

test.each([
  ['a date with its zeros', '2025.06.30', ['py3.13-slim-2025.06.30', 'stable']],
  ['a v before it', 'v1.2.3', ['py3.13-slim-v1.2.3', 'stable']],
  ['a local version', '1.0+Ubuntu.1', ['py3.13-slim-1.0_Ubuntu.1', 'stable']],
  ['the exact tag of another version', '1-1', ['stable']],
])('a version as it was written is an alias: %s', (_, written, aliases) => {
  expect(tagsOf('3.13-slim', version(written), [], ['stable' as Tag], written).aliases).toEqual(aliases);
});

test('an alias that the user names, too, is there once', () => {
  const more = ['py3.13-slim-2025.06.30' as Tag];
  expect(tagsOf('3.13-slim', version('2025.06.30'), [], more, '2025.06.30')).toEqual({
    exact: 'py3.13-slim-2025.6.30',
    aliases: ['py3.13-slim-2025.06.30'],
  });
});

test.each([
  [1, 'py3.13-slim-1.0-20261127'],
  [2, 'py3.13-slim-1.0-20261127.2'],
])('the tag of a day: image %i', (count, tag) => {
  expect(revisionTag('py3.13-slim-1.0' as Tag, '20261127', count)).toBe(tag);
});
