/** Follows links within a folder. By hand: what a link leaves must be known, over the Files of the world. */
import { posix } from 'node:path';
import type { Files } from '../ports.ts';

/** Links that are followed for one path: Linux follows as many. */
const mostLinks = 40;

/**
 * The path behind all links, each name looked up where it stands; `outside` where a link leads out of `root`, as one to an
 * absolute path does, and `nowhere` where it leads to nothing.
 */
export async function followed(files: Pick<Files, 'entries'>, root: string, path: string): Promise<string> {
  let names = posix.relative(root, path).split('/');
  const way: string[] = [];
  let links = 0;
  while (names.length > 0) {
    const [name = '', ...rest] = names;
    names = rest;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (way.pop() === undefined) return 'outside';
      continue;
    }
    const entry = (await files.entries(posix.join(root, ...way))).find((one) => one.name === name);
    if (entry === undefined) return 'nowhere';
    if (entry.kind !== 'link') {
      way.push(name);
      continue;
    }
    links += 1;
    if (links > mostLinks) return 'nowhere';
    if (entry.target.startsWith('/')) return 'outside';
    names = [...entry.target.split('/'), ...rest];
  }
  return posix.join(root, ...way);
}
