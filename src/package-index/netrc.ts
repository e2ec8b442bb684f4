/** Credentials in the form of a netrc file: the one that pip, uv and curl read. */

export interface NetrcEntry {
  readonly username: string;
  readonly password: string;
}

/**
 * The entry for this very host. A `default` entry is passed over: credentials are for the host that they were given for.
 *
 * @param host without its port: netrc knows none.
 */
export function parseNetrc(text: string, host: string): NetrcEntry | undefined {
  const found = netrcEntries(text).find((entry) => entry.host?.toLowerCase() === host.toLowerCase());
  return found && { username: found.username, password: found.password };
}

/** All entries in their order; `default` is the one without a host. */
export function netrcEntries(text: string): readonly (NetrcEntry & { readonly host: string | undefined })[] {
  const words = text
    .replace(/^\s*#.*$/gm, '')
    // A macro runs to the next empty line.
    .replace(/^\s*macdef\b[\s\S]*?(?:\n[ \t]*\n|$(?![\s\S]))/gm, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  const entries: { host: string | undefined; username: string; password: string }[] = [];
  const begin = (host: string | undefined) => entries.push({ host, username: '', password: '' });
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const entry = entries.at(-1);
    if (word === 'default') begin(undefined);
    else if (word === 'machine') begin(words[(at += 1)] ?? '');
    else if (word === 'login' && entry !== undefined) entry.username = words[(at += 1)] ?? '';
    else if (word === 'password' && entry !== undefined) entry.password = words[(at += 1)] ?? '';
    else if (word === 'account') at += 1;
  }
  return entries;
}
