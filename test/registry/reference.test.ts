import { describe, expect, test } from 'vitest';
import { parseMirror } from '../../src/registry/mirrors.ts';
import { isLoopback, originOf } from '../../src/registry/hosts.ts';
import { parseReference, referenceText } from '../../src/registry/reference.ts';

const sha = `sha256:${'a'.repeat(64)}`;

test.each<[string, { registry: string; name: string; tag?: string; digest?: string }, string?]>([
  ['python', { registry: 'docker.io', name: 'library/python' }, 'docker.io/library/python'],
  [
    'python:3.13-slim',
    { registry: 'docker.io', name: 'library/python', tag: '3.13-slim' },
    'docker.io/library/python:3.13-slim',
  ],
  ['docker.io/python', { registry: 'docker.io', name: 'library/python' }, 'docker.io/library/python'],
  [
    'index.docker.io/library/python:3',
    { registry: 'docker.io', name: 'library/python', tag: '3' },
    'docker.io/library/python:3',
  ],
  ['owner/app', { registry: 'docker.io', name: 'owner/app' }, 'docker.io/owner/app'],
  ['ghcr.io/owner/app', { registry: 'ghcr.io', name: 'owner/app' }],
  ['GHCR.io/owner/app:V1', { registry: 'ghcr.io', name: 'owner/app', tag: 'V1' }, 'ghcr.io/owner/app:V1'],
  [
    'ghcr.io/owner/deep/er__app.x-y--z:1@' + sha,
    { registry: 'ghcr.io', name: 'owner/deep/er__app.x-y--z', tag: '1', digest: sha },
  ],
  ['localhost/app', { registry: 'localhost', name: 'app' }],
  ['localhost:5000/app:1', { registry: 'localhost:5000', name: 'app', tag: '1' }],
  [
    '127.0.0.1:5000/library/python@' + sha,
    { registry: '127.0.0.1:5000', name: 'library/python', digest: sha },
  ],
  ['[::1]:5000/app:1', { registry: '[::1]:5000', name: 'app', tag: '1' }],
  ['registry:443/app', { registry: 'registry:443', name: 'app' }],
])('parses %s as a reference', (text, { registry, name, ...rest }, written = text) => {
  const reference = parseReference(text);
  expect(reference).toEqual({ ok: true, value: { repository: { registry, name }, ...rest } });
  if (reference.ok) expect(referenceText(reference.value)).toBe(written);
});

const lower =
  'each part between slashes is lower-case letters and digits, joined by one ".", one or two "_", or "-".';
test.each([
  [
    'upper case',
    'ghcr.io/Owner/App',
    'repository "ghcr.io/Owner/App" has upper-case letters: a repository\'s name is lower case only. Write "owner/app".',
  ],
  [
    'upper case at Docker Hub',
    'Owner/app:1',
    'repository "Owner/app" has upper-case letters: a repository\'s name is lower case only. Write "owner/app".',
  ],
  ['empty', '', `repository "" is not valid at "": ${lower}`],
  ['a registry alone', 'ghcr.io/', `repository "ghcr.io/" is not valid at "": ${lower}`],
  [
    'an address',
    'https://ghcr.io/owner/app',
    'registry "https:" is not valid: a registry is a host name and, where needed, a port from 1 to 65535, like "ghcr.io" or "localhost:5000", without "https://" and without a path.',
  ],
  [
    'a port out of range',
    'ghcr.io:70000/app',
    'registry "ghcr.io:70000" is not valid: a registry is a host name and, where needed, a port from 1 to 65535, like "ghcr.io" or "localhost:5000", without "https://" and without a path.',
  ],
  ['dots up', 'ghcr.io/../../etc', `repository "ghcr.io/../../etc" is not valid at "..": ${lower}`],
  [
    'a command',
    'ghcr.io/$(touch x)/app',
    `repository "ghcr.io/$(touch x)/app" is not valid at "$(touch x)": ${lower}`,
  ],
  [
    'a newline',
    'ghcr.io/owner/app\n::set-output',
    `repository "ghcr.io/owner/app\\n" is not valid at "app\\n": ${lower}`,
  ],
  ['three underscores', 'owner/a___b', `repository "owner/a___b" is not valid at "a___b": ${lower}`],
  [
    'too long',
    `ghcr.io/${'a'.repeat(250)}`,
    `repository "ghcr.io/${'a'.repeat(112)}…" is too long: registry and name together have 255 characters at most.`,
  ],
  [
    'an empty tag',
    'owner/app:',
    'reference "owner/app:": tag "" is not valid: a tag has 1 to 128 letters, digits, "_", "." and "-", and starts with a letter, a digit or "_".',
  ],
  [
    'a short digest',
    'owner/app@sha256:12',
    'reference "owner/app@sha256:12": digest "sha256:12" is not valid: it is "sha256:" and 64 lower-case hexadecimal digits.',
  ],
])('refuses %s with the rule', (_name, text, message) => {
  expect(parseReference(text)).toEqual({ ok: false, message });
});

test.each([
  ['ghcr.io', 'https://ghcr.io'],
  ['docker.io', 'https://registry-1.docker.io'],
  ['localhost:5000', 'http://localhost:5000'],
  ['127.0.0.1', 'http://127.0.0.1'],
  ['127.1.2.3:80', 'http://127.1.2.3:80'],
  ['[::1]:5000', 'http://[::1]:5000'],
  ['localhost.example', 'https://localhost.example'],
  ['127.0.0.1.example', 'https://127.0.0.1.example'],
  ['10.0.0.1:5000', 'https://10.0.0.1:5000'],
  ['plain.example:5000', 'http://plain.example:5000'],
])('the API of %s is at %s', (registry, origin) => {
  expect(originOf(registry, new Set(['plain.example:5000']))).toBe(origin);
  expect(isLoopback(registry)).toBe(origin.startsWith('http:') && registry !== 'plain.example:5000');
});

describe('mirrors', () => {
  test.each([
    ['http://127.0.0.1:5000', { ok: true, value: { registry: '127.0.0.1:5000', plain: true } }],
    ['https://mirror.example/', { ok: true, value: { registry: 'mirror.example', plain: false } }],
    ['mirror.example:5000', { ok: true, value: { registry: 'mirror.example:5000', plain: false } }],
    [
      'http://mirror.example/path',
      {
        ok: false,
        message:
          'mirror "http://mirror.example/path" is not valid: it is "https://" or "http://", a host and a port.',
      },
    ],
  ])('%s', (text, value) => expect(parseMirror(text)).toEqual(value));
});
