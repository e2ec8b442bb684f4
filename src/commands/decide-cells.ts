/** Decides about the cells of a matrix as `build` would about each, without making any. */
import pMap from 'p-map';
import { defined } from '../defined.ts';
import { Failure, gather, uniqueProblems } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { AbsentBase } from '../observe/observe.ts';
import type { Image } from '../plan/image.ts';
import { policyFor } from '../plan/plan.ts';
import type { Policy } from '../plan/policy.ts';
import type { Decided } from '../run/decide.ts';
import { decisionOrder } from '../report/report.ts';
import { decidePlan } from '../run/run-plan.ts';
import type { Session } from '../session/session.ts';
import { type MatrixCell, writtenText } from '../sources/matrix/matrix.ts';
import type { DecidedCell } from '../sources/matrix/decided-cell.ts';
import type { Matrix } from '../sources/matrix/read.ts';
import type { CellInputs } from '../sources/matrix/read-cell.ts';
import { taggedCells } from '../sources/matrix/tagged.ts';
import { reckon, type WeighSession } from '../sources/matrix/weigh.ts';
import { namedCell } from '../sources/package/find-cell.ts';
import { openEarlierTimes } from '../wheel-cache/earlier-times.ts';
import { cellsPlan } from '../sources/package/plan-cells.ts';
import { policyOf } from '../sources/package/plan.ts';

/** A cell of which no image can be made. */
export interface ImpossibleCell {
  readonly cell: MatrixCell;
  readonly because: string;
  /** It has no base image. */
  readonly absentBase?: Failure;
}

/** Where some are impossible, tags move to others: then those must be decided again. */
export interface DecidedCells {
  readonly decided: readonly DecidedCell[];
  readonly impossible: readonly ImpossibleCell[];
}

/**
 * @param concurrency so many at once.
 * @throws Failure of the inputs of a cell, or of a registry.
 */
export async function decideCells(
  session: Session,
  matrix: Matrix,
  cells: readonly MatrixCell[],
  concurrency: number,
): Promise<DecidedCells> {
  const tags = taggedCells(cells);
  const rows = cells.map((cell) => {
    const exact = {
      version: writtenText(cell.version),
      python: cell.python.text,
      tags: tags.get(cell) ?? [],
    };
    return { cell, ...matrix.read(cell, exact) };
  });
  const problems = uniqueProblems(rows.flatMap((one) => one.problems));
  if (problems.length > 0) throw new Failure(problems);
  const all = rows.map(({ inputs }) => inputs!);
  const named = new Set(rows.flatMap(({ raw, inputs }) => (raw['wheel_store'] === undefined ? [] : inputs!)));
  const policyOfCell = (inputs: Inputs): Policy => ({
    ...policyOf(inputs, session.world.files),
    dryRun: true,
    ...(named.has(inputs) ? {} : defined({ wheelStore: matrix.sharedStore })),
  });
  // Of hundreds of images, the report says enough.
  const { log } = session.world;
  const quiet = {
    ...session,
    world: { ...session.world, log: { ...log, info: (text: string) => log.debug(text) } },
  };
  const planned = await cellsPlan(quiet, all, policyOfCell, async (_, inputs) => namedCell(inputs)!);
  const plan = { policy: policyOfCell(matrix.samples[0]), ...planned };
  const decisions = await decidePlan(quiet, plan, concurrency);
  const weighed = { ...session, earlierTimes: openEarlierTimes() };
  // Each may start a resolver: of hundreds at once, none would come to its end.
  const ended = await pMap(
    rows,
    (one, at) => {
      const image = plan.images[at]!;
      const policy = policyFor(plan, image.id);
      const outcome = outcomeOf(weighed, one, image, decisions.get(image.id)!, policy);
      return Promise.allSettled([outcome]);
    },
    { concurrency },
  );
  const outcomes = await gather(
    ended.map(([one]) => (one.status === 'fulfilled' ? one.value : Promise.reject(one.reason))),
  );
  return {
    decided: outcomes.flatMap((one) => ('because' in one ? [] : [one])),
    impossible: outcomes.flatMap((one) => ('because' in one ? [one] : [])),
  };
}

/** @throws Failure of a registry. */
async function outcomeOf(
  session: WeighSession,
  { cell, raw }: { readonly cell: MatrixCell } & CellInputs,
  image: Image,
  decided: readonly Decided[] | Failure,
  policy: Policy,
): Promise<DecidedCell | ImpossibleCell> {
  if (decided instanceof Failure) return impossible(cell, decided);
  const leading = decided.toSorted(
    (one, other) => decisionOrder.indexOf(one.decision.do) - decisionOrder.indexOf(other.decision.do),
  )[0]!;
  const { decision } = leading;
  const present = decided.flatMap(({ held }) => (held.is === 'present' ? [held] : []));
  const facts = present.flatMap(({ record }) => record?.facts ?? []);
  const common = {
    cell,
    image,
    raw,
    decision,
    created: present.length === 0 ? 0 : Math.min(...present.map(({ created }) => created ?? 0)),
  };
  if (decision.do === 'keep') return { ...common, reckoned: { seconds: 0, compiling: {} } };
  try {
    return { ...common, reckoned: await reckon(session, image, policy, decision.do, facts) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return impossible(cell, error);
  }
}

/** @throws the failure where it is not the index that says so, or the base of a Python that was found. */
function impossible(cell: MatrixCell, failure: Failure): ImpossibleCell {
  const mayBeLeft = failure instanceof AbsentBase && !cell.pythonIsNamed;
  if (!mayBeLeft && failure.problems.some(({ station }) => station !== 'index')) throw failure;
  const because = failure.problems.map(({ message }) => message).join(' ');
  return { cell, because, ...(failure instanceof AbsentBase ? { absentBase: failure } : {}) };
}
