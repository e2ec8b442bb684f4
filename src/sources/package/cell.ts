/** Which image is wanted. */
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

/** Joined by `project`, `connector` and `tree` as their sources come. */
export type Cell = PackageCell;
