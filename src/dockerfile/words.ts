/** Words of an instruction, and the variables in them. */

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
 * One word without its quotes and with its variables' values, as BuildKit's shell lexer makes it: `$name`, `${name}`,
 * `${name:-word}`, `${name:+word}`, `${name:?word}`, each without the colon too.
 *
 * @returns null where it holds a variable that cannot be known, or takes its value apart (`${name%pattern}`).
 */
export function expand(word: string, variables: Variables, escape: string): string | null {
  let at = 0;
  let known = true;

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
      else if (char === escape) result += next();
      else result += char;
    }
    return result;
  };
  const next = (): string => {
    const char = word[at] ?? '';
    at += 1;
    return char;
  };
  const single = (): string => {
    const end = word.indexOf("'", at);
    const text = word.slice(at, end < 0 ? undefined : end);
    at += text.length + 1;
    return text;
  };
  const double = (): string => {
    let result = '';
    for (let char = next(); char !== '' && char !== '"'; char = next()) {
      if (char === '$') result += variable();
      else if (char === escape && ['"', '$', escape].includes(word[at] ?? '')) result += next();
      else result += char;
    }
    return result;
  };
  const told = (value: Value): string => {
    if (value === null) known = false;
    return value ?? '';
  };
  const variable = (): string => {
    const [whole = '', brace = '', name = ''] =
      /^(\{?)([A-Za-z_]\w*|\d+|[@*#?\-$!])/.exec(word.slice(at)) ?? [];
    if (whole === '') return '$';
    at += whole.length;
    const value = variables(name);
    if (brace === '') return told(value);
    const [operator = ''] = /^(?::?[-+?]|.)/.exec(word.slice(at)) ?? [];
    at += operator.length;
    if (operator === '}') return told(value);
    const before = known;
    const other = upTo('}');
    const otherIsKnown = known;
    known = before;
    const takeOther = (): string => {
      known &&= otherIsKnown;
      return other;
    };
    const given = value !== undefined && !(operator.startsWith(':') && value === '');
    switch (value === null ? undefined : operator.at(-1)) {
      case '-':
        return given ? told(value) : takeOther();
      case '+':
        return given ? takeOther() : '';
      case '?':
        return told(value);
      default:
        return told(null);
    }
  };

  const result = upTo();
  return known ? result : null;
}
