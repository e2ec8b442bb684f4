/** Gives images that are published another tag, and symbolic ones. Nothing is pulled, and nothing is built. */
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import type { ReleaseInputs } from '../inputs/release.ts';
import { repositoryText, type Tag, taggedText } from '../names/reference.ts';
import { type HostedEvent, Interrupted, type World } from '../ports.ts';
import { type Candidate, examine, type Moves, moveTags, type ReleaseTags } from '../publish/release.ts';
import type { Login } from '../registry/credentials.ts';
import {
  type ReleasedImage,
  type ReleasedTag,
  type ReleaseReport,
  releaseReport,
} from '../report/release.ts';
import { openRegistries } from '../session/registries.ts';
import { type Release, releaseOf } from '../sources/release.ts';
import { caBundleProblem } from './require-files.ts';

export interface ReleaseRequest {
  readonly inputs: ReleaseInputs;
  /** Credentials of the inputs; others are looked for where Docker keeps them. */
  readonly login?: Login;
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
}

/** Never throws for what a user can act on: the report carries it, beside what was moved. */
export async function release(world: World, request: ReleaseRequest): Promise<ReleaseResult> {
  const progress: Progress = { images: () => [] };
  const reportWith = (problems: readonly Problem[]): ReleaseReport =>
    reportOf(request.inputs, progress, problems);
  try {
    return { report: reportWith(await run(world, request, progress)) };
  } catch (error) {
    if (error instanceof Interrupted) return { report: reportWith([ended]), interrupted: error };
    if (!(error instanceof Failure)) throw error;
    return { report: reportWith(error.problems) };
  }
}

const ended: Problem = {
  station: 'interruption',
  message: 'What was running was ended. Run again to complete it.',
};

/** @throws Failure of the inputs, and Interrupted. */
async function run(
  world: World,
  { inputs, login, event }: ReleaseRequest,
  progress: Progress,
): Promise<readonly Problem[]> {
  const { caBundle, force, dryRun } = inputs;
  const untrusted = caBundle === undefined ? undefined : await caBundleProblem(world, caBundle);
  if (untrusted !== undefined) return [untrusted];
  const wanted = await releaseOf(world, inputs, await event());
  const { tags, repositories } = wanted;
  progress.release = wanted;
  const { client } = await openRegistries(world, {}, login);
  const candidates = await world.log.group('check', () =>
    examine(client, repositories, tags, { force, writes: !dryRun }),
  );
  const problems = candidates.flatMap((one) => one.problems);
  const outcome = problems.length === 0 ? 'planned' : 'left';
  progress.images = () => candidates.map((one) => unmoved(one, tags, outcome));
  if (problems.length > 0 || dryRun) return problems;
  const { moves, run: move } = moveTags(client, candidates, tags, force, (repository, tag) =>
    world.log.info(`moved    ${taggedText(repository, tag)}`),
  );
  progress.images = () => candidates.map((one) => moved(one, tags, moves));
  return world.log.group('publish', move);
}

function reportOf(
  inputs: ReleaseInputs,
  { release: wanted, images }: Progress,
  problems: readonly Problem[],
): ReleaseReport {
  return releaseReport({
    ...(wanted === undefined
      ? { from: inputs.from ?? '', tag: inputs.tag ?? '', symbolic: inputs.tags }
      : { from: wanted.tags.from, tag: wanted.tags.release, symbolic: wanted.tags.symbolic }),
    images: images(),
    notes: wanted?.notes ?? [],
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
