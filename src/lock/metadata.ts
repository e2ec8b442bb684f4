import { compareVersions, parsePackageVersion, parseSpecifiers } from '../names/package-version.ts';
import { splitHead } from '../names/package-name.ts';
import { headerValues } from './headers.ts';

/** The first pip that refuses a release with a requirement that is not valid by PEP 440 and PEP 508. */
const strictPip = '24.1';

/** Whether this pip is strict. @param version `25.3`. */
export function isStrict(version: string): boolean {
  const [pip, strict] = [parsePackageVersion(version), parsePackageVersion(strictPip)];
  return pip.ok && strict.ok && compareVersions(pip.value, strict.value) >= 0;
}

/**
 * Requirements whose versions are not valid by PEP 440: `PyYAML (>=5.1.*)`. Markers are ignored, since pip parses all lines
 * before it evaluates them. Lines with other faults are left to pip: this must not refuse what pip accepts.
 *
 * @param metadata text of a wheel's METADATA.
 */
export function refusedLines(metadata: string): string[] {
  return headerValues(metadata, 'Requires-Dist').filter((line) => {
    const rest = splitHead(line)?.rest;
    if (rest === undefined || rest.startsWith('@')) return false;
    const specifiers = rest.replace(/;.*$/, '').trim();
    return !parseSpecifiers(/^\((.*)\)$/.exec(specifiers)?.[1] ?? specifiers).ok;
  });
}
