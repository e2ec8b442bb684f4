/** Which files of a build context are taken, as BuildKit sends and copies them. */
import { join, posix } from 'node:path';
import { type ContextSource, literalPath } from '../dockerfile/context-sources.ts';
import type { Entry, Files } from '../ports.ts';
import { type Match, pathPattern, type PatternList, patternList } from './patterns.ts';

/** A file, folder or link of the context. */
interface Node {
  /** From the context's root; empty for the root. */
  readonly path: string;
  readonly entry: Entry;
  /** What the `.dockerignore` says of it; undefined for the root. */
  readonly ignored: Match | undefined;
}

/** What is in a folder; nothing where all of it is ignored. */
type Below = (folder: Node) => Promise<readonly Node[]>;

/** Links that are followed for one source, as Linux does for one path. */
const mostLinks = 40;

const root: Node = { path: '', entry: { name: '', kind: 'folder', mode: 0 }, ignored: undefined };

/**
 * What the sources name and `.dockerignore` lets through: files, links, and the folders that hold them, by path from
 * the context's root. Where in doubt, a file is among them.
 *
 * @param unreadable makes what is thrown where a folder cannot be read.
 */
export async function contextFiles(
  files: Files,
  folder: string,
  sources: readonly ContextSource[],
  ignore: PatternList,
  unreadable: (path: string, error: unknown) => Error,
): Promise<ReadonlyMap<string, Entry>> {
  const looked = new Map<string, Promise<readonly Node[]>>();
  const look: Below = async (node) => {
    if (node.ignored?.matched === true && !ignore.mayExcept(node.path)) return [];
    const entries = await files.entries(join(folder, node.path)).catch((error: unknown) => {
      throw unreadable(node.path, error);
    });
    return entries.map((entry) => {
      const path = posix.join(node.path, entry.name);
      return { path, entry, ignored: ignore.match(path, node.ignored) };
    });
  };
  const below: Below = (node) => {
    if (node.entry.kind !== 'folder') return Promise.resolve([]);
    const found = looked.get(node.path) ?? look(node);
    looked.set(node.path, found);
    return found;
  };
  const taken = new Map<string, Entry>();
  for (const source of sources) await takeSource(below, source, taken);
  return taken;
}

async function takeSource(below: Below, source: ContextSource, taken: Map<string, Entry>): Promise<void> {
  const { parents } = source;
  const exclude = patternList(source.exclude);

  const takeMatch = (node: Node, links: number): Promise<boolean> => {
    // Behind a link the names are others: what `--exclude` would leave out there is not known, so nothing is.
    if (links > 0) return take(below, node, { path: '', above: undefined, exclude: nothing }, taken);
    const names = parents === undefined ? [] : node.path.split('/').slice(parents);
    let above: Match | undefined;
    for (let end = 1; end < names.length; end += 1)
      above = exclude.match(names.slice(0, end).join('/'), above);
    return take(below, node, { path: names.join('/'), above, exclude }, taken);
  };

  const find = async (node: Node, names: readonly string[], links: number): Promise<boolean> => {
    const [name, ...rest] = names;
    if (name === undefined) return takeMatch(node, links);
    const fits = pathPattern(name);
    let some = name === '**' && (await find(node, rest, links));
    for (const child of await below(node)) {
      if (name === '**') some = (await find(child, names, links)) || some;
      if (!fits(child.entry.name)) continue;
      some = (await find(child, rest, links)) || some;
      if (child.entry.kind !== 'link' || child.ignored?.matched === true || links === mostLinks) continue;
      taken.set(child.path, child.entry);
      some = (await find(root, [...targetOf(child.path, child.entry.target), ...rest], links + 1)) || some;
    }
    if (some && parents !== undefined && node !== root) taken.set(node.path, node.entry);
    return some;
  };

  await find(root, source.path.split('/').filter(Boolean), 0);
}

/** What `--exclude` is asked with: a path from the folder that is copied, and what it said of the one above. */
interface Asked {
  readonly path: string;
  readonly above: Match | undefined;
  readonly exclude: PatternList;
}

const nothing = patternList([]);

/** Takes a node with all that is below it. Gives whether anything was taken. */
async function take(below: Below, node: Node, asked: Asked, taken: Map<string, Entry>): Promise<boolean> {
  const { path, above, exclude } = asked;
  // What is named itself is copied, whatever `--exclude` says of its name.
  const excluded = path === '' ? undefined : exclude.match(path, above);
  let some = node.ignored?.matched !== true && excluded?.matched !== true;
  if (excluded?.matched !== true || exclude.mayExcept(path)) {
    for (const child of await below(node)) {
      const next = { path: posix.join(path, child.entry.name), above: excluded, exclude };
      some = (await take(below, child, next, taken)) || some;
    }
  }
  // A folder that is left out is made all the same for what is taken below it.
  if (some && node !== root) taken.set(node.path, node.entry);
  return some;
}

/** Where a link leads, as patterns from the context's root, which no link leaves. */
const targetOf = (path: string, target: string): string[] =>
  literalPath(posix.resolve('/', posix.dirname(path), target))
    .split('/')
    .filter(Boolean);
