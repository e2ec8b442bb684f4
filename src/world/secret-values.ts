/** What must not be printed: the values behind the build's secrets, which a program of the user's may print. */
import { readFileSync } from 'node:fs';
import type { Inputs } from '../inputs/inputs.ts';
import { netrcEntries } from '../package-index/netrc.ts';

/** Larger files are keys and archives that nobody prints whole. */
const most = 64_000;
/** Characters; what is shorter would hide half a log. */
const shortest = 6;
/** A word, a number or a path among the checks' variables is a setting: hiding "production" would hide tags and names. */
const plainWord = /^(?:[a-z]+|[\d.]+|[~.]?\/[\w./-]*)$/i;

/**
 * Values of variables and lines of files, and the passwords of the index's credentials, also as HTTP sends them; what is not
 * there is said elsewhere. Of `verify_env` the values that may be secrets.
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
    if (text.length > most) return [];
    const passwords =
      id === 'netrc'
        ? netrcEntries(text).flatMap(({ username, password }) =>
            password === '' ? [] : [password, `${username}:${password}`],
          )
        : [];
    const lines = [text, ...text.split('\n')]
      .map((one) => one.trim())
      .filter((one) => one.length >= shortest);
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
