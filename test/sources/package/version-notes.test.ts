import { expect, test } from 'vitest';
import { tagsOf } from '../../../src/plan/tags.ts';
import { versionNotes } from '../../../src/sources/package/version-notes.ts';
import { parseWantedVersion } from '../../../src/inputs/packages.ts';
import { parsePackageVersion } from '../../../src/names/package-version.ts';
import { parseProject } from '../../../src/package-index/simple.ts';

/** @param releases a `!` before one says that it was withdrawn. */
function notes(written: string, releases: readonly string[]): string[] {
  const links = releases.map((release) => {
    const withdrawn = release.startsWith('!') ? ' data-yanked=""' : '';
    return `<a href="/demo-${release.replace('!', '')}.tar.gz"${withdrawn}>demo-${release.replace('!', '')}.tar.gz</a>`;
  });
  const project = parseProject(
    'demo',
    links.join('\n'),
    'text/html',
    'https://packages.example.org/simple/demo/',
  );
  const wanted = parseWantedVersion(written);
  const version = parsePackageVersion(releases[0] ?? '');
  const asked = parsePackageVersion(written);
  if (!wanted.ok || !version.ok || !asked.ok) throw new Error('the row has no version');
  const given = wanted.value.kind === 'exact' ? wanted.value.written : undefined;
  return versionNotes(project, wanted.value, version.value, tagsOf('3.13', asked.value, [], [], given));
}

test.each([
  [
    'both are there',
    '0.3',
    ['0.3.0', '0.30.0'],
    ['package_version 0.3 is demo 0.3.0; if you meant 0.30, quote it, "0.30": YAML reads it as 0.3'],
  ],
  [
    'the other has two zeros',
    '1.1',
    ['1.1', '1.100'],
    ['package_version 1.1 is demo 1.1; if you meant 1.100, quote it, "1.100": YAML reads it as 1.1'],
  ],
  ['only the one that was asked for is there', '0.3', ['0.3.0', '0.31.0', '0.30.1'], []],
  ['the other was withdrawn', '0.3', ['0.3.0', '!0.30'], []],
  ['three numbers are no number of YAML', '0.3.0', ['0.3.0', '0.30.0'], []],
  ['a zero at the end was not lost', '0.30', ['0.30.0', '0.300'], []],
  ['a normalized version', '2025.6.30', ['2025.6.30'], []],
  [
    'a version in other words',
    '2025.06.30',
    ['2025.6.30'],
    [
      '"2025.06.30" is the version 2025.6.30 by PEP 440: the exact tag is py3.13-2025.6.30, and py3.13-2025.06.30 is an alias of it',
    ],
  ],
  [
    'in words that are the exact tag of another version',
    '1-1',
    ['1.post1'],
    ['"1-1" is the version 1.post1 by PEP 440: the exact tag is py3.13-1.post1'],
  ],
])('%s', (_, written, releases, expected) => {
  expect(notes(written, releases)).toEqual(expected);
});
