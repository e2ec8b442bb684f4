/** Removes from repositories what a rule names and nothing needs: all is read before anything is removed. */
import pMap from 'p-map';
import { type Selection, selectRemovals } from '../decide/clean.ts';
import type { CleanRule, CleanSource } from '../decide/clean-rule.ts';
import { partsOf } from '../decide/needed.ts';
import { Failure, type Problem, uniqueProblems } from '../errors.ts';
import { type Digest, type Repository, repositoryText } from '../names/reference.ts';
import { type HeldRepository, readRepository, readTags, subjectOfTag } from '../observe/repository.ts';
import { readTimes } from '../observe/times.ts';
import { Interrupted, type World } from '../ports.ts';
import { githubStore, isGitHubs } from '../publish/github-packages.ts';
import { type ManifestStore, registryStore } from '../publish/manifest-store.ts';
import type { RegistryClient } from '../registry/client.ts';
import { findCredential } from '../registry/credentials.ts';
import { cleanList, type CleanedRepository, type CleanReport, countOfGoing } from '../report/clean.ts';
import { counted } from '../report/units.ts';
import { openClient } from '../session/registries.ts';
import { noRepository, type RepositoriesRequest } from './check.ts';
import { caBundleProblem } from './require-files.ts';

export interface CleanRequest extends RepositoriesRequest {
  readonly rule: CleanRule;
  /** Remove without asking. */
  readonly yes: boolean;
  readonly dryRun: boolean;
}

export interface Cleaned {
  readonly report: CleanReport;
  readonly interrupted?: Interrupted;
}

/** A repository with all that is known of it. */
interface Known extends CleanSource {
  readonly store: ManifestStore;
}

/** Never throws for what a user can act on: the report carries it, with what was removed until then. */
export async function clean(world: World, request: CleanRequest): Promise<Cleaned> {
  const { rule, yes, dryRun, repositories, caBundle } = request;
  if (!dryRun && !yes && world.ask === undefined) return failed([unasked]);
  const untrusted = caBundle === undefined ? undefined : await caBundleProblem(world, caBundle);
  if (untrusted !== undefined) return failed([untrusted]);
  const listed: CleanedRepository[] = [];
  try {
    const client = await openClient(world, request.login);
    const known: Known[] = [];
    for (const repository of repositories) known.push(await readAll(world, client, repository, request));
    const selections = selectRemovals(known, rule, world.clock.now());
    for (const [at, { images, parts }] of selections.entries())
      listed.push({ where: repositoryText(known[at]!.repository), images, parts, removed: [] });
    const count = listed.reduce((sum, one) => sum + countOfGoing(one), 0);
    if (count === 0) return ended('nothing', listed);
    if (dryRun) return ended('listed', listed);
    world.log.info(cleanList(listed));
    if (!yes && !(await agrees(world, counted(count, 'manifest')))) return ended('declined', listed);
    for (const one of known) await requireSameTags(client, one);
    return await removeFrom(known, selections, listed);
  } catch (error) {
    if (error instanceof Interrupted)
      return { ...ended('failed', listed, [interruption]), interrupted: error };
    if (!(error instanceof Failure)) throw error;
    return ended('failed', listed, error.problems);
  }
}

const ended = (
  outcome: CleanReport['outcome'],
  repositories: readonly CleanedRepository[],
  problems: readonly Problem[] = [],
): Cleaned => ({ report: { outcome, repositories, problems } });

const failed = (problems: readonly Problem[]): Cleaned => ended('failed', [], problems);

export const unasked: Problem = {
  station: 'input',
  about: 'yes',
  message:
    'There is no terminal to ask at, and nothing is removed unasked: look with --dry-run what goes, then give --yes.',
};

export const interruption: Problem = {
  station: 'interruption',
  message: 'What was not removed yet stays. Run again to complete it.',
};

/** @throws Failure where any of it cannot be read: then nothing is known of what it needs. */
async function readAll(
  world: World,
  client: RegistryClient,
  repository: Repository,
  { login }: CleanRequest,
): Promise<Known> {
  const store = isGitHubs(repository)
    ? githubStore(world, await tokenOf(world, repository, login), repository)
    : registryStore(client, repository);
  const listed = await store.list();
  const held = await readRepository(
    client,
    repository,
    listed?.map(({ digest }) => digest),
  );
  if (held === undefined) throw noRepository(repository);
  const pushed = new Map(listed?.map((one) => [one.digest, one.pushed]));
  const images = [...held.tags].flatMap(([tag, digest]) =>
    subjectOfTag(tag) === undefined && !pushed.has(digest) ? [digest] : [],
  );
  const times = new Map([...(await readTimes(client, repository, held, images)), ...pushed]);
  const tagged = new Set(held.tags.values());
  const untagged = [...pushed.keys()].filter((digest) => held.manifests.has(digest) && !tagged.has(digest));
  return { repository, store, held, times, untagged };
}

async function tokenOf(
  world: World,
  { registry }: Repository,
  login: CleanRequest['login'],
): Promise<string | undefined> {
  const credential = await findCredential(world, registry, login === undefined ? [] : [login]);
  return credential.kind === 'basic' ? credential.password : undefined;
}

/** @param what goes, in words. */
export async function agrees({ ask }: World, what: string): Promise<boolean> {
  const answer = await ask?.(`Remove ${what} for good? [y/N] `);
  return /^\s*y(?:es)?\s*$/i.test(answer ?? '');
}

/** @throws Failure where a tag came, went or moved since it was read: it may need what was to be removed. */
async function requireSameTags(client: RegistryClient, { repository, held }: Known): Promise<void> {
  const now = await readTags(client, repository);
  const text = (tags: HeldRepository['tags']): string => [...tags].map((one) => one.join(' ')).join('\n');
  if (now !== undefined && text(now.tags) === text(held.tags)) return;
  const where = repositoryText(repository);
  const message = `The tags of ${where} changed since they were listed, and nothing was removed. Run again, best while nothing is pushed there.`;
  throw new Failure([{ station: 'registry', about: where, message }]);
}

/** Requests at once. */
const removals = 4;

/** Goes on with the others where one cannot be removed, but leaves what that one needs. */
async function removeFrom(
  known: readonly Known[],
  selections: readonly Selection[],
  listed: CleanedRepository[],
): Promise<Cleaned> {
  const failures: Failure[] = [];
  for (const [at, { store, held }] of known.entries()) {
    const removed: Digest[] = [];
    const spared = new Set<Digest>();
    const ofThis: Failure[] = [];
    const isOver = (): boolean => ofThis.some(store.refusesAll);
    const spare = (digest: Digest): void => {
      if (spared.has(digest)) return;
      spared.add(digest);
      for (const part of partsOf(held, digest)) spare(part);
    };
    const removeOne = async (digest: Digest): Promise<void> => {
      if (spared.has(digest) || isOver()) return;
      try {
        await store.remove(digest);
        removed.push(digest);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        ofThis.push(error);
        spare(digest);
      }
    };
    try {
      for (const layer of selections[at]!.order) await pMap(layer, removeOne, { concurrency: removals });
    } finally {
      listed[at] = { ...listed[at]!, removed };
      failures.push(...ofThis);
    }
  }
  const problems = uniqueProblems(failures.flatMap((failure) => failure.problems));
  return ended(problems.length === 0 ? 'removed' : 'failed', listed, problems);
}
