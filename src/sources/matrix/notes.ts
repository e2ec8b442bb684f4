/** What is worth knowing of what a matrix asks for. */
import { endOfLife } from '../../names/python-selection.ts';
import type { MatrixCell } from './matrix.ts';

/** Releases that images are made of although their authors withdrew them. */
export const withdrawnNotes = (cells: readonly MatrixCell[]): string[] => [
  ...new Set(
    cells.flatMap(({ package: { name }, version: { version, yanked } }) =>
      yanked === undefined
        ? []
        : [`${name} ${version.text} was withdrawn by its authors${yanked && `: ${yanked}`}`],
    ),
  ),
];

/** Pythons that get no fixes any more. @param today milliseconds since the epoch. */
export function lifeNotes(cells: readonly MatrixCell[], today: number): string[] {
  const pythons = new Map(cells.map(({ python }) => [python.minor, python]));
  return [...pythons.values()].flatMap((python) => {
    const last = endOfLife(python, today);
    return last === undefined ? [] : [`Python ${python.minor} has had no fixes since ${last}`];
  });
}
