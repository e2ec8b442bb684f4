/** Asks the registries what they hold of an image, and reads a custom Dockerfile. */
import { Failure, gather } from '../errors.ts';
import { type Digest, type Repository, repositoryText, taggedText } from '../names/reference.ts';
import { isAhead } from '../decide/aliases.ts';
import { defined } from '../defined.ts';
import { observeDockerfile } from '../observe/custom-dockerfile.ts';
import {
  type Observed,
  type ObservedPlace,
  type Parent,
  type Parents,
  platformsLeft,
  recordsOf,
} from '../observe/image.ts';
import { observeBase, type ObservedBase, type ObservedImage, observeImage } from '../observe/observe.ts';
import { observeStored } from '../observe/stored-image.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import { fingerprintHash } from '../plan/fingerprint.ts';
import { baseDigestKey } from '../plan/labels.ts';
import type { Image } from '../plan/image.ts';
import type { Policy } from '../plan/policy.ts';
import type { Tags } from '../plan/tags.ts';
import type { BaseImage } from '../plan/recipe.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import type { Reader } from '../registry/client.ts';
import { type Manifest, platformsOf, readContent } from '../registry/manifest.ts';
import { parseReference } from '../registry/reference.ts';
import type { Held } from '../report/journal.ts';
import type { Session } from '../session/session.ts';
import { requireBaseSignature } from './base-signature.ts';

/**
 * What each repository of the image held when it was first asked: its registry where the image is pushed, the engine's
 * store where it goes there. Else nobody is asked.
 *
 * @param onPlace told of each that answers, also where another one does not.
 */
export const observePlaces = (
  session: Pick<Session, 'held' | 'world' | 'env'>,
  policy: Policy,
  { repositories, tags }: Pick<Image, 'repositories' | 'tags'>,
  onPlace: (place: ObservedPlace) => void = () => {},
): Promise<ObservedPlace[]> =>
  gather(
    repositories.map(async (repository) => {
      const place: ObservedPlace = {
        repository,
        held: await heldAt(session, policy, repository, tags),
      };
      onPlace(place);
      return place;
    }),
  );

async function heldAt(
  { held, world, env }: Pick<Session, 'held' | 'world' | 'env'>,
  policy: Policy,
  repository: Repository,
  tags: Tags,
): Promise<ObservedImage> {
  switch (policy.target.kind) {
    case 'push':
    case 'trial':
      return held(repository, tags);
    case 'engine':
      return observeStored(world, env, taggedText(repository, tags.exact));
    case 'nowhere':
    case 'layout':
      return { is: 'unasked' };
  }
}

/** The same of an image of a run, whose journal has each. */
export const observeImagePlaces = ({ session, policy, image }: ImageRun): Promise<ObservedPlace[]> =>
  observePlaces(session, policy, image, ({ repository, held }) =>
    session.journal.add({ is: 'observed', repository, held: heldOf(held, image, policy) }),
  );

/** What each repository holds by now. */
export async function observeAgain(
  { registries }: Pick<Session, 'registries'>,
  { repositories, tags }: Pick<Image, 'repositories' | 'tags'>,
): Promise<ObservedPlace[]> {
  const { client } = await registries();
  return gather(
    repositories.map(async (repository) => ({
      repository,
      held: await observeImage(client, repository, tags),
    })),
  );
}

/** Looks at images of a source that names none. */
const usualTools = 'docker.io/library/python:3.13-alpine';

/** Today's base of the image's packages; undefined where it has none. @throws Failure where it cannot be had. */
export async function baseOf(
  run: ImageRun,
  { records, dropped }: Pick<Observed, 'records' | 'dropped'>,
): Promise<ObservedBase | undefined> {
  const { session, image } = run;
  const { packages } = image.content;
  if (packages === undefined) return undefined;
  const { reader } = await session.registries();
  const platforms = platformsLeft(image, defined({ dropped }));
  const base = await observeBase(reader, packages.base.publish, platforms, records);
  session.journal.add({ is: 'base', of: 'packages', base: imageOf(base) });
  await requireBaseSignature(run, base);
  return base;
}

/** The image whose Python looks at the finished one. @throws Failure where it cannot be had. */
export async function checksBaseOf(run: ImageRun, observed: Observed): Promise<ObservedBase> {
  const base = await baseOf(run, observed);
  if (base !== undefined) return base;
  const { reader } = await run.session.registries();
  // It runs on the build machine alone, whichever platforms the image is for.
  return observeBase(reader, run.image.checks.tools ?? usualTools, []);
}

const imageOf = ({ reference, digest }: ObservedBase): BaseImage => ({ reference, digest });

/** @throws Failure of a registry, or where there is no such Dockerfile. */
export async function observe(run: ImageRun, places: readonly ObservedPlace[]): Promise<Observed> {
  const { session, policy, image } = run;
  const records = recordsOf(places);
  // Nothing is compared and nothing built: then a Dockerfile need not even be there.
  const isSettled =
    (policy.rebuild === 'missing' || policy.rebuild === 'never') &&
    places.every(({ held }) => held.is === 'present');
  if (image.content.kind !== 'dockerfile' || isSettled) return { places, records, published: {} };
  const { reader } = await session.registries();
  const custom = await observeDockerfile(session.world, image.content, image, reader, records, (text) =>
    note(run, text),
  );
  if (custom.standsOn !== undefined)
    session.journal.add({ is: 'base', of: 'dockerfile', base: imageOf(custom.standsOn) });
  for (const base of custom.bases) await requireBaseSignature(run, base);
  return {
    places,
    records,
    custom,
    published: await publishedParents(reader, image.content.published ?? {}),
  };
}

/** Images that stand in for those that this run does not make. @throws Failure where there is none. */
async function publishedParents(
  reader: Pick<Reader, 'getManifest'>,
  published: Readonly<Record<string, readonly string[]>>,
): Promise<Parents> {
  const found = await gather(
    Object.entries(published).map(async ([from, candidates]) => {
      for (const candidate of candidates) {
        const reference = parseReference(candidate);
        if (!reference.ok || reference.value.tag === undefined) continue;
        const { repository, tag } = reference.value;
        const manifest = await reader.getManifest(repository, tag);
        if (manifest !== undefined) return [from, parentAt(candidate, repository, manifest)] as const;
      }
      throw new Failure([
        {
          station: 'registry',
          about: from,
          message: `It stands on ${from}, which this run does not make, and which is not published: ${absentText(candidates)}. Make it, too: name it in images, or leave images and changed empty once.`,
        },
      ]);
    }),
  );
  return Object.fromEntries(found);
}

const absentText = (references: readonly string[]): string =>
  references.length === 1 ? `${references[0]} does not exist` : `neither ${references.join(' nor ')} exists`;

function parentAt(candidate: string, repository: Repository, manifest: Manifest): Parent {
  const record = readBuildRecord(readContent(manifest.bytes).annotations ?? {});
  return {
    name: candidate,
    called: candidate,
    changes: false,
    key: record === undefined ? manifest.digest : (fingerprintHash(record.fingerprint) as Digest),
    reference: `${repositoryText(repository)}@${manifest.digest}`,
  };
}

function heldOf(held: ObservedImage, { version }: Image, { rebuild }: Policy): Held {
  if (held.is === 'unasked') return { platforms: [], ahead: [] };
  const forced = rebuild === 'always';
  const ahead = held.aliases.filter((alias) => isAhead(alias, { version, forced })).map(({ tag }) => tag);
  if (held.is === 'absent') return { exists: false, platforms: [], ahead };
  const { index } = held;
  const digests = new Map(platformsOf(index.bytes).map((one) => [one.platform, one.digest]));
  const baseDigest = readContent(index.bytes).annotations?.[baseDigestKey];
  return {
    exists: true,
    digest: index.digest,
    // A lone manifest does not say its platform: its own digest is that of the only one.
    platforms: held.platforms.map((platform) => ({
      platform,
      digest: digests.get(platform) ?? index.digest,
    })),
    ...(baseDigest === undefined ? {} : { baseDigest }),
    ahead,
  };
}
