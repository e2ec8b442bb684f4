/** What the command `wheels` takes, validated. */
import { type Parsed, parsed, type Problem, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import { parsePath } from './building.ts';
import { type Raw, type Say, readUsername } from './registry.ts';
import { optionOf } from './table.ts';
import { parseWheelStore, type WheelStoreInput } from './wheel-store.ts';

export interface WheelsRead {
  /** Undefined when there are problems. */
  readonly inputs?: {
    readonly wheelStore: Exclude<WheelStoreInput, { readonly kind: 'off' }>;
    /** Days. */
    readonly unusedFor?: number;
    readonly dryRun: boolean;
    /** Path of a PEM file that is trusted besides what is trusted anyway. */
    readonly caBundle?: string;
    /** Whom the password of the store's registry belongs to. */
    readonly username?: string;
  };
  readonly problems: readonly Problem[];
}

/** Reads what the command `wheels` takes. @param unusedFor as it was written. */
export function readWheelsInputs(raw: Raw, unusedFor: string | undefined): WheelsRead {
  const problems: Problem[] = [];
  const say: Say = (name, message) =>
    void problems.push({ station: 'input', about: name, message: `${optionOf(name)}: ${message}` });
  const one = <T>(name: string, text: string | undefined, parse: (text: string) => Parsed<T>) => {
    if (text === undefined || text === '') return undefined;
    const result = parse(text);
    if (result.ok) return result.value;
    say(name, result.message);
    return undefined;
  };
  const wheelStore = one('wheel_store', raw['wheel_store']?.trim(), (text) => parseWheelStore(text, 'cli'));
  if (wheelStore?.kind === 'off') say('wheel_store', '"off" keeps nothing, so there is nothing to list.');
  const days = one('unused_for', unusedFor, parseUnusedFor);
  const caBundle = one('ca_bundle', raw['ca_bundle']?.trim(), (text) => parsePath(text, 'cli'));
  const username = readUsername(raw, raw['registry_username']?.trim() ?? '', say);
  if (problems.length > 0 || wheelStore?.kind === 'off') return { problems };
  return {
    problems,
    inputs: {
      wheelStore: wheelStore ?? { kind: 'cache' },
      dryRun: raw['dry_run'] === 'true',
      ...(days === undefined ? {} : { unusedFor: days }),
      ...(caBundle === undefined ? {} : { caBundle }),
      ...(username === undefined ? {} : { username }),
    },
  };
}

/** Parses for how long nothing has used what is removed, `90d` or `12w`, to days: uses are known by the day. */
function parseUnusedFor(text: string): Parsed<number> {
  const [, count = '', unit] = /^(\d{1,5})([dw])$/.exec(text) ?? [];
  const days = Number(count) * (unit === 'w' ? 7 : 1);
  if (days > 0) return parsed(days);
  return refused(
    `${shown(text)} is no time in days or weeks: write a whole number from 1 and "d" or "w", like "90d" or "12w".`,
  );
}
