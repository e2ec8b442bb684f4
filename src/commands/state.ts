/** What a run has found out so far: the report is drawn from it wherever the run ends. */
import type { Attempt } from '../build/attempts.ts';
import type { Size } from '../build/platform-size.ts';
import type { PlatformVerified } from '../build/verify.ts';
import type { Cell } from '../sources/package/cell.ts';
import type { Decision } from '../decide/decide.ts';
import type { ObservedAlias, ObservedBase, ObservedImage } from '../observe/observe.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { BaseFacts } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest, Repository, Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import type { Span } from '../report/report.ts';
import type { Plan } from '../plan/recipe.ts';
import type { Taken } from '../wheel-cache/taken.ts';

/** One repository that the image goes to. */
export interface Destination {
  readonly repository: Repository;
  readonly observed: ObservedImage;
  /** Set once all that it needs is known; replaced where a build turns out to change nothing. */
  decision?: Decision;
  /** What the exact tag stands for after this run. */
  digest?: Digest;
  /** Tags that this run moved, in order. */
  readonly moved: Tag[];
  /** Tags that stand for a newer version, and so stayed. */
  readonly held: ObservedAlias[];
  /** Moving the exact tag was begun: when it was cut off, it may have moved unseen. */
  pushing?: boolean;
}

export interface State {
  readonly inputs: Inputs;
  readonly spans: Span[];
  readonly notes: string[];
  /** How requirements were compiled. */
  readonly attempts: Map<Platform | 'native', readonly Attempt[]>;
  /** Of the base that is built on. */
  facts?: readonly BaseFacts[];
  /** Kept wheels that are used. */
  taken: readonly Taken[];
  /** Folder with what was built natively. */
  nativeFolder?: string;
  machine?: Platform;
  cell?: Cell;
  base?: ObservedBase;
  /** What an own Dockerfile stands on, where that is another image. */
  stands?: ObservedBase;
  /** Empty until the registries were asked. */
  destinations: readonly Destination[];
  plan?: Plan;
  verified?: readonly PlatformVerified[];
  /** Of what was built, whether or not it was pushed. */
  digest?: Digest;
  sizes?: readonly Size[];
  /** The folder that the layout was written to. */
  output?: string;
}

export const begin = (inputs: Inputs): State => ({
  inputs,
  spans: [],
  notes: [],
  destinations: [],
  attempts: new Map(),
  taken: [],
});

export const destinationsOf = (
  repositories: readonly Repository[],
  observed: readonly ObservedImage[],
): Destination[] =>
  repositories.map((repository, at) => ({ repository, observed: observed[at]!, moved: [], held: [] }));

/** Does a piece of work, and notes how long it took. */
export async function timed<T>(
  world: World,
  state: State,
  section: Span['section'],
  name: string,
  work: () => Promise<T>,
): Promise<T> {
  const start = world.clock.now();
  try {
    return await work();
  } finally {
    state.spans.push({ section, name, start, seconds: (world.clock.now() - start) / 1000 });
  }
}
