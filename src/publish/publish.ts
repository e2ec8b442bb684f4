/** Publishes a verified image: by digest, then the exact tag, then the aliases; and reads all back. */
import { type ObservedAlias, observeAlias } from '../observe/observe.ts';
import { isAhead } from '../decide/aliases.ts';
import { Failure } from '../errors.ts';
import type { PackageVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import { type Digest, type Repository, type Tag, repositoryText, taggedText } from '../names/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import { isIndex, type Manifest, platformsOf } from '../registry/manifest.ts';
import { publishTag } from '../registry/publish-tag.ts';
import { revisionTag } from '../plan/tags.ts';
import { pushContent, type Pushed } from './push.ts';
import type { Verified } from '../build/verify.ts';

export interface PublishRequest {
  readonly verified: Verified;
  readonly client: RegistryClient;
  readonly repository: Repository;
  /** Repositories of the same registry that may have some of the blobs: the base's. */
  readonly mountFrom: readonly Repository[];
  /** See `PushOptions`. */
  readonly lacking?: readonly Digest[];
  readonly trace: PublishTrace;
  /** Absent where images have no order. */
  readonly version?: PackageVersion;
  /** Aliases may go back to an older version. */
  readonly forced: boolean;
  /** The day of the run, `20261127`. */
  readonly day: string;
  /** The exact tag as it was when the decision was made; given where another image must not be overwritten. */
  readonly expected?: { readonly digest: Digest | undefined };
  /** Called once the image is in the repository under its digest. No tag moves where it throws. */
  readonly beforeTags: () => Promise<void>;
}

/** Called as it happens, so that a run that is cut off can say what was published. */
export interface PublishTrace {
  /** The image is in the repository, under its digest alone. */
  readonly onContent: (pushed: Pushed) => void;
  /** The exact tag is about to move. */
  readonly onPush: () => void;
  readonly onTag: (tag: Tag, digest: Digest) => void;
  /** An alias that stands for a newer version was not moved. */
  readonly onStayed: (alias: ObservedAlias) => void;
}

/**
 * Gives the digest that the exact tag has at the end. Where another run published the same tag at the same time and
 * came last, it is that run's, and all tags follow it: they never point at different images.
 *
 * @throws Failure; `trace` knows what was published until then. Run again, it completes.
 */
export async function publish(request: PublishRequest): Promise<Digest> {
  const { client, repository, trace, verified, expected, mountFrom, lacking = [] } = request;
  const { content } = verified;
  const {
    image: { tags },
    platforms,
  } = verified.recipe;
  const { index } = content;
  comparePlatforms(platforms, index, taggedText(repository, tags.exact));
  trace.onContent(await pushContent(client, repository, content, { mountFrom, lacking }));
  if (
    expected !== undefined &&
    (await client.headManifest(repository, tags.exact))?.digest !== expected.digest
  ) {
    throw tagFailure(repository, tags.exact, 'is another one than before, and overwrite is "false"');
  }
  await request.beforeTags();
  trace.onPush();
  await publishTag(client, repository, index.bytes, index.mediaType, tags.exact);
  trace.onTag(tags.exact, index.digest);
  const digest = await moveAliases({ ...request, exact: tags.exact, aliases: tags.aliases });
  if (tags.revisions === true) await addRevision(request, tags.exact, digest);
  return digest;
}

/** More images of one day than that are somebody's mistake. */
const mostRevisions = 100;

/** Gives an image the tag of its day, `1.2.3-20261127`; the second one of a day gets `1.2.3-20261127.2`. */
async function addRevision(
  { client, repository, trace, day }: Pick<PublishRequest, 'client' | 'repository' | 'trace' | 'day'>,
  exact: Tag,
  digest: Digest,
): Promise<void> {
  const index = await client.getManifest(repository, digest);
  if (index === undefined)
    throw tagFailure(repository, exact, 'was published, but read back it is not there');
  for (let count = 1; count <= mostRevisions; count += 1) {
    const tag = revisionTag(exact, day, count);
    const held = await client.headManifest(repository, tag);
    if (held?.digest === digest) return;
    if (held !== undefined) continue;
    await publishTag(client, repository, index.bytes, index.mediaType, tag);
    trace.onTag(tag, digest);
    return;
  }
}

export type AliasRequest = Omit<
  PublishRequest,
  'verified' | 'mountFrom' | 'lacking' | 'expected' | 'beforeTags'
> & {
  readonly exact: Tag;
  readonly aliases: readonly Tag[];
};

/** More rounds than that mean that other runs keep moving the tags. */
const rounds = 5;

/** Moves the aliases to the digest of the exact tag, and reads back until all agree. Gives the digest that they agree on. */
export async function moveAliases(request: AliasRequest): Promise<Digest> {
  const { client, repository, exact, aliases, trace, version, forced } = request;
  const stayed = new Set<Tag>();
  for (let round = 1; round <= rounds; round += 1) {
    const index = await client.getManifest(repository, exact);
    if (index === undefined)
      throw tagFailure(repository, exact, 'was published, but read back it is not there');
    let moved = false;
    for (const tag of aliases.filter((alias) => !stayed.has(alias))) {
      // Read right before it moves: another run may have published a newer version meanwhile.
      const now = await observeAlias(client, repository, tag, index.digest);
      if (now.digest === index.digest) continue;
      if (isAhead(now, { version, forced })) {
        stayed.add(tag);
        trace.onStayed(now);
        continue;
      }
      await publishTag(client, repository, index.bytes, index.mediaType, tag);
      trace.onTag(tag, index.digest);
      moved = true;
    }
    // Another run that publishes at the same time may have moved a tag since: the next round reads all back.
    if (moved) continue;
    const after = await client.headManifest(repository, exact);
    if (after?.digest === index.digest) return index.digest;
  }
  throw tagFailure(repository, exact, 'was published, but read back it changes all the time');
}

export const tagFailure = (repository: Repository, tag: Tag, what: string): Failure =>
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
