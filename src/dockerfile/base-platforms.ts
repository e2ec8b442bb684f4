/** Finds for which platforms a Dockerfile takes each of its images. */
import type { Platform } from '../names/platform.ts';
import { readInstructions } from './instructions.ts';
import { type BuildArguments, globalScope } from './scope.ts';
import { globalArguments, reachedStages, readStages, type Stage, type Triggers } from './stages.ts';

/**
 * Platforms of the build by reference. What stages take that have a platform of their own, as `--platform=$BUILDPLATFORM`
 * gives one, is not among them, nor what is taken by a stage on such a stage.
 */
export function basePlatforms(
  text: string,
  buildArguments: BuildArguments,
  platforms: readonly Platform[],
  triggers: Triggers,
): ReadonlyMap<string, readonly Platform[]> {
  const file = readInstructions(text);
  const taken = new Map<string, Platform[]>();
  for (const platform of platforms) {
    const globals = globalScope(globalArguments(file), buildArguments, platform, file.escape);
    const stages = readStages(file, globals, triggers);
    const froms = reachedStages(stages).flatMap((index) => {
      const stage = stages[index]!;
      return hasOwnPlatform(stage, stages) ? [] : [stage.base, ...stage.copies];
    });
    const references = new Set(froms.flatMap((from) => (from.kind === 'image' ? [from.reference] : [])));
    for (const reference of references) taken.set(reference, [...(taken.get(reference) ?? []), platform]);
  }
  return taken;
}

const hasOwnPlatform = (stage: Stage, stages: readonly Stage[]): boolean =>
  stage.hasOwnPlatform || (stage.base.kind === 'stage' && hasOwnPlatform(stages[stage.base.index]!, stages));
