/**
 * Patterns for variables, as in `${name%pattern}`: `*` is any text, `?` any character, and brackets are literal. Rule:
 * Dockerfile reference, "Environment replacement". By hand: libraries for globs, such as picomatch, expand brackets.
 */

type Piece =
  | { readonly kind: 'any' }
  | { readonly kind: 'one' }
  | { readonly kind: 'char'; readonly char: string };

/** Undefined where BuildKit refuses the pattern: a backslash may escape only `*`, `?`, `/`, `}` and itself. */
function pieces(pattern: string): Piece[] | undefined {
  const result: Piece[] = [];
  const chars = Array.from(pattern);
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at]!;
    if (char === '*') result.push({ kind: 'any' });
    else if (char === '?') result.push({ kind: 'one' });
    else if (char !== '\\') result.push({ kind: 'char', char });
    else {
      const escaped = chars[(at += 1)];
      if (escaped === undefined || !'*?\\/}'.includes(escaped)) return undefined;
      result.push({ kind: 'char', char: escaped });
    }
  }
  return result;
}

function ends(
  pattern: readonly Piece[],
  text: readonly string[],
  start: number,
): { shortest: number; longest: number } | undefined {
  let reached = new Set([start]);
  for (const piece of pattern) {
    const next = new Set<number>();
    for (const at of reached) {
      if (piece.kind === 'any') {
        for (let end = at; !next.has(end); end += 1) {
          next.add(end);
          if (end === text.length || text[end] === '\n') break;
        }
      } else if (at < text.length && (piece.kind === 'one' ? text[at] !== '\n' : text[at] === piece.char)) {
        next.add(at + 1);
      }
    }
    reached = next;
  }
  return reached.size === 0 ? undefined : { shortest: Math.min(...reached), longest: Math.max(...reached) };
}

export function withoutPrefix(value: string, pattern: string, length: 'shortest' | 'longest') {
  const parsed = pieces(pattern);
  return parsed && trimmed(Array.from(value), parsed, length).join('');
}

export function withoutSuffix(value: string, pattern: string, length: 'shortest' | 'longest') {
  const parsed = pieces(pattern);
  return parsed && trimmed(Array.from(value).toReversed(), parsed.toReversed(), length).toReversed().join('');
}

const trimmed = (text: string[], pattern: readonly Piece[], length: 'shortest' | 'longest'): string[] =>
  text.slice(ends(pattern, text, 0)?.[length] ?? 0);

/**
 * `${name/pattern/replacement}`; with `//` replaces all matches that do not overlap. Takes the longest match.
 *
 * @returns undefined for a pattern that BuildKit refuses.
 */
export function replaced(
  value: string,
  pattern: string,
  replacement: string,
  which: 'first' | 'all',
): string | undefined {
  const parsed = pieces(pattern);
  if (parsed === undefined) return undefined;
  const text = Array.from(value);
  let result = '';
  let copied = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const end = ends(parsed, text, at)?.longest;
    // An empty match directly after another one does not count.
    if (end === undefined || (end === at && at === copied && at > 0)) continue;
    const match = text.slice(at, end).join('');
    result +=
      text.slice(copied, at).join('') + (which === 'all' ? filledIn(replacement, match) : replacement);
    copied = end;
    if (which === 'first') break;
    at = Math.max(at, end - 1);
  }
  return result + text.slice(copied).join('');
}

/** For `//` BuildKit uses the replacement as a template of Go's `Regexp.Expand`, and the pattern has no groups. */
const filledIn = (replacement: string, match: string): string =>
  replacement.replaceAll(/\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu, (_, dollar, braced, bare) =>
    dollar === '$' ? '$' : (braced ?? bare) === '0' ? match : '',
  );
