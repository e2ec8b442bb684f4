/** What every station of one run shares. */
import type { Programs } from '../build/programs.ts';
import type { Cell } from '../sources/package/cell.ts';
import type { ObservedBase } from '../observe/observe.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Digest } from '../names/reference.ts';
import type { Cache, HostedEvent, World } from '../ports.ts';
import type { Bases } from '../plan/fingerprint.ts';
import type { LookedUp } from './look-up.ts';
import type { OpenBuilder } from '../session/builder.ts';
import type { IndexAccess } from '../session/index-access.ts';
import type { Locker } from '../recipe/resolve.ts';
import type { Own } from '../observe/custom-dockerfile.ts';
import type { State } from './state.ts';

export interface Context {
  readonly world: World;
  readonly state: State;
  readonly inputs: Inputs;
  readonly cell: Cell;
  readonly found: LookedUp;
  readonly access: IndexAccess;
  readonly programs: Programs;
  /** Folder for what is worth keeping between runs. */
  readonly cache: Cache;
  readonly env: Readonly<Record<string, string>>;
  readonly builder: OpenBuilder;
  readonly locker: Locker;
  /** What set off this run, where a workflow runs. */
  readonly event?: () => Promise<HostedEvent | undefined>;
  /** The user's own Dockerfile, where there is one. */
  readonly own?: Own;
}

/** The files that buildx is given, by name: told before it runs. */
export type Files = Readonly<Record<string, string>>;

/** Whether requirements are installed by stages of this project. */
export const installs = ({ own }: Pick<Context, 'own'>): boolean => own === undefined || own.usesPackages;

/** What the image stands on today, by platform. */
export function basesOf({ own, cell }: Pick<Context, 'own' | 'cell'>, base: ObservedBase): Bases {
  return Object.fromEntries(standsOn(own, base).map((one) => [one.reference, digestsOf(one, cell)]));
}

/** The same as a whole: what each reference stands for. */
export const indexesOf = ({ own }: Pick<Context, 'own'>, base: ObservedBase): Record<string, Digest> =>
  Object.fromEntries(standsOn(own, base).map(({ reference, digest }) => [reference, digest]));

const standsOn = (own: Own | undefined, base: ObservedBase): readonly ObservedBase[] => [
  // A FROM of the same image says it already, under the name that is written there.
  ...(own === undefined || (own.usesPackages && !own.bases.some(({ digest }) => digest === base.digest))
    ? [base]
    : []),
  ...(own?.bases ?? []),
];

function digestsOf({ platforms, digest: whole }: ObservedBase, { platforms: wanted }: Cell): Bases[string] {
  const held = platforms.filter((one) => wanted.includes(one.platform));
  // An image that only helps to build may be for other platforms: then any move of it counts.
  const digests = held.length > 0 ? held : wanted.map((platform) => ({ platform, digest: whole }));
  return Object.fromEntries(digests.map(({ platform, digest }) => [platform, digest]));
}
