import { expect, test } from 'vitest';
import {
  compareRatings,
  type Rating,
  reaches,
  severityOfVector,
  severityOfWord,
  worst,
} from '../../src/advisories/severity.ts';

test.each([
  ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:N/SC:N/SI:N/SA:N', 'critical'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'critical'],
  ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N', 'high'],
  ['CVSS:3.0/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:L/A:N', 'medium'],
  ['CVSS:3.1/AV:L/AC:H/PR:H/UI:N/S:U/C:L/I:N/A:N', 'low'],
  ['AV:N/AC:L/Au:N/C:P/I:P/A:P', 'high'],
  ['CVSS:3.1/AV:N', undefined],
  ['CVSS:9.9/AV:N/AC:L', undefined],
  ['high', undefined],
  ['', undefined],
])('the severity of "%s" is %s', (vector, severity) => {
  expect(severityOfVector(vector)).toBe(severity);
});

test.each([
  ['MODERATE', 'medium'],
  ['Critical', 'critical'],
  ['unimportant', 'low'],
  ['not yet assigned', undefined],
  ['constructor', undefined],
])('a database that says "%s" means %s', (word, severity) => {
  expect(severityOfWord(word)).toBe(severity);
});

test('what nobody has rated counts as high, and is no rating beside others', () => {
  expect(reaches('unrated', 'high')).toBe(true);
  expect(reaches('unrated', 'critical')).toBe(false);
  expect(worst(['unrated', 'low'])).toBe('low');
  expect(worst(['unrated'])).toBe('unrated');
  const all: Rating[] = ['low', 'unrated', 'critical', 'medium'];
  expect(all.toSorted(compareRatings)).toEqual(['critical', 'unrated', 'medium', 'low']);
});
