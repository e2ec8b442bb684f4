import { expect, test } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import { findPins } from '../../../src/sources/project/locks.ts';

const [a, b, c] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];

const uvLock = `version = 1
requires-python = ">=3.12"
[[package]]
name = "foo"
version = "1.0"
source = { editable = "." }
[[package]]
name = "Ta.lib"
version = "1.2"
source = { registry = "https://pypi.org/simple" }
sdist = { url = "https://x/talib-1.2.tar.gz", hash = "sha256:${a}" }
wheels = [{ url = "https://x/talib-1.2-py3-none-any.whl", hash = "sha256:${b}" }]
[[package]]
name = "old"
version = "1.0"
source = { registry = "https://pypi.org/simple" }
resolution-markers = ["python_full_version < '3.13'", "sys_platform == 'win32'"]
wheels = [{ url = "https://x/old.whl", hash = "sha256:${c}" }]
[[package]]
name = "gone"
version = "0.1"
source = { git = "https://example.com/gone?rev=1#1" }
`;
const fromUv = {
  from: 'uv.lock',
  renew: '"uv lock"',
  constraints: ['ta-lib==1.2', "old==1.0 ; (python_full_version < '3.13') or (sys_platform == 'win32')"],
  files: { foo: [], 'ta-lib': [a, b], old: [c], gone: [] },
};
const pylock = `lock-version = "1.0"
[[packages]]
name = "six"
version = "1.16.0"
marker = "python_version >= '3.8'"
wheels = [{ url = "https://x/six.whl", hashes = { sha256 = "${a.toUpperCase()}" } }]
[[packages]]
name = "more"
version = "2"
marker = "'more' in extras"
sdist = { url = "https://x/more.tar.gz", hashes = { sha256 = "${b}" } }
`;
const renew = 'the program that wrote it';
const fromPylock = {
  from: 'pylock.toml',
  renew,
  constraints: ["six==1.16.0 ; python_version >= '3.8'", 'more==2'],
  files: { six: [a], more: [b] },
};
const hashed = (name: string): string => `-i https://pypi.org/simple
${name}==1.16.0 ; python_version >= "3.8" \\
    --hash=sha256:${a} \\
    --hash=sha256:${b}
    # via foo
`;
const fromList = (from: string, name: string) => ({
  from,
  renew,
  constraints: [`${name}==1.16.0 ; python_version >= "3.8"`],
  files: { [name]: [a, b] },
});

test.each<readonly [string, Readonly<Record<string, string>>, unknown]>([
  ['nothing', { 'pyproject.toml': '' }, undefined],
  ['uv.lock', { 'uv.lock': uvLock, 'pylock.toml': pylock }, fromUv],
  ['pylock.toml', { 'requirements.txt': hashed('six'), 'pylock.toml': pylock }, fromPylock],
  [
    'requirements.txt',
    { 'requirements-all.txt': hashed('other'), 'requirements.txt': hashed('six') },
    fromList('requirements.txt', 'six'),
  ],
  [
    'another list, where that has lines without hashes',
    { 'requirements-prod.txt': hashed('six'), 'requirements.txt': `${hashed('six')}toml\n` },
    fromList('requirements-prod.txt', 'six'),
  ],
  ['no list of versions without hashes', { 'requirements.txt': 'six==1.16.0\n' }, undefined],
  ['no list of ranges', { 'requirements.txt': `six>=1.16.0 --hash=sha256:${a}\n` }, undefined],
  ['no list that includes another', { 'requirements.txt': `-r other.txt\n${hashed('six')}` }, undefined],
  ['no list for development', { 'requirements-dev.txt': hashed('six') }, undefined],
  ['no empty list', { 'requirements.txt': '# none\n' }, undefined],
])('takes %s', async (_, files, expected) => {
  const read = (name: string) => Promise.resolve({ path: name, text: files[name]! });
  expect(await findPins(Object.keys(files), read)).toEqual(expected);
});

test.each([
  ['uv.lock', 'version = 2\n', 'uv.lock cannot be read: its version is 2, not 1.'],
  ['pylock.toml', '', 'pylock.toml cannot be read: its lock-version is undefined, not 1.'],
  ['uv.lock', 'version = 1\nx = [\n', /^uv\.lock, line \d, column \d+: it is no TOML: /],
  ['pylock.toml', 'x = "\n', /^pylock\.toml, line 1, column \d+: it is no TOML: /],
])('refuses %s with %j', async (name, text, message) => {
  const found = findPins([name], () => Promise.resolve({ path: name, text }));
  const error = (await found.catch((thrown: unknown) => thrown)) as Failure;
  expect(error).toBeInstanceOf(Failure);
  expect(error.problems.map((one) => one.message)).toEqual([
    typeof message === 'string' ? message : expect.stringMatching(message),
  ]);
});
