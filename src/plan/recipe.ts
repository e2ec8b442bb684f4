/** What was prepared for an image, once all is known that it is made of: JSON-safe, so that a dry run can print it. */
import type { Starts } from '../dockerfile/starts.ts';
import type { Artifact, Lock, PlatformRequirements } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import type { KeptWheel } from '../wheel-cache/wheel.ts';
import type { Image, ImageId, Place } from './image.ts';

/** An image that is built on: its reference as written, and what that meant when the plan was made. */
export interface BaseImage {
  readonly reference: string;
  readonly digest: Digest;
}

/** The same where it is not known yet what the reference will mean: the image is built in this run. */
export interface NamedBase {
  readonly reference: string;
  readonly digest?: Digest;
}

/** What makes the image. */
export type DockerfileSource =
  | { readonly kind: 'rendered'; readonly dockerfile: string }
  | {
      readonly kind: 'custom';
      /** Path of the Dockerfile and of the folder that it is built from. */
      readonly path: string;
      readonly context: string;
      /** What its FROMs mean today: reference as written to the image by digest. */
      readonly pins: Readonly<Record<string, string>>;
      /** References that stand for images which are built in the same run. */
      readonly parents: Readonly<Record<string, ImageId>>;
      /** Renders the `packages` context, where the Dockerfile takes it. */
      readonly packages?: string;
    };

/** What `verify.py` is asked to look at. */
export interface Checks {
  readonly python: string;
  readonly distribution: string;
  readonly version: string;
  readonly extras: readonly string[];
  /** Distributions that must be installed; empty where nothing was locked. */
  readonly requirements: readonly string[];
  readonly scripts: boolean;
  readonly verify_command: string | null;
  /** The Python to run the checks with, by its path; found in the image where it is not named. */
  readonly verify_python: string | null;
  /** What a custom Dockerfile's image starts; a rendered one's Python stands on PATH. */
  readonly starts: Starts | null;
  /** The image's CMD, where it was asked for: its program must be there. */
  readonly cmd: readonly string[] | null;
  /** Lines of `verify_skip`. */
  readonly skip: readonly string[];
}

/** What an image's own configuration, its index and its checks say, however it is made. */
interface Prepared {
  readonly image: Image;
  readonly bases: { readonly publish: BaseImage; readonly build: string };
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly checks: Checks;
  /** Whether the checks are given variables, as a secret with the id `verify_env`. */
  readonly checksHaveVariables: boolean;
  /** Seconds since the epoch that every installed file carries, and the image as its time. */
  readonly sourceDateEpoch?: number;
  readonly lock?: Lock;
  /** What each platform installs; empty where nothing is locked. */
  readonly requirements: readonly PlatformRequirements[];
}

/** Built by buildx. */
export interface BakeRecipe extends Prepared {
  readonly do: 'bake';
  readonly source: DockerfileSource;
  /** Build arguments of the Dockerfile that makes `image`. */
  readonly arguments: Readonly<Record<string, string>>;
  /** Build arguments of the rendered stages, where a custom Dockerfile makes `image`. */
  readonly packagesArguments: Readonly<Record<string, string>>;
  /** Distributions of the base that go, because another version is installed. */
  readonly replaced: readonly string[];
  /** Distributions that were asked for, not only needed by another one (PEP 376's REQUESTED). */
  readonly requested: readonly string[];
  /** What is built on the build machine's own architecture for all. */
  readonly native: readonly NativeBuild[];
  /** What an earlier build compiled. */
  readonly restored: readonly KeptWheel[];
}

/** The layer of the image that is there, put onto the base of today. */
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

/** What is compiled for a platform by itself: all that has no wheel, but for what is built for it on the build machine. */
export function compiledOnTarget(
  platform: PlatformRequirements,
  { native, restored }: Wheels,
): PlatformRequirements['requirements'] {
  const served = new Set(
    [...native, ...restored].filter((one) => one.serves.includes(platform.platform)).map(releaseOf),
  );
  return platform.requirements.filter((one) => one.kind === 'compile' && !served.has(releaseOf(one)));
}

/** The wheels that a platform takes because they were compiled before. */
export const restoredFor = (platform: Platform, restored: readonly KeptWheel[]): readonly KeptWheel[] =>
  restored.filter(({ serves }) => serves.includes(platform));

const releaseOf = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `${name} ${version}`;

/** Whether every platform installs the same files at the same places: none has wheels of its own, or compiles on itself. */
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
