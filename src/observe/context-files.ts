/** Finds the files of a build context that are copied, as BuildKit sends and copies them. */
import { join, posix } from 'node:path';
import { type ContextSource, literalPath } from '../dockerfile/context-sources.ts';
import type { Entry, Files } from '../ports.ts';
import { type Match, pathPattern, type PatternList, patternList } from './patterns.ts';

/** A file, folder or link of the context. */
interface Node {
  /** From the context's root; empty for the root. */
  readonly path: string;
  readonly entry: Entry;
  /** Result of the `.dockerignore`; undefined for the root. */
  readonly ignored: Match | undefined;
}

/** Lists a folder; nothing where all of it is ignored. */
type ListFolder = (folder: Node) => Promise<readonly Node[]>;

/** Links that are followed for one source: Linux follows as many for one path. */
const mostLinks = 40;

const root: Node = { path: '', entry: { name: '', kind: 'folder', mode: 0 }, ignored: undefined };

/**
 * The files, links and folders that the sources name and `.dockerignore` lets through, by path from the context's root.
 * Where in doubt, a file is among them.
 *
 * @param unreadable makes the error for a folder that cannot be read.
 */
export async function contextFiles(
  files: Pick<Files, 'entries'>,
  folder: string,
  sources: readonly ContextSource[],
  ignore: PatternList,
  unreadable: (path: string, error: unknown) => Error,
): Promise<ReadonlyMap<string, Entry>> {
  const listings = new Map<string, Promise<readonly Node[]>>();
  const read: ListFolder = async (node) => {
    if (node.ignored?.matched === true && !ignore.mayExcept(node.path)) return [];
    const entries = await files.entries(join(folder, node.path)).catch((error: unknown) => {
      throw unreadable(node.path, error);
    });
    return entries.map((entry) => {
      const path = posix.join(node.path, entry.name);
      return { path, entry, ignored: ignore.match(path, node.ignored) };
    });
  };
  const list: ListFolder = (node) => {
    if (node.entry.kind !== 'folder') return Promise.resolve([]);
    const listing = listings.get(node.path) ?? read(node);
    listings.set(node.path, listing);
    return listing;
  };
  const taken = new Map<string, Entry>();
  for (const source of sources) await takeSource(list, source, taken);
  return taken;
}

async function takeSource(list: ListFolder, source: ContextSource, taken: Map<string, Entry>): Promise<void> {
  const { parents } = source;
  const exclude = patternList(source.exclude);

  const takeMatch = (node: Node, links: number): Promise<boolean> => {
    // Behind a link the names are others, so that `--exclude` is not known to match: nothing is left out there.
    if (links > 0) return take(list, node, { path: '', above: undefined, exclude: nothing }, taken);
    const names = parents === undefined ? [] : node.path.split('/').slice(parents);
    let above: Match | undefined;
    for (let end = 1; end < names.length; end += 1)
      above = exclude.match(names.slice(0, end).join('/'), above);
    return take(list, node, { path: names.join('/'), above, exclude }, taken);
  };

  const find = async (node: Node, names: readonly string[], links: number): Promise<boolean> => {
    const [name, ...rest] = names;
    if (name === undefined) return takeMatch(node, links);
    const fits = pathPattern(name);
    let isTaken = name === '**' && (await find(node, rest, links));
    for (const child of await list(node)) {
      if (name === '**') isTaken = (await find(child, names, links)) || isTaken;
      if (!fits(child.entry.name)) continue;
      isTaken = (await find(child, rest, links)) || isTaken;
      if (child.entry.kind !== 'link' || child.ignored?.matched === true || links === mostLinks) continue;
      taken.set(child.path, child.entry);
      const target = [...targetOf(child.path, child.entry.target), ...rest];
      isTaken = (await find(root, target, links + 1)) || isTaken;
    }
    if (isTaken && parents !== undefined && node !== root) taken.set(node.path, node.entry);
    return isTaken;
  };

  await find(root, source.path.split('/').filter(Boolean), 0);
}

/** Arguments of `--exclude`: a path from the folder that is copied, and the result for the folder above. */
interface Exclusion {
  readonly path: string;
  readonly above: Match | undefined;
  readonly exclude: PatternList;
}

const nothing = patternList([]);

/** Takes a node with all below it. Returns whether anything was taken. */
async function take(
  list: ListFolder,
  node: Node,
  exclusion: Exclusion,
  taken: Map<string, Entry>,
): Promise<boolean> {
  const { path, above, exclude } = exclusion;
  // A source itself is copied, even where `--exclude` matches its name.
  const excluded = path === '' ? undefined : exclude.match(path, above);
  let isTaken = node.ignored?.matched !== true && excluded?.matched !== true;
  if (excluded?.matched !== true || exclude.mayExcept(path)) {
    for (const child of await list(node)) {
      const next = { path: posix.join(path, child.entry.name), above: excluded, exclude };
      isTaken = (await take(list, child, next, taken)) || isTaken;
    }
  }
  // A folder that is left out is created all the same for files that are taken below it.
  if (isTaken && node !== root) taken.set(node.path, node.entry);
  return isTaken;
}

/** The target of a link as patterns from the context's root, which no link leaves. */
const targetOf = (path: string, target: string): string[] =>
  literalPath(posix.resolve('/', posix.dirname(path), target))
    .split('/')
    .filter(Boolean);
