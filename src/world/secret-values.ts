import { readFileSync } from 'node:fs';
import type { Inputs } from '../inputs/inputs.ts';
import { netrcEntries } from '../package-index/netrc.ts';

/** Characters of a file; larger ones are archives, which no program prints whole. */
const longest = 64_000;
/** Characters of a value; hiding shorter ones would hide half of the log. */
const shortest = 6;
/** Values of the checks' variables that are settings: hiding "production" would hide tags and names. */
const plainWord = /^(?:[a-z]+|[\d.]+|[~.]?\/[\w./-]*)$/i;

/**
 * Values of variables, lines of files, passwords of the index's credentials, alone and as `user:password`, and those values
 * of `verify_env` that may be secrets. Missing variables and files are reported elsewhere.
 */
export function secretValues(
  inputs: Pick<Inputs, 'secrets'> | undefined,
  env: NodeJS.ProcessEnv,
  verifyEnv: Readonly<Record<string, string>> = {},
): string[] {
  const ofChecks = Object.values(verifyEnv).filter(
    (value) => value.length >= shortest && !plainWord.test(value),
  );
  const ofBuild = (inputs?.secrets ?? []).flatMap(({ id, from }) => {
    const text = from.kind === 'file' ? fileText(from.path) : (env[from.name] ?? '');
    if (text.length > longest) return [];
    const passwords =
      id === 'netrc'
        ? netrcEntries(text).flatMap(({ username, password }) =>
            password === '' ? [] : [password, `${username}:${password}`],
          )
        : [];
    const lines = [text, ...text.split('\n')]
      .map((line) => line.trim())
      .filter((line) => line.length >= shortest);
    return [...lines, ...passwords];
  });
  return [...ofBuild, ...ofChecks];
}

function fileText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
