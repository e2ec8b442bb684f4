/** What all entries share: from raw values to a result that is shown. */
import { blamesInputs, Failure, type Problem } from '../errors.ts';
import type { Where } from '../inputs/building.ts';
import type { Raw } from '../inputs/registry.ts';
import type { CommandName } from '../inputs/table.ts';
import type { Log, World } from '../ports.ts';
import { eventReader } from '../world/event.ts';
import { filtered } from '../world/secrets.ts';
import { trustAlso } from '../world/trust.ts';
import type { Resources, SharedInputs, Shown } from './command.ts';
import { type AnyCommand, commands } from './commands.ts';
import { type Secrets, secretsOf } from './secrets.ts';

/** What an entry brings: where the values come from, and where what is said goes. */
export interface Entry {
  readonly where: Where;
  readonly raw: Raw;
  /** What is wrong with how the values were given. */
  readonly problems: readonly Problem[];
  readonly env: NodeJS.ProcessEnv;
  readonly log: (secrets: Secrets) => Log;
  /** Shows what is wrong with the inputs. */
  readonly refuse: (problems: readonly Problem[]) => void;
  /** Asked only once the inputs are right. */
  readonly resources: (log: Log) => Resources;
  readonly show: (shown: Shown, world: World) => Promise<void> | void;
}

/** Gives the exit code of the command line; 0 where all went well. */
export async function runCommand(name: CommandName, entry: Entry): Promise<number> {
  const { where, raw, env } = entry;
  const command = commands[name];
  const { inputs, problems: ofInputs } = command.read(raw, where, env);
  const secrets = secretsOf(raw, env, inputs);
  const log = entry.log(secrets);
  const problems = saidOnce(entry.problems, ofInputs);
  if (inputs === undefined || problems.length > 0) {
    entry.refuse(problems);
    return new Failure(problems).exitCode;
  }
  try {
    return await runWith(entry, command, { inputs, secrets, log });
  } catch (error) {
    if (!(error instanceof Failure && blamesInputs(error.problems))) throw error;
    entry.refuse(filtered(error.problems, secrets.filter));
    return error.exitCode;
  }
}

async function runWith(
  entry: Entry,
  command: AnyCommand,
  { inputs, secrets, log }: { readonly inputs: SharedInputs; readonly secrets: Secrets; readonly log: Log },
): Promise<number> {
  const resources = entry.resources(log);
  const [{ run, show }, { openWorld }] = await Promise.all([command.load(), import('../world/world.ts')]);
  const opened = openWorld(log);
  try {
    if (inputs.caBundle !== undefined) await trustAlso(inputs.caBundle);
    const result = await run(opened.world, {
      inputs,
      ...resources,
      ...loginOf(inputs, secrets),
      verifyEnv: secrets.verifyEnv,
      event: eventReader(entry.env),
    });
    const shown = show(filtered(result, secrets.filter));
    if (shown.refused) entry.refuse(shown.problems);
    else await entry.show(shown, opened.world);
    return exitCodeOf(shown);
  } finally {
    opened.close();
  }
}

/** What the options themselves say of an input comes first, and nothing else is said of it. */
function saidOnce(first: readonly Problem[], then: readonly Problem[]): readonly Problem[] {
  const said = new Set(first.map(({ about }) => about));
  return [...first, ...then.filter(({ about }) => about === undefined || !said.has(about))];
}

function loginOf({ registry, registryUsername: username }: SharedInputs, secrets: Secrets) {
  const { registryPassword: password } = secrets;
  return registry === undefined || username === undefined || password === undefined
    ? {}
    : { login: { registry, username, password } };
}

function exitCodeOf({ interrupted, problems }: Shown): number {
  if (interrupted !== undefined) return interrupted.exitCode;
  return problems.length === 0 ? 0 : new Failure(problems).exitCode;
}
