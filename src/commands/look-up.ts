/** Everything that is asked before anything is built: the package index, the engine, the registries, the builder. */
import { requireBuildx } from '../build/buildx.ts';
import { type Builder, builderName, chooseBuilder } from '../build/builder.ts';
import { type Engine, readEngine } from '../build/engine.ts';
import type { Cell } from '../cell/cell.ts';
import { decide, type Decision, reasonText } from '../decide/decide.ts';
import { observeBase, type ObservedBase, type ObservedImage, observeImage } from '../decide/observe.ts';
import { gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { repositoryText } from '../names/reference.ts';
import type { World } from '../ports.ts';
import { type Reader, RegistryClient } from '../registry/client.ts';
import type { Login } from '../registry/credentials.ts';
import { throughMirrors } from '../registry/mirrors.ts';
import { findCell } from './cell.ts';
import type { IndexAccess } from './index-access.ts';
import type { State } from './state.ts';

export interface LookedUp {
  readonly engine: Engine;
  readonly cell: Cell;
  readonly client: RegistryClient;
  /** Reads Docker Hub's images as the engine will: through its mirrors. */
  readonly reader: Reader;
  readonly base: ObservedBase;
  readonly builder: Builder;
}

export interface LookUpRequest {
  readonly inputs: Inputs;
  readonly login?: Login;
  /** For every `docker` of this run. */
  readonly env: Readonly<Record<string, string>>;
  readonly access: IndexAccess;
  /** See `BuilderRequest`. */
  readonly onMake: (name: string) => Promise<void> | void;
}

/** @throws Failure with everything that cannot be had, as far as it can be known at once. */
export async function lookUp(world: World, state: State, request: LookUpRequest): Promise<LookedUp> {
  const { inputs, access, env, login } = request;
  const note = (text: string): void => void state.notes.push(text);
  const [engine, cell] = await gather<[Engine, Cell, string]>([
    readEngine(world, env),
    findCell(world, inputs, access.url, access.auth, note),
    requireBuildx(world, env),
  ]);
  state.cell = cell;
  const client = new RegistryClient(world, {
    logins: login === undefined ? [] : [login],
    plain: engine.insecure,
  });
  const reader = throughMirrors(client, engine.mirrors);
  const builders = {
    engine,
    env,
    registries: [inputs.repository.registry, inputs.baseRegistry],
    name: builderName(world.env),
    onMake: request.onMake,
    ...(inputs.builder === undefined ? {} : { wanted: inputs.builder }),
  };
  const [base, observed, builder] = await gather<[ObservedBase, ObservedImage, Builder]>([
    observeBase(reader, cell.base.publish, cell.platforms),
    inputs.push ? askRegistry(client, cell, !inputs.dryRun) : { is: 'unasked' },
    chooseBuilder(world, builders),
  ]);
  state.base = base;
  state.machine = builder.platform;
  state.decision = decide(observed);
  describe(world, cell, base, builder, state.decision);
  return { engine, cell, client, reader, base, builder };
}

/**
 * What the registry holds of the image. Whoever may not push is told now, and not after an hour of compiling; one
 * question after the other, so that a registry that refuses or does not answer is one problem.
 */
async function askRegistry(client: RegistryClient, cell: Cell, push: boolean): Promise<ObservedImage> {
  const observed = await observeImage(client, cell.repository, cell.tags.exact);
  if (push) await client.probeWrite(cell.repository);
  return observed;
}

function describe(world: World, cell: Cell, base: ObservedBase, builder: Builder, decision: Decision): void {
  const { log } = world;
  log.info(`image    ${repositoryText(cell.repository)}:${cell.tags.exact}`);
  if (cell.tags.aliases.length > 0) log.info(`aliases  ${cell.tags.aliases.join(', ')}`);
  log.info(`because  ${reasonText(decision, cell.repository, cell.tags.exact)}`);
  log.info(`base     ${base.reference}@${base.digest}`);
  log.info(`builder  ${builder.buildx.builder ?? 'the current one'} (${builder.driver}): ${builder.because}`);
}
