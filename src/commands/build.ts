/** The command `build`: one image of a package, from inputs to report. */
import { Failure, gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { onlyImage } from '../plan/image.ts';
import { needsTodaysBase, type Policy, pushes } from '../plan/policy.ts';
import type { Plan } from '../plan/plan.ts';
import type { World } from '../ports.ts';
import { timed } from '../report/journal.ts';
import type { Report } from '../report/report.ts';
import { observePlaces } from '../run/observe.ts';
import type { Session } from '../session/session.ts';
import type { Cell } from '../sources/package/cell.ts';
import { findCell, namedCell } from '../sources/package/find-cell.ts';
import { packagePlan, policyOf, unknownPlan } from '../sources/package/plan.ts';
import { type ImagesResult, makeImages } from './make-images.ts';
import { requireFiles } from './require-files.ts';
import { hostsOf, type ImagesRequest, settingsOf } from './settings.ts';

export type BuildRequest = ImagesRequest<Inputs>;

export interface BuildResult extends Omit<ImagesResult, 'report'> {
  readonly report: Report;
}

/** Never throws for what a user can act on: the report carries it. */
export async function build(world: World, request: BuildRequest): Promise<BuildResult> {
  const { inputs } = request;
  const policy = policyOf(inputs, world.files);
  const { report, ...result } = await makeImages(world, {
    unknown: unknownPlan(inputs, policy),
    settings: settingsOf(request, hostsOf([inputs])),
    concurrency: 1,
    requireFiles: () => requireFiles(world, inputs),
    plan: (session) => planOf(session, request, policy),
  });
  return { ...result, report: report.images.find(({ id }) => id === onlyImage)! };
}

async function planOf(session: Session, { inputs }: BuildRequest, policy: Policy): Promise<Plan> {
  if (inputs.dockerfile !== undefined && (inputs.command !== undefined || inputs.user !== undefined)) {
    session.journal.add({
      is: 'note',
      text: 'command and user belong to the Dockerfile that is rendered here: yours says itself what runs, and as whom',
    });
  }
  const settled = await settledCell(session, inputs, policy);
  if (settled !== undefined) return packagePlan(settled, inputs, policy);
  // A builder that is needed in any case is opened now, so that its problems are reported with all others.
  const needsBuilder = !pushes(policy) || policy.rebuild === 'always';
  const clock = { journal: session.journal, clock: session.world.clock };
  const [cell] = await gather<[Cell, unknown, unknown]>([
    timed(clock, 'plan', 'look up', () => findCell(session, inputs)),
    session.registries(),
    needsBuilder ? session.builder() : undefined,
  ]);
  return packagePlan(cell, inputs, policy);
}

/** The cell of inputs. @throws Failure where the index does not have it. */
export const cellOf = async (session: Session, inputs: Inputs, policy: Policy): Promise<Cell> =>
  (await settledCell(session, inputs, policy)) ?? findCell(session, inputs);

/**
 * What is there and is not compared needs no package index: then the cell of a version that was named. So it is where a
 * registry does not answer: the image fails with that, and the report has what the others hold. Undefined where the index
 * must be asked.
 */
async function settledCell(session: Session, inputs: Inputs, policy: Policy): Promise<Cell | undefined> {
  const cell = needsTodaysBase(policy) ? undefined : namedCell(inputs);
  if (cell === undefined) return undefined;
  const clock = { journal: session.journal, clock: session.world.clock };
  const places = await timed(clock, 'plan', 'look up', () =>
    observePlaces(session, policy, cell).catch((error: unknown) => {
      if (error instanceof Failure) return [];
      throw error;
    }),
  );
  return places.every(({ held }) => held.is === 'present') ? cell : undefined;
}
