/** What pip refuses of a wheel's metadata. */
import { compareVersions, parsePackageVersion, parseSpecifiers } from '../names/package-version.ts';
import { splitHead } from '../names/package-name.ts';

/** The first pip that refuses a release where one line of its requirements is not of PEP 440 and PEP 508. */
const strictPip = '24.1';

/** Whether this pip refuses such releases. @param version `25.3`. */
export function isStrict(version: string): boolean {
  const [pip, strict] = [parsePackageVersion(version), parsePackageVersion(strictPip)];
  return pip.ok && strict.ok && compareVersions(pip.value, strict.value) >= 0;
}

/**
 * The lines of requirements whose versions are not of PEP 440: `PyYAML (>=5.1.*)`. Markers do not matter, pip reads every
 * line before it evaluates them. A line that is odd in another way is left to pip: what is refused here must be refused there.
 *
 * @param metadata text of a wheel's METADATA.
 */
export function refusedLines(metadata: string): string[] {
  const [headers = ''] = metadata.replaceAll('\r\n', '\n').split('\n\n');
  const lines = [...headers.matchAll(/^Requires-Dist:[ \t]*(.*)$/gm)].map(([, line]) => line!.trim());
  return lines.filter((line) => {
    const rest = splitHead(line)?.rest;
    if (rest === undefined || rest.startsWith('@')) return false;
    const specifiers = rest.replace(/;.*$/, '').trim();
    return !parseSpecifiers(/^\((.*)\)$/.exec(specifiers)?.[1] ?? specifiers).ok;
  });
}
