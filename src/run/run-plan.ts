/** Every image of a plan, group by group. */
import pMap from 'p-map';
import { Failure } from '../errors.ts';
import { Interrupted, type Log, type World } from '../ports.ts';
import type { Image, ImageId } from '../plan/image.ts';
import { groupsOf, type Plan, policyFor } from '../plan/plan.ts';
import type { Report } from '../report/report.ts';
import type { Session } from '../session/session.ts';
import type { Decided } from './decide.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import { askForAll } from './advisories.ts';
import { inOrder } from './in-order.ts';
import { mergeParts } from './merge-parts.ts';
import { type Limits, limitedRun } from './limits.ts';
import { decideImage, runGroup } from './run-group.ts';

/**
 * What becomes of each image is in the journal. What is no Failure ends the plan: no other group is begun then, and all
 * that was begun has ended before this throws.
 *
 * @param concurrency so many groups at once.
 * @throws Interrupted.
 */
export async function runPlan(
  session: Session,
  plan: Plan,
  concurrency: number,
  limits: Limits = { failFast: false },
): Promise<void> {
  const { clock } = session.world;
  await askForAll(session, plan, concurrency);
  const { whyNot, ended } = limitedRun(limits);
  await eachGroup(session, plan, concurrency, async (runs, group) => {
    const because = whyNot(clock.now());
    if (because !== undefined) {
      for (const run of runs) run.session.journal.add({ is: 'left', because });
      return;
    }
    const begun = clock.now();
    const { size } = await runGroup(runs, group);
    ended({ failed: size > 0, begun, now: clock.now() });
  });
}

/** Publishes every image of a plan of its parts. @param reportsOf an image, by those who made parts. @throws Interrupted. */
export const mergePlan = (
  session: Session,
  plan: Plan,
  concurrency: number,
  reportsOf: (image: Image) => readonly Report[],
): Promise<void> =>
  eachGroup(session, plan, concurrency, (runs) =>
    inOrder(runs, new Map(), (run) => mergeParts(run, reportsOf(run.image))),
  );

/**
 * Decides about every image of a plan, each of which stands for itself, and does no more.
 *
 * @throws Interrupted.
 */
export async function decidePlan(
  session: Session,
  plan: Plan,
  concurrency: number,
): Promise<ReadonlyMap<ImageId, readonly Decided[] | Failure>> {
  await askForAll(session, plan, concurrency);
  const decided = new Map<ImageId, readonly Decided[] | Failure>();
  await eachGroup(session, plan, concurrency, async ([run]) => {
    const { id } = run!.image;
    try {
      decided.set(id, (await decideImage(run!)).decided);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      decided.set(id, error);
    }
  });
  return decided;
}

const notBegun = 'the run was ended before it was begun: the next run makes it';

async function eachGroup(
  session: Session,
  plan: Plan,
  concurrency: number,
  work: (runs: readonly ImageRun[], group: Session) => Promise<void>,
): Promise<void> {
  const alone = plan.images.length === 1;
  const errors: unknown[] = [];
  await pMap(
    groupsOf(plan.images),
    async (images) => {
      const runs = images.map((image) => ({
        session: sessionOf(session, image.id, alone),
        policy: policyFor(plan, image.id),
        image,
        alone,
      }));
      if (errors.length > 0) {
        for (const { session: ofImage } of runs) ofImage.journal.add({ is: 'left', because: notBegun });
        return;
      }
      const ids = images.map(({ id }) => id).join(', ');
      const group = alone ? session : { ...session, world: worldOf(session.world, ids) };
      await work(runs, group).catch((error: unknown) => void errors.push(error));
    },
    { concurrency },
  );
  // A mistake of this program says more than the interruption that came with it.
  const error = errors.find((one) => !(one instanceof Interrupted)) ?? errors[0];
  if (error !== undefined) throw error;
}

/** The session with the image's own journal; among several images, its lines in the log begin with its id. */
const sessionOf = (session: Session, id: ImageId, alone: boolean): Session => ({
  ...session,
  journal: session.journalOf(id),
  ...(alone ? {} : { world: worldOf(session.world, id) }),
});

const worldOf = (world: World, name: string): World => ({ ...world, log: logOf(world.log, name) });

/** Groups of lines would contain each other's lines: here their titles are lines. */
function logOf(log: Log, name: string): Log {
  const named = (text: string): string => `${name}: ${text}`;
  return {
    ...log,
    group: (title, body) => {
      log.info(named(title));
      return body();
    },
    info: (text) => log.info(named(text)),
    warn: (text) => log.warn(named(text)),
    debug: (text) => log.debug(named(text)),
  };
}
