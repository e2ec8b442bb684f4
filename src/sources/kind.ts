/** Which source of images a folder holds. */
import { join } from 'node:path';
import type { Files } from '../ports.ts';
import { mostBytes } from './small-file.ts';

/** Files of a Python project, and what they must have: many a pyproject.toml or setup.cfg only configures a linter. */
const projectFiles: readonly (readonly [name: string, table: RegExp])[] = [
  ['setup.py', /^/],
  ['pyproject.toml', /^[ \t]*\[[ \t]*(?:project|build-system)[ \t]*\]/m],
  ['setup.cfg', /^\[(?:metadata|options)\]/m],
];

/** What is too long to be read counts as what its name says: the reader of a project refuses it. */
export async function sourceIn(
  files: Pick<Files, 'read' | 'stat'>,
  folder: string,
): Promise<'project' | 'tree'> {
  for (const [name, table] of projectFiles) {
    const path = join(folder, name);
    const stat = await files.stat(path);
    if (stat?.kind === 'file' && stat.size > mostBytes) return 'project';
    const text = await files.read(path);
    if (text !== undefined && table.test(text)) return 'project';
  }
  return 'tree';
}
