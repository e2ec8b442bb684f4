/** Turns what buildx prints into stretches of time, for the report. */
import type { Attempt } from '../build/attempts.ts';
import { isTargetOf } from '../build/bake.ts';
import { withoutOffers } from '../dockerfile/offered-mounts.ts';
import { wholeOf } from '../build/split.ts';
import type { Platform } from '../names/platform.ts';
import type { ImageId } from '../plan/image.ts';
import type { World } from '../ports.ts';
import type { Journal } from '../report/journal.ts';
import { forPlatform, shortPlatform, stepWords } from '../report/step-words.ts';
import { progressReader, type Step } from '../report/steps.ts';
import type { Span } from '../report/report.ts';

/** An image whose steps are traced. */
export interface Traced {
  readonly id: ImageId;
  readonly journal: Journal;
  /** The steps of a custom Dockerfile keep their text. */
  readonly custom: boolean;
}

/** Whose bake target it is. Where one target is built, buildx names none. */
export const tracedOf = (traced: readonly Traced[], target: string | undefined): Traced | undefined =>
  target === undefined && traced.length === 1
    ? traced[0]
    : traced.find(({ id }) => isTargetOf(id, wholeOf(target ?? '')));

/**
 * Reads along while `work` runs buildx, whose numbers begin anew with each attempt. What is noted is noted even when it
 * fails.
 *
 * @param traced a step of no target, or of another one, is written into the journal of the trace.
 * @param complete adds what a step's target alone says.
 */
export async function traceSteps<T>(
  { world, journal }: { readonly world: Pick<World, 'clock'>; readonly journal: Journal },
  section: 'lock' | 'build' | 'publish',
  traced: readonly Traced[],
  work: (onAttempt: () => (line: string) => void) => Promise<T>,
  complete: (step: Step) => Step = (step) => step,
): Promise<T> {
  let reader = progressReader(world.clock);
  const note = (): void => {
    for (const step of reader.steps().map(complete)) {
      const of = tracedOf(traced, step.target);
      for (const span of spanOf(step, section, of)) (of?.journal ?? journal).add({ is: 'span', span });
    }
  };
  try {
    return await work(() => {
      note();
      const begun = progressReader(world.clock);
      reader = begun;
      return (line) => begun.line(line);
    });
  } finally {
    note();
  }
}

/** Notes how requirements were compiled; those that this run compiled get a stretch of time each. @param begun when it began. */
export function recordAttempts(
  journal: Journal,
  compiled: {
    readonly build: number;
    readonly where: Platform | 'native';
    readonly attempts: readonly Attempt[];
  },
  begun: number,
): void {
  journal.add({ is: 'compiled', ...compiled });
  const { where, attempts } = compiled;
  for (const { name, way, began, seconds } of attempts) {
    const start = (began ?? 0) * 1000;
    // What a builder had in its cache was compiled before this run.
    if (start < begun) continue;
    const on: Pick<Span, 'platform'> = where === 'native' ? {} : { platform: where };
    const section = where === 'native' ? 'lock' : 'build';
    const verb = way === 'cross' ? 'cross-compile' : 'compile';
    const words = `${verb} ${name}${way === 'emulated' ? ' under emulation' : ''}`;
    const span = {
      section,
      name: forPlatform(words, on.platform),
      ...on,
      start,
      seconds,
      alone: true,
    } as const;
    journal.add({ is: 'span', span });
  }
}

/** Stages that only verifying needs. */
const verifying = new Set(['look', 'interpreter', 'run', 'verify']);

/** Steps of buildx's own housekeeping are left out. */
function spanOf(step: Step, section: Span['section'], of: Traced | undefined): Span[] {
  if (
    step.stage === 'internal' ||
    step.stage === '' ||
    step.stage.startsWith('context ') ||
    step.seconds < 0.05
  )
    return [];
  return [
    {
      section: section === 'build' && verifying.has(step.stage) ? 'verify' : section,
      name: textOf(step, of),
      ...(step.platform === undefined ? {} : { platform: step.platform }),
      start: step.start,
      seconds: step.seconds,
      ...(step.cached ? { cached: true } : {}),
    },
  ];
}

/** buildx names the target only where it builds several. */
function textOf(step: Step, of: Traced | undefined): string {
  const isCustom = of?.custom === true && wholeOf(step.target ?? of.id) === of.id;
  const words = isCustom ? undefined : stepWords(step);
  if (words !== undefined) return words;
  const platform = step.platform === undefined ? '' : `${shortPlatform(step.platform)} `;
  return platform + `${step.stage} ${withoutOffers(step.name)}`.slice(0, 60);
}
