/** Finds what a container of a custom Dockerfile's image starts, with the configuration of the image below it. */
import { type Starts, readStarts } from '../dockerfile/starts.ts';
import { Failure } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { ObservedBase } from './observe.ts';
import type { Reader } from '../registry/client.ts';
import { RegistryProblem } from '../registry/errors.ts';
import { readConfig } from '../registry/image-config.ts';
import { readContent } from '../registry/manifest.ts';
import type { Image } from '../plan/image.ts';
import type { Policy } from '../plan/policy.ts';
import type { CustomDockerfile } from './custom-dockerfile.ts';

/**
 * Asks a registry only where the Dockerfile leaves the ENTRYPOINT to its base.
 *
 * @param parent what the image under the last stage starts, where that one is of the same plan.
 */
export async function startsOf(
  reader: Pick<Reader, 'getManifest' | 'getBlob'>,
  { text, standsOn }: Pick<CustomDockerfile, 'text' | 'standsOn'>,
  { content, platforms, checks }: Image,
  verify: Policy['verify'],
  parent?: (platform: Platform) => Promise<Starts | undefined>,
): Promise<Starts> {
  const given = content.kind === 'dockerfile' ? content.arguments : {};
  const [platform] = platforms;
  const starts = readStarts(text, given, platform);
  const known = starts.entrypoint.length > 0 || verify === 'off' || checks.python !== undefined;
  if (known || platform === undefined) return starts;
  const below = await (parent?.(platform) ?? (standsOn && startsOfImage(reader, standsOn, platform)));
  return below === undefined ? starts : readStarts(text, given, platform, below);
}

/** Undefined where no registry has it: then the Dockerfile and PATH lead to the Python. */
export async function startsOfImage(
  reader: Pick<Reader, 'getManifest' | 'getBlob'>,
  { repository, digest, platforms }: Pick<ObservedBase, 'repository' | 'digest' | 'platforms'>,
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
    // A registry that is unreachable for now must not lead the checks to another Python.
    const isLasting = error instanceof Failure && !(error instanceof RegistryProblem && error.temporary);
    if (!isLasting && !(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
