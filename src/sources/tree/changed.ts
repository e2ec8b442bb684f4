/** Which images of a tree a change concerns: those whose files it has, and all that stand on them. */
import { posix } from 'node:path';
import type { ContextSource } from '../../dockerfile/context-sources.ts';
import { readCustomDockerfile } from '../../dockerfile/custom.ts';
import type { Platform } from '../../names/platform.ts';
import { readIgnoreList, unreadable } from '../../observe/context.ts';
import { contextFiles } from '../../observe/context-files.ts';
import type { Entry, Files } from '../../ports.ts';
import type { LinkedImage } from './graph.ts';

export interface ImageFiles extends Pick<LinkedImage, 'path' | 'context' | 'arguments' | 'triggers'> {
  /** Of the Dockerfile. */
  readonly text: string;
  readonly platforms: readonly Platform[];
  /** Files besides those of its context: what the Dockerfile is a link to, its test, its pins, images.yml. */
  readonly more: readonly string[];
}

/**
 * Of the paths that a change has, those that get into the image or say how it is made: the Dockerfile, its `.dockerignore`,
 * what it copies, and what ONBUILD of its parents copies. A file that was removed counts where it would have been copied.
 * All paths are from the workspace. In doubt, a path counts.
 *
 * @throws Failure when the context cannot be read.
 */
export async function changedFiles(
  files: Pick<Files, 'read' | 'entries'>,
  image: ImageFiles,
  changed: readonly string[],
): Promise<string[]> {
  const { path, context, more } = image;
  const always = new Set([path, `${path}.dockerignore`, posix.join(context, '.dockerignore'), ...more]);
  const { sources } = readCustomDockerfile(image.text, image.arguments, image.platforms, image.triggers);
  const inside = changed.filter((one) => !always.has(one)).flatMap((one) => within(context, one));
  const copied = inside.length === 0 ? new Set<string>() : await copiedFiles(files, image, sources, inside);
  return changed.filter((one) => always.has(one) || within(context, one).some((inner) => copied.has(inner)));
}

/** The path from the context's root; none for one outside of it. */
function within(context: string, path: string): string[] {
  const inner = posix.relative(context, path);
  return inner === '' || inner === '..' || inner.startsWith('../') ? [] : [inner];
}

/** What is there is looked up, since links lead to other files; of what is gone, only the path is left. */
async function copiedFiles(
  files: Pick<Files, 'read' | 'entries'>,
  { path, context }: ImageFiles,
  sources: readonly ContextSource[],
  changed: readonly string[],
): Promise<ReadonlySet<string>> {
  const ignore = await readIgnoreList(files, { folder: context, dockerfile: path });
  const there = await contextFiles(files, context, sources, ignore, unreadable);
  const gone = changed.filter((one) => !there.has(one));
  const wouldBe = await contextFiles(onlyThese(context, gone), context, sources, ignore, unreadable);
  return new Set([...there.keys(), ...wouldBe.keys()]);
}

/** A folder that has these files and nothing else. */
function onlyThese(folder: string, paths: readonly string[]): Pick<Files, 'entries'> {
  const entries = new Map<string, Map<string, Entry>>();
  for (const path of paths) {
    const names = path.split('/');
    for (const [index, name] of names.entries()) {
      const above = posix.join(folder, ...names.slice(0, index));
      const kind = index < names.length - 1 ? 'folder' : 'file';
      entries.set(above, (entries.get(above) ?? new Map<string, Entry>()).set(name, { name, kind, mode: 0 }));
    }
  }
  return { entries: (path) => Promise.resolve([...(entries.get(path)?.values() ?? [])]) };
}

/** Paths that changed, by image; or no list, with the reason why there is none: a commit that a shallow clone lacks. */
export type Change =
  | { readonly kind: 'files'; readonly byImage: Readonly<Record<string, readonly string[]>> }
  | { readonly kind: 'everything'; readonly reason: string };

export type Reason =
  | { readonly kind: 'files-changed'; readonly paths: readonly string[] }
  | { readonly kind: 'parent-rebuilt'; readonly parent: string }
  | { readonly kind: 'everything'; readonly reason: string };

/** JSON-safe. */
export interface ImageToBuild {
  readonly name: string;
  /** Its files first, then its parents. */
  readonly reasons: readonly [Reason, ...Reason[]];
}

/** @param images parents first, as `linkImages` gives them; the result has their order. */
export function imagesToBuild(
  images: readonly Pick<LinkedImage, 'name' | 'parents'>[],
  change: Change,
): ImageToBuild[] {
  const built = new Map<string, ImageToBuild>();
  for (const { name, parents } of images) {
    const [first, ...others] =
      change.kind === 'everything'
        ? [{ kind: change.kind, reason: change.reason } as const]
        : [
            ...filesReason(Object.hasOwn(change.byImage, name) ? change.byImage[name]! : []),
            ...[...new Set(Object.values(parents))]
              .filter((parent) => built.has(parent))
              .map((parent) => ({ kind: 'parent-rebuilt', parent }) as const),
          ];
    if (first !== undefined) built.set(name, { name, reasons: [first, ...others] });
  }
  return [...built.values()];
}

const filesReason = (paths: readonly string[]): Reason[] =>
  paths.length > 0 ? [{ kind: 'files-changed', paths }] : [];

/** Paths that are written out; the others are counted. */
const mostPaths = 3;

/** One reason in words: `files changed: base/apt.txt`, `parent-rebuilt: base`. */
export function reasonText(reason: Reason): string {
  switch (reason.kind) {
    case 'files-changed': {
      const { paths } = reason;
      const more = paths.length - mostPaths;
      return `files changed: ${paths.slice(0, mostPaths).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
    }
    case 'parent-rebuilt':
      return `parent-rebuilt: ${reason.parent}`;
    case 'everything':
      return `everything: ${reason.reason}`;
  }
}
