/** Gives a lock the source distributions that uv leaves out of it when it may not build. */
import { createHash } from 'node:crypto';
import { compareVersions, parsePackageVersion } from '../names/package-version.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import { download } from '../package-index/download.ts';
import { type IndexAuth, readProject } from '../package-index/read.ts';
import type { Project, ProjectFile } from '../package-index/simple.ts';
import type { World } from '../ports.ts';
import type { Artifact, Lock, LockedPackage } from './lock.ts';

type Reaching = Pick<World, 'fetch' | 'clock' | 'log'>;

/** A wheel for every platform makes the source distribution needless. */
const fitsEverywhere = ({ wheels }: LockedPackage): boolean =>
  wheels.some(({ filename }) => {
    const name = parseWheelName(filename);
    return name !== undefined && name.platforms.includes('any') && name.pythons.includes('py3');
  });

/** What the index has of the packages of a lock that no one wheel serves everywhere, by name. */
export type Projects = ReadonlyMap<string, Project>;

/** @throws Failure when the index cannot be read. */
export async function readProjects(
  world: Reaching,
  lock: Lock,
  indexUrl: string,
  auth?: IndexAuth,
): Promise<Projects> {
  const names = new Set(
    lock.packages
      .filter((entry) => entry.sdist === undefined && !fitsEverywhere(entry))
      .map(({ name }) => name),
  );
  const read = await Promise.all(
    [...names].map(async (name) => [name, await readProject(world, indexUrl, name, auth)] as const),
  );
  return new Map(
    read.flatMap(([name, project]) => (project === undefined ? [] : [[name, project] as const])),
  );
}

/**
 * The lock with an sdist for each package that may have to be compiled somewhere, in its values and in its text.
 * `uv pip compile --no-build` writes wheels alone; the index has the rest, so that no build is ever allowed.
 *
 * @throws Failure when a file whose hash the index does not say cannot be read.
 */
export async function withSdists(
  world: Reaching,
  lock: Lock,
  projects: Projects,
  auth?: IndexAuth,
): Promise<Lock> {
  const found = await Promise.all(
    lock.packages.map(async (entry) => {
      if (entry.sdist !== undefined || fitsEverywhere(entry)) return entry;
      const sdist = await sdistOf(world, entry, projects.get(entry.name), auth);
      return sdist === undefined ? entry : { ...entry, sdist };
    }),
  );
  const added = found.filter((entry, index) => entry !== lock.packages[index]);
  return { ...lock, packages: found, text: added.reduce(insert, lock.text) };
}

async function sdistOf(
  world: Reaching,
  { version }: LockedPackage,
  project: Project | undefined,
  auth: IndexAuth | undefined,
): Promise<Artifact | undefined> {
  const wanted = parsePackageVersion(version);
  const files = (project?.files ?? []).filter(
    (file) => file.kind === 'sdist' && wanted.ok && compareVersions(file.version, wanted.value) === 0,
  );
  const file = files.find(({ filename }) => filename.endsWith('.tar.gz')) ?? files[0];
  if (file === undefined) return undefined;
  return { filename: file.filename, url: file.url, sha256: file.sha256 ?? (await hashOf(world, file, auth)) };
}

/** An index need not say a file's hash; uv, too, takes the file to know it. */
async function hashOf(world: Reaching, { url }: ProjectFile, auth: IndexAuth | undefined): Promise<string> {
  return createHash('sha256')
    .update(await download(world, url, auth))
    .digest('hex');
}

/** The text with one package's sdist written where PEP 751's own examples have it, before the wheels. */
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
