import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from './shown.ts';

export interface PackageName {
  /** Normalized (PEP 503). */
  readonly name: string;
  readonly extras: readonly string[];
  readonly text: string;
}

/** PEP 503: lower case, and runs of `-`, `_` and `.` are one `-`. */
export const normalizedName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

const name = '[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?';
const head = new RegExp(`^(${name})\\s*(?:\\[\\s*((?:${name})(?:\\s*,\\s*${name})*)?\\s*\\])?\\s*(.*)$`);

export const nameRule =
  'a name has letters, digits, ".", "-" and "_", and begins and ends with a letter or a digit';

/** Parses `name[extras]`. Specifiers, markers and URLs are refused: the version has an input of its own. */
export function parsePackageName(text: string): Parsed<PackageName> {
  const trimmed = text.trim();
  if (trimmed === '')
    return refused('package is empty: give its name on the index, like "uvicorn" or "uvicorn[standard]".');
  if (isUrl(trimmed))
    return refused(`package ${shown(trimmed)} is a URL or a path: give its name on the index.`);
  const split = splitHead(trimmed);
  if (split === undefined) {
    return refused(
      `package ${shown(trimmed)} is not valid: ${nameRule}; extras follow in brackets, "uvicorn[standard]".`,
    );
  }
  if (split.rest !== '') {
    return refused(
      `package ${shown(trimmed)} has ${shown(split.rest)} after its name: give the name and extras alone, and the version as package_version.`,
    );
  }
  return parsed(split.package);
}

/** Splits off the package that a text begins with; undefined when it begins with none. */
export function splitHead(
  text: string,
): { readonly package: PackageName; readonly rest: string } | undefined {
  const match = head.exec(text);
  if (match === null || /[\r\n]/.test(text)) return undefined;
  const extras = [...new Set((match[2] ?? '').split(',').map((extra) => normalizedName(extra.trim())))]
    .filter((extra) => extra !== '')
    .toSorted();
  const normalized = normalizedName(match[1]!);
  const full = extras.length === 0 ? normalized : `${normalized}[${extras.join(',')}]`;
  return { package: { name: normalized, extras, text: full }, rest: match[3]!.trim() };
}

export const isUrl = (text: string): boolean =>
  /^[a-z][a-z0-9+.-]*:/i.test(text) ||
  /^\.{0,2}\//.test(text) ||
  /^[^;'"]*\s@\s/.test(text) ||
  /^[^;'"[\]]*\]?@/.test(text);
