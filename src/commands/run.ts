/** Builds the image of a console script, or of a Dockerfile, into the engine's store, and says how it is run. */
import { readEngine } from '../build/engine.ts';
import { type RunInputs, storedTag } from '../inputs/run.ts';
import type { Platform } from '../names/platform.ts';
import { taggedText } from '../names/reference.ts';
import type { Plan } from '../plan/plan.ts';
import type { Policy } from '../plan/policy.ts';
import type { World } from '../ports.ts';
import type { Session } from '../session/session.ts';
import { sourceIn } from '../sources/kind.ts';
import { makingPolicy } from '../sources/policy.ts';
import { projectPlan } from '../sources/project/plan.ts';
import { treePlan } from '../sources/tree/plan.ts';
import { type ImagesResult, makeImages } from './make-images.ts';
import { requireFiles } from './require-files.ts';
import { hostsOf, type ImagesRequest, settingsOf } from './settings.ts';

export interface RunRequest extends Omit<ImagesRequest<RunInputs['tree']>, 'inputs'> {
  readonly inputs: RunInputs;
}

export interface RunResult extends ImagesResult {
  /** As the engine has it: `localhost/foo/foo-manage:latest`; absent where it is not there. */
  readonly image?: string;
  readonly options: readonly string[];
  /** What follows the image. */
  readonly arguments: readonly string[];
}

/** Docker's own builder cannot write the archive in its classic image store: then this one keeps what was built. */
const lastingBuilder = 'python-image-builder-run';

/** Never throws for what a user can act on: the report carries it. */
export async function run(world: World, { inputs, ...request }: RunRequest): Promise<RunResult> {
  const kind = inputs.source === 'auto' ? await sourceIn(world.files, inputs.tree.path) : inputs.source;
  const { project, tree, options } = inputs;
  const policy: Policy = {
    ...makingPolicy(tree),
    ...(kind === 'project' ? { wheelStore: project.wheelStore, savesWheels: project.savesWheels } : {}),
    target: { kind: 'engine' },
    dryRun: false,
  };
  const result = await makeImages(world, {
    unknown: { images: [], policy, skipped: [] },
    settings: {
      ...(kind === 'project'
        ? settingsOf({ inputs: project, ...request }, hostsOf([project]))
        : settingsOf({ inputs: tree, ...request }, hostsOf([tree]))),
      lastingBuilder,
    },
    concurrency: 1,
    requireFiles: () => requireFiles(world, inputs),
    plan: (session) => planOf(session, inputs, kind, policy),
  });
  const notes = [...result.report.notes, ...result.report.images.flatMap((one) => one.notes)];
  for (const text of new Set(notes)) world.log.info(`note     ${text}`);
  const image = result.plan.images.find(({ subject }) => subject.name === inputs.name);
  const isThere =
    result.report.problems.length === 0 &&
    result.report.images.every(({ problems }) => problems.length === 0);
  // The CMD of its image is the script alone.
  const isScript = kind === 'project' && inputs.arguments.length > 0;
  return {
    ...result,
    ...(image !== undefined && isThere ? { image: taggedText(image.repositories[0], image.tags.exact) } : {}),
    options,
    arguments: isScript ? [inputs.name, ...inputs.arguments] : inputs.arguments,
  };
}

/** @throws Failure of the source. */
async function planOf(
  session: Session,
  { project, tree }: RunInputs,
  kind: 'project' | 'tree',
  policy: Policy,
): Promise<Plan> {
  const { world } = session;
  const { platform } = await readEngine(world, session.env);
  const note = (text: string): void => session.journal.add({ is: 'note', text });
  const plan =
    kind === 'project'
      ? await projectPlan(session, { ...project, platforms: [platform] }, policy)
      : await treePlan(world, { ...tree, platforms: [platform] }, policy, undefined, note, unasked);
  return forEngine(plan, platform);
}

/** Whether pins moved is no matter of what runs here: no registry is asked. */
const unasked = (): Promise<undefined> => Promise.resolve(undefined);

/** Also of an image whose row in images.yml says otherwise. */
const forEngine = (plan: Plan, platform: Platform): Plan => ({
  ...plan,
  images: plan.images.map((image) => ({
    ...image,
    platforms: [platform],
    tags: { exact: storedTag, aliases: [] },
  })),
});
