import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evaluate, type MarkerEnvironment, parseMarker } from '../../src/names/marker.ts';

const holds = (text: string, environment: MarkerEnvironment): boolean => {
  const marker = parseMarker(text);
  if (!marker.ok) throw new Error(marker.message);
  return evaluate(marker.value, environment);
};

// Expected values are those of Python's `packaging` 26.3.
const { environments, rows } = JSON.parse(readFileSync(new URL('markers.json', import.meta.url), 'utf8')) as {
  environments: { amd64: MarkerEnvironment; armv7: MarkerEnvironment };
  rows: [string, boolean, boolean][];
};

describe('markers', () => {
  it.each(rows)('%s', (text, amd64, armv7) => {
    expect([holds(text, environments.amd64), holds(text, environments.armv7)]).toEqual([amd64, armv7]);
  });

  it.each([
    ['a set has a name', '"a" in extras', { extras: ['A', 'b'] }, true],
    ['a set lacks a name', '"c" in extras', { extras: ['a'] }, false],
    ['a set has a name after all', '"x_y" not in dependency_groups', { dependency_groups: ['x-y'] }, false],
    ['no set is an empty one', '"a" in extras', {}, false],
  ])('%s', (_, text, environment, expected) => {
    expect(holds(text, environment)).toBe(expected);
  });

  it.each([
    '',
    'python_version',
    'python_version <',
    '"3" < "4"',
    'os_name == sys_platform',
    'python == "3"',
    '(os_name == "x"',
    'os_name == "x")',
    'os_name == "x" os_name == "y"',
    'os_name == "x" and',
    'os_name = "x"',
    "os_name == 'x",
    `${'('.repeat(5000)}os_name == "x"${')'.repeat(5000)}`,
  ])('refuses %s', (text) => {
    expect(parseMarker(text)).toEqual({
      ok: false,
      message: expect.stringContaining('is not one of PEP 508'),
    });
  });
});
