import { describe, expect, test } from 'vitest';
import { readCheckInputs } from '../../src/inputs/check.ts';

const repository = { registry: 'ghcr.io', name: 'a/b' };

describe('the repositories of a command', () => {
  test.each<readonly [string, Readonly<Record<string, string>>, object]>([
    [
      'with their registries',
      { image_name: 'ghcr.io/a/b\nlocalhost:5000/c\nghcr.io/A/b' },
      { repositories: [repository, { registry: 'localhost:5000', name: 'c' }], registry: 'ghcr.io' },
    ],
    [
      'in one registry, whose user it is',
      {
        image_name: 'a/b\ndocker.io/c',
        registry: 'ghcr.io',
        registry_username: 'ada',
        registry_password: 'x',
      },
      {
        repositories: [repository, { registry: 'docker.io', name: 'library/c' }],
        registry: 'ghcr.io',
        registryUsername: 'ada',
      },
    ],
    [
      'with certificates',
      { image_name: 'ghcr.io/a/b', ca_bundle: './x.pem' },
      { repositories: [repository], registry: 'ghcr.io', caBundle: './x.pem' },
    ],
  ])('%s', (_, raw, inputs) => {
    expect(readCheckInputs(raw, 'cli')).toEqual({ problems: [], inputs });
  });

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    [
      'none',
      {},
      '--image-name: it is missing: name a repository with its registry, like "ghcr.io/owner/name".',
    ],
    [
      'a registry alone',
      { image_name: '127.0.0.1:5000\nghcr.io/c' },
      '--image-name: "127.0.0.1:5000" is a registry, and names no repository in it: write "127.0.0.1:5000/name".',
    ],
    [
      'a digest beside a port',
      { image_name: 'localhost:5000/a@sha256:abc' },
      '--image-name: image name "localhost:5000/a@sha256:abc" has a digest: it is lower-case letters and digits, parted by single ".", "_", "__" or "-", in parts parted by "/", like "owner/name".',
    ],
    [
      'a name without a registry',
      { image_name: 'a/b\nghcr.io/c' },
      '--image-name: "a/b" needs a registry: write it in front of the name, like "ghcr.io/owner/name".',
    ],
    [
      'a registry that is none',
      { image_name: 'a/b', registry: 'https://ghcr.io' },
      '--registry: registry "https://ghcr.io" begins with a scheme: it is a host with an optional port, like "ghcr.io", "docker.io" or "localhost:5000".',
    ],
    [
      'a tag',
      { image_name: 'ghcr.io/a/b:1.0' },
      '--image-name: image name "ghcr.io/a/b:1.0" has a tag: it is lower-case letters and digits, parted by single ".", "_", "__" or "-", in parts parted by "/", like "owner/name". More tags are an input of their own.',
    ],
    [
      'a password without a user',
      { image_name: 'ghcr.io/a/b', registry_password: 'x' },
      '--registry-username: it is missing, and there is a password: name the user that the password belongs to.',
    ],
  ])('refuses %s', (_, raw, message) => {
    const { inputs, problems } = readCheckInputs(raw, 'cli');
    expect({ inputs, messages: problems.map((problem) => problem.message) }).toEqual({
      inputs: undefined,
      messages: [message],
    });
  });
});
