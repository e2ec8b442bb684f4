import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { problemsText, reportText, styleOf } from '../../src/report/terminal.ts';
import { blocked, halfFailed, hostile, kept, published, rebased } from './sample.ts';

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

test('an image that could not be signed has a note of it', () => {
  const destinations = published.destinations.map((one) => ({ ...one, unsigned: 'It is not signed.' }));
  expect(reportText({ ...published, destinations })).toContain(' It is not signed.\n');
});

test('on a narrow terminal columns are left out', () => {
  const report = { ...published, notes: ['arm/v6 was left out.'] };
  expect(
    reportText(report, { width: 60, isTerminal: true, colour: false, unicode: true }).split('\n'),
  ).toEqual([
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
    '  setproctitle 1.3.2  linux/arm/v7  under emulation  21 s  31 kB',
    '      no wheel for cp313 on linux/arm/v7',
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
  expect(
    reportText(hostile, { width: 60, isTerminal: true, colour: false, unicode: false }).split('\n'),
  ).toEqual([
    'Failed: reg/<b>:x|y`z',
    '  Begun because: a|b',
    '  ## c <script> `d`',
    '',
    '  Package     [x](y) 1*2*',
    '  Python      3.13',
    '  Base        base',
    '  Lock        not locked: pip resolved on each platform',
    '',
    'Notes',
    '  - No tag was moved.',
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

const facts = [
  '  Package     tool 1.2.3',
  '  Python      3.13',
  '  Base        docker.io/library/python:3.13-slim at sha256:bbbbbbbbbbbb',
];
const lock = '  Lock        resolved once for all platforms, with hashes';
const digest = `  Digest      sha256:${'a'.repeat(64)}`;
const pulls = [
  'Tags',
  '  docker pull ghcr.io/acme/tool:py3.13-slim-1.2.3',
  '  docker pull ghcr.io/acme/tool:py3.13-slim-LATEST',
];

test.each<[string, Report, string[]]>([
  [
    'an image that was left alone',
    kept,
    [
      'Nothing to do for ghcr.io/acme/tool:py3.13-slim-1.2.3',
      '  Why: nothing moved: the recipe, the base and the requirements are those that it was made of',
      ...facts,
      digest,
      '  Platform      Digest',
      '  linux/amd64   sha256:cccccccccccc',
      '  linux/arm/v7  sha256:dddddddddddd',
      ...pulls,
    ],
  ],
  [
    'an image on its new base',
    rebased,
    [
      'Put onto its new base: ghcr.io/acme/tool:py3.13-slim-1.2.3',
      '  Why: python:3.13-slim moved (eeeeeeee → bbbbbbbb)',
      ...facts,
      lock,
      digest,
      '  Platform                 Digest               Size     Over base  Time   Checks',
      '  linux/amd64              sha256:cccccccccccc  45.3 MB  +1.2 MB    0.6 s  ok 1',
      '  linux/arm/v7 (emulated)  sha256:dddddddddddd  40.1 MB  +1.3 MB    2.4 s  ok 1',
      ...pulls,
    ],
  ],
  [
    'a blocked image',
    blocked,
    [
      'Blocked: ghcr.io/acme/tool:py3.13-slim-1.2.3',
      '  Why: base, which it stands on, was not published',
      ...facts,
      lock,
      '  Platform                 Wheels  Compiled',
      '  linux/amd64              3       0',
      '  linux/arm/v7 (emulated)  2       1',
      'Compiled',
      '  setproctitle 1.3.2  linux/arm/v7  not compiled  -  -  no wheel for cp313 on linux/arm/v7',
      'Notes',
      '  - No tag was moved.',
    ],
  ],
  [
    'several repositories, of which one failed',
    halfFailed,
    [
      'Failed: py3.13-slim-1.2.3 in 3 repositories',
      '  Begun because: h11 0.14.0 → 0.16.0',
      ...facts,
      lock,
      digest,
      'Repositories',
      '  ghcr.io/acme/tool    published      sha256:aaaaaaaaaaaa',
      '    h11 0.14.0 → 0.16.0',
      '  docker.io/acme/tool  kept           sha256:eeeeeeeeeeee',
      '    nothing moved',
      '  quay.io/acme/tool    moved in part  sha256:aaaaaaaaaaaa',
      '    quay.io/acme/tool:py3.13-slim-1.2.3 does not exist yet',
      '  Platform                 Digest               Size     Over base  Wheels  Compiled  Checks',
      '  linux/amd64              sha256:cccccccccccc  45.3 MB  +1.2 MB    3       0         ok 1',
      '  linux/arm/v7 (emulated)  sha256:dddddddddddd  40.1 MB  +1.3 MB    2       1         ok 1',
      ...pulls,
      '  docker pull quay.io/acme/tool:py3.13-slim-1.2.3',
      'Notes',
      '  - ghcr.io/acme/tool: Moved: py3.13-slim-1.2.3, py3.13-slim-LATEST.',
      '  - quay.io/acme/tool: Moved: py3.13-slim-1.2.3. Not moved: py3.13-slim-LATEST.',
      'x Registry: quay.io/acme/tool',
      '  quay.io/acme/tool: PUT … answered 503.',
    ],
  ],
])('%s', (_, report, expected) => {
  const lines = reportText({ ...report, timeline: report.timeline.filter(({ platform }) => platform) });
  expect(
    lines
      .replace(/^Time\n(?: .*\n)*\n/m, '')
      .split('\n')
      .filter(Boolean),
  ).toEqual(expected);
});

test.each([
  ['published', published, 32],
  ['left alone', kept, 32],
  ['planned', { ...published, outcome: 'planned' }, 34],
  ['failed', halfFailed, 31],
  ['blocked', blocked, 33],
] as const)('the colour of an image that is %s', (_, report, colour) => {
  const text = reportText(report, { width: 100, isTerminal: true, colour: true, unicode: true });
  expect(text.startsWith(`\u001b[${colour}m`)).toBe(true);
});

test('problems in colour, each apart', () => {
  const problems = [
    { station: 'input', about: 'tags', message: 'A tag is wrong.' },
    { station: 'registry', message: 'No access.', detail: ['401'] },
  ] as const;
  expect(problemsText(problems, { width: 80, isTerminal: true, colour: true, unicode: true })).toBe(
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
    { width: 120, isTerminal: true, colour: true, unicode: true },
  ],
  ['a pipe', {}, { LANG: 'C' }, { width: 100, isTerminal: false, colour: false, unicode: false }],
  [
    'no colour',
    { isTTY: true, columns: 20 },
    { NO_COLOR: '1' },
    { width: 40, isTerminal: true, colour: false, unicode: false },
  ],
  [
    'an empty NO_COLOR',
    { isTTY: true, columns: 80 },
    { NO_COLOR: '' },
    { width: 80, isTerminal: true, colour: true, unicode: false },
  ],
  [
    'a dumb terminal',
    { isTTY: true, columns: 999 },
    { TERM: 'dumb' },
    { width: 160, isTerminal: true, colour: false, unicode: false },
  ],
] as const)('style: %s', (_, stream, env, style) => {
  expect(styleOf(stream, env)).toEqual(style);
});
