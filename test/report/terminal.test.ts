import { expect, test } from 'vitest';
import { problemsText, reportText, styleOf } from '../../src/report/terminal.ts';
import { hostile, published } from './sample.ts';

test('a published image in plain text', () => {
  expect(reportText(published).split('\n')).toEqual([
    'Published ghcr.io/acme/tool:py3.13-slim-1.2.3',
    '  Why: the tag does not exist yet',
    '',
    '  Package     tool 1.2.3',
    '  Python      3.13',
    '  Base        docker.io/library/python:3.13-slim at sha256:bbbbbbbbbbbb',
    '  Lock        resolved once for all platforms, with hashes',
    `  Digest      sha256:${'a'.repeat(64)}`,
    '',
    '  Platform                 Digest               Size     Over base  Wheels  Compiled  Time   Checks',
    '  linux/amd64              sha256:cccccccccccc  45.3 MB  +1.2 MB    3       0         3.6 s  ok 1',
    '  linux/arm/v7 (emulated)  sha256:dddddddddddd  40.1 MB  +1.3 MB    2       1         21 s   ok 1',
    '',
    'Compiled',
    '  setproctitle 1.3.2  linux/arm/v7  under emulation  21 s  31 kB  no wheel for cp313 on linux/arm/v7',
    '',
    'Time',
    '  lock     uv              ###                                                                1 s',
    '  build    arm/v7 compile    ############################################################     21 s',
    '  build    amd64 packages    ........                                                         cached',
    '  verify   amd64 checks                                                                   ##  0.6 s',
    '',
    'Tags',
    '  docker pull ghcr.io/acme/tool:py3.13-slim-1.2.3',
    '  docker pull ghcr.io/acme/tool:py3.13-slim-LATEST',
    '',
    'Notes',
    '  - setproctitle 1.3.2 could not be cross-compiled for linux/arm/v7 (2.5 s): cc: error: no such',
    '    option. It was compiled under emulation (21 s)',
    '',
  ]);
});

test('on a narrow terminal columns are left out', () => {
  const report = { ...published, notes: ['arm/v6 was left out.'] };
  expect(reportText(report, { width: 60, colour: false, unicode: true }).split('\n')).toEqual([
    'Published ghcr.io/acme/tool:py3.13-slim-1.2.3',
    '  Why: the tag does not exist yet',
    '',
    '  Package     tool 1.2.3',
    '  Python      3.13',
    '  Base        docker.io/library/python:3.13-slim at sha256:bbbbbbbbbbbb',
    '  Lock        resolved once for all platforms, with hashes',
    `  Digest      sha256:${'a'.repeat(64)}`,
    '',
    '  Platform                 Wheels  Compiled  Time   Checks',
    '  linux/amd64              3       0         3.6 s  ✓ 1',
    '  linux/arm/v7 (emulated)  2       1         21 s   ✓ 1',
    '',
    'Compiled',
    '  setproctitle 1.3.2  linux/arm/v7  under emulation  21 s  …',
    '',
    'Time',
    '  lock     uv              █                          1 s',
    '  build    arm/v7 compile   ███████████████████████   21 s',
    '  build    amd64 packages   ░░░                       cached',
    '  verify   amd64 checks                            █  0.6 s',
    '',
    'Tags',
    '  docker pull ghcr.io/acme/tool:py3.13-slim-1.2.3',
    '  docker pull ghcr.io/acme/tool:py3.13-slim-LATEST',
    '',
    'Notes',
    '  - setproctitle 1.3.2 could not be cross-compiled for',
    '    linux/arm/v7 (2.5 s): cc: error: no such option. It was',
    '    compiled under emulation (21 s)',
    '  - arm/v6 was left out.',
    '',
  ]);
});

test('a failure in which every text is hostile', () => {
  expect(reportText(hostile, { width: 60, colour: false, unicode: false }).split('\n')).toEqual([
    'Failed: reg/<b>:x|y`z',
    '  Why: a|b',
    '  ## c <script> `d`',
    '',
    '  Package     [x](y) 1*2*',
    '  Python      3.13',
    '  Base        base',
    '  Lock        not locked: pip resolved on each platform',
    '',
    'Notes',
    '  - Verification was off: no platform was run before its',
    '    tags moved.',
    '  - note',
    '    - with | pipe',
    '',
    'x Build: linux/arm/v7',
    '  It failed.',
    '  <img src=x>',
    '    | ```',
    '    | ::error::x',
    '    | red',
    '  The whole output is in /tmp/a b.log',
    '',
  ]);
});

test('problems in colour, each apart', () => {
  const problems = [
    { station: 'input', about: 'tags', message: 'A tag is wrong.' },
    { station: 'registry', message: 'No access.', detail: ['401'] },
  ] as const;
  expect(problemsText(problems, { width: 80, colour: true, unicode: true })).toBe(
    [
      '\u001b[31m✗ Input: tags\u001b[0m',
      '  A tag is wrong.',
      '',
      '\u001b[31m✗ Registry\u001b[0m',
      '  No access.',
      '\u001b[90m    │ 401\u001b[0m',
      '',
    ].join('\n'),
  );
});

test('no problems, no text', () => {
  expect(problemsText([])).toBe('');
});

test.each([
  [
    'a terminal',
    { isTTY: true, columns: 120 },
    { LANG: 'en_US.UTF-8' },
    { width: 120, colour: true, unicode: true },
  ],
  ['a pipe', {}, { LANG: 'C' }, { width: 100, colour: false, unicode: false }],
  [
    'no colour',
    { isTTY: true, columns: 20 },
    { NO_COLOR: '1' },
    { width: 40, colour: false, unicode: false },
  ],
  [
    'an empty NO_COLOR',
    { isTTY: true, columns: 80 },
    { NO_COLOR: '' },
    { width: 80, colour: true, unicode: false },
  ],
  [
    'a dumb terminal',
    { isTTY: true, columns: 999 },
    { TERM: 'dumb' },
    { width: 160, colour: false, unicode: false },
  ],
] as const)('style: %s', (_, stream, env, style) => {
  expect(styleOf(stream, env)).toEqual(style);
});
