/** Adds source distributions to a lock: uv leaves them out where it may not build. */
import { createHash } from 'node:crypto';
import { compareVersions, parsePackageVersion } from '../names/package-version.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import { download } from '../package-index/download.ts';
import type { IndexAuth } from '../package-index/read.ts';
import type { IndexWorld } from '../package-index/request.ts';
import type { Project, ProjectFile } from '../package-index/simple.ts';
import type { Artifact, Lock, LockedPackage } from './lock.ts';

const fitsEverywhere = ({ wheels }: LockedPackage): boolean =>
  wheels.some(({ filename }) => {
    const name = parseWheelName(filename);
    return name !== undefined && name.platforms.includes('any') && name.pythons.includes('py3');
  });

/** Credentials for the host of a URL. */
export type AuthOf = (url: string) => IndexAuth | undefined;

/** Projects by name, of the lock's packages without a wheel for all platforms. */
export type Projects = ReadonlyMap<string, Project>;

/** A project of the index, by its normalized name; undefined where there is none. */
export type ReadProject = (name: string) => Promise<Project | undefined>;

export async function readProjects(lock: Lock, read: ReadProject): Promise<Projects> {
  const names = new Set(
    lock.packages
      .filter((entry) => entry.sdist === undefined && !fitsEverywhere(entry))
      .map(({ name }) => name),
  );
  const pages = await Promise.all([...names].map(async (name) => [name, await read(name)] as const));
  return new Map(
    pages.flatMap(([name, project]) => (project === undefined ? [] : [[name, project] as const])),
  );
}

/**
 * Adds an sdist to each package that may have to be compiled, in the values and in the text. `uv pip compile --no-build`
 * writes only wheels, and without `--no-build` it might run a package's code.
 *
 * @throws Failure when a file must be downloaded for its hash and cannot be.
 */
export async function withSdists(
  world: IndexWorld,
  lock: Lock,
  projects: Projects,
  authOf: AuthOf,
): Promise<Lock> {
  const packages = await Promise.all(
    lock.packages.map(async (entry) => {
      if (entry.sdist !== undefined || fitsEverywhere(entry)) return entry;
      const sdist = await sdistOf(world, entry, projects.get(entry.name), authOf);
      return sdist === undefined ? entry : { ...entry, sdist };
    }),
  );
  const added = packages.filter((entry, index) => entry !== lock.packages[index]);
  return { ...lock, packages: packages, text: added.reduce(insert, lock.text) };
}

async function sdistOf(
  world: IndexWorld,
  { version }: LockedPackage,
  project: Project | undefined,
  authOf: AuthOf,
): Promise<Artifact | undefined> {
  const wanted = parsePackageVersion(version);
  const files = (project?.files ?? []).filter(
    (file) => file.kind === 'sdist' && wanted.ok && compareVersions(file.version, wanted.value) === 0,
  );
  const file = files.find(({ filename }) => filename.endsWith('.tar.gz')) ?? files[0];
  if (file === undefined) return undefined;
  return {
    filename: file.filename,
    url: file.url,
    sha256: file.sha256 ?? (await hashOf(world, file, authOf)),
  };
}

/** Hashes are optional for an index; like uv, this downloads the file then. */
async function hashOf(world: IndexWorld, { url }: ProjectFile, authOf: AuthOf): Promise<string> {
  return createHash('sha256')
    .update(await download(world, url, authOf(url)))
    .digest('hex');
}

/** Writes a package's sdist into the text before its wheels, in the order of PEP 751's examples. */
function insert(text: string, { name, version, sdist }: LockedPackage): string {
  if (sdist === undefined) return text;
  const line = `sdist = { url = ${JSON.stringify(sdist.url)}, hashes = { sha256 = "${sdist.sha256}" } }\n`;
  return text
    .split(/^(?=\[\[packages\]\])/m)
    .map((block) =>
      block.includes(`\nname = "${name}"\n`) && block.includes(`\nversion = "${version}"\n`)
        ? block.replace(/^(?=wheels = )/m, () => line)
        : block,
    )
    .join('');
}
