/** Everything that a recipe is made from, out of what a run has found out. */
import { program } from '../build/programs.ts';
import type { Starts } from '../dockerfile/starts.ts';
import { defined } from '../defined.ts';
import type { Layers } from '../lock/layers.ts';
import type { PlatformRequirements } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import { basesOf, calledIn, indexesOf, type Observed, type Parents, withPackages } from '../observe/image.ts';
import type { ObservedBase } from '../observe/observe.ts';
import { type Fingerprint, fingerprintOf } from '../plan/fingerprint.ts';
import type { Locked, RecipeQuestion } from './bake-recipe.ts';
import type { ImageRun } from './image-run.ts';
import type { Resolved } from './resolve.ts';

export interface Found {
  /** Platforms that are made. */
  readonly platforms: readonly Platform[];
  readonly observed: Observed;
  readonly base: ObservedBase;
  readonly parents: Parents;
  readonly resolved: Resolved | undefined;
  readonly locked: Locked | undefined;
  /** What a custom Dockerfile's image starts. */
  readonly starts?: Starts | undefined;
  /** Absent for one. */
  readonly layers?: Layers | undefined;
  /** Milliseconds since the epoch; now, where something is built. */
  readonly created?: number | undefined;
}

export function questionOf(
  run: ImageRun,
  { platforms, observed, base, parents, resolved, locked, starts, layers, created }: Found,
): RecipeQuestion {
  const { session, policy } = run;
  const { world, programs } = session;
  const { custom } = observed;
  const image = withPackages(run.image, observed);
  const epoch = world.env['SOURCE_DATE_EPOCH'] ?? '';
  return {
    image,
    platforms,
    policy,
    base,
    record: {
      fingerprint: fingerprintNow(run, observed, {
        requirements: resolved?.requirements,
        bases: basesOf(run.image, observed, base, parents),
      }),
      facts: resolved?.facts ?? [],
      indexes: indexesOf(observed, base),
      ...defined({ layers }),
    },
    templates: { locked: program(programs, 'Dockerfile'), plain: program(programs, 'plain.Dockerfile') },
    ...(policy.maxAge === undefined || created === undefined ? {} : { created }),
    ...(/^\d+$/.test(epoch) ? { sourceDateEpoch: Number(epoch) } : {}),
    ...(locked === undefined ? {} : { locked }),
    ...(custom === undefined
      ? {}
      : {
          custom: {
            ...custom,
            pins: { ...custom.pins, ...pulled(parents) },
            parents: built(parents),
            // Without a digest: the label would be another one where the parent is built in the same run.
            ...(custom.parent === undefined
              ? {}
              : { standsOn: { reference: calledIn(parents, custom.parent) } }),
            ...(starts === undefined ? {} : { starts }),
          },
        }),
  };
}

/** Parents that a registry holds. */
const pulled = (parents: Parents): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parents).flatMap(([from, { reference }]) =>
      reference === undefined ? [] : [[from, reference]],
    ),
  );

/** Parents that are built in the same run of buildx. */
const built = (parents: Parents) =>
  Object.fromEntries(
    Object.entries(parents).flatMap(([from, { id, reference }]) =>
      reference === undefined && id !== undefined ? [[from, id]] : [],
    ),
  );

/** What the image would be made of today. @param parts requirements are undefined where nothing is locked or compared. */
export const fingerprintNow = (
  { policy, image }: Pick<ImageRun, 'policy' | 'image'>,
  { custom }: Pick<Observed, 'custom'>,
  {
    requirements,
    bases,
  }: {
    readonly requirements: readonly PlatformRequirements[] | undefined;
    readonly bases: Fingerprint['bases'];
  },
): Fingerprint =>
  fingerprintOf({
    image,
    policy,
    bases,
    ...(requirements === undefined ? {} : { requirements }),
    ...(custom === undefined ? {} : { dockerfile: custom }),
  });
