import { replaced, withoutPrefix, withoutSuffix } from './shell-pattern.ts';

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

/** A variable's value: undefined if it is not set, null if the Dockerfile's text does not tell. */
export type Value = string | null | undefined;
export type Variables = (name: string) => Value;

/**
 * Removes quotes and expands variables as BuildKit's shell lexer does: `$name`, `${name}`; `${name:-word}`,
 * `${name:+word}`, `${name:?word}`, each without the colon too; `${name#pattern}`, `${name%pattern}`, each doubled too;
 * `${name/pattern/word}`, `${name//pattern/word}`. By hand: the lexer exists in Go alone.
 *
 * @returns null for a word with an unknown variable, or one that BuildKit refuses.
 */
export function expand(word: string, variables: Variables, escape: string): string | null {
  let at = 0;
  let isKnown = true;
  let isRefused = false;
  let keepsEscapes = false;

  const refuse = (): string => {
    isRefused = true;
    return '';
  };
  /** Reads up to a character outside of quotes, or to the end, and moves `at` behind it. */
  const upTo = (stop?: string): string => {
    let result = '';
    while (at < word.length) {
      const char = word[at]!;
      at += 1;
      if (char === stop) return result;
      if (char === "'") result += singleQuoted();
      else if (char === '"') result += doubleQuoted();
      else if (char === '$') result += variable();
      else if (char === escape) result += `${keepsEscapes ? char : ''}${next()}`;
      else result += char;
    }
    return stop === undefined ? result : refuse();
  };
  const upToKeeping = (stop: string, keeps: boolean): string => {
    const before = keepsEscapes;
    keepsEscapes = keeps;
    const result = upTo(stop);
    keepsEscapes = before;
    return result;
  };
  const next = (): string => {
    const char = word[at] ?? '';
    at += 1;
    return char;
  };
  const singleQuoted = (): string => {
    const end = word.indexOf("'", at);
    if (end < 0) return refuse();
    const text = word.slice(at, end);
    at = end + 1;
    return text;
  };
  const doubleQuoted = (): string => {
    let result = '';
    while (at < word.length) {
      const char = next();
      if (char === '"') return result;
      if (char === '$') result += variable();
      else if (char === escape) {
        const escapes = ['"', '$', escape].includes(word[at] ?? '');
        result += `${keepsEscapes ? char : ''}${escapes ? next() : char}`;
      } else result += char;
    }
    return refuse();
  };
  const use = (value: Value): string => {
    if (value === null) isKnown = false;
    return value ?? '';
  };
  const variable = (): string => {
    const [whole = '', brace = '', name = ''] =
      /^(\{?)([\p{L}_][\p{L}\p{Nd}_]*|\p{Nd}+|[@*#?\-$!]|)/u.exec(word.slice(at)) ?? [];
    at += whole.length;
    if (brace === '') return name === '' ? '$' : use(variables(name));
    const [operator = ''] = /^(?:}|:?[-+?]|[#%]|\/\/?)/.exec(word.slice(at)) ?? [];
    at += operator.length;
    if (operator === '' || (name === '' && /^[}:]/.test(operator))) return refuse();
    const value = name === '' ? undefined : variables(name);
    if (operator === '}') return use(value);
    return operator.startsWith('/') ? replacing(value, operator) : substituted(value, operator);
  };
  const replacing = (value: Value, operator: string): string => {
    const pattern = upToKeeping('/', true);
    const replacement = upToKeeping('}', true);
    return replaced(use(value), pattern, replacement, operator === '//' ? 'all' : 'first') ?? refuse();
  };
  const substituted = (value: Value, operator: string): string => {
    const kind = operator.at(-1)!;
    const before = isKnown;
    const operand = upToKeeping('}', kind === '#' || kind === '%');
    const operandIsKnown = isKnown;
    isKnown = before;
    const useOperand = (): string => {
      isKnown &&= operandIsKnown;
      return operand;
    };
    const isSet = value !== undefined && !(operator.startsWith(':') && value === '');
    if (value === null) return use(null);
    switch (kind) {
      case '-':
        return isSet ? value : useOperand();
      case '+':
        return isSet ? useOperand() : '';
      case '?':
        return isSet ? value : refuse();
      default: {
        const trim = kind === '#' ? withoutPrefix : withoutSuffix;
        const pattern = useOperand();
        const longest = pattern.startsWith(kind);
        return (
          trim(value ?? '', longest ? pattern.slice(1) : pattern, longest ? 'longest' : 'shortest') ??
          refuse()
        );
      }
    }
  };

  const result = upTo();
  return isKnown && !isRefused ? result : null;
}

/** Names of the variables in a text, also of those that only give a default. */
export const variableNames = (written: string): string[] =>
  [...written.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name);
