/** Chooses the images of a tree that are made: those that were asked for, or that changed. */
import type { TreeInputs } from '../../inputs/tree.ts';
import { type Policy, asksRegistries } from '../../plan/policy.ts';
import type { HostedEvent, World } from '../../ports.ts';
import { changedPaths, type Git } from '../git.ts';
import { changedFiles, imagesToBuild, reasonText } from './changed.ts';
import { namesMatching } from './files.ts';
import type { Tree } from './tree.ts';

/** Why an image is left out, by its name; those that are made have no entry. */
export async function selectImages(
  { files, git }: Pick<World, 'files'> & { readonly git: Git },
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
        inputs.chosenBy,
      ),
      'it was not asked for',
    );
  if (inputs.changed !== undefined) {
    const change = await changedPaths(git, inputs.changed, event);
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
          return [name, await changedFiles(files, image, change.paths)] as const;
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
  if (!asksRegistries(policy))
    for (const { name } of tree.images) if (isNeeded(tree, left, name)) left.delete(name);
  return left;
}

/** Whether an image that is made stands on this one. */
function isNeeded(tree: Tree, left: ReadonlyMap<string, string>, name: string): boolean {
  return tree.images.some(
    ({ name: child, linked }) =>
      Object.values(linked.parents).includes(name) && (!left.has(child) || isNeeded(tree, left, child)),
  );
}
