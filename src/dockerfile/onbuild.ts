import { readInstructions } from './instructions.ts';

/**
 * The text without the ONBUILD instructions of its last stage; undefined where that has none. They change nothing in the
 * image itself, and whatever is built on it, such as the checks, would run them.
 */
export function withoutTriggers(text: string): string | undefined {
  const { instructions } = readInstructions(text);
  const stage = instructions.findLastIndex(({ keyword }) => keyword === 'FROM');
  const lines = text.split('\n');
  let isChanged = false;
  for (const [at, { keyword, line }] of instructions.entries()) {
    if (at < stage || keyword !== 'ONBUILD') continue;
    isChanged = true;
    const next = instructions[at + 1]?.line ?? lines.length + 1;
    for (let index = line - 1; index < next - 1; index += 1) lines[index] = '';
  }
  return isChanged ? lines.join('\n') : undefined;
}
