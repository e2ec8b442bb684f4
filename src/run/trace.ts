/** Turns what buildx prints into stretches of time, for the report. */
import type { Attempt } from '../build/attempts.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { forPlatform, shortPlatform, stepWords } from '../report/step-words.ts';
import { progressReader, type Step } from '../report/steps.ts';
import type { Span } from '../report/report.ts';
import type { State } from '../commands/state.ts';

/**
 * Reads along while `work` runs buildx, whose numbers begin anew with each attempt. What is noted is noted even when it fails.
 *
 * @param own whether the target `image` is a Dockerfile of the user's own, whose steps keep their text.
 */
export async function recordSteps<T>(
  world: World,
  state: State,
  section: 'lock' | 'build' | 'publish',
  work: (onAttempt: () => (line: string) => void) => Promise<T>,
  own = false,
): Promise<T> {
  let reader = progressReader(world.clock);
  const note = (): void => {
    state.spans.push(...reader.steps().flatMap((step) => spanOf(step, section, own)));
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

/** Notes how requirements were compiled; those that this run compiled get a stretch of time each. */
export function recordAttempts(
  state: State,
  platform: Platform | 'native',
  attempts: readonly Attempt[],
): void {
  state.attempts.set(platform, attempts);
  // What a builder had in its cache was compiled before this run.
  const begun = Math.min(...state.spans.map(({ start }) => start));
  for (const { name, way, began, seconds } of attempts) {
    const start = (began ?? 0) * 1000;
    if (start < begun) continue;
    const where: Pick<Span, 'platform'> = platform === 'native' ? {} : { platform };
    const section = platform === 'native' ? 'lock' : 'build';
    const verb = way === 'cross' ? 'cross-compile' : 'compile';
    const words = `${verb} ${name}${way === 'emulated' ? ' under emulation' : ''}`;
    state.spans.push({
      section,
      name: forPlatform(words, where.platform),
      ...where,
      start,
      seconds,
      alone: true,
    });
  }
}

/** Stages that only verifying needs. */
const verifying = new Set(['look', 'interpreter', 'run', 'verify']);

/** Steps of buildx's own housekeeping are left out. */
function spanOf(step: Step, section: Span['section'], own: boolean): Span[] {
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
      name: textOf(step, own),
      ...(step.platform === undefined ? {} : { platform: step.platform }),
      start: step.start,
      seconds: step.seconds,
      ...(step.cached ? { cached: true } : {}),
    },
  ];
}

/** buildx names the target only where it builds several. */
function textOf(step: Step, own: boolean): string {
  const isOwn = own && (step.target ?? 'image') === 'image';
  const words = isOwn ? undefined : stepWords(step);
  if (words !== undefined) return words;
  const platform = step.platform === undefined ? '' : `${shortPlatform(step.platform)} `;
  return platform + `${step.stage} ${step.name}`.slice(0, 60);
}
