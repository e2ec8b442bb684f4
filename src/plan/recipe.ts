/** The plan: everything that decides what an image holds, JSON-safe, so that it can be printed and can cross jobs. */
import type { Tags } from './tags.ts';
import type { Starts } from '../dockerfile/starts.ts';
import type { Artifact, Lock, PlatformRequirements } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest, Repository } from '../names/reference.ts';
import type { KeptWheel } from '../wheel-cache/wheel.ts';

/** An image that is built on: its reference as written, and what that meant when the plan was made. */
export interface BaseImage {
  readonly reference: string;
  readonly digest: Digest;
}

/** How an image is made. */
export type Recipe =
  | { readonly kind: 'rendered'; readonly dockerfile: string }
  | {
      readonly kind: 'own';
      /** Path of the user's Dockerfile and of the folder that it is built from. */
      readonly path: string;
      readonly context: string;
      /** What its FROMs mean today: reference as written to the image by digest. */
      readonly pins: Readonly<Record<string, string>>;
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
  /** What an own Dockerfile's image starts; a rendered one's Python stands on PATH. */
  readonly starts: Starts | null;
  /** The image's CMD, where it was asked for: its program must be there. */
  readonly cmd: readonly string[] | null;
  /** Lines of `verify_skip`. */
  readonly skip: readonly string[];
}

export interface Image {
  /** Every place that it goes to. */
  readonly repositories: readonly [Repository, ...Repository[]];
  readonly tags: Tags;
  readonly platforms: readonly Platform[];
  readonly recipe: Recipe;
  readonly bases: { readonly publish: BaseImage; readonly build: string };
  /** Build arguments of the Dockerfile that makes `image`. */
  readonly arguments: Readonly<Record<string, string>>;
  /** Build arguments of the rendered stages, where the user's own Dockerfile makes `image`. */
  readonly packagesArguments: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly checks: Checks;
  /** Whether the checks are given variables, as a secret with the id `verify_env`. */
  readonly checksHaveVariables: boolean;
  readonly lock?: Lock;
  /** What each platform installs; empty where nothing is locked. */
  readonly requirements: readonly PlatformRequirements[];
  /** Distributions of the base that go, because another version is installed. */
  readonly replaced: readonly string[];
  /** Distributions that were asked for, not only needed by another one (PEP 376's REQUESTED). */
  readonly requested: readonly string[];
  /** What is built on the build machine's own architecture for all. */
  readonly native: readonly NativeBuild[];
  /** What an earlier build compiled. */
  readonly kept: readonly KeptWheel[];
  /** Seconds since the epoch that every installed file carries, and the image as its time. */
  readonly sourceDateEpoch?: number;
}

/** An sdist that is built on the build machine's own architecture. */
export interface NativeBuild {
  readonly name: string;
  readonly version: string;
  readonly sdist: Artifact;
  /** Every platform where its wheel turned out to be pure Python, else the build machine's own. */
  readonly serves: readonly Platform[];
}

export interface Plan {
  /** Parents first. */
  readonly images: readonly Image[];
}
