import { dirname, join } from 'node:path';
import type { Failure } from '../errors.ts';
import type { PythonVersion } from '../names/python-version.ts';
import type { RequirementLine } from '../names/requirement.ts';
import { parseNetrc } from '../package-index/netrc.ts';
import type { Cache, Command, Ran, World } from '../ports.ts';
import { emptyConfig, projectFile, requirementsFor } from './image-environment.ts';
import { type LocalDistribution, withLocal } from './local.ts';
import type { Lock } from './lock.ts';
import { parsePylock } from './pylock.ts';
import type { ServedIndex } from './page-server.ts';
import { packagesWithSkippedReleases } from './skipped-releases.ts';
import { type AuthOf, readProjects, type Projects, type ReadProject, withSdists } from './sdists.ts';
import type { Uv } from './uv.ts';
import { failedFile, readFailure, warningsOf, whyBuild } from './uv-errors.ts';

export interface ResolveRequest {
  /** Requirement lines (PEP 508), first the package at its version. */
  readonly requirements: readonly string[];
  /** The package, where it is of no index: then the first line is about its metadata. */
  readonly local?: LocalDistribution;
  readonly python: PythonVersion;
  readonly indexUrl: string;
  /** Packages of other indexes, as the programs of a build read them; empty where there are none. */
  readonly owners?: string;
  /** URL of the index that a package belongs to; without it, that is the main one. */
  readonly urlOf?: (name: string) => string;
  /** `name==version` of packages of the base that a plain `pip install` would keep. */
  readonly constraints: readonly string[];
  readonly netrc?: string;
  readonly caBundle?: string;
  readonly cache: Pick<Cache, 'refused'>;
  /** Reads a page of the index, each once, whoever asks. */
  readonly project: ReadProject;
  /** Path of a Python for uv to start from; without it, uv looks for one. */
  readonly interpreter?: string;
  /** Where uv reads the pages of the index instead of there. */
  readonly served?: ServedIndex;
}

export type Resolution =
  | { readonly kind: 'lock'; readonly lock: Lock }
  /** It must be resolved in a container of the base instead; `why` is a sentence without its full stop. */
  | { readonly kind: 'needs-building'; readonly packages: readonly string[]; readonly why: string };

/** The systems that uv solves for. With `any` it also reads wheels for other systems than an image's. */
type Systems = 'images' | 'any';

type Outcome =
  | { readonly kind: 'lock'; readonly lock: Lock; readonly projects: Projects }
  | { readonly kind: 'needs-building'; readonly packages: readonly string[]; readonly why: string }
  | { readonly kind: 'failure'; readonly failure: Failure };

/**
 * Resolves with uv for CPython on Linux; requirements of other systems are not solved.
 *
 * uv may not build anything here, so it reads a release's requirements from a wheel. Solving for Linux, it reads wheels for
 * Linux only, and skips or refuses a release whose wheels are all for other systems (psycopg2's are for Windows), although
 * pip on Linux would compile it. Where that may have happened, uv also solves for all systems, since a wheel for Windows
 * names the requirements too. Where both fail, the package must be built.
 *
 * @throws Failure when there is no solution, the index lacks a package or cannot be reached, or a line is no requirement.
 */
export async function resolveOnHost(
  world: World,
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
): Promise<Resolution> {
  const authOf = await readNetrc(world, request);
  const finished = async ({ lock, projects }: Extract<Outcome, { kind: 'lock' }>): Promise<Resolution> => ({
    kind: 'lock',
    lock: await withSdists(world, lock, projects, authOf),
  });
  const first = await solve(world, uv, request, 'images');
  if (first.kind === 'failure') throw first.failure;
  const skipped =
    first.kind === 'lock' ? packagesWithSkippedReleases(first.lock, first.projects, request.python) : [];
  if (first.kind === 'lock' && skipped.length === 0) return finished(first);
  const second = await solve(world, uv, request, 'any');
  if (second.kind === 'lock') {
    const agrees =
      first.kind === 'lock' && skipped.every((name) => hasSameVersions(name, first.lock, second.lock));
    return finished(agrees ? first : second);
  }
  return first.kind === 'needs-building'
    ? first
    : { kind: 'needs-building', packages: skipped, why: whyBuild(skipped) };
}

const hasSameVersions = (name: string, left: Lock, right: Lock): boolean =>
  versionsOf(name, left) === versionsOf(name, right);
const versionsOf = (wanted: string, { packages }: Lock): string =>
  packages
    .flatMap(({ name, version }) => (name === wanted ? [version] : []))
    .toSorted()
    .join(' ');

async function solve(
  world: World,
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
  systems: Systems,
): Promise<Outcome> {
  const first = await attempt(world, uv, request, systems, request.python.text);
  // uv reads "3.9" as 3.9.0, which a package may exclude (`!=3.9.0,!=3.9.1`) although it allows every later patch.
  const last =
    first.kind === 'python' && request.python.patch === undefined
      ? await attempt(world, uv, request, systems, first.from)
      : first;
  if (last.kind === 'python') return { kind: 'failure', failure: last.failure };
  if (last.kind !== 'lock') return last;
  return { ...last, projects: await readProjects(last.lock, request.project) };
}

type Attempt =
  | { readonly kind: 'lock'; readonly lock: Lock }
  | Exclude<Outcome, { kind: 'lock' }>
  | { readonly kind: 'python'; readonly from: string; readonly failure: Failure };

async function attempt(
  world: World,
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
  systems: Systems,
  python: string,
): Promise<Attempt> {
  const lines = withLocal(
    requirementsFor(request.requirements, request.python.minor),
    request.local,
    dirname(request.local?.metadata ?? ''),
  );
  const folder = await world.files.temporary('lock');
  const files = {
    'requirements.in': lines.map(({ line }) => `${line}\n`).join(''),
    ...(request.constraints.length === 0
      ? {}
      : { 'constraints.txt': request.constraints.map((line) => `${line}\n`).join('') }),
    ...(systems === 'any'
      ? {}
      : { 'pyproject.toml': projectFile(request.python.minor), ...emptyConfig.files }),
  };
  for (const [name, content] of Object.entries(files)) await world.files.write(join(folder, name), content);
  const command = resolveCommand(uv, request, systems, python, folder, lines, world.env);
  const ran = unserved(request, await runUv(world, request.cache, command));
  const failure = request.served?.failure();
  if (ran.code !== 0 && failure !== undefined) throw failure;
  for (const warning of warningsOf(ran.stderr)) world.log.warn(`uv: ${warning}`);
  const text = ran.code === 0 ? await world.files.read(join(folder, 'pylock.toml')) : undefined;
  if (text === undefined) return readFailure(ran, request.indexUrl, request.urlOf);
  // `requires-python` would change the lock with every patch release of the base.
  const page = (request.served?.unserved(text) ?? text).replace(/^requires-python = .*\n/m, '');
  return { kind: 'lock', lock: parsePylock(page, 'host', request.local) };
}

/** What uv said of the index, wherever it read it. */
const unserved = ({ served }: ResolveRequest, ran: Ran): Ran =>
  served === undefined ? ran : { ...ran, stderr: served.unserved(ran.stderr) };

/** Runs uv, and once more without its cache where it cannot use a file. @throws FileFailure where that does not help. */
async function runUv(world: World, cache: ResolveRequest['cache'], command: Command): Promise<Ran> {
  const run = (env: Command['env']): Promise<Ran> =>
    world.run({ ...command, env: { ...command.env, ...env } }, { timeout: 600_000 });
  const ran = await run({});
  const failed = ran.code === 0 ? undefined : failedFile(ran.stderr);
  if (failed === undefined) return ran;
  const retried = await run({ UV_NO_CACHE: '1' });
  const stillFailed = retried.code === 0 ? undefined : failedFile(retried.stderr);
  if (stillFailed !== undefined) throw stillFailed;
  cache.refused(failed);
  return retried;
}

/** The user's variables that are passed on to uv: connection, cache, and the day for which it resolves. */
export const passedOn =
  /^UV_(CACHE_DIR|NO_CACHE|OFFLINE|EXCLUDE_NEWER|HTTP_\w+|REQUEST_TIMEOUT|CONCURRENT_\w+|NATIVE_TLS|SYSTEM_CERTS|INSECURE_HOST)$/;

function resolveCommand(
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
  systems: Systems,
  python: string,
  folder: string,
  lines: readonly RequirementLine[],
  env: World['env'],
): Command {
  const args = [
    'pip',
    'compile',
    '--universal',
    '--generate-hashes',
    '--no-build',
    ...(systems === 'any' ? ['--no-config'] : []),
    '--no-header',
    '--no-progress',
    '--color=never',
    // Any Python will do, since nothing is built. Without this, uv starts all on PATH to find one of the wanted version.
    `--python=${request.interpreter ?? '3'}`,
    `--python-version=${python}`,
    ...(request.served === undefined ? [`--default-index=${request.indexUrl}`] : []),
    // The version was chosen from a current page of the index: uv must not use an older page from its cache.
    ...lines.map(({ name }) => `--refresh-package=${name}`),
    ...(request.constraints.length > 0 ? ['--constraint=constraints.txt'] : []),
    '--format=pylock.toml',
    '--output-file=pylock.toml',
    'requirements.in',
  ];
  // The user's other settings, such as another index, would make the lock differ from the inputs.
  const removed = Object.keys(env)
    .filter((name) => name.startsWith('UV_') && name !== 'UV_PYTHON_DOWNLOADS' && !passedOn.test(name))
    .filter((name) => name !== 'UV_DEFAULT_INDEX' || request.served === undefined)
    .toSorted();
  return {
    ...(removed.length === 0
      ? { program: uv.program, args }
      : { program: 'env', args: [...removed.flatMap((name) => ['-u', name]), uv.program, ...args] }),
    env: {
      UV_PYTHON_DOWNLOADS: 'never',
      ...(systems === 'any' ? {} : emptyConfig.env(folder)),
      ...(request.netrc === undefined ? {} : { NETRC: request.netrc }),
      ...(request.caBundle === undefined ? {} : { SSL_CERT_FILE: request.caBundle }),
      ...(request.served === undefined ? {} : servedEnvironment(request.served, env)),
    },
    cwd: folder,
  };
}

/** Its address holds a password, which other users of the machine could read among the words of a command. */
function servedEnvironment({ url }: ServedIndex, env: World['env']): Record<string, string> {
  const direct = [env['no_proxy'] || env['NO_PROXY'], '127.0.0.1'].filter(Boolean).join(',');
  return { UV_DEFAULT_INDEX: url, NO_PROXY: direct, no_proxy: direct };
}

async function readNetrc({ files }: World, { netrc }: ResolveRequest): Promise<AuthOf> {
  const text = netrc === undefined ? undefined : await files.read(netrc);
  return (url) => {
    const { hostname, host } = new URL(url);
    const entry = parseNetrc(text ?? '', hostname);
    return entry === undefined ? undefined : { host, ...entry };
  };
}
