/** Turns what buildx prints into stretches of time and into what was compiled, for the report. */
import type { World } from '../ports.ts';
import { progressReader, type Step } from '../report/steps.ts';
import type { Span } from '../report/report.ts';
import type { State } from './state.ts';

/** What `compile.sh` prints of each wheel that it made, as a line of buildx's. */
const compiled = /^#(\d+) [\d.]+ compiled (\S+) \S+: (\d+(?:\.\d+)?) s$/;

/** Reads along while `work` runs buildx. What is noted is noted even when it fails. */
export async function recordSteps<T>(
  world: World,
  state: State,
  section: 'lock' | 'build' | 'publish',
  work: (onLine: (line: string) => void) => Promise<T>,
): Promise<T> {
  const reader = progressReader(world.clock);
  const made: { step: number; name: string; seconds: number }[] = [];
  try {
    return await work((line) => {
      reader.line(line);
      const [, step, name, seconds] = compiled.exec(line) ?? [];
      if (name !== undefined) made.push({ step: Number(step), name, seconds: Number(seconds) });
    });
  } finally {
    const steps = reader.steps();
    state.spans.push(...steps.flatMap((step) => spanOf(step, section)));
    for (const { step: id, name, seconds } of made) {
      const step = steps.find((one) => one.id === id);
      // A build of one platform does not name it.
      const where = step?.stage === 'native' ? 'native' : (step?.platform ?? state.inputs.platforms[0]);
      state.compileTimes.set(`${where} ${name}`, seconds);
    }
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
