/** The command `plan`: which images of a matrix there are, which of them must be made, and which job makes each. */
import { Failure, gather, uniqueProblems } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { PlanInputs } from '../inputs/plan.ts';
import { endOfLife } from '../names/python-selection.ts';
import { absentPackage } from '../package-index/choose.ts';
import type { Project } from '../package-index/simple.ts';
import type { Image } from '../plan/image.ts';
import type { Policy } from '../plan/policy.ts';
import { Interrupted, type World } from '../ports.ts';
import { AbsentBase } from '../observe/observe.ts';
import { openJournal } from '../report/journal.ts';
import { emptyPlanReport, type LeftOut, type PlanReport } from '../report/plan.ts';
import { decidePlan } from '../run/run-plan.ts';
import type { Decided } from '../run/decide.ts';
import { openSession, type Session } from '../session/session.ts';
import { expand } from '../sources/matrix/expand.ts';
import { type MatrixCell, partsOf, writtenText } from '../sources/matrix/matrix.ts';
import { type DecidedCell, planReport } from '../sources/matrix/outcome.ts';
import { planFileText } from '../sources/matrix/plan-file.ts';
import { type CellInputs, type Matrix, readMatrix, usualFile } from '../sources/matrix/read.ts';
import { taggedCells } from '../sources/matrix/tagged.ts';
import { secondsOf } from '../sources/matrix/weigh.ts';
import { namedCell } from '../sources/package/find-cell.ts';
import { cellsPlan } from '../sources/package/plan-cells.ts';
import { policyOf } from '../sources/package/plan.ts';
import { failureOf } from './failure-of.ts';
import { requireFiles } from './require-files.ts';
import { type ImagesRequest, settingsOf } from './settings.ts';

export type PlanRequest = Omit<ImagesRequest<Inputs>, 'inputs'> & { readonly inputs: PlanInputs };

export interface PlanResult {
  readonly report: PlanReport;
  /** Set when the run was ended by a signal. */
  readonly interrupted?: Interrupted;
}

/** Never throws for what a user can act on: the report carries it. */
export async function plan(world: World, request: PlanRequest): Promise<PlanResult> {
  const trace = openJournal(world.clock);
  const said: { notes: readonly string[]; leftOut: readonly LeftOut[] } = { notes: [], leftOut: [] };
  try {
    const matrix = await matrixOf(world, request.inputs);
    if (matrix.usual === undefined || matrix.problems.length > 0) throw new Failure(matrix.problems);
    const { inputs, ...resources } = request;
    await requireFiles(world, matrix.usual);
    const settings = settingsOf({ ...resources, inputs: matrix.usual }, matrix.usual);
    const session = await openSession(world, settings, trace);
    try {
      const report = await world.log.group('plan', () =>
        planned(session, inputs, matrix, matrix.usual!, said),
      );
      await world.files.write(inputs.planFile, planFileText(report));
      return { report: { ...report, file: inputs.planFile } };
    } finally {
      await session.close();
    }
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    return {
      report: { ...emptyPlanReport, ...said, problems: failure.problems },
      ...(error instanceof Interrupted ? { interrupted: error } : {}),
    };
  }
}

/** @throws Failure where a file that was named is not there. */
async function matrixOf({ files }: World, inputs: PlanInputs): Promise<Matrix> {
  const path = inputs.imagesFile ?? usualFile;
  const text = await files.read(path);
  if (text === undefined && inputs.imagesFile !== undefined)
    throw new Failure([
      { station: 'input', about: 'images_file', message: `images_file: there is no file "${path}".` },
    ]);
  return readMatrix(inputs, text === undefined ? undefined : { path, text });
}

/** @throws Failure of the matrix, the index or a registry. */
async function planned(
  session: Session,
  inputs: PlanInputs,
  matrix: Matrix,
  usual: Inputs,
  said: { notes: readonly string[]; leftOut: readonly LeftOut[] },
): Promise<PlanReport> {
  const today = session.world.clock.now();
  const projects = await projectsOf(session, matrix);
  const expanded = expand(matrix.packages, matrix.exclude, matrix.include, projects, today);
  said.notes = [...expanded.notes, ...lifeNotes(expanded.cells, today)];
  said.leftOut = expanded.leftOut;
  if (expanded.messages.length > 0)
    throw new Failure(
      expanded.messages.map((message) => ({ station: 'index' as const, about: 'packages', message })),
    );
  // Which image a tag that moves belongs to is known once it is known which images can be made.
  let { cells } = expanded;
  for (;;) {
    const round = await decideCells(session, inputs, matrix, usual, cells);
    if (round.leftOut.length === 0)
      return planReport({
        decided: round.decided,
        leftOut: said.leftOut,
        notes: said.notes,
        maxJobs: inputs.maxJobs,
        store: usual.wheelStore,
      });
    said.leftOut = [...said.leftOut, ...round.leftOut];
    cells = cells.filter((cell) => !round.impossible.has(cell));
  }
}

/** @throws Failure with every package that the index does not have. */
async function projectsOf(
  { project, access }: Session,
  { packages }: Matrix,
): Promise<ReadonlyMap<string, Project>> {
  const names = [...new Set(packages.map((one) => one.package.name))];
  const found = await gather(
    names.map(async (name) => {
      const page = await project(name);
      if (page !== undefined) return [name, page] as const;
      const message = absentPackage(name, access.url);
      throw new Failure([
        {
          station: 'index',
          about: 'packages',
          message: message.charAt(0).toUpperCase() + message.slice(1),
        },
      ]);
    }),
  );
  return new Map(found);
}

function lifeNotes(cells: readonly MatrixCell[], today: number): string[] {
  const pythons = new Map(cells.map(({ python }) => [python.minor, python]));
  return [...pythons.values()].flatMap((python) => {
    const last = endOfLife(python, today);
    return last === undefined ? [] : [`Python ${python.minor} has had no fixes since ${last}`];
  });
}

interface Round {
  readonly decided: readonly DecidedCell[];
  /** Cells that cannot be made: then tags move to others, and it is decided once more. */
  readonly impossible: ReadonlySet<MatrixCell>;
  readonly leftOut: readonly LeftOut[];
}

async function decideCells(
  session: Session,
  { concurrency }: PlanInputs,
  matrix: Matrix,
  usual: Inputs,
  cells: readonly MatrixCell[],
): Promise<Round> {
  const tags = taggedCells(cells);
  const read = cells.map((cell) => {
    const exact = {
      version: writtenText(cell.version),
      python: cell.python.text,
      tags: tags.get(cell) ?? [],
    };
    return { cell, ...matrix.read(cell, exact) };
  });
  const problems = uniqueProblems(read.flatMap((one) => one.problems));
  if (problems.length > 0) throw new Failure(problems);
  const all = read.map(({ inputs }) => inputs!);
  const policy = { ...policyOf(usual, session.world.files), dryRun: true };
  // Of hundreds of images, the report says enough.
  const { log } = session.world;
  const quiet = {
    ...session,
    world: { ...session.world, log: { ...log, info: (text: string) => log.debug(text) } },
  };
  const made = await cellsPlan(quiet, all, policy, async (_, one) => namedCell(one)!);
  const decided = await decidePlan(quiet, made, concurrency);
  const outcomes = await gather(
    read.map(({ cell, ...one }, at) =>
      outcomeOf(session, { cell, ...one }, made.images[at]!, decided.get(made.images[at]!.id)!, policy),
    ),
  );
  const impossible = outcomes.flatMap((one) => ('because' in one ? [one] : []));
  return {
    decided: outcomes.flatMap((one) => ('because' in one ? [] : [one])),
    impossible: new Set(impossible.map(({ cell }) => cell)),
    leftOut: impossible.map(({ cell, because }) => ({
      ...partsOf(cell),
      because,
    })),
  };
}

interface Impossible {
  readonly cell: MatrixCell;
  readonly because: string;
}

/** What leads of several repositories. */
const order = ['build', 'rebase', 'retag', 'keep'] as const;

/** @throws Failure of a registry. */
async function outcomeOf(
  session: Session,
  { cell, raw }: { readonly cell: MatrixCell } & CellInputs,
  image: Image,
  decided: readonly Decided[] | Failure,
  policy: Policy,
): Promise<DecidedCell | Impossible> {
  if (decided instanceof Failure) return impossible(cell, decided);
  const leading = decided.toSorted(
    (one, other) => order.indexOf(one.decision.do) - order.indexOf(other.decision.do),
  )[0]!;
  const { decision } = leading;
  const present = decided.flatMap(({ held }) => (held.is === 'present' ? [held] : []));
  const facts = present.flatMap(({ record }) => record?.facts ?? []);
  const common = {
    cell,
    image,
    raw,
    decision,
    made: Math.min(...present.map(({ created }) => created ?? 0), ...(present.length === 0 ? [0] : [])),
  };
  if (decision.do === 'keep') return { ...common, seconds: 0 };
  try {
    return { ...common, seconds: await secondsOf(session, image, policy, decision.do, facts) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return impossible(cell, error);
  }
}

/** @throws the failure where it is not the index that says so, or the base of a Python that was found. */
function impossible(cell: MatrixCell, failure: Failure): Impossible {
  const mayBeLeft = failure instanceof AbsentBase && !cell.pythonIsNamed;
  if (!mayBeLeft && failure.problems.some(({ station }) => station !== 'index')) throw failure;
  return { cell, because: failure.problems.map(({ message }) => message).join(' ') };
}
