/** Resolves requirements on this machine for all platforms at once, without running any package's code. */
import { join } from 'node:path';
import type { Failure } from '../errors.ts';
import type { PythonVersion } from '../names/python-version.ts';
import type { RequirementLine } from '../names/requirement.ts';
import { parseNetrc } from '../package-index/netrc.ts';
import type { IndexAuth } from '../package-index/read.ts';
import type { Cache, Command, Ran, World } from '../ports.ts';
import { emptyConfig, projectFile, requirementsFor } from './image-environment.ts';
import type { Lock } from './lock.ts';
import { parsePylock } from './pylock.ts';
import { passedOver } from './passed-over.ts';
import { readProjects, type Projects, withSdists } from './sdists.ts';
import type { Uv } from './uv.ts';
import { fileOf, readComplaint, warningsOf, wheelless } from './uv-words.ts';

export interface ResolveRequest {
  /** Requirement lines (PEP 508); the package at its version comes first. */
  readonly requirements: readonly string[];
  readonly python: PythonVersion;
  /** Root of a simple API, without credentials. */
  readonly indexUrl: string;
  /** `name==version` of what the base brings, where a plain `pip install` would leave it alone. */
  readonly constraints: readonly string[];
  /** Path of a netrc file with the index's credentials. */
  readonly netrc?: string;
  /** Path of a PEM file that is trusted. */
  readonly caBundle?: string;
  /** Told where uv cannot use its own cache. */
  readonly cache: Pick<Cache, 'refused'>;
}

export type Resolution =
  | { readonly kind: 'lock'; readonly lock: Lock }
  /** The same must be resolved in a container of the base; `why` is a sentence without its full stop. */
  | { readonly kind: 'needs-building'; readonly packages: readonly string[]; readonly why: string };

/** The systems that uv solves for. `any` asks it for more than any image is, and lets it read more wheels. */
type Systems = 'images' | 'any';

/** What uv made of the question. */
type Answer =
  | { readonly kind: 'lock'; readonly lock: Lock; readonly projects: Projects }
  | { readonly kind: 'needs-building'; readonly packages: readonly string[]; readonly why: string }
  | { readonly kind: 'failure'; readonly failure: Failure };

/**
 * Resolves with uv, for Linux and CPython alone: what a package needs on another system is neither looked for nor solved.
 *
 * uv may build nothing here. What a release needs it then reads from a wheel, and asked for Linux it takes one for Linux
 * only: a release whose wheels are all for other systems (psycopg2 has them for Windows) is passed over for an older one,
 * or refused. pip on Linux would compile it. So where that happened uv is asked for all systems, too: a wheel for Windows
 * says as well what is needed. What both cannot tell must be built.
 *
 * @throws Failure when no versions fit together, the index lacks something or cannot be reached, or a line is no requirement.
 */
export async function resolveOnHost(
  world: World,
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
): Promise<Resolution> {
  const auth = await authOf(world, request);
  const finished = async ({ lock, projects }: Extract<Answer, { kind: 'lock' }>): Promise<Resolution> => ({
    kind: 'lock',
    lock: await withSdists(world, lock, projects, auth),
  });
  const first = await answer(world, uv, request, 'images', auth);
  if (first.kind === 'failure') throw first.failure;
  const passed = first.kind === 'lock' ? passedOver(first.lock, first.projects, request.python) : [];
  if (first.kind === 'lock' && passed.length === 0) return finished(first);
  const second = await answer(world, uv, request, 'any', auth);
  if (second.kind === 'lock') {
    const wasRight = first.kind === 'lock' && passed.every((name) => isSame(name, first.lock, second.lock));
    return finished(wasRight ? first : second);
  }
  return first.kind === 'needs-building'
    ? first
    : { kind: 'needs-building', packages: passed, why: wheelless(passed) };
}

const isSame = (name: string, one: Lock, other: Lock): boolean =>
  versionsOf(name, one) === versionsOf(name, other);
const versionsOf = (wanted: string, { packages }: Lock): string =>
  packages
    .flatMap(({ name, version }) => (name === wanted ? [version] : []))
    .toSorted()
    .join(' ');

async function answer(
  world: World,
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
  systems: Systems,
  auth: IndexAuth | undefined,
): Promise<Answer> {
  const first = await attempt(world, uv, request, systems, request.python.text);
  // Of "3.9" uv takes 3.9.0, which a package may leave out (`!=3.9.0,!=3.9.1`) although every later patch will do.
  const last =
    first.kind === 'python' && request.python.patch === undefined
      ? await attempt(world, uv, request, systems, first.from)
      : first;
  if (last.kind === 'python') return { kind: 'failure', failure: last.failure };
  if (last.kind !== 'lock') return last;
  return { ...last, projects: await readProjects(world, last.lock, request.indexUrl, auth) };
}

type Attempt =
  | { readonly kind: 'lock'; readonly lock: Lock }
  | Exclude<Answer, { kind: 'lock' }>
  | { readonly kind: 'python'; readonly from: string; readonly failure: Failure };

async function attempt(
  world: World,
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
  systems: Systems,
  python: string,
): Promise<Attempt> {
  const lines = requirementsFor(request.requirements, request.python.minor);
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
  const ran = await runUv(world, request.cache, command);
  for (const warning of warningsOf(ran.stderr)) world.log.warn(`uv: ${warning}`);
  const text = ran.code === 0 ? await world.files.read(join(folder, 'pylock.toml')) : undefined;
  if (text === undefined) return readComplaint(ran, request.indexUrl);
  // The Python that it was asked for is the caller's; as a floor it would change with every patch of the base.
  return { kind: 'lock', lock: parsePylock(text.replace(/^requires-python = .*\n/m, ''), 'host') };
}

/** Where it is a file that uv cannot use, it runs once more without its cache, and fails only where that is of no use. */
async function runUv(world: World, cache: ResolveRequest['cache'], command: Command): Promise<Ran> {
  const run = (env: Command['env']): Promise<Ran> =>
    world.run({ ...command, env: { ...command.env, ...env } }, { timeout: 600_000 });
  const ran = await run({});
  const refused = ran.code === 0 ? undefined : fileOf(ran.stderr);
  if (refused === undefined) return ran;
  const again = await run({ UV_NO_CACHE: '1' });
  const still = again.code === 0 ? undefined : fileOf(again.stderr);
  if (still !== undefined) throw still;
  cache.refused(refused);
  return again;
}

/** The user's variables for uv that reach it: how it connects and caches, and the day it resolves for. */
const kept =
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
    // Any will do: it is only asked what it is. Without this, uv tries all that are on PATH for one of the wanted version.
    '--python=3',
    `--python-version=${python}`,
    `--default-index=${request.indexUrl}`,
    // What the index said a moment ago of these is already known; uv must not answer from an older page.
    ...lines.map(({ name }) => `--refresh-package=${name}`),
    ...(request.constraints.length > 0 ? ['--constraint=constraints.txt'] : []),
    '--format=pylock.toml',
    '--output-file=pylock.toml',
    'requirements.in',
  ];
  // Other settings of the user's, such as an index or a resolution of their own, would make another lock than the inputs say.
  const dropped = Object.keys(env)
    .filter((name) => name.startsWith('UV_') && name !== 'UV_PYTHON_DOWNLOADS' && !kept.test(name))
    .toSorted();
  return {
    ...(dropped.length === 0
      ? { program: uv.program, args }
      : { program: 'env', args: [...dropped.flatMap((name) => ['-u', name]), uv.program, ...args] }),
    env: {
      UV_PYTHON_DOWNLOADS: 'never',
      ...(systems === 'any' ? {} : emptyConfig.env(folder)),
      ...(request.netrc === undefined ? {} : { NETRC: request.netrc }),
      ...(request.caBundle === undefined ? {} : { SSL_CERT_FILE: request.caBundle }),
    },
    cwd: folder,
  };
}

async function authOf({ files }: World, { netrc, indexUrl }: ResolveRequest): Promise<IndexAuth | undefined> {
  if (netrc === undefined) return undefined;
  const { hostname, host } = new URL(indexUrl);
  const found = parseNetrc((await files.read(netrc)) ?? '', hostname);
  return found === undefined ? undefined : { host, ...found };
}
