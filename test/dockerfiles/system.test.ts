/** What `system.sh` says of packages, asked of package managers that answer as Debian's and Alpine's do. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, programsFolder, run } from './programs.ts';

/** A distribution that has `tini` and `git`, and `both` and `either`, which exclude each other. */
const apt = `
case "$*" in
*update*) [ -z "$OFFLINE" ] ;;
*tini\\ *nope*|*nope*) echo "E: Unable to locate package nope" >&2; exit 100 ;;
*empty*) echo "E: Package 'empty' has no installation candidate" >&2; exit 100 ;;
*both*either*) echo "E: Unable to correct problems, you have held broken packages." >&2; exit 100 ;;
esac`;
const apk = `
case "$*" in
update*) [ -z "$OFFLINE" ] ;;
*nope*) printf 'ERROR: unable to select packages:\\n  nope (no such package):\\n    required by: world[nope]\\n' >&2; exit 1 ;;
esac`;

/** Versions of Debian and Alpine, by the programs that know their order. */
const others: Readonly<Record<string, string>> = {
  'apt-cache': `
case "$2" in
tini) printf 'tini:\\n  Installed: (none)\\n  Candidate: 0.19.0-1\\n  Version table:\\n     0.19.0-1 500\\n' ;;
virtual) printf 'virtual:\\n  Installed: (none)\\n  Candidate: (none)\\n' ;;
esac`,
  // Only the relations of 0.19.0-1 to 0.18, 0.19.0-1 and 1:1.
  dpkg: `
case "$2 $3 $4" in
'0.19.0-1 ge 0.18'|'0.19.0-1 gt 0.18'|'0.19.0-1 ne 0.18'|'0.19.0-1 eq 0.19.0-1'|'0.19.0-1 lt 1:1'|'0.19.0-1 le 1:1') exit 0 ;;
esac
exit 1`,
};
const ofApk = `
case "$1" in
policy) printf 'tini policy:\\n  0.18.0-r0:\\n    https://example.org/main\\n  0.19.0-r3:\\n    https://example.org/edge\\n'; exit ;;
version) case "$4" in 0.18) echo '>' ;; 0.19.0-r3) echo '=' ;; 1) echo '<' ;; esac; exit ;;
esac`;

test.each<
  readonly [
    program: string,
    what: string,
    answers: string,
    packages: readonly string[],
    expected: string,
    offline: string,
  ]
>([
  ['apt-get', 'has all', apt, ['tini', 'git'], '', ''],
  ['apt-get', 'lacks some', apt, ['tini', 'nope', 'empty'], 'missing nope\nmissing empty\n', ''],
  ['apt-get', 'cannot install together what it has', apt, ['both', 'either'], '', ''],
  [
    'apt-get',
    'has what constraints allow',
    apt,
    [
      'tini',
      'tini>=0.18',
      'tini>0.18',
      'tini!=0.18',
      'tini==0.19.0-1',
      'tini<1:1',
      'tini<=1:1',
      'virtual>=1',
    ],
    '',
    '',
  ],
  [
    'apt-get',
    'has what they do not allow',
    apt,
    ['tini', 'tini>=1:1', 'tini<0.18', 'tini==0.18', 'nope', 'nope>=1'],
    'missing nope\nversion tini >=1:1 0.19.0-1\nversion tini <0.18 0.19.0-1\nversion tini ==0.18 0.19.0-1\n',
    '',
  ],
  ['apt-get', 'cannot read its lists', apt, ['nope'], '', 'yes'],
  ['apk', 'has all', apk, ['tini', 'git'], '', ''],
  ['apk', 'lacks some', apk, ['tini', 'nope', 'git'], 'missing nope\n', ''],
  [
    'apk',
    'has what constraints allow',
    apk + ofApk,
    ['tini', 'tini>=0.18', 'tini>0.18', 'tini!=1', 'tini==0.19.0-r3', 'tini<1', 'tini<=0.19.0-r3'],
    '',
    '',
  ],
  [
    'apk',
    'has what they do not allow',
    apk + ofApk,
    ['tini', 'tini<0.18', 'tini>=1', 'tini!=0.19.0-r3'],
    'version tini <0.18 0.19.0-r3\nversion tini >=1 0.19.0-r3\nversion tini !=0.19.0-r3 0.19.0-r3\n',
    '',
  ],
  ['apk', 'cannot read its lists', apk, ['nope'], '', 'yes'],
  ['zypper', 'is another one', 'exit 1', ['nope'], '', ''],
])('%s %s', async (name, _, answers, packages, expected, offline) => {
  const bin = join(await folder(), 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, name), `#!/bin/sh\n${answers}\n`);
  chmodSync(join(bin, name), 0o755);
  for (const [tool, text] of Object.entries(others)) {
    writeFileSync(join(bin, tool), `#!/bin/sh\n${text}\n`);
    chmodSync(join(bin, tool), 0o755);
  }
  for (const tool of ['grep', 'sed', 'tail']) {
    writeFileSync(join(bin, tool), `#!/bin/sh\nexec /usr/bin/env -i PATH=/usr/bin:/bin ${tool} "$@"\n`);
    chmodSync(join(bin, tool), 0o755);
  }
  const ended = await run('/bin/sh', [join(programsFolder, 'system.sh'), ...packages], {
    env: { PATH: bin, OFFLINE: offline },
  });
  expect(ended).toEqual({ code: 0, stdout: expected, stderr: '' });
});
