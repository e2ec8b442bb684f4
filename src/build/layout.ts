/** Writes what was verified as an OCI layout in a folder: no registry needed, and every tool takes it. */
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import type { Digest } from '../names/reference.ts';
import type { Command, World } from '../ports.ts';
import { type Manifest, digestOf, readContent } from '../registry/manifest.ts';
import type { ManifestReader } from '../registry/size.ts';
import { comparePlatforms } from './publish.ts';
import type { Verified } from './verify.ts';

export interface LayoutRequest {
  readonly verified: Verified;
  /** The tar file that was exported. */
  readonly archive: string;
  /** Where the layout goes. */
  readonly output: string;
}

/**
 * Refuses a folder that holds anything but an earlier layout: before anything is built.
 *
 * @throws Failure (station `input`).
 */
export async function requireLayoutFolder(world: World, output: string): Promise<void> {
  const there = await world.files.list(output);
  if (there.length > 0 && !there.includes('oci-layout')) {
    throw new Failure([
      {
        station: 'input',
        about: 'output',
        message: `The folder "${output}" holds other files. The image is written as an OCI layout into an empty folder, or over an earlier layout: name another one.`,
      },
    ]);
  }
}

/** What an earlier run may have left there, with what tools add; nothing else is removed. */
const layoutNames = ['blobs', 'ingest', 'index.json', 'oci-layout', 'manifest.json', 'repositories'];

/** @throws Failure when the folder cannot be written. */
export async function writeLayout(world: World, request: LayoutRequest): Promise<Manifest> {
  const { verified, output, archive } = request;
  const commands: readonly Command[] = [
    // Node's own loops for ever where a folder cannot be made, as below /proc.
    { program: 'mkdir', args: ['-p', '--', output] },
    { program: 'rm', args: ['-rf', '--', ...layoutNames.map((name) => join(output, name))] },
    { program: 'tar', args: ['-xf', archive, '-C', output] },
  ];
  for (const command of commands) {
    const ran = await world.run(command);
    if (ran.code !== 0) {
      const message = `The layout could not be written to "${output}": ${ran.stderr.trim()}`;
      throw new Failure([{ station: 'build', about: 'output', message }]);
    }
  }
  const index = await readLayoutIndex(world, output);
  comparePlatforms(verified.image.platforms, index, output);
  return index;
}

/** The index that a layout's index.json points at. */
async function readLayoutIndex(world: World, output: string): Promise<Manifest> {
  const top = readContent(Buffer.from((await world.files.read(join(output, 'index.json'))) ?? '{}'));
  const [descriptor] = top.manifests ?? [];
  const blob = await readLayoutBlob(world, output, descriptor?.digest);
  if (descriptor === undefined || blob === undefined) {
    throw new Failure([
      { station: 'build', about: 'output', message: `The layout in "${output}" holds no image.` },
    ]);
  }
  return { mediaType: descriptor.mediaType, digest: digestOf(blob), bytes: blob };
}

/** Reads manifests from a layout, and what is not there (those of the base) from a registry. */
export const layoutReader = (world: World, output: string, base: ManifestReader): ManifestReader => ({
  getManifest: async (repository, reference) => {
    const bytes = await readLayoutBlob(world, output, reference as Digest);
    if (bytes === undefined) return base.getManifest(repository, reference);
    return { mediaType: readContent(bytes).mediaType ?? '', digest: digestOf(bytes), bytes };
  },
});

async function readLayoutBlob(
  world: World,
  output: string,
  digest: Digest | undefined,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (digest === undefined) return undefined;
  const text = await world.files.read(join(output, 'blobs', ...digest.split(':')));
  return text === undefined ? undefined : new Uint8Array(Buffer.from(text));
}
