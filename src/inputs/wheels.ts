/** What the command `wheels` takes, validated. */
import type { Parsed, Problem } from '../errors.ts';
import { parsePath } from './building.ts';
import { parseUnusedFor } from './rebuilding.ts';
import { type Raw, type Say, readUsername } from './registry.ts';
import { optionOf } from './table.ts';
import { parseWheelStore, type WheelStoreInput } from './wheel-store.ts';

export interface WheelsRead {
  /** Undefined when there are problems. */
  readonly inputs?: {
    readonly wheelStore: Exclude<WheelStoreInput, { readonly kind: 'off' }>;
    /** Seconds. */
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
  const seconds = one('unused_for', unusedFor, parseUnusedFor);
  const caBundle = one('ca_bundle', raw['ca_bundle']?.trim(), (text) => parsePath(text, 'cli'));
  const username = readUsername(raw, raw['registry_username']?.trim() ?? '', say);
  if (problems.length > 0 || wheelStore?.kind === 'off') return { problems };
  return {
    problems,
    inputs: {
      wheelStore: wheelStore ?? { kind: 'cache' },
      dryRun: raw['dry_run'] === 'true',
      ...(seconds === undefined ? {} : { unusedFor: seconds }),
      ...(caBundle === undefined ? {} : { caBundle }),
      ...(username === undefined ? {} : { username }),
    },
  };
}
