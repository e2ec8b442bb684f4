import type { Command, World } from '../ports.ts';
import { secondsText } from '../report/units.ts';

type Effects = Pick<World, 'run' | 'fetch' | 'engine'>;

/** Wraps the effects. Of a request it logs method, URL and status, since headers and bodies may be secret. */
export function traced(effects: Effects, { clock, log }: Pick<World, 'clock' | 'log'>): Effects {
  let commands = 0;
  const since = (start: number): string => secondsText((clock.now() - start) / 1000);
  const sinceMs = (start: number): string => `${Math.round(clock.now() - start)} ms`;
  return {
    async run(command, options) {
      // Several commands run at once; the number connects the start of each with its end.
      const label = `command ${(commands += 1)}`;
      const start = clock.now();
      log.debug(`${label}: ${commandText(command)}`);
      try {
        const ran = await effects.run(command, options);
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
        const answer = await effects.fetch(url, init);
        log.debug(`${label}: ${answer.status}, ${sinceMs(start)}`);
        return answer;
      } catch (error) {
        log.debug(`${label}: no answer (${codeOf(error)}), ${sinceMs(start)}`);
        throw error;
      }
    },
    async engine(path) {
      const start = clock.now();
      const answer = await effects.engine(path);
      const what = answer === undefined ? 'no answer' : 'answered';
      log.debug(`GET ${withoutQuery(path)} of the engine: ${what}, ${sinceMs(start)}`);
      return answer;
    },
  };
}

/** Quoted for a shell, so that an argument with a space is not read as two. */
const commandText = ({ program, args }: Command): string =>
  [program, ...args]
    .map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`))
    .join(' ');

/** Without user, password and query, where an address may have credentials. */
function plainUrl(url: string | URL): string {
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

const withoutQuery = (path: string): string => path.replace(/\?.*$/s, '');

/** Node's code for the error. The message is not logged, since it may contain the URL. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = (error.cause ?? error) as { readonly code?: unknown };
  return typeof code === 'string' ? code : error.name;
}
