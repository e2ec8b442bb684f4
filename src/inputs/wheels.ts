/** What the command `wheels` takes, validated. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import { parsePath, type Where } from './building.ts';
import { inputReader, type Read } from './reader.ts';
import { type Env, type Raw, readUsername } from './registry.ts';
import { parseFlag } from './values.ts';
import type { WheelStorePlace } from '../wheel-cache/store.ts';
import { parseWheelStore } from './wheel-store.ts';

type ListedStore = Exclude<WheelStorePlace, { readonly kind: 'off' }>;

export interface WheelsInputs {
  readonly wheelStore: ListedStore;
  readonly dryRun: boolean;
  /** Days. */
  readonly unusedFor?: number;
  /** Path of a PEM file that is trusted besides what is trusted anyway. */
  readonly caBundle?: string;
  /** Host of the registry that the store is in, where it is in one. */
  readonly registry?: string;
  /** Set only together with a password. */
  readonly registryUsername?: string;
}

export function readWheelsInputs(raw: Raw, where: Where, env: Env = {}): Read<WheelsInputs> {
  const { text, one, say, done } = inputReader('wheels', raw, where, env);
  const named = one('wheel_store', (value) => parseListedStore(value, where));
  const needed = {
    wheelStore: text('wheel_store') === '' ? ({ kind: 'cache' } as const) : named,
    dryRun: one('dry_run', parseFlag),
  };
  return done(needed, {
    unusedFor: one('unused_for', parseUnusedFor),
    caBundle: one('ca_bundle', (value) => parsePath(value, where)),
    registry: named?.kind === 'repository' ? named.repository.registry : undefined,
    registryUsername: readUsername(raw, text('registry_username'), say),
  });
}

function parseListedStore(text: string, where: Where): Parsed<ListedStore> {
  const store = parseWheelStore(text, where);
  if (!store.ok) return store;
  return store.value.kind === 'off'
    ? refused('"off" saves nothing, so there is nothing to list.')
    : parsed(store.value);
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
