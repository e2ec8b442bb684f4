import { describe, expect, it } from 'vitest';
import { absentPackage, chooseVersion } from '../../src/package-index/choose.ts';
import { projectOf, version } from './projects.ts';

const six = projectOf(
  '1.0 >=2.7',
  '1.1 >=3.6,<3.12',
  '1.2 >=3.8',
  '1.3 >=3.9,!=3.9.0,!=3.9.1',
  '1.4 >=3.9 !wrong file',
  '1.10 >=3.10',
  '2.0rc1 >=3.10',
);

describe('chooseVersion', () => {
  it.each([
    ['the newest final one', six, 'latest', { minor: '3.13' }, '1.10', undefined],
    ['the newest that allows an old Python', six, 'latest', { minor: '3.8' }, '1.2', undefined],
    ['a minor release that some patch of is allowed', six, 'latest', { minor: '3.9' }, '1.3', undefined],
    ['a patch that is kept out', six, 'latest', { minor: '3.9', patch: 1 }, '1.2', undefined],
    ['an exact one', six, '1.1', { minor: '3.7' }, '1.1', undefined],
    [
      'the same post-release with more zeros',
      projectOf('1.0.post1 <3', '1.0.0.post1 >=3.8'),
      '1.0.0.0.post1',
      { minor: '3.13' },
      '1.0.post1',
      undefined,
    ],
    ['the same spelled otherwise', six, '1.1.0', { minor: '3.7' }, '1.1', undefined],
    ['a pre-release that is named', six, '2.0rc1', { minor: '3.13' }, '2.0rc1', undefined],
    ['a withdrawn one that is named', six, '1.4', { minor: '3.13' }, '1.4', 'wrong file'],
    [
      'one withdrawn file among others',
      projectOf('1.0 !x', '1.0'),
      'latest',
      { minor: '3.13' },
      '1.0',
      undefined,
    ],
    ['specifiers that are none', projectOf('1.0 >=3.6.*'), 'latest', { minor: '3.13' }, '1.0', undefined],
  ])('%s', (_, project, wanted, python, text, yanked) => {
    const choice = chooseVersion(project, wanted === 'latest' ? 'latest' : version(wanted), python);
    expect(choice.ok && { text: choice.value.version.text, yanked: choice.value.yanked }).toEqual({
      text,
      yanked,
    });
  });

  it('gives only the files that allow the Python', () => {
    const choice = chooseVersion(projectOf('1.0 >=3.8', '1.0 <3', '1.0.0'), 'latest', { minor: '3.13' });
    expect(choice.ok && choice.value.files.map(({ filename }) => filename)).toEqual([
      'six-1.0.tar.gz',
      'six-1.0.0.tar.gz',
    ]);
  });

  it.each([
    [
      'a version between others',
      six,
      '1.1.5',
      { minor: '3.13' },
      'six has no version 1.1.5 on the index. Nearest: 1.0, 1.1, 1.2, 1.3. Newest: 1.10.',
    ],
    [
      'a version whose zero YAML took',
      projectOf('1.0', '1.10'),
      '1.1',
      { minor: '3.13' },
      'six has no version 1.1 on the index. YAML reads 1.10 as 1.1: quote it, "1.10". Nearest: 1.0, 1.10.',
    ],
    [
      'a version beyond all',
      six,
      '9',
      { minor: '3.13' },
      'six has no version 9 on the index. Nearest: 1.10, 2.0rc1.',
    ],
    [
      'a Python that is too old',
      six,
      '1.10',
      { minor: '3.8' },
      'six 1.10 does not allow Python 3.8: it requires Python ">=3.10". The newest version that allows Python 3.8 is 1.2.',
    ],
    [
      'a Python that is too new',
      six,
      '1.1',
      { minor: '3.12', patch: 4 },
      'six 1.1 does not allow Python 3.12.4: it requires Python ">=3.6,<3.12". The newest version that allows Python 3.12.4 is 1.10.',
    ],
    [
      'a Python that no version allows',
      projectOf('1.0 >=3.8', '1.1 >=3.9'),
      'latest',
      { minor: '3.6' },
      'six 1.1 does not allow Python 3.6: it requires Python ">=3.9". No version of it allows Python 3.6: choose another python_version.',
    ],
    [
      'only pre-releases',
      projectOf('1.0a1', '1.0a2'),
      'latest',
      { minor: '3.13' },
      'six has only pre-releases on the index. "latest" means a final release: name a version, like "1.0a2".',
    ],
    [
      'only withdrawn versions',
      projectOf('1.0 !x', '1.1 !y'),
      'latest',
      { minor: '3.13' },
      'every version of six was withdrawn. Name one to have it all the same, like "1.1".',
    ],
    [
      'no file',
      projectOf(),
      'latest',
      { minor: '3.13' },
      'six has no wheel and no source distribution on the index.',
    ],
  ])('refuses with a way out: %s', (_, project, wanted, python, message) => {
    expect(chooseVersion(project, wanted === 'latest' ? 'latest' : version(wanted), python)).toEqual({
      ok: false,
      message,
    });
  });
});

describe('absentPackage', () => {
  it.each([
    [
      'a slip',
      'uvicron',
      'The index https://packages.example.org/simple has no package "uvicron". Did you mean "uvicorn"?',
    ],
    [
      'nothing near',
      'zzyzzyzzyzzy',
      'The index https://packages.example.org/simple has no package "zzyzzyzzyzzy". Look at its spelling, or name another index_url.',
    ],
  ])('%s', (_, name, message) => {
    expect(absentPackage(name, 'https://u:p@packages.example.org/simple')).toBe(message);
  });
});
