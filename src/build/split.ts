/**
 * Splits a bake file by the nodes of its builder. buildx shares one target out by itself, but exports no layout then: each
 * part of an image is a target of its own, on one node, with a layout of its own.
 */
import type { Platform } from '../names/platform.ts';
import type { BakeFile, Target } from './bake-file.ts';
import { type BuilderNode, sharesOf } from './nodes.ts';

/** A bake file in which the name of a target stands for its parts. */
export interface SplitFile extends BakeFile {
  readonly group?: Readonly<Record<string, { readonly targets: readonly string[] }>>;
}

/** Nothing is split where one node builds everything. */
export function splitByNode(bake: BakeFile, nodes: readonly BuilderNode[] = []): SplitFile {
  const targets = Object.entries(bake.target);
  const isShared = targets.some(([, { platforms = [] }]) => sharesOf(nodes, platforms).length > 1);
  if (!isShared) return bake;
  const target: Record<string, Target> = {};
  const group: Record<string, { targets: string[] }> = {};
  for (const [name, whole] of targets) {
    const parts = sharesOf(nodes, whole.platforms ?? []).map((share) => {
      const part = partOf(name, share.node);
      target[part] = partFor(whole, share.node, share.platforms);
      return part;
    });
    group[name] = { targets: parts };
  }
  return { group, target };
}

/** Suffix of the target of a node. */
const partOf = (target: string, node: number): string => `${target}-node${node + 1}`;

/** The target that a part belongs to. */
export const wholeOf = (target: string): string => target.replace(/-node\d+$/, '');

/** The one platform that a part is for: buildx names none in its steps then. Undefined for what is no part. */
export function onlyPlatformOf({ group, target }: SplitFile, part: string): Platform | undefined {
  const platforms = group === undefined ? [] : (target[part]?.platforms ?? []);
  return platforms.length === 1 ? platforms[0] : undefined;
}

/** Where buildx writes a part of an image. */
export const partPath = (path: string, node: number): string =>
  path.replace(/(?=\.tar$)|(?<!\.tar)$/, `-${node + 1}`);

function partFor(whole: Target, node: number, platforms: readonly Platform[]): Target {
  const { contexts, annotations, output } = whole;
  return {
    ...whole,
    platforms,
    ...(contexts && {
      contexts: Object.fromEntries(
        Object.entries(contexts).map(([name, context]) => [
          name,
          context.startsWith('target:') ? partOf(context, node) : context,
        ]),
      ),
    }),
    // The index is put together of those of all parts: what it says is added then.
    ...(annotations && { annotations: annotations.flatMap((one) => annotationFor(one, platforms)) }),
    output: output.map((one) => outputFor(one, node, platforms)),
  };
}

/** Levels before the first colon: `index,manifest[linux/arm64]:key=value`. Those of the index and of other platforms go. */
function annotationFor(annotation: string, platforms: readonly Platform[]): string[] {
  const at = annotation.indexOf(':');
  const levels = annotation
    .slice(0, at)
    .split(',')
    .filter((level) => {
      const [, name = '', platform] = /^([^[]*)(?:\[(.+)\])?$/.exec(level) ?? [];
      const isHere = platform === undefined || platforms.some((one) => one === platform);
      return !name.startsWith('index') && isHere;
    });
  return levels.length === 0 ? [] : [`${levels.join(',')}${annotation.slice(at)}`];
}

/** A folder for each platform is in one folder, whoever writes it; for a single one buildx makes none. */
function outputFor(output: string, node: number, platforms: readonly Platform[]): string {
  const [only] = platforms;
  return output.replace(/(?<=,dest=)[^,]+/, (path) => {
    if (!output.startsWith('type=local')) return partPath(path, node);
    return platforms.length === 1 && only !== undefined ? `${path}/${only.replaceAll('/', '_')}` : path;
  });
}
