import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCustomDockerfile } from '../../../src/dockerfile/custom.ts';
import type { FileStat } from '../../../src/ports.ts';
import type { Connector } from '../../../src/sources/connector/find.ts';
import type { ConnectorLanguage } from '../../../src/sources/connector/metadata.ts';
import { connectorTemplate, templateArguments } from '../../../src/sources/connector/template.ts';

const baseImage = `docker.io/airbyte/base:1@sha256:${'a'.repeat(64)}`;
const connectorOf = (language: ConnectorLanguage): Connector => ({
  name: 'source-demo',
  folder: 'connectors/source-demo',
  metadata: {
    language,
    baseImage,
    repository: { registry: 'docker.io', name: 'airbyte/source-demo' },
    version: '1.2.3' as Connector['metadata']['version'],
  },
});

const holding = (paths: Readonly<Record<string, FileStat>>) => ({
  stat: (path: string) => Promise.resolve(paths[path]),
});

test.each<readonly [string, ConnectorLanguage, Readonly<Record<string, FileStat>>, string, boolean]>([
  [
    "the repository's for Python",
    'python',
    { 'docker-images/Dockerfile.python-connector': { kind: 'file', size: 1 } },
    'docker-images/Dockerfile.python-connector',
    true,
  ],
  [
    "the repository's for a manifest",
    'manifest-only',
    { 'docker-images/Dockerfile.manifest-only-connector': { kind: 'file', size: 1 } },
    'docker-images/Dockerfile.manifest-only-connector',
    true,
  ],
  ["this program's for Python", 'python', {}, '/program/dockerfiles/connector/Dockerfile.python', false],
  [
    "this program's where the repository has one for Python alone",
    'manifest-only',
    { 'docker-images/Dockerfile.python-connector': { kind: 'file', size: 1 } },
    '/program/dockerfiles/connector/Dockerfile.manifest-only',
    false,
  ],
  [
    "this program's where a folder has the name",
    'python',
    { 'docker-images/Dockerfile.python-connector': { kind: 'folder' } },
    '/program/dockerfiles/connector/Dockerfile.python',
    false,
  ],
])('takes %s', async (_, language, paths, path, isGiven) => {
  const template = await connectorTemplate(
    holding(paths),
    language,
    'docker-images/',
    '/program/dockerfiles',
  );
  expect(template).toEqual({ path, isGiven });
});

test.each<readonly [string, ConnectorLanguage, string | undefined, object]>([
  ['Python', 'python', undefined, {}],
  ['Python with a script', 'python', 'prepare.sh', { EXTRA_PREREQS_SCRIPT: 'prepare.sh' }],
  ['a manifest, which has no use for a script', 'manifest-only', 'prepare.sh', {}],
])('gives arguments to a template for %s', (_, language, script, more) => {
  expect(templateArguments(connectorOf(language), script)).toEqual({
    BASE_IMAGE: baseImage,
    CONNECTOR_NAME: 'source-demo',
    ...more,
  });
});

test.each<readonly [ConnectorLanguage, readonly string[], readonly string[]]>([
  ['python', [''], ['a package manager']],
  ['manifest-only', ['manifest.yaml', 'components.p[y]'], []],
])("this program's template for %s stands on the base alone", (language, sources, unpinned) => {
  const text = readFileSync(`dockerfiles/connector/Dockerfile.${language}`, 'utf8');
  const given = templateArguments(connectorOf(language));
  const facts = readCustomDockerfile(text, given, ['linux/amd64', 'linux/arm64']);
  expect({
    ...facts,
    sources: facts.sources.map(({ path }) => path),
    unpinned: facts.unpinned.map(({ what }) => what),
  }).toMatchObject({
    usesPackages: false,
    standsOn: baseImage,
    bases: [baseImage],
    unknown: [],
    sources,
    unpinned,
  });
});
