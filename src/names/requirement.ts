import { type Parsed, parsed, refused } from '../errors.ts';
import { parseMarker } from './marker.ts';
import { isUrl, nameRule, type PackageName, splitHead } from './package-name.ts';
import { parseSpecifiers } from './package-version.ts';
import { shown } from './shown.ts';

export { normalizedName, parsePackageName } from './package-name.ts';

export interface RequirementLine extends PackageName {
  readonly specifiers: string;
  readonly marker?: string;
  readonly line: string;
}

/** Parses one line of requirements. Comments, options (`-r`, `--hash`), URLs and paths are refused. */
export function parseRequirement(text: string): Parsed<RequirementLine> {
  const trimmed = text.trim();
  if (isUrl(trimmed)) {
    return refused(
      `requirement ${shown(trimmed)} is a URL or a path: only packages of the index can be locked, like "watchfiles>=0.15".`,
    );
  }
  if (trimmed.startsWith('-')) {
    return refused(`requirement ${shown(trimmed)} is an option of pip: give packages alone, one a line.`);
  }
  const split = splitHead(trimmed);
  if (split === undefined) {
    return refused(`requirement ${shown(trimmed)} does not begin with a package's name: ${nameRule}.`);
  }
  const [beforeMarker = '', ...afterMarker] = split.rest.split(';');
  const version = beforeMarker.trim();
  const unbraced = /^\((.*)\)$/.exec(version)?.[1] ?? version;
  const specifiers = parseSpecifiers(unbraced);
  if (!specifiers.ok) return refused(`requirement ${shown(trimmed)}: ${specifiers.message}`);
  const written = unbraced
    .split(',')
    .map((clause) => clause.replace(/\s+/g, ''))
    .filter((clause) => clause !== '')
    .join(',');
  const markerText = afterMarker.join(';').trim();
  if (afterMarker.length > 0 && markerText === '') {
    return refused(`requirement ${shown(trimmed)} ends in ";": a marker follows there, or nothing.`);
  }
  if (markerText === '') {
    return parsed({ ...split.package, specifiers: written, line: `${split.package.text}${written}` });
  }
  const marker = parseMarker(markerText);
  if (!marker.ok) return refused(`requirement ${shown(trimmed)}: ${marker.message}`);
  return parsed({
    ...split.package,
    specifiers: written,
    marker: markerText,
    line: `${split.package.text}${written} ; ${markerText}`,
  });
}
