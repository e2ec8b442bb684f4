/** What a run has found out so far: the report is drawn from it wherever the run ends. */
import type { Attempt } from '../build/attempts.ts';
import type { Size } from '../build/platform-size.ts';
import type { PlatformVerified } from '../build/verify.ts';
import type { Cell } from '../cell/cell.ts';
import type { Decision } from '../decide/decide.ts';
import type { ObservedBase } from '../decide/observe.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest, Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import type { Span } from '../report/report.ts';
import type { Plan } from '../sources/plan.ts';

export interface State {
  readonly inputs: Inputs;
  readonly spans: Span[];
  readonly notes: string[];
  /** Tags that point at the new index already. */
  readonly published: Tag[];
  /** How requirements were compiled. */
  readonly attempts: Map<Platform | 'native', readonly Attempt[]>;
  machine?: Platform;
  cell?: Cell;
  base?: ObservedBase;
  decision?: Decision;
  plan?: Plan;
  verified?: readonly PlatformVerified[];
  digest?: Digest;
  sizes?: readonly Size[];
  /** The push was begun: when it was cut off, the exact tag may have moved unseen. */
  pushing?: boolean;
  /** The folder that the layout was written to. */
  output?: string;
}

export const begin = (inputs: Inputs): State => ({
  inputs,
  spans: [],
  notes: [],
  published: [],
  attempts: new Map(),
});

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
