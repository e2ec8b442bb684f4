/** The program of the tests' registries, and the test files that start it. */
import { constants, readdirSync, readFileSync } from 'node:fs';
import { access, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Path of docker-registry: from the environment, on PATH, or unpacked by the engine.
 *
 * @throws Error with the way out, where there is none.
 */
export async function registryProgram(): Promise<string> {
  const named = process.env['DOCKER_REGISTRY_PROGRAM'];
  const state =
    process.env['PYTHON_IMAGE_BUILDER_ENGINE'] ??
    join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'python-image-builder/engine');
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const tries = named ? [named] : folders.map((folder) => join(folder, 'docker-registry'));
  for (const path of tries) if (await executable(path)) return path;
  const unpacked = named ? undefined : await find(state, 4);
  if (unpacked) return unpacked;
  throw new Error(
    named
      ? `DOCKER_REGISTRY_PROGRAM is ${named}, which cannot be executed.`
      : `docker-registry is neither on PATH nor below ${state}: "engine/engine up --test" unpacks it there; "apt-get install docker-registry" or DOCKER_REGISTRY_PROGRAM do as well.`,
  );
}

const executable = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  );

/** Finds `usr/bin/docker-registry` below a folder. @param depth most folders between them. */
async function find(folder: string, depth: number): Promise<string | undefined> {
  const path = join(folder, 'usr/bin/docker-registry');
  if (await executable(path)) return path;
  if (depth === 0) return undefined;
  for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
    const found = entry.isDirectory() ? await find(join(folder, entry.name), depth - 1) : undefined;
    if (found) return found;
  }
  return undefined;
}

/** Unit tests that start a registry, recognised by their import. */
export const testsWithRegistry = (): string[] =>
  readdirSync('test', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.startsWith('e2e/'))
    .map((name) => join('test', name))
    .filter((path) => readFileSync(path, 'utf8').includes("support/registry.ts'"))
    .toSorted();
