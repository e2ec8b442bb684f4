/**
 * Prints the time of a run of `.ci/run`: of each test file, slowest first, then of the phases, and their sum. It reads a
 * folder with the file `phases`, lines of `NAME SECONDS`, and the files of scripts/seconds-reporter.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Phase {
  readonly name: string;
  readonly seconds: number;
  /** Seconds of each test file. Their sum can exceed the phase's, since files run beside each other. */
  readonly files: Readonly<Record<string, number>>;
}

/** Seconds below which files are counted, not named. */
const shortest = 1;

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

/** The phases of a run, in their order. */
export function readPhases(folder: string): Phase[] {
  const names = new Set(readdirSync(folder));
  const lines = names.has('phases') ? readFileSync(join(folder, 'phases'), 'utf8').trim().split('\n') : [];
  return lines.filter(Boolean).map((line) => {
    const [name = '', seconds = ''] = line.split(' ');
    const file = `${name}.seconds.json`;
    return {
      name,
      seconds: Number(seconds),
      files: names.has(file) ? (JSON.parse(readFileSync(join(folder, file), 'utf8')) as Phase['files']) : {},
    };
  });
}

if (import.meta.main) console.log(durationsText(readPhases(process.argv[2] ?? 'coverage')));
