import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onFile } from '../file-failure.ts';
import { homeOf } from '../home.ts';
import type { ToolCache, World } from '../ports.ts';

/** The tool cache of a runner; elsewhere a folder of the user's cache with the same layout. */
export const toolCache = (world: Pick<World, 'env' | 'files'>): ToolCache =>
  world.env['RUNNER_TOOL_CACHE'] ? runnerCache(world, world.env['RUNNER_TOOL_CACHE']) : folderCache(world);

/** The toolkit writes workflow commands, so it is used on runners only. It is loaded on demand: it has an HTTP client. */
function runnerCache({ files }: Pick<World, 'files'>, root: string): ToolCache {
  const load = () => import('@actions/tool-cache');
  return {
    find: (tool, version, arch) =>
      onFile(root, 'read', async () => (await load()).find(tool, version, arch) || undefined),
    save: async (file, tool, version, arch) => {
      // The toolkit would make the folders with Node's `recursive`, which never ends below /proc.
      await files.makeFolder(join(root, tool, version));
      process.env['RUNNER_TEMP'] ||= tmpdir();
      return onFile(root, 'written', async () => (await load()).cacheFile(file, 'uv', tool, version, arch));
    },
  };
}

function folderCache({ env, files }: Pick<World, 'env' | 'files'>): ToolCache {
  const root = join(env['XDG_CACHE_HOME'] || join(homeOf(env), '.cache'), 'python-image-builder', 'tools');
  const folderOf = (tool: string, version: string, arch: string): string => join(root, tool, version, arch);
  return {
    find: async (...key) =>
      (await files.read(`${folderOf(...key)}.complete`)) === undefined ? undefined : folderOf(...key),
    save: async (file, ...key) => {
      const folder = folderOf(...key);
      await files.replace(join(folder, 'uv'), files.bytes(file), 0o755);
      await files.write(`${folder}.complete`, '');
      return folder;
    },
  };
}
