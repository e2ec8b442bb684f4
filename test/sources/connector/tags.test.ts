import { expect, test } from 'vitest';
import type { Tag } from '../../../src/names/reference.ts';
import {
  connectorRepository,
  connectorTags,
  type Release,
  type TagQuestion,
} from '../../../src/sources/connector/tags.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const preRelease: Release = { kind: 'pre-release', commit };
const mainRelease: Release = { kind: 'main-release' };
const version = '1.2.3' as Tag;
const candidate = '1.3.0-rc.1' as Tag;
const override = 'mine' as Tag;
const latest = 'latest' as Tag;

test.each<readonly [string, TagQuestion, readonly string[]]>([
  ['the version', { version }, ['1.2.3']],
  ['the version and latest', { version, pushLatest: true }, ['1.2.3', 'latest']],
  [
    'a candidate and latest, which was asked for',
    { version: candidate, pushLatest: true },
    [candidate, 'latest'],
  ],
  ['a pre-release', { version, release: preRelease }, ['1.2.3-dev.0123456789']],
  [
    'a pre-release and latest, which was asked for',
    { version, release: preRelease, pushLatest: true },
    ['1.2.3-dev.0123456789', 'latest'],
  ],
  [
    'a pre-release from a repository with SHA-256',
    { version, release: { kind: 'pre-release', commit: 'ab'.repeat(32) } },
    ['1.2.3-dev.ababababab'],
  ],
  ['a main release', { version, release: mainRelease }, ['1.2.3', 'latest']],
  ['a main release without latest', { version, release: mainRelease, pushLatest: false }, ['1.2.3']],
  ['a candidate as a main release', { version: candidate, release: mainRelease }, [candidate]],
  ['an override', { version, override }, ['mine']],
  ['an override of a pre-release', { version, override, release: preRelease }, ['mine']],
  ['an override of a main release', { version, override, release: mainRelease }, ['mine', 'latest']],
  ['an override that is latest', { version, override: latest, pushLatest: true }, ['latest']],
  [
    'an override, for which no commit is needed',
    { version, override, release: { kind: 'pre-release', commit: '' } },
    ['mine'],
  ],
])('tags %s', (_, question, [exact, ...aliases]) => {
  expect(connectorTags(question)).toEqual({ ok: true, value: { exact, aliases } });
});

test.each<readonly [string, TagQuestion, string]>([
  [
    'a commit that is cut off',
    { version, release: { kind: 'pre-release', commit: '0123456789' } },
    'a pre-release is tagged with its commit, and "0123456789" is none: it has 40 hexadecimal digits.',
  ],
  [
    'a branch for a commit',
    { version, release: { kind: 'pre-release', commit: 'main' } },
    'a pre-release is tagged with its commit, and "main" is none: it has 40 hexadecimal digits.',
  ],
  [
    'a version that leaves no room for the commit',
    { version: '1'.repeat(120) as Tag, release: preRelease },
    `tag "${'1'.repeat(120)}…" is not valid: a tag has 1 to 128 letters, digits, "_", "." and "-", and starts with a letter, a digit or "_".`,
  ],
])('refuses %s', (_, question, message) => {
  expect(connectorTags(question)).toEqual({ ok: false, message });
});

test.each([
  ['docker.io/airbyte', { registry: 'docker.io', name: 'airbyte/source-demo' }],
  ['airbyte', { registry: 'docker.io', name: 'airbyte/source-demo' }],
  ['ghcr.io/airbytehq/connectors', { registry: 'ghcr.io', name: 'airbytehq/connectors/source-demo' }],
  ['localhost:5000', { registry: 'localhost:5000', name: 'source-demo' }],
])('%s has a repository for the connector', (registry, value) => {
  expect(connectorRepository(registry, 'source-demo')).toEqual({ ok: true, value });
});

const parts =
  'each part between slashes is lower-case letters and digits, joined by one ".", one or two "_", or "-".';

test.each([
  ['docker.io/airbyte/', `repository "docker.io/airbyte//source-demo" is not valid at "": ${parts}`],
  ['', `repository "/source-demo" is not valid at "": ${parts}`],
  [
    'https://ghcr.io',
    'registry "https:" is not valid: a registry is a host name and, where needed, a port from 1 to 65535, like "ghcr.io" or "localhost:5000", without "https://" and without a path.',
  ],
  [
    'docker.io/Airbyte',
    'repository "docker.io/Airbyte/source-demo" has upper-case letters: a repository\'s name is lower case only. Write "airbyte/source-demo".',
  ],
])('refuses the registry %j', (registry, message) => {
  expect(connectorRepository(registry, 'source-demo')).toEqual({ ok: false, message });
});
