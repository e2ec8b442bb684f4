/** The images of Airbyte's connectors: from inputs to what became of each. */
import { Failure } from '../errors.ts';
import type { ConnectorInputs } from '../inputs/connector.ts';
import type { Image } from '../plan/image.ts';
import { type Policy, pushes } from '../plan/policy.ts';
import type { World } from '../ports.ts';
import type { Session } from '../session/session.ts';
import type { Connector } from '../sources/connector/find.ts';
import { connectorPlan } from '../sources/connector/plan.ts';
import { makingPolicy } from '../sources/policy.ts';
import { type ImagesResult, makeImages } from './make-images.ts';
import { requireFiles } from './require-files.ts';
import { type ImagesRequest, settingsOf } from './settings.ts';

export interface ConnectorResult extends ImagesResult {
  /** In the order of the plan's images; none where the run ended before they were known. */
  readonly connectors: readonly Connector[];
  /** Whether the tag of each was there, by name; empty where that is in the report, since it pushes. */
  readonly existing: Readonly<Record<string, boolean | 'unknown'>>;
}

/** Never throws for what a user can act on: the report carries it. */
export async function connector(
  world: World,
  request: ImagesRequest<ConnectorInputs>,
): Promise<ConnectorResult> {
  const { inputs, programs } = request;
  const policy: Policy = {
    ...makingPolicy(inputs),
    target: inputs.push ? { kind: 'push' } : { kind: 'nowhere' },
    dryRun: false,
    ...(inputs.deep ? { deep: true } : {}),
  };
  let connectors: readonly Connector[] = [];
  let existing: ConnectorResult['existing'] = {};
  const result = await makeImages(world, {
    unknown: { images: [], policy, skipped: [] },
    settings: settingsOf(request, [inputs.destination.registry, inputs.baseRegistry]),
    concurrency: inputs.concurrency,
    requireFiles: () => requireFiles(world, inputs),
    plan: async (session) => {
      const event = await session.event();
      const note = (text: string): void => session.journal.add({ is: 'note', text });
      const planned = await connectorPlan(world, { inputs, policy, programs, event, note });
      ({ connectors } = planned);
      if (!pushes(policy)) existing = await existingOf(session, planned.plan.images, note);
      return planned.plan;
    },
  });
  return { ...result, connectors, existing };
}

/** Whether each exact tag is there. A registry that does not say is no reason against a dry run. */
async function existingOf(
  session: Session,
  images: readonly Image[],
  note: (text: string) => void,
): Promise<ConnectorResult['existing']> {
  const { reader } = await session.registries();
  const asked = images.map(async ({ subject, repositories: [repository], tags }) => {
    try {
      return [subject.name, (await reader.getManifest(repository, tags.exact)) !== undefined] as const;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      note(`${subject.name}: whether its image exists is not known. ${error.message}`);
      return [subject.name, 'unknown'] as const;
    }
  });
  return Object.fromEntries(await Promise.all(asked));
}
