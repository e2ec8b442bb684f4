/** An image of a matrix, and what is done with it. */
import type { Decision } from '../../decide/decide.ts';
import type { Raw } from '../../inputs/registry.ts';
import type { Image } from '../../plan/image.ts';
import type { MatrixCell } from './matrix.ts';
import type { Reckoned } from './weigh.ts';

export interface DecidedCell {
  readonly cell: MatrixCell;
  readonly image: Image;
  /** What `build` is given, by name. */
  readonly raw: Raw;
  /** Of all its repositories the one that does most. */
  readonly decision: Exclude<Decision, { readonly do: 'refuse' }>;
  /** What making it is reckoned to take. */
  readonly reckoned: Reckoned;
  /** When it was made, in milliseconds since the epoch; 0 where it is not there. */
  readonly created: number;
}
