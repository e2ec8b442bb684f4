/** Builds one cell: plan, lock, build, verify, publish. The order of the stations is here and nowhere else. */
import { join, resolve } from 'node:path';
import { readAttempts } from '../build/attempts.ts';
import { bakeFile, workFiles } from '../build/bake.ts';
import { removeBuilder } from '../build/builder.ts';
import { clientEnvironment } from '../build/client-config.ts';
import { requireEmulation } from '../build/emulation.ts';
import { layoutReader, requireLayoutFolder, writeLayout } from '../build/layout.ts';
import { measureSizes, type Size } from '../build/platform-size.ts';
import { program, readPrograms } from '../build/programs.ts';
import { publish } from '../build/publish.ts';
import { verify, VerifyFailure } from '../build/verify.ts';
import { Failure } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Digest, Tag } from '../names/reference.ts';
import { Interrupted, type World } from '../ports.ts';
import type { Login } from '../registry/credentials.ts';
import type { Report } from '../report/report.ts';
import { planPackage } from '../sources/package.ts';
import type { Image, Plan } from '../sources/plan.ts';
import { indexAccess } from './index-access.ts';
import { lockCell } from './lock.ts';
import { lookUp } from './look-up.ts';
import { ownDockerfile } from './own-dockerfile.ts';
import { runsOn, verifiedOn } from './platforms.ts';
import { failureOf, reportOf } from './report.ts';
import { requireFiles } from './require-files.ts';
import { begin, type State, timed } from './state.ts';
import { recordSteps } from './steps.ts';

export interface BuildRequest {
  readonly inputs: Inputs;
  /** Credentials of the inputs; others are looked for where Docker keeps them. */
  readonly login?: Login;
  /** Folder of the Dockerfiles and programs. */
  readonly programs: string;
  /** Folder for what is worth keeping between runs. */
  readonly cache: string;
  /**
   * Told of the builder that this run has to make, before it does: it then outlives the run (other steps of the job use
   * it), and who was told removes it. Without this, the run removes it.
   */
  readonly keepBuilder?: (name: string) => Promise<void> | void;
}

export interface BuildResult {
  readonly report: Report;
  /** Set when the run was ended by a signal. */
  readonly interrupted?: Interrupted;
  /** What ran or would run: the plan, and the files that buildx is given. */
  readonly plan?: Plan;
  readonly files?: Readonly<Record<string, string>>;
}

/** Never throws for what a user can act on: the report carries it. */
export async function build(world: World, request: BuildRequest): Promise<BuildResult> {
  const state = begin(request.inputs);
  const made: { builder?: string; files?: Readonly<Record<string, string>> } = {};
  const result = (failure?: Failure): BuildResult => ({
    report: reportOf(state, failure),
    ...(state.plan === undefined ? {} : { plan: state.plan }),
    ...(made.files === undefined ? {} : { files: made.files }),
  });
  try {
    await run(world, request, state, made);
    return result();
  } catch (error) {
    const failure = failureOf(error);
    if (failure === undefined) throw error;
    if (failure instanceof VerifyFailure) state.verified = failure.platforms;
    return { ...result(failure), ...(error instanceof Interrupted ? { interrupted: error } : {}) };
  } finally {
    if (made.builder !== undefined) await removeBuilder(world, {}, made.builder);
  }
}

async function run(
  world: World,
  request: BuildRequest,
  state: State,
  made: { builder?: string; files?: Readonly<Record<string, string>> },
): Promise<void> {
  const { inputs, login } = request;
  const { log } = world;
  await requireFiles(world, inputs);
  if (inputs.dockerfile !== undefined && (inputs.command !== undefined || inputs.user !== undefined)) {
    state.notes.push(
      'command and user belong to the Dockerfile that is rendered here: yours says itself what runs, and as whom',
    );
  }
  const output = resolve(inputs.output);
  if (!inputs.push && !inputs.dryRun) await requireLayoutFolder(world, output);
  const env = await clientEnvironment(world, login);
  const programs = await readPrograms(world, request.programs);
  const access = await indexAccess(world, inputs);

  const { cell, client, reader, base, builder } = await log.group('plan', () =>
    timed(world, state, 'plan', 'look up', () =>
      lookUp(world, state, {
        inputs,
        ...(login === undefined ? {} : { login }),
        env,
        access,
        onMake: request.keepBuilder ?? ((name) => void (made.builder = name)),
      }),
    ),
  );
  const { buildx } = builder;
  const machine = builder.platform;
  const verifying = verifiedOn(inputs, machine);
  const { secrets } = access;

  const own = await ownDockerfile(world, inputs, cell, reader);
  const needsLock = own === undefined || own.usesPackages;
  const locking = { state, cell, inputs, base, reader, buildx, access, programs, secrets, machine };
  const locked = needsLock
    ? await log.group('lock', () => lockCell(world, { ...locking, cache: request.cache }))
    : undefined;

  const epoch = world.env['SOURCE_DATE_EPOCH'] ?? '';
  state.plan = planPackage({
    cell,
    inputs,
    base,
    templates: { locked: program(programs, 'Dockerfile'), plain: program(programs, 'plain.Dockerfile') },
    ...(/^\d+$/.test(epoch) ? { sourceDateEpoch: Number(epoch) } : {}),
    ...(locked === undefined ? {} : { locked }),
    ...(own === undefined ? {} : { own }),
  });
  const [image] = state.plan.images as readonly [Image];
  const folder = await world.files.temporary('build');
  const archive = join(folder, 'image.tar');
  const bake = bakeFile(image, {
    destination: inputs.push ? { kind: 'registry' } : { kind: 'layout', archive },
    verify: verifying,
    secrets,
    provenance: inputs.provenance,
    sbom: inputs.sbom,
  });
  made.files = workFiles(image, bake, programs);
  if (inputs.dryRun) return;
  for (const [name, content] of Object.entries(made.files))
    await world.files.write(join(folder, name), content);

  await requireEmulation(world, env, machine, runsOn(image, verifying, inputs));
  const compiling = bake.target['compiled']?.platforms ?? [];
  const also = compiling.length === 0 ? [] : ['compiled'];
  const verified = await log.group(verifying.length === 0 ? 'build' : 'build and verify', () =>
    recordSteps(world, state, 'build', (onLine) =>
      verify(world, buildx, { image, folder, platforms: verifying, also, onLine }),
    ),
  );
  for (const [platform, attempts] of await readAttempts(world, folder, compiling))
    state.attempts.set(platform, attempts);
  state.verified = verified.platforms;

  await log.group('publish', () =>
    recordSteps(world, state, 'publish', async (onLine) => {
      const measured = { repository: cell.repository, platforms: cell.platforms, base };
      if (inputs.push) {
        const told = {
          onPush: () => (state.pushing = true),
          onTag: (tag: Tag, digest: Digest) => {
            state.digest = digest;
            state.published.push(tag);
          },
        };
        const { index } = await publish(world, buildx, { verified, folder, client, onLine, ...told });
        state.sizes = await sizesOrNote(state, measureSizes(reader, { ...measured, index }));
      } else {
        const index = await writeLayout(world, buildx, { verified, folder, archive, output, onLine });
        state.digest = index.digest;
        state.output = output;
        const manifests = layoutReader(world, output, reader);
        state.sizes = await sizesOrNote(state, measureSizes(manifests, { ...measured, index }));
      }
    }),
  );
}

/** The image is where it belongs by now: that its size cannot be told is no failure. */
async function sizesOrNote(state: State, sizes: Promise<Size[]>): Promise<readonly Size[]> {
  try {
    return await sizes;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    state.notes.push(`sizes could not be read: ${error.message}`);
    return [];
  }
}
