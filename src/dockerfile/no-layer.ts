/** Finds an image without a single layer: builders export none, or none that could be checked. */
import { readInstructions } from './instructions.ts';

const makesLayer: ReadonlySet<string> = new Set(['ADD', 'COPY', 'RUN', 'WORKDIR']);

/** Line of the last FROM, where it is `scratch` and its stage adds nothing. */
export function stageWithoutLayer(text: string): number | undefined {
  const { instructions } = readInstructions(text);
  const at = instructions.findLastIndex(({ keyword }) => keyword === 'FROM');
  const last = instructions[at];
  if (last === undefined || !/^(?:--platform=\S+\s+)?scratch(?:\s|$)/.test(last.rest)) return undefined;
  return instructions.slice(at + 1).some(({ keyword }) => makesLayer.has(keyword)) ? undefined : last.line;
}
