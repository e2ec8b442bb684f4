/** Finds why no builder takes a Dockerfile at all: it has no stage, or something stands before the first one. */
import { directivesOf, dockerfileLines, readInstructions } from './instructions.ts';
import type { BuildArguments } from './scope.ts';

/** `keyword` stands before the first FROM; without it, the file ends at this line with no FROM in it. */
export interface StageFault {
  readonly line: number;
  readonly keyword?: string;
}

/**
 * Rules: Dockerfile reference, "FROM", "syntax". A text for another frontend than Docker's own may be in another language,
 * and has no fault here.
 */
export function stageFault(text: string, buildArguments: BuildArguments): StageFault | undefined {
  if (isOtherLanguage(text, buildArguments)) return undefined;
  const { instructions } = readInstructions(text);
  const first = instructions.find(({ keyword }) => keyword !== 'ARG');
  if (first === undefined) return { line: dockerfileLines(text.trimEnd()).length };
  return first.keyword === 'FROM' ? undefined : { line: first.line, keyword: first.keyword };
}

/** Whether another frontend than Docker's own is to read it. */
export function isOtherLanguage(text: string, buildArguments: BuildArguments): boolean {
  const frontend = buildArguments['BUILDKIT_SYNTAX'] ?? frontendOf(text);
  return frontend !== undefined && !dockersOwn.test(frontend);
}

/** `docker/dockerfile:1`, also from a mirror, and its test channel. */
const dockersOwn = /(?:^|\/)docker\/dockerfile(?:-upstream)?(?:[:@\s]|$)/;

/** What a text wants to be read by. It may say so in the ways of other languages: after `#!`, behind `//`, or in JSON. */
function frontendOf(text: string): string | undefined {
  const lines = dockerfileLines(text);
  if (lines[0]?.startsWith('#!')) lines.shift();
  return (
    directivesOf(lines).get('syntax') ??
    directivesOf(lines, '//').get('syntax') ??
    syntaxOfJson(lines.join('\n'))
  );
}

function syntaxOfJson(text: string): string | undefined {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const { syntax } = JSON.parse(text) as { readonly syntax?: unknown };
    return typeof syntax === 'string' ? syntax : undefined;
  } catch {
    return undefined;
  }
}
