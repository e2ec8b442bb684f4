/**
 * Reads a file such as setup.cfg as Python's configparser does. By hand: `ini` on npm knows no values of several lines and
 * cuts comments off behind values, `configparser` there knows no such values either, and none gives the place of a fault.
 */
import { Failure, type Problem } from '../../errors.ts';
import { shown } from '../../names/shown.ts';
import { firstProblems } from '../small-file.ts';

export interface TextFile {
  /** For messages. */
  readonly path: string;
  readonly text: string;
}

export interface ConfigLine {
  readonly text: string;
  readonly line: number;
  /** Of its first character, from 1. */
  readonly column: number;
}

/** The lines of a value without comments, trimmed; `text` is empty for a blank one. */
export type ConfigValue = readonly ConfigLine[];

/** Options by section, with those of `[DEFAULT]` in each; names are as they were written. */
export type Config = ReadonlyMap<string, ReadonlyMap<string, ConfigValue>>;

/**
 * Reads sections, options (`name = value`, `name: value`), indented lines that go on with a value, and whole lines of
 * comments (`#`, `;`). `%(name)s` is left as it is.
 *
 * @throws Failure with the first ten faults: a line that is nothing of these, and a section or an option that is there twice.
 */
export function parseConfig({ path, text }: TextFile): Config {
  const problems: Problem[] = [];
  const sections = new Map<string, Map<string, ConfigLine[]>>();
  let section: Map<string, ConfigLine[]> | undefined;
  let value: ConfigLine[] | undefined;
  let indent = 0;
  for (const [index, whole] of text.split(/\r\n|\r|\n/).entries()) {
    const content = whole.trim();
    const line = { text: content, line: index + 1, column: whole.length - whole.trimStart().length + 1 };
    const wrong = (what: string): void => {
      problems.push({ station: 'input', about: path, message: messageAt(path, line, what) });
    };
    if (/^[#;]/.test(content)) continue;
    if (content === '') {
      value?.push({ ...line, column: 1 });
      continue;
    }
    if (value !== undefined && line.column > indent) {
      value.push(line);
      continue;
    }
    indent = line.column;
    const header = /^\[(.+)\]/s.exec(content)?.[1];
    if (header !== undefined) {
      const isSecond = sections.has(header) && header !== 'DEFAULT';
      if (isSecond) wrong(`the section ${shown(header)} is there twice.`);
      section = (isSecond ? undefined : sections.get(header)) ?? new Map<string, ConfigLine[]>();
      sections.set(header, section);
      value = undefined;
      continue;
    }
    const end = content.search(/[=:]/);
    const name = end > 0 ? content.slice(0, end).trimEnd() : undefined;
    if (section === undefined) {
      wrong(`expected a section like "[metadata]" before everything else; ${shown(content)} stands there.`);
      break;
    }
    if (name === undefined) {
      wrong(
        `expected "name = value", a section like "[metadata]", or a value's next line, which is indented; ${shown(content)} stands there.`,
      );
      continue;
    }
    if (section.has(name)) wrong(`the option ${shown(name)} is in this section twice.`);
    const rest = content.slice(end + 1).trimStart();
    value = [{ text: rest, line: line.line, column: line.column + content.length - rest.length }];
    section.set(name, value);
  }
  if (problems.length > 0) throw new Failure(firstProblems(path, problems));
  const defaults = sections.get('DEFAULT') ?? [];
  sections.delete('DEFAULT');
  return new Map([...sections].map(([name, options]) => [name, new Map([...defaults, ...options])]));
}

/** A message about a place in a file. */
export const messageAt = (
  path: string,
  { line, column }: Pick<ConfigLine, 'line' | 'column'>,
  what: string,
): string => `${path}, line ${line}, column ${column}: ${what}`;
