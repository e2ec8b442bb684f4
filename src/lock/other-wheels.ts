/** Adds built wheels of other indexes to a lock, where the index that it was resolved with has none for a platform. */
import { evaluate, parseMarker } from '../names/marker.ts';
import { compareVersions, isSameVersion, parsePackageVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import { parsePythonVersion } from '../names/python-version.ts';
import { allows } from '../package-index/choose.ts';
import { parseWheelName } from '../package-index/filenames.ts';
import type { Project } from '../package-index/simple.ts';
import type { Artifact, BaseFacts, Lock, LockedPackage } from './lock.ts';
import { markerEnvironment } from './markers.ts';
import { bestWheel } from './wheel-tags.ts';

interface OtherIndex {
  readonly name: string;
  readonly project: (name: string) => Promise<Project | undefined>;
}

/**
 * Versions stay those of the lock: an index of wheels can add a file to a release, and no release. A file without a sha256
 * is not taken, since nothing would hold it to what was looked at; neither is one for any platform, since pure Python is
 * built once for all.
 *
 * @param indexesOf where wheels of a package for a platform are looked for, in this order.
 */
export async function withOtherWheels(
  lock: Lock,
  facts: readonly BaseFacts[],
  indexesOf: (name: string, platform: Platform) => readonly OtherIndex[],
): Promise<Lock> {
  const packages = await Promise.all(
    lock.packages.map(async (entry): Promise<LockedPackage> => {
      const found = await Promise.all(
        facts
          .filter((base) => lacksWheel(entry, base))
          .map((base) => otherWheel(entry, base, indexesOf(entry.name, base.platform))),
      );
      const added = new Map(found.flatMap((wheel) => (wheel === undefined ? [] : [[wheel.sha256, wheel]])));
      return added.size === 0 ? entry : { ...entry, wheels: [...entry.wheels, ...added.values()] };
    }),
  );
  const changed = packages.filter((entry, at) => entry !== lock.packages[at]);
  return changed.length === 0 ? lock : { ...lock, packages, text: changed.reduce(insert, lock.text) };
}

function lacksWheel({ name, version, marker, wheels }: LockedPackage, base: BaseFacts): boolean {
  const parsed = marker === undefined ? undefined : parseMarker(marker);
  const applies =
    parsed === undefined ||
    (parsed.ok && evaluate(parsed.value, markerEnvironment(base.platform, base.python)));
  return (
    applies && !isSameVersion(base.installed[name] ?? '', version) && bestWheel(wheels, base) === undefined
  );
}

async function otherWheel(
  { name, version }: LockedPackage,
  base: BaseFacts,
  indexes: readonly OtherIndex[],
): Promise<Artifact | undefined> {
  const [wanted, python] = [parsePackageVersion(version), parsePythonVersion(base.python)];
  if (!wanted.ok || !python.ok) return undefined;
  for (const index of indexes) {
    const files = (await index.project(name))?.files ?? [];
    const candidates = files.flatMap((file): Artifact[] => {
      const { filename, url, sha256 } = file;
      const fits =
        file.kind === 'wheel' &&
        compareVersions(file.version, wanted.value) === 0 &&
        file.yanked === undefined &&
        allows(file, python.value) &&
        parseWheelName(filename)?.platforms.includes('any') === false;
      return fits && sha256 !== undefined ? [{ filename, url, sha256, from: index.name }] : [];
    });
    const wheel = bestWheel(candidates, base);
    if (wheel !== undefined) return wheel;
  }
  return undefined;
}

/** Writes the wheels of a package that are of another index into the text. */
function insert(text: string, { name, version, wheels }: LockedPackage): string {
  const added = wheels
    .filter(({ from }) => from !== undefined)
    .map(({ url, sha256 }) => `{ url = ${JSON.stringify(url)}, hashes = { sha256 = "${sha256}" } }`)
    .join(', ');
  return text
    .split(/^(?=\[\[packages\]\])/m)
    .map((block) => {
      if (!block.includes(`\nname = "${name}"\n`) || !block.includes(`\nversion = "${version}"\n`))
        return block;
      return /^wheels = \[/m.test(block)
        ? block.replace(/^wheels = \[/m, () => `wheels = [${added}, `)
        : `${block.trimEnd()}\nwheels = [${added}]\n${/\n*$/.exec(block)![0].slice(1)}`;
    })
    .join('');
}
