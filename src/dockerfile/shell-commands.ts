/**
 * Splits a script of a POSIX shell into simple commands, without running anything: every branch of a condition counts. By
 * hand: parsers of bash on npm are for whole programs and megabytes large, and this needs words alone.
 */

/** Words as they are written, with their quotes. */
export type Command = readonly string[];

/** Words that stand before a command, and are none. */
const reserved = new Set(['!', '{', '}', 'then', 'do', 'else', 'elif', 'if', 'while', 'until', 'time']);

export function shellCommands(script: string): Command[] {
  const commands: string[][] = [[]];
  const text = script.replaceAll(/\\\r?\n/g, '');
  let word = '';
  const endWord = (): void => {
    if (word !== '') commands.at(-1)!.push(word);
    word = '';
  };
  let at = 0;
  while (at < text.length) {
    const char = text[at]!;
    if (/\s/.test(char)) {
      endWord();
      if (char === '\n') commands.push([]);
      at += 1;
    } else if (char === '#' && word === '') {
      const end = text.indexOf('\n', at);
      at = end < 0 ? text.length : end;
    } else if (/[;|()]/.test(char) || (char === '&' && !/[<>]$/.test(word) && text[at + 1] !== '>')) {
      endWord();
      commands.push([]);
      at += 1;
    } else {
      const end = pieceEnd(text, at);
      word += text.slice(at, end);
      at = end;
    }
  }
  endWord();
  return commands
    .map((words) => withoutRedirections(words.slice(words.findIndex((one) => !reserved.has(one)))))
    .filter((words) => words.length > 0 && !reserved.has(words[0]!));
}

/** Where the quoted text, the substitution or the character ends that begins at `at`. */
function pieceEnd(text: string, at: number): number {
  const char = text[at]!;
  if (char === '\\') return Math.min(at + 2, text.length);
  if (char === "'") return endOr(text, text.indexOf("'", at + 1) + 1);
  if (char === '"') {
    for (let end = at + 1; end < text.length; end += 1) {
      if (text[end] === '\\') end += 1;
      else if (text[end] === '"') return end + 1;
      else if (text.startsWith('$(', end)) end = substitutionEnd(text, end) - 1;
    }
    return text.length;
  }
  if (text.startsWith('$(', at)) return substitutionEnd(text, at);
  if (text.startsWith('${', at)) return endOr(text, text.indexOf('}', at) + 1);
  if (char === '`') return endOr(text, text.indexOf('`', at + 1) + 1);
  return at + 1;
}

const endOr = (text: string, end: number): number => (end === 0 ? text.length : end);

function substitutionEnd(text: string, at: number): number {
  let depth = 0;
  for (let end = at + 1; end < text.length; end += 1) {
    if (text[end] === '(') depth += 1;
    else if (text[end] === ')' && (depth -= 1) === 0) return end + 1;
  }
  return text.length;
}

function withoutRedirections(words: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const [, target] = /^(?:\d*|&)(?:>>?|<|>\||<>|>&|<&)(.*)$/s.exec(words[at]!) ?? [];
    if (target === undefined) kept.push(words[at]!);
    else if (target === '') at += 1;
  }
  return kept;
}
