/** What a run does outside of itself, told where debugging was asked for: every command and every request. */
import type { Command, World } from '../ports.ts';
import { secondsText } from '../report/units.ts';

type Doing = Pick<World, 'run' | 'fetch' | 'engine'>;

/** Does the same, and tells the log. Of a request that is method, URL and status: what it carries may be secret. */
export function told(doing: Doing, { clock, log }: Pick<World, 'clock' | 'log'>): Doing {
  let commands = 0;
  const since = (start: number): string => secondsText((clock.now() - start) / 1000);
  const sinceMs = (start: number): string => `${Math.round(clock.now() - start)} ms`;
  return {
    async run(command, options) {
      // Several run at once: the number says whose end it is.
      const label = `command ${(commands += 1)}`;
      const start = clock.now();
      log.debug(`${label}: ${commandText(command)}`);
      try {
        const ran = await doing.run(command, options);
        log.debug(`${label}: exit code ${ran.code}, ${since(start)}`);
        return ran;
      } catch (error) {
        log.debug(`${label}: ended before its time, ${since(start)}`);
        throw error;
      }
    },
    async fetch(url, init) {
      const label = `${init?.method ?? 'GET'} ${plainUrl(url)}`;
      const start = clock.now();
      try {
        const answer = await doing.fetch(url, init);
        log.debug(`${label}: ${answer.status}, ${sinceMs(start)}`);
        return answer;
      } catch (error) {
        log.debug(`${label}: no answer (${codeOf(error)}), ${sinceMs(start)}`);
        throw error;
      }
    },
    async engine(path) {
      const start = clock.now();
      const answer = await doing.engine(path);
      const what = answer === undefined ? 'no answer' : 'answered';
      log.debug(`GET ${withoutQuery(path)} of the engine: ${what}, ${sinceMs(start)}`);
      return answer;
    },
  };
}

/** As a shell would take it: an argument with a space or a quote in it can be told from two. */
const commandText = ({ program, args }: Command): string =>
  [program, ...args]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');

/** Signed addresses carry their credential in the query, and some people write theirs in front of the host. */
function plainUrl(url: string | URL): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

const withoutQuery = (path: string): string => path.replace(/\?.*$/s, '');

/** What Node calls the failure. Its message is not shown, since it may repeat the URL. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = (error.cause ?? error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
