import { describe, expect, it } from 'vitest';
import {
  minorNumber,
  minorOf,
  newestStablePython,
  parsePythonVersion,
} from '../../src/names/python-version.ts';

describe('parsePythonVersion', () => {
  it.each([
    ['3.12', { text: '3.12', minor: '3.12' }],
    [' 3.12.4\n', { text: '3.12.4', minor: '3.12', patch: 4 }],
    ['3.10', { text: '3.10', minor: '3.10' }],
    ['3.10.0', { text: '3.10.0', minor: '3.10', patch: 0 }],
    ['3.6', { text: '3.6', minor: '3.6' }],
    ['3.15', { text: '3.15', minor: '3.15' }],
    [newestStablePython, { text: newestStablePython, minor: newestStablePython }],
  ])('%j', (text, value) => {
    expect(parsePythonVersion(text)).toEqual({ ok: true, value });
  });

  const range = 'Python 3.6 to 3.15 can be built, as "3.12" or "3.12.4".';
  it.each([
    ['3.1', '"3.1" is not a version of Python that has an image. YAML reads 3.10 as 3.1: quote it, "3.10".'],
    ['3.1.2', `Python "3.1.2" is out of range: ${range}`],
    ['3.5', `Python "3.5" is out of range: ${range}`],
    ['3.16', `Python "3.16" is out of range: ${range}`],
    ['', `"" is not a version of Python: ${range}`],
    ['3', `"3" is not a version of Python: ${range}`],
    ['2.7', `"2.7" is not a version of Python: ${range}`],
    ['3.12.', `"3.12." is not a version of Python: ${range}`],
    ['3.012', `"3.012" is not a version of Python: ${range}`],
    ['3.12.04', `"3.12.04" is not a version of Python: ${range}`],
    ['3.12.4.1', `"3.12.4.1" is not a version of Python: ${range}`],
    ['3.13t', `"3.13t" is not a version of Python: ${range}`],
    ['3.15-rc', `"3.15-rc" is not a version of Python: ${range}`],
    ['٣.١٢', `"٣.١٢" is not a version of Python: ${range}`],
    ['3.12\n3.13', `"3.12\\n3.13" is not a version of Python: ${range}`],
    ['$(touch x)', `"$(touch x)" is not a version of Python: ${range}`],
  ])('refuses %j', (text, message) => {
    expect(parsePythonVersion(text)).toEqual({ ok: false, message });
  });
});

describe('the minor release', () => {
  it.each([
    ['3.9', '3.9', 9],
    ['3.13.9', '3.13', 13],
    ['3.15.0rc1', '3.15', 15],
  ])('of %s', (python, minor, number) => {
    expect([minorOf(python), minorNumber(python)]).toEqual([minor, number]);
  });
});
