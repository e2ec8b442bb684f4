import type { Log } from '../ports.ts';
import { oneLine, plain } from '../report/escape.ts';
import { painted, type Style } from '../report/layout.ts';
import { secondsText } from '../report/units.ts';

export interface TerminalLogOptions {
  /** Writes to the standard error, since the standard output is for the report. */
  readonly write: (text: string) => void;
  readonly live: boolean;
  readonly style: Style;
  readonly now: () => number;
  readonly filter?: (text: string) => string;
  readonly debug?: boolean;
}

const redrawInterval = 100;
const erase = '\r\u001b[2K';
/** Lines of buildx about the progress of a transfer, which it repeats. */
const transferLine = /^#\d+ (?:\.\.\.|sha256:|transferring |resolve |extracting )/;

interface Group {
  readonly title: string;
  readonly start: number;
}

/** Redraws the progress of programs on a live terminal; elsewhere, and for debugging, prints all its lines. */
export function terminalLog(options: TerminalLogOptions): Log {
  const { write, style, now, filter = (text) => text, debug = false } = options;
  const live = options.live && !debug;
  const open: Group[] = [];
  let [current, drawn, drawnAt] = ['', false, -Infinity];
  let ticker: NodeJS.Timeout | undefined;

  const draw = (): void => {
    const group = open.at(-1);
    if (!live || group === undefined) return;
    drawnAt = now();
    const text = `${group.title} ${secondsText((now() - group.start) / 1000)}  ${current}`.trimEnd();
    // One column stays free, since some terminals wrap a full line.
    write(
      `${erase}${Array.from(text)
        .slice(0, style.width - 1)
        .join('')}`,
    );
    drawn = true;
  };
  const say = (text: string, colour?: Parameters<typeof painted>[1]): void => {
    if (drawn) write(erase);
    drawn = false;
    const shown = plain(filter(text));
    write(`${colour === undefined ? shown : painted(style, colour, shown)}\n`);
    draw();
  };

  return {
    async group(title, body) {
      const group = { title: oneLine(filter(title)), start: now() };
      say(`${style.unicode ? '▸' : '>'} ${group.title}`, 'bold');
      open.push(group);
      current = '';
      draw();
      if (live) ticker ??= setInterval(draw, 1000).unref();
      try {
        return await body();
      } finally {
        open.splice(open.indexOf(group), 1);
        current = '';
        if (open.length === 0) {
          clearInterval(ticker);
          ticker = undefined;
        }
        say(`  ${group.title}: ${secondsText((now() - group.start) / 1000)}`, 'grey');
      }
    },
    info: (text) => say(text),
    warn: (text) => say(`${style.unicode ? '⚠' : '!'} ${text}`, 'yellow'),
    debug: (text) => (debug ? say(text, 'grey') : undefined),
    progress(line) {
      if (!live) {
        say(`  ${line}`);
        return;
      }
      const text = oneLine(filter(line));
      if (text === '' || transferLine.test(text)) return;
      current = text;
      if (now() - drawnAt >= redrawInterval) draw();
    },
    hide: filter,
  };
}
