/** Credentials of a netrc file, for one exact host. */

/**
 * Login and password of `machine HOST`, or of `default` where the file has one and the host is not named.
 * Words are separated by white space, `macdef` runs to an empty line, `#` begins a comment (as in Python's `netrc`).
 */
export function parseNetrc(
  text: string,
  host: string,
): { readonly username: string; readonly password: string } | undefined {
  const words = text
    .replace(/^macdef[^]*?(?:\n\n|$)/gm, '')
    .split('\n')
    .flatMap((line) => (/^\s*#/.test(line) ? [] : line.split(/\s+/)))
    .filter((word) => word !== '');
  const entries: { host?: string; login?: string; password?: string }[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const entry = entries.at(-1);
    if (word === 'machine') entries.push({ host: words[(at += 1)] ?? '' });
    else if (word === 'default') entries.push({});
    else if (word === 'login' && entry) entry.login = words[(at += 1)] ?? '';
    else if (word === 'password' && entry) entry.password = words[(at += 1)] ?? '';
    else if (word === 'account') at += 1;
  }
  const found = entries.find((entry) => entry.host === host) ?? entries.find((entry) => entry.host === undefined);
  if (found?.password === undefined) return undefined;
  return { username: found.login ?? '', password: found.password };
}
