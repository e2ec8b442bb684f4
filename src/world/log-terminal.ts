/** The log on a terminal: one line that says what is going on, redrawn in place; plain lines where there is no terminal. */
import type { Log } from '../ports.ts';
import { oneLine, plain } from '../report/escape.ts';
import { painted, type Style } from '../report/layout.ts';
import { secondsText } from '../report/units.ts';

export interface TerminalLogOptions {
  /** Writes to the standard error: the standard output is for the report. */
  readonly write: (text: string) => void;
  /** Whether the line can be redrawn. */
  readonly live: boolean;
  readonly style: Style;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly filter?: (text: string) => string;
  readonly debug?: boolean;
}

/** Milliseconds between two drawings of the line. */
const pace = 100;
const erase = '\r\u001b[2K';
/** What buildx tells of a step over and over: how far a transfer has come. */
const chatter = /^#\d+ (?:\.\.\.|sha256:|transferring |resolve |extracting )/;

interface Group {
  readonly title: string;
  readonly start: number;
}

/** Progress of others is one redrawn line on a live terminal, and lines as they come elsewhere and when debugging. */
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
    // One column stays free: a full line makes some terminals wrap.
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
      if (text === '' || chatter.test(text)) return;
      current = text;
      if (now() - drawnAt >= pace) draw();
    },
    hide: filter,
  };
}
