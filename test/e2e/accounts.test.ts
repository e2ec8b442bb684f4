/** The account of the command: every form of the input user, on Debian and Alpine. Costs five seconds a base. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandOn } from '../support/pages.ts';
import { build, fresh, must, registry, runImage } from './support.ts';

/** The input, and on each base the account, its first group and its home; nothing if none is made. */
const rows: readonly [user: string, debian: string, alpine: string][] = [
  ['app', 'app app /home/app', 'app app /home/app'],
  ['app:app', 'app app /home/app', 'app app /home/app'],
  ['app:web', 'app web /home/app', 'app web /home/app'],
  ['app:audio', 'app audio /home/app', 'app audio /home/app'],
  // The account is new, and the base has a group of its name.
  ['audio', 'audio audio /home/audio', 'audio audio /home/audio'],
  // Group 100 is `users`, and there is no group 4321.
  ['app:100', 'app users /home/app', 'app users /home/app'],
  ['app:4321', 'app app /home/app', 'app app /home/app'],
  ['nobody', 'nobody nogroup /nonexistent', 'nobody nobody /'],
  ['nobody:web', 'nobody nogroup /nonexistent', 'nobody nobody /'],
  ['1234:web', '', ''],
];

/** Makes each account on the base's own lists, and gives the result. */
const script = `
cp /etc/passwd /etc/group /tmp
for user in "$@"; do
  cp /tmp/passwd /tmp/group /etc
  sh /account.sh "$user" >/dev/null || echo failed
  case $user in *:[a-z]*) grep -q "^\${user#*:}:" /etc/group || echo no group ;; esac
  name=\${user%%:*}
  echo "$user = $(awk -F: -v name="$name" '$1 == name { print $4, $6 }' /etc/passwd | while read gid home; do
    echo "$name $(awk -F: -v gid="$gid" '$3 == gid { print $1 }' /etc/group) $home"
  done)"
done`;

describe.each([
  ['slim', 1],
  ['alpine', 2],
] as const)('on %s', (variant, column) => {
  test('makes the account and the group if the base lacks them', async () => {
    const said = await must('docker', [
      'run',
      '--rm',
      `--volume=${join(process.cwd(), 'dockerfiles/install/account.sh')}:/account.sh:ro`,
      `${registry}/library/python:3.13-${variant}`,
      'sh',
      '-c',
      script,
      'sh',
      ...rows.map(([user]) => user),
    ]);
    const lines = said
      .trimEnd()
      .split('\n')
      .map((line) => line.trimEnd());
    expect(lines).toEqual(rows.map((row) => `${row[0]} = ${row[column]}`.trimEnd()));
  });

  test('runs as app:app, the example of the input user', async () => {
    const repository = fresh(`account-${variant}`);
    const { digest } = await build(repository, [
      '--package=six',
      '--package-version=1.17.0',
      '--python-version=3.13',
      `--target-base=${variant}`,
      '--platform=linux/amd64',
      '--user=app:app',
    ]);
    const command = [
      'sh',
      '-c',
      'echo $(id -un) $(id -gn) $HOME $(ls -d /account.sh 2>&1 | grep -c "^/acc")',
    ];
    expect(await runImage(`${registry}/${repository}@${digest}`, 'linux/amd64', command)).toBe(
      'app app /home/app 0',
    );
  });
});

test('runs as app:app in an image that pip installs into', async () => {
  // This builds plain.Dockerfile itself, because no package that needs it is small.
  const image = `${registry}/${fresh('account-plain')}:latest`;
  const make = commandOn('docs/plain-buildx.md', /plain\.Dockerfile/, {
    'BUILD_BASE=python:3.13 ': 'BUILD_BASE=python:3.13-slim --build-arg RUN_AS=app:app ',
    'six==1.17.0 -t six --load': `nose==1.3.7 --platform linux/amd64 --provenance=false -t ${image} --push`,
  });
  await must('bash', ['-c', make]);
  const command = ['su', 'app', '-c', 'id -gn; readlink /usr/local/man; ls /usr/local/man/man1'];
  expect(await runImage(image, 'linux/amd64', command)).toBe('app\nshare/man\nnosetests.1');
});
