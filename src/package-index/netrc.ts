/** Parses netrc files, which pip, uv and curl read. By hand: only two of their words matter here. */

export interface NetrcEntry {
  readonly username: string;
  readonly password: string;
}

/**
 * The entry for this host. A `default` entry is ignored, since its credentials would go to any host.
 *
 * @param host without its port: netrc has no ports.
 */
export function parseNetrc(text: string, host: string): NetrcEntry | undefined {
  const match = netrcEntries(text).find((entry) => entry.host?.toLowerCase() === host.toLowerCase());
  return match && { username: match.username, password: match.password };
}

export function netrcEntries(text: string): readonly (NetrcEntry & { readonly host: string | undefined })[] {
  const words = text
    .replace(/^\s*#.*$/gm, '')
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
