/** The values of the lock: what was resolved, what a base offers, and what each platform installs or compiles. */
import type { Platform } from '../names/platform.ts';

/** A file of the package index, by content. */
export interface Artifact {
  readonly filename: string;
  readonly url: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
}

/** One `[[packages]]` table of a pylock.toml (PEP 751). */
export interface LockedPackage {
  /** Normalized (PEP 503). */
  readonly name: string;
  readonly version: string;
  readonly marker?: string;
  readonly wheels: readonly Artifact[];
  readonly sdist?: Artifact;
}

/** A resolution for all platforms at once. */
export interface Lock {
  /** The pylock.toml, with the command that made it left out, so that the same resolution is the same text. */
  readonly text: string;
  readonly packages: readonly LockedPackage[];
  /** Where it was resolved: on the machine without building anything, or in a container of the base. */
  readonly resolved: 'host' | 'container';
}

/** What was read from the publish base of one platform. */
export interface BaseFacts {
  readonly platform: Platform;
  /** `3.13.9`. */
  readonly python: string;
  /** The libc and its version: wheels may need this one or an older. */
  readonly libc: { readonly kind: 'glibc' | 'musl'; readonly version: string };
  /** `ID`, `VERSION_ID`, `VERSION_CODENAME` of os-release. */
  readonly distribution: { readonly id: string; readonly version: string; readonly codename: string };
  /** Distributions that the base brings in site-packages: normalized name to version (`pip`, `setuptools`). */
  readonly installed: Readonly<Record<string, string>>;
  /** Links to folders below /usr/local, path to real path; absent where an older release of this program read the base. */
  readonly links?: Links;
}

/** Paths relative to /usr/local: what is laid over that folder goes where its links lead. */
export type Links = Readonly<Record<string, string>>;

/** How a requirement gets onto one platform. */
export type Requirement =
  | { readonly kind: 'wheel'; readonly name: string; readonly version: string; readonly wheel: Artifact }
  | {
      readonly kind: 'compile';
      readonly name: string;
      readonly version: string;
      readonly sdist: Artifact;
      /** Why no wheel fits, in words: `no wheel for cp313 on linux/arm/v7`, `only an sdist`. */
      readonly because: string;
      /** A wheel of the same release and Python for another platform: one compiled here must have the same modules. */
      readonly like?: Artifact;
    }
  /** The base brings this very version. */
  | { readonly kind: 'present'; readonly name: string; readonly version: string };

/** What one platform installs, sorted by name. */
export interface PlatformRequirements {
  readonly platform: Platform;
  readonly requirements: readonly Requirement[];
  /** Links of the base, where it has any. */
  readonly links?: Links;
}
