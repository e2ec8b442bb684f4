/** What a release is of: the images, the tag that they stand under, and those that they get. */
import { Failure, gather } from '../errors.ts';
import type { ReleaseInputs } from '../inputs/release.ts';
import { type Repository, repositoryText, type Tag } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import type { HostedEvent, HostedRelease, World } from '../ports.ts';
import type { ReleaseTags } from '../publish/release.ts';
import { branchesOf, defaultBranch, type Git, gitIn, tagsAtHead } from './git.ts';
import { tagOfBranch, tagOfRef } from './tree/branch.ts';
import { sourceIn } from './kind.ts';
import { projectNames } from './project/names.ts';
import { namesMatching, treeNames } from './tree/files.ts';
import { NoDockerfile } from './tree/find.ts';

export interface Release {
  readonly tags: ReleaseTags;
  /** Each once: of every prefix the images, in the order of their names in the inputs or the tree. */
  readonly repositories: readonly Repository[];
  readonly notes: readonly string[];
}

type ReleaseWorld = Pick<World, 'files' | 'run'>;

/** @throws Failure (station `input`) with all that does not follow from inputs, event and Git. */
export async function releaseOf(
  world: ReleaseWorld,
  inputs: ReleaseInputs,
  event: HostedEvent | undefined,
): Promise<Release> {
  const git = gitIn(world, inputs.path);
  const [release, from, names] = await gather<[Tag, Tag, readonly string[]]>([
    releaseTag(git, inputs.tag, event),
    fromTag(git, inputs.from, event),
    namesOf(world, inputs),
  ]);
  const isPreRelease = event?.release?.prerelease === true;
  const symbolic = (isPreRelease ? inputs.prereleaseTags : inputs.tags).filter((tag) => tag !== release);
  if (from === release && symbolic.length === 0)
    throw wrong(
      'from',
      `from: the images would get the tag ${shown(from)} that they stand under, and no other: name another tag, or symbolic ones in the input tags.`,
    );
  const stays = isPreRelease ? inputs.tags.filter((tag) => ![...symbolic, release].includes(tag)) : [];
  return {
    tags: { from, release, symbolic },
    repositories: eachOnce(
      inputs.repositories.flatMap((prefix) =>
        names.map((name) => (name === '.' ? prefix : { ...prefix, name: `${prefix.name}/${name}` })),
      ),
    ),
    notes:
      stays.length === 0
        ? []
        : [
            `${release} is a pre-release, and does not move ${stays.join(', ')}: prerelease_tags names what it moves`,
          ],
  };
}

const eachOnce = (repositories: readonly Repository[]): Repository[] => [
  ...new Map(repositories.map((one) => [repositoryText(one), one])).values(),
];

async function releaseTag(git: Git, given: Tag | undefined, event: HostedEvent | undefined): Promise<Tag> {
  const release = event?.release;
  if (release !== undefined) requirePublished(release);
  if (given !== undefined) return given;
  const ref = event?.ref ?? '';
  const name =
    release?.tag ??
    (ref.startsWith('refs/tags/') ? ref.slice('refs/tags/'.length) : undefined) ??
    (ref === '' ? await onlyTag(git) : undefined);
  if (name === undefined)
    throw wrong(
      'tag',
      'tag: nothing names it, since this run is of no release and of no tag of Git. Give it, or let the workflow run "on: release: types: [published]".',
    );
  const tag = tagOfRef({ ref: `refs/tags/${name}` }, []);
  if (!tag.ok) throw wrong('tag', `tag: ${tag.message}`);
  return tag.value;
}

/** Without types, a workflow runs for everything that happens to a release. */
function requirePublished({ action, tag }: HostedRelease): void {
  if (action !== 'deleted' && action !== 'unpublished') return;
  throw wrong(
    'tag',
    `tag: the release ${shown(tag)} was ${action}, which releases nothing. Let the workflow run "on: release: types: [published]".`,
  );
}

/** @throws Failure where HEAD has several. */
async function onlyTag(git: Git): Promise<string | undefined> {
  const [first, ...others] = await tagsAtHead(git);
  if (others.length === 0) return first;
  throw wrong('tag', `tag: HEAD has the tags ${[first, ...others].join(', ')}. Name the one to release.`);
}

/** Commits are not published under a tag of their own. */
const isCommit = (target: string): boolean => /^[0-9a-f]{40}$/.test(target);

async function fromTag(git: Git, given: Tag | undefined, event: HostedEvent | undefined): Promise<Tag> {
  if (given !== undefined) return given;
  const target = event?.release?.target.replace(/^refs\/heads\//, '') ?? '';
  const usual = event?.defaultBranch || (await defaultBranch(git)) || 'main';
  const branch = target === '' || isCommit(target) ? usual : target;
  return tagOfBranch(branch, [...(await branchesOf(git)), usual]);
}

async function namesOf(world: ReleaseWorld, inputs: ReleaseInputs): Promise<readonly string[]> {
  const { images, repositories, path } = inputs;
  if (images.length > 0 && !images.some((name) => name.includes('*'))) return images;
  const known = await treeNames(world.files, inputs).catch(async (error: unknown) => {
    if (!(error instanceof Failure)) throw error;
    const isProject =
      error instanceof NoDockerfile && (await sourceIn(world.files, inputs.path)) === 'project';
    if (isProject) return projectNames(world, inputs.path);
    if (images.length > 0) throw error;
    const way = `images: it is empty, so the Dockerfiles in ${shown(path)}, or the Python project there, say which images there are. Check the repository out in an earlier step, or name the images; "." is ${repositoryText(repositories[0])} itself.`;
    throw new Failure([...error.problems, ...wrong('images', way).problems]);
  });
  if (images.length === 0) return known;
  const named = namesMatching(
    known,
    images.filter((name) => name !== '.'),
  );
  return [...(images.includes('.') ? ['.'] : []), ...named];
}

const wrong = (about: string, message: string): Failure =>
  new Failure([{ station: 'input', about, message }]);
