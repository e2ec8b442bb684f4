import { harmless, workflowCommand } from '../report/annotations.ts';

/** The runner shows so many annotations of a level for each step, and silently drops the others. */
const most = 10;

const levels = ['error', 'warning', 'notice'] as const;
type Level = (typeof levels)[number];

const labels: Readonly<Record<Level, string>> = { error: 'Error', warning: 'Warning', notice: 'Notice' };

export interface LimitedOutput {
  /** Writes whole lines. After the first nine annotations of a level, the others become lines of the log. */
  readonly write: (text: string) => void;
  /** Writes the tenth annotation of each level: the original, or the number of those in the log. Called at the end. */
  readonly end: () => void;
}

/** @param write writes to the standard output, where the runner reads commands. */
export function limitedAnnotations(write: (text: string) => void): LimitedOutput {
  const counts: Record<Level, number> = { error: 0, warning: 0, notice: 0 };
  const tenth: Partial<Record<Level, string>> = {};
  return {
    write(text) {
      const [, name = '', title, message = ''] =
        /^::(error|warning|notice)(?: title=([^,:]*))?::(.*)\n$/.exec(text) ?? [];
      const level = levels.find((candidate) => candidate === name);
      if (level === undefined) return write(text);
      counts[level] += 1;
      if (counts[level] < most) return write(text);
      if (counts[level] === most) tenth[level] = text;
      const line = [labels[level], ...(title === undefined ? [] : [title]), message].map(decoded).join(': ');
      write(`${harmless(line)}\n`);
    },
    end() {
      for (const level of levels) {
        const rest = counts[level] - most + 1;
        if (rest < 1) continue;
        const text = `${rest} more ${level}s are in the log of this step: GitHub shows no more than ${most} of them here.`;
        write(rest === 1 ? tenth[level]! : `${workflowCommand(level, text)}\n`);
        counts[level] = 0;
      }
    },
  };
}

const decoded = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
