/** Recipes: all that is prepared before an image is built or rebased. JSON-safe, so that a dry run can print them. */
import type { Starts } from '../dockerfile/starts.ts';
import type { Artifact, Lock, PlatformRequirements } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import type { RestoredFile } from '../wheel-cache/wheel.ts';
import type { Image, ImageId, Place, WantedRun } from './image.ts';

/** A base: its reference as written, and the digest that it had when it was observed. */
export interface BaseImage {
  readonly reference: string;
  readonly digest: Digest;
}

/** A base that may be built in this run: then its digest is not known yet. */
export interface NamedBase {
  readonly reference: string;
  readonly digest?: Digest;
}

/** The Dockerfile of an image. */
export type DockerfileSource =
  | { readonly kind: 'rendered'; readonly dockerfile: string }
  | {
      readonly kind: 'custom';
      /** Path of the Dockerfile and of the folder that it is built from. */
      readonly path: string;
      readonly context: string;
      /** The images of its FROMs today: reference as written to the image by digest. */
      readonly pins: Readonly<Record<string, string>>;
      /** References that stand for images which are built in the same run. */
      readonly parents: Readonly<Record<string, ImageId>>;
      /** Rendered Dockerfile of the context `packages`, where the custom one takes it. */
      readonly packages?: string;
      /** What its pip is offered; absent where that is nothing. */
      readonly offer?: {
        /** Rendered Dockerfile of what is offered. */
        readonly stages: string;
        /** The text that is built in place of the file. */
        readonly dockerfile: string;
        /** How the two differ. */
        readonly difference: string;
        /** Names of stages that others only copy from. */
        readonly helpers: readonly string[];
      };
      /** Text of the `.dockerignore` that is the Dockerfile's own; absent where it has none, or the file itself is built. */
      readonly ignore?: string;
      /** The same Dockerfile without ONBUILD, which the checks are built on; absent where it has none. */
      readonly checked?: string;
    };

/** Arguments of `verify.py`. */
export interface Checks {
  /** Null where the image is not one of a Python package, as are the distribution and its version. */
  readonly python: string | null;
  readonly distribution: string | null;
  readonly version: string | null;
  readonly extras: readonly string[];
  /** Distributions that must be installed; empty where nothing was locked. */
  readonly requirements: readonly string[];
  readonly scripts: boolean;
  readonly verify_command: string | null;
  /** Path of the Python to run the checks with; found in the image where it is not named. */
  readonly verify_python: string | null;
  /** The start of a custom Dockerfile's image; the Python of a rendered one is on PATH. */
  readonly starts: Starts | null;
  /** The image's CMD, where it was asked for: its program must be there. */
  readonly cmd: readonly string[] | null;
  /** Lines of `verify_skip`. */
  readonly skip: readonly string[];
  /** Text of a program that must succeed in the image. */
  readonly test?: string;
  readonly runs?: readonly WantedRun[];
  /** A command whose failure is a warning, where there is no `verify_command`. */
  readonly trial?: string;
}

/** The parts of a recipe that both kinds have: configuration, index and checks of the image. */
interface Prepared {
  readonly image: Image;
  /** Platforms that are made: fewer than the image's where it is a part, or one that it can do without failed. */
  readonly platforms: readonly Platform[];
  readonly bases: { readonly publish: BaseImage; readonly build: string };
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly checks: Checks;
  /** Whether the checks are given variables, as a secret with the id `verify_env`. */
  readonly checksHaveVariables: boolean;
  /** Seconds since the epoch that every installed file carries, and the image as its time. */
  readonly sourceDateEpoch?: number;
  readonly lock?: Lock;
  /** Installed releases of each platform; empty where nothing is locked. */
  readonly requirements: readonly PlatformRequirements[];
}

/** Whether this program installs the requirements of a recipe; else they are offered to the pip of a custom Dockerfile. */
export const isOffered = (source: DockerfileSource): boolean =>
  source.kind === 'custom' && source.offer !== undefined;

/** Built by buildx. */
export interface BakeRecipe extends Prepared {
  readonly do: 'bake';
  readonly source: DockerfileSource;
  /** Build arguments of the Dockerfile that makes `image`. */
  readonly arguments: Readonly<Record<string, string>>;
  /** Build arguments of the rendered stages, where a custom Dockerfile makes `image`. */
  readonly packagesArguments: Readonly<Record<string, string>>;
  /** Distributions of the base that are removed, because another version is installed. */
  readonly replaced: readonly string[];
  /** Distributions that were asked for, not only needed by another one (PEP 376's REQUESTED). */
  readonly requested: readonly string[];
  /** Sdists that are built on the build machine's own architecture for all platforms. */
  readonly native: readonly NativeBuild[];
  /** Wheels that an earlier build compiled. */
  readonly restored: readonly RestoredFile[];
  /**
   * Layers of the image from its base up: normalized names of what is in each, and the time of its files in seconds since
   * the epoch. Absent for one.
   */
  readonly layers?: readonly { readonly names: readonly string[]; readonly time: number }[];
}

/** Puts the layers of the published image onto the base of today. */
export interface RebaseRecipe extends Prepared {
  readonly do: 'rebase';
  readonly place: Place;
}

export type Recipe = BakeRecipe | RebaseRecipe;

/** An sdist that is built on the build machine's own architecture. */
export interface NativeBuild {
  readonly name: string;
  readonly version: string;
  readonly sdist: Artifact;
  /** Every platform where its wheel turned out to be pure Python, else the build machine's own. */
  readonly serves: readonly Platform[];
}

type Wheels = Pick<BakeRecipe, 'native' | 'restored'>;

/** Releases that are compiled on a platform itself: those without a wheel that the build machine does not build. */
export function compiledOnTarget(
  platform: PlatformRequirements,
  { native, restored }: Wheels,
): PlatformRequirements['requirements'] {
  const served = new Set(
    [...native, ...restored].filter((one) => one.serves.includes(platform.platform)).map(releaseOf),
  );
  return platform.requirements.filter((one) => one.kind === 'compile' && !served.has(releaseOf(one)));
}

export const restoredFor = (platform: Platform, restored: readonly RestoredFile[]): readonly RestoredFile[] =>
  restored.filter(({ serves }) => serves.includes(platform));

const releaseOf = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `${name} ${version}`;

/** Whether all platforms install the same files at the same places, so that none compiles or has its own wheels. */
export function installsTheSame(locked: Pick<BakeRecipe, 'requirements'> & Wheels): boolean {
  const { requirements, native, restored } = locked;
  const lists = requirements.map((one) => JSON.stringify([one.requirements, one.links]));
  const once = [...native, ...restored].every((one) => one.serves.length === requirements.length);
  return (
    new Set(lists).size === 1 &&
    once &&
    requirements.every((one) => compiledOnTarget(one, locked).length === 0)
  );
}
