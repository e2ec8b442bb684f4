/** A wanted image, whatever its source: JSON-safe, and known before a registry is asked. */
import type { Triggers } from '../dockerfile/stages.ts';
import type { LocalDistribution } from '../lock/local.ts';
import type { Pins } from '../lock/pins.ts';
import type { ExtraIndex } from '../names/extra-index.ts';
import type { PackageVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import type { PythonVersion } from '../names/python-version.ts';
import type { Repository } from '../names/reference.ts';
import type { Tags } from './tags.ts';

declare const brand: unique symbol;
/** Names an image within its plan, and its targets in a bake file: letters, digits, `-` and `_`. */
export type ImageId = string & { readonly [brand]: 'image' };

type Pairs = Readonly<Record<string, string>>;

/** What a report calls an image. */
export type Subject =
  | {
      readonly kind: 'package';
      /** As it was asked for, with its extras. */
      readonly name: string;
      readonly version: string;
      readonly python: string;
    }
  /** An image of a Dockerfile, whatever is in it. */
  | { readonly kind: 'dockerfile'; readonly name: string };

/** Python distributions that are installed together. */
export interface Packages {
  /** Normalized name (PEP 503) of the one that the image is for. */
  readonly distribution: string;
  /** PEP 508, before anything is resolved; the first is the one that the image is for. */
  readonly requirements: readonly string[];
  readonly python: PythonVersion;
  /** References of the base, and of an image of the same distribution that has a compiler. */
  readonly base: { readonly publish: string; readonly build: string };
  /** Packages of the base's distribution that compiling needs. */
  readonly buildPackages: readonly string[];
  /** Constraints of build requirements (PEP 508). */
  readonly buildConstraints: readonly string[];
  /** URL of the index, where it is not the public one. */
  readonly indexUrl?: string;
  /** Absent where there are none. */
  readonly extraIndexes?: readonly ExtraIndex[];
  /** The uv that resolves them: `0.9.5`; absent: the one on PATH, else the one whose hash is known here. */
  readonly uvVersion?: string;
  /** Seconds that a release of a requirement must have been on the index before it is taken. */
  readonly cooldown?: number;
  /** The one that the image is for, where it is of no index. */
  readonly local?: LocalDistribution;
  /** What the project has locked, where it has. */
  readonly pins?: Pins;
  /** What the versions are held to (PEP 508). */
  readonly constraints?: readonly string[];
  /** Versions that the image under this one has, by platform and normalized name: they are not installed again. */
  readonly present?: Readonly<Partial<Record<Platform, Readonly<Record<string, string>>>>>;
}

/** The content of an image. */
export type Content =
  | {
      readonly kind: 'packages';
      readonly packages: Packages;
      /** Packages of the base's distribution that the image needs to run. */
      readonly runtimePackages: readonly string[];
      /** The image's CMD in exec form. */
      readonly command?: readonly string[];
      /** `name`, `uid`, `name:group` or `uid:gid`. */
      readonly user?: string;
      /** Requirements are divided into several layers; absent for one. */
      readonly layers?: 'auto';
    }
  | {
      readonly kind: 'dockerfile';
      /** Path of the Dockerfile. */
      readonly path: string;
      /** This program wrote it, so that nobody can be told to change it. */
      readonly isWritten?: true;
      /** Path of the folder that it is built from. */
      readonly context: string;
      /** Build arguments. */
      readonly arguments: Pairs;
      /** Offered to it as the build context `packages`; absent where the image is not one of a Python package. */
      readonly packages?: Packages;
      /** Its own pip is offered wheels that were compiled. */
      readonly accelerate?: true;
      /** Images of the same plan that it stands on or takes files from, by the reference that it calls them. */
      readonly parents: Readonly<Record<string, ImageId>>;
      /**
       * Images of the same source that this plan does not make, by the reference that it calls them: references of where
       * they may be published, of which the first that exists is taken.
       */
      readonly published?: Readonly<Record<string, readonly string[]>>;
      /** ONBUILD instructions of the images that it stands on, by the reference that it calls them. */
      readonly triggers?: Triggers;
    };

/** The image's own ENTRYPOINT with arguments, whose standard output is judged. */
export interface WantedRun {
  readonly arguments: readonly string[];
  /** The rule for what is printed. */
  readonly expects: 'connector-spec';
}

/** Checks of the finished image. */
export interface WantedChecks {
  readonly extras: readonly string[];
  /** A shell command that must succeed. */
  readonly command?: string;
  /** A shell command that nobody asked for, run where `command` is absent: its failure is a warning. */
  readonly trial?: string;
  /** Text of a program that must succeed; run with `/bin/sh` where it has no `#!` line. */
  readonly test?: string;
  readonly runs?: readonly WantedRun[];
  /** Path of the Python to run the checks with; looked for in the image where it is not named. */
  readonly python?: string;
  /** Lines of `verify_skip`. */
  readonly skip: readonly string[];
  /**
   * Reference of an image of Alpine with Python, which looks at an image that may have neither Python nor a shell; absent
   * where the base of the image's packages does that.
   */
  readonly tools?: string;
}

/** Reference of an image of Alpine with Python. @param baseRegistry where official images are. */
export const toolsImage = (baseRegistry: string): string => `${baseRegistry}/python:3.13-alpine`;

export interface Image {
  readonly id: ImageId;
  /** Images of the same plan that must be published before this one. */
  readonly parents: readonly ImageId[];
  readonly subject: Subject;
  /** Orders images under one alias: it never moves back to an older version. Without one, an alias always follows. */
  readonly version?: PackageVersion;
  /** Repositories that it is pushed to. */
  readonly repositories: readonly [Repository, ...Repository[]];
  readonly tags: Tags;
  readonly platforms: readonly Platform[];
  /** Those of `platforms` that it is published without where they fail; never all. Absent for none. */
  readonly optional?: readonly Platform[];
  /**
   * Those of `platforms` that this run makes, where other runs make the others: it pushes them under no tag, and `merge`
   * puts all of them together. Absent where this run makes the whole image.
   */
  readonly part?: readonly Platform[];
  readonly content: Content;
  readonly checks: WantedChecks;
  /** Patterns of absolute paths in it, whose files are taken out of it; absent for none. */
  readonly exports?: readonly string[];
  /** Labels from its source; those of the user win. */
  readonly labels: Pairs;
  /** The user's own. A key of an annotation may begin with a level: `index:`, `manifest[linux/amd64]:`. */
  readonly given: { readonly labels: Pairs; readonly annotations: Pairs };
}

/** The platforms of an image that may be for fewer than others of its source: then all of its own may be optional to those. */
export function wantedPlatforms(
  platforms: readonly Platform[],
  optional: readonly Platform[],
): Pick<Image, 'platforms' | 'optional'> {
  const own = platforms.filter((platform) => optional.includes(platform));
  return own.length === 0 || own.length === platforms.length ? { platforms } : { platforms, optional: own };
}

/** The distribution that an image is for; of others, what a report calls it. */
export const nameOf = ({ content, subject }: Image): string => content.packages?.distribution ?? subject.name;

/** One repository that an image is pushed to. */
export interface Place {
  readonly image: ImageId;
  readonly repository: Repository;
}

/**
 * Suffixes of the targets that are built beside an image: `demo-verify`. Each may have `-node1` behind it, and what is
 * offered has `-offer1` before it.
 */
export const auxiliaryTargets = ['packages', 'verify', 'compiled', 'checked', 'exports'] as const;
const isAuxiliary = (id: string): boolean =>
  /-(?:node|offer)\d+$/.test(id) || auxiliaryTargets.some((part) => id.endsWith(`-${part}`));

/** Names the targets of what an image's own pip is offered. @param number from 1. */
export const offerId = (id: ImageId, number: number): ImageId => `${id}-offer${number}` as ImageId;

/** The id of an image that is the only one of its plan. */
export const onlyImage = 'image' as ImageId;

/** Makes ids of names, in their order, none of them a target of another image; a single one is `image`. */
export function imageIds(names: readonly string[]): ImageId[] {
  if (names.length === 1) return [onlyImage];
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replaceAll(/[^A-Za-z0-9_]+/g, '-').replaceAll(/^-+|-+$/g, '') || 'image';
    let id = plain;
    for (let count = 2; taken.has(id) || isAuxiliary(id); count += 1) id = `${plain}-${count}`;
    taken.add(id);
    return id as ImageId;
  });
}
