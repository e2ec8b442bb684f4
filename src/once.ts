/**
 * Work that is done once for each question. By hand, since p-memoize forgets what failed: here a question that failed is
 * not asked again either, so that fifty images on one base wait for a registry that is away once.
 */

/** Work without a question: done when it is first asked for. */
export function once<T>(work: () => Promise<T>): () => Promise<T> {
  let begun: Promise<T> | undefined;
  return () => (begun ??= work());
}

/** @param keyOf two questions with the same key are one. */
export function onceFor<Q extends readonly unknown[], T>(
  keyOf: (...question: Q) => string,
  work: (...question: Q) => T,
): (...question: Q) => T {
  const answers = new Map<string, T>();
  return (...question) => {
    const key = keyOf(...question);
    const answer = answers.get(key) ?? work(...question);
    answers.set(key, answer);
    return answer;
  };
}
