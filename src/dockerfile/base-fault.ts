/** Finds references of images that no builder can read. */
import type { Platform } from '../names/platform.ts';
import { shown } from '../names/shown.ts';
import { parseReference } from '../registry/reference.ts';
import { readInstructions } from './instructions.ts';
import { type BuildArguments, globalScope } from './scope.ts';
import { isOtherLanguage } from './stage-fault.ts';
import { expand, variableNames } from './words.ts';
import { globalArguments, reachedStages, readStages } from './stages.ts';

export interface BaseFault {
  readonly line: number;
  /** After expansion. */
  readonly reference: string;
  readonly message: string;
}

/**
 * Each FROM of the last stage, and of those that it needs, that names no image. One with a variable that is not set is none of
 * them: what is missing there is the value.
 */
export function baseFaults(
  text: string,
  buildArguments: BuildArguments,
  platforms: readonly Platform[],
): BaseFault[] {
  if (isOtherLanguage(text, buildArguments)) return [];
  const file = readInstructions(text);
  const faults = (platforms.length === 0 ? [undefined] : platforms).flatMap((platform) => {
    const globals = globalScope(globalArguments(file), buildArguments, platform, file.escape);
    const stages = readStages(file, globals);
    return reachedStages(stages).flatMap((index): BaseFault[] => {
      const { base, line } = stages[index]!;
      if (base.kind === 'stage' || base.kind === 'scratch') return [];
      const { written } = base;
      if (variableNames(written).some((name) => !globals(name))) return [];
      const reference = expand(written, globals, file.escape) ?? written;
      const read = parseReference(reference);
      if (read.ok) return [];
      const message =
        reference === '' ? 'FROM names no image.' : `${shown(reference)} is no image: ${read.message}`;
      return [{ line, reference, message }];
    });
  });
  return [...new Map(faults.map((fault) => [fault.line, fault])).values()];
}
