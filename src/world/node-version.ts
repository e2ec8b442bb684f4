/** The Node that this process runs on: an older one would come far, and then fail in the middle. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isOlderTool } from '../names/tool-version.ts';

/** The oldest release line that does; `engines` of package.json says it to npm. */
export const oldestNode = 24;

/**
 * What is said where Node is too old, with where a newer one is; undefined where it does.
 *
 * @param version as `process.versions.node` has it.
 * @param root folder of package.json.
 */
export function oldNodeText(version: string, root: string): string | undefined {
  if (!isOlderTool(version, `${oldestNode}.0.0`)) return undefined;
  const newer = join(root, 'node_modules', '.bin', 'node');
  const there = existsSync(newer) ? 'There is one here' : `After "npm ci" in ${root} there is one`;
  return `Python Image Builder needs Node ${oldestNode} or newer; this is ${version}. ${there}: ${newer} ${join(root, 'dist', 'cli.js')} takes the same arguments.`;
}
