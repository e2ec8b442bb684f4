/** What a container of an own Dockerfile's image starts, with what the image below it says. */
import { type Starts, readStarts } from '../dockerfile/starts.ts';
import { seedArguments } from '../dockerfile/arguments.ts';
import { Failure } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { ObservedBase } from './observe.ts';
import type { Reader } from '../registry/client.ts';
import { RegistryProblem } from '../registry/errors.ts';
import { readConfig } from '../registry/image-config.ts';
import { readContent } from '../registry/manifest.ts';
import type { Context } from '../commands/context.ts';

/** Undefined where the image is rendered. Asks a registry only where the Dockerfile leaves the ENTRYPOINT to its base. */
export async function startsOf({
  own,
  inputs,
  cell,
  found,
}: Pick<Context, 'own' | 'inputs' | 'cell' | 'found'>): Promise<Starts | undefined> {
  if (own === undefined) return undefined;
  const given = { ...seedArguments(cell, inputs.maintainer), ...inputs.buildArgs };
  const [platform] = cell.platforms;
  const starts = readStarts(own.text, given, platform);
  const known = starts.entrypoint.length > 0 || inputs.verify === 'off' || inputs.verifyPython !== undefined;
  if (known || own.standsOn === undefined || platform === undefined) return starts;
  const below = await startsOfBase(found.reader, own.standsOn, platform);
  return below === undefined ? starts : readStarts(own.text, given, platform, below);
}

/** Undefined where no registry says it: the Python is then looked for where the Dockerfile and PATH lead. */
async function startsOfBase(
  reader: Pick<Reader, 'getManifest' | 'getBlob'>,
  { repository, digest, platforms }: ObservedBase,
  platform: Platform,
): Promise<Starts | undefined> {
  try {
    const at = platforms.find((one) => one.platform === platform)?.digest ?? digest;
    const manifest = await reader.getManifest(repository, at);
    const config = manifest && readContent(manifest.bytes).config;
    const bytes = config && (await reader.getBlob(repository, config.digest));
    const runs = bytes && readConfig(bytes).config;
    if (!runs) return undefined;
    return { entrypoint: runs.Entrypoint ?? [], cmd: runs.Cmd ?? [], folder: runs.WorkingDir || '/' };
  } catch (error) {
    // A registry that is only away for now must not have the checks look into another Python.
    const isLasting = error instanceof Failure && !(error instanceof RegistryProblem && error.temporary);
    if (!isLasting && !(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
