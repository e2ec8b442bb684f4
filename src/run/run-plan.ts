/** Every image of a plan, group by group. */
import pMap from 'p-map';
import { Interrupted, type Log, type World } from '../ports.ts';
import type { ImageId } from '../plan/image.ts';
import { groupsOf, type Plan } from '../plan/plan.ts';
import type { Session } from '../session/session.ts';
import { runGroup } from './run-group.ts';

/**
 * What becomes of each image is in the journal. What is no Failure ends the plan: no other group is begun then, and all
 * that was begun has ended before this throws.
 *
 * @param concurrency so many groups at once.
 * @throws Interrupted.
 */
export async function runPlan(session: Session, plan: Plan, concurrency: number): Promise<void> {
  const alone = plan.images.length === 1;
  const errors: unknown[] = [];
  await pMap(
    groupsOf(plan.images),
    async (images) => {
      if (errors.length > 0) return;
      const runs = images.map((image) => ({
        session: sessionOf(session, image.id, alone),
        policy: plan.policy,
        image,
        alone,
      }));
      const ids = images.map(({ id }) => id).join(', ');
      const group = alone ? session : { ...session, world: worldOf(session.world, ids) };
      await runGroup(runs, group).catch((error: unknown) => void errors.push(error));
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
