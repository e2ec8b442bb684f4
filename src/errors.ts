/** What a user can act on: problems, gathered and reported together, and the exit code of each class. */

/** Where a problem was found. Each class has its own exit code. */
export type Station = 'input' | 'index' | 'registry' | 'build' | 'verify' | 'machine';

/** One thing that is wrong: what it is, the rule, the way out. */
export interface Problem {
  readonly station: Station;
  /** The input, package, reference or platform that it is about. */
  readonly about?: string;
  /** What is wrong, the rule that was broken, and the way out, in whole sentences. */
  readonly message: string;
  /** Lines of another program that matter here, at most a screenful. */
  readonly detail?: readonly string[];
  /** A file that holds the whole of what `detail` was taken from. */
  readonly file?: string;
}

/** Exit codes of the command line: 2 input, 3 package index, 4 registry, 5 build, 6 verify, 7 this machine's files. */
const exitCodes: Readonly<Record<Station, number>> = {
  input: 2,
  index: 3,
  registry: 4,
  build: 5,
  verify: 6,
  machine: 7,
};

/** Thrown when work cannot go on; carries every problem that is known at that point. Never shown as a stack trace. */
export class Failure extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'Failure';
    this.problems = problems;
  }
  /** Exit code of the first problem's class. */
  get exitCode(): number {
    const [first] = this.problems;
    return first === undefined ? 1 : exitCodes[first.station];
  }
}

/** A parsed value, or why it is not one. Parsers at the door give this, so that all problems can be gathered. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refused = (message: string): Parsed<never> => ({ ok: false, message });

/** Several pieces of work at once; when some fail, all that is wrong is thrown together. */
export async function gather<T extends readonly unknown[]>(work: {
  [K in keyof T]: Promise<T[K]> | T[K];
}): Promise<T> {
  const settled = await Promise.allSettled(work);
  const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
  if (reasons.length === 0)
    return settled.map((one) => (one as PromiseFulfilledResult<unknown>).value) as unknown as T;
  const other = reasons.find((reason) => !(reason instanceof Failure));
  if (other !== undefined || reasons.length === 1) throw other ?? reasons[0];
  const problems = reasons.flatMap((reason) => (reason as Failure).problems);
  // What two pieces of work both stumble over is one problem.
  throw new Failure([...new Map(problems.map((problem) => [problem.message, problem])).values()]);
}
