/** The images of a Python project: from inputs to what became of each. */
import type { ProjectInputs } from '../inputs/project.ts';
import type { World } from '../ports.ts';
import { projectPlan } from '../sources/project/plan.ts';
import { imagePolicy } from '../sources/policy.ts';
import { type ImagesResult, makeImages } from './make-images.ts';
import { requireFiles } from './require-files.ts';
import { hostsOf, type ImagesRequest, settingsOf } from './settings.ts';

/** Never throws for what a user can act on: the report carries it. */
export async function project(world: World, request: ImagesRequest<ProjectInputs>): Promise<ImagesResult> {
  const { inputs } = request;
  const { overwrite, compile, wheelStore, savesWheels } = inputs;
  const policy = { ...imagePolicy(inputs, world.files), overwrite, compile, wheelStore, savesWheels };
  return makeImages(world, {
    unknown: { images: [], policy, skipped: [] },
    settings: settingsOf(request, hostsOf([inputs])),
    concurrency: inputs.concurrency,
    requireFiles: () => requireFiles(world, inputs),
    plan: (session) => projectPlan(session, inputs, policy),
  });
}
