/** Distributions that were built of a folder, and stand in a lock beside those of an index. */
import { join } from 'node:path';
import type { RequirementLine } from '../names/requirement.ts';
import type { Files } from '../ports.ts';
import type { Artifact, LockedPackage } from './lock.ts';

/** A file on this machine. */
export interface LocalFile {
  readonly filename: string;
  /** Hexadecimal. */
  readonly sha256: string;
  /** Absolute. */
  readonly path: string;
}

/** A distribution that was built of a folder: no index has it, or has another one of the same name. */
export interface LocalDistribution {
  /** Normalized. */
  readonly name: string;
  readonly version: string;
  /** A wheel of pure Python for all platforms, or the sdist that each compiles. */
  readonly file: LocalFile;
  /** Absolute path of a wheel with nothing but its metadata, for the resolver. */
  readonly metadata: string;
}

/**
 * Has the first line take the package's metadata from its file.
 *
 * @param folder of that file where the resolver runs.
 */
export function withLocal(
  [first, ...rest]: readonly RequirementLine[],
  local: LocalDistribution | undefined,
  folder: string,
): readonly RequirementLine[] {
  if (first === undefined) return rest;
  if (local === undefined) return [first, ...rest];
  const marker = first.marker === undefined ? '' : ` ; ${first.marker}`;
  const file = local.metadata.slice(local.metadata.lastIndexOf('/') + 1);
  return [{ ...first, line: `${first.text} @ file://${join(folder, file)}${marker}` }, ...rest];
}

const scheme = 'local:';

/** Whether a file of a lock is of no index, and found by its hash. */
export const isLocal = ({ url }: Pick<Artifact, 'url'>): boolean => url.startsWith(scheme);

/** The package of a lock that stands for the distribution. */
export function lockedLocal(
  { name, version, file }: LocalDistribution,
  marker: string | undefined,
): LockedPackage {
  const { filename, sha256 } = file;
  const artifact: Artifact = { filename, sha256, url: `${scheme}${filename}` };
  return {
    name,
    version,
    ...(marker === undefined ? {} : { marker }),
    ...(filename.endsWith('.whl') ? { wheels: [artifact] } : { wheels: [], sdist: artifact }),
  };
}

/** The text of a lock without the path of the metadata, which is another one in every run. */
export const withoutLocalPath = (text: string, { file }: LocalDistribution): string =>
  text.replace(
    /^archive = .*$/m,
    `archive = { path = "${file.filename}", hashes = { sha256 = "${file.sha256}" } }`,
  );

/** Puts the file where the stages look for it. @param folder of the context `lock`. */
export async function placeLocal(
  files: Pick<Files, 'replace' | 'bytes'>,
  folder: string,
  local: LocalDistribution | undefined,
): Promise<void> {
  if (local === undefined) return;
  const { filename, sha256, path } = local.file;
  await files.replace(join(folder, 'local', sha256, filename), files.bytes(path));
}
