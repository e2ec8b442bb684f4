/** Finds uv: on PATH, in the tool cache, or as a wheel of the package index that is checked by its hash. */
import { createHash } from 'node:crypto';
import { isAbsolute, join } from 'node:path';
import { Failure } from '../errors.ts';
import { unlessRefused } from '../file-failure.ts';
import { compareVersions, parsePackageVersion } from '../names/package-version.ts';
import { shown } from '../names/shown.ts';
import { download } from '../package-index/download.ts';
import { type IndexAuth, readProject, redacted } from '../package-index/read.ts';
import type { Cache, World } from '../ports.ts';
import { readZipEntry } from './zip.ts';

export interface Uv {
  readonly program: string;
  readonly version: string;
  readonly from: 'path' | 'cache' | 'index';
}

export interface UvRequest {
  /** The exact version. Without it, the one on PATH is used unless it is too old, else the pinned one. */
  readonly version?: string;
  /** The index from which its wheel is downloaded, if necessary. */
  readonly indexUrl: string;
  readonly auth?: IndexAuth;
  readonly pin: UvPin;
  readonly cache: Pick<Cache, 'refused'>;
}

/** The first version whose `pip compile` writes a pylock.toml that can be read here. */
const oldest = '0.8.0';

export interface UvPin {
  readonly version: string;
  readonly sha256: readonly string[];
}

/**
 * Reads the pinned uv from the list of the build stages' tools, so that this machine and the stages run the same version.
 *
 * @param tools text of dockerfiles/compile/tools.txt.
 */
export function pinnedUv(tools: string): UvPin {
  const [, version, hashes = ''] = /^uv==(\S+)((?:.*\\\n)*.*)/m.exec(tools) ?? [];
  const sha256 = [...hashes.matchAll(/--hash=sha256:([\da-f]{64})/g)].map(([, hash]) => hash!);
  if (version === undefined || sha256.length === 0)
    throw new Error('dockerfiles/compile/tools.txt names no uv with its hashes');
  return { version, sha256 };
}

/** Platform tags of uv's wheel, by host: see `World.host`. */
const wheelTags: Readonly<Record<string, string>> = {
  'x64-glibc': 'manylinux_2_17_x86_64.manylinux2014_x86_64',
  'x64-musl': 'musllinux_1_1_x86_64',
  'arm64-glibc': 'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
  'arm64-musl': 'manylinux_2_17_aarch64.manylinux2014_aarch64.musllinux_1_1_aarch64',
};

/**
 * Finds uv, or downloads it.
 *
 * @throws Failure (station `index`) when there is none for this machine, or the download is not what was pinned.
 */
export async function findUv(world: World, request: UvRequest): Promise<Uv> {
  const onPath = await uvOnPath(world);
  if (
    onPath !== undefined &&
    (request.version === undefined ? !isOlder(onPath, oldest) : onPath === request.version)
  ) {
    return { program: 'uv', version: onPath, from: 'path' };
  }
  const version = request.version ?? request.pin.version;
  const cached = await world.tools
    .find('uv', version, world.host())
    .catch(unlessRefused(request.cache.refused));
  if (cached !== undefined) return { program: join(cached, 'uv'), version, from: 'cache' };
  return { program: await fetchUv(world, request, version), version, from: 'index' };
}

async function uvOnPath({ run }: World): Promise<string | undefined> {
  const { code, stdout } = await run({ program: 'uv', args: ['--version'] });
  return code === 0 ? /^uv (\d\S*)/.exec(stdout)?.[1] : undefined;
}

/**
 * The Python that uv finds for `3`, looked for once for many runs: where it is behind a shim, like pyenv's, each run of uv
 * starts it anew to ask what it is, which takes longer than to resolve. Undefined where there is none.
 */
export async function findInterpreter(
  { run }: Pick<World, 'run'>,
  { program }: Pick<Uv, 'program'>,
): Promise<string | undefined> {
  const args = ['python', 'find', '--no-config', '--no-project', '3'];
  const { code, stdout } = await run({ program, args, env: { UV_PYTHON_DOWNLOADS: 'never' } });
  const path = stdout.trim();
  return code === 0 && isAbsolute(path) ? path : undefined;
}

function isOlder(version: string, minimum: string): boolean {
  const [left, right] = [parsePackageVersion(version), parsePackageVersion(minimum)];
  return !left.ok || !right.ok || compareVersions(left.value, right.value) < 0;
}

async function fetchUv(
  world: World,
  { indexUrl, auth, pin, cache }: UvRequest,
  version: string,
): Promise<string> {
  const host = world.host();
  const tags = wheelTags[host];
  if (tags === undefined)
    throw failed(`there is no uv ${version} to fetch for ${host}: install uv and have it on PATH.`);
  const filename = `uv-${version}-py3-none-${tags}.whl`;
  const project = await readProject(world, indexUrl, 'uv', auth);
  const file = project?.files.find((candidate) => candidate.filename === filename);
  // A version that the user chose is checked against the index's own hash.
  const allowed = version === pin.version ? pin.sha256 : file?.sha256 === undefined ? [] : [file.sha256];
  if (file === undefined || allowed.length === 0) {
    throw failed(
      `the index ${redacted(indexUrl)} has no uv ${shown(version)} for this machine (${filename}): install uv and have it on PATH, or name another uv_version.`,
    );
  }
  world.log.info(`Fetching uv ${version} from ${redacted(file.url)}`);
  const wheel = await download(world, file.url, auth);
  const actual = createHash('sha256').update(wheel).digest('hex');
  if (!allowed.includes(actual)) {
    throw failed(
      `${filename} of ${redacted(indexUrl)} is not what was pinned: its sha256 is ${actual}, and ${allowed.join(' or ')} was expected. Nothing of it was run.`,
    );
  }
  const binary = readZipEntry(wheel, (name) => name === `uv-${version}.data/scripts/uv`);
  if (binary === undefined) throw failed(`${filename} holds no program named uv.`);
  const path = join(await world.files.temporary('uv'), 'uv');
  await world.files.write(path, binary, 0o755);
  const cached = await world.tools.save(path, 'uv', version, host).catch(unlessRefused(cache.refused));
  return cached === undefined ? path : join(cached, 'uv');
}

const failed = (message: string): Failure => new Failure([{ station: 'index', about: 'uv', message }]);
