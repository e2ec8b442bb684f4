/** The inputs that name packages: of the index (PEP 508) and of the distribution. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import type { WantedPackage, WantedVersion } from './inputs.ts';
import { parsePackageVersion } from '../names/package-version.ts';

const namePattern = /^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/i;
const longestName = 100;

/** Normalizes the name of a distribution or an extra, as PEP 503 and PEP 685 have it. */
export const normalizeName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

const isPlace = (text: string): boolean =>
  /:\/\/|^\.{0,2}\/|^[a-z]:\\|^(?:git|hg|svn|bzr)\+|\.(?:whl|tar\.gz|zip)$|^[^\s[;]+\/|\S\s*@\s*\S/i.test(
    text,
  );

/** Parses `[one,two]` or nothing. */
function parseExtras(text: string): string[] | undefined {
  if (text === '') return [];
  const extras = text
    .slice(1, -1)
    .split(',')
    .map((extra) => extra.trim());
  return extras.every((extra) => namePattern.test(extra))
    ? [...new Set(extras.map(normalizeName))]
    : undefined;
}

/** Parses a package with its extras, and nothing else. */
export function parsePackage(text: string): Parsed<WantedPackage> {
  const rule = 'it is a name on the index with its extras, like "uvicorn" or "uvicorn[standard]"';
  if (isPlace(text)) {
    return refused(
      `${shown(text)} is a URL or a path: ${rule}. Publish the package to an index and name it in index_url.`,
    );
  }
  const match = /^([^\s[\]]+)\s*(\[[^[\]]*\])?$/.exec(text);
  const [, name = '', bracket = ''] = match ?? [];
  const extras = parseExtras(bracket);
  if (match === null || !namePattern.test(name) || extras === undefined) {
    const way = /[<>=!~]/.test(text) ? ' Its version is an input of its own, package_version.' : '';
    return refused(`${shown(text)} is not a package: ${rule}.${way}`);
  }
  if (name.length > longestName)
    return refused(`${shown(text)} is too long: a name has at most ${longestName} characters.`);
  return parsed({ name: normalizeName(name), extras, text: `${name}${bracket.replace(/\s/g, '')}` });
}

/** Parses an exact version or `latest`. */
export function parseWantedVersion(text: string): Parsed<WantedVersion> {
  if (text.toLowerCase() === 'latest') return parsed({ kind: 'latest' });
  const version = parsePackageVersion(text);
  if (version.ok) return parsed({ kind: 'exact', text: version.value.text });
  const range = /^[<>=!~]/.test(text) ? ' Ranges are not taken: give one version, or "latest".' : '';
  return refused(`${version.message}${range}`);
}

/** Parses a version where `latest` would mean nothing. */
export function parseLatestVersion(text: string): Parsed<string> {
  const version = parsePackageVersion(text);
  return version.ok ? parsed(version.value.text) : version;
}

const markerNames = [
  'implementation_name',
  'implementation_version',
  'os_name',
  'platform_machine',
  'platform_python_implementation',
  'platform_release',
  'platform_system',
  'platform_version',
  'python_full_version',
  'python_version',
  'sys_platform',
];

const markerToken =
  /\s*(?:("[^"]*"|'[^']*')|(===|~=|==|!=|<=|>=|<|>|not\s+in\b|in\b)|(and|or)\b|([()])|(\w+))\s*/y;

/** Whether the text is a marker by PEP 508's grammar, over the names that an environment has. */
function isMarker(text: string): boolean {
  let shape = '';
  markerToken.lastIndex = 0;
  while (markerToken.lastIndex < text.length) {
    const match = markerToken.exec(text);
    if (match === null) return false;
    const [, quoted, operator, junction, parenthesis, name] = match;
    if (name !== undefined && !markerNames.includes(name)) return false;
    // v: a value, o: a comparison, j: and/or, e: a whole expression.
    shape += quoted !== undefined || name !== undefined ? 'v' : operator ? 'o' : junction ? 'j' : parenthesis;
  }
  for (let before = ''; before !== shape;) {
    before = shape;
    shape = shape.replace('vov', 'e').replace('(e)', 'e').replace('eje', 'e');
  }
  return shape === 'e';
}

const clause = '(?:===|~=|==|!=|<=|>=|<|>)\\s*[a-z0-9.*+!_-]+';
const clauses = `${clause}(?:\\s*,\\s*${clause})*\\s*,?`;
const requirementPattern = new RegExp(
  `^([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)\\s*(\\[[^[\\]]*\\])?\\s*(?:${clauses}|\\(\\s*${clauses}\\s*\\))?\\s*(?:;(.*))?$`,
  'i',
);

/** Parses one requirement of PEP 508: a name, extras, versions, a marker. A comment after it is dropped. */
export function parseRequirement(line: string): Parsed<string> {
  const text = line.replace(/\s#.*$/, '').trim();
  const rule =
    'a requirement is a name with versions and a marker, like "watchfiles>=0.15; python_version >= \'3.9\'"';
  if (text.startsWith('-') || /\s--?[a-z]/i.test(text)) {
    return refused(
      `${shown(text)} is an option of an installer: ${rule}. Paste the lines of a requirements file, and name the index in index_url.`,
    );
  }
  const [body = ''] = text.split(';');
  if (isPlace(body.trim()))
    return refused(`${shown(text)} is a URL or a path: ${rule}, and comes from the index.`);
  const match = requirementPattern.exec(text);
  if (match === null || text.length > 500 || parseExtras(match[2] ?? '') === undefined) {
    return refused(`${shown(text)} is not a requirement: ${rule}.`);
  }
  if (match[3] !== undefined && !isMarker(match[3])) {
    return refused(
      `${shown(text)} has a marker that is not one of PEP 508: it compares ${markerNames.join(', ')}.`,
    );
  }
  return parsed(text);
}

/** Parses the name of a package of Debian or Alpine, with `=version` if wanted. */
export function parseDistributionPackage(text: string): Parsed<string> {
  if (text.length <= longestName && /^[a-z0-9][a-z0-9+._-]*(?:=[a-z0-9][a-z0-9.+:~_-]*)?$/i.test(text))
    return parsed(text);
  return refused(
    `${shown(text)} is not a package of the distribution: it has letters, digits, "+", "-", "." and "_", and starts with a letter or a digit, like "libpq5" or "libpq-dev=15.8-0+deb12u1".`,
  );
}
