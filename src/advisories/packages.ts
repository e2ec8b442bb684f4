/** The packages of an image that advisories are looked up for. */
import type { BaseFacts, PlatformRequirements } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import { type Release, releaseText } from './osv.ts';

export interface ImagePackage extends Release {
  /** Who can change its version: whoever makes the base, the package of the image, or its requirements. */
  readonly owner: 'base' | 'package' | 'requirement';
  /** The base's own pip and what it brings with it are not part of what the image runs. */
  readonly reach: 'run' | 'base-pip';
  /** Those that have it. */
  readonly platforms: readonly Platform[];
}

export interface ImagePackages {
  readonly packages: readonly ImagePackage[];
  /** Why some are not known; sentences without their full stop. */
  readonly unknown: readonly string[];
}

/** Versions on one platform, by normalized name. */
interface OnPlatform {
  readonly platform: Platform;
  readonly versions: readonly { readonly name: string; readonly version: string }[];
}

/** @param distribution the package that the image is for, by its normalized name. */
export function packagesOfImage(
  distribution: string,
  facts: readonly BaseFacts[],
  requirements: readonly PlatformRequirements[],
): ImagePackages {
  const installed = requirements.map(({ platform, requirements: list }) => ({ platform, versions: list }));
  return packagesOn(distribution, facts, installed);
}

/** The same of a published image. Its record says of no platform which of several versions it has. */
export function packagesOfRecord(
  distribution: string,
  facts: readonly BaseFacts[],
  requirements: readonly string[],
): ImagePackages {
  const versions = requirements.map((one) => {
    const [name = '', version = ''] = one.split('==', 2);
    return { name, version };
  });
  return packagesOn(
    distribution,
    facts,
    facts.map(({ platform }) => ({ platform, versions })),
  );
}

function packagesOn(
  distribution: string,
  facts: readonly BaseFacts[],
  installed: readonly OnPlatform[],
): ImagePackages {
  const found = new Map<string, ImagePackage>();
  const unknown = new Set<string>();
  const add = (release: Release, of: Pick<ImagePackage, 'owner' | 'reach'>, platform: Platform): void => {
    const key = releaseText(release);
    const before = found.get(key);
    const platforms = before?.platforms ?? [];
    if (!platforms.includes(platform))
      found.set(key, { ...release, ...(before ?? of), platforms: [...platforms, platform] });
  };
  for (const { platform, versions } of installed)
    for (const { name, version } of versions)
      add(
        { ecosystem: 'PyPI', name, version },
        { owner: name === distribution ? 'package' : 'requirement', reach: 'run' },
        platform,
      );
  for (const one of facts) {
    const { platform, system, installed: ofBase } = one;
    const own = installed.find((other) => other.platform === platform)?.versions ?? [];
    for (const [name, version] of Object.entries(ofBase))
      // Another version of it is installed in its place.
      if (own.every((other) => other.name !== name))
        add({ ecosystem: 'PyPI', name, version }, { owner: 'base', reach: 'base-pip' }, platform);
    const ecosystem = ecosystemOf(one);
    if (ecosystem === undefined) {
      const { id, version } = one.distribution;
      unknown.add(`no advisories are known for the packages of ${`${id} ${version}`.trim() || 'its base'}`);
    } else if (system === undefined) {
      unknown.add('the packages of its base are not known: it was made before they were written down');
    } else {
      for (const [name, versions] of Object.entries(system))
        for (const version of versions.split(' '))
          add({ ecosystem, name, version }, { owner: 'base', reach: 'run' }, platform);
    }
  }
  return { packages: [...found.values()], unknown: [...unknown] };
}

/** Undefined where nothing is known of the distribution. */
export function ecosystemOf({ distribution }: Pick<BaseFacts, 'distribution'>): string | undefined {
  const { id, version } = distribution;
  const [major = '', minor = ''] = version.split('.');
  if (id === 'debian' && /^\d+$/.test(major)) return `Debian:${major}`;
  return id === 'alpine' && /^\d+$/.test(minor) ? `Alpine:v${major}.${minor}` : undefined;
}
