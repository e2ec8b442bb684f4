/** Gives images that are published another tag, and symbolic ones. Nothing is pulled, and nothing is built. */
import { defined } from '../defined.ts';
import type { Problem } from '../errors.ts';
import type { ReleaseInputs } from '../inputs/release.ts';
import { repositoryText, type Tag, taggedText } from '../names/reference.ts';
import { type HostedEvent, Interrupted, type World } from '../ports.ts';
import { type Candidate, examine, type Moves, moveTags, type ReleaseTags } from '../publish/release.ts';
import { releaseAssets } from '../publish/release-assets.ts';
import { findCredential, type Login } from '../registry/credentials.ts';
import {
  type ReleasedFile,
  type ReleasedImage,
  type ReleasedTag,
  type ReleaseReport,
  releaseReport,
} from '../report/release.ts';
import { openClient } from '../session/registries.ts';
import { type Release, releaseOf } from '../sources/release.ts';
import { failureOf } from './failure-of.ts';
import {
  type Attaching,
  attachFiles,
  exportingImages,
  takeFiles,
  type TakingRequest,
} from './release-files.ts';
import { caBundleProblem } from './require-files.ts';

export interface ReleaseRequest extends Omit<TakingRequest, 'baseRegistry'> {
  readonly inputs: ReleaseInputs;
  /** What set off this run. */
  readonly event: () => Promise<HostedEvent | undefined>;
}

export interface ReleaseResult {
  readonly report: ReleaseReport;
  /** Set when the run was ended by a signal. */
  readonly interrupted?: Interrupted;
}

/** How far a run came, for the report of one that ends early. */
interface Progress {
  release?: Release;
  images: () => readonly ReleasedImage[];
  files: () => readonly ReleasedFile[];
  /** Besides those of the release itself. */
  notes: readonly string[];
}

/** Never throws for what a user can act on: the report carries it, beside what was moved. */
export async function release(world: World, request: ReleaseRequest): Promise<ReleaseResult> {
  const progress: Progress = { images: () => [], files: () => [], notes: [] };
  const reportWith = (problems: readonly Problem[]): ReleaseReport =>
    reportOf(request.inputs, progress, problems);
  try {
    return { report: reportWith(await run(world, request, progress)) };
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return {
      report: reportWith(failure.problems),
      ...(error instanceof Interrupted ? { interrupted: error } : {}),
    };
  }
}

/** @throws Failure of the inputs, and Interrupted. */
async function run(world: World, request: ReleaseRequest, progress: Progress): Promise<readonly Problem[]> {
  const { inputs, login } = request;
  const { caBundle, force, dryRun } = inputs;
  const untrusted = caBundle === undefined ? undefined : await caBundleProblem(world, caBundle);
  if (untrusted !== undefined) return [untrusted];
  const event = await request.event();
  const wanted = await releaseOf(world, inputs, event);
  const { tags, repositories } = wanted;
  progress.release = wanted;
  const client = await openClient(world, login);
  const candidates = await world.log.group('check', () =>
    examine(client, repositories, tags, { force, writes: !dryRun }),
  );
  const problems = candidates.flatMap((one) => one.problems);
  const outcome = problems.length === 0 && dryRun ? 'planned' : 'left';
  progress.images = () => candidates.map((one) => unmoved(one, tags, outcome));
  if (problems.length > 0) return problems;
  const files = await filesOf(world, request, candidates, event, progress);
  if (dryRun) return [];
  if (files !== undefined) {
    progress.files = files.files;
    // Before any tag: whoever may not attach files has released nothing.
    const refused = await world.log.group('attach', files.run);
    if (refused.length > 0) return refused;
  }
  const { moves, run: move } = moveTags(client, candidates, tags, force, (repository, tag) =>
    world.log.info(`moved    ${taggedText(repository, tag)}`),
  );
  progress.images = () => candidates.map((one) => moved(one, tags, moves));
  return world.log.group('publish', move);
}

/**
 * Takes the files out that images export. Undefined where nothing is to be attached; a note says why where images export
 * any. @throws Failure where they cannot be taken out.
 */
async function filesOf(
  world: World,
  { inputs, login, ...request }: ReleaseRequest,
  candidates: readonly Candidate[],
  event: HostedEvent | undefined,
  progress: Progress,
): Promise<Attaching | undefined> {
  const images = exportingImages(candidates);
  if (images.length === 0) return undefined;
  const what = `files of ${images.map(({ name, exports }) => `${name} (${exports.join(', ')})`).join(', ')}`;
  const repository = world.env['GITHUB_REPOSITORY'];
  const tag = event?.release?.tag;
  if (tag === undefined || repository === undefined) {
    progress.notes = [`${what} are not attached: this run is of no release of GitHub`];
    return undefined;
  }
  const token = await githubToken(world, login);
  if (token === undefined) {
    progress.notes = [
      `${what} are not attached: there is no token, neither in the variable GITHUB_TOKEN nor a login to ghcr.io`,
    ];
    return undefined;
  }
  if (inputs.dryRun) {
    progress.notes = [`${what} would be attached to the release ${tag}`];
    return undefined;
  }
  const { baseRegistry } = inputs;
  const taken = await world.log.group('take files out', () =>
    takeFiles(world, { ...request, baseRegistry, ...defined({ login }) }, images),
  );
  const assets = releaseAssets(world, token, { repository, tag });
  return attachFiles(assets, taken, (name) => world.log.info(`attached ${name}`));
}

async function githubToken(world: World, login: Login | undefined): Promise<string | undefined> {
  const given = world.env['GITHUB_TOKEN'];
  if (given !== undefined && given !== '') return given;
  const credential = await findCredential(world, 'ghcr.io', login === undefined ? [] : [login]);
  return credential.kind === 'basic' ? credential.password : undefined;
}

function reportOf(
  inputs: ReleaseInputs,
  { release: wanted, images, files, notes }: Progress,
  problems: readonly Problem[],
): ReleaseReport {
  return releaseReport({
    ...(wanted === undefined
      ? { from: inputs.from ?? '', tag: inputs.tag ?? '', symbolic: inputs.tags }
      : { from: wanted.tags.from, tag: wanted.tags.release, symbolic: wanted.tags.symbolic }),
    images: images(),
    files: files(),
    notes: [...(wanted?.notes ?? []), ...notes],
    problems,
  });
}

const unmoved = (candidate: Candidate, tags: ReleaseTags, outcome: 'planned' | 'left'): ReleasedImage =>
  imageOf(candidate, tags, (tag) =>
    candidate.held.get(tag) === candidate.manifest?.digest ? 'there' : outcome,
  );

const moved = (candidate: Candidate, tags: ReleaseTags, moves: Moves): ReleasedImage =>
  imageOf(candidate, tags, (tag) => moves.get(candidate.repository)!.get(tag)!);

function imageOf(
  { repository, manifest, held }: Candidate,
  { release: exact, symbolic }: ReleaseTags,
  outcomeOf: (tag: Tag) => ReleasedTag['outcome'],
): ReleasedImage {
  const tagOf = (tag: Tag): ReleasedTag => {
    const before = held.get(tag) === manifest?.digest ? undefined : held.get(tag);
    return { tag, outcome: outcomeOf(tag), ...defined({ before }) };
  };
  return {
    repository: repositoryText(repository),
    ...defined({ digest: manifest?.digest }),
    tags: manifest === undefined ? [] : [exact, ...symbolic].map(tagOf),
  };
}
