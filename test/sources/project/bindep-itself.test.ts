/** Holds this reader of bindep.txt against bindep, whose wheels are fetched once and kept. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSilently } from '../../../bench/silent.ts';
import { type Pin, pinnedWheel } from '../../../scripts/pinned-wheels.ts';
import { Failure } from '../../../src/errors.ts';
import { readBindep } from '../../../src/sources/project/bindep.ts';
import { selectPackages } from '../../../src/sources/project/bindep-packages.ts';
import { platformProfiles } from '../../../src/sources/project/platform-profiles.ts';
import { folder, python, run } from '../../dockerfiles/programs.ts';
import { etcs } from './os-releases.ts';

const wheels: readonly Pin[] = [
  {
    project: 'bindep',
    filename: 'bindep-2.14.0-py3-none-any.whl',
    sha256: '235181c6f79f3a3edb831a6ae55f61185bc1de0f7761904d906507e9a5d801c9',
  },
  {
    project: 'parsley',
    filename: 'Parsley-1.3-py2.py3-none-any.whl',
    sha256: 'c3bc417b8c7e3a96c87c0f2f751bfd784ed5156ffccebe2f84330df5685f8dc3',
  },
  {
    project: 'distro',
    filename: 'distro-1.9.0-py3-none-any.whl',
    sha256: '7bffd925d65168f85027d8da9af6bddab658135b840670a223589bc0c8ef02b2',
  },
  {
    project: 'packaging',
    filename: 'packaging-25.0-py3-none-any.whl',
    sha256: '29572ef2b1f17581046b3a2227d5c611fb25ec70ca1ba8554b24b0e69331a484',
  },
  {
    project: 'pbr',
    filename: 'pbr-7.1.3-py2.py3-none-any.whl',
    sha256: '6583e878a1d97cb135fdc509811f31b9235905cde8d4dacd3dbadf9efc45d745',
  },
];

interface Asked {
  readonly files: readonly string[];
  readonly profiles: readonly (readonly string[])[];
  readonly etc: readonly Readonly<Record<string, string>>[];
}
interface Answer {
  /** By set of profiles, name and constraints of each package. */
  readonly files: readonly (readonly (readonly [string, readonly string[]])[][] | null)[];
  readonly etc: readonly (readonly string[])[];
}

async function askBindep(asked: Asked): Promise<Answer> {
  const at = await folder();
  const opened = openSilently();
  const paths = await Promise.all(
    wheels.map(async (pin) => {
      const path = join(at, pin.filename);
      await writeFile(path, await pinnedWheel(opened.world, pin));
      return path;
    }),
  ).finally(() => opened.close());
  const program = join(import.meta.dirname, 'ask-bindep.py');
  const { code, stdout, stderr } = await run(python, [program, ...paths], { input: JSON.stringify(asked) });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Answer;
}

/** Lines that bindep takes. */
const lines = [
  'libffi6',
  'ab',
  '0ad',
  '/usr/bin/python3',
  'dev-libs/libxml2 [platform:gentoo]',
  'g++',
  'lib_a.b-c+d',
  'Upper',
  '  # a comment',
  '   ',
  'comment# directly',
  'comment # é after a space',
  'empty []',
  'spaces [  ]',
  'inner  [  test   compile  ]  # and a comment',
  'libxml2-dev [platform:dpkg]',
  'libxml2-devel [platform:rpm]',
  'curl [!platform:gentoo]',
  'not-here [!platform:debian !platform:alpine]',
  'python3-all-dev [platform:dpkg !platform:ubuntu-jammy]',
  'either [platform:debian platform:alpine]',
  'release [platform:debian-12]',
  'code [platform:debian-bookworm]',
  'alpine-release [platform:alpine-3.20]',
  'python3 [platform:base-py3]',
  'misspelt [platform:apline]',
  'not-misspelt [!platform:apline]',
  'no-name [platform:]',
  'gcc [compile]',
  'gcc-debian [compile platform:dpkg]',
  'gcc-alpine [compile platform:apk]',
  'run-only [!compile]',
  'tested [test]',
  'tested-or-compiled [test compile]',
  'tested-not-compiled [test !compile]',
  'default-only [default]',
  'not-default [!default]',
  'both [compile !compile]',
  'colon [a:b]',
  'dots [a.b-c 1]',
  'ceph [(ceph glance)]',
  'ceph-or-test [test (ceph glance !lvm)]',
  'ceph-but-compile [(ceph glance) !compile]',
  'negated-in-group [(!compile)]',
  'two-groups [(ceph lvm)(test !ceph)]',
  'empty-group [()]',
  'empty-group-and [() test]',
  'spaced-group [(  ceph  glance  )]',
  'platform-in-group [(platform:dpkg platform:base-py3)]',
  'platform-and-group [platform:apk (platform:dpkg)]',
  'negated-platform-in-group [(!platform:dpkg compile)]',
  'unspaced [test!compile]',
  'unspaced-group [test(ceph glance)]',
  'python >=3.7,<=3.8',
  'python3.12 [platform:dpkg] ==3.7.3',
  'many >1,<2,!=1.5,==1.4,>=1.1,<=1.9',
  'epoch >=1:2.3-4',
  'tilde >=1.0~rc1+dfsg-2ubuntu1',
  'hyphens >=1-2-3',
  'double-hyphen >=1--2',
  'letter >=1a',
  'colons >=12:3:4',
  'far   >=1   # comment',
  'near >=1#comment',
];

/** Lines that bindep refuses. */
const wrong = [
  'R',
  ' indented',
  'trailing ',
  '+name',
  '-name',
  'name,other',
  'two names',
  'tab\t[test]',
  'unopened test]',
  'unclosed [test',
  'unclosed [(test]',
  'unclosed [test)]',
  'nested [((a))]',
  'negated-group [!(a b)]',
  'twice-negated [!!a]',
  'upper [Test]',
  'underscore [a_b]',
  'comma [a,b]',
  'tab [a\tb]',
  'after [a]x',
  'unspaced[a]',
  'unspaced>=1',
  'unspaced [a]>=1',
  'spaced >= 1',
  'spaced >=1, <2',
  'spaced >=1 ,<2',
  'comma >=1,',
  'order >=1 [a]',
  'single =1',
  'compatible ~=1',
  'bare 1.0',
  'word >=latest',
  'epoch >=1:',
  'epoch >=1:a',
  'hyphen >=1-',
  'hyphen >=1-2--3',
  'hyphen >=1-2-',
  'colon >=1-2:3',
  'version >=1_2',
  'selectors [a] [b]',
];

const platformSets = [[], ...(['Debian 12', 'Ubuntu 22.04', 'Alpine 3.20', 'Rocky Linux 9'] as const)].map(
  (name) => (typeof name === 'string' ? platformProfiles(etcs[name]['os-release'], 'dpkg') : []),
);
const profileSets = [
  ['default'],
  ['compile'],
  ['test'],
  ['ceph', 'glance'],
  ['ceph', 'glance', 'lvm', 'test'],
  [],
];
const sets = platformSets.flatMap((platforms) => profileSets.map((profiles) => ({ platforms, profiles })));

const read = (text: string): Answer['files'][number] => {
  try {
    const found = readBindep(text, 'bindep.txt');
    return sets.map((set) => selectPackages(found, set).map(({ name, constraints }) => [name, constraints]));
  } catch (error) {
    if (error instanceof Failure) return null;
    throw error;
  }
};

describe('bindep itself', () => {
  const whole = [lines.join('\n'), lines.join('\r\n'), `${lines.join('\r')}\r`, ''];
  test('reads and selects the same', async () => {
    const files = [...lines, ...wrong, ...whole];
    const profiles = sets.map((set) => [...set.platforms, ...set.profiles]);
    const answer = await askBindep({ files, profiles, etc: [] });
    const byFile = (all: Answer['files']) => files.map((file, index) => [file, all[index]]);
    expect(byFile(files.map(read))).toEqual(byFile(answer.files));
    expect(files.filter((_, index) => answer.files[index] === null)).toEqual(wrong);
  });

  test('gives itself the same platform profiles', async () => {
    const answer = await askBindep({ files: [], profiles: [], etc: Object.values(etcs) });
    const own = Object.entries(etcs).map(([name, etc]) => [
      name,
      platformProfiles(etc['os-release'], 'dpkg'),
    ]);
    const theirs = Object.keys(etcs).map((name, index) => [
      name,
      // The release of Debian sid stands in another file than os-release, and no selector can name it.
      answer.etc[index]!.filter((profile) => !profile.includes('/')),
    ]);
    expect(own).toEqual(theirs);
  });
});
