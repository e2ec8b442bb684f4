/** The runner shows ten annotations of a level for one step, and drops the others without a word. */
import { harmless, workflowCommand } from '../report/annotations.ts';

const most = 10;

const levels = ['error', 'warning', 'notice'] as const;
type Level = (typeof levels)[number];

const labels: Readonly<Record<Level, string>> = { error: 'Error', warning: 'Warning', notice: 'Notice' };

export interface LimitedOutput {
  /** Takes whole lines. The first nine annotations of a level pass; those that follow are lines of the log. */
  readonly write: (text: string) => void;
  /** Writes the tenth of each level: the one that came, or how many more are in the log. To be called at the end. */
  readonly end: () => void;
}

/** @param write writes to the standard output, which is where the runner looks for commands. */
export function limitedAnnotations(write: (text: string) => void): LimitedOutput {
  const seen: Record<Level, number> = { error: 0, warning: 0, notice: 0 };
  const tenth: Partial<Record<Level, string>> = {};
  return {
    write(text) {
      const [, name = '', title, message = ''] =
        /^::(error|warning|notice)(?: title=([^,:]*))?::(.*)\n$/.exec(text) ?? [];
      const level = levels.find((one) => one === name);
      if (level === undefined) return write(text);
      seen[level] += 1;
      if (seen[level] < most) return write(text);
      if (seen[level] === most) tenth[level] = text;
      const said = [labels[level], ...(title === undefined ? [] : [title]), message].map(decoded).join(': ');
      write(`${harmless(said)}\n`);
    },
    end() {
      for (const level of levels) {
        const more = seen[level] - most + 1;
        if (more < 1) continue;
        const text = `${more} more ${level}s are in the log of this step: GitHub shows no more than ${most} of them here.`;
        write(more === 1 ? tenth[level]! : `${workflowCommand(level, text)}\n`);
        seen[level] = 0;
      }
    },
  };
}

/** Undoes what `workflowCommand` does to text. */
const decoded = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0A', '\n')
    .replaceAll('%0D', '\r')
    .replaceAll('%25', '%');
