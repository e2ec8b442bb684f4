import { expect, test } from 'vitest';
import { annotations, harmless, warnings, workflowCommand } from '../../src/report/annotations.ts';
import { blocked, published } from './sample.ts';

test('one command for each problem, whatever stands in it', () => {
  expect(
    annotations([
      { station: 'input', about: 'tags', message: '100% wrong.\nMend it.' },
      {
        station: 'build',
        about: 'linux/arm/v7: a,b',
        message: 'x\r\n::set-output name=a::b',
        detail: ['\u001b[31merror\u001b[0m: y'],
        file: '/tmp/log',
      },
      { station: 'verify', message: 'z' },
      { station: 'interruption', message: 'What was running was ended.' },
    ]),
  ).toEqual([
    '::error title=Input%3A tags::100%25 wrong.%0AMend it.',
    '::error title=Build%3A linux/arm/v7%3A a%2Cb::x%0A::set-output name=a::b%0Aerror: y%0AThe whole output is in /tmp/log.',
    '::error title=Verification::z',
    '::error title=Interrupted::What was running was ended.',
  ]);
});

test('a long message is cut', () => {
  const [line] = annotations([{ station: 'build', message: 'x'.repeat(5000) }]);
  expect(line).toBe(`::error title=Build::${'x'.repeat(3999)}…`);
});

test.each([
  ['nothing in an image that is as it should be', published, []],
  [
    'an image that could not be signed, once for all repositories',
    {
      ...published,
      destinations: published.destinations.map((one) => ({ ...one, unsigned: 'It is not signed.' })),
    },
    ['::warning title=Not signed::It is not signed.'],
  ],
  [
    'an image that is blocked, and says by which',
    blocked,
    [
      '::warning title=Blocked::ghcr.io/acme/tool:py3.13-slim-1.2.3 is blocked: base, which it stands on, was not published.',
    ],
  ],
])('warns of %s', (_, report, lines) => {
  expect(warnings(report)).toEqual(lines);
});

test('a command without properties', () => {
  expect(workflowCommand('group', 'a\nb')).toBe('::group::a%0Ab');
});

test.each([
  ['plain text', 'a :: b', 'a :: b'],
  ['a command', '::set-output name=a::b', ': :set-output name=a::b'],
  ['after white space', ' \t::add-mask::x', ' \t: :add-mask::x'],
  ['after white space that only the runner takes for it', '\u0085::x::', '\u0085: :x::'],
  ['on a later line', 'a\n::b::', 'a\n: :b::'],
  ['after a carriage return', 'a\r::b::', 'a\n: :b::'],
  ['the older form, anywhere', 'a ##[error]b', 'a ## [error]b'],
  ['three colons', ':::x', ': ::x'],
  ['a token that stops commands', '::stop-commands::x', ': :stop-commands::x'],
])('harmless: %s', (_, text, expected) => {
  expect(harmless(text)).toBe(expected);
});
