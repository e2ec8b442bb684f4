/** Which versions of a package a matrix is for: by name, by a range, or the newest ones. */
import { type Parsed, parsed, refused } from '../errors.ts';
import {
  parsePackageVersion,
  parseSpecifiers,
  type PackageVersion,
  type Specifier,
} from './package-version.ts';
import { shown } from './shown.ts';

export type VersionSelector =
  /** `written`: as the user wrote it, `v1.0` of 1.0. */
  | { readonly kind: 'exact'; readonly version: PackageVersion; readonly written: string }
  /** The newest stable one that allows the Python. */
  | { readonly kind: 'latest' }
  /** So many of the newest stable ones. */
  | { readonly kind: 'last'; readonly count: number }
  /** The newest stable one of each of so many of the newest series of a minor version. */
  | { readonly kind: 'minors'; readonly count: number }
  | { readonly kind: 'range'; readonly text: string; readonly specifiers: readonly Specifier[] };

/** GitHub makes as many jobs of one matrix. */
const most = 256;

const rule =
  'write versions, "latest", "last 5", "minors 3", or a range of PEP 440 like ">=0.30,<1", each on a line';

/** Parses one line: a selector, or several versions with commas or spaces between them. */
export function parseVersionSelectors(line: string): Parsed<readonly VersionSelector[]> {
  const text = line.trim();
  if (/^latest$/i.test(text)) return parsed([{ kind: 'latest' }]);
  const counted = /^(last|minors)\s+(\S+)$/i.exec(text);
  if (counted !== null) {
    const kind = counted[1]!.toLowerCase() as 'last' | 'minors';
    const count = Number(counted[2]);
    if (!/^[1-9]\d*$/.test(counted[2]!) || count > most)
      return refused(`${shown(text)} has no right number: it is 1 to ${most}, like "${kind} 3".`);
    return parsed([{ kind, count }]);
  }
  // Without a comma it would be the newest version and version 5.
  if (/^latest\s+\d+$/i.test(text))
    return refused(
      `${shown(text)} selects no version: the newest ones are "${text.toLowerCase().replace(/^latest\s+/, 'last ')}".`,
    );
  if (/^[<>=!~]/.test(text)) {
    const specifiers = parseSpecifiers(text);
    return specifiers.ok ? parsed([{ kind: 'range', text, specifiers: specifiers.value }]) : specifiers;
  }
  const selectors: VersionSelector[] = [];
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    if (/^latest$/i.test(part)) {
      selectors.push({ kind: 'latest' });
      continue;
    }
    const version = parsePackageVersion(part);
    if (!version.ok) return refused(`${shown(text)} selects no version: ${rule}.`);
    selectors.push({ kind: 'exact', version: version.value, written: part });
  }
  return parsed(selectors);
}
