import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { durationsText, readPhases } from '../../scripts/durations.ts';

test('lists files slowest first across phases, counts short ones, and keeps the order of phases', () => {
  const text = durationsText([
    { name: 'engine', seconds: 12, files: {} },
    { name: 'unit', seconds: 30, files: { 'test/names/a.test.ts': 0.2, 'test/publish/push.test.ts': 9.6 } },
    { name: 'e2e', seconds: 1000, files: { 'test/e2e/cells.test.ts': 104.4, 'test/e2e/errors.test.ts': 7 } },
  ]);
  expect(text.split('\n')).toEqual([
    '  104 s  test/e2e/cells.test.ts (e2e)',
    '   10 s  test/publish/push.test.ts (unit)',
    '    7 s  test/e2e/errors.test.ts (e2e)',
    '         1 more, of less than 1 s',
    '',
    '   12 s  engine',
    '   30 s  unit',
    ' 1000 s  e2e',
    ' 1042 s  in all',
  ]);
});

test('reads a phase without test files, and a run that ended early', () => {
  const folder = mkdtempSync(join(tmpdir(), 'durations-'));
  try {
    expect(readPhases(folder)).toEqual([]);
    writeFileSync(join(folder, 'phases'), 'engine 3\nunit 20\n');
    writeFileSync(join(folder, 'unit.seconds.json'), '{"test/a.test.ts":19.5}');
    expect(readPhases(folder)).toEqual([
      { name: 'engine', seconds: 3, files: {} },
      { name: 'unit', seconds: 20, files: { 'test/a.test.ts': 19.5 } },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
