/** What `docker buildx … --progress=plain` prints, read as steps with their times. */
import { type Platform, parsePlatform } from '../names/platform.ts';
import type { Clock } from '../ports.ts';
import { plain } from './escape.ts';

/** A vertex of the build. */
export interface Step {
  /** buildx's number. */
  readonly id: number;
  /** The bake target, where several are built at once. */
  readonly target?: string;
  /** `packages`, `internal`, `context NAME`; empty where the step names none. */
  readonly stage: string;
  /** What it makes something for; absent in a build of one platform. */
  readonly platform?: Platform;
  /** Where it runs, when that is another platform: nothing is emulated there. */
  readonly runsOn?: Platform;
  /** The instruction, without what stands in brackets. */
  readonly name: string;
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly seconds: number;
  readonly cached: boolean;
  /** What buildx says after `ERROR:`; `canceled` when something else failed first. */
  readonly error?: string;
}

export interface ProgressReader {
  /** Takes one line of standard error. */
  line(text: string): void;
  /** Steps so far in order of their numbers; one that has not ended lasts until now. */
  steps(): Step[];
}

interface Name {
  readonly target?: string;
  readonly stage: string;
  readonly platform?: Platform;
  readonly runsOn?: Platform;
  readonly name: string;
}

interface Seen {
  readonly id: number;
  readonly name: Name;
  readonly first: number;
  end?: number;
  seconds?: number;
  cached: boolean;
  error?: string;
}

function platformOf(text: string): Platform | undefined {
  const platform = parsePlatform(text);
  return platform.ok ? platform.value : undefined;
}

/**
 * `linux/amd64`, `linux/amd64->arm/v7`, `linux/arm/v7->v6`: left of the arrow is where a step runs, right of it what
 * differs of the platform that it is for.
 */
function platformsOf(word: string): Pick<Name, 'platform' | 'runsOn'> | undefined {
  const [left = '', right] = word.split('->');
  const runsOn = platformOf(left);
  if (runsOn === undefined) return undefined;
  if (right === undefined) return { platform: runsOn };
  const variant = /^v\d+$/.test(right);
  const parts = left.split('/');
  const platform =
    platformOf(right) ??
    platformOf(variant ? [...parts.slice(0, 2), right].join('/') : `${parts[0]}/${right}`);
  return platform === undefined ? { platform: runsOn } : { platform, runsOn };
}

const known = /^(?:internal|auth|stage-\d+)$/;

/** Reads `[target platform stage n/m] instruction`, where each part in the brackets may be missing. */
export function stepName(text: string): Name {
  const [, inside, rest] = /^\[([^\]]*)\] ?(.*)$/.exec(text) ?? [];
  if (inside === undefined || rest === undefined) return { stage: '', name: text };
  const words = inside.split(/ +/).filter((word) => word !== '' && !/^\d+\/\d+$/.test(word));
  const at = words.findIndex((word) => platformsOf(word) !== undefined);
  if (at >= 0) {
    const target = words.slice(0, at).join(' ');
    const stage = words.slice(at + 1).join(' ');
    return { ...(target === '' ? {} : { target }), stage, ...platformsOf(words[at]!), name: rest };
  }
  // Without a platform between target and stage, what the stage can be says where it begins.
  const counts = /\d+\/\d+$/.test(inside);
  const context = words.indexOf('context');
  const split =
    context >= 0
      ? context
      : known.test(words.at(-1) ?? '')
        ? words.length - 1
        : counts
          ? Math.max(0, Math.min(1, words.length - 1))
          : 1;
  const target = words.slice(0, split).join(' ');
  return { ...(target === '' ? {} : { target }), stage: words.slice(split).join(' '), name: rest };
}

/** Reads lines as they come. Times are the clock's, corrected by the seconds that buildx says a step took. */
export function progressReader(clock: Pick<Clock, 'now'>): ProgressReader {
  const seen = new Map<number, Seen>();
  const end = (step: Seen, seconds?: number): void => {
    step.end = clock.now();
    if (seconds !== undefined) step.seconds = Math.max(seconds, step.seconds ?? 0);
  };
  return {
    line(text) {
      const [, number, rest] = /^#(\d+) (.*)$/.exec(plain(text).trimEnd()) ?? [];
      // Number 0 is buildx's word on the builder, no step.
      if (number === undefined || rest === undefined || number === '0') return;
      const id = Number(number);
      const step = seen.get(id);
      if (step === undefined) {
        seen.set(id, { id, name: stepName(rest), first: clock.now(), cached: false });
        return;
      }
      const [, done] = /^DONE (\d+(?:\.\d+)?)s$/.exec(rest) ?? [];
      if (done !== undefined) end(step, Number(done));
      else if (rest === 'CACHED') {
        step.cached = true;
        end(step, 0);
      } else if (rest === 'CANCELED') {
        step.error = 'canceled';
        end(step);
      } else if (rest.startsWith('ERROR: ')) {
        step.error = rest.slice('ERROR: '.length);
        end(step);
      }
    },
    steps: () =>
      [...seen.values()].toSorted((one, other) => one.id - other.id).map((step) => stepOf(step, clock.now())),
  };
}

/** buildx shows one step at a time and holds the others back, so a step can have begun before its first line. */
function stepOf(seen: Seen, now: number): Step {
  const end = seen.end ?? now;
  const start =
    seen.seconds === undefined ? seen.first : Math.min(seen.first, end - Math.round(seen.seconds * 1000));
  return {
    id: seen.id,
    ...seen.name,
    start,
    seconds: seen.seconds ?? (end - start) / 1000,
    cached: seen.cached,
    ...(seen.error === undefined ? {} : { error: seen.error }),
  };
}
