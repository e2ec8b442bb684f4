/** Matches paths against the patterns of a `.dockerignore`, of `--exclude`, and of a COPY's sources. */
import { posix } from 'node:path';

/** Result of a list for a path; it is passed on for paths below. */
export interface Match {
  readonly matched: boolean;
  /** For each pattern, whether it matched the path or a folder above it. */
  readonly by: readonly boolean[];
}

export interface PatternList {
  /** @param path from the root, with slashes. @param above the result for its folder, unless that is the root. */
  match(path: string, above: Match | undefined): Match;
  /** Whether an exception may match something below a folder that is matched itself. */
  mayExcept(folder: string): boolean;
}

/** Lines of a `.dockerignore`. Rule: Dockerfile reference, ".dockerignore file". */
export const ignoreLines = (text: string): string[] =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => !line.startsWith('#'))
    .map((line) => {
      const [, exception = '', path = ''] = /^\s*(!?)\s*(.*?)\s*$/s.exec(line) ?? [];
      return path === '' ? '' : `${exception}${posix.normalize(path).replace(/^\/(?=.)/, '')}`;
    });

/**
 * A list as BuildKit applies it: the last pattern that matches a path or a folder above it decides, and one with `!` makes
 * it unmatched. A pattern is tried only where it would change the result so far; so an exception of a whole folder after
 * a pattern of something in it changes nothing for that.
 */
export function patternList(lines: readonly string[]): PatternList {
  const patterns = lines
    .map((line) => /^(!?)(.*)$/s.exec(line.trim())!)
    .filter(([, , path]) => path !== '')
    .map(([, exception, path = '']) => {
      const cleaned = posix.normalize(path).replace(/(?<=.)\/$/, '');
      return { exception: exception === '!', cleaned, matches: pathPattern(cleaned) };
    });
  return {
    match(path, above) {
      let matched = false;
      const by = patterns.map(({ exception, matches }, index) => {
        const hit = above?.by[index] === true || (exception === matched && matches(path));
        if (hit) matched = !exception;
        return hit;
      });
      return { matched, by };
    },
    mayExcept: (folder) =>
      patterns.some(({ exception, cleaned }) => {
        const [fixed = ''] = /^[^*?[\\]*/.exec(cleaned) ?? [];
        const inside = `${folder}/`;
        return exception && (fixed.startsWith(inside) || (fixed !== cleaned && inside.startsWith(fixed)));
      }),
  };
}

/**
 * Go's filepath.Match, and `**` for any number of names. A pattern that Go refuses matches nothing: the builder reports it.
 * Rules: golang.org/pkg/path/filepath#Match; Dockerfile reference, ".dockerignore file".
 */
export function pathPattern(pattern: string): (path: string) => boolean {
  // `**.pyc` is any path that ends so, though `**a*` begins a name.
  if (/^\*\*[^/*?[\]\\]+$/.test(pattern)) return (path) => path.endsWith(pattern.slice(2));
  let source = '';
  for (let at = 0; at < pattern.length;) {
    const [token = ''] =
      /^(?:\*\*\/?|\[\^?(?:\\.|[^\\])(?:\\.|[^\]\\])*\]|\\.|[^\\[])/su.exec(pattern.slice(at)) ?? [];
    if (token === '') return () => false;
    at += token.length;
    if (token.startsWith('**')) source += at === pattern.length ? '.*' : '(?:.*/)?';
    else if (token === '*') source += '[^/]*';
    else if (token === '?') source += '[^/]';
    else if (token.startsWith('[')) source += characterClass(token);
    else source += literal(token.replace(/^\\/, ''));
  }
  try {
    const expression = new RegExp(`^${source}$`, 'u');
    return (path) => expression.test(path);
  } catch {
    return () => false;
  }
}

const literal = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A dash stays a range. */
function characterClass(token: string): string {
  const [, not = '', members = ''] = /^\[(\^?)(.*)\]$/su.exec(token)!;
  const escaped = members.replaceAll(/\\(.)|([[\]^])/gsu, (_, quoted?: string, plain?: string) =>
    quoted === undefined ? `\\${plain}` : quoted === '-' ? '\\-' : literal(quoted),
  );
  return `[${not}${escaped}]`;
}
