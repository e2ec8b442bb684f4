/** The plan of a tree of Dockerfiles: an image of each, those that others stand on first. */
import { defined } from '../../defined.ts';
import { Failure } from '../../errors.ts';
import type { TreeInputs } from '../../inputs/tree.ts';
import { type Digest, type Repository, repositoryText, type Tag } from '../../names/reference.ts';
import { type Image, type ImageId, imageIds, toolsImage, wantedPlatforms } from '../../plan/image.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Policy } from '../../plan/policy.ts';
import type { HostedEvent, World } from '../../ports.ts';
import { branchesOf, type Git, gitIn, gitRef, type GitRef, remoteBranches } from '../git.ts';
import { tagOfBranch, tagOfRef } from './branch.ts';
import { movedNotes, type MovedQuestion } from './moved.ts';
import { selectImages } from './select.ts';
import { readTree, type Tree, type TreeNode } from './tree.ts';

/** The tags that all images of a run have, and where those may be that it does not make. */
interface TreeTags {
  readonly exact: Tag;
  readonly aliases: readonly Tag[];
  /** Tags under which another run may have published what this one stands on, the best first. */
  readonly published: readonly Tag[];
}

type TreeWorld = Pick<World, 'files' | 'run'>;

/**
 * @throws Failure with all that is wrong with the tree.
 *
 * @param note told what is worth knowing. @param today digest of an image with a tag; undefined where nobody answers.
 */
export async function treePlan(
  world: TreeWorld,
  inputs: TreeInputs,
  policy: Policy,
  event: HostedEvent | undefined,
  note: (text: string) => void,
  today: (image: string) => Promise<Digest | undefined>,
): Promise<Plan> {
  const tree = await readTree(world, inputs);
  tree.notes.forEach(note);
  const git = gitIn(world, tree.root);
  const tags = await tagsOf(git, inputs, event);
  const selected = await selectImages({ ...world, git }, tree, inputs, event, policy, note);
  const made = tree.images.filter(({ name }) => selected.get(name) === undefined);
  const ids = new Map(imageIds(made.map(({ name }) => name)).map((id, at) => [made[at]!.name, id]));
  const texts = await testTexts(world, made);
  (await movedNotes(movedQuestion(tree, made, inputs), today)).forEach(note);
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

const movedQuestion = (
  { pins, pinsPath }: Tree,
  images: readonly TreeNode[],
  inputs: TreeInputs,
): MovedQuestion => ({
  images,
  platforms: inputs.platforms,
  command: `python-image-builder pins --path ${inputs.path}${inputs.pins === undefined ? '' : ` --pins ${inputs.pins}`} --update`,
  ...(pins === undefined || pinsPath === undefined ? {} : { pins: { path: pinsPath, file: pins } }),
});

/** @throws Failure where nothing names a tag. */
async function tagsOf(
  git: Git,
  { tags, defaultBranch }: TreeInputs,
  event: HostedEvent | undefined,
): Promise<TreeTags> {
  const branches = await branchesOf(git);
  const others = [...branches, ...(event?.defaultBranch === undefined ? [] : [event.defaultBranch])];
  const usual = tagOfBranch(defaultBranch, others);
  const [given, ...aliases] = tags;
  if (given !== undefined) return { exact: given, aliases, published: [...new Set([given, usual])] };
  const ref = await gitRef(git, event);
  if (ref === undefined)
    throw wrong(
      'tags',
      'tags: nothing names a tag, since Git is at no branch, tag or pull request here. Give one.',
    );
  const exact = tagOfRef(ref, [...others, ...(await missingBranches(git, ref))]);
  if (!exact.ok) throw wrong('tags', exact.message);
  return { exact: exact.value, aliases: [], published: [...new Set([exact.value, usual])] };
}

/** Branches of the remote that this clone may lack, where the name of the own one must change to be a tag. */
async function missingBranches(git: Git, { ref }: GitRef): Promise<string[]> {
  const [, branch] = /^refs\/heads\/(.+)$/s.exec(ref) ?? [];
  return branch === undefined || String(tagOfBranch(branch, [])) === branch ? [] : remoteBranches(git);
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
  { name, linked, platforms, tags: more, verifyCommand, exports }: TreeNode,
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
    ...wantedPlatforms(platforms ?? inputs.platforms, inputs.optionalPlatforms),
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
      tools: toolsImage(inputs.baseRegistry),
      ...defined({ command: verifyCommand ?? inputs.verifyCommand, test }),
    },
    ...(exports.length === 0 ? {} : { exports }),
    labels: {},
    given: { labels: inputs.labels, annotations: inputs.annotations },
  };
}

const wrong = (about: string, message: string): Failure =>
  new Failure([{ station: 'input', about, message }]);
