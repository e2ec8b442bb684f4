/** Reads, in what buildx prints, which packages of the distribution were installed under emulation as a whole, and why. */
import { plain } from './escape.ts';
import { stepName } from './steps.ts';

export interface PlainInstall {
  readonly target?: string;
  /** As `dockerfiles/install/runtime.py` prints it. */
  readonly text: string;
}

export interface PlainInstallReader {
  readonly line: (text: string) => void;
  readonly installs: () => readonly PlainInstall[];
}

export function plainInstallReader(): PlainInstallReader {
  const targets = new Map<string, string | undefined>();
  const installs: PlainInstall[] = [];
  return {
    line(line) {
      const [, id = '', rest = ''] = /^#(\d+) (.*)$/.exec(plain(line).trimEnd()) ?? [];
      if (!targets.has(id)) {
        if (rest.startsWith('[')) targets.set(id, stepName(rest).target);
        return;
      }
      const [, text] =
        /^\d+\.\d+ (the runtime packages for \S+ are installed under emulation: .*)$/.exec(rest) ?? [];
      const target = targets.get(id);
      if (text !== undefined) installs.push({ text, ...(target === undefined ? {} : { target }) });
    },
    installs: () => installs,
  };
}
