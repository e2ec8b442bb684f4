/** Without repetitions; the first of each stays in its place. */
export const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
