/** Reads a whole tree: its Dockerfiles, what images.yml and pins say of them, and what they stand on. */
import { posix } from 'node:path';
import { defined } from '../../defined.ts';
import { argumentNames } from '../../dockerfile/scope.ts';
import { readInstructions } from '../../dockerfile/instructions.ts';
import { Failure, type Problem } from '../../errors.ts';
import type { TreeInputs } from '../../inputs/tree.ts';
import { nearest } from '../../names/nearest.ts';
import { repositoryText } from '../../names/reference.ts';
import { shown } from '../../names/shown.ts';
import type { World } from '../../ports.ts';
import { dockerfilesOf, fromWorkspace, imagesFile, treeRoot } from './files.ts';
import { type LinkedImage, linkImages } from './graph.ts';
import { nameImages, type TreeImage } from './name-images.ts';
import { readSmall } from '../small-file.ts';
import { pinArguments, type PinFile, pinProblems, readPins } from './pins.ts';

/** All of a tree: each image, and what it stands on. */
export interface Tree {
  /** Its folder, from the workspace. */
  readonly root: string;
  /** Parents first. */
  readonly images: readonly TreeNode[];
  /** Paths of images.yml and of the file of pins, where they are there. */
  readonly imagesPath?: string;
  readonly pinsPath?: string;
  readonly pins?: PinFile;
  readonly notes: readonly string[];
}

export interface TreeNode extends TreeImage {
  readonly linked: LinkedImage;
  /** Of the Dockerfile. */
  readonly text: string;
}

/** Reads the folder, what images.yml and pins say, and what the Dockerfiles stand on. */
export async function readTree(
  { files }: Pick<World, 'files'>,
  inputs: Pick<
    TreeInputs,
    'path' | 'context' | 'exclude' | 'pins' | 'buildArgs' | 'repositories' | 'platforms'
  >,
): Promise<Tree> {
  const root = await treeRoot(files, inputs.path);
  const [file, pins] = await Promise.all([imagesFile(files, root), pinFile(files, root, inputs.pins)]);
  const context = inputs.context === undefined ? undefined : fromWorkspace(files, inputs.context);
  const found = await dockerfilesOf(files, root, file, { exclude: inputs.exclude, ...defined({ context }) });
  const { images, problems } = nameImages(found, file);
  const all = [...file.problems, ...pins.problems, ...problems, ...(await absentContexts(files, images))];
  if (all.length > 0) throw new Failure(all);
  const texts = new Map(
    await Promise.all(
      images.map(async ({ name, dockerfile }) => [name, (await files.read(dockerfile)) ?? ''] as const),
    ),
  );
  const undeclared = images.flatMap((image) => undeclaredArguments(image, texts.get(image.name)!, file.path));
  if (undeclared.length > 0) throw new Failure(undeclared);
  const graph = linkImages({
    images: images.map((image) => {
      const text = texts.get(image.name)!;
      return { ...image, text, arguments: argumentsOf(image, text, pins.file, inputs.buildArgs) };
    }),
    prefixes: inputs.repositories.map(repositoryText),
    external: file.external,
    platforms: inputs.platforms,
  });
  if (graph.problems.length > 0) throw new Failure(graph.problems);
  const byName = new Map(images.map((image) => [image.name, image]));
  return {
    root,
    images: graph.images.map((linked) => ({
      ...byName.get(linked.name)!,
      linked,
      text: texts.get(linked.name)!,
    })),
    notes: [...(await overlooked(files, root, file.there, images)), ...graph.notes],
    ...defined({ imagesPath: file.there ? file.path : undefined, pinsPath: pins.path, pins: pins.file }),
  };
}

/** Arguments of a row that the Dockerfile has no ARG for: they would do nothing but build it again. */
function undeclaredArguments(
  { name, dockerfile, arguments: given }: TreeImage,
  text: string,
  path: string,
): Problem[] {
  const declared = argumentNames(readInstructions(text));
  return Object.keys(given)
    .filter((argument) => !declared.includes(argument))
    .map((argument) => {
      const near = nearest(argument, declared);
      const way = near === undefined ? 'Add the ARG, or leave it out.' : `Did you mean "${near}"?`;
      return {
        station: 'input',
        about: path,
        message: `${path}: ${dockerfile}, of the image "${name}", has no ARG ${argument}. ${way}`,
      };
    });
}

/** Notes about what is nearly what is read, and is not. */
async function overlooked(
  files: Pick<World['files'], 'stat'>,
  root: string,
  hasImagesFile: boolean,
  images: readonly TreeImage[],
): Promise<string[]> {
  const isAt = async (path: string, kind: 'file' | 'folder'): Promise<boolean> =>
    (await files.stat(path))?.kind === kind;
  const yaml = posix.join(root, 'images.yaml');
  const tests = images.flatMap(({ dockerfile, test }) =>
    test === undefined ? [posix.join(posix.dirname(dockerfile), 'test.sh')] : [],
  );
  const folders = await Promise.all(tests.map(async (path) => ((await isAt(path, 'folder')) ? [path] : [])));
  return [
    ...(!hasImagesFile && (await isAt(yaml, 'file')) ? [`${yaml} is not read: call it images.yml`] : []),
    ...new Set(folders.flat().map((path) => `${path} is a folder, and not a test that can be run`)),
  ];
}

/** Contexts that are no folders. */
async function absentContexts(
  files: Pick<World['files'], 'stat'>,
  images: readonly TreeImage[],
): Promise<Problem[]> {
  const found = await Promise.all(images.map(async ({ context }) => (await files.stat(context))?.kind));
  return images.flatMap(({ name, context }, at): Problem[] =>
    found[at] === 'folder'
      ? []
      : [
          {
            station: 'input',
            about: 'context',
            message: `There is no folder ${shown(context)}, which the image "${name}" is to be built from: mend its row in images.yml, or the input context.`,
          },
        ],
  );
}

/** Those that the Dockerfile declares: another one would change its fingerprint and nothing else. */
function argumentsOf(
  image: TreeImage,
  text: string,
  pins: PinFile | undefined,
  given: TreeInputs['buildArgs'],
): Record<string, string> {
  const declared = new Set(argumentNames(readInstructions(text)));
  return {
    ...(pins === undefined ? {} : pinArguments(pins, text)),
    ...Object.fromEntries(Object.entries(given).filter(([name]) => declared.has(name))),
    ...image.arguments,
  };
}

const usualPins = 'digests.env';

async function pinFile(
  files: World['files'],
  root: string,
  given: string | undefined,
): Promise<{ readonly file?: PinFile; readonly path?: string; readonly problems: readonly Problem[] }> {
  const path = given ?? posix.join(root, usualPins);
  const text = await readSmall(files, path);
  if (text === undefined)
    return {
      problems:
        given === undefined ? [] : wrong('pins', `There is no file ${shown(given)} of pins.`).problems,
    };
  const file = readPins(text);
  return { file, path, problems: pinProblems(path, file) };
}

const wrong = (about: string, message: string): Failure =>
  new Failure([{ station: 'input', about, message }]);
