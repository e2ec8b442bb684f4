/** Writes a verified image as an OCI layout into a folder: it needs no registry, and every tool reads it. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { FileFailure } from '../file-failure.ts';
import type { Command, World } from '../ports.ts';
import type { Digest } from '../names/reference.ts';
import { type ImageContent, manifestsOf, readBlob } from '../registry/content.ts';
import { descriptorOf, type Manifest, type ManifestContent } from '../registry/manifest.ts';
import { comparePlatforms } from './publish.ts';
import type { Verified } from '../build/verify.ts';

export interface LayoutRequest {
  readonly verified: Verified;
  /** The tar files that were exported, which the verified content was read from: several are parts of one image. */
  readonly layouts: readonly { readonly path: string }[];
  /** Folder of the layout. */
  readonly output: string;
}

/**
 * Refuses a folder that holds anything but an earlier layout. It is asked before anything is built.
 *
 * @throws Failure (station `input`).
 */
export async function requireLayoutFolder(world: World, output: string): Promise<void> {
  const names = await world.files.list(output);
  if (names.length > 0 && !names.includes('oci-layout')) {
    throw new Failure([
      {
        station: 'input',
        about: 'output',
        message: `The folder "${output}" holds other files. The image is written as an OCI layout into an empty folder, or over an earlier layout: name another one.`,
      },
    ]);
  }
}

/**
 * Makes the folder and writes into it, so that a folder that cannot be written fails before an hour of compiling.
 *
 * @throws FileFailure (station `input`).
 */
export async function makeLayoutFolder({ files }: Pick<World, 'files'>, output: string): Promise<void> {
  const probe = join(output, `.${randomUUID()}`);
  try {
    await files.makeFolder(output);
    await files.write(probe, '');
    await files.remove(probe);
  } catch (error) {
    const wayOut = 'The image is written there as an OCI layout: name another folder.';
    throw error instanceof FileFailure ? error.of({ station: 'input', about: 'output', wayOut }) : error;
  }
}

/** Files of an earlier layout, and those that tools add to one; nothing else is removed. */
const layoutNames = ['blobs', 'ingest', 'index.json', 'oci-layout', 'manifest.json', 'repositories'];

/** @throws Failure when the image lacks a platform, or the folder cannot be written. */
export async function writeLayout(world: World, request: LayoutRequest): Promise<void> {
  const { verified, output, layouts } = request;
  comparePlatforms(verified.recipe.platforms, verified.content.index, output);
  const commands: readonly Command[] = [
    // Node's own loops for ever where a folder cannot be made, as below /proc.
    { program: 'mkdir', args: ['-p', '--', output] },
    { program: 'rm', args: ['-rf', '--', ...layoutNames.map((name) => join(output, name))] },
    ...layouts.map(({ path }) => ({ program: 'tar', args: ['-xf', path, '-C', output] })),
  ];
  for (const command of commands) {
    const ran = await world.run(command);
    if (ran.code !== 0) {
      const message = `The layout could not be written to "${output}": ${ran.stderr.trim()}`;
      throw new Failure([{ station: 'build', about: 'output', message }]);
    }
  }
  await requireStatements(world, verified.content, output);
  await requireIndex(world, verified.content.index, output);
}

/** The archive lacks what was said of the image after it was built. */
async function requireStatements({ files }: World, content: ImageContent, output: string): Promise<void> {
  const pathOf = (digest: Digest): string => join(output, 'blobs', ...digest.split(':'));
  const lacks = async (digest: Digest): Promise<boolean> => (await files.stat(pathOf(digest))) === undefined;
  for (const { manifest, blobs } of await manifestsOf(content)) {
    if (!(await lacks(manifest.digest))) continue;
    for (const blob of blobs)
      if (await lacks(blob.digest)) await files.write(pathOf(blob.digest), await readBlob(content, blob));
    await files.write(pathOf(manifest.digest), manifest.bytes);
  }
}

/**
 * The archive has the lone manifest of an image of which one platform is left, or there are several, each with an index of
 * its own: it is not the index that was made of them.
 */
async function requireIndex({ files }: World, index: Manifest, output: string): Promise<void> {
  const path = join(output, 'index.json');
  const head = JSON.parse((await files.read(path)) ?? '{}') as ManifestContent;
  const { manifests: entries = [] } = head;
  if (entries.every(({ digest }) => digest === index.digest)) return;
  await files.write(join(output, 'blobs', ...index.digest.split(':')), index.bytes);
  const manifests = entries.map(({ platform: _platform, ...entry }) => ({
    ...entry,
    ...descriptorOf(index),
  }));
  await files.write(path, JSON.stringify({ ...head, manifests }));
}
