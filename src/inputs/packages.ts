/** The inputs that name packages: of the index and of the distribution. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { type PackageName, parsePackageName } from '../names/package-name.ts';
import { parsePackageVersion } from '../names/package-version.ts';
import { parseRequirement } from '../names/requirement.ts';
import { shown } from '../names/shown.ts';
import type { WantedVersion } from './inputs.ts';

/** Longer than any name that an index has; tags, labels and paths are made from it. */
const longest = 200;

export function parsePackage(text: string): Parsed<PackageName> {
  const name = parsePackageName(text);
  if (!name.ok || name.value.text.length <= longest) return name;
  return refused(`package ${shown(text)} is too long: name and extras have at most ${longest} characters.`);
}

export function parseWantedVersion(text: string): Parsed<WantedVersion> {
  if (text.toLowerCase() === 'latest') return parsed({ kind: 'latest' });
  const version = parsePackageVersion(text);
  if (version.ok) {
    const { text: normalized } = version.value;
    return parsed({ kind: 'exact', text: normalized, ...(normalized === text ? {} : { written: text }) });
  }
  const range = /^[<>=!~]/.test(text) ? ' Ranges are not taken: give one version, or "latest".' : '';
  return refused(`${version.message}${range}`);
}

export function parseLatestVersion(text: string): Parsed<string> {
  const version = parsePackageVersion(text);
  return version.ok ? parsed(version.value.text) : version;
}

/** Parses a line as a requirements file has it, and drops the comment after it. */
export function parseRequirementLine(line: string): Parsed<string> {
  const text = line.replace(/\s#.*$/, '').trim();
  if (text.length > 1000)
    return refused(`requirement ${shown(text)} is too long: it has at most 1,000 characters.`);
  const requirement = parseRequirement(text);
  return requirement.ok ? parsed(requirement.value.line) : requirement;
}

/** Parses a line of constraints: a requirement that adds nothing, and so has no extras. */
export function parseConstraintLine(line: string): Parsed<string> {
  const text = line.replace(/\s#.*$/, '').trim();
  const parsedLine = parseRequirementLine(line);
  if (!parsedLine.ok) return parsedLine;
  const requirement = parseRequirement(text);
  if (requirement.ok && requirement.value.extras.length > 0)
    return refused(
      `constraint ${shown(text)} has extras: a constraint names a package and its versions, like "Cython<3".`,
    );
  if (requirement.ok && requirement.value.specifiers === '')
    return refused(
      `constraint ${shown(text)} allows every version: name those that it may be, like "Cython<3".`,
    );
  return parsedLine;
}

/** Parses the name of a package of Debian or Alpine, with `=version` if wanted. */
export function parseDistributionPackage(text: string): Parsed<string> {
  if (text.length <= longest && /^[a-z0-9][a-z0-9+._-]*(?:=[a-z0-9][a-z0-9.+:~_-]*)?$/i.test(text))
    return parsed(text);
  return refused(
    `${shown(text)} is not a package of the distribution: it has letters, digits, "+", "-", "." and "_", and starts with a letter or a digit, like "libpq5" or "libpq-dev=15.8-0+deb12u1".`,
  );
}
