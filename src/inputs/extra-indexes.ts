/** Parses lines like `internal-* https://packages.example.com/simple` and `wheels linux/arm/v7 https://wheels.example.com/simple`. */
import { type Parsed, parsed, refused } from '../errors.ts';
import type { ExtraIndex } from '../names/extra-index.ts';
import { nameRule, normalizedName } from '../names/package-name.ts';
import { parsePlatform } from '../names/platform.ts';
import { shown } from '../names/shown.ts';
import { parseIndexUrl } from './building.ts';
import { type Many, parseEach, splitLines } from './splitting.ts';

const rule =
  'write "PACKAGE https://…" for packages that come from there alone ("internal-*"), or "wheels PLATFORM https://…" for built wheels';

/** Lines are not shown: people put tokens into URLs. */
export function parseExtraIndexes(text: string): Many<readonly ExtraIndex[]> {
  const { value, messages } = parseEach(splitLines(text), (line, place) => {
    const index = parseExtraIndex(line);
    return index.ok ? index : refused(`entry ${place}: ${index.message}`);
  });
  const patterns = value.flatMap((one) => (one.kind === 'packages' ? one.patterns : []));
  return {
    value,
    messages: [
      ...messages,
      ...repeated(patterns).map(
        (pattern) => `${shown(pattern)} is owned twice: a package comes from one index.`,
      ),
    ],
  };
}

const repeated = (all: readonly string[]): string[] => [
  ...new Set(all.filter((one, at) => all.indexOf(one) !== at)),
];

function parseExtraIndex(line: string): Parsed<ExtraIndex> {
  const [, given, rest = ''] = /^(?:(\S+)\s*=\s+)?(.*)$/.exec(line) ?? [];
  const words = rest.split(/\s+/);
  const urls = words.filter((word) => /:\/\//.test(word));
  if (urls.length !== 1 || !words.at(-1)!.includes('://'))
    return refused(`it does not end with the URL of one index: ${rule}.`);
  const url = parseIndexUrl(urls[0]!);
  if (!url.ok) return url;
  if (given !== undefined && !/^[a-z0-9](?:[\w.-]{0,62}[a-z0-9])?$/i.test(given))
    return refused('the name before "=" has other characters than letters, digits, ".", "-" and "_".');
  const index = { name: given ?? new URL(url.value).host, url: url.value };
  const [first, ...others] = words.slice(0, -1);
  if (first === undefined) return refused(`it does not say what ${shown(index.name)} is asked for: ${rule}.`);
  // A package may be called "wheels", too.
  if (first === 'wheels' && others.length > 0) {
    const { value: platforms, messages } = parseEach(others, parsePlatform);
    return messages.length > 0
      ? refused(messages.join(' '))
      : parsed({ ...index, kind: 'wheels', platforms: [...new Set(platforms)] });
  }
  const { value: patterns, messages } = parseEach([first, ...others], parsePattern);
  return messages.length > 0
    ? refused(messages.join(' '))
    : parsed({ ...index, kind: 'packages', patterns: [...new Set(patterns)] });
}

function parsePattern(text: string): Parsed<string> {
  if (/^[\w.*-]+$/.test(text) && /^[A-Za-z0-9*](?:.*[A-Za-z0-9*])?$/.test(text) && /[A-Za-z0-9]/.test(text))
    return parsed(normalizedName(text));
  return refused(
    text.includes('*') && !/[A-Za-z0-9]/.test(text)
      ? `${shown(text)} would own every package: name that index as index_url.`
      : `${shown(text)} is no name of a package: ${nameRule}; "*" stands for any of these.`,
  );
}
