/** What a repository holds: its tags, and all manifests that they lead to, each read once. */
import pMap from 'p-map';
import { type Digest, parseDigest, type Repository, type Tag } from '../names/reference.ts';
import type { RegistryClient } from '../registry/client.ts';
import {
  type Descriptor,
  isIndex,
  type Manifest,
  type ManifestContent,
  readContent,
} from '../registry/manifest.ts';

/** A manifest or an index, and what it points at. */
export interface HeldManifest {
  readonly digest: Digest;
  readonly mediaType: string;
  /** Of an index; those of the image, its attestations, or what is attached to an image. */
  readonly manifests: readonly Descriptor[];
  /** Configuration and layers. Layers that a registry need not have, such as those of Windows, are left out. */
  readonly blobs: readonly Descriptor[];
  /** What it is attached to (image specification, `subject`). */
  readonly subject?: Digest;
  readonly artifactType?: string;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface HeldRepository {
  /** Sorted by tag. */
  readonly tags: ReadonlyMap<Tag, Digest>;
  /** Tags that are listed, and lead nowhere. */
  readonly lostTags: readonly Tag[];
  readonly manifests: ReadonlyMap<Digest, HeldManifest>;
  /** What is attached to a manifest, by `subject`, the referrers API or a tag in its place; whether it is there or not. */
  readonly referrers: ReadonlyMap<Digest, readonly Digest[]>;
}

export type RepositoryReader = Pick<
  RegistryClient,
  'listTags' | 'headManifest' | 'getManifest' | 'listReferrers' | 'headBlob'
>;

/** Requests at once: a registry's limit is reached by more, and little gained. */
export const concurrency = 8;

/**
 * Reads every tag and every manifest that one leads to, or that something there is attached to: one HEAD a tag, one GET a manifest, and where the registry has the
 * referrers API, one request more a manifest.
 *
 * @param others manifests that are known without a tag.
 * @returns undefined where there is no such repository.
 * @throws RegistryProblem where any of it cannot be read.
 */
export async function readRepository(
  reader: RepositoryReader,
  repository: Repository,
  others: readonly Digest[] = [],
): Promise<HeldRepository | undefined> {
  const named = await readTags(reader, repository);
  if (named === undefined) return undefined;
  const { tags, lostTags } = named;
  const referrers = new Map<Digest, Digest[]>();
  const attach = (subject: Digest, digest: Digest): void => {
    const known = referrers.get(subject);
    if (known === undefined) referrers.set(subject, [digest]);
    else if (!known.includes(digest)) known.push(digest);
  };
  for (const [tag, digest] of tags) {
    const subject = subjectOfTag(tag);
    if (subject !== undefined) attach(subject, digest);
  }
  const manifests = new Map<Digest, HeldManifest>();
  const asked = new Set<Digest>();
  const subjects = [...tags.keys()].flatMap((tag) => subjectOfTag(tag) ?? []);
  let level = [...new Set([...tags.values(), ...subjects, ...others])];
  const [first] = level;
  // A registry without the API is asked once, and not for each of thousands.
  const lists = first !== undefined && (await reader.listReferrers(repository, first)) !== undefined;
  while (level.length > 0) {
    for (const digest of level) asked.add(digest);
    const read = await pMap(
      level,
      async (digest) => {
        const manifest = await reader.getManifest(repository, digest);
        if (manifest === undefined) return [];
        const held = heldManifest(manifest);
        manifests.set(digest, held);
        if (held.subject !== undefined) attach(held.subject, digest);
        const attached = lists ? ((await reader.listReferrers(repository, digest)) ?? []) : [];
        const found = descriptorsOf(attached);
        for (const one of found) attach(digest, one.digest);
        const named = [...held.manifests, ...found].map((one) => one.digest);
        return held.subject === undefined ? named : [...named, held.subject];
      },
      { concurrency },
    );
    level = [...new Set(read.flat())].filter((digest) => !asked.has(digest));
  }
  for (const [tag, digest] of tags) {
    const subject = subjectOfTag(tag);
    // The index under such a tag lists what is attached (distribution specification, "Referrers Tag Schema").
    if (subject !== undefined)
      for (const one of manifests.get(digest)?.manifests ?? []) attach(subject, one.digest);
  }
  return { tags, lostTags, manifests, referrers };
}

/** Tags with what they stand for now; undefined where there is no such repository. */
export async function readTags(
  reader: Pick<RepositoryReader, 'listTags' | 'headManifest'>,
  repository: Repository,
): Promise<Pick<HeldRepository, 'tags' | 'lostTags'> | undefined> {
  const names = await reader.listTags(repository);
  if (names === undefined) return undefined;
  const heads = await pMap(
    names.toSorted(),
    async (tag) => [tag, (await reader.headManifest(repository, tag))?.digest] as const,
    { concurrency },
  );
  return {
    tags: new Map(heads.flatMap(([tag, digest]) => (digest === undefined ? [] : [[tag, digest] as const]))),
    lostTags: heads.flatMap(([tag, digest]) => (digest === undefined ? [tag] : [])),
  };
}

/**
 * What an image lacks: manifests that its index names, and blobs that these name. Empty where it is whole.
 *
 * @throws RegistryProblem where that cannot be known.
 */
export async function lackingOf(
  reader: Pick<RepositoryReader, 'getManifest' | 'headBlob'>,
  repository: Repository,
  index: Manifest,
): Promise<Digest[]> {
  const whole = heldManifest(index);
  const children = await pMap(
    whole.manifests,
    async ({ digest }) => ({ digest, manifest: await reader.getManifest(repository, digest) }),
    { concurrency },
  );
  const held = children.flatMap(({ manifest }) => (manifest === undefined ? [] : [heldManifest(manifest)]));
  return [
    ...children.flatMap(({ digest, manifest }) => (manifest === undefined ? [digest] : [])),
    ...(await lackingBlobs(reader, repository, [whole, ...held])),
  ];
}

/** Blobs of these manifests that the repository does not hold, each asked for once. */
export async function lackingBlobs(
  reader: Pick<RepositoryReader, 'headBlob'>,
  repository: Repository,
  manifests: Iterable<HeldManifest>,
): Promise<Digest[]> {
  const digests = new Set([...manifests].flatMap(({ blobs }) => blobs.map(({ digest }) => digest)));
  const there = await pMap(
    digests,
    async (digest) => ({ digest, size: await reader.headBlob(repository, digest) }),
    { concurrency },
  );
  return there.flatMap(({ digest, size }) => (size === undefined ? [digest] : []));
}

/** `sha256-…`, and cosign's `sha256-….sig`, `.att` and `.sbom`: what is attached to the manifest with that digest. */
export function subjectOfTag(tag: Tag): Digest | undefined {
  const hash = /^sha256-([0-9a-f]{64})(?:\.\w+)?$/.exec(tag)?.[1];
  return hash === undefined ? undefined : (`sha256:${hash}` as Digest);
}

/** @throws SyntaxError where the bytes are no JSON object. */
export function heldManifest({ digest, mediaType, bytes }: Manifest): HeldManifest {
  const content = readContent(bytes) as ManifestContent & { readonly subject?: Partial<Descriptor> };
  const { config, layers, manifests, annotations, artifactType } = content;
  const subject = descriptorsOf([content.subject])[0]?.digest;
  return {
    digest,
    mediaType,
    manifests: isIndex(mediaType) ? descriptorsOf(manifests) : [],
    blobs: descriptorsOf([config, ...(Array.isArray(layers) ? layers : [])]).filter((one) => !isForeign(one)),
    annotations: textsOf(annotations),
    ...(subject === undefined ? {} : { subject }),
    ...(typeof artifactType === 'string' ? { artifactType } : {}),
  };
}

/** Whoever may push may write anything there. */
const textsOf = (annotations: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(annotations ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );

/** Those that name something by a digest that is known here. */
const descriptorsOf = (found: unknown): Descriptor[] =>
  (Array.isArray(found) ? (found as (Partial<Descriptor> | null | undefined)[]) : []).filter(
    (one): one is Descriptor => typeof one?.digest === 'string' && parseDigest(one.digest).ok,
  );

/** Its content is somewhere else by design (image specification, "Non-Distributable Layers"). */
const isForeign = ({ mediaType }: Partial<Descriptor>): boolean =>
  /\.nondistributable\.|\.foreign\./.test(String(mediaType));
