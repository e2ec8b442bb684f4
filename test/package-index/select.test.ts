import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareVersions, type PackageVersion } from '../../src/names/package-version.ts';
import { parsePythonVersion, type PythonVersion } from '../../src/names/python-version.ts';
import { parseVersionSelectors, type VersionSelector } from '../../src/names/version-selection.ts';
import { type Selection, selectVersions, whyRefused } from '../../src/package-index/select.ts';
import type { Project } from '../../src/package-index/simple.ts';
import { projectOf, version } from './projects.ts';

const python = (text: string): PythonVersion => {
  const result = parsePythonVersion(text);
  if (!result.ok) throw new Error(result.message);
  return result.value;
};
const selectors = (lines: string): readonly VersionSelector[] =>
  lines.split('\n').flatMap((line) => {
    const result = parseVersionSelectors(line);
    if (!result.ok) throw new Error(result.message);
    return result.value;
  });

/** `1.0 as v1.0`, where it was named; `!reason`, where it was withdrawn; `-`, and what selected nothing, of which newest. */
const shortOf = ({ versions, nothing }: Selection): readonly string[] => [
  ...versions.map(({ version: { text }, written, yanked }) =>
    [
      text,
      ...(written === undefined ? [] : ['as', written]),
      ...(yanked === undefined ? [] : [`!${yanked}`]),
    ].join(' '),
  ),
  ...nothing.map(({ selector, newest }) => `- ${selector.kind} of ${newest.join(', ')}`),
];

const six = projectOf(
  '0.9 >=2.7',
  '1.0 >=2.7',
  '1.0.1 >=3.6',
  '1.1a1 >=3.6',
  '1.1 >=3.8',
  '1.1.post1 >=3.8',
  '1.2 >=3.9 !wrong file',
  '1.3rc1 >=3.9 !',
  '1.3 >=3.9',
  '1.10 >=3.10',
  '2.0rc1 >=3.10',
);
const local = projectOf('1.0', '1.0+cpu', '1.0+cu121', '0.9');
const epochs = projectOf('2024.1', '2024.2', '1!0.1', '1!0.1.1', '1!1.0rc1');

test.each<[string, Project, string, string, readonly string[]]>([
  ['latest', six, 'latest', '3.13', ['1.10']],
  ['latest that allows the Python', six, 'latest', '3.9', ['1.3']],
  ['latest that allows the patch', projectOf('1.0', '1.1 !=3.9.1'), 'latest', '3.9.1', ['1.0']],
  // It is left out with the rule of the newest as the reason.
  ['latest where none allows the Python', projectOf('1.0 >=3.8', '1.1 >=3.9'), 'latest', '3.6', ['1.1']],
  ['latest where all are pre-releases', projectOf('1.0a1'), 'latest', '3.13', ['- latest of 1.0a1']],
  ['latest where all were withdrawn', projectOf('1.0 !', '1.1 !'), 'latest', '3.13', ['- latest of ']],
  ['latest of nothing', projectOf(), 'latest', '3.13', ['- latest of ']],
  ['a release of which one file was not withdrawn', projectOf('1.0 !x', '1.0'), 'latest', '3.13', ['1.0']],
  ['the last ones', six, 'last 4', '3.13', ['1.10', '1.3', '1.1.post1', '1.1']],
  // What refuses this Python is one of them, so that it is left out with a reason.
  ['the last ones for an old Python', six, 'last 2', '3.6', ['1.10', '1.3']],
  ['more than there are', projectOf('1.0', '1.1 !', '2.0a1'), 'last 9', '3.13', ['1.0']],
  ['the newest of minor series', six, 'minors 3', '3.13', ['1.10', '1.3', '1.1.post1']],
  ['more series than there are', projectOf('1', '1.0.1', '2.0'), 'minors 9', '3.13', ['2.0', '1.0.1']],
  ['series of other epochs', epochs, 'minors 2', '3.13', ['1!0.1.1', '2024.2']],
  ['one series of two epochs', projectOf('0.1.5', '1!0.1'), 'minors 2', '3.13', ['1!0.1', '0.1.5']],
  ['the last ones of two epochs', epochs, 'last 3', '3.13', ['1!0.1.1', '1!0.1', '2024.2']],
  ['a range', six, '>=1.0.1,<1.3', '3.13', ['1.1.post1', '1.1', '1.0.1']],
  ['a range without what it names', six, '~=1.0,!=1.1.*', '3.13', ['1.10', '1.3', '1.0.1', '1.0']],
  ['a range with pre-releases', six, '>=1.1a1,<1.3', '3.13', ['1.1.post1', '1.1', '1.1a1']],
  ['a range without one pre-release', six, '>=1.10,!=2.0rc2', '3.13', ['1.10']],
  ['a range of one withdrawn version', six, '==1.2', '3.13', ['1.2 !wrong file']],
  ['a range of one withdrawn text', six, '===1.3rc1', '3.13', ['1.3rc1 !']],
  ['a range around a withdrawn version', six, '==1.2.*', '3.13', ['- range of 2.0rc1, 1.10, 1.3']],
  ['a range around a pre-release', six, '>=2', '3.13', ['- range of 2.0rc1, 1.10, 1.3']],
  ['a range of an epoch', epochs, '>=1!0', '3.13', ['1!0.1.1', '1!0.1']],
  ['local versions in a range', local, '==1.0', '3.13', ['1.0+cu121', '1.0+cpu', '1.0']],
  ['a version', six, '1.0', '3.13', ['1.0 as 1.0']],
  ['a version with more zeros', six, 'v1.0.0', '3.13', ['1.0 as v1.0.0']],
  ['a post-release with more zeros', six, '1.1.0-1', '3.13', ['1.1.post1 as 1.1.0-1']],
  ['a withdrawn version', six, '1.2', '3.13', ['1.2 as 1.2 !wrong file']],
  ['a withdrawn pre-release', six, '1.3rc1', '3.13', ['1.3rc1 as 1.3rc1 !']],
  ['a version without its local part', local, '1.0', '3.13', ['1.0 as 1.0']],
  ['a local version', local, '1.0+CPU', '3.13', ['1.0+cpu as 1.0+CPU']],
  ['a version of an epoch', epochs, '1!0.1', '3.13', ['1!0.1 as 1!0.1']],
  ['a version that is not there', six, '1.1.5', '3.13', ['- exact of 2.0rc1, 1.10, 1.3']],
  [
    'several, each once, newest first',
    six,
    '1.0 2.0rc1\nlatest\nlast 2\n>=1.3,<2\n9.9',
    '3.13',
    ['2.0rc1 as 2.0rc1', '1.10', '1.3', '1.0 as 1.0', '- exact of 2.0rc1, 1.10, 1.3'],
  ],
  ['one that is named after it was found', six, 'last 1\n1.10.0', '3.13', ['1.10 as 1.10.0']],
  ['one that is named before it is found', six, '1.10.0\nlast 1', '3.13', ['1.10 as 1.10.0']],
  ['one that is named twice', six, 'v1.10\n1.10.0', '3.13', ['1.10 as v1.10']],
  ['none', six, '', '3.13', []],
])('selects %s', (_, project, lines, text, expected) => {
  expect(shortOf(selectVersions(project, selectors(lines), python(text)))).toEqual(expected);
});

test('gives all files of a release, whatever Python they allow', () => {
  const project = projectOf('1.0 >=3.8', '2.0 <3', '1.0.0 <3');
  expect(selectVersions(project, selectors('1.0'), python('3.13'))).toEqual({
    versions: [{ version: version('1.0'), written: '1.0', files: [project.files[0], project.files[2]] }],
    nothing: [],
  });
});

test.each([
  ['allowed', ['1.0 >=3.8'], '3.13', undefined],
  ['without a rule', ['1.0'], '3.13', undefined],
  ['one file of two', ['1.0 <3', '1.0 >=3.8'], '3.13', undefined],
  ['the first file of two', ['1.0 >=3.8', '1.0 <3'], '3.13', undefined],
  ['a file without a rule', ['1.0 <3', '1.0'], '3.13', undefined],
  ['a rule that is none', ['1.0 >=3.6.*'], '3.13', undefined],
  ['some patch', ['1.0 !=3.9.0,!=3.9.1'], '3.9', undefined],
  ['this patch', ['1.0 !=3.9.0,!=3.9.1'], '3.9.1', '!=3.9.0,!=3.9.1'],
  ['refused', ['1.0 >=3.10', '1.0 >=3.10'], '3.9', '>=3.10'],
  ['refused by several', ['1.0 >=3.10', '1.0 <3', '1.0 >=3.10'], '3.9', '>=3.10 or <3'],
])('why a Python is refused: %s', (_, lines, text, rule) => {
  const [selected] = selectVersions(projectOf(...lines), selectors('1.0'), python(text)).versions;
  expect(whyRefused(selected!, python(text))).toBe(rule);
});

const texts = fc
  .tuple(
    fc.constantFrom('', '', '1!'),
    fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 3 }),
    fc.constantFrom('', '', 'a1', '.post1', '.dev1', '+local'),
    fc.constantFrom('', '', ' !x'),
  )
  .map(([epoch, release, suffix, yanked]) => `${epoch}${release.join('.')}${suffix}${yanked}`);

const seriesOf = ({ epoch, release }: PackageVersion): string => [epoch, release[0], release[1] ?? 0].join();

test('selects of any index only what is stable and offered, newest first, and all that it can', () => {
  const count = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 12 }), count, (lines, most) => {
      const project = projectOf(...lines);
      const every = selectVersions(project, selectors('last 99'), python('3.13')).versions;
      for (const { version: one, files } of every) {
        expect(one.isPrerelease).toBe(false);
        expect(files.some(({ yanked }) => yanked === undefined)).toBe(true);
      }
      const order = every.slice(1).map((one, at) => compareVersions(every[at]!.version, one.version));
      expect(order.every((sign) => sign > 0)).toBe(true);
      const last = selectVersions(project, selectors(`last ${most}`), python('3.13')).versions;
      expect(last).toEqual(every.slice(0, most));
      // The newest of each series, of the newest series.
      const series = [...new Set(every.map(({ version: one }) => seriesOf(one)))].slice(0, most);
      const minors = selectVersions(project, selectors(`minors ${most}`), python('3.13')).versions;
      expect(minors).toEqual(series.map((name) => every.find(({ version: one }) => seriesOf(one) === name)));
    }),
  );
});
