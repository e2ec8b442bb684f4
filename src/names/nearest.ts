/** The nearest right name for a wrong one. */

/** Edits (insert, delete, replace, swap neighbours) that turn one text into the other. */
export function editDistance(from: string, to: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(
        previous[column]! + 1,
        current[column - 1]! + 1,
        previous[column - 1]! + (same ? 0 : 1),
      );
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        best = Math.min(best, before[column - 2]! + 1);
      }
      current.push(best);
    }
    before = previous;
    previous = current;
  }
  return previous[to.length]!;
}

/** The closest of `names`, unless even that takes more edits than a slip of the hand: a third of the letters. */
export function nearest(text: string, names: readonly string[]): string | undefined {
  // Beyond this no name is near, and the table of distances would be large.
  if (text.length > 60) return undefined;
  const plain = text.toLowerCase();
  const ranked = names
    .map((name) => ({ name, distance: editDistance(plain, name.toLowerCase()) }))
    .sort((one, other) => one.distance - other.distance);
  const [best] = ranked;
  if (best === undefined || best.distance > Math.max(1, Math.floor(best.name.length / 3))) return undefined;
  return best.name;
}
