/** The plan of this run, from everything that was found out. */
import { program } from '../build/programs.ts';
import type { ObservedBase } from '../observe/observe.ts';
import type { Starts } from '../dockerfile/starts.ts';
import { type Locked, planPackage } from '../recipe/bake-recipe.ts';
import type { Plan } from '../plan/recipe.ts';
import { basesOf, type Context, indexesOf } from './context.ts';
import { todayOf } from '../run/decide.ts';
import type { Resolved } from '../recipe/resolve.ts';

export function planOf(
  context: Context,
  base: ObservedBase,
  {
    resolved,
    locked,
    starts,
    created = context.world.clock.now(),
  }: {
    readonly resolved: Resolved | undefined;
    readonly locked: Locked | undefined;
    /** What an own Dockerfile's image starts. */
    readonly starts?: Starts | undefined;
    /** Milliseconds since the epoch; now, where something is built. */
    readonly created?: number | undefined;
  },
): Plan {
  const { world, inputs, cell, own, programs } = context;
  const epoch = world.env['SOURCE_DATE_EPOCH'] ?? '';
  return planPackage({
    cell,
    inputs,
    base,
    made: {
      fingerprint: todayOf(context, resolved, basesOf(context, base)),
      facts: resolved?.facts ?? [],
      indexes: indexesOf(context, base),
    },
    templates: { locked: program(programs, 'Dockerfile'), plain: program(programs, 'plain.Dockerfile') },
    ...(inputs.maxAge === undefined ? {} : { created }),
    ...(/^\d+$/.test(epoch) ? { sourceDateEpoch: Number(epoch) } : {}),
    ...(locked === undefined ? {} : { locked }),
    ...(own === undefined ? {} : { own: { ...own, ...(starts === undefined ? {} : { starts }) } }),
  });
}
