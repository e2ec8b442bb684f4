/** The tags that move, over the whole set: each belongs to one image of a package, a Python and a base. */
import { parseVariant } from '../../inputs/image.ts';
import { movingTags } from '../../plan/moving-tags.ts';
import { baseOf } from '../package/base.ts';
import type { MatrixCell } from './expand.ts';

/** Tags that each cell gets besides its exact one. */
export function taggedCells(cells: readonly MatrixCell[]): ReadonlyMap<MatrixCell, readonly string[]> {
  const tags = new Map<MatrixCell, readonly string[]>();
  const sets = Map.groupBy(cells, ({ package: { text }, python, base }) =>
    [text, python.text, base].join(' '),
  );
  for (const set of sets.values()) {
    const members = set.map((cell) => ({ version: cell.version.version, cell }));
    const lowercase = set.some(({ inputs }) => inputs['lowercase_latest']?.toLowerCase() === 'true');
    for (const [{ cell }, suffixes] of movingTags(members, lowercase)) {
      const variant = parseVariant(cell.base);
      const { publishTarget } = baseOf(cell.python, variant.ok ? variant.value : '', '');
      tags.set(
        cell,
        suffixes.map((suffix) => `py${publishTarget}-${suffix}`),
      );
    }
  }
  return tags;
}
