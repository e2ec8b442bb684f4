/** Words of an instruction, and the variables in them. */
import { replaced, withoutPrefix, withoutSuffix } from './shell-pattern.ts';

/** Cut at blanks that are not in quotes; quotes and what escapes stay. */
export function words(text: string, escape: string): string[] {
  const result: string[] = [];
  let word = '';
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    if (quote === '' && /\s/.test(char)) {
      if (word !== '') result.push(word);
      word = '';
      continue;
    }
    word += char;
    if (char === escape && quote !== "'" && at + 1 < text.length) word += text[(at += 1)]!;
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === quote) quote = '';
  }
  return word === '' ? result : [...result, word];
}

/** A variable's value: undefined where it is not set, null where that cannot be told from the text. */
export type Value = string | null | undefined;
export type Variables = (name: string) => Value;

/**
 * One word without its quotes and with its variables' values, as BuildKit's shell lexer makes it: `$name`, `${name}`;
 * `${name:-word}`, `${name:+word}`, `${name:?word}`, each without the colon too; `${name#pattern}`, `${name%pattern}`,
 * each doubled too; `${name/pattern/word}`, `${name//pattern/word}`. By hand: the lexer exists in Go alone.
 *
 * @returns null where it holds a variable that cannot be known, or what BuildKit refuses.
 */
export function expand(word: string, variables: Variables, escape: string): string | null {
  let at = 0;
  let known = true;
  let refused = false;
  /** In a pattern, and in what replaces one, what escapes stays. */
  let raw = false;

  const refuse = (): string => {
    refused = true;
    return '';
  };
  /** Up to a character outside of quotes, or to the end; `at` then stands behind it. */
  const upTo = (stop?: string): string => {
    let result = '';
    while (at < word.length) {
      const char = word[at]!;
      at += 1;
      if (char === stop) return result;
      if (char === "'") result += single();
      else if (char === '"') result += double();
      else if (char === '$') result += variable();
      else if (char === escape) result += `${raw ? char : ''}${next()}`;
      else result += char;
    }
    return stop === undefined ? result : refuse();
  };
  const rawUpTo = (stop: string, isRaw: boolean): string => {
    const before = raw;
    raw = isRaw;
    const result = upTo(stop);
    raw = before;
    return result;
  };
  const next = (): string => {
    const char = word[at] ?? '';
    at += 1;
    return char;
  };
  const single = (): string => {
    const end = word.indexOf("'", at);
    if (end < 0) return refuse();
    const text = word.slice(at, end);
    at = end + 1;
    return text;
  };
  const double = (): string => {
    let result = '';
    while (at < word.length) {
      const char = next();
      if (char === '"') return result;
      if (char === '$') result += variable();
      else if (char === escape) {
        const escapes = ['"', '$', escape].includes(word[at] ?? '');
        result += `${raw ? char : ''}${escapes ? next() : char}`;
      } else result += char;
    }
    return refuse();
  };
  const take = (value: Value): string => {
    if (value === null) known = false;
    return value ?? '';
  };
  const variable = (): string => {
    const [whole = '', brace = '', name = ''] =
      /^(\{?)([\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}+|[@*#?\-$!]|)/u.exec(word.slice(at)) ?? [];
    at += whole.length;
    if (brace === '') return name === '' ? '$' : take(variables(name));
    const [operator = ''] = /^(?:}|:?[-+?]|[#%]|\/\/?)/.exec(word.slice(at)) ?? [];
    at += operator.length;
    if (operator === '' || (name === '' && /^[}:]/.test(operator))) return refuse();
    const value = name === '' ? undefined : variables(name);
    if (operator === '}') return take(value);
    return operator.startsWith('/') ? replacing(value, operator) : substituted(value, operator);
  };
  const replacing = (value: Value, operator: string): string => {
    const pattern = rawUpTo('/', true);
    const replacement = rawUpTo('}', true);
    return replaced(take(value), pattern, replacement, operator === '//' ? 'all' : 'first') ?? refuse();
  };
  const substituted = (value: Value, operator: string): string => {
    const kind = operator.at(-1)!;
    const before = known;
    const other = rawUpTo('}', kind === '#' || kind === '%');
    const otherIsKnown = known;
    known = before;
    const takeOther = (): string => {
      known &&= otherIsKnown;
      return other;
    };
    const given = value !== undefined && !(operator.startsWith(':') && value === '');
    if (value === null) return take(null);
    switch (kind) {
      case '-':
        return given ? value : takeOther();
      case '+':
        return given ? takeOther() : '';
      case '?':
        return given ? value : refuse();
      default: {
        const trim = kind === '#' ? withoutPrefix : withoutSuffix;
        const pattern = takeOther();
        const longest = pattern.startsWith(kind);
        return (
          trim(value ?? '', longest ? pattern.slice(1) : pattern, longest ? 'longest' : 'shortest') ??
          refuse()
        );
      }
    }
  };

  const result = upTo();
  return known && !refused ? result : null;
}
