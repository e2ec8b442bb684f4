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
  ['apt-get', 'lacks some', apt, ['tini', 'nope', 'empty'], 'nope\nempty\n', ''],
  ['apt-get', 'cannot install together what it has', apt, ['both', 'either'], '', ''],
  ['apt-get', 'cannot read its lists', apt, ['nope'], '', 'yes'],
  ['apk', 'has all', apk, ['tini', 'git'], '', ''],
  ['apk', 'lacks some', apk, ['tini', 'nope', 'git'], 'nope\n', ''],
  ['apk', 'cannot read its lists', apk, ['nope'], '', 'yes'],
  ['zypper', 'is another one', 'exit 1', ['nope'], '', ''],
])('%s %s', async (name, _, answers, packages, expected, offline) => {
  const bin = join(await folder(), 'bin');
  mkdirSync(bin);
  writeFileSync(join(bin, name), `#!/bin/sh\n${answers}\n`);
  chmodSync(join(bin, name), 0o755);
  for (const tool of ['grep']) {
    writeFileSync(join(bin, tool), `#!/bin/sh\nexec /usr/bin/env -i PATH=/usr/bin:/bin ${tool} "$@"\n`);
    chmodSync(join(bin, tool), 0o755);
  }
  const ended = await run('/bin/sh', [join(programsFolder, 'system.sh'), ...packages], {
    env: { PATH: bin, OFFLINE: offline },
  });
  expect(ended).toEqual({ code: 0, stdout: expected, stderr: '' });
});
