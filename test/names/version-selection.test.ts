import { expect, test } from 'vitest';
import { parseSpecifiers } from '../../src/names/package-version.ts';
import { parseVersionSelectors, type VersionSelector } from '../../src/names/version-selection.ts';
import { version } from '../package-index/projects.ts';

const exact = (written: string): VersionSelector => ({ kind: 'exact', version: version(written), written });
const range = (text: string): VersionSelector => {
  const specifiers = parseSpecifiers(text);
  if (!specifiers.ok) throw new Error(specifiers.message);
  return { kind: 'range', text, specifiers: specifiers.value };
};

test.each<[string, readonly VersionSelector[]]>([
  ['', []],
  [' , ', []],
  ['latest', [{ kind: 'latest' }]],
  [' LATEST\r', [{ kind: 'latest' }]],
  ['last 5', [{ kind: 'last', count: 5 }]],
  ['Last\t256', [{ kind: 'last', count: 256 }]],
  ['minors 3', [{ kind: 'minors', count: 3 }]],
  ['1.0', [exact('1.0')]],
  ['v1.0-RC.1', [exact('v1.0-RC.1')]],
  ['1!2.0+Ubuntu.1', [exact('1!2.0+Ubuntu.1')]],
  ['1.0-1', [exact('1.0-1')]],
  ['latest, 5', [{ kind: 'latest' }, exact('5')]],
  ['2025.06.30, 1.0 latest,1.0', [exact('2025.06.30'), exact('1.0'), { kind: 'latest' }, exact('1.0')]],
  ['>=0.30,<1', [range('>=0.30,<1')]],
  ['  ~= 1.4 , != 1.4.2', [range('~= 1.4 , != 1.4.2')]],
  ['==1.4.*', [range('==1.4.*')]],
  ['===1.0-odd', [range('===1.0-odd')]],
])('%j', (line, value) => {
  expect(parseVersionSelectors(line)).toEqual({ ok: true, value });
});

const rule =
  'write versions, "latest", "last 5", "minors 3", or a range of PEP 440 like ">=0.30,<1", each on a line.';
const specifier = 'is not one of PEP 440: write it like ">=1.2", "==1.2.*", "~=1.4" or "!=1.3".';
test.each([
  ['newest', `"newest" selects no version: ${rule}`],
  ['last', `"last" selects no version: ${rule}`],
  ['last5', `"last5" selects no version: ${rule}`],
  ['last 5, minors 3', `"last 5, minors 3" selects no version: ${rule}`],
  ['Latest  5', '"Latest  5" selects no version: the newest ones are "last 5".'],
  ['1.0 >=2', `"1.0 >=2" selects no version: ${rule}`],
  ['1.x', `"1.x" selects no version: ${rule}`],
  ['last 0', '"last 0" has no right number: it is 1 to 256, like "last 3".'],
  ['last 05', '"last 05" has no right number: it is 1 to 256, like "last 3".'],
  ['minors 257', '"minors 257" has no right number: it is 1 to 256, like "minors 3".'],
  ['LAST five', '"LAST five" has no right number: it is 1 to 256, like "last 3".'],
  ['last -1', '"last -1" has no right number: it is 1 to 256, like "last 3".'],
  ['last 1e2', '"last 1e2" has no right number: it is 1 to 256, like "last 3".'],
  ['>=1 <2', `version specifier ">=1 <2" ${specifier}`],
  ['>=', `version specifier ">=" ${specifier}`],
  ['>=1,2', `version specifier "2" ${specifier}`],
  ['=1.0', `version specifier "=1.0" ${specifier}`],
])('refuses %j', (line, message) => {
  expect(parseVersionSelectors(line)).toEqual({ ok: false, message });
});
