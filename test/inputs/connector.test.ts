import { expect, test } from 'vitest';
import { type ConnectorInputs, readConnectorInputs } from '../../src/inputs/connector.ts';
import { rawOfAction } from '../../src/inputs/read.ts';

type Given = Readonly<Record<string, string>>;

const usual = {
  names: ['source-faker'],
  platforms: ['linux/amd64', 'linux/arm64'],
  optionalPlatforms: [],
  registry: 'docker.io',
  destination: { text: 'docker.io/airbyte', registry: 'docker.io' },
  connectors: 'airbyte-integrations/connectors',
  templates: 'docker-images',
  push: false,
  deep: false,
  rebuild: 'stale',
  verify: 'all',
  verifySkip: [],
  verifyEnv: [],
  labels: {},
  annotations: {},
  buildArgs: {},
  secrets: [],
  baseRegistry: 'docker.io/library',
  provenance: 'mode=min',
  sbom: 'false',
  concurrency: 2,
};

test.each<readonly [string, Given, Partial<ConnectorInputs>]>([
  ['a name alone', {}, {}],
  [
    'names and globs, each once',
    { 'connector-name': 'source-faker, source-*\nsource-faker' },
    { names: ['source-faker', 'source-*'] },
  ],
  [
    'what changed, without a name',
    { 'connector-name': '', changed: 'HEAD~1' },
    { names: [], changed: { kind: 'commit', commit: 'HEAD~1' } },
  ],
  [
    'a registry with a port, and a slash at its end',
    { registry: 'localhost:5000/team/' },
    { destination: { text: 'localhost:5000/team', registry: 'localhost:5000' } },
  ],
  [
    'a host alone',
    { registry: 'registry.example.com' },
    { destination: { text: 'registry.example.com', registry: 'registry.example.com' } },
  ],
  [
    'a release by force',
    { 'dry-run': 'false', 'force-publish': 'true', 'release-type': 'main-release', 'push-latest': 'false' },
    { push: true, rebuild: 'always', release: 'main-release', pushLatest: false },
  ],
  ['a look into what is there', { deep: 'true' }, { deep: true }],
  ['a tag', { 'tag-override': '1.2.3-test' }, { tag: '1.2.3-test' as NonNullable<ConnectorInputs['tag']> }],
  [
    'paths and a script',
    {
      'connectors-dir': 'connectors',
      'dockerfile-templates': 'templates',
      'extra-prereqs-script': 'scripts/prepare.sh',
    },
    { connectors: 'connectors', templates: 'templates', extraScript: 'scripts/prepare.sh' },
  ],
  [
    'a user, where there is a password',
    { 'docker-hub-username': 'ada', 'docker-hub-password': 's3cret', registry: 'ghcr.io/example' },
    { registryUsername: 'ada', destination: { text: 'ghcr.io/example', registry: 'ghcr.io' } },
  ],
  ['a user without a password, who is nobody', { 'docker-hub-username': 'ada' }, {}],
  ['the password of another command, which is not read', { registry_password: 's3cret' }, {}],
])('reads %s', (_, given, expected) => {
  const raw = { 'connector-name': 'source-faker', ...given };
  expect(readConnectorInputs(raw, 'action')).toEqual({ problems: [], inputs: { ...usual, ...expected } });
});

test('takes names with hyphens as a runner sets them', () => {
  const raw = rawOfAction({ 'INPUT_CONNECTOR-NAME': 'source-faker', 'INPUT_DRY-RUN': 'false' });
  expect(readConnectorInputs(raw, 'action').inputs).toMatchObject({ names: ['source-faker'], push: true });
});

test.each<readonly [string, Given, readonly string[]]>([
  [
    'no name',
    { 'connector-name': '' },
    ['connector-name: it is missing: name connectors, like "source-faker", or give changed.'],
  ],
  [
    'force in a dry run',
    { 'force-publish': 'true' },
    [
      'force-publish: it publishes in any case, and with dry-run, which is the default, nothing is published: switch one of them off.',
    ],
  ],
  [
    'force and what never builds',
    { 'force-publish': 'true', 'dry-run': 'false', rebuild: 'missing' },
    ['force-publish: it builds in any case, and rebuild "missing" does not: drop one of them.'],
  ],
  [
    'a dry run that builds nothing',
    { rebuild: 'never' },
    ['rebuild: with "never" nothing is built, and with dry-run nothing else is left to do.'],
  ],
  [
    'a registry without a host',
    { registry: 'airbyte' },
    [
      'registry: "airbyte" is no place for images: it is the host of a registry and names in it, like "docker.io/airbyte".',
    ],
  ],
  [
    'a registry with a scheme',
    { registry: 'https://ghcr.io/example' },
    [
      'registry: "https://ghcr.io/example" is no place for images: it is the host of a registry and names in it, like "docker.io/airbyte".',
    ],
  ],
  [
    'an argument that follows from the connector',
    { build_args: 'BASE_IMAGE=python:3.13' },
    ['build_args: "BASE_IMAGE" follows from the connector and the inputs: take another name.'],
  ],
  [
    'a script that leaves the folder',
    { 'extra-prereqs-script': '../prepare.sh' },
    [
      'extra-prereqs-script: "../prepare.sh" is no path in the folder of a connector: it has letters, digits, ".", "-" and "_", like "scripts/prepare.sh".',
    ],
  ],
  [
    'a password without a user',
    { 'docker-hub-password': 's3cret' },
    [
      'docker-hub-username: it is missing, and there is a password: name the user that the password belongs to.',
    ],
  ],
  [
    'another kind of release',
    { 'release-type': 'release' },
    ['release-type: "release" is not one of "pre-release", "main-release".'],
  ],
])('refuses %s', (_, given, messages) => {
  const { inputs, problems } = readConnectorInputs({ 'connector-name': 'source-faker', ...given }, 'action');
  expect(problems.map(({ message }) => message)).toEqual(messages);
  expect(inputs).toBeUndefined();
});
