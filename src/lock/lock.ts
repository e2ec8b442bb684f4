import type { Platform } from '../names/platform.ts';

export interface Artifact {
  readonly filename: string;
  readonly url: string;
  readonly sha256: string;
  /** Name of the index of wheels that it was found in, where the package's own has none that fits. */
  readonly from?: string;
}

/** One `[[packages]]` table of a pylock.toml (PEP 751). */
export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  readonly marker?: string;
  readonly wheels: readonly Artifact[];
  readonly sdist?: Artifact;
}

export interface Lock {
  /** The pylock.toml without its comments, so that equal resolutions are equal texts. */
  readonly text: string;
  readonly packages: readonly LockedPackage[];
  /**
   * Whether it was resolved on this machine without building anything, or in a container of the base; or whether a project
   * had locked it before.
   */
  readonly resolved: 'host' | 'container' | 'project';
}

export interface BaseFacts {
  readonly platform: Platform;
  readonly python: string;
  /** Wheels may need this version of the libc or an older one. */
  readonly libc: { readonly kind: 'glibc' | 'musl'; readonly version: string };
  /** `ID`, `VERSION_ID`, `VERSION_CODENAME` of os-release. */
  readonly distribution: { readonly id: string; readonly version: string; readonly codename: string };
  /** Packages in the base's site-packages, such as pip: normalized name to version. */
  readonly installed: Readonly<Record<string, string>>;
  /**
   * Packages of the distribution: name of the source package to its version; of several, with a space between them. Absent
   * where an older release of this program read the base.
   */
  readonly system?: Readonly<Record<string, string>>;
  /** Absent where an older release of this program read the base. */
  readonly links?: Links;
}

/** Links to folders below /usr/local, path to real path, both relative to it: a layer must follow them. */
export type Links = Readonly<Record<string, string>>;

interface CompiledRequirement {
  readonly kind: 'compile';
  readonly name: string;
  readonly version: string;
  readonly sdist: Artifact;
  /** The reason that no wheel fits: `no wheel for cp313 on linux/arm/v7`, `only an sdist`. */
  readonly because: string;
  /** A wheel of the same release for another platform; the compiled wheel must have the same modules. */
  readonly like?: Artifact;
}

/** A requirement on one platform: a wheel, a package to compile, or one that the base has. */
export type Requirement =
  | {
      readonly kind: 'wheel';
      readonly name: string;
      readonly version: string;
      readonly wheel: Artifact;
      /** What would be compiled without it, and why, where it is of an index of wheels. */
      readonly instead?: { readonly because: string; readonly compile?: CompiledRequirement };
    }
  | CompiledRequirement
  | { readonly kind: 'present'; readonly name: string; readonly version: string };

/** The requirements of one platform, sorted by name. */
export interface PlatformRequirements {
  readonly platform: Platform;
  readonly requirements: readonly Requirement[];
  readonly links?: Links;
}
