/** The image that inputs ask for, once its version, base and tags are known. */
import type { PackageVersion } from '../../names/package-version.ts';
import type { Platform } from '../../names/platform.ts';
import type { PythonVersion } from '../../names/python-version.ts';
import type { Repository } from '../../names/reference.ts';
import type { Base } from './base.ts';
import type { Tags } from '../../plan/tags.ts';

/** A package of the index on an official Python image. */
export interface PackageCell {
  readonly source: 'package';
  readonly package: { readonly name: string; readonly extras: readonly string[]; readonly text: string };
  readonly version: PackageVersion;
  readonly python: PythonVersion;
  readonly base: Base;
  readonly platforms: readonly Platform[];
  readonly repositories: readonly [Repository, ...Repository[]];
  readonly tags: Tags;
}

/** Each source adds a kind of its own. */
export type Cell = PackageCell;
