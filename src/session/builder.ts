/** The engine and its builder, opened when something must run there: a run that changes nothing starts neither. */
import { requireBuildx } from '../build/buildx.ts';
import { type Builder, builderName, chooseBuilder } from '../build/builder.ts';
import { readEngine } from '../build/engine.ts';
import { gather } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { World } from '../ports.ts';
import type { State } from '../commands/state.ts';
import { timed } from '../commands/state.ts';

export interface EngineRequest {
  readonly inputs: Inputs;
  /** For every `docker` of this run. */
  readonly env: Readonly<Record<string, string>>;
  /** See `BuilderRequest`. */
  readonly onMake: (name: string) => Promise<void> | void;
}

export type OpenBuilder = () => Promise<Builder>;

/** Gives a function that opens the builder once. It throws Failure when there is no engine, or no builder that will do. */
export function builderOpener(world: World, state: State, request: EngineRequest): OpenBuilder {
  let opened: Promise<Builder> | undefined;
  return () =>
    (opened ??= timed(world, state, 'plan', 'open the builder', () => open(world, state, request)));
}

async function open(world: World, state: State, { inputs, env, onMake }: EngineRequest): Promise<Builder> {
  const [engine] = await gather<[Awaited<ReturnType<typeof readEngine>>, void]>([
    readEngine(world, env),
    requireBuildx(world, env),
  ]);
  const builder = await chooseBuilder(world, {
    engine,
    env,
    registries: [...inputs.repositories.map((one) => one.registry), inputs.baseRegistry],
    name: builderName(world.env),
    onMake,
    ...(inputs.builder === undefined ? {} : { wanted: inputs.builder }),
  });
  state.machine = builder.platform;
  world.log.info(
    `builder  ${builder.buildx.builder ?? 'the current one'} (${builder.driver}): ${builder.because}`,
  );
  return builder;
}
