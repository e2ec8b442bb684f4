/** Publishes what was verified: the image by digest, the exact tag, the aliases; then all is read back. */
import { type ObservedAlias, observeAlias } from '../observe/observe.ts';
import { isAhead } from '../decide/aliases.ts';
import { Failure } from '../errors.ts';
import type { PackageVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import { type Digest, type Repository, type Tag, repositoryText, taggedText } from '../names/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { isIndex, type Manifest, platformsOf } from '../registry/manifest.ts';
import { publishTag } from '../registry/publish-tag.ts';
import { pushContent, type Pushed } from './push.ts';
import type { Verified } from '../build/verify.ts';

export interface PublishRequest {
  readonly verified: Verified;
  readonly client: RegistryClient;
  readonly repository: Repository;
  /** Where blobs may be already, in the same registry: the base's repository. */
  readonly mountFrom: readonly Repository[];
  readonly told: Told;
  readonly version: PackageVersion;
  /** Aliases may go back to an older version. */
  readonly forced: boolean;
  /** What the exact tag stood for when it was decided on; only given where nothing else may be overwritten. */
  readonly only?: { readonly digest: Digest | undefined };
}

/** Told as it happens, so that a run that is cut off can say what was published. */
export interface Told {
  /** The image is there, under its digest alone. */
  readonly onContent: (pushed: Pushed) => void;
  /** The exact tag is about to move. */
  readonly onPush: () => void;
  readonly onTag: (tag: Tag, digest: Digest) => void;
  /** A tag that stands for a newer version stayed. */
  readonly onHeld: (alias: ObservedAlias) => void;
}

/**
 * Gives what the exact tag stands for at the end: another digest than the content's where another run published the
 * same tag at the same time and came last. Then all tags follow that one: there is never a mixture.
 *
 * @throws Failure; `told` has been told what was published until then. Run again, it completes.
 */
export async function publish(request: PublishRequest): Promise<Digest> {
  const { client, repository, told, verified, only } = request;
  const { content } = verified;
  const { tags, platforms } = verified.recipe.image;
  const { index } = content;
  comparePlatforms(platforms, index, taggedText(repository, tags.exact));
  told.onContent(await pushContent(client, repository, content, { mountFrom: request.mountFrom }));
  if (only !== undefined && (await client.headManifest(repository, tags.exact))?.digest !== only.digest) {
    throw lost(repository, tags.exact, 'is another one than before, and overwrite is "false"');
  }
  told.onPush();
  await publishTag(client, repository, index.bytes, index.mediaType, tags.exact);
  told.onTag(tags.exact, index.digest);
  return moveAliases({ ...request, exact: tags.exact, aliases: tags.aliases });
}

export type AliasRequest = Omit<PublishRequest, 'verified' | 'mountFrom' | 'only'> & {
  readonly exact: Tag;
  readonly aliases: readonly Tag[];
};

/** How often two runs may get in each other's way before it is a failure. */
const rounds = 5;

/** Moves tags to what the exact tag stands for, and reads back until all agree. Gives the digest that they agree on. */
export async function moveAliases(request: AliasRequest): Promise<Digest> {
  const { client, repository, exact, aliases, told, version, forced } = request;
  const held = new Set<Tag>();
  for (let round = 1; round <= rounds; round += 1) {
    const index = await client.getManifest(repository, exact);
    if (index === undefined) throw lost(repository, exact, 'was published, but read back it is not there');
    let moved = false;
    for (const tag of aliases.filter((alias) => !held.has(alias))) {
      // Read right before it moves: another run may have published a newer version meanwhile.
      const now = await observeAlias(client, repository, tag, index.digest);
      if (now.digest === index.digest) continue;
      if (isAhead(now, { version, forced })) {
        held.add(tag);
        told.onHeld(now);
        continue;
      }
      await publishTag(client, repository, index.bytes, index.mediaType, tag);
      told.onTag(tag, index.digest);
      moved = true;
    }
    // What was moved is read back, and whoever publishes at the same time may have moved it since.
    if (moved) continue;
    const after = await client.headManifest(repository, exact);
    if (after?.digest === index.digest) return index.digest;
  }
  throw lost(repository, exact, 'was published, but read back it changes all the time');
}

const lost = (repository: Repository, tag: Tag, what: string): Failure =>
  new Failure([
    {
      station: 'registry',
      about: repositoryText(repository),
      message: `${taggedText(repository, tag)} ${what}. Another run may push or delete the same tag: let only one run at a time (a workflow's "concurrency"), then run again.`,
    },
  ]);

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
      station: 'build',
      about,
      message: `The image of ${about} was built without ${missing.join(', ')}: its index holds ${held.join(', ') || 'no platform'}. The builder cannot put all platforms into one index: name another one in the input builder.`,
    },
  ]);
}
