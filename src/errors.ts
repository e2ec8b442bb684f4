/** Problems that a user can act on, gathered and reported together, with an exit code for each class. */

/** Where it went wrong; `interruption`, where the run was ended from outside. */
export type Station =
  | 'input'
  | 'index'
  | 'registry'
  | 'build'
  | 'verify'
  | 'advisories'
  | 'machine'
  | 'interruption';

export interface Problem {
  readonly station: Station;
  readonly about?: string;
  /** The platforms that it is about alone (`linux/arm64`); absent where it is about all, or that is not known. */
  readonly platforms?: readonly string[];
  /** The host that did not answer: whatever was asked of it, the fault and the way out are the same. */
  readonly host?: string;
  /** The fault, the rule that it breaks, and the way out, in whole sentences. */
  readonly message: string;
  readonly detail?: readonly string[];
  /** A file with the whole output from which `detail` was taken. */
  readonly file?: string;
}

/**
 * Exit codes of the command line: 2 input, 3 package index, 4 registry, 5 build, 6 verify and advisories, 7 this machine's files. An
 * interruption has that of its signal where the signal is known.
 */
const exitCodes: Readonly<Record<Station, number>> = {
  input: 2,
  index: 3,
  registry: 4,
  build: 5,
  verify: 6,
  advisories: 6,
  machine: 7,
  interruption: 130,
};

/** Thrown with all problems that are known, where work cannot go on. Shown without a stack trace. */
export class Failure extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(problems.map((problem) => problem.message).join('\n'));
    this.name = 'Failure';
    this.problems = problems;
  }
  get exitCode(): number {
    const [first] = this.problems;
    return first === undefined ? 1 : exitCodes[first.station];
  }
}

/** What is wrong with one input. @param why a sentence, which follows the input's name. */
export const inputFailure = (about: string, why: string): Failure =>
  new Failure([{ station: 'input', about, message: `${about}: ${why}` }]);

/** Whether the inputs are to blame: then the exit code says so. */
export const blamesInputs = ([first]: readonly Problem[]): boolean => first?.station === 'input';

/** A parsed value, or a message. Parsers return it instead of throwing, so that all problems can be gathered. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly message: string };

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });
export const refused = (message: string): Parsed<never> => ({ ok: false, message });

/**
 * Each message once, and each host that did not answer: several pieces of work may fail for one reason. The last problem
 * stands for all.
 */
export const uniqueProblems = (problems: readonly Problem[]): Problem[] => [
  ...new Map(
    problems.map((one) => [one.host === undefined ? one.message : `host ${one.host}`, one]),
  ).values(),
];

/** Waits for all work; where some fails, throws the problems of all of it together. */
export async function gather<T extends readonly unknown[]>(work: {
  [K in keyof T]: Promise<T[K]> | T[K];
}): Promise<T> {
  const settled = await Promise.allSettled(work);
  const reasons = settled.flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  );
  if (reasons.length === 0)
    return settled.map((result) => (result as PromiseFulfilledResult<unknown>).value) as unknown as T;
  const other = reasons.find((reason) => !(reason instanceof Failure));
  if (other !== undefined || reasons.length === 1) throw other ?? reasons[0];
  throw new Failure(uniqueProblems(reasons.flatMap((reason) => (reason as Failure).problems)));
}
