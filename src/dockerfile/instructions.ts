/**
 * Splits a Dockerfile into instructions as BuildKit's parser does. By hand: dockerfile-ast, the parser on npm, is made for
 * editors, and gives positions where this needs the values that BuildKit computes.
 */
import { words } from './words.ts';

export interface Flag {
  readonly name: string;
  /** Without quotes, with variables as written. Empty for a bare `--name`. */
  readonly value: string;
}

export interface Instruction {
  readonly line: number;
  readonly keyword: string;
  readonly flags: readonly Flag[];
  readonly rest: string;
  readonly heredocs: readonly string[];
}

export interface Instructions {
  /** The character that escapes another and continues a line: `\`, or the one of the directive `escape`. */
  readonly escape: string;
  readonly instructions: readonly Instruction[];
}

/** Keywords (Dockerfile reference, "Overview"). */
export const instructionNames: readonly string[] =
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  );

/**
 * Reads any text without an error: BuildKit reports the faults. Rules: Dockerfile reference, "Parser directives", "Format",
 * "Here-Documents".
 */
export function readInstructions(text: string): Instructions {
  const lines = dockerfileLines(text);
  const escape = directivesOf(lines).get('escape') === '`' ? '`' : '\\';
  const continued = escape === '`' ? /(?<!`)`[ \t]*$/ : /(?<!\\)\\[ \t]*$/;
  const instructions: Instruction[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = at + 1;
    let logical = '';
    let open = true;
    while (open && at < lines.length) {
      const raw = lines[at++]!;
      if (isComment(raw) || raw.trim() === '') {
        if (logical === '') break;
        continue;
      }
      open = continued.test(raw);
      logical += raw.replace(continued, '');
    }
    if (logical.trim() === '') continue;
    const heredocs = heredocsOf(logical, escape).map(({ name, chomp }) => {
      const body: string[] = [];
      while (at < lines.length) {
        const raw = chomp ? lines[at]!.replace(/^\t+/, '') : lines[at]!;
        at += 1;
        if (raw === name) break;
        body.push(raw);
      }
      return body.join('\n');
    });
    instructions.push({ line, ...parts(logical, escape), heredocs });
  }
  return { escape, instructions };
}

/** How many steps the last stage adds to the history of its base: BuildKit writes down every instruction. */
export function stepsOfLastStage(text: string): number {
  const { instructions } = readInstructions(text);
  return instructions.length - 1 - instructions.findLastIndex(({ keyword }) => keyword === 'FROM');
}

/** The instruction behind `ONBUILD`, which runs in stages that are built on this one. */
export const triggerOf = (onbuild: Instruction, escape: string): Instruction => ({
  ...onbuild,
  ...parts(onbuild.rest, escape),
});

const isComment = (line: string): boolean => /^\s*#/.test(line);

/** Without a byte order mark, and without what ends each line. */
export const dockerfileLines = (text: string): string[] => text.replace(/^\uFEFF/, '').split(/\r?\n/);

/**
 * The first value of each directive. They must come before everything else, even blank lines and other comments.
 *
 * @param comment what a comment begins with.
 */
export function directivesOf(
  lines: readonly string[],
  comment: '#' | '//' = '#',
): ReadonlyMap<string, string> {
  const directives = new Map<string, string>();
  for (const line of lines) {
    const text = line.trimStart();
    const [, name = '', value = ''] = text.startsWith(comment)
      ? (directive.exec(text.slice(comment.length)) ?? [])
      : [];
    const known = name.toLowerCase();
    if (!['syntax', 'check', 'escape'].includes(known)) break;
    if (!directives.has(known)) directives.set(known, value);
  }
  return directives;
}

const directive = /^\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/;

function parts(logical: string, escape: string): Pick<Instruction, 'keyword' | 'flags' | 'rest'> {
  const [, keyword = '', all = ''] = /^\s*(\S+)\s*(.*)$/s.exec(logical) ?? [];
  const flags: Flag[] = [];
  let rest = all;
  while (rest.startsWith('--')) {
    const [word = ''] = words(rest, escape);
    rest = rest.slice(word.length).trimStart();
    if (word === '--') break;
    const [, name = '', value = ''] = /^--([^=]*)=?(.*)$/s.exec(unquoted(word, escape)) ?? [];
    flags.push({ name, value });
  }
  return { keyword: keyword.toUpperCase(), flags, rest: rest.trim() };
}

const unquoted = (word: string, escape: string): string =>
  word.replace(escape === '`' ? /`(.)|["']/gs : /\\(.)|["']/gs, (_, escaped?: string) => escaped ?? '');

interface Heredoc {
  readonly name: string;
  /** `<<-` removes leading tabs. */
  readonly chomp: boolean;
}

function heredocsOf(logical: string, escape: string): Heredoc[] {
  const { keyword, rest } = parts(logical.replace(/^\s*onbuild\s+/i, ''), escape);
  if (!['RUN', 'COPY', 'ADD'].includes(keyword) || jsonWords(rest) !== undefined) return [];
  return words(rest.replaceAll(/<<(-?)[ \t]+/g, '<<$1'), '\\').flatMap((word) => {
    const [, minus, name = ''] = heredocWord.exec(word) ?? [];
    return name === '' ? [] : [{ name: name.replaceAll(/["'\\]/g, ''), chomp: minus === '-' }];
  });
}

/** The start of a heredoc: `<<EOF`, `<<-"EOF"`, `3<<EOF`. */
export const heredocWord = /^\d*<<(-?)([^<]+)$/;

export function jsonWords(rest: string): string[] | undefined {
  if (!rest.startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(rest);
    return Array.isArray(parsed) && parsed.every((word) => typeof word === 'string') ? parsed : undefined;
  } catch {
    return undefined;
  }
}
