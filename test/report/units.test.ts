import { expect, test } from 'vitest';
import { bytesText, counted, secondsText, shortDigest } from '../../src/report/units.ts';

test.each([
  ['nothing', 0, '0 B'],
  ['bytes', 999, '999 B'],
  ['a kilobyte', 1000, '1 kB'],
  ['one digit after the point', 12_340, '12.3 kB'],
  ['no digit after the point from a hundred on', 123_456, '123 kB'],
  ['rounded up to the next unit', 999_600, '1 MB'],
  ['an image', 45_300_000, '45.3 MB'],
  ['gigabytes', 1_250_000_000, '1.3 GB'],
])('bytes: %s', (_, bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});

test.each([
  ['nothing', 0, '0 s'],
  ['hundredths', 0.04, '0.04 s'],
  ['tenths', 0.31, '0.3 s'],
  ['a whole second', 1, '1 s'],
  ['rounds to whole seconds', 9.96, '10 s'],
  ['seconds', 42.4, '42 s'],
  ['rounded to a minute', 59.7, '1 min'],
  ['minutes', 125, '2 min 5 s'],
  ['an hour', 3600, '1 h'],
  ['rounded to an hour', 3599.9, '1 h'],
  ['hours', 3785, '1 h 3 min'],
])('seconds: %s', (_, seconds, text) => {
  expect(secondsText(seconds)).toBe(text);
});

test.each([
  ['a digest', `sha256:${'0123456789ab'.padEnd(64, 'f')}`, 'sha256:0123456789ab'],
  ['anything else', 'sha256:xyz', 'sha256:xyz'],
])('short digest: %s', (_, digest, text) => {
  expect(shortDigest(digest)).toBe(text);
});

test('counts in words', () => {
  expect([counted(1, 'wheel'), counted(0, 'wheel'), counted(2, 'entry', 'entries')]).toEqual([
    '1 wheel',
    '0 wheels',
    '2 entries',
  ]);
});
