import { describe, expect, it } from 'vitest';
import { parseImageName, parseRegistry, parseRepository } from '../../src/names/image-name.ts';

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
      'image name "ghcr.io/a/b" has the registry "ghcr.io" within it: a registry stands once, in front of the name.',
    ],
    [
      'another registry',
      'localhost:5000/a',
      'image name "localhost:5000/a" has the registry "localhost:5000" within it: a registry stands once, in front of the name.',
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

describe('parseImageName', () => {
  it.each([
    ['a name alone', 'Owner/Name', { registry: 'quay.io', name: 'owner/name' }],
    ['one part', 'name', { registry: 'quay.io', name: 'name' }],
    ['one part with a dot', 'my.name', { registry: 'quay.io', name: 'my.name' }],
    ['a dot after the first part', 'owner/my.name', { registry: 'quay.io', name: 'owner/my.name' }],
    ['a registry in front', 'ghcr.io/owner/name', { registry: 'ghcr.io', name: 'owner/name' }],
    ['the same registry in front', 'quay.io/owner/name', { registry: 'quay.io', name: 'owner/name' }],
    ['capitals', ' GHCR.io/Owner/Name ', { registry: 'ghcr.io', name: 'owner/name' }],
    ['a port', 'build:5000/x', { registry: 'build:5000', name: 'x' }],
    ['localhost', 'localhost/x', { registry: 'localhost', name: 'x' }],
    ['localhost in capitals', 'LOCALHOST/x', { registry: 'localhost', name: 'x' }],
    ['localhost with a port', 'localhost:5000/x/y', { registry: 'localhost:5000', name: 'x/y' }],
    ['IPv6', '[::1]:5000/x', { registry: '[::1]:5000', name: 'x' }],
    ['Docker Hub by another name', 'index.docker.io/a/b', { registry: 'docker.io', name: 'a/b' }],
    ['one part on Docker Hub', 'docker.io/x', { registry: 'docker.io', name: 'library/x' }],
    ['a part with a dot after it', 'ghcr.io/my.org/x', { registry: 'ghcr.io', name: 'my.org/x' }],
  ])('%s', (_, text, value) => {
    expect(parseImageName(text, 'quay.io')).toEqual({ ok: true, value });
  });

  const name =
    'it is lower-case letters and digits, parted by single ".", "_", "__" or "-", in parts parted by "/", like "owner/name".';
  const host = 'it is a host with an optional port, like "ghcr.io", "docker.io" or "localhost:5000".';
  const why = 'and its dot or colon makes it a registry.';
  it.each([
    [
      'a scheme',
      'https://ghcr.io/a/b',
      'image name "https://ghcr.io/a/b" begins with a scheme: it is a name alone or one with its registry in front, like "owner/name" or "ghcr.io/owner/name".',
    ],
    [
      'a registry that cannot be',
      '../etc',
      `registry ".." is not valid: ${host} It is the first part of image name "../etc", ${why}`,
    ],
    [
      'a port that cannot be',
      'localhost:65536/x',
      `registry "localhost:65536" has a port that does not exist: ports are 1 to 65535. It is the first part of image name "localhost:65536/x", ${why}`,
    ],
    [
      'a user',
      'user:pw@ghcr.io/x',
      `registry "***@ghcr.io" is not valid: ${host} It is the first part of image name "***@ghcr.io/x", ${why}`,
    ],
    ['a registry and no name', 'ghcr.io/', `image name "ghcr.io/" is not valid: ${name}`],
    [
      'a registry, and a tag',
      'ghcr.io/a:1',
      `image name "ghcr.io/a:1" has a tag: ${name} More tags are an input of their own.`,
    ],
    [
      'a registry, and a digest',
      'ghcr.io/a@sha256:0',
      `image name "ghcr.io/a@sha256:0" has a digest: ${name}`,
    ],
    [
      'a registry twice',
      'ghcr.io/ghcr.io/a',
      'image name "ghcr.io/ghcr.io/a" has the registry "ghcr.io" within it: a registry stands once, in front of the name.',
    ],
    [
      'two registries',
      'ghcr.io/localhost:5000/a',
      'image name "ghcr.io/localhost:5000/a" has the registry "localhost:5000" within it: a registry stands once, in front of the name.',
    ],
    [
      'too many characters',
      `ghcr.io/${'a'.repeat(248)}`,
      `image name "ghcr.io/${'a'.repeat(112)}…" is too long: with its registry it has at most 255 characters.`,
    ],
  ])('refuses %s', (_, text, message) => {
    expect(parseImageName(text, 'quay.io')).toEqual({ ok: false, message });
  });

  it('refuses an invalid default registry', () => {
    expect(parseImageName('a/b', 'ghcr')).toEqual({
      ok: false,
      message: `registry "ghcr" would be read as a part of a name: ${host}`,
    });
  });

  it('is not slow on hostile text', () => {
    const start = performance.now();
    for (const text of [
      `${'a-'.repeat(50_000)}.!/x`,
      `${'a.'.repeat(50_000)}/x`,
      `a.b/${'a-'.repeat(50_000)}!`,
    ])
      expect(parseImageName(text, 'ghcr.io').ok).toBe(false);
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
