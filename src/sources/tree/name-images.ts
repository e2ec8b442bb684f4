/** Gives each Dockerfile of a tree its name, and what a row of images.yml says of it. */
import { posix } from 'node:path';
import { defined } from '../../defined.ts';
import type { Problem } from '../../errors.ts';
import { nearest } from '../../names/nearest.ts';
import { shown } from '../../names/shown.ts';
import { parseReference } from '../../registry/reference.ts';
import type { FoundDockerfile } from './find.ts';
import type { ImageRow, ImageSettings, ImagesFile } from './images.ts';

/** An image of the tree. Paths are from the workspace. */
export interface TreeImage extends ImageSettings {
  readonly name: string;
  readonly dockerfile: string;
  /** The file that the Dockerfile is a link to. */
  readonly target?: string;
  readonly context: string;
  /** A `test.sh` beside the Dockerfile. */
  readonly test?: string;
}

export interface NamedImages {
  readonly images: readonly TreeImage[];
  readonly problems: readonly Problem[];
}

/**
 * Joins Dockerfiles and rows. A row with `dockerfile` makes an image of that file, in place of the one that follows from
 * its path; two such rows make two images of one file. A row with `name` alone belongs to the image of that name.
 */
export function nameImages(found: readonly FoundDockerfile[], file: ImagesFile): NamedImages {
  const problems: Problem[] = [];
  const say = (line: number, message: string): void =>
    void problems.push({ station: 'input', about: file.path, message: `${file.path}:${line}: ${message}` });
  const images: TreeImage[] = [];
  const claimed = new Set(file.rows.flatMap(({ dockerfile }) => dockerfile ?? []));
  const rowsByName = new Map<string, ImageRow>();

  for (const row of file.rows) {
    if (row.dockerfile === undefined) {
      const same = rowsByName.get(row.name!);
      if (same !== undefined)
        say(row.line, `image ${shown(row.name!)} has a row in line ${same.line} already: join them.`);
      rowsByName.set(row.name!, row);
      continue;
    }
    const dockerfile = found.find(({ path }) => path === row.dockerfile);
    const name = row.name ?? dockerfile?.name;
    if (dockerfile === undefined) say(row.line, `there is no file ${shown(row.dockerfile)}.`);
    else if (name === undefined) problems.push(nameless(dockerfile, file.path));
    else images.push(imageOf(name, dockerfile, row));
  }
  for (const dockerfile of found) {
    if (claimed.has(dockerfile.path)) continue;
    if (dockerfile.name === undefined) problems.push(nameless(dockerfile, file.path));
    else images.push(imageOf(dockerfile.name, dockerfile, rowsByName.get(dockerfile.name)));
  }
  const names = images.map(({ name }) => name);
  for (const [name, { line }] of rowsByName) {
    if (names.includes(name)) continue;
    const near = nearest(name, names);
    say(
      line,
      `no Dockerfile makes the image ${shown(name)}.${near === undefined ? '' : ` Did you mean "${near}"?`} A row with "dockerfile" says which file makes it.`,
    );
  }
  return {
    images,
    problems: [
      ...problems,
      ...wrongNames(images, file.path),
      ...sameNames(images, file.path),
      ...sameReferences(images, file.path),
    ],
  };
}

function imageOf(name: string, found: FoundDockerfile, row: ImageRow | undefined): TreeImage {
  return {
    name,
    dockerfile: found.path,
    context: row?.context ?? found.context,
    references: row?.references ?? [],
    arguments: row?.arguments ?? {},
    exports: row?.exports ?? [],
    tags: row?.tags ?? [],
    ...defined({
      target: found.target,
      test: found.test,
      verifyCommand: row?.verifyCommand,
      platforms: row?.platforms,
    }),
  };
}

const nameless = ({ path }: FoundDockerfile, file: string): Problem => ({
  station: 'input',
  about: path,
  message: `${shown(path)} has no folder that names its image. A row in ${file} names it: ${rowText(path, 'NAME', file)}.`,
});

const rowText = (path: string, name: string, file: string): string =>
  `- {name: ${name}, dockerfile: ${posix.relative(posix.dirname(file), path)}}`;

function wrongNames(images: readonly TreeImage[], file: string): Problem[] {
  return images.flatMap(({ name, dockerfile }) => {
    const result = parseReference(`registry.invalid/${name}`);
    if (result.ok && result.value.repository.name === name) return [];
    return [
      {
        station: 'input',
        about: dockerfile,
        message: `The image of ${shown(dockerfile)} would be called ${shown(name)}, which no repository can be: a name is lower-case letters and digits, joined by ".", "_", "__" or "-". A row in ${file} gives it another: ${rowText(dockerfile, validName(name), file)}.`,
      },
    ];
  });
}

const validName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'NAME';

function sameNames(images: readonly TreeImage[], file: string): Problem[] {
  return groupsOf(images, ({ name }) => [name]).map(([name, same]) => {
    const paths = same.map(({ dockerfile }) => shown(dockerfile)).join(' and ');
    const rows = same
      .slice(1)
      .map(({ dockerfile }) => rowText(dockerfile, longName(name, dockerfile), file))
      .join(', ');
    return {
      station: 'input',
      about: file,
      message: `${paths} would both make the image ${shown(name)}. A row in ${file} gives one another name: ${rows}. What is no image can be excluded.`,
    };
  });
}

/** The name with the folders of its file in front. */
function longName(name: string, dockerfile: string): string {
  const folders = posix.dirname(dockerfile).split('/');
  const long = validName([...folders, ...(folders.at(-1) === name ? [] : [name])].join('-'));
  return long === name ? `${name}-2` : long;
}

function sameReferences(images: readonly TreeImage[], file: string): Problem[] {
  return groupsOf(images, ({ references }) => references).map(([reference, same]) => ({
    station: 'input',
    about: file,
    message: `${file}: ${shown(reference)} is the image of ${same.map(({ name }) => shown(name)).join(' and of ')}. Only one row can have it.`,
  }));
}

/** Those that share a key with another. */
function groupsOf(
  images: readonly TreeImage[],
  keysOf: (image: TreeImage) => readonly string[],
): [string, TreeImage[]][] {
  const groups = new Map<string, TreeImage[]>();
  for (const image of images)
    for (const key of new Set(keysOf(image))) groups.set(key, [...(groups.get(key) ?? []), image]);
  return [...groups].filter(([, same]) => same.length > 1);
}
