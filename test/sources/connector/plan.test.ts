/** From inputs and a repository that is laid out as Airbyte's to the images of a plan. */
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { Failure } from '../../../src/errors.ts';
import { readConnectorInputs } from '../../../src/inputs/connector.ts';
import type { Plan } from '../../../src/plan/plan.ts';
import type { Ran } from '../../../src/ports.ts';
import { connectorPlan } from '../../../src/sources/connector/plan.ts';
import { makingPolicy } from '../../../src/sources/policy.ts';
import { testWorld } from '../../support/world.ts';
import { type Contents, withWorkspace } from '../tree/folder.ts';

const baseImage = `docker.io/airbyte/base:1@sha256:${'a'.repeat(64)}`;
const commit = 'c0ffee5eed'.padEnd(40, '0');

const metadata = (language: string, version = '1.2.3'): string => `data:
  connectorBuildOptions: { baseImage: "${baseImage}" }
  dockerRepository: airbyte/any
  dockerImageTag: ${version}
  tags: ["language:${language}"]
`;

const connectors = 'airbyte-integrations/connectors';
const repository: Contents = {
  [`${connectors}/source-py/metadata.yaml`]: metadata('python'),
  [`${connectors}/source-py/pyproject.toml`]: '',
  [`${connectors}/source-py/prepare.sh`]: '',
  [`${connectors}/source-manifest/metadata.yaml`]: metadata('manifest-only', '2.0.0-rc.1'),
  [`${connectors}/source-manifest/manifest.yaml`]: '',
  [`${connectors}/strange/metadata.yaml`]: 'data: {}\n',
  'docker-images/Dockerfile.python-connector':
    'ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\nARG CONNECTOR_NAME\nARG EXTRA_PREREQS_SCRIPT=""\nARG MORE\n',
  'programs/connector/Dockerfile.manifest-only': 'ARG BASE_IMAGE\nFROM ${BASE_IMAGE}\n',
};

type Git = Readonly<Record<string, string>>;

/** What Git says in the folder of the connectors, by one of its arguments; of others it fails. */
const git: Git = { '--show-prefix': `${connectors}/\n`, HEAD: `${commit}\n`, 'cat-file': '', 'ls-files': '' };

interface Planned {
  readonly plan: Plan;
  readonly connectors: readonly string[];
  readonly notes: readonly string[];
}

const planOf = (given: Readonly<Record<string, string>>, says: Git = git): Promise<Planned> =>
  withWorkspace(repository, async (read) => {
    const { inputs, problems } = readConnectorInputs(given, 'action');
    if (inputs === undefined) throw new Failure(problems);
    const world = testWorld({
      run: ({ args: [, folder, ...args] }): Ran => {
        const asked = Object.keys(says).find((word) => args.includes(word));
        return asked === undefined || folder !== connectors
          ? { code: 128, stdout: '', stderr: '' }
          : { code: 0, stdout: says[asked]!, stderr: '' };
      },
    });
    const files = { ...world.files, ...read, absolute: (path: string) => posix.resolve('/work', path) };
    const notes: string[] = [];
    const policy = { ...makingPolicy(inputs), target: { kind: 'nowhere' }, dryRun: false } as const;
    const { plan, connectors: made } = await connectorPlan(
      { ...world, files },
      {
        inputs,
        policy,
        programs: 'programs',
        event: undefined,
        note: (text) => void notes.push(text),
      },
    );
    return { plan, connectors: made.map(({ name }) => name), notes };
  });

test('an image has what the connector, its template and the inputs say', async () => {
  const given = {
    'connector-name': 'source-py',
    'extra-prereqs-script': 'prepare.sh',
    'release-type': 'main-release',
    build_args: 'MORE=yes\nOTHER=no',
    verify_command: 'true',
    labels: 'a=b',
    platform_optional: 'linux/arm64',
  };
  const { plan, connectors: made, notes } = await planOf(given);
  expect({ made, notes, skipped: plan.skipped }).toEqual({ made: ['source-py'], notes: [], skipped: [] });
  expect(plan.images).toEqual([
    {
      id: 'image',
      parents: [],
      subject: { kind: 'dockerfile', name: 'source-py' },
      version: expect.objectContaining({ text: '1.2.3' }) as unknown,
      repositories: [{ registry: 'docker.io', name: 'airbyte/source-py' }],
      tags: { exact: '1.2.3', aliases: ['latest'] },
      platforms: ['linux/amd64', 'linux/arm64'],
      optional: ['linux/arm64'],
      content: {
        kind: 'dockerfile',
        path: 'docker-images/Dockerfile.python-connector',
        context: `${connectors}/source-py`,
        arguments: {
          BASE_IMAGE: baseImage,
          CONNECTOR_NAME: 'source-py',
          EXTRA_PREREQS_SCRIPT: 'prepare.sh',
          MORE: 'yes',
        },
        parents: {},
      },
      checks: {
        extras: [],
        skip: [],
        tools: 'docker.io/library/python:3.13-alpine',
        runs: [{ arguments: ['spec'], expects: 'connector-spec' }],
        command: 'true',
      },
      labels: {},
      given: { labels: { a: 'b' }, annotations: {} },
    },
  ]);
});

/** Names with their tags. */
const tagsOf = ({ images }: Plan) =>
  images.map(({ subject, tags }) => [subject.name, tags.exact, ...tags.aliases].join(' '));

test.each<readonly [string, Readonly<Record<string, string>>, readonly string[]]>([
  ['versions', {}, ['source-manifest 2.0.0-rc.1', 'source-py 1.2.3']],
  [
    'a main release, of which a candidate is not the latest',
    { 'release-type': 'main-release' },
    ['source-manifest 2.0.0-rc.1', 'source-py 1.2.3 latest'],
  ],
  [
    'a pre-release',
    { 'release-type': 'pre-release' },
    ['source-manifest 2.0.0-rc.1-dev.c0ffee5eed', 'source-py 1.2.3-dev.c0ffee5eed'],
  ],
  [
    'a tag of its own',
    { 'release-type': 'pre-release', 'tag-override': 'mine', 'push-latest': 'true' },
    ['source-manifest mine latest', 'source-py mine latest'],
  ],
])('several connectors are tagged with %s', async (_, given, tags) => {
  const { plan } = await planOf({ 'connector-name': 'source-*', ...given });
  expect(tagsOf(plan)).toEqual(tags);
  expect(plan.images.map(({ id }) => id)).toEqual(['source-manifest', 'source-py']);
});

test("without a template of the repository it is this program's, with the arguments that it declares", async () => {
  const { plan } = await planOf({
    'connector-name': 'source-manifest',
    'extra-prereqs-script': 'prepare.sh',
  });
  expect(plan.images[0]!.content).toMatchObject({
    path: 'programs/connector/Dockerfile.manifest-only',
    arguments: { BASE_IMAGE: baseImage },
  });
});

test('a connector without the script is built without it', async () => {
  const { plan } = await planOf({ 'connector-name': 'source-py', 'extra-prereqs-script': 'other.sh' });
  expect(plan.images[0]!.content).toMatchObject({
    arguments: { BASE_IMAGE: baseImage, CONNECTOR_NAME: 'source-py' },
  });
});

const changed = { ...git, diff: `README.md\0${connectors}/source-py/main.py\0` };

test.each<readonly [string, Readonly<Record<string, string>>, Git, object]>([
  ['those in whose folder it is', { changed: 'HEAD~1' }, changed, { made: ['source-py'] }],
  [
    'those of the named ones',
    { changed: 'HEAD~1', 'connector-name': 'source-*' },
    changed,
    { made: ['source-py'], skipped: [['source-manifest', 'nothing in its folder changed']] },
  ],
  [
    'none',
    { changed: 'HEAD~1' },
    { ...git, diff: `${connectors}/source-py-other/main.py\0` },
    { notes: ['no connector changed'] },
  ],
  [
    'all of the named ones, where that is not known',
    { changed: 'abc', 'connector-name': 'source-*' },
    { '--show-prefix': '' },
    {
      made: ['source-manifest', 'source-py'],
      notes: [
        'all connectors count as changed: the commit abc is not in this clone, and could not be fetched; fetch-depth: 0 of actions/checkout brings all',
      ],
    },
  ],
])('of a change are made %s', async (_, given, says, expected) => {
  const { plan, connectors: made, notes } = await planOf(given, says);
  const skipped = plan.skipped.map(({ subject, because }) => [subject.name, because]);
  expect({ made, notes, skipped }).toEqual({ made: [], notes: [], skipped: [], ...expected });
});

test.each<readonly [string, Readonly<Record<string, string>>, Git, readonly unknown[]]>([
  [
    'no Git to name a pre-release after',
    { 'connector-name': 'source-py', 'release-type': 'pre-release' },
    {},
    [
      'release-type: a pre-release is tagged with its commit, and the folder of the connectors is in no Git repository, or Git is not installed. Check out the repository, or give tag-override.',
    ],
  ],
  [
    'a connector that is not there',
    { 'connector-name': 'source-pi' },
    git,
    [`There is no connector "source-pi" in "${connectors}". Did you mean "source-py"?`],
  ],
  [
    'a file that says nothing',
    { 'connector-name': 'strange' },
    git,
    Array.from(
      { length: 4 },
      () => expect.stringContaining(`${connectors}/strange/metadata.yaml:1:`) as unknown,
    ),
  ],
])('refuses %s', async (_, given, says, messages) => {
  const refused = await planOf(given, says).catch((error: unknown) => error);
  expect((refused as Failure).problems.map(({ message }) => message)).toEqual(messages);
});
