/** The images of a tree of Dockerfiles: from inputs to what became of each. */
import type { TreeInputs } from '../inputs/tree.ts';
import type { Digest, Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import { parseReference } from '../registry/reference.ts';
import type { Session } from '../session/session.ts';
import { imagePolicy } from '../sources/policy.ts';
import { treePlan } from '../sources/tree/plan.ts';
import { type ImagesResult, makeImages } from './make-images.ts';
import { requireFiles } from './require-files.ts';
import { hostsOf, type ImagesRequest, settingsOf } from './settings.ts';

/** Never throws for what a user can act on: the report carries it. */
export async function tree(world: World, request: ImagesRequest<TreeInputs>): Promise<ImagesResult> {
  const { inputs } = request;
  const policy = {
    ...imagePolicy(inputs, world.files),
    exportsFolder: world.files.absolute(inputs.exportsDir),
  };
  return makeImages(world, {
    unknown: { images: [], policy, skipped: [] },
    settings: settingsOf(request, hostsOf([inputs])),
    concurrency: inputs.concurrency,
    requireFiles: () => requireFiles(world, inputs),
    plan: async (session) =>
      treePlan(
        world,
        inputs,
        policy,
        await session.event(),
        (text) => session.journal.add({ is: 'note', text }),
        (image) => today(session, image),
      ),
  });
}

async function today({ registries }: Session, image: string): Promise<Digest | undefined> {
  const reference = parseReference(image);
  if (!reference.ok) return undefined;
  const { repository, tag } = reference.value;
  return (await registries()).glance(repository, tag ?? ('latest' as Tag));
}
