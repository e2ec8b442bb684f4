import { describe, expect, it, test } from 'vitest';
import { readBindep } from '../../../src/sources/project/bindep.ts';
import { bindepPackages, unknownPlatforms } from '../../../src/sources/project/bindep-packages.ts';
import { platformProfiles } from '../../../src/sources/project/platform-profiles.ts';

const debian = ['platform:base-py3', 'platform:debian', 'platform:debian-12', 'platform:dpkg'];
const alpine = ['platform:alpine', 'platform:alpine-3.20', 'platform:apk'];
const file = (text: string) => readBindep(text, 'bindep.txt');

// That it selects what bindep selects is held in bindep-itself.test.ts.
describe('bindepPackages', () => {
  const lines = file(`git
gcc [compile]
libffi-dev [compile test platform:dpkg] >=3
libffi [platform:apk]
libffi8 [platform:dpkg]
gcc-test [test]
default-only [default]
stripped [!compile]
always [!test]
git [compile]
`);

  it.each([
    [
      'Debian',
      debian,
      {
        compile: [
          { name: 'gcc', constraints: [], line: 2 },
          { name: 'libffi-dev', constraints: ['>=3'], line: 3 },
          { name: 'git', constraints: [], line: 10 },
        ],
        run: [
          { name: 'git', constraints: [], line: 1 },
          { name: 'libffi8', constraints: [], line: 5 },
          { name: 'default-only', constraints: [], line: 7 },
          { name: 'stripped', constraints: [], line: 8 },
          { name: 'always', constraints: [], line: 9 },
        ],
      },
    ],
    [
      'Alpine',
      alpine,
      {
        compile: [
          { name: 'gcc', constraints: [], line: 2 },
          { name: 'git', constraints: [], line: 10 },
        ],
        run: [
          { name: 'git', constraints: [], line: 1 },
          { name: 'libffi', constraints: [], line: 4 },
          { name: 'default-only', constraints: [], line: 7 },
          { name: 'stripped', constraints: [], line: 8 },
          { name: 'always', constraints: [], line: 9 },
        ],
      },
    ],
  ])('tells what compiles from what runs on %s', (_, platforms, packages) => {
    expect(bindepPackages(lines, platforms)).toEqual(packages);
  });
});

describe('unknownPlatforms', () => {
  const missing = 'bindep.txt, line 1: no distribution has the profile';
  it.each([
    [
      "the misspelling of pbrx's manual",
      'libffi-dev [compile platform:apline]',
      `${missing} "platform:apline"; did you mean "platform:alpine"? The line does not apply, and libffi-dev is not installed.`,
    ],
    [
      'one that may not be active',
      'libffi-dev [!platform:apline]',
      `${missing} "platform:apline"; did you mean "platform:alpine"? As it is written, libffi-dev is installed on this base.`,
    ],
    [
      'one that changes nothing here',
      'libffi-dev [platform:debain]',
      `${missing} "platform:debain"; did you mean "platform:debian"?`,
    ],
    [
      'one beside a right one',
      'libffi-dev [platform:apline platform:apk]',
      `${missing} "platform:apline"; did you mean "platform:alpine"?`,
    ],
    [
      'one with a release',
      'libffi-dev [platform:apline-3.20]',
      `${missing} "platform:apline-3.20"; did you mean "platform:alpine-3.20"? The line does not apply, and libffi-dev is not installed.`,
    ],
    [
      'one in a group',
      'libffi-dev [(compile platform:apline)]',
      `${missing} "platform:apline"; did you mean "platform:alpine"? The line does not apply, and libffi-dev is not installed.`,
    ],
    [
      'a misspelt prefix',
      'libffi-dev [plaform:apk]',
      `${missing} "plaform:apk"; did you mean "platform:apk"? The line does not apply, and libffi-dev is not installed.`,
    ],
    ['a name that is near none', 'libffi-dev [platform:windows]', `${missing} "platform:windows"`],
    ['no name', 'libffi-dev [platform:]', `${missing} "platform:"`],
  ])('notes %s', (_, text, note) => {
    expect(unknownPlatforms(file(text), alpine, 'bindep.txt')).toEqual([note]);
  });

  test('notes each name once a line, and no profile that is right or the user’s', () => {
    const lines = file(`one [platform:linuxmint platform:debian-12 !platform:suse a:b test]
two [platform:apline !platform:apline]
three [platform:own-distribution]
four [platform:apline]
`);
    expect(unknownPlatforms(lines, [...debian, 'platform:own-distribution'], 'bindep.txt')).toEqual([
      'bindep.txt, line 2: no distribution has the profile "platform:apline"; did you mean "platform:alpine"?',
      'bindep.txt, line 4: no distribution has the profile "platform:apline"; did you mean "platform:alpine"?',
    ]);
  });
});

// That they are bindep's is held in bindep-itself.test.ts.
describe('platformProfiles', () => {
  it.each([
    [
      'Debian',
      'ID=debian\nVERSION_ID="12"\nVERSION_CODENAME=bookworm\n',
      'dpkg' as const,
      ['base-py3', 'debian', 'debian-12', 'debian-bookworm', 'dpkg'],
    ],
    [
      'a distribution that bindep does not know, with its package manager',
      'ID=wolfi\nVERSION_ID=20230201\n',
      'apk' as const,
      ['apk', 'wolfi', 'wolfi-20230201'],
    ],
    [
      'a name with a space',
      'ID="SUSE LINUX"\nVERSION_ID="11"\n',
      'rpm' as const,
      ['rpm', 'suse_linux', 'suse_linux-11'],
    ],
    ['nothing', '', 'rpm' as const, ['rpm']],
    ['no assignment', 'one "two\n', 'dpkg' as const, ['dpkg']],
    [
      'a release without a number',
      'ID=fedora\nVERSION_ID=rawhide\n',
      'rpm' as const,
      ['base-py3', 'fedora', 'fedora-rawhide', 'redhat', 'rpm'],
    ],
  ])('of %s', (_, osRelease, manager, names) => {
    expect(platformProfiles(osRelease, manager)).toEqual(names.map((name) => `platform:${name}`));
  });
});
