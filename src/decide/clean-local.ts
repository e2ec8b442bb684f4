/** Chooses what a clean-up of this machine removes, and says why the rest stays. Pure. */

/** In the order in which it is shown and removed. */
export const localKinds = [
  'builder',
  'container',
  'volume',
  'image',
  'wheels',
  'facts',
  'pages',
  'uv',
  'temporary',
  'log',
] as const;
export type LocalKind = (typeof localKinds)[number];

/** Something that this program made on this machine. */
export interface LocalFind {
  readonly kind: LocalKind;
  /** Names in Docker, of an image all of them; of what is no matter of Docker's, the path. */
  readonly names: readonly [string, ...string[]];
  readonly bytes?: number;
  /** When it was last used, or made, in milliseconds since the epoch. */
  readonly used?: number;
  /** Whether a run goes on that needs it; `unknown` for what a run of another machine made, or several steps of a job. */
  readonly run?: 'goes on' | 'ended' | 'unknown';
  /** Containers that were made from it. */
  readonly containers?: readonly string[];
  /** A reason that was seen where it was found. */
  readonly stays?: LocalStays;
}

export type LocalStays =
  /** A run, or another process, uses it. */
  | 'in use'
  /** A container was made from it. */
  | 'container'
  /** Who made it is not known, and it was used within the last day. */
  | 'recent'
  /** It is a builder's that this user does not have, and it runs. */
  | 'foreign'
  /** It was built on an image of this program, by somebody else. */
  | 'derived'
  /** It is a link to another place. */
  | 'link'
  /** It was used not longer ago than `older` says. */
  | 'young';

/** Milliseconds. A job may hold a builder between two of its steps. */
const graceTime = 86_400_000;

/**
 * Gives all that was found, with `stays` where it stays.
 *
 * @param older seconds. @param now milliseconds since the epoch.
 */
export function selectLocal(
  found: readonly LocalFind[],
  older: number | undefined,
  now: number,
): LocalFind[] {
  return found
    .map((one): LocalFind => {
      const stays = staysBy(one, older, now);
      return stays === undefined ? one : { ...one, stays };
    })
    .toSorted(
      (one, other) =>
        localKinds.indexOf(one.kind) - localKinds.indexOf(other.kind) ||
        (one.stays ?? '').localeCompare(other.stays ?? '') ||
        (one.names[0] < other.names[0] ? -1 : 1),
    );
}

function staysBy(one: LocalFind, older: number | undefined, now: number): LocalStays | undefined {
  if (one.stays !== undefined) return one.stays;
  if (one.run === 'goes on') return 'in use';
  if ((one.containers ?? []).length > 0) return 'container';
  const age = now - (one.used ?? now);
  if (one.run === 'unknown' && age < graceTime) return 'recent';
  return older !== undefined && age <= older * 1000 ? 'young' : undefined;
}
