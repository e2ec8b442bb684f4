/** What the checks of an image came to, in words. */
import type { CheckResult } from '../build/verify.ts';
import type { Platform } from '../names/platform.ts';
import type { Report } from './report.ts';

/** What stands for right, for wrong, and for a warning. */
export type Marks = readonly [right: string, wrong: string, warning: string];

/** `✓ 6`, `✓ 5, ⚠ 1: scripts`, `✗ 1 of 6: imports`, `not run`, each with `, left out: imports:tool` where that is so. */
export function checksText(checks: readonly CheckResult[], marks: Marks): string {
  const wrong = checks.filter((check) => !check.ok);
  if (checks.length === 0) return 'not run';
  const skipped = new Set(checks.flatMap((check) => check.skipped));
  const left = skipped.size === 0 ? '' : `, left out: ${[...skipped].join(', ')}`;
  const names = (some: readonly CheckResult[]): string => some.map((check) => check.name).join(', ');
  if (wrong.length > 0) return `${marks[1]} ${wrong.length} of ${checks.length}: ${names(wrong)}${left}`;
  const warned = checks.filter((check) => check.findings.length > 0);
  const warning = warned.length === 0 ? '' : `, ${marks[2]} ${warned.length}: ${names(warned)}`;
  return `${marks[0]} ${checks.length - warned.length}${warning}${left}`;
}

/** Which of the marks a check gets. */
export const checkMark = (check: CheckResult, marks: Marks): string =>
  check.ok ? (check.findings.length === 0 ? marks[0] : marks[2]) : marks[1];

/** What was found, then what was looked at, and what was left out. */
export const checkText = ({ message, findings, skipped }: CheckResult): string =>
  [
    ...findings.map((finding) => finding.message),
    ...(message === '' ? [] : [message]),
    ...(skipped.length === 0 ? [] : [`left out by verify_skip: ${skipped.join(', ')}`]),
  ].join('; ');

/** What the checks found and published all the same. */
export interface Warning {
  readonly check: string;
  readonly message: string;
  readonly platforms: readonly Platform[];
}

/** Every warning once, with the platforms that have it. */
export function warningsOf({ platforms }: Report): Warning[] {
  const found = new Map<string, Warning>();
  for (const { platform, checks } of platforms) {
    for (const { name, findings } of checks) {
      for (const { message, severity } of findings) {
        if (severity !== 'warning') continue;
        const key = `${name}\n${message}`;
        const before = found.get(key)?.platforms ?? [];
        found.set(key, { check: name, message, platforms: [...before, platform] });
      }
    }
  }
  return [...found.values()];
}

/** `linux/amd64, linux/arm64, scripts: …`, without the output of other programs. */
export const warningText = ({ check, message, platforms }: Warning): string =>
  `${platforms.join(', ')}, ${check}: ${message.split('\n')[0]}`;
