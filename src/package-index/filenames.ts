/** Parses names of an index's files (binary distribution format; source distribution format, PEP 625). */
import { normalizedName } from '../names/package-name.ts';
import { type PackageVersion, parsePackageVersion } from '../names/package-version.ts';

export interface WheelName {
  readonly name: string;
  readonly version: PackageVersion;
  readonly build?: readonly [number, string];
  /** Compatibility tags, each set expanded: `cp313`; `abi3`; `manylinux_2_17_x86_64` and `manylinux2014_x86_64`. */
  readonly pythons: readonly string[];
  readonly abis: readonly string[];
  readonly platforms: readonly string[];
}

export function parseWheelName(filename: string): WheelName | undefined {
  if (!filename.endsWith('.whl')) return undefined;
  const parts = filename.slice(0, -'.whl'.length).split('-');
  if (parts.length !== 5 && parts.length !== 6) return undefined;
  const [pythons, abis, platforms] = parts.slice(-3).map((set) => set.toLowerCase().split('.'));
  const build = parts.length === 6 ? /^(\d+)(.*)$/.exec(parts[2]!) : undefined;
  const version = parsePackageVersion(parts[1]!.replaceAll('_', '-'));
  if (build === null || !version.ok || parts.includes('')) return undefined;
  return {
    name: normalizedName(parts[0]!),
    version: version.value,
    ...(build === undefined ? {} : { build: [Number(build[1]), build[2]!] as const }),
    pythons: pythons!,
    abis: abis!,
    platforms: platforms!,
  };
}

const endings = ['.tar.gz', '.zip', '.tgz', '.tar.bz2', '.tar.xz'];

/**
 * The version of a source distribution of this project; undefined for any other file. Old filenames have `-` both in the
 * project's name and in the version, so the name must be known to find where it ends.
 */
export function sdistVersion(filename: string, project: string): PackageVersion | undefined {
  const ending = endings.find((candidate) => filename.toLowerCase().endsWith(candidate));
  if (ending === undefined) return undefined;
  const stem = filename.slice(0, -ending.length);
  for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
    if (normalizedName(stem.slice(0, dash)) !== normalizedName(project)) continue;
    const version = parsePackageVersion(stem.slice(dash + 1));
    if (version.ok) return version.value;
  }
  return undefined;
}
