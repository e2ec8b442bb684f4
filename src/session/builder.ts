/** Opens the engine and its builder. Only a build does so: a run that changes nothing starts neither. */
import { defined } from '../defined.ts';
import { type Builder, builderName, chooseBuilder } from '../build/builder.ts';
import { requireBuildx } from '../build/buildx.ts';
import { type Engine, readEngine } from '../build/engine.ts';
import { gather } from '../errors.ts';
import type { World } from '../ports.ts';
import { type Journal, timed } from '../report/journal.ts';

export interface BuilderSettings {
  /** For every `docker` of this process. */
  readonly env: Readonly<Record<string, string>>;
  /** Name of the builder that the user asks for. */
  readonly builder?: string;
  /** Of one that has to be made; else it has a name of its own. */
  readonly name?: string;
  /** Those on this machine's loopback need a builder with the host's network. */
  readonly registries: readonly string[];
  /** See `BuilderRequest`. */
  readonly beforeCreate: (name: string) => Promise<void> | void;
}

/** @throws Failure when there is no engine, or no builder that will do. */
export const openBuilder = (world: World, journal: Journal, settings: BuilderSettings): Promise<Builder> =>
  timed({ journal, clock: world.clock }, 'plan', 'open the builder', async () => {
    const { env, registries, beforeCreate, builder: wanted } = settings;
    const [engine] = await gather<[Engine, void]>([readEngine(world, env), requireBuildx(world, env)]);
    const builder = await chooseBuilder(world, {
      engine,
      env,
      registries,
      name: settings.name ?? builderName(world),
      beforeCreate,
      ...defined({ wanted }),
    });
    journal.add({ is: 'builder', platform: builder.platform, ...defined({ nodes: builder.nodes }) });
    world.log.info(
      `builder  ${builder.buildx.builder ?? 'the current one'} (${builder.driver}): ${builder.because}`,
    );
    return builder;
  });
