/** Reads the folder of a tree: its Dockerfiles, images.yml, and the names of its images. */
import { posix } from 'node:path';
import { Failure, type Problem } from '../../errors.ts';
import type { ChosenBy } from '../../inputs/inputs.ts';
import { nearest } from '../../names/nearest.ts';
import { shown } from '../../names/shown.ts';
import { pathPattern } from '../../observe/patterns.ts';
import type { Files } from '../../ports.ts';
import { findDockerfiles, type FoundDockerfile, type Search } from './find.ts';
import { readSmall } from '../small-file.ts';
import { type ImagesFile, readImagesFile } from './images.ts';
import { nameImages } from './name-images.ts';

/** A path from the workspace, with slashes; `.` for the workspace itself. */
export const fromWorkspace = (files: Pick<Files, 'absolute'>, path: string): string =>
  posix.relative(files.absolute('.'), files.absolute(path)) || '.';

/** The tree's folder from the workspace. @throws Failure (station `input`) where there is none. */
export async function treeRoot(files: Files, path: string): Promise<string> {
  if ((await files.stat(files.absolute(path)))?.kind !== 'folder')
    throw wrong(
      'path',
      `There is no folder ${shown(path)}. The input path is the folder with the Dockerfiles.`,
    );
  return fromWorkspace(files, path);
}

/** `there` says whether there is such a file. */
export async function imagesFile(
  files: Files,
  root: string,
): Promise<ImagesFile & { readonly there: boolean }> {
  const path = posix.join(root, 'images.yml');
  const text = await readSmall(files, path);
  return { ...readImagesFile(text ?? '', path), there: text !== undefined };
}

export const dockerfilesOf = (
  files: Files,
  root: string,
  { rows }: ImagesFile,
  search: Pick<Search, 'exclude' | 'context'>,
): Promise<FoundDockerfile[]> =>
  findDockerfiles(files, { ...search, root, named: rows.flatMap(({ dockerfile }) => dockerfile ?? []) });

/** Names of all images, without a look at what they stand on. @throws Failure with all that is wrong with them. */
export async function treeNames(
  files: Files,
  { path, exclude }: { readonly path: string; readonly exclude: readonly string[] },
): Promise<string[]> {
  const root = await treeRoot(files, path);
  const file = await imagesFile(files, root);
  const { images, problems } = nameImages(await dockerfilesOf(files, root, file, { exclude }), file);
  const all = [...file.problems, ...problems];
  if (all.length > 0) throw new Failure(all);
  return images.map(({ name }) => name);
}

/** @throws Failure where a name or a pattern is of no image. */
export function namesMatching(
  names: readonly string[],
  wanted: readonly string[],
  { about, word }: ChosenBy = { about: 'images', word: 'images' },
): ReadonlySet<string> {
  const problems: Problem[] = [];
  const found = wanted.flatMap((pattern) => {
    const matches = names.filter(pathPattern(pattern));
    if (matches.length === 0) {
      const near = nearest(pattern, names);
      const way = near === undefined ? `There are ${names.join(', ')}.` : `Did you mean "${near}"?`;
      problems.push({
        station: 'input',
        about,
        message: `${word}: the tree has no image ${shown(pattern)}. ${way}`,
      });
    }
    return matches;
  });
  if (problems.length > 0) throw new Failure(problems);
  return new Set(found);
}

const wrong = (about: string, message: string): Failure =>
  new Failure([{ station: 'input', about, message }]);
