/** A session without an engine, and images of a run in it: what a test does not give refuses. */
import type { Image } from '../../src/plan/image.ts';
import type { Policy } from '../../src/plan/policy.ts';
import type { World } from '../../src/ports.ts';
import type { ImageRun } from '../../src/recipe/image-run.ts';
import { defaultIndexUrl } from '../../src/package-index/read.ts';
import { type Event, openJournal } from '../../src/report/journal.ts';
import type { RegistryClient } from '../../src/registry/client.ts';
import type { Session } from '../../src/session/session.ts';
import { openWheelStore } from '../../src/wheel-cache/open.ts';

export interface TestSession extends Session {
  /** What was written into its journals. */
  readonly events: readonly Event[];
}

export interface TestSessionParts extends Partial<Session> {
  readonly world: World;
  /** Of the registries, which are asked without mirrors. */
  readonly client?: RegistryClient;
}

export function testSession({ world, client, ...parts }: TestSessionParts): TestSession {
  const trace = openJournal(world.clock);
  const refuse = (what: string) => () => Promise.reject(new Error(`this test does not ${what}`));
  return {
    world,
    journal: trace.of(),
    journalOf: trace.of,
    events: trace.events,
    begun: world.clock.now(),
    env: {},
    unsetVariables: [],
    access: { authOf: () => undefined, secrets: [] },
    programs: {},
    cache: { folder: '/cache', refused: () => undefined },
    event: () => Promise.resolve(undefined),
    registries:
      client === undefined
        ? refuse('ask registries')
        : () => Promise.resolve({ client, reader: client, glance: refuse('glance at registries') }),
    signer: () => Promise.resolve(undefined),
    held: refuse('ask registries'),
    packageIndex: ({ indexUrl: url = defaultIndexUrl }) => ({
      url,
      urlOf: () => url,
      isMixed: false,
      wheelIndexes: () => [],
      page: refuse('ask the package index'),
      project: refuse('ask the package index'),
      wheelMetadata: refuse('ask the package index'),
    }),
    wheelStore: (place) =>
      client === undefined
        ? Promise.reject(new Error('this test does not ask registries'))
        : Promise.resolve(openWheelStore(world, client, place, parts.cache?.folder ?? '/cache')),
    advisories: () => ({ ask: refuse('ask for advisories') }),
    resolve: refuse('resolve requirements'),
    facts: refuse('read a base'),
    builder: refuse('open a builder'),
    ...parts,
  };
}

/** An image of the session's run, with its own journal. */
export const runIn = (session: Session, image: Image, policy: Policy, alone = true): ImageRun => ({
  session: { ...session, journal: session.journalOf(image.id) },
  policy,
  image,
  alone,
});
