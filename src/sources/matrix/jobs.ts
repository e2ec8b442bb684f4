/** Which jobs make the images of a plan: each is made by one, or its platforms by one on each of their runners. */
import { type Runners, usualRunner } from '../../inputs/plan.ts';
import type { Platform } from '../../names/platform.ts';
import type { DecidedCell } from './decided-cell.ts';
import { type FilledShard, shardsOf } from './shards.ts';
import { secondsOn } from './weigh.ts';

/** What one job makes of an image. */
export interface Task {
  readonly decided: DecidedCell;
  /** Some of the image's platforms; absent for the whole image. */
  readonly part?: readonly Platform[];
}

export interface Job extends FilledShard<Task> {
  /** The label of its runner. */
  readonly runner: string;
}

/** @param mostJobs at least as many as there are runners. */
export function jobsOf(stale: readonly DecidedCell[], runners: Runners, mostJobs: number): Job[] {
  const tasks = stale.flatMap((decided) => tasksOf(decided, runners));
  const byRunner = Map.groupBy(tasks, ({ runner }) => runner);
  const total = secondsOfTasks(tasks);
  // One job each, and of the others a part by what there is to do.
  const more = mostJobs - byRunner.size;
  return [...byRunner].flatMap(([runner, own]) => {
    const most = 1 + (total === 0 ? 0 : Math.floor((more * secondsOfTasks(own)) / total));
    const weighed = own.map(({ task, seconds }) => ({
      value: task,
      together: togetherOf(task.decided),
      seconds,
    }));
    return shardsOf(weighed, most).map((shard) => ({ ...shard, runner }));
  });
}

interface RunnerTask {
  readonly runner: string;
  readonly task: Task;
  readonly seconds: number;
}

const secondsOfTasks = (tasks: readonly RunnerTask[]): number =>
  tasks.reduce((sum, { seconds }) => sum + seconds, 0);

const runnerOf = (platform: Platform | undefined, runners: Runners): string =>
  (platform && runners[platform]) ?? usualRunner;

/** Only what is built is split: a new base or a tag takes seconds. */
function tasksOf(decided: DecidedCell, runners: Runners): RunnerTask[] {
  const { image, decision, reckoned } = decided;
  const parts = Map.groupBy(image.platforms, (platform) => runnerOf(platform, runners));
  if (decision.do !== 'build' || parts.size === 1)
    return [
      { runner: runnerOf(image.platforms[0], runners), task: { decided }, seconds: secondsOn(reckoned) },
    ];
  return [...parts].map(([runner, part]) => ({
    runner,
    task: { decided, part },
    seconds: secondsOn(reckoned, part),
  }));
}

const togetherOf = ({ cell: { package: wanted, python, base } }: DecidedCell): string =>
  [wanted.text, python.text, base].join(' ');
