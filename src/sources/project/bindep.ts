/**
 * Reads bindep.txt, the list of a project's packages of the distribution. By hand: the language has one other reader,
 * bindep itself, which is Python, and names one place in a file of many faults.
 */
import { Failure, type Parsed, parsed, type Problem, refused } from '../../errors.ts';
import { shown } from '../../names/shown.ts';
import { firstProblems } from '../small-file.ts';

export interface Profile {
  readonly name: string;
  /** `!name`. */
  readonly negated: boolean;
}

export type Selector =
  | ({ readonly kind: 'profile' } & Profile)
  /** `(a !b)`: all of it must hold. */
  | { readonly kind: 'group'; readonly profiles: readonly Profile[] };

export interface BindepLine {
  readonly line: number;
  readonly name: string;
  readonly selectors: readonly Selector[];
  /** `>=3.7`, all of which must hold. */
  readonly constraints: readonly string[];
}

/**
 * The packages that a file names, in its order.
 *
 * @param path for messages.
 * @throws Failure with the faults of the lines, of the first ten that have one.
 */
export function readBindep(text: string, path: string): BindepLine[] {
  const lines: BindepLine[] = [];
  const problems: Problem[] = [];
  for (const [index, content] of text.split(/\r\n|\r|\n/).entries()) {
    if (/^ *(?:#|$)/.test(content)) continue;
    const read = readLine(content);
    if (read.ok) lines.push({ line: index + 1, ...read.value });
    else
      problems.push({
        station: 'input',
        about: path,
        message: `${path}, line ${index + 1}, ${read.message}`,
      });
  }
  if (problems.length > 0) throw new Failure(firstProblems(path, problems));
  return lines;
}

/** bindep takes letters and digits of all scripts; those of distributions are ASCII. */
const patterns = {
  name: /[a-z0-9/][a-z0-9.+\-_/]+/iy,
  profile: /!?[a-z0-9:.-]+/y,
  relation: /<=|>=|==|!=|<|>/y,
  /**
   * A version of Debian, cut off where bindep cuts it: an epoch is followed by a digit, and a hyphen belongs to the
   * upstream version only where a revision follows the next one.
   */
  version:
    /(?:\d+:|(?!\d+:))\d(?:(?:[a-z0-9.+~:]|-(?=[a-z0-9.+~:]*-[a-z0-9.+~]))*-[a-z0-9.+~]+|[a-z0-9.+~:]*)/iy,
  spaces: / */y,
};

const expected = {
  name: 'a package, whose name has at least two letters, digits, ".", "+", "-", "_" or "/", and begins with a letter, a digit or "/"',
  profile: 'a profile of lower-case letters, digits, ":", "-" and ".", after "!" where it must not be active',
  relation: 'one of "<", "<=", "==", "!=", ">=" and ">" directly before a version',
  version: 'a version that begins with a digit, like "1.2" or "1:1.2-3", directly after the relation',
};

/** Where a line does not follow the grammar. */
class Unexpected extends Error {}

function readLine(text: string): Parsed<Omit<BindepLine, 'line'>> {
  let at = 0;
  const unexpected = (what: string): Unexpected => {
    const found = at >= text.length ? 'the line ends there' : `${shown(text.slice(at))} stands there`;
    return new Unexpected(`column ${at + 1}: expected ${what}; ${found}.`);
  };
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    at += match?.length ?? 0;
    return match;
  };
  const need = (what: 'name' | 'profile' | 'relation' | 'version', or = ''): string => {
    const match = take(patterns[what]);
    if (match === undefined) throw unexpected(`${expected[what]}${or}`);
    return match;
  };
  const follows = (pattern: RegExp): boolean => pattern.test(text.slice(at));
  const profile = (or: string): Profile => {
    const word = need('profile', or);
    return { name: word.replace('!', ''), negated: word.startsWith('!') };
  };
  /** What stands up to the closing bracket. */
  const within = <T>(close: string, one: () => T): T[] => {
    const all: T[] = [];
    at += 1;
    take(patterns.spaces);
    while (text[at] !== close) {
      all.push(one());
      take(patterns.spaces);
    }
    at += 1;
    return all;
  };
  const selector = (): Selector =>
    text[at] === '('
      ? { kind: 'group', profiles: within(')', () => profile(', or ")"')) }
      : { kind: 'profile', ...profile(', "(" or "]"') };
  const constraint = (): string => `${need('relation')}${need('version')}`;

  try {
    const name = need('name');
    let next = '"[" or a constraint, each after a space';
    let selectors: Selector[] = [];
    if (follows(/^ +\[/)) {
      take(patterns.spaces);
      selectors = within(']', selector);
      next = 'a constraint after a space';
    }
    const constraints: string[] = [];
    if (follows(/^ +[^ #]/)) {
      take(patterns.spaces);
      // What follows a name can be neither, so that both are named.
      if (!follows(/^[<>=!]/)) throw unexpected(`${next}, or a comment`);
      constraints.push(constraint());
      while (text[at] === ',') {
        at += 1;
        constraints.push(constraint());
      }
      next = '"," and another constraint, without a space';
    }
    if (!follows(/^ *#|^$/))
      throw unexpected(`${next}, a comment, or the end of the line without a space before it`);
    return parsed({ name, selectors, constraints });
  } catch (error) {
    if (error instanceof Unexpected) return refused(error.message);
    throw error;
  }
}
