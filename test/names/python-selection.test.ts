import { expect, test } from 'vitest';
import {
  endOfLife,
  parsePythonSelector,
  type PythonSelector,
  selectPythons,
} from '../../src/names/python-selection.ts';
import { parsePythonVersion } from '../../src/names/python-version.ts';

const exact = (text: string): PythonSelector => {
  const python = parsePythonVersion(text);
  if (!python.ok) throw new Error(python.message);
  return { kind: 'exact', python: python.value };
};
const supported = (...but: string[]): PythonSelector => ({ kind: 'supported', but });

test.each<[string, PythonSelector]>([
  ['3.12', { kind: 'exact', python: { text: '3.12', minor: '3.12' } }],
  ['3.12.4', { kind: 'exact', python: { text: '3.12.4', minor: '3.12', patch: 4 } }],
  ['3.10.0', { kind: 'exact', python: { text: '3.10.0', minor: '3.10', patch: 0 } }],
  [' 3.12\n', { kind: 'exact', python: { text: '3.12', minor: '3.12' } }],
  ['supported', supported()],
  [' Supported ', supported()],
  ['supported - 3.11', supported('3.11')],
  ['supported-3.11 -3.12', supported('3.11', '3.12')],
])('%j selects', (text, value) => {
  expect(parsePythonSelector(text)).toEqual({ ok: true, value });
});

const rule = 'write versions, like "3.12" or "3.12.4", or "supported", or "supported - 3.11".';
const range = 'Python 3.6 to 3.15 can be built, as "3.12" or "3.12.4".';
const lostZero =
  '"3.1" is not a version of Python that has an image. YAML reads 3.10 as 3.1: quote it, "3.10".';
test.each([
  ['', `"" selects no Python: ${rule}`],
  ['newest', `"newest" selects no Python: ${rule}`],
  ['>=3.9', `">=3.9" selects no Python: ${rule}`],
  ['- 3.9', `"- 3.9" selects no Python: ${rule}`],
  ['supported 3.9', `"supported 3.9" selects no Python: ${rule}`],
  ['supported -', `"supported -" selects no Python: ${rule}`],
  ['supported - 3.9, 3.10', `"supported - 3.9, 3.10" selects no Python: ${rule}`],
  ['supported + 3.9', `"supported + 3.9" selects no Python: ${rule}`],
  ['supported\u2013 3.9', `"supported\u2013 3.9" selects no Python: ${rule}`],
  ['3.1', lostZero],
  ['supported - 3.1', lostZero],
  ['3.5', `Python "3.5" is out of range: ${range}`],
  ['supported - 3', `"3" is not a version of Python: ${range}`],
  ['3.12 - 3.11', `"3.12 - 3.11" is not a version of Python: ${range}`],
  [
    'supported - 3.12.4',
    '"supported - 3.12.4" leaves out a patch version: of a minor one, like "supported - 3.12", all are left out.',
  ],
])('refuses %j', (text, message) => {
  expect(parsePythonSelector(text)).toEqual({ ok: false, message });
});

// Days are those of https://devguide.python.org/versions.
test.each<[string, readonly PythonSelector[], string, readonly string[]]>([
  ['what is supported', [supported()], '2026-11-30', ['3.11', '3.12', '3.13', '3.14', '3.15']],
  ['but one', [supported('3.11', '3.9')], '2026-11-30', ['3.12', '3.13', '3.14', '3.15']],
  ['the day before a release', [supported()], '2026-09-30', ['3.10', '3.11', '3.12', '3.13', '3.14']],
  ['the day of a release', [supported()], '2026-10-01', ['3.10', '3.11', '3.12', '3.13', '3.14', '3.15']],
  [
    'the last moment of support',
    [supported('3.12')],
    '2025-10-31T23:59:59.999Z',
    ['3.9', '3.10', '3.11', '3.13', '3.14'],
  ],
  ['the moment after', [supported('3.12')], '2025-11-01', ['3.10', '3.11', '3.13', '3.14']],
  ['long ago', [supported()], '2019-01-01', ['3.6', '3.7']],
  ['in a far future', [supported()], '2040-01-01', []],
  ['nothing', [], '2026-11-30', []],
  [
    'each once, oldest first',
    [exact('3.13'), supported('3.14', '3.15'), exact('3.9'), exact('3.11'), exact('3.9')],
    '2026-11-30',
    ['3.9', '3.11', '3.12', '3.13'],
  ],
  [
    'patches after the minor version, and by number',
    [exact('3.12.10'), exact('3.13'), exact('3.12.999'), exact('3.12.9'), exact('3.12'), exact('3.9.1')],
    '2026-11-30',
    ['3.9.1', '3.12', '3.12.9', '3.12.10', '3.12.999', '3.13'],
  ],
  [
    'what one leaves out and another names',
    [supported('3.11', '3.12', '3.13', '3.14'), exact('3.12')],
    '2026-11-30',
    ['3.12', '3.15'],
  ],
])('selects %s', (_, selectors, today, texts) => {
  const pythons = selectPythons(selectors, Date.parse(today));
  expect(pythons.map(({ text }) => text)).toEqual(texts);
  // Each is what its text is parsed to.
  expect(pythons.map((python) => ({ kind: 'exact', python }))).toEqual(texts.map(exact));
});

test.each([
  ['3.9', '2025-10-31T23:59:59.999Z', undefined],
  ['3.9', '2025-11-01', '2025-10-31'],
  ['3.8.20', '2026-11-30', '2024-10-07'],
  ['3.15', '2026-11-30', undefined],
  ['3.15', '2026-01-01', undefined],
])('the end of Python %s, on %s: %s', (text, today, last) => {
  const python = parsePythonVersion(text);
  expect(python.ok && endOfLife(python.value, Date.parse(today))).toBe(last);
});
