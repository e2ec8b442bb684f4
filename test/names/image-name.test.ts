import { describe, expect, it } from 'vitest';
import { parseRegistry, parseRepository } from '../../src/names/image-name.ts';

describe('parseRepository', () => {
  it.each([
    ['as it is', 'ghcr.io', 'owner/name', { registry: 'ghcr.io', name: 'owner/name' }],
    ['lower-cased', 'GHCR.io', ' Owner/Name ', { registry: 'ghcr.io', name: 'owner/name' }],
    ['many parts', 'quay.io', 'a/b/c/d', { registry: 'quay.io', name: 'a/b/c/d' }],
    [
      'all that may part letters',
      'ghcr.io',
      'a.b/c_d/e__f/g---h',
      { registry: 'ghcr.io', name: 'a.b/c_d/e__f/g---h' },
    ],
    ['a port', '127.0.0.1:5000', 'x', { registry: '127.0.0.1:5000', name: 'x' }],
    ['IPv6', '[::1]:5000', 'x', { registry: '[::1]:5000', name: 'x' }],
    ['localhost', 'localhost', 'x', { registry: 'localhost', name: 'x' }],
    ['Docker Hub', 'docker.io', 'owner/name', { registry: 'docker.io', name: 'owner/name' }],
    ['Docker Hub by another name', 'registry-1.docker.io', 'a/b', { registry: 'docker.io', name: 'a/b' }],
    ['one part on Docker Hub', 'docker.io', 'python', { registry: 'docker.io', name: 'library/python' }],
    ['a part with a dot is no host', 'ghcr.io', 'my.org/x', { registry: 'ghcr.io', name: 'my.org/x' }],
    ['as long as can be', 'ghcr.io', 'a'.repeat(247), { registry: 'ghcr.io', name: 'a'.repeat(247) }],
  ])('%s', (_, registry, name, value) => {
    expect(parseRepository(registry, name)).toEqual({ ok: true, value });
  });

  const rule =
    'it is lower-case letters and digits, parted by single ".", "_", "__" or "-", in parts parted by "/", like "owner/name".';
  it.each([
    ['nothing', '', `image name "" is not valid: ${rule}`],
    ['a tag', 'a/b:1', `image name "a/b:1" has a tag: ${rule} More tags are an input of their own.`],
    ['a digest', 'a/b@sha256:0', `image name "a/b@sha256:0" has a digest: ${rule}`],
    [
      'the registry again',
      'ghcr.io/a/b',
      'image name "ghcr.io/a/b" begins with a registry: give "a/b" alone, and the host as registry.',
    ],
    [
      'another registry',
      'localhost:5000/a',
      'image name "localhost:5000/a" begins with a registry: give "a" alone, and the host as registry.',
    ],
    ['an empty part', 'a//b', `image name "a//b" is not valid: ${rule}`],
    ['a slash at the end', 'a/', `image name "a/" is not valid: ${rule}`],
    ['a slash at the start', '/a', `image name "/a" is not valid: ${rule}`],
    ['a dot at the start', 'a/.github', `image name "a/.github" is not valid: ${rule}`],
    ['three underscores', 'a___b', `image name "a___b" is not valid: ${rule}`],
    ['a space', 'a b', `image name "a b" is not valid: ${rule}`],
    ['two lines', 'a/b\nc/d', `image name "a/b\\nc/d" is not valid: ${rule}`],
    ['no ASCII', 'ünï/code', `image name "ünï/code" is not valid: ${rule}`],
    [
      'too many characters',
      'a'.repeat(248),
      `image name "${'a'.repeat(120)}…" is too long: with its registry it has at most 255 characters.`,
    ],
  ])('refuses %s', (_, name, message) => {
    expect(parseRepository('ghcr.io', name)).toEqual({ ok: false, message });
  });

  it('is not slow on hostile text', () => {
    const start = performance.now();
    for (const text of [`${'a-'.repeat(50_000)}!`, `${'a/'.repeat(50_000)}!`, `${'_'.repeat(100_000)}a`])
      expect(parseRepository('ghcr.io', text).ok).toBe(false);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('parseRegistry', () => {
  const rule = 'it is a host with an optional port, like "ghcr.io", "docker.io" or "localhost:5000"';
  it.each([
    ['nothing', '', `registry "" is not valid: ${rule}.`],
    ['a scheme', 'https://ghcr.io', `registry "https://ghcr.io" begins with a scheme: ${rule}.`],
    [
      'a path',
      'ghcr.io/owner',
      `registry "ghcr.io/owner" has a path: ${rule}; what follows the host belongs to the image's name.`,
    ],
    ['a word', 'ghcr', `registry "ghcr" would be read as a part of a name: ${rule}.`],
    ['no port', 'ghcr.io:', `registry "ghcr.io:" is not valid: ${rule}.`],
    ['port 0', 'ghcr.io:0', 'registry "ghcr.io:0" has a port that does not exist: ports are 1 to 65535.'],
    [
      'port 65536',
      'ghcr.io:65536',
      'registry "ghcr.io:65536" has a port that does not exist: ports are 1 to 65535.',
    ],
    ['a user', 'user:pw@ghcr.io', `registry "***@ghcr.io" is not valid: ${rule}.`],
    ['a dash at the start', '-ghcr.io', `registry "-ghcr.io" is not valid: ${rule}.`],
    ['an empty label', 'ghcr..io', `registry "ghcr..io" is not valid: ${rule}.`],
    ['a command', '$(x).io', `registry "$(x).io" is not valid: ${rule}.`],
  ])('refuses %s', (_, text, message) => {
    expect(parseRegistry(text)).toEqual({ ok: false, message });
  });
});
