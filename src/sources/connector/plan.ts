/** The plan of connectors: an image of each. */
import { posix } from 'node:path';
import { defined } from '../../defined.ts';
import { readInstructions } from '../../dockerfile/instructions.ts';
import { argumentNames } from '../../dockerfile/scope.ts';
import { Failure, gather } from '../../errors.ts';
import type { ConnectorInputs } from '../../inputs/connector.ts';
import { parsePackageVersion } from '../../names/package-version.ts';
import type { Repository } from '../../names/reference.ts';
import { type Image, type ImageId, imageIds, toolsImage, wantedPlatforms } from '../../plan/image.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Policy } from '../../plan/policy.ts';
import type { HostedEvent, World } from '../../ports.ts';
import type { Tags } from '../../plan/tags.ts';
import { changedPaths, type Git, gitIn, headCommit } from '../git.ts';
import { type Connector, findConnectors, type FoundConnectors } from './find.ts';
import { connectorRepository, connectorTags, type Release } from './tags.ts';
import { connectorTemplate, templateArguments } from './template.ts';

type ConnectorWorld = Pick<World, 'files' | 'run'>;

export interface ConnectorPlan {
  readonly plan: Plan;
  /** Those that the plan has images of, in their order. */
  readonly connectors: readonly Connector[];
}

export interface ConnectorQuestion {
  readonly inputs: ConnectorInputs;
  readonly policy: Policy;
  /** This program's folder `dockerfiles`. */
  readonly programs: string;
  readonly event: HostedEvent | undefined;
  /** Told what is worth knowing. */
  readonly note: (text: string) => void;
}

/** @throws Failure with all that is wrong with the connectors. */
export async function connectorPlan(
  world: ConnectorWorld,
  question: ConnectorQuestion,
): Promise<ConnectorPlan> {
  const { inputs, policy } = question;
  // From the working directory, where the paths of changed files begin, too.
  const directory = posix.relative(world.files.absolute('.'), world.files.absolute(inputs.connectors)) || '.';
  const git = gitIn(world, directory);
  const { connectors, unchanged } = await chosen(world.files, git, question);
  const release = await releaseOf(git, inputs);
  const place = async (connector: Connector): Promise<Placed> => placeOf(connector, inputs, release);
  const [made, left] = await gather([gather(connectors.map(place)), gather(unchanged.map(place))]);
  const ids = imageIds(connectors.map(({ name }) => name));
  return {
    connectors,
    plan: {
      policy,
      images: await Promise.all(
        connectors.map((connector, at) => imageOf(world, question, connector, ids[at]!, made[at]!)),
      ),
      skipped: unchanged.map(({ name }, at) => ({
        // No image of the plan has this id: it may have the same name.
        id: `${name}-skipped` as ImageId,
        subject: { kind: 'dockerfile', name },
        repository: left[at]!.repository,
        because: 'nothing in its folder changed',
      })),
    },
  };
}

interface Chosen {
  readonly connectors: readonly Connector[];
  /** Those that were named, and did not change. */
  readonly unchanged: readonly Connector[];
}

async function chosen(
  files: World['files'],
  git: Git,
  { inputs, event, note }: ConnectorQuestion,
): Promise<Chosen> {
  const { names, changed } = inputs;
  const directory = git.folder;
  // A folder that is not there is said in better words than those of Git.
  const isAsked = changed !== undefined && (await files.stat(directory))?.kind === 'folder';
  const change = isAsked ? await changedPaths(git, changed, event) : undefined;
  if (change?.kind === 'everything') note(`all connectors count as changed: ${change.because}`);
  const paths = change?.kind === 'paths' ? change.paths : undefined;
  const wanted =
    names.length > 0 || paths === undefined
      ? ({ kind: 'names', names: names.length > 0 ? names : ['*'] } as const)
      : ({ kind: 'changed', paths } as const);
  const connectors = foundOf(await findConnectors(files, directory, wanted));
  const isChanged = ({ folder }: Connector): boolean =>
    paths === undefined || paths.some((path) => path.startsWith(`${folder}/`));
  const made = connectors.filter(isChanged);
  if (made.length === 0) note('no connector changed');
  return { connectors: made, unchanged: connectors.filter((connector) => !isChanged(connector)) };
}

function foundOf({ connectors, problems }: FoundConnectors): readonly Connector[] {
  if (problems.length > 0) throw new Failure(problems);
  return connectors;
}

async function releaseOf(
  git: Git,
  { release, tag }: Pick<ConnectorInputs, 'release' | 'tag'>,
): Promise<Release | undefined> {
  if (release !== 'pre-release') return release && { kind: release };
  const commit = await headCommit(git);
  // With a tag of its own, nothing is called after the commit.
  if (commit !== undefined || tag !== undefined) return { kind: release, commit: commit ?? '' };
  throw new Failure([
    {
      station: 'input',
      about: 'release-type',
      message:
        'release-type: a pre-release is tagged with its commit, and the folder of the connectors is in no Git repository, or Git is not installed. Check out the repository, or give tag-override.',
    },
  ]);
}

interface Placed {
  readonly repository: Repository;
  readonly tags: Tags;
}

/** @throws Failure where its name, or a tag, cannot be. */
function placeOf(
  { name, metadata }: Connector,
  { destination, tag, pushLatest }: ConnectorInputs,
  release: Release | undefined,
): Placed {
  const repository = connectorRepository(destination.text, name);
  const tags = connectorTags({
    version: metadata.version,
    ...defined({ override: tag, release, pushLatest }),
  });
  if (repository.ok && tags.ok) return { repository: repository.value, tags: tags.value };
  throw new Failure(
    [repository, tags].flatMap((result) =>
      result.ok ? [] : [{ station: 'input', about: name, message: `${name}: ${result.message}` } as const],
    ),
  );
}

async function imageOf(
  { files }: ConnectorWorld,
  { inputs, programs }: ConnectorQuestion,
  connector: Connector,
  id: ImageId,
  { repository, tags }: Placed,
): Promise<Image> {
  const { name, folder, metadata } = connector;
  const template = await connectorTemplate(files, metadata.language, inputs.templates, programs);
  const declared = new Set(argumentNames(readInstructions((await files.read(template.path)) ?? '')));
  const script = await scriptIn(files, folder, inputs.extraScript);
  const version = parsePackageVersion(metadata.version);
  return {
    id,
    parents: [],
    subject: { kind: 'dockerfile', name },
    ...(version.ok ? { version: version.value } : {}),
    repositories: [repository],
    tags,
    ...wantedPlatforms(inputs.platforms, inputs.optionalPlatforms),
    content: {
      kind: 'dockerfile',
      path: template.path,
      context: folder,
      // One that is not declared would change the fingerprint and nothing else.
      arguments: Object.fromEntries(
        Object.entries({ ...inputs.buildArgs, ...templateArguments(connector, script) }).filter(([key]) =>
          declared.has(key),
        ),
      ),
      parents: {},
    },
    checks: {
      extras: [],
      skip: inputs.verifySkip,
      tools: toolsImage(inputs.baseRegistry),
      runs: [{ arguments: ['spec'], expects: 'connector-spec' }],
      ...defined({ command: inputs.verifyCommand }),
    },
    labels: {},
    given: { labels: inputs.labels, annotations: inputs.annotations },
  };
}

/** Its path, where the connector has it. */
async function scriptIn(
  files: ConnectorWorld['files'],
  folder: string,
  script: string | undefined,
): Promise<string | undefined> {
  if (script === undefined) return undefined;
  return (await files.stat(posix.join(folder, script)))?.kind === 'file' ? script : undefined;
}
