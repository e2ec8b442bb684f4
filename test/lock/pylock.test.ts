import { describe, expect, it } from 'vitest';
import { parsePylock } from '../../src/lock/pylock.ts';

const sha = 'ab'.repeat(32);
const head = 'lock-version = "1.0"\ncreated-by = "uv"\n';

describe('parsePylock', () => {
  it('reads packages, and removes the command from the text', () => {
    const body = `${head}
[[packages]]
name = "Foo.Bar"
version = "1.0"
marker = "python_version < '3.9'"
sdist = { url = "https://files.example.org/a/foo_bar-1.0.tar.gz", hashes = { sha256 = "${sha.toUpperCase()}" } }
wheels = [
    { url = "https://files.example.org/a/foo_bar-1.0%2Bx-py3-none-any.whl?k=1", upload-time = 2026-11-01T11:20:05Z, hashes = { sha256 = "${sha}" } },
    { name = "foo_bar-1.0-cp313-cp313-linux_x86_64.whl", path = "wheels/other.whl", hashes = { sha256 = "${sha}" } },
]

[[packages]]
name = "foo-bar"
version = "2.0"
marker = "python_version >= '3.9'"
`;
    expect(parsePylock(`# This file was made by uv via:\n#    uv pip compile\n${body}`, 'container')).toEqual(
      {
        text: body,
        resolved: 'container',
        packages: [
          {
            name: 'foo-bar',
            version: '1.0',
            marker: "python_version < '3.9'",
            sdist: {
              filename: 'foo_bar-1.0.tar.gz',
              url: 'https://files.example.org/a/foo_bar-1.0.tar.gz',
              sha256: sha,
            },
            wheels: [
              {
                filename: 'foo_bar-1.0+x-py3-none-any.whl',
                url: 'https://files.example.org/a/foo_bar-1.0%2Bx-py3-none-any.whl?k=1',
                sha256: sha,
              },
              { filename: 'foo_bar-1.0-cp313-cp313-linux_x86_64.whl', url: 'wheels/other.whl', sha256: sha },
            ],
          },
          { name: 'foo-bar', version: '2.0', marker: "python_version >= '3.9'", wheels: [] },
        ],
      },
    );
  });

  it.each([
    ['no TOML', '<html>', 'it is no TOML:'],
    ['nothing', '', 'it has lock-version undefined, not 1.'],
    ['a later format', 'lock-version = "2.0"', 'it has lock-version "2.0", not 1.'],
    [
      'a checkout',
      `${head}[[packages]]\nname = "x"\nvcs = { type = "git" }\n`,
      'it takes x from a vcs: only packages of an index can be locked.',
    ],
    ['no version', `${head}[[packages]]\nname = "x"\n`, 'it has no version for x.'],
    [
      'another hash',
      `${head}[[packages]]\nname = "x"\nversion = "1"\nwheels = [{ url = "https://e.org/x.whl", hashes = { md5 = "0" } }]\n`,
      'it has no sha256 for x.whl.',
    ],
  ])('refuses %s', (_, text, message) => {
    expect(() => parsePylock(text, 'host')).toThrow(`the lock that was resolved cannot be used: ${message}`);
  });
});
