/** Builds one cell: plan, lock, build, verify, publish. The order of the stations is here and nowhere else. */
import { join, resolve } from 'node:path';
import { bakeFile, type BakeOptions, workFiles } from '../build/bake.ts';
import { type Builder, chooseBuilder, removeBuilder } from '../build/builder.ts';
import { requireBuildx } from '../build/buildx.ts';
import { clientEnvironment } from '../build/client-config.ts';
import { requireEmulation } from '../build/emulation.ts';
import { readEngine } from '../build/engine.ts';
import { layoutReader, writeLayout } from '../build/layout.ts';
import { measureSizes } from '../build/platform-size.ts';
import { readPrograms } from '../build/programs.ts';
import { publish } from '../build/publish.ts';
import { verify, VerifyFailure } from '../build/verify.ts';
import { decide, reasonText } from '../decide/decide.ts';
import { observeBase, observeImage } from '../decide/observe.ts';
import { readOwnDockerfile } from '../dockerfile/own.ts';
import { seedArguments } from '../dockerfile/arguments.ts';
import { Failure, gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Platform } from '../names/platform.ts';
import { repositoryText } from '../names/reference.ts';
import { Interrupted, type World } from '../ports.ts';
import { RegistryClient } from '../registry/client.ts';
import type { Login } from '../registry/credentials.ts';
import { throughMirrors } from '../registry/mirrors.ts';
import type { Report } from '../report/report.ts';
import { planPackage } from '../sources/package.ts';
import type { Image, Plan } from '../sources/plan.ts';
import { findCell } from './cell.ts';
import { indexAccess } from './index-access.ts';
import { lockCell } from './lock.ts';
import { failureOf, reportOf } from './report.ts';
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
  /** A builder that this run had to make outlives it (other steps of the job use it); who is told removes it. */
  readonly keepBuilder?: () => void;
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
  const made: { builder?: Builder; files?: Readonly<Record<string, string>> } = {};
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
    if (made.builder?.made === true) {
      if (request.keepBuilder === undefined) await removeBuilder(world, made.builder);
      else request.keepBuilder();
    }
  }
}

async function run(
  world: World,
  request: BuildRequest,
  state: State,
  made: { builder?: Builder; files?: Readonly<Record<string, string>> },
): Promise<void> {
  const { inputs } = request;
  const { log } = world;
  const env = await clientEnvironment(world, request.login);
  const programs = await readPrograms(world, request.programs);
  const access = await indexAccess(world, inputs);
  const note = (text: string): void => void state.notes.push(text);

  const planned = await log.group('plan', () =>
    timed(world, state, 'plan', 'look up', async () => {
      const [engine, cell] = await gather<
        [Awaited<ReturnType<typeof readEngine>>, Awaited<ReturnType<typeof findCell>>, string]
      >([
        readEngine(world, env),
        findCell(world, inputs, access.url, access.auth, note),
        requireBuildx(world, env),
      ]);
      state.cell = cell;
      state.machine = engine.platform;
      const client = new RegistryClient(world, {
        logins: request.login === undefined ? [] : [request.login],
        plain: engine.insecure,
      });
      const reader = throughMirrors(client, engine.mirrors);
      const push = inputs.push && !inputs.dryRun;
      const registries = [inputs.repository.registry, inputs.baseRegistry];
      const [base, observed, builder] = await gather<
        [
          Awaited<ReturnType<typeof observeBase>>,
          Awaited<ReturnType<typeof observeImage>> | null,
          Builder,
          void,
        ]
      >([
        observeBase(reader, cell.base.publish, cell.platforms),
        inputs.push ? observeImage(client, cell.repository, cell.tags.exact) : null,
        chooseBuilder(world, {
          engine,
          env,
          registries,
          ...(inputs.builder === undefined ? {} : { wanted: inputs.builder }),
        }),
        push ? client.probeWrite(cell.repository) : undefined,
      ]);
      made.builder = builder;
      state.base = base;
      state.decision = decide(observed);
      log.info(`image    ${repositoryText(cell.repository)}:${cell.tags.exact}`);
      if (cell.tags.aliases.length > 0) log.info(`aliases  ${cell.tags.aliases.join(', ')}`);
      log.info(`because  ${reasonText(state.decision, cell.repository, cell.tags.exact)}`);
      log.info(`base     ${base.reference}@${base.digest}`);
      log.info(
        `builder  ${builder.buildx.builder ?? 'the current one'} (${builder.driver}): ${builder.because}`,
      );
      return { engine, cell, client, reader, base, builder };
    }),
  );
  const { cell, client, reader, base, builder, engine } = planned;
  const { buildx } = builder;

  const own = await readOwn(world, inputs, planned.cell);
  const secrets = [...inputs.secrets, ...access.secrets];
  const locked =
    own !== undefined && !own.usesPackages
      ? undefined
      : await log.group('lock', () =>
          lockCell(world, {
            state,
            cell,
            inputs,
            base,
            reader,
            buildx,
            access,
            programs,
            secrets,
            machine: engine.platform,
            cache: request.cache,
          }),
        );

  state.plan = planPackage({
    cell,
    inputs,
    base,
    templates: { locked: programs['Dockerfile'] ?? '', plain: programs['plain.Dockerfile'] ?? '' },
    ...(/^\d+$/.test(world.env['SOURCE_DATE_EPOCH'] ?? '')
      ? { sourceDateEpoch: Number(world.env['SOURCE_DATE_EPOCH']) }
      : {}),
    ...(locked === undefined ? {} : { locked }),
    ...(own === undefined ? {} : { own }),
  });
  const [image] = state.plan.images as readonly [Image];
  const folder = await world.files.temporary('build');
  const archive = join(folder, 'image.tar');
  const options: BakeOptions = {
    destination: inputs.push ? { kind: 'registry' } : { kind: 'layout', archive },
    verify: verifiedOn(inputs, engine.platform),
    secrets,
    provenance: inputs.provenance,
    sbom: inputs.sbom,
  };
  const bake = bakeFile(image, options);
  made.files = workFiles(image, bake, programs);
  if (inputs.dryRun) return;
  for (const [name, content] of Object.entries(made.files))
    await world.files.write(join(folder, name), content);

  await requireEmulation(world, env, engine.platform, emulatedOn(image, options, inputs));
  const verified = await log.group(options.verify.length === 0 ? 'build' : 'build and verify', () =>
    recordSteps(world, state, 'build', (onLine) =>
      verify(world, buildx, { image, folder, platforms: options.verify, onLine }),
    ),
  );
  state.verified = verified.platforms;

  await log.group('publish', () =>
    recordSteps(world, state, 'publish', async (onLine) => {
      const wanted = { repository: cell.repository, base };
      if (inputs.push) {
        const onTag = (tag: (typeof state.published)[number]): void => void state.published.push(tag);
        const published = await publish(world, buildx, { verified, folder, client, onLine, onTag });
        state.digest = published.digest;
        state.sizes = await measureSizes(throughMirrors(client, engine.mirrors), {
          ...wanted,
          index: published.index,
        });
      } else {
        const output = resolve(inputs.output);
        const index = await writeLayout(world, buildx, { verified, folder, archive, output, onLine });
        state.digest = index.digest;
        state.output = output;
        state.sizes = await measureSizes(layoutReader(world, output, reader), { ...wanted, index });
      }
    }),
  );
}

/** The user's own Dockerfile: where it is, and whether it takes the installed packages. */
async function readOwn(world: World, inputs: Inputs, cell: Parameters<typeof seedArguments>[0]) {
  if (inputs.dockerfile === undefined) return undefined;
  const path = resolve(inputs.dockerfile);
  const text = await world.files.read(path);
  if (text === undefined) {
    throw new Failure([
      {
        station: 'input',
        about: 'dockerfile',
        message: `There is no file "${inputs.dockerfile}". The input dockerfile is a path from the workspace; leave it empty to take the one that is rendered here.`,
      },
    ]);
  }
  const { usesPackages } = readOwnDockerfile(text, {
    ...seedArguments(cell, inputs.maintainer),
    ...inputs.buildArgs,
  });
  return { path, context: resolve(inputs.buildPath), usesPackages };
}

function verifiedOn(inputs: Inputs, machine: Platform): readonly Platform[] {
  switch (inputs.verify) {
    case 'all':
      return inputs.platforms;
    case 'build-platform':
      if (inputs.platforms.includes(machine)) return [machine];
      throw new Failure([
        {
          station: 'input',
          about: 'verify',
          message: `verify is "build-platform", but ${machine}, which this builder runs on, is not among the platforms. Take "all", or "off" to publish what was never run.`,
        },
      ]);
    case 'off':
      return [];
  }
}

/** Platforms on which something runs. An own Dockerfile may run anything. */
function emulatedOn(image: Image, options: BakeOptions, inputs: Inputs): readonly Platform[] {
  const everywhere =
    image.recipe.kind === 'own' ||
    image.lock === undefined ||
    inputs.runtimePackages.length > 0 ||
    inputs.user !== undefined;
  if (everywhere) return image.platforms;
  const compiling = image.requirements
    .filter(({ requirements }) => requirements.some((one) => one.kind === 'compile'))
    .map(({ platform }) => platform);
  return [...new Set([...options.verify, ...compiling])];
}
