/** Reads the pages of the documentation: their links, and the code that a reader copies. */
import { readdirSync, readFileSync } from 'node:fs';

export const pages: readonly string[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];

export interface CodeBlock {
  readonly page: string;
  /** Line of its fence, counted from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
}

/** Fenced blocks of code, in order. */
export function blocksOf(page: string, text = readFileSync(page, 'utf8')): CodeBlock[] {
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)].map((match) => ({
    page,
    line: text.slice(0, match.index).split('\n').length,
    language: match[1]!,
    text: match[2]!,
  }));
}

/** Removes code, in which nothing is a link. */
const withoutCode = (text: string): string =>
  text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]+`/g, '');

/** Targets of links to other files and to headings, as written, without web addresses. */
export const linksOf = (text: string): string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));

/** Anchors of headings, in GitHub's form: lower case, with dashes for spaces and without punctuation. */
export const anchorsOf = (text: string): string[] => {
  const counts = new Map<string, number>();
  const headings = text.replaceAll(/^```.*?^```$/gms, '').matchAll(/^#{1,6} (.+)$/gm);
  return [...headings].map(([, title = '']) => {
    const anchor = title
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
      .replaceAll(' ', '-');
    const before = counts.get(anchor) ?? 0;
    counts.set(anchor, before + 1);
    return before === 0 ? anchor : `${anchor}-${before}`;
  });
};

/** Files and folders of this repository that a page names, in text, code and pictures. */
export const pathsOf = (text: string): string[] =>
  [
    ...text.matchAll(
      /(?<![\w./-])(?:src|test|dockerfiles|scripts|docs|engine|bench|examples)\/[\w./-]*[\w/]/g,
    ),
  ].map(([path]) => path);

/**
 * Shell commands in a page's blocks, each with its continued lines and without its comment. A string in single quotes may
 * span several lines.
 */
export function commandsOf(page: string, text?: string): string[] {
  return blocksOf(page, text)
    .filter(({ language }) => language === 'sh')
    .flatMap((block) => commandLines(block.text));
}

function commandLines(text: string): string[] {
  const commands: string[] = [];
  let open: string | undefined;
  for (const line of text.split('\n')) {
    open = open === undefined ? line.replace(/(?:^|\s+)#\s.*$/, '') : `${open}\n${line}`;
    const isQuoted = open.split("'").length % 2 === 0;
    if (isQuoted || open.endsWith('\\')) continue;
    if (open.trim() !== '') commands.push(open.trim());
    open = undefined;
  }
  return commands;
}

/**
 * The one command of a page that the pattern matches, with some parts replaced, so that an end-to-end test runs the command
 * that a reader copies, with its own names.
 *
 * @throws Error where the page has no such command, or several, or a part is not in it.
 */
export function commandOn(
  page: string,
  pattern: RegExp,
  replace: Readonly<Record<string, string>> = {},
): string {
  const matches = commandsOf(page).filter((command) => pattern.test(command));
  if (matches.length !== 1)
    throw new Error(`${page} has ${matches.length} commands that ${pattern} matches.`);
  return replaced(matches[0]!, replace, page);
}

/** @throws Error where a part is not in the text. */
export const replaced = (text: string, parts: Readonly<Record<string, string>>, page: string): string =>
  Object.entries(parts).reduce((all, [part, by]) => {
    if (!all.includes(part)) throw new Error(`${page}: "${part}" is not in what the test takes from there.`);
    return all.replaceAll(part, () => by);
  }, text);

/** Splits a command of this project like a shell, without its name. */
export function argumentsOf(command: string): string[] {
  const words = command.replaceAll('\\\n', ' ').matchAll(/'([^']*)'|(\S+)/g);
  return [...words].slice(1).map(([, quoted, plain]) => quoted ?? plain ?? '');
}
