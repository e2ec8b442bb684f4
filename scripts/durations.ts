/**
 * Says where the time of a run of `.ci/run` went: each test file, slowest first, then the phases and their sum. Reads
 * from the folder that is named `phases`, lines of `NAME SECONDS`, and what scripts/seconds-reporter.ts wrote there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Phase {
  readonly name: string;
  /** By the clock. */
  readonly seconds: number;
  /** Seconds of each test file of it; files that ran beside each other come to more than the phase. */
  readonly files: Readonly<Record<string, number>>;
}

/** Files that take less are counted, not named. */
const shortest = 1;

/** The two tables; whole seconds, aligned. */
export function durationsText(phases: readonly Phase[]): string {
  const files = phases
    .flatMap(({ name, files }) =>
      Object.entries(files).map(([file, seconds]) => ({ phase: name, file, seconds })),
    )
    .toSorted((one, other) => other.seconds - one.seconds);
  const named = files.filter(({ seconds }) => seconds >= shortest);
  const column = (seconds: number): string => `${Math.round(seconds)} s`.padStart(7);
  const rest = files.length - named.length;
  return [
    ...named.map(({ phase, file, seconds }) => `${column(seconds)}  ${file} (${phase})`),
    ...(rest === 0 ? [] : [`         ${rest} more, of less than ${shortest} s`]),
    '',
    ...phases.map(({ name, seconds }) => `${column(seconds)}  ${name}`),
    `${column(phases.reduce((sum, { seconds }) => sum + seconds, 0))}  in all`,
  ].join('\n');
}

/** What a run left in its folder, in the order in which the phases ran. */
export function readPhases(folder: string): Phase[] {
  const there = new Set(readdirSync(folder));
  const lines = there.has('phases') ? readFileSync(join(folder, 'phases'), 'utf8').trim().split('\n') : [];
  return lines.filter(Boolean).map((line) => {
    const [name = '', seconds = ''] = line.split(' ');
    const file = `${name}.seconds.json`;
    return {
      name,
      seconds: Number(seconds),
      files: there.has(file) ? (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Phase['files']) : {},
    };
  });
}

if (import.meta.main) console.log(durationsText(readPhases(process.argv[2] ?? 'coverage')));
