/** What is read from a user's own Dockerfile: whether it takes the `packages` context, and what it stands on. */

export interface OwnDockerfile {
  /** Takes the installed requirements through the `packages` context. */
  readonly usesPackages: boolean;
  /** Images that stages stand on, after ARG expansion, each once; without those that cannot be known. */
  readonly bases: readonly string[];
}

interface Stage {
  readonly from: string;
  readonly name?: string;
}

/**
 * Reads FROM, ARG and every `from=`. Rules: Dockerfile reference, "Understand how ARG and FROM interact".
 *
 * @param buildArguments override the defaults of ARGs before the first FROM, as `--build-arg` does.
 */
export function readOwnDockerfile(
  text: string,
  buildArguments: Readonly<Record<string, string>>,
): OwnDockerfile {
  const lines = instructions(text);
  const values: Record<string, string> = {};
  const stages: Stage[] = [];
  let usesPackages = false;
  for (const line of lines) {
    const [, keyword = '', rest = ''] = /^(\S+)\s+(.*)$/s.exec(line) ?? [];
    if (/\bfrom=packages\b/.test(rest) && /^(copy|run|add)$/i.test(keyword)) usesPackages = true;
    if (/^arg$/i.test(keyword) && stages.length === 0) {
      for (const [, name = '', value = ''] of rest.matchAll(/([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g)) {
        values[name] = buildArguments[name] ?? expand(value.replace(/^(["'])(.*)\1$/, '$2'), values);
      }
    }
    if (/^from$/i.test(keyword)) {
      const words = rest.split(/\s+/).filter((word) => !word.startsWith('--'));
      const from = expand(words[0] ?? '', values);
      const named = /^as$/i.test(words[1] ?? '') ? words[2] : undefined;
      if (from === 'packages') usesPackages = true;
      stages.push(named === undefined ? { from } : { from, name: named });
    }
  }
  const own = new Set(
    stages.flatMap((stage) => (stage.name === undefined ? [] : [stage.name.toLowerCase()])),
  );
  const bases = stages
    .map((stage) => stage.from)
    .filter((from) => from !== '' && from !== 'scratch' && from !== 'packages')
    .filter((from) => !from.includes('$') && !own.has(from.toLowerCase()));
  // A stage of that name is the user's own, and no context may stand in its place.
  return { usesPackages: usesPackages && !own.has('packages'), bases: [...new Set(bases)] };
}

/** Logical lines: comments left out, continuations joined, the bodies of heredocs passed over. */
function instructions(text: string): string[] {
  const escape = /^#\s*escape\s*=\s*`/im.test(text.split('\n').slice(0, 3).join('\n')) ? '`' : '\\';
  const result: string[] = [];
  let current = '';
  let heredoc: string | undefined;
  for (const raw of text.replace(/\r\n/g, '\n').split('\n')) {
    if (heredoc !== undefined) {
      if (raw.trim() === heredoc) heredoc = undefined;
      continue;
    }
    if (/^\s*#/.test(raw) || (current === '' && raw.trim() === '')) continue;
    const trimmed = raw.trimEnd();
    if (trimmed.endsWith(escape)) {
      current += `${trimmed.slice(0, -1)} `;
      continue;
    }
    current += raw;
    heredoc = /^\s*(?:run|copy|add)\b.*<<-?["']?(\w+)["']?/is.exec(current)?.[1];
    result.push(current.trim());
    current = '';
  }
  if (current.trim() !== '') result.push(current.trim());
  return result;
}

/** `$name`, `${name}`, `${name:-default}` and `${name:+other}`; what is unknown stays as it is written. */
function expand(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(
    /\$(?:\{([A-Za-z_]\w*)(?::([-+])([^}]*))?\}|([A-Za-z_]\w*))/g,
    (
      whole,
      braced: string | undefined,
      operator: string | undefined,
      word: string | undefined,
      bare: string,
    ) => {
      const value = values[braced ?? bare];
      if (operator === '-') return value === undefined || value === '' ? expand(word ?? '', values) : value;
      if (operator === '+') return value === undefined || value === '' ? '' : expand(word ?? '', values);
      return value ?? whole;
    },
  );
}
