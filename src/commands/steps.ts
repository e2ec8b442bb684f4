/** Turns what buildx prints into stretches of time, for the report. */
import type { Attempt } from '../build/attempts.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { progressReader, type Step } from '../report/steps.ts';
import type { Span } from '../report/report.ts';
import type { State } from './state.ts';

/** Reads along while `work` runs buildx, whose numbers begin anew with each attempt. What is noted is noted even when it fails. */
export async function recordSteps<T>(
  world: World,
  state: State,
  section: 'lock' | 'build' | 'publish',
  work: (onAttempt: () => (line: string) => void) => Promise<T>,
): Promise<T> {
  let reader = progressReader(world.clock);
  const note = (): void => {
    state.spans.push(...reader.steps().flatMap((step) => spanOf(step, section)));
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
    const where = platform === 'native' ? {} : { platform };
    const section = platform === 'native' ? 'lock' : 'build';
    state.spans.push({ section, name: `${way} ${name}`, ...where, start, seconds, alone: true });
  }
}

/** Stages that only verifying needs. */
const verifying = new Set(['run', 'verify']);

/** Steps of buildx's own housekeeping are left out. */
function spanOf(step: Step, section: Span['section']): Span[] {
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
      name: `${step.stage} ${step.name}`.slice(0, 60),
      ...(step.platform === undefined ? {} : { platform: step.platform }),
      start: step.start,
      seconds: step.seconds,
      ...(step.cached ? { cached: true } : {}),
    },
  ];
}
