/** Builds targets of a bake file with buildx, and turns a failure into problems. */
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import type { World } from '../ports.ts';
import { bake, type Buildx } from './buildx.ts';
import { buildProblem } from './failure.ts';

export interface TargetsRequest {
  /** Folder of the bake file, into which all outputs are written. */
  readonly folder: string;
  readonly targets: readonly string[];
  /** Distribution that the image is for, and the reference of the base that compiles: for messages. */
  readonly about: string;
  readonly base: string;
  /** As `FailedBuild` has it. */
  readonly asksIndex?: boolean;
  /** As `bake` has it. */
  readonly onAttempt?: () => (line: string) => void;
}

/** @throws Failure with the words of the step that failed. */
export async function buildTargets(world: World, buildx: Buildx, request: TargetsRequest): Promise<void> {
  const { folder, targets, about, base, asksIndex, onAttempt } = request;
  const ran = await bake(world, buildx, { folder, targets, ...defined({ onAttempt }) });
  if (ran.code === 0) return;
  const without = withoutPython(ran.stderr);
  if (without.length > 0) throw new Failure(without);
  const what = `the image of ${about} could not be built`;
  throw new Failure([await buildProblem(world, { ran, about, what, base, ...defined({ asksIndex }) })]);
}

/** Problems of images in which interpreter.py found no Python to run the checks with. */
function withoutPython(log: string): Problem[] {
  const lines = [...log.matchAll(/^(?:#\d+ [\d.]+ )?interpreter: ([\w/]+): (.+)$/gm)];
  return [...new Map(lines.map(([, platform = '', what = '']) => [platform, what]))].map(
    ([platform, what]) => ({
      station: 'verify',
      about: platform,
      message: `${platform}, interpreter: ${what}`,
    }),
  );
}
