/** The layers of an image: decided from its lock and what the index says of it, and listed with their times. */
import { Failure } from '../errors.ts';
import { divideIntoLayers, type Layers, type Release, releaseOf } from '../lock/layers.ts';
import type { Lock, PlatformRequirements } from '../lock/lock.ts';
import type { Observed } from '../observe/image.ts';
import type { BakeRecipe } from '../plan/recipe.ts';
import { type ImageRun, note } from './image-run.ts';
import type { Resolved } from './resolve.ts';

/** Undefined where one layer does, or nothing else was asked for. */
export async function layersOfImage(
  run: ImageRun,
  { records }: Pick<Observed, 'records'>,
  { packages, lock, requirements }: Resolved,
): Promise<Layers | undefined> {
  const { session, image } = run;
  if (image.content.kind !== 'packages' || image.content.layers === undefined) return undefined;
  const index = session.packageIndex(packages);
  const installed = installedNames(requirements);
  const releases = await Promise.all(
    installed.map(async (name): Promise<Release> => {
      const [first, ...more] = lock.packages.filter((one) => one.name === name);
      if (first === undefined) return { name, size: 0 };
      return releaseOf(
        [first, ...more],
        packages.local?.name === name ? undefined : await orUnknown(index.project(name)),
      );
    }),
  );
  if (releases.every(({ size }) => size === 0))
    note(run, 'the index says the size of no file, so that the image is one layer');
  const before = records.find(({ layers }) => layers !== undefined)?.layers;
  return divideIntoLayers(releases, packages.distribution, before);
}

/** An index that does not answer now is no reason to build nothing: the lock is there. */
const orUnknown = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (error instanceof Failure) return undefined;
    throw error;
  });

const installedNames = (requirements: readonly PlatformRequirements[]): string[] =>
  [
    ...new Set(
      requirements.flatMap((platform) =>
        platform.requirements.flatMap(({ kind, name }) => (kind === 'present' ? [] : [name])),
      ),
    ),
  ].toSorted();

/**
 * The layers that are not empty. The files of each are as old as its newest release, so that a release in one layer
 * changes no other.
 *
 * @param given the environment's SOURCE_DATE_EPOCH, in seconds.
 */
export const layerList = (
  layers: Layers,
  lock: Lock | undefined,
  given: number | undefined,
): NonNullable<BakeRecipe['layers']> =>
  layers
    .filter(({ length }) => length > 0)
    .map((names) => ({ names, time: given ?? newestUpload(textOf(lock, names)) }));

/** The tables of these packages in the lock. */
const textOf = (lock: Lock | undefined, names: readonly string[]): string =>
  (lock?.text ?? '')
    .split(/^(?=\[\[packages\]\])/m)
    .filter((table) => names.includes(/^name = "([^"]+)"/m.exec(table)?.[1] ?? ''))
    .join('');

/**
 * When the newest file was published that the text of a lock names, in seconds. 1980 where the index does not say:
 * archives cannot hold an earlier year.
 */
export function newestUpload(text: string): number {
  const times = [...text.matchAll(/upload-time = (\d{4}-\d\d-\d\dT[\d:.]+Z)/g)];
  const seconds = times.map(([, time = '']) => Math.floor(Date.parse(time) / 1000)).filter(Number.isFinite);
  return Math.max(315_532_800, ...seconds);
}
