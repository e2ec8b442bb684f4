/** Gives published images more tags: manifests alone are written, and only once every image was looked at. */
import pMap from 'p-map';
import { Failure, gather, type Problem } from '../errors.ts';
import { type Digest, type Repository, repositoryText, type Tag, taggedText } from '../names/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { RegistryProblem } from '../registry/errors.ts';
import { type Descriptor, isIndex, type Manifest, readContent } from '../registry/manifest.ts';
import { publishTag } from '../registry/publish-tag.ts';
import { tagFailure } from './publish.ts';

export interface ReleaseTags {
  /** The tag that the images stand under. */
  readonly from: Tag;
  /** It stays at its digest once it was released. */
  readonly release: Tag;
  /** Tags that move from release to release. */
  readonly symbolic: readonly Tag[];
}

export interface Checks {
  /** Whether the release's tag may be moved from another image. */
  readonly force: boolean;
  /** Whether to ask for permission to write, which begins an upload and cancels it. */
  readonly writes: boolean;
}

/** An image before any tag is moved. */
export interface Candidate {
  readonly repository: Repository;
  /** Under `from`; absent where it does not exist or was not answered. */
  readonly manifest?: Manifest;
  /** What the new tags point at; those that do not exist have no entry. */
  readonly held: ReadonlyMap<Tag, Digest>;
  readonly problems: readonly Problem[];
}

/** So many images at once. */
const concurrency = 4;
/** So many manifests of one index at once. */
const childConcurrency = 8;

/**
 * Looks at every image, whatever is wrong with another; only a registry that does not answer is asked no further. No tag
 * moves.
 */
export async function examine(
  client: RegistryClient,
  repositories: readonly Repository[],
  tags: ReleaseTags,
  checks: Checks,
): Promise<Candidate[]> {
  const silent = new Set<string>();
  return pMap(
    repositories,
    async (repository): Promise<Candidate> => {
      if (silent.has(repository.registry)) return { repository, held: new Map(), problems: [] };
      try {
        return await candidateOf(client, repository, tags, checks);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        if (isSilent(error)) silent.add(repository.registry);
        return { repository, held: new Map(), problems: error.problems };
      }
    },
    { concurrency },
  );
}

const isSilent = (error: Failure): boolean =>
  error instanceof RegistryProblem && (error.temporary || error.status === undefined);

/** @throws Failure where the registry does not say what it holds. */
async function candidateOf(
  client: RegistryClient,
  repository: Repository,
  tags: ReleaseTags,
  { force, writes }: Checks,
): Promise<Candidate> {
  const { from, release, symbolic } = tags;
  const manifest = await client.getManifest(repository, from);
  if (manifest === undefined) return { repository, held: new Map(), problems: [missing(repository, from)] };
  const wanted = [release, ...symbolic];
  const [heads, lost] = await gather<[(Descriptor | undefined)[], Descriptor[]]>([
    Promise.all(wanted.map((tag) => client.headManifest(repository, tag))),
    lostManifests(client, repository, manifest),
  ]);
  const held = new Map(
    wanted.flatMap((tag, at) => {
      const head = heads[at];
      return head === undefined ? [] : [[tag, head.digest] as const];
    }),
  );
  const problems = lost.length === 0 ? [] : [incomplete(repository, from, lost)];
  const old = held.get(release);
  if (old !== undefined && old !== manifest.digest && !force)
    problems.push(released(repository, tags, old, manifest.digest));
  const moves = wanted.some((tag) => held.get(tag) !== manifest.digest);
  if (writes && moves) problems.push(...(await refusedWrite(client, repository)));
  return { repository, manifest, held, problems };
}

/** Manifests that an index names and the registry no longer has; attestations are among them. */
async function lostManifests(
  client: RegistryClient,
  repository: Repository,
  { mediaType, bytes }: Manifest,
): Promise<Descriptor[]> {
  const named = isIndex(mediaType) ? (readContent(bytes).manifests ?? []) : [];
  const found = await pMap(named, ({ digest }) => client.headManifest(repository, digest), {
    concurrency: childConcurrency,
  });
  return named.filter((_, at) => found[at] === undefined);
}

async function refusedWrite(client: RegistryClient, repository: Repository): Promise<readonly Problem[]> {
  try {
    await client.probeWrite(repository);
    return [];
  } catch (error) {
    if (error instanceof Failure) return error.problems;
    throw error;
  }
}

const problem = (repository: Repository, message: string): Problem => ({
  station: 'registry',
  about: repositoryText(repository),
  message,
});

const missing = (repository: Repository, from: Tag): Problem =>
  problem(
    repository,
    `${taggedText(repository, from)} does not exist. All images of a release must be published under "${from}" before: build it, or leave it out.`,
  );

function incomplete(repository: Repository, from: Tag, lost: readonly Descriptor[]): Problem {
  const names = lost.map(({ digest, platform }) => {
    const of = platform === undefined || platform.os === 'unknown' ? '' : ` (${platformText(platform)})`;
    return `${digest}${of}`;
  });
  return problem(
    repository,
    `${taggedText(repository, from)} is not whole: the registry no longer has ${names.join(', ')}. A clean-up of untagged manifests deletes what an index is made of, too: build the image anew with force, and let the clean-up keep what an index names.`,
  );
}

const platformText = ({ os, architecture, variant }: NonNullable<Descriptor['platform']>): string =>
  [os, architecture, ...(variant === undefined ? [] : [variant])].join('/');

const released = (
  repository: Repository,
  { from, release }: ReleaseTags,
  old: Digest,
  now: Digest,
): Problem =>
  problem(
    repository,
    `${taggedText(repository, release)} is ${old} already, and "${from}" is ${now}. A released tag stays where it is: release under another tag, or move this one with force.`,
  );

/** `unsure`: it was sent, and no answer says whether it arrived. */
export type Move = 'moved' | 'there' | 'left' | 'unsure';

/** Of each repository, by tag. */
export type Moves = ReadonlyMap<Repository, ReadonlyMap<Tag, Move>>;

export interface Moving {
  /** Complete at any time, so that a run that is interrupted can say what was moved. */
  readonly moves: Moves;
  /** @throws what is no Failure. */
  readonly run: () => Promise<readonly Problem[]>;
}

/**
 * Moves the release's tag of all images, then each symbolic tag of all images, and reads each back. The first failure
 * ends it: what is left is moved by the next run.
 *
 * @param candidates all with their manifest. @param force see {@link Checks}. @param onMove told of each tag that moved.
 */
export function moveTags(
  client: RegistryClient,
  candidates: readonly Candidate[],
  { release, symbolic }: ReleaseTags,
  force: boolean,
  onMove: (repository: Repository, tag: Tag) => void,
): Moving {
  const wanted = [release, ...symbolic];
  const moves = new Map(
    candidates.map(({ repository, manifest, held }) => {
      const of = (tag: Tag): Move => (held.get(tag) === manifest?.digest ? 'there' : 'left');
      return [repository, new Map(wanted.map((tag) => [tag, of(tag)]))];
    }),
  );
  const errors: unknown[] = [];
  const moveOne = async ({ repository, manifest, held }: Candidate, tag: Tag): Promise<void> => {
    const state = moves.get(repository)!;
    if (errors.length > 0 || state.get(tag) === 'there') return;
    try {
      if (tag === release && !force)
        await requireAmong(client, repository, tag, [held.get(tag), manifest!.digest]);
      state.set(tag, 'unsure');
      await moveTag(client, repository, manifest!, tag);
      state.set(tag, 'moved');
      onMove(repository, tag);
    } catch (error) {
      if (wasRefused(error)) state.set(tag, 'left');
      errors.push(error);
    }
  };
  const run = async (): Promise<readonly Problem[]> => {
    for (const tag of wanted) await pMap(candidates, (one) => moveOne(one, tag), { concurrency });
    const other = errors.find((error) => !(error instanceof Failure));
    if (other !== undefined) throw other;
    return (errors as Failure[]).flatMap(({ problems }) => problems);
  };
  return { moves, run };
}

/** Another run may have released something else since the images were looked at. */
async function requireAmong(
  client: RegistryClient,
  repository: Repository,
  tag: Tag,
  digests: readonly (Digest | undefined)[],
): Promise<void> {
  if (!digests.includes((await client.headManifest(repository, tag))?.digest))
    throw tagFailure(repository, tag, 'is another image than before this run');
}

async function moveTag(
  client: RegistryClient,
  repository: Repository,
  { bytes, mediaType, digest }: Manifest,
  tag: Tag,
): Promise<void> {
  await publishTag(client, repository, bytes, mediaType, tag);
  if ((await client.headManifest(repository, tag))?.digest !== digest)
    throw tagFailure(repository, tag, 'was moved, but read back it is another image');
}

const wasRefused = (error: unknown): boolean =>
  error instanceof RegistryProblem &&
  (error.request.during ?? error.method) === 'PUT' &&
  error.status !== undefined &&
  !error.temporary;
