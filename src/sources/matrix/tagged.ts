/** The tags that move, over the whole set: each belongs to one image of a package, a Python and a base. */
import { parseVariant } from '../../inputs/image.ts';
import { type PackageVersion, parsePackageVersion } from '../../names/package-version.ts';
import { movingTags } from '../../plan/moving-tags.ts';
import { baseOf } from '../package/base.ts';
import { type MatrixCell, writtenText } from './matrix.ts';

/** Tags that each cell gets besides its exact one. */
export function taggedCells(cells: readonly MatrixCell[]): ReadonlyMap<MatrixCell, readonly string[]> {
  const tags = new Map<MatrixCell, readonly string[]>();
  const sets = Map.groupBy(cells, ({ package: { text }, python, base }) =>
    [text, python.text, base].join(' '),
  );
  for (const set of sets.values()) {
    const members = set.map((cell) => ({ version: askedVersion(cell), cell }));
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

/** The version as the exact tag has it: `1.0` where that was named, of 1.0.0 on the index. */
function askedVersion({ version }: MatrixCell): PackageVersion {
  const asked = parsePackageVersion(writtenText(version));
  return asked.ok ? asked.value : version.version;
}
