/** Workflow commands of GitHub's runner, and what keeps text of others from being taken for one. */
import type { Problem } from '../errors.ts';
import { plain } from './escape.ts';
import type { Report } from './report.ts';
import { advisoryWarnings } from './advisories.ts';
import { warningText, warningsOf } from './check-words.ts';
import { blockedText, missingDetail, missingText, problemTitle, unsignedOf } from './words.ts';

/** A message stays under this many characters: the runner cuts longer ones in the middle of a word. */
const longest = 4000;

const data = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** A workflow command as the runner reads it; no text in it can end it or start another one. */
export function workflowCommand(
  name: 'error' | 'warning' | 'notice' | 'debug' | 'group' | 'endgroup' | 'add-mask',
  text: string,
  properties: Readonly<Record<string, string>> = {},
): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${name}${list.length === 0 ? '' : ` ${list.join(',')}`}::${data(text)}`;
}

/** One `::error` line for each problem: what, the rule, the way out, then the lines that matter. */
export function annotations(problems: readonly Problem[]): string[] {
  return problems.map((problem) => {
    const lines = [
      problem.message,
      ...(problem.detail ?? []),
      ...(problem.file === undefined ? [] : [`The whole output is in ${problem.file}.`]),
    ];
    return workflowCommand('error', shortened(lines.join('\n')), {
      title: plain(problemTitle(problem)).replaceAll('\n', ' '),
    });
  });
}

/**
 * One `::warning` line for each warning of the checks: on every platform the same one is said once. A missing platform gets
 * one, too, and a blocked image, since the error is that of the image which it stands on.
 */
export const warnings = (report: Report): string[] => [
  ...(report.outcome === 'blocked' ? [warningCommand('Blocked', blockedText(report))] : []),
  ...(report.missing ?? []).map((one) =>
    warningCommand(
      `Missing platform: ${one.platform}`,
      [missingText(report, one), ...missingDetail(one)].join('\n'),
    ),
  ),
  ...unsignedOf(report).map((why) => warningCommand('Not signed', why)),
  ...warningsOf(report).map((warning) => warningCommand('Verification', warningText(warning))),
  ...advisoryWarnings(report).map(({ title, text }) => warningCommand(title, text)),
];

const warningCommand = (title: string, text: string): string =>
  workflowCommand('warning', shortened(text), { title });

function shortened(text: string): string {
  const shown = plain(text);
  return shown.length > longest ? `${shown.slice(0, longest - 1)}…` : shown;
}

/**
 * Lines of others such that the runner prints them and obeys none. It takes `::` at a line's start (after any
 * white space) and `##[` anywhere for a command, and a lone carriage return for the end of a line.
 */
export function harmless(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replaceAll('##[', '## [').replace(/^([\s\u0085\u180e]*):(?=:)/, '$1: '))
    .join('\n');
}
