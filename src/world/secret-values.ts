/** What must not be printed: the values behind the build's secrets, which a program of the user's may print. */
import { readFileSync } from 'node:fs';
import type { Inputs } from '../inputs/inputs.ts';
import { netrcEntries } from '../package-index/netrc.ts';

/** Larger files are keys and archives that nobody prints whole. */
const most = 64_000;

/**
 * Values of variables and lines of files, and the passwords of the index's credentials, also as HTTP sends them; what is not
 * there is said elsewhere. Short lines would hide half the log.
 */
export function secretValues(inputs: Pick<Inputs, 'secrets'> | undefined, env: NodeJS.ProcessEnv): string[] {
  return (inputs?.secrets ?? []).flatMap((secret) => {
    const variable = /(?:^|,)env=([^,]*)/.exec(secret)?.[1];
    const path = /(?:^|,)(?:src|source)=([^,]*)/.exec(secret)?.[1];
    const text = variable === undefined ? fileText(path) : (env[variable] ?? '');
    if (text.length > most) return [];
    const passwords = /(?:^|,)id=netrc(?:,|$)/.test(secret)
      ? netrcEntries(text).flatMap(({ username, password }) =>
          password === '' ? [] : [password, `${username}:${password}`],
        )
      : [];
    const lines = [text, ...text.split('\n')].map((one) => one.trim()).filter((one) => one.length >= 6);
    return [...lines, ...passwords];
  });
}

function fileText(path: string | undefined): string {
  try {
    return path === undefined ? '' : readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
