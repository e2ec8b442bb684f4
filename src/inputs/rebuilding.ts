/** The inputs that say when an image is built again. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import type { Inputs } from './inputs.ts';
import type { Say } from './registry.ts';

/** Seconds of each unit of an age. */
const units: ReadonlyMap<string, number> = new Map([
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
]);

/** Ten years of 365 days, in seconds. */
export const longestAge = 3650 * 86_400;

const usualWords: AgeWords = { what: 'an age', example: '30d' };

/** How a message calls what is an age in its form. */
interface AgeWords {
  readonly what: string;
  readonly example: string;
}

/** Parses an age, `90m`, `12h`, `30d` or `2w`, to seconds. */
export function parseAge(text: string, { what, example }: AgeWords = usualWords): Parsed<number> {
  if (/^\d{1,9}$/.test(text)) {
    return refused(
      `${shown(text)} has no unit: write "${text}m" for minutes, "${text}h" for hours, "${text}d" for days or "${text}w" for weeks.`,
    );
  }
  const [, count, unit] = /^(\d{1,9})([mhdw])$/.exec(text) ?? [];
  const seconds = Number(count) * (units.get(unit ?? '') ?? Number.NaN);
  if (!Number.isNaN(seconds)) return parsed(seconds);
  return refused(
    `${shown(text)} is not ${what}: it is a whole number and one unit, "m" for minutes, "h" for hours, "d" for days or "w" for weeks, like "${example}".`,
  );
}

/** Parses how old an image may become, to seconds: at least one minute, at most ten years. */
export function parseMaxAge(text: string): Parsed<number> {
  const age = parseAge(text);
  if (!age.ok) return age;
  if (age.value < 60) {
    return refused(`${shown(text)} is too short: it is at least "1m". To build in any case there is force.`);
  }
  if (age.value > longestAge) {
    return refused(`${shown(text)} is too long: it is at most ten years, "3650d". Empty means no limit.`);
  }
  return age;
}

/**
 * Folds `force` into `rebuild`: it means "always", and contradicts "missing" and "never". "never" needs a registry to ask.
 * An undefined value was refused before.
 */
export function foldForce(
  rebuild: Inputs['rebuild'] | undefined,
  { force, push }: { readonly force: boolean | undefined; readonly push: boolean | undefined },
  called: (name: string) => string,
  say: Say,
): Inputs['rebuild'] | undefined {
  if (force !== true) {
    if (rebuild === 'never' && push === false) {
      say(
        'rebuild',
        `with "never" nothing is built, and without ${called('push')} no registry is asked what it holds: nothing is left to do. Push, or take another word.`,
      );
    }
    return rebuild;
  }
  if (rebuild === 'missing' || rebuild === 'never') {
    say(
      'force',
      `it builds in any case, and ${called('rebuild')} "${rebuild}" does not: drop ${called('force')} to keep "${rebuild}", or drop ${called('rebuild')} to build.`,
    );
  }
  return 'always';
}

/** `deep` looks into images that are compared; "missing" and "never" compare none. An undefined value was refused before. */
export function refuseDeep(
  deep: boolean | undefined,
  rebuild: Inputs['rebuild'] | undefined,
  called: (name: string) => string,
  say: Say,
): void {
  if (deep !== true || (rebuild !== 'missing' && rebuild !== 'never')) return;
  say(
    'deep',
    `it looks into images that exist, and with ${called('rebuild')} "${rebuild}" they stay whatever they hold: take "stale", or drop ${called('deep')}.`,
  );
}

/** Parses how long a step may take, to seconds: one minute to 35 days, which is as long as a job may. */
export function parseTimeBudget(text: string): Parsed<number> {
  const time = parseAge(text, { what: 'a time that a job may take', example: '5h' });
  if (!time.ok) return time;
  if (time.value >= 60 && time.value <= 35 * 86_400) return time;
  return refused(`${shown(text)} is no time that a job may take: it is "1m" to "35d".`);
}
