/** A Dockerfile's instructions, cut from its text as BuildKit's parser does. */
import { words } from './words.ts';

export interface Flag {
  readonly name: string;
  /** Without quotes; variables stand in it as written. Empty for a bare `--name`. */
  readonly value: string;
}

export interface Instruction {
  /** Line that it begins on, the first being 1. */
  readonly line: number;
  /** In capitals: `FROM`, `COPY`, … */
  readonly keyword: string;
  /** What stands before the arguments as `--name=value`. */
  readonly flags: readonly Flag[];
  /** The arguments, continued lines joined. */
  readonly rest: string;
  /** Bodies of its heredocs, in order. */
  readonly heredocs: readonly string[];
}

export interface Instructions {
  /** What quotes a character and continues a line: `\`, or what the directive `escape` says. */
  readonly escape: string;
  readonly instructions: readonly Instruction[];
}

/** Rules: Dockerfile reference, "Parser directives", "Format", "Here-Documents". Takes any text; what is wrong is the builder's to say. */
export function readInstructions(text: string): Instructions {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const escape = escapeOf(lines);
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

/** What `ONBUILD` holds back, as the instruction that it becomes in a stage that stands on this one. */
export const triggerOf = (onbuild: Instruction, escape: string): Instruction => ({
  ...onbuild,
  ...parts(onbuild.rest, escape),
});

const isComment = (line: string): boolean => /^\s*#/.test(line);

/** Directives stand before everything else, blank lines and other comments among it. */
function escapeOf(lines: readonly string[]): string {
  for (const line of lines) {
    const [, name = '', value] = /^\s*#\s*([A-Za-z][A-Za-z0-9]*)\s*=\s*(.+?)\s*$/.exec(line) ?? [];
    if (!['syntax', 'check', 'escape'].includes(name.toLowerCase())) break;
    if (name.toLowerCase() === 'escape' && value === '`') return value;
  }
  return '\\';
}

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

/** In flags, quotes and what escapes go away, and nothing else is looked at. */
const unquoted = (word: string, escape: string): string =>
  word.replace(escape === '`' ? /`(.)|["']/gs : /\\(.)|["']/gs, (_, escaped?: string) => escaped ?? '');

interface Heredoc {
  readonly name: string;
  /** `<<-`: tabs that lines begin with go away. */
  readonly chomp: boolean;
}

function heredocsOf(logical: string, escape: string): Heredoc[] {
  const { keyword, rest } = parts(logical.replace(/^\s*onbuild\s+/i, ''), escape);
  if (!['RUN', 'COPY', 'ADD'].includes(keyword) || jsonWords(rest) !== undefined) return [];
  // Between `<<` and the name may be blanks.
  return words(rest.replaceAll(/<<(-?)[ \t]+/g, '<<$1'), '\\').flatMap((word) => {
    const [, minus, name = ''] = heredocWord.exec(word) ?? [];
    return name === '' ? [] : [{ name: name.replaceAll(/["'\\]/g, ''), chomp: minus === '-' }];
  });
}

/** A word that announces a heredoc: `<<EOF`, `<<-"EOF"`, `3<<EOF`. */
export const heredocWord = /^\d*<<(-?)([^<]+)$/;

/** Arguments in their JSON form, `["a", "b"]`; undefined where they are not. */
export function jsonWords(rest: string): string[] | undefined {
  if (!rest.startsWith('[')) return undefined;
  try {
    const parsed: unknown = JSON.parse(rest);
    return Array.isArray(parsed) && parsed.every((word) => typeof word === 'string') ? parsed : undefined;
  } catch {
    return undefined;
  }
}
