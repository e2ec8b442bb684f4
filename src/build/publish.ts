/** Pushes what was verified: the exact tag first, then the aliases, then everything is read back. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import { type Digest, type Tag, repositoryText } from '../names/reference.ts';
import type { World } from '../ports.ts';
import type { RegistryClient } from '../registry/client.ts';
import { isIndex, type Manifest, platformsOf } from '../registry/manifest.ts';
import { publishTag } from '../registry/publish-tag.ts';
import { bake, type Buildx } from './buildx.ts';
import { metadataFile } from './bake.ts';
import { buildProblem } from './failure.ts';
import { isTemporary } from './temporary.ts';
import type { Verified } from './verify.ts';

export interface Published {
  /** As the registry says. */
  readonly digest: Digest;
  readonly index: Manifest;
  /** Tags that point at it now, `[0]` the exact one. */
  readonly tags: readonly Tag[];
}

export interface PublishRequest {
  readonly verified: Verified;
  readonly folder: string;
  readonly client: RegistryClient;
  readonly onLine?: (line: string) => void;
  /** Told when the push begins, and of each tag as it is set: a run that is cut off can say what was published. */
  readonly onPush: () => void;
  readonly onTag: (tag: Tag, digest: Digest) => void;
}

/** Pushing again is cheap: everything is in the builder's cache, and a registry takes only what it lacks. */
const attempts = 3;

/** @throws Failure; `onTag` has told what was published until then. */
export async function publish(world: World, buildx: Buildx, request: PublishRequest): Promise<Published> {
  const { verified, client } = request;
  const { repository, tags, platforms } = verified.image;
  request.onPush();
  const pushed = await push(world, buildx, request);
  request.onTag(tags.exact, pushed);
  const index = await client.getManifest(repository, tags.exact);
  if (index === undefined || index.digest !== pushed) {
    const found = index === undefined ? 'is not there' : `is ${index.digest}`;
    throw new Failure([
      {
        station: 'registry',
        about: repositoryText(repository),
        message: `${repositoryText(repository)}:${tags.exact} was pushed as ${pushed}, but read back it ${found}. Another run may push the same tag: let only one run at a time (a workflow's "concurrency"), then run again.`,
      },
    ]);
  }
  comparePlatforms(platforms, index, `${repositoryText(repository)}:${tags.exact}`);
  for (const alias of tags.aliases) {
    await publishTag(client, repository, index.bytes, index.mediaType, alias);
    request.onTag(alias, index.digest);
  }
  return { digest: index.digest, index, tags: [tags.exact, ...tags.aliases] };
}

/** Builds from the cache what `verify` built, and pushes it. */
async function push(world: World, buildx: Buildx, request: PublishRequest): Promise<Digest> {
  const { verified, folder } = request;
  const { repository, checks } = verified.image;
  for (let attempt = 1; ; attempt += 1) {
    const ran = await bake(world, buildx, {
      folder,
      targets: ['image'],
      more: [`--metadata-file=${metadataFile}`],
      ...(request.onLine === undefined ? {} : { onLine: request.onLine }),
    });
    if (ran.code === 0) return pushedDigest(world, folder);
    if (attempt === attempts || !isTemporary(ran.stderr)) {
      const what = `${checks.distribution} could not be built or pushed to ${repositoryText(repository)}`;
      const base = verified.image.bases.build;
      throw new Failure([await buildProblem(world, { ran, about: repositoryText(repository), what, base })]);
    }
    world.log.warn(
      `The push failed for a reason that may pass; attempt ${attempt + 1} of ${attempts} follows.`,
    );
    await world.clock.sleep(2000 * attempt * (0.5 + Math.random()));
  }
}

async function pushedDigest(world: World, folder: string): Promise<Digest> {
  const text = await world.files.read(join(folder, metadataFile));
  const metadata = JSON.parse(text ?? '{}') as { readonly image?: Readonly<Record<string, unknown>> };
  const digest = metadata.image?.['containerimage.digest'];
  if (typeof digest === 'string') return digest as Digest;
  throw new Failure([{ station: 'build', message: 'buildx pushed the image and did not say its digest.' }]);
}

/** @throws Failure when the index lacks a platform that was wanted. */
export function comparePlatforms(
  wanted: readonly Platform[],
  index: Pick<Manifest, 'bytes' | 'mediaType'>,
  about: string,
): void {
  // One platform without attestations is a manifest, which does not name its platform.
  if (!isIndex(index.mediaType) && wanted.length === 1) return;
  const held = platformsOf(index.bytes).map((one) => one.platform);
  const missing = wanted.filter((platform) => !held.includes(platform));
  if (missing.length === 0) return;
  throw new Failure([
    {
      station: 'registry',
      about,
      message: `${about} was pushed without ${missing.join(', ')}: its index holds ${held.join(', ') || 'no platform'}. The builder cannot put all platforms into one index: name another one in the input builder.`,
    },
  ]);
}

/** Removes a layout that an earlier run left in a folder, and nothing else. */
export async function clearLayout(folder: string): Promise<void> {
  for (const name of ['blobs', 'ingest', 'index.json', 'oci-layout', 'manifest.json', 'repositories']) {
    await rm(join(folder, name), { recursive: true, force: true });
  }
}
