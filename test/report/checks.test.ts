import { describe, expect, test } from 'vitest';
import type { CheckResult, Finding } from '../../src/build/verify.ts';
import type { PlatformReport, Report } from '../../src/report/report.ts';
import { checksText, warningText, warningsOf } from '../../src/report/check-words.ts';
import { published } from './sample.ts';

const marks = ['ok', 'FAILED', 'warning'] as const;
const finding = (message: string, severity: Finding['severity'] = 'warning'): Finding => ({
  kind: 'import-error',
  subject: 'tool',
  message,
  severity,
});
const check = (name: string, more: Partial<CheckResult> = {}): CheckResult => ({
  name,
  ok: true,
  seconds: 1,
  message: '',
  findings: [],
  skipped: [],
  ...more,
});
const warned = check('scripts', { findings: [finding('no click')] });
const failed = check('imports', { ok: false, findings: [finding('no libz', 'fatal')] });
const partly = check('libraries', { skipped: ['libraries:torch'] });

test.each<[string, readonly CheckResult[]]>([
  ['not run', []],
  ['ok 2', [check('metadata'), check('imports')]],
  ['ok 1, warning 1: scripts', [check('metadata'), warned]],
  ['FAILED 1 of 2: imports', [failed, warned]],
  ['ok 1, left out: libraries:torch', [partly]],
  ['FAILED 1 of 2: imports, left out: libraries:torch', [failed, partly]],
])('%s', (text, checks) => {
  expect(checksText(checks, marks)).toBe(text);
});

describe('warnings', () => {
  const on = (platform: PlatformReport['platform'], ...checks: CheckResult[]): PlatformReport => ({
    platform,
    emulated: false,
    checks,
  });
  const report: Report = {
    ...published,
    platforms: [
      on('linux/amd64', warned, failed),
      on('linux/arm64', warned, check('imports', { findings: [finding('slow\nTraceback')] })),
    ],
  };
  test('are said once, with the platforms that have them, and without other programs’ output', () => {
    expect(warningsOf(report).map(warningText)).toEqual([
      'linux/amd64, linux/arm64, scripts: no click',
      'linux/arm64, imports: slow',
    ]);
  });
});
