/** Writes what was verified as an OCI layout in a folder: no registry needed, and every tool takes it. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { FileFailure } from '../file-failure.ts';
import type { Command, World } from '../ports.ts';
import { comparePlatforms } from './publish.ts';
import type { Verified } from '../build/verify.ts';

export interface LayoutRequest {
  readonly verified: Verified;
  /** The tar file that was exported, which the verified content was read from. */
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

/**
 * Makes the folder and writes into it: after an hour of compiling it is too late to learn that one cannot.
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

/** What an earlier run may have left there, with what tools add; nothing else is removed. */
const layoutNames = ['blobs', 'ingest', 'index.json', 'oci-layout', 'manifest.json', 'repositories'];

/** @throws Failure when the image lacks a platform, or the folder cannot be written. */
export async function writeLayout(world: World, request: LayoutRequest): Promise<void> {
  const { verified, output, archive } = request;
  comparePlatforms(verified.recipe.image.platforms, verified.content.index, output);
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
}
