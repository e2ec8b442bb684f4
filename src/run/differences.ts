/** What an image that is only tried would change of the one that is published. */
import { measureSizes } from '../build/platform-size.ts';
import { changedParts, changedRequirements, type Difference, movedBases } from '../decide/compare.ts';
import { Failure } from '../errors.ts';
import type { ObservedPlace } from '../observe/image.ts';
import { readBuildRecord } from '../plan/build-record.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import { type Manifest, readContent } from '../registry/manifest.ts';
import type { ManifestReader } from '../registry/size.ts';

/**
 * That it cannot be told is no failure: a note says so.
 *
 * @param places that hold an image which is compared.
 * @param reader of manifests of the new image, and of registries.
 */
export async function noteDifferences(
  run: ImageRun,
  places: readonly ObservedPlace[],
  index: Manifest,
  reader: ManifestReader,
): Promise<void> {
  for (const place of places) {
    try {
      const difference = await differenceAt(run, place, index, reader);
      if (difference !== undefined)
        run.session.journal.add({ is: 'compared', repository: place.repository, difference });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      note(run, `the published image could not be compared: ${error.message}`);
    }
  }
}

/** Undefined where nothing is published, or another tool made it. */
async function differenceAt(
  { image }: ImageRun,
  { repository, held }: ObservedPlace,
  index: Manifest,
  reader: ManifestReader,
): Promise<Difference | undefined> {
  const now = readBuildRecord(readContent(index.bytes).annotations ?? {})?.fingerprint;
  if (held.is !== 'present' || held.record === undefined || now === undefined) return undefined;
  const before = held.record.fingerprint;
  const { platforms } = image;
  const [old, made] = await Promise.all([
    measureSizes(reader, { index: held.index, repository, platforms: held.platforms }),
    measureSizes(reader, { index, repository, platforms }),
  ]);
  return {
    requirements: changedRequirements(before.requirements, now.requirements),
    parts: changedParts(before, now),
    bases: movedBases(before.bases, now.bases),
    sizes: made.map(({ platform, size }) => {
      const published = old.find((one) => one.platform === platform)?.size;
      return { platform, now: size, ...(published === undefined ? {} : { before: published }) };
    }),
  };
}
