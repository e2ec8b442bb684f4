/** Resolves requirements on this machine for all platforms at once, without running any package's code. */
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import type { PythonVersion } from '../names/python-version.ts';
import { parseRequirement, type RequirementLine } from '../names/requirement.ts';
import { parseNetrc } from '../package-index/netrc.ts';
import type { IndexAuth } from '../package-index/read.ts';
import type { Cache, Command, Ran, World } from '../ports.ts';
import type { Lock } from './lock.ts';
import { parsePylock } from './pylock.ts';
import { withSdists } from './sdists.ts';
import type { Uv } from './uv.ts';
import { fileOf, readComplaint, warningsOf } from './uv-words.ts';

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

/**
 * Resolves with uv.
 *
 * @throws Failure when no versions fit together, the index lacks something or cannot be reached, or a line is no requirement.
 */
export async function resolveOnHost(
  world: World,
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
): Promise<Resolution> {
  const first = await attempt(world, uv, request, request.python.text);
  // Of "3.9" uv takes 3.9.0, which a package may leave out (`!=3.9.0,!=3.9.1`) although every later patch will do.
  if (first.kind === 'python' && request.python.patch === undefined) {
    const second = await attempt(world, uv, request, first.from);
    return second.kind === 'python' ? refuse(second.failure) : second;
  }
  return first.kind === 'python' ? refuse(first.failure) : first;
}

const refuse = (failure: Failure): never => {
  throw failure;
};

async function attempt(
  world: World,
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
  python: string,
): Promise<Resolution | { readonly kind: 'python'; readonly from: string; readonly failure: Failure }> {
  const lines = requirementsFor(request.requirements, request.python.minor);
  const folder = await world.files.temporary('lock');
  await world.files.write(join(folder, 'requirements.in'), lines.map(({ line }) => `${line}\n`).join(''));
  if (request.constraints.length > 0) {
    await world.files.write(
      join(folder, 'constraints.txt'),
      request.constraints.map((line) => `${line}\n`).join(''),
    );
  }
  const command = resolveCommand(uv, request, python, folder, lines, world.env);
  const ran = await runUv(world, request.cache, command);
  for (const warning of warningsOf(ran.stderr)) world.log.warn(`uv: ${warning}`);
  const text = ran.code === 0 ? await world.files.read(join(folder, 'pylock.toml')) : undefined;
  if (text === undefined) {
    const complaint = readComplaint(ran, request.indexUrl);
    if (complaint.kind !== 'failure') return complaint;
    throw complaint.failure;
  }
  // The Python that it was asked for is the caller's; as a floor it would change with every patch of the base.
  const lock = parsePylock(text.replace(/^requires-python = .*\n/m, ''), 'host');
  return {
    kind: 'lock',
    lock: await withSdists(world, lock, request.indexUrl, await authOf(world, request)),
  };
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

/**
 * The lines, each narrowed to what an image can be: CPython on Linux, of one minor release. So the lock neither fails
 * for nor changes with what other systems would need.
 *
 * @param minor `3.13`.
 */
export function requirementsFor(requirements: readonly string[], minor: string): readonly RequirementLine[] {
  const next = `3.${Number(minor.split('.')[1]) + 1}`;
  const image = `sys_platform == 'linux' and platform_python_implementation == 'CPython' and python_full_version < '${next}'`;
  const results = requirements.map((line) => parseRequirement(line));
  const problems = results.flatMap((result) =>
    result.ok ? [] : [{ station: 'input', about: 'requirements', message: result.message } as const],
  );
  if (problems.length > 0) throw new Failure(problems);
  return results.flatMap((result): readonly RequirementLine[] => {
    if (!result.ok) return [];
    const { text, specifiers, marker } = result.value;
    const narrowed = marker === undefined ? image : `(${marker}) and ${image}`;
    return [{ ...result.value, marker: narrowed, line: `${text}${specifiers} ; ${narrowed}` }];
  });
}

/** The user's variables for uv that reach it: how it connects and caches, and the day it resolves for. */
const kept =
  /^UV_(CACHE_DIR|NO_CACHE|OFFLINE|EXCLUDE_NEWER|HTTP_\w+|REQUEST_TIMEOUT|CONCURRENT_\w+|NATIVE_TLS|SYSTEM_CERTS|INSECURE_HOST)$/;

function resolveCommand(
  uv: Pick<Uv, 'program'>,
  request: ResolveRequest,
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
    '--no-config',
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
