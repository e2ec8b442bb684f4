/** Whether a run of this program goes on. */
import type { LocalFind } from '../decide/clean-local.ts';
import { markIn } from '../names/run-mark.ts';
import type { World } from '../ports.ts';

/**
 * Says of a name whether a run goes on that needs what has it; `unknown` without a mark, as in a job, whose steps share a
 * builder.
 *
 * @param lines the command lines of all processes.
 */
export function runReader(
  { machine }: Pick<World, 'machine'>,
  lines: readonly string[],
): (name: string) => NonNullable<LocalFind['run']> {
  return (name) => {
    if (lines.some((line) => line.includes(name))) return 'goes on';
    const mark = markIn(name);
    const isRunning = mark === undefined ? undefined : machine.isRunning(mark.text);
    if (isRunning === undefined) return 'unknown';
    return isRunning ? 'goes on' : 'ended';
  };
}
