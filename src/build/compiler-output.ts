/** Shortens the log of a failed build to the lines that matter. */
import { stripVTControlCharacters } from 'node:util';
import { defined } from '../defined.ts';
import { frontendHint, hintOf } from './hints.ts';
import type { Family } from './system-packages.ts';

export interface Shortened {
  /** At most twenty, in the order of the log. */
  readonly lines: string[];
  /** The way out, where one is known. */
  readonly hint?: string;
}

const mostLines = 20;
const longestLine = 240;

/** Lines that say what went wrong. */
const errorPatterns: readonly RegExp[] = [
  /\b(?:fatal )?error(?:\[E\d+\])?: /i,
  /^\s*error\b.*:/i,
  /^E: |^ERROR\b|^\s*CMake Error|^\s*× /,
  /undefined reference to|cannot find -l|relocation truncated|multiple definition of/,
  /^\s*(?:[\w.]+\.)?\w*(?:Error|Exception): /,
  /\bnot found\b|No such file or directory|no such package|Could NOT find/i,
  /exec format error|Invalid ELF image|cannot execute binary file/i,
  /no space left on device|^Killed$|Killed signal|Cannot allocate memory/i,
  /Name or service not known|Temporary failure|Could not resolve|timed out|Connection (?:refused|reset)|Network is unreachable/i,
  /certificate verify failed|self[- ]signed certificate/i,
  /DO NOT MATCH THE HASHES|^\s+(?:Expected|Got) /,
  /returned non-zero exit status|Can not find valid/,
  /panicked at/,
];

/** Lines that only announce other lines, or repeat that something failed. */
const noisePatterns: readonly RegExp[] = [
  /subprocess-exited-with-error|This error originates from a subprocess|metadata-generation-failed/,
  /did not run successfully|\[end of output\]|See above for output|^\s*│? ?exit code: \d/,
  /^\[notice\]|checking the latest version of pip|^WARNING: (?:Running pip as|You are using pip)/,
  /Failed to build (?:one or more|installable) wheels/,
  /error: [Cc]ommand .*(?:failed with exit code|returned non-zero exit status|failed with exit status)/,
  /collect2: error: ld returned|compilation terminated|ninja: build stopped|FAILED: /,
  /^make(?:\[\d+\])?: /,
];

/** pip's announcement of another try; a later line says how it ended. */
const retried = /Retrying \(Retry\(total=[1-9]/;

/** Counts the lines that belong to the one above: the source under a compiler's error, the reason under CMake's. */
function countFollowing(line: string, next: readonly string[]): number {
  const leading = (limit: number, fits: (text: string) => boolean): number => {
    const end = next.slice(0, limit).findIndex((text) => !fits(text));
    return end < 0 ? Math.min(limit, next.length) : end;
  };
  if (/fatal error: /.test(line)) return leading(2, (text) => /^\s*\d* \|/.test(text));
  if (/^\s*CMake Error/.test(line)) return leading(3, (text) => text.trim() !== '');
  if (/unable to select packages/.test(line)) return Math.min(2, next.length);
  if (/^\s*error(?:\[E\d+\])?: /.test(line)) return leading(1, (text) => /^\s*-->/.test(text));
  return 0;
}

/**
 * Takes the output of buildx (plain progress) or of a program itself. Of a build, only the steps that failed are looked
 * at. The lines have no numbers and times of buildx.
 *
 * @param asksIndex whether the build installs from a package index.
 */
export function shortenBuildLog(
  log: string | readonly string[],
  family?: Family,
  asksIndex = true,
): Shortened {
  const text = typeof log === 'string' ? log : log.join('\n');
  const lines = failedSteps(text);
  const picked = pick(lines);
  const shown =
    picked.length > 0 ? picked : lines.filter((line) => line.trim() !== '' && !isNoise(line)).slice(-12);
  const hint = frontendHint(text) ?? hintOf(lines.join('\n'), family, asksIndex);
  return { lines: limited(shown.map(cut)), ...defined({ hint }) };
}

const isNoise = (line: string): boolean => noisePatterns.some((pattern) => pattern.test(line));

/** The output of failed steps, and buildx's errors of them; all lines where the log is not buildx's. */
export function failedSteps(log: string): string[] {
  const all = stripVTControlCharacters(log)
    .split(/\r\n|\n|\r/)
    .filter((line) => !retried.test(line));
  const failed = new Map<string, string>();
  const printed: { readonly id: string; readonly text: string }[] = [];
  for (const line of all) {
    const [, id, text] = /^#(\d+) (.*)$/.exec(line) ?? [];
    if (id === undefined || text === undefined) continue;
    const [, output] = /^\d+\.\d+ ?(.*)$/.exec(text) ?? [];
    if (output !== undefined) printed.push({ id, text: output });
    const [, error] = /^ERROR: (.*)$/.exec(text) ?? [];
    if (error !== undefined && !/context canceled/.test(error)) failed.set(id, error);
  }
  if (failed.size > 0) {
    const output = printed.filter(({ id }) => failed.has(id)).map(({ text }) => text);
    // That a process failed is worth a line only where it printed nothing itself.
    const words = [...failed.values()].filter(
      (error) => output.length === 0 || !/did not complete/.test(error),
    );
    return [...output, ...words.map((error) => `ERROR: ${error}`)];
  }
  if (printed.length === 0) return all;
  const last = all.filter((line) => line.startsWith('ERROR: '));
  return last.length > 0 ? last : printed.map(({ text }) => text);
}

function pick(lines: readonly string[]): string[] {
  const picked = new Set<number>();
  for (const [index, line] of lines.entries()) {
    if (isNoise(line) || !errorPatterns.some((pattern) => pattern.test(line))) continue;
    picked.add(index);
    const more = countFollowing(line, lines.slice(index + 1, index + 4));
    for (let offset = 1; offset <= more; offset += 1) picked.add(index + offset);
  }
  const texts = [...picked].toSorted((one, other) => one - other).map((index) => lines[index]!.trimEnd());
  return [...new Set(texts)];
}

/** pip indents the output of a package's build by six columns. The end of a long line often holds the reason. */
function cut(line: string): string {
  const text = line.replace(/^(?: {6}| {2}(?=ERROR|error))/, '');
  return text.length > longestLine ? `${text.slice(0, 140)} … ${text.slice(143 - longestLine)}` : text;
}

/** The first lines name the cause; the last two say what failed because of it. */
function limited(lines: readonly string[]): string[] {
  if (lines.length <= mostLines) return [...lines];
  const left = lines.length - (mostLines - 1);
  return [...lines.slice(0, mostLines - 3), `… ${left} more lines of this kind`, ...lines.slice(-2)];
}
