/** What the action and the command line share: from raw values to a result that may be shown. */
import type { BuildRequest, BuildResult } from '../commands/build.ts';
import type { Problem } from '../errors.ts';
import type { Where } from '../inputs/building.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { readInputs } from '../inputs/read.ts';
import { type Raw, readSecrets } from '../inputs/registry.ts';
import { readVerifyEnv } from '../inputs/verifying.ts';
import type { Log, World } from '../ports.ts';
import { eventReader } from '../world/event.ts';
import { secretValues } from '../world/secret-values.ts';
import { filtered, secretsFilter } from '../world/secrets.ts';
import { trustAlso } from '../world/trust.ts';

type Env = NodeJS.ProcessEnv;

/** Inputs as they were given, with what of them is secret apart. */
export interface Asked {
  /** Undefined where something is wrong with them. */
  readonly inputs?: Inputs;
  readonly problems: readonly Problem[];
  /** Values that nothing may print. */
  readonly secrets: readonly string[];
  /** A text without those values. */
  readonly filter: (text: string) => string;
  readonly registryPassword?: string;
  readonly verifyEnv: Readonly<Record<string, string>>;
}

export function readAsked(raw: Raw, where: Where, env: Env): Asked {
  const { registryPassword } = readSecrets(raw);
  const verifyEnv = readVerifyEnv(raw, env);
  const read = readInputs(raw, where, env);
  const secrets = [
    ...(registryPassword === undefined ? [] : [registryPassword]),
    ...secretValues(read.inputs, env, verifyEnv),
  ];
  const password = registryPassword === undefined ? {} : { registryPassword };
  return { ...read, ...password, secrets, filter: secretsFilter(secrets), verifyEnv };
}

/** Builds, and has the result shown, without secrets. @param inputs those of `asked`, which nothing is wrong with. */
export async function runBuild(
  { registryPassword: password, verifyEnv, filter }: Asked,
  inputs: Inputs,
  env: Env,
  { log, ...around }: Pick<BuildRequest, 'programs' | 'cache' | 'keepBuilder'> & { readonly log: Log },
  show: (result: BuildResult, world: World) => Promise<void> | void,
): Promise<void> {
  // Loaded only now: who asks for help, or mistyped an input, does not wait for it.
  const [{ build }, { openWorld }] = await Promise.all([
    import('../commands/build.ts'),
    import('../world/world.ts'),
  ]);
  const opened = openWorld(log);
  try {
    if (inputs.caBundle !== undefined) await trustAlso(inputs.caBundle);
    const { registryUsername: username, registry } = inputs;
    const login =
      password === undefined || username === undefined ? {} : { login: { registry, username, password } };
    const result = await build(opened.world, {
      inputs,
      verifyEnv,
      event: eventReader(env),
      ...login,
      ...around,
    });
    await show(filtered(result, filter), opened.world);
  } finally {
    opened.close();
  }
}
