/** Asks the registries what they hold of an image, and reads a custom Dockerfile. */
import { gather } from '../errors.ts';
import { isAhead } from '../decide/aliases.ts';
import { observeDockerfile } from '../observe/custom-dockerfile.ts';
import { type Observed, type ObservedPlace, recordsOf } from '../observe/image.ts';
import { observeBase, type ObservedBase, type ObservedImage, observeImage } from '../observe/observe.ts';
import { baseDigestKey } from '../plan/labels.ts';
import type { Image } from '../plan/image.ts';
import { type Policy, pushes } from '../plan/policy.ts';
import type { BaseImage } from '../plan/recipe.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import { platformsOf, readContent } from '../registry/manifest.ts';
import type { Held } from '../report/journal.ts';
import type { Session } from '../session/session.ts';

/**
 * What each repository of the image held when it was first asked; no registry is asked where nothing is pushed.
 *
 * @param onPlace told of each that answers, also where another one does not.
 */
export const observePlaces = (
  { held }: Pick<Session, 'held'>,
  policy: Policy,
  { repositories, tags }: Pick<Image, 'repositories' | 'tags'>,
  onPlace: (place: ObservedPlace) => void = () => {},
): Promise<ObservedPlace[]> =>
  gather(
    repositories.map(async (repository) => {
      const place: ObservedPlace = {
        repository,
        held: pushes(policy) ? await held(repository, tags) : { is: 'unasked' },
      };
      onPlace(place);
      return place;
    }),
  );

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

/** Today's base of the image's packages. @throws Failure where it cannot be had. */
export async function baseOf(
  { session, image }: ImageRun,
  { records }: Pick<Observed, 'records'>,
): Promise<ObservedBase> {
  const { reader } = await session.registries();
  const base = await observeBase(reader, image.content.packages.base.publish, image.platforms, records);
  session.journal.add({ is: 'base', of: 'packages', base: imageOf(base) });
  return base;
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
  if (image.content.kind !== 'dockerfile' || isSettled) return { places, records };
  const { reader } = await session.registries();
  const custom = await observeDockerfile(session.world, image.content, image, reader, records, (text) =>
    note(run, text),
  );
  if (custom.standsOn !== undefined)
    session.journal.add({ is: 'base', of: 'dockerfile', base: imageOf(custom.standsOn) });
  else if (custom.parent !== undefined)
    session.journal.add({ is: 'base', of: 'dockerfile', base: { reference: custom.parent } });
  return { places, records, custom };
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
