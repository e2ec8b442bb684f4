import { describe, expect, test } from 'vitest';
import {
  isLocal,
  type LocalDistribution,
  lockedLocal,
  placeLocal,
  withLocal,
  withoutLocalPath,
} from '../../src/lock/local.ts';
import { parsePylock } from '../../src/lock/pylock.ts';
import { parseRequirement, type RequirementLine } from '../../src/names/requirement.ts';

const sdist: LocalDistribution = {
  name: 'foo',
  version: '1.2.0',
  file: { filename: 'foo-1.2.0.tar.gz', sha256: 'abc', path: '/out/foo-1.2.0.tar.gz' },
  metadata: '/out/metadata/foo-1.2.0-py3-none-any.whl',
};
const wheel: LocalDistribution = {
  ...sdist,
  file: { filename: 'foo-1.2.0-py3-none-any.whl', sha256: 'def', path: '/out/foo-1.2.0-py3-none-any.whl' },
};

const lineOf = (text: string): RequirementLine => {
  const read = parseRequirement(text);
  if (!read.ok) throw new Error(read.message);
  return read.value;
};

describe('withLocal', () => {
  const lines = ['foo[extra]==1.2.0', 'six'].map(lineOf);
  test.each<readonly [string, readonly RequirementLine[], LocalDistribution | undefined, readonly string[]]>([
    ['of an index', lines, undefined, ['foo[extra]==1.2.0', 'six']],
    ['local', lines, sdist, ['foo[extra] @ file:///request/foo-1.2.0-py3-none-any.whl', 'six']],
    [
      'local, with a marker',
      [lineOf("foo==1.2.0 ; os_name == 'posix'")],
      sdist,
      ["foo @ file:///request/foo-1.2.0-py3-none-any.whl ; os_name == 'posix'"],
    ],
    ['nothing', [], sdist, []],
  ])('%s', (_, given, local, expected) => {
    expect(withLocal(given, local, '/request').map(({ line }) => line)).toEqual(expected);
  });
});

const pylock = (path: string): string => `lock-version = "1.0"

[[packages]]
name = "foo"
version = "1.2.0"
archive = { path = "${path}", hashes = { sha256 = "0" } }
marker = "os_name == 'posix'"
`;

test('a lock is the same wherever the metadata was', () => {
  const [one, other] = ['/tmp/1/foo.whl', '/tmp/2/foo.whl'].map((path) =>
    parsePylock(pylock(path), 'host', sdist),
  );
  expect(one).toEqual(other);
  expect(one!.text).toBe(withoutLocalPath(pylock('/any'), sdist));
  expect(one!.text).toContain('archive = { path = "foo-1.2.0.tar.gz", hashes = { sha256 = "abc" } }');
  expect(one!.packages).toEqual([lockedLocal(sdist, "os_name == 'posix'")]);
});

test('the same lock is refused of another package', () => {
  expect(() => parsePylock(pylock('/foo.whl'), 'host', { ...sdist, name: 'bar' })).toThrow(
    'it takes foo from a archive',
  );
});

test.each([
  [
    'an sdist',
    sdist,
    {
      wheels: [],
      sdist: { filename: 'foo-1.2.0.tar.gz', sha256: 'abc', url: 'local:foo-1.2.0.tar.gz' },
    },
  ],
  [
    'a wheel',
    wheel,
    {
      wheels: [
        { filename: 'foo-1.2.0-py3-none-any.whl', sha256: 'def', url: 'local:foo-1.2.0-py3-none-any.whl' },
      ],
    },
  ],
])('locks %s', (_, local, files) => {
  const locked = lockedLocal(local, undefined);
  expect(locked).toEqual({ name: 'foo', version: '1.2.0', ...files });
  expect([...locked.wheels, ...(locked.sdist === undefined ? [] : [locked.sdist])].every(isLocal)).toBe(true);
  expect(isLocal({ url: 'https://x/local:foo' })).toBe(false);
});

test('the file is placed in a folder of its hash', async () => {
  const placed: unknown[] = [];
  const bytes = (path: string): AsyncIterable<Uint8Array> => ({
    [Symbol.asyncIterator]: () => {
      throw new Error(`${path} is not read here`);
    },
  });
  const files = {
    bytes,
    replace: (path: string) => {
      placed.push(path);
      return Promise.resolve();
    },
  };
  await placeLocal(files, '/lock', sdist);
  await placeLocal(files, '/lock', undefined);
  expect(placed).toEqual(['/lock/local/abc/foo-1.2.0.tar.gz']);
});
