/** Which source of images a folder holds. */
import { join } from 'node:path';
import type { Files } from '../ports.ts';

/** Files of a Python project, and what they must have: many a pyproject.toml or setup.cfg only configures a linter. */
const projectFiles: readonly (readonly [name: string, table: RegExp])[] = [
  ['setup.py', /^/],
  ['pyproject.toml', /^\s*\[\s*(?:project|build-system)\s*\]/m],
  ['setup.cfg', /^\[(?:metadata|options)\]/m],
];

export async function sourceIn(files: Pick<Files, 'read'>, folder: string): Promise<'project' | 'tree'> {
  for (const [name, table] of projectFiles) {
    const text = await files.read(join(folder, name));
    if (text !== undefined && table.test(text)) return 'project';
  }
  return 'tree';
}
