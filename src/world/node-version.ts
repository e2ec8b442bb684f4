/** Checks the version of Node at the start, since an older one would fail in the middle of a run. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isOlderTool } from '../names/tool-version.ts';

export const oldestNode = 24;

/**
 * The message where Node is too old, with the path of a newer one; undefined where it is new enough.
 *
 * @param version `process.versions.node`.
 * @param root folder of package.json.
 */
export function oldNodeText(version: string, root: string): string | undefined {
  if (!isOlderTool(version, `${oldestNode}.0.0`)) return undefined;
  const newer = join(root, 'node_modules', '.bin', 'node');
  const hint = existsSync(newer) ? 'There is one here' : `After "npm ci" in ${root} there is one`;
  return `Python Image Builder needs Node ${oldestNode} or newer; this is ${version}. ${hint}: ${newer} ${join(root, 'dist', 'cli.js')} takes the same arguments.`;
}
