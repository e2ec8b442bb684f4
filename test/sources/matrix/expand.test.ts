import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePackageName } from '../../../src/names/package-name.ts';
import { parsePythonSelector } from '../../../src/names/python-selection.ts';
import { parseVersionSelectors } from '../../../src/names/version-selection.ts';
import type { Project } from '../../../src/package-index/simple.ts';
import { expand, type Expanded } from '../../../src/sources/matrix/expand.ts';
import { fitting } from '../../../src/sources/matrix/fitting.ts';
import type { CellMatch, MatrixCell, MatrixPackage } from '../../../src/sources/matrix/matrix.ts';
import { projectOf } from '../../package-index/projects.ts';

const today = Date.parse('2026-11-30');

function valueOf<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string },
): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

type Texts = Readonly<Record<string, string>>;

/** A package of `six`, of which lists are given with commas: `six; 1.0,1.1; 3.12,3.13; slim,alpine`. */
function packageOf(text: string, inputs: Texts = {}): MatrixPackage {
  const [name = '', versions = '', pythons = '', bases = ''] = text.split(/\s*;\s*/);
  return {
    package: valueOf(parsePackageName(name)),
    versions: versions.split(' & ').flatMap((line) => valueOf(parseVersionSelectors(line))),
    pythons: pythons.split(',').map((part) => valueOf(parsePythonSelector(part))),
    bases: bases.split(','),
    inputs,
  };
}

/** A row from `package_version=1.0 verify=off`; what no cell is told apart by is an input. */
const keys = ['package', 'package_version', 'python_version', 'target_base'];
const rowOf = (word: string) => (text: string, index: number) => {
  const pairs = text
    .split(' ')
    .filter(Boolean)
    .map((pair) => pair.split('=') as [string, string]);
  return {
    match: Object.fromEntries(pairs.filter(([key]) => keys.includes(key))) as CellMatch,
    inputs: Object.fromEntries(pairs.filter(([key]) => !keys.includes(key))) as Texts,
    where: `${word} ${index + 1}`,
  };
};

interface Matrix {
  readonly packages: readonly MatrixPackage[];
  readonly exclude?: readonly string[];
  readonly include?: readonly string[];
  readonly six?: Project;
}

const releases = projectOf(
  '1.0 >=3.6',
  '1.1 >=3.8,<3.14',
  '1.2 >=3.12',
  '1.3rc1 >=3.12',
  '1.4 >=3.12 !broken',
);

const expanded = ({ packages, exclude = [], include = [], six = releases }: Matrix): Expanded =>
  expand(
    packages,
    exclude.map(rowOf('exclude')),
    include.map(rowOf('include')),
    new Map([
      ['six', six],
      ['demo', { ...projectOf('2.0'), name: 'demo' }],
    ]),
    today,
  );

/** A cell as `six 1.0 3.12 slim verify=off`. */
const cellText = ({ package: { text }, version, python, base, inputs }: MatrixCell): string =>
  [
    text,
    version.written ?? version.version.text,
    python.text,
    base,
    ...Object.entries(inputs).map(([name, value]) => `${name}=${value}`),
  ].join(' ');

const shortOf = ({ cells, leftOut, problems, notes }: Expanded) => ({
  cells: cells.map(cellText),
  leftOut: leftOut.map(
    ({ package: name, version, python, base, because }) =>
      `${[name, version, python, base].filter((part) => part !== undefined).join(' ')}: ${because}`,
  ),
  messages: problems.map(({ station, message }) => `${station === 'input' ? '' : `${station}: `}${message}`),
  notes,
});
type Short = ReturnType<typeof shortOf>;

const one = packageOf('six; 1.0; 3.13; slim');
const square = packageOf('six; 1.0,1.1; 3.12,3.13; slim');
const bases = packageOf('six; 1.0; 3.12,3.13; slim,alpine');
const twoExtras = [packageOf('six; 1.0; 3.13; slim'), packageOf('Six[Fast,all]; 1.0; 3.13; slim')];

test.each<[string, Matrix, Partial<Short>]>([
  ['one image', { packages: [one] }, { cells: ['six 1.0 3.13 slim'] }],
  [
    'every version with every Python on every base: Pythons first, oldest first',
    { packages: [packageOf('six; 1.0,1.1; 3.13,3.12; slim,full')] },
    {
      cells: [
        'six 1.1 3.12 slim',
        'six 1.1 3.12 full',
        'six 1.0 3.12 slim',
        'six 1.0 3.12 full',
        'six 1.1 3.13 slim',
        'six 1.1 3.13 full',
        'six 1.0 3.13 slim',
        'six 1.0 3.13 full',
      ],
    },
  ],
  [
    'what a version refuses',
    { packages: [packageOf('six; last 3; supported - 3.12 - 3.15; slim,alpine')] },
    {
      cells: [
        'six 1.1 3.11 slim',
        'six 1.1 3.11 alpine',
        'six 1.0 3.11 slim',
        'six 1.0 3.11 alpine',
        'six 1.2 3.13 slim',
        'six 1.2 3.13 alpine',
        'six 1.1 3.13 slim',
        'six 1.1 3.13 alpine',
        'six 1.0 3.13 slim',
        'six 1.0 3.13 alpine',
        'six 1.2 3.14 slim',
        'six 1.2 3.14 alpine',
        'six 1.0 3.14 slim',
        'six 1.0 3.14 alpine',
      ],
      leftOut: [
        'six 1.2 3.11: six 1.2 requires Python ">=3.12"',
        'six 1.1 3.14: six 1.1 requires Python ">=3.8,<3.14"',
      ],
    },
  ],
  [
    'the latest for each Python, and for one that none allows',
    { packages: [packageOf('six; latest; 3.11,3.12; slim')], six: projectOf('1.0 >=3.12', '1.1 >=3.13') },
    {
      cells: ['six 1.0 3.12 slim'],
      leftOut: ['six 1.1 3.11: six 1.1 requires Python ">=3.13"'],
    },
  ],
  [
    'a patch of Python beside its minor version',
    { packages: [packageOf('six; 1.0; 3.12.4,3.12; slim')], exclude: ['python_version=3.12'] },
    {
      cells: ['six 1.0 3.12.4 slim'],
      leftOut: ['six 1.0 3.12 slim: exclude 1 excludes it'],
    },
  ],
  [
    'versions as they were written',
    { packages: [packageOf('six; v1.0.0 & last 1; 3.13; slim')] },
    { cells: ['six 1.2 3.13 slim', 'six v1.0.0 3.13 slim'] },
  ],
  [
    'a pre-release and a withdrawn version that are named',
    { packages: [packageOf('six; 1.4,1.3rc1; 3.13; slim,alpine')] },
    {
      cells: ['six 1.4 3.13 slim', 'six 1.4 3.13 alpine', 'six 1.3rc1 3.13 slim', 'six 1.3rc1 3.13 alpine'],
      notes: ['six 1.4 was withdrawn by its authors: broken'],
    },
  ],
  [
    'a version that was withdrawn without a reason, and is excluded in part',
    {
      packages: [packageOf('six; 1.0,1.1; 3.13; slim')],
      exclude: ['package_version=1.1'],
      six: projectOf('1.0 !', '1.1 !x'),
    },
    {
      cells: ['six 1.0 3.13 slim'],
      leftOut: ['six 1.1 3.13 slim: exclude 1 excludes it'],
      notes: ['six 1.0 was withdrawn by its authors'],
    },
  ],
  [
    'Pythons that get no fixes any more, each said once',
    { packages: [packageOf('six; 1.0; 3.9,3.9.1,3.13; slim,alpine')] },
    {
      cells: ['3.9 slim', '3.9 alpine', '3.9.1 slim', '3.9.1 alpine', '3.13 slim', '3.13 alpine'].map(
        (place) => `six 1.0 ${place}`,
      ),
      notes: ['Python 3.9 has had no fixes since 2025-10-31'],
    },
  ],
  [
    'what is not on the index, said once',
    { packages: [packageOf('six; 1.5 & >=2 & >=2rc1 & 1.0; 3.12,3.13; slim')] },
    {
      cells: ['six 1.0 3.12 slim', 'six 1.0 3.13 slim'],
      messages: [
        'index: package_versions: six has no version "1.5" on the index. The newest there are: 1.3rc1, 1.2, 1.1.',
        'index: package_versions: six has no stable version in ">=2" on the index. The newest there are: 1.3rc1, 1.2, 1.1.',
        'index: package_versions: six has no version in ">=2rc1" on the index. The newest there are: 1.3rc1, 1.2, 1.1.',
      ],
    },
  ],
  [
    'a version whose zero YAML took',
    { packages: [packageOf('six; 0.3; 3.13; slim')], six: projectOf('0.30') },
    {
      messages: [
        'index: package_versions: six has no version "0.3" on the index. YAML reads 0.30 as 0.3: quote it, "0.30". The newest there are: 0.30.',
      ],
    },
  ],
  [
    'only pre-releases',
    { packages: [packageOf('six; last 2 & latest & minors 1; 3.13; slim')], six: projectOf('1.0a1') },
    {
      messages: [
        'index: package_versions: six has no stable version on the index. The newest there are: 1.0a1. Name one to have a pre-release.',
      ],
    },
  ],
  [
    'only withdrawn versions',
    { packages: [packageOf('six; last 2 & latest; 3.13; slim')], six: projectOf('1.0 !x') },
    { messages: ['index: package_versions: six has no stable version on the index.'] },
  ],
  [
    'no Python',
    { packages: [packageOf('six; 1.0; supported - 3.11 - 3.12 - 3.13 - 3.14 - 3.15; slim')] },
    {
      messages: [
        'python_versions leaves out every Python that is supported: name one that the images are for.',
      ],
    },
  ],
  [
    'a package twice, each image once',
    {
      packages: [
        packageOf('six; 1.0 & last 1; 3.11,3.13; slim'),
        packageOf('SIX; 1.0.0 & last 1; 3.11,3.13; slim'),
      ],
    },
    {
      cells: ['six 1.0 3.11 slim', 'six 1.2 3.13 slim', 'six 1.0 3.13 slim'],
      leftOut: ['six 1.2 3.11: six 1.2 requires Python ">=3.12"'],
    },
  ],
  [
    'a package twice, with other inputs',
    {
      packages: [
        packageOf('six; 1.0,1.1; 3.13; slim', { verify: 'off', cmd: 'x' }),
        packageOf('six; 1.0,1.1,1.2; 3.13; slim', { cmd: 'x' }),
      ],
    },
    {
      cells: [
        'six 1.1 3.13 slim verify=off cmd=x',
        'six 1.0 3.13 slim verify=off cmd=x',
        'six 1.2 3.13 slim cmd=x',
      ],
      messages: [
        'packages: six is there twice, with other inputs for six 1.1 on Python 3.13 slim. Give each image once.',
      ],
    },
  ],
  [
    'a package with other extras is another one',
    { packages: twoExtras },
    { cells: ['six 1.0 3.13 slim', 'six[all,fast] 1.0 3.13 slim'] },
  ],
])('makes %s', (_, matrix, expected) => {
  expect(shortOf(expanded(matrix))).toEqual({ cells: [], leftOut: [], messages: [], notes: [], ...expected });
});

const mustName = 'is about no image of the matrix. To add one, it must name';
test.each<[string, Matrix, Partial<Short>]>([
  [
    'a version, however it is written',
    { packages: [square], exclude: ['package_version=v1.0.0 python_version=3.12'] },
    {
      cells: ['six 1.1 3.12 slim', 'six 1.1 3.13 slim', 'six 1.0 3.13 slim'],
      leftOut: ['six 1.0 3.12 slim: exclude 1 excludes it'],
    },
  ],
  [
    'a local version alone',
    {
      packages: [packageOf('six; >=0; 3.13; slim')],
      exclude: ['package_version=1.0'],
      six: projectOf('1.0', '1.0+cpu'),
    },
    { cells: ['six 1.0+cpu 3.13 slim'], leftOut: ['six 1.0 3.13 slim: exclude 1 excludes it'] },
  ],
  [
    'an epoch and a post-release',
    {
      packages: [packageOf('six; >=0; 3.13; slim')],
      exclude: ['package_version=1!1.0.0', 'package_version=1.0.0-1'],
      six: projectOf('1.0', '1.0.post1', '1!1.0'),
    },
    {
      cells: ['six 1.0 3.13 slim'],
      leftOut: [
        'six 1!1.0 3.13 slim: exclude 1 excludes it',
        'six 1.0.post1 3.13 slim: exclude 2 excludes it',
      ],
    },
  ],
  [
    'what several rows fit, by the first of them',
    { packages: [bases], exclude: ['target_base=alpine', 'python_version=3.13', 'python_version=3.13'] },
    {
      cells: ['six 1.0 3.12 slim'],
      leftOut: [
        'six 1.0 3.12 alpine: exclude 1 excludes it',
        'six 1.0 3.13 slim: exclude 2 excludes it',
        'six 1.0 3.13 alpine: exclude 1 excludes it',
      ],
    },
  ],
  [
    'nothing by rows that fit none',
    {
      packages: [one],
      exclude: [
        'package_version=1.0 python_version=3.12',
        'package_version=latest',
        'package=six[x]',
        'package=(six)',
      ],
    },
    {
      cells: ['six 1.0 3.13 slim'],
      notes: [
        'exclude 1 excludes no image',
        'exclude 2 excludes no image',
        'exclude 3 excludes no image',
        'exclude 4 excludes no image',
      ],
    },
  ],
  [
    'everything',
    { packages: [one], exclude: [''] },
    { leftOut: ['six 1.0 3.13 slim: exclude 1 excludes it'] },
  ],
  [
    'a package without extras where one with some is there, too',
    { packages: twoExtras, exclude: ['package=SIX'] },
    { cells: ['six[all,fast] 1.0 3.13 slim'], leftOut: ['six 1.0 3.13 slim: exclude 1 excludes it'] },
  ],
  [
    'a package with its extras in any order and case',
    { packages: twoExtras, exclude: ['package=six[ALL,fast]'] },
    { cells: ['six 1.0 3.13 slim'], leftOut: ['six[all,fast] 1.0 3.13 slim: exclude 1 excludes it'] },
  ],
  [
    'a package by its name, with any extras',
    {
      packages: [
        packageOf('six[b]; 1.0; 3.13; slim'),
        packageOf('six[a]; 1.0; 3.13; slim'),
        packageOf('demo; 2.0; 3.13; slim'),
      ],
      exclude: ['package=Six'],
    },
    {
      cells: ['demo 2.0 3.13 slim'],
      leftOut: ['six[b] 1.0 3.13 slim: exclude 1 excludes it', 'six[a] 1.0 3.13 slim: exclude 1 excludes it'],
    },
  ],
])('excludes %s', (_, matrix, expected) => {
  expect(shortOf(expanded(matrix))).toEqual({ cells: [], leftOut: [], messages: [], notes: [], ...expected });
});

test.each<[string, Matrix, Partial<Short>]>([
  [
    // The example at https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax.
    'as in the example of a workflow',
    {
      packages: [bases],
      include: [
        'color=green',
        'color=pink target_base=slim',
        'python_version=3.12 shape=circle',
        'package_version=1.0 python_version=3.14 target_base=alpine',
        'package_version=1.0 python_version=3.14 target_base=slim',
      ],
    },
    {
      cells: [
        'six 1.0 3.12 slim color=pink shape=circle',
        'six 1.0 3.12 alpine color=green shape=circle',
        'six 1.0 3.13 slim color=pink',
        'six 1.0 3.13 alpine color=green',
        'six 1.0 3.14 alpine',
        'six 1.0 3.14 slim',
      ],
    },
  ],
  [
    'over the inputs of the package',
    {
      packages: [packageOf('six; 1.0; 3.12,3.13; slim', { verify: 'off', cmd: 'x' })],
      include: ['python_version=3.13 verify=run', 'python_version=3.14 cmd=y'],
    },
    {
      cells: [
        'six 1.0 3.12 slim verify=off cmd=x',
        'six 1.0 3.13 slim verify=run cmd=x',
        'six 1.0 3.14 slim verify=off cmd=y',
      ],
    },
  ],
  [
    'that names fewer platforms has fewer that are optional',
    {
      packages: [packageOf('six; 1.0; 3.12,3.13; slim', { platform_optional: 'linux/arm64,linux/arm/v7' })],
      include: [
        'python_version=3.13 platform=linux/amd64,linux/arm64',
        'python_version=3.14 platform=linux/amd64',
      ],
    },
    {
      cells: [
        'six 1.0 3.12 slim platform_optional=linux/arm64,linux/arm/v7',
        'six 1.0 3.13 slim platform=linux/amd64,linux/arm64 platform_optional=linux/arm64',
        'six 1.0 3.14 slim platform=linux/amd64',
      ],
    },
  ],
  [
    'what was excluded',
    {
      packages: [bases],
      exclude: ['target_base=alpine'],
      include: ['python_version=3.13 target_base=alpine a=b'],
    },
    {
      cells: ['six 1.0 3.12 slim', 'six 1.0 3.13 slim', 'six 1.0 3.13 alpine a=b'],
      leftOut: ['six 1.0 3.12 alpine: exclude 1 excludes it'],
    },
  ],
  [
    'by what the matrix has not alone',
    { packages: [one], include: ['package_version=v1.1', 'python_version=3.12.4', 'target_base=alpine'] },
    { cells: ['six 1.0 3.13 slim', 'six v1.1 3.13 slim', 'six 1.0 3.12.4 slim', 'six 1.0 3.13 alpine'] },
  ],
  [
    'a pre-release, a withdrawn version',
    { packages: [one], include: ['package_version=1.3rc1', 'package_version=1.4'] },
    {
      cells: ['six 1.0 3.13 slim', 'six 1.3rc1 3.13 slim', 'six 1.4 3.13 slim'],
      notes: ['six 1.4 was withdrawn by its authors: broken'],
    },
  ],
  [
    'to one of several packages',
    {
      packages: [...twoExtras, packageOf('demo; 2.0; 3.13; slim')],
      include: [
        'package=six[FAST,all] package_version=1.1',
        'package=six a=b',
        'package=six package_version=1.2',
      ],
    },
    {
      cells: [
        'six 1.0 3.13 slim a=b',
        'six[all,fast] 1.0 3.13 slim',
        'demo 2.0 3.13 slim',
        'six[all,fast] 1.1 3.13 slim',
        'six 1.2 3.13 slim',
      ],
    },
  ],
  [
    'one image twice',
    { packages: [one], include: ['package_version=1.1 a=b', 'package_version=1.1.0 a=c'] },
    {
      cells: ['six 1.0 3.13 slim', 'six 1.1 3.13 slim a=b'],
      messages: [
        'include 2 adds six 1.1.0 on Python 3.13 slim, as include 1 does: give one of them all its inputs.',
      ],
    },
  ],
  [
    'what cannot be',
    {
      packages: [packageOf('six; latest; 3.11,3.13; slim,alpine')],
      include: [
        'package_version=1.2 python_version=3.11 target_base=slim',
        'package_version=1.1.5 python_version=3.13 target_base=slim',
        'package_version=latest python_version=3.13 target_base=slim',
        'package_version=1.2 python_version=3.1 target_base=slim',
        'python_version=3.12 target_base=slim',
        'package_version=1.2 target_base=trixie',
        'package_version=1.2 python_version=3.12',
        'package=demo a=b',
      ],
    },
    {
      cells: ['six 1.1 3.11 slim', 'six 1.1 3.11 alpine', 'six 1.2 3.13 slim', 'six 1.2 3.13 alpine'],
      messages: [
        'include 1 adds six 1.2 on Python 3.11, and it requires Python ">=3.12".',
        'index: include 2 adds six "1.1.5", which is not on the index.',
        'include 3 names the version "latest", and a row is about one version: name it, like "1.2.3", or leave package_version out, so that the row is about all of the matrix.',
        'include 4 adds six: "3.1" is not a version of Python that has an image. YAML reads 3.10 as 3.1: quote it, "3.10".',
        `include 5 ${mustName} package_version.`,
        `include 6 ${mustName} python_version.`,
        `include 7 ${mustName} target_base.`,
        'include 8 names the package "demo", which is not among packages: name it there, too.',
      ],
    },
  ],
  [
    'a version whose zero YAML took',
    {
      packages: [packageOf('six; latest; 3.13; slim')],
      six: projectOf('0.30', '0.31'),
      include: ['package_version=0.3'],
    },
    {
      cells: ['six 0.31 3.13 slim'],
      messages: [
        'index: include 1 adds six "0.3", which is not on the index. YAML reads 0.30 as 0.3: quote it, "0.30".',
      ],
    },
  ],
  [
    'nothing where the row is silent on what the matrix has several of',
    { packages: [packageOf('six; latest; 3.11,3.13; slim,alpine')], include: ['package_version=1.0'] },
    {
      cells: ['six 1.1 3.11 slim', 'six 1.1 3.11 alpine', 'six 1.2 3.13 slim', 'six 1.2 3.13 alpine'],
      messages: [`include 1 ${mustName} python_version and target_base.`],
    },
  ],
  [
    'without a package where there are several',
    {
      packages: [...twoExtras, packageOf('demo; 2.0; 3.13; slim')],
      include: ['package_version=1.1', 'package=six[other] package_version=1.1'],
    },
    {
      cells: ['six 1.0 3.13 slim', 'six[all,fast] 1.0 3.13 slim', 'demo 2.0 3.13 slim'],
      messages: [
        `include 1 ${mustName} one of the packages.`,
        'include 2 names the package "six[other]", which is not among packages: name it there, too.',
      ],
    },
  ],
])('includes %s', (_, matrix, expected) => {
  expect(shortOf(expanded(matrix))).toEqual({ cells: [], leftOut: [], messages: [], notes: [], ...expected });
});

test('the Python of a cell is named, or found', () => {
  const { cells } = expanded({
    packages: [packageOf('six; 1.0 & latest; supported - 3.11 - 3.12 - 3.15,3.14; slim')],
    include: ['package_version=1.1 python_version=3.12'],
  });
  expect(cells.map((cell) => [cellText(cell), cell.pythonIsNamed])).toEqual([
    ['six 1.2 3.13 slim', false],
    ['six 1.0 3.13 slim', false],
    ['six 1.2 3.14 slim', true],
    ['six 1.0 3.14 slim', true],
    ['six 1.1 3.12 slim', true],
  ]);
});

test('gives what the index and the inputs say of a cell', () => {
  const six = projectOf('1.0.0 >=3.8 !x', '1.0 >=3.6 !y');
  expect(
    expanded({ packages: [packageOf('six[Fast]; v1.0; 3.12.4; slim', { cmd: 'x' })], six }).cells,
  ).toEqual([
    {
      package: { name: 'six', extras: ['fast'], text: 'six[fast]' },
      version: { version: six.files[0]!.version, written: 'v1.0', files: six.files, yanked: 'x' },
      python: { text: '3.12.4', minor: '3.12', patch: 4 },
      base: 'slim',
      inputs: { cmd: 'x' },
      pythonIsNamed: true,
    },
  ]);
});

test.each<[CellMatch, boolean]>([
  [{}, true],
  [{ package: 'six' }, true],
  [{ package: 'Six[fast,ALL]' }, true],
  [{ package: 'six[fast]' }, false],
  [{ package: 'demo' }, false],
  [{ package_version: '1.0.0' }, true],
  [{ package_version: '1.0+cpu' }, false],
  [{ package_version: 'v1' }, true],
  [{ python_version: '3.13' }, true],
  [{ python_version: '3.13.1' }, false],
  [{ package: 'six', package_version: '1.0', python_version: '3.13', target_base: 'slim' }, true],
  [{ package: 'six', package_version: '1.0', python_version: '3.13', target_base: 'full' }, false],
])('whether a row is about six[all,fast] 1.0 on Python 3.13 slim: %j', (match, expected) => {
  const [cell] = expanded({ packages: [packageOf('six[all,fast]; 1.0; 3.13; slim')] }).cells;
  expect(fitting(match, [cell!.package])(cell!)).toBe(expected);
});

/** GitHub's rules over plain objects, as its documentation has them. */
function asWorkflow(
  original: readonly Texts[],
  exclude: readonly Texts[],
  include: readonly Texts[],
): readonly Texts[] {
  const fits = (cell: Texts, row: Texts): boolean =>
    Object.entries(row).every(([key, value]) => !keys.includes(key) || cell[key] === value);
  const kept = original.filter((cell) => !exclude.some((row) => fits(cell, row)));
  const others = include.filter((row) => !kept.some((cell) => fits(cell, row)));
  const changed = kept.map(
    (cell) => Object.assign({}, cell, ...include.filter((row) => fits(cell, row))) as Texts,
  );
  return [...changed, ...others];
}

test('rows do what they do in a workflow', () => {
  const cell = {
    package_version: fc.constantFrom('1.0', '1.1', '1.2'),
    python_version: fc.constantFrom('3.12', '3.13', '3.14'),
    target_base: fc.constantFrom('slim', 'alpine', 'full'),
  };
  const inputs = { verify: fc.constantFrom('off', 'run'), cmd: fc.constantFrom('x', 'y') };
  const excludes = fc.array(fc.record(cell, { requiredKeys: [] }), { maxLength: 3 });
  const includes = fc.array(
    fc.oneof(fc.record({ ...cell, ...inputs }), fc.record({ ...cell, ...inputs }, { requiredKeys: [] })),
    { maxLength: 5 },
  );
  const sides = fc.record({
    package_version: fc.subarray(['1.0', '1.1', '1.2'], { minLength: 2 }),
    python_version: fc.subarray(['3.12', '3.13', '3.14'], { minLength: 2 }),
    target_base: fc.subarray(['slim', 'alpine', 'full'], { minLength: 2 }),
  });
  const text = (row: Texts): string =>
    Object.entries(row)
      .map((pair) => pair.join('='))
      .join(' ');
  fc.assert(
    fc.property(sides, excludes, includes, (side, exclude, include) => {
      const original = side.python_version.flatMap((python_version) =>
        side.package_version
          .toReversed()
          .flatMap((package_version) =>
            side.target_base.map((target_base) => ({ package_version, python_version, target_base })),
          ),
      );
      const made = expanded({
        packages: [
          packageOf(
            `six; ${side.package_version.join()}; ${side.python_version.join()}; ${side.target_base.join()}`,
          ),
        ],
        exclude: exclude.map(text),
        include: include.map(text),
        six: projectOf('1.0', '1.1', '1.2'),
      });
      const wanted = asWorkflow(original, exclude as Texts[], include as Texts[]);
      // What is no whole cell, or is one that is there already, makes a job of a workflow, and a message here.
      const whole = wanted.filter((row) => keys.slice(1).every((key) => key in row));
      const identity = (row: Texts): string =>
        keys
          .slice(1)
          .map((key) => row[key])
          .join(' ');
      const each = [...new Map(whole.toReversed().map((row) => [identity(row), row])).values()];
      const cells = made.cells.map(({ version, python, base, inputs: given }) => ({
        package_version: version.version.text,
        python_version: python.text,
        target_base: base,
        ...given,
      }));
      expect(new Set(cells.map(text))).toEqual(
        new Set(
          each.map(({ package_version, python_version, target_base, ...given }) =>
            text({ package_version, python_version, target_base, ...given } as Texts),
          ),
        ),
      );
      expect(cells).toHaveLength(each.length);
      expect(made.problems).toHaveLength(wanted.length - each.length);
      // Every cell is made or left out.
      const there = new Set([
        ...made.cells.map((one) => cellText({ ...one, inputs: {} })),
        ...made.leftOut.map(({ package: name, version, python, base }) =>
          [name, version, python, base].join(' '),
        ),
      ]);
      for (const row of original) expect(there).toContain(`six ${identity(row)}`);
    }),
    { numRuns: 300 },
  );
});

test('two thousand releases on fifteen cells each take seconds, not a minute', { timeout: 60_000 }, () => {
  const lines = Array.from(
    { length: 2000 },
    (_, at) => `${1 + Math.floor(at / 100)}.${Math.floor(at / 10) % 10}.${at % 10} >=3.8`,
  );
  const began = performance.now();
  const { cells, leftOut } = expanded({
    packages: [packageOf('six; >=0; 3.11,3.12,3.13,3.14,3.15; slim,full,alpine')],
    exclude: Array.from({ length: 10 }, (_, at) => `package_version=1.0.${at}`),
    include: ['package_version=1.0.1 python_version=3.12 target_base=slim', 'python_version=3.13 a=b'],
    six: projectOf(...lines),
  });
  expect([cells.length, leftOut.length]).toEqual([30_000 - 149, 149]);
  expect(performance.now() - began).toBeLessThan(20_000);
});
