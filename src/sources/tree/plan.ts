/** The plan of a tree of Dockerfiles: an image of each, those that others stand on first. */
import { posix } from 'node:path';
import { defined } from '../../defined.ts';
import { argumentNames } from '../../dockerfile/scope.ts';
import { readInstructions } from '../../dockerfile/instructions.ts';
import { Failure, type Problem } from '../../errors.ts';
import type { TreeInputs } from '../../inputs/tree.ts';
import { type Repository, repositoryText, type Tag } from '../../names/reference.ts';
import { shown } from '../../names/shown.ts';
import { type Image, type ImageId, imageIds } from '../../plan/image.ts';
import type { Plan } from '../../plan/plan.ts';
import { type Policy, pushes } from '../../plan/policy.ts';
import type { HostedEvent, World } from '../../ports.ts';
import { branchesOf, changedPaths, gitRef, type GitRef, remoteBranches } from '../git.ts';
import { tagOfBranch, tagOfRef } from './branch.ts';
import { changedFiles, imagesToBuild, reasonText } from './changed.ts';
import { dockerfilesOf, fromWorkspace, imagesFile, namesMatching, readSmall, treeRoot } from './files.ts';
import { type LinkedImage, linkImages } from './graph.ts';
import { nameImages, type TreeImage } from './name-images.ts';
import { pinArguments, type PinFile, readPins } from './pins.ts';

/** All of a tree: each image, and what it stands on. */
interface Tree {
  /** Parents first. */
  readonly images: readonly TreeNode[];
  /** Paths of images.yml and of the file of pins, where they are there. */
  readonly imagesPath?: string;
  readonly pinsPath?: string;
  readonly notes: readonly string[];
}

interface TreeNode extends TreeImage {
  readonly linked: LinkedImage;
  /** Of the Dockerfile. */
  readonly text: string;
}

/** The tags that all images of a run have, and where those may be that it does not make. */
interface TreeTags {
  readonly exact: Tag;
  readonly aliases: readonly Tag[];
  /** Tags under which another run may have published what this one stands on, the best first. */
  readonly published: readonly Tag[];
}

type TreeWorld = Pick<World, 'files' | 'run'>;

/** @throws Failure with all that is wrong with the tree. @param note told what is worth knowing. */
export async function treePlan(
  world: TreeWorld,
  inputs: TreeInputs,
  policy: Policy,
  event: HostedEvent | undefined,
  note: (text: string) => void,
): Promise<Plan> {
  const tree = await readTree(world, inputs);
  tree.notes.forEach(note);
  const tags = await tagsOf(world, inputs, event);
  const selected = await select(world, tree, inputs, event, policy, note);
  const made = tree.images.filter(({ name }) => selected.get(name) === undefined);
  const ids = new Map(imageIds(made.map(({ name }) => name)).map((id, at) => [made[at]!.name, id]));
  const texts = await testTexts(world, made);
  return {
    policy,
    images: made.map((node) => imageOf(node, inputs, tags, ids, texts.get(node.name))),
    skipped: tree.images.flatMap(({ name }) => {
      const because = selected.get(name);
      if (because === undefined) return [];
      const [repository] = repositoriesOf(inputs, name);
      // No image of the plan has this id: it may have the same name.
      return [
        { id: `${name}-skipped` as ImageId, subject: { kind: 'dockerfile', name }, repository, because },
      ];
    }),
  };
}

/** Reads the folder, what images.yml and pins say, and what the Dockerfiles stand on. */
async function readTree(
  { files }: TreeWorld,
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
    images: graph.images.map((linked) => ({
      ...byName.get(linked.name)!,
      linked,
      text: texts.get(linked.name)!,
    })),
    notes: graph.notes,
    ...defined({ imagesPath: file.there ? file.path : undefined, pinsPath: pins.path }),
  };
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
  const problems = file.messages.map((message): Problem => ({
    station: 'input',
    about: path,
    message: `${path}, ${message}`,
  }));
  return { file, path, problems };
}

/** @throws Failure where nothing names a tag. */
async function tagsOf(
  world: TreeWorld,
  { tags, defaultBranch }: TreeInputs,
  event: HostedEvent | undefined,
): Promise<TreeTags> {
  const branches = await branchesOf(world);
  const others = [...branches, ...(event?.defaultBranch === undefined ? [] : [event.defaultBranch])];
  const usual = tagOfBranch(defaultBranch, others);
  const [given, ...aliases] = tags;
  if (given !== undefined) return { exact: given, aliases, published: [...new Set([given, usual])] };
  const ref = await gitRef(world, event);
  if (ref === undefined)
    throw wrong(
      'tags',
      'tags: nothing names a tag, since Git is at no branch, tag or pull request here. Give one.',
    );
  const exact = tagOfRef(ref, [...others, ...(await rivalsOf(world, ref))]);
  if (!exact.ok) throw wrong('tags', exact.message);
  return { exact: exact.value, aliases: [], published: [...new Set([exact.value, usual])] };
}

/** Branches of the remote that this clone may lack, where the name of the own one must change to be a tag. */
async function rivalsOf(world: TreeWorld, { ref }: GitRef): Promise<string[]> {
  const [, branch] = /^refs\/heads\/(.+)$/s.exec(ref) ?? [];
  return branch === undefined || String(tagOfBranch(branch, [])) === branch ? [] : remoteBranches(world);
}

/** Why an image is left out, by its name; those that are made have no entry. */
async function select(
  world: TreeWorld,
  tree: Tree,
  inputs: TreeInputs,
  event: HostedEvent | undefined,
  policy: Policy,
  note: (text: string) => void,
): Promise<Map<string, string>> {
  const left = new Map<string, string>();
  const leave = (names: ReadonlySet<string>, because: string): void => {
    for (const { name } of tree.images) if (!names.has(name) && !left.has(name)) left.set(name, because);
  };
  if (inputs.images.length > 0)
    leave(
      namesMatching(
        tree.images.map(({ name }) => name),
        inputs.images,
      ),
      'it was not asked for',
    );
  if (inputs.changed !== undefined) {
    const change = await changedPaths(world, inputs.changed, event);
    if (change.kind === 'everything') note(`all images count as changed: ${change.because}`);
    else {
      const more = [tree.imagesPath, tree.pinsPath].filter((path) => path !== undefined);
      const byImage = await Promise.all(
        tree.images.map(async ({ name, linked, text, target, test, platforms }) => {
          const own = [
            ...more,
            ...(target === undefined ? [] : [target]),
            ...(test === undefined ? [] : [test]),
          ];
          const image = { ...linked, text, platforms: platforms ?? inputs.platforms, more: own };
          return [name, await changedFiles(world.files, image, change.paths)] as const;
        }),
      );
      const built = imagesToBuild(
        tree.images.map(({ linked }) => linked),
        { kind: 'files', byImage: Object.fromEntries(byImage) },
      );
      for (const { name, reasons } of built) note(`${name}: ${reasons.map(reasonText).join('; ')}`);
      leave(
        new Set(built.map(({ name }) => name)),
        'none of its files changed, and nothing that it stands on',
      );
    }
  }
  // Without a registry there is nothing to stand on but what is made here.
  if (!pushes(policy)) for (const { name } of tree.images) if (isNeeded(tree, left, name)) left.delete(name);
  return left;
}

/** Whether an image that is made stands on this one. */
function isNeeded(tree: Tree, left: ReadonlyMap<string, string>, name: string): boolean {
  return tree.images.some(
    ({ name: child, linked }) =>
      Object.values(linked.parents).includes(name) && (!left.has(child) || isNeeded(tree, left, child)),
  );
}

const repositoriesOf = (
  { repositories }: Pick<TreeInputs, 'repositories'>,
  name: string,
): [Repository, ...Repository[]] => {
  const [first, ...rest] = repositories.map((prefix) => ({ ...prefix, name: `${prefix.name}/${name}` }));
  return [first!, ...rest];
};

/** Texts of the tests that stand beside Dockerfiles, by the image's name. */
const testTexts = async ({ files }: TreeWorld, nodes: readonly TreeNode[]): Promise<Map<string, string>> =>
  new Map(
    await Promise.all(
      nodes
        .filter(({ test }) => test !== undefined)
        .map(async ({ name, test }) => [name, (await files.read(test!)) ?? ''] as const),
    ),
  );

function imageOf(
  { name, linked, platforms, tags: more, verifyCommand }: TreeNode,
  inputs: TreeInputs,
  tags: TreeTags,
  ids: ReadonlyMap<string, ImageId>,
  test: string | undefined,
): Image {
  const parents = Object.entries(linked.parents);
  const made = parents.flatMap(([reference, parent]) => {
    const id = ids.get(parent);
    return id === undefined ? [] : [[reference, id] as const];
  });
  const published = parents
    .filter(([, parent]) => !ids.has(parent))
    .map(([reference, parent]) => {
      const [repository] = repositoriesOf(inputs, parent);
      return [reference, tags.published.map((tag) => `${repositoryText(repository)}:${tag}`)] as const;
    });
  return {
    id: ids.get(name)!,
    parents: [...new Set(made.map(([, id]) => id))],
    subject: { kind: 'dockerfile', name },
    repositories: repositoriesOf(inputs, name),
    tags: {
      exact: tags.exact,
      aliases: [...new Set([...tags.aliases, ...more])].filter((tag) => tag !== tags.exact),
    },
    platforms: platforms ?? inputs.platforms,
    content: {
      kind: 'dockerfile',
      path: linked.path,
      context: linked.context,
      arguments: linked.arguments,
      parents: Object.fromEntries(made),
      ...(published.length === 0 ? {} : { published: Object.fromEntries(published) }),
      ...(Object.keys(linked.triggers).length === 0 ? {} : { triggers: linked.triggers }),
    },
    checks: {
      extras: [],
      skip: inputs.verifySkip,
      tools: `${inputs.baseRegistry}/python:3.13-alpine`,
      ...defined({ command: verifyCommand ?? inputs.verifyCommand, test }),
    },
    labels: {},
    given: { labels: inputs.labels, annotations: inputs.annotations },
  };
}

const wrong = (about: string, message: string): Failure =>
  new Failure([{ station: 'input', about, message }]);
