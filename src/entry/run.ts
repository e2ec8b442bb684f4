/** What all entries share: from raw values to a result that is shown. */
import { requireWritable } from '../commands/require-writable.ts';
import { defined } from '../defined.ts';
import { blamesInputs, Failure, type Problem } from '../errors.ts';
import type { Where } from '../inputs/building.ts';
import type { Raw } from '../inputs/registry.ts';
import type { CommandName } from '../inputs/row.ts';
import type { Log, World } from '../ports.ts';
import { eventReader } from '../world/event.ts';
import { filtered } from '../world/secrets.ts';
import { trustAlso } from '../world/trust.ts';
import type { Program, Resources, SharedInputs, Shown } from './command.ts';
import { commands } from './commands.ts';
import type { AnyCommand } from './rows/row.ts';
import { type Secrets, secretsOf } from './secrets.ts';

/** Where raw values come from, and where log, problems and result go. */
export interface Entry {
  readonly where: Where;
  readonly raw: Raw;
  /** Of the command line itself, before any value is parsed. */
  readonly problems: readonly Problem[];
  readonly env: NodeJS.ProcessEnv;
  readonly log: (secrets: Secrets) => Log;
  /** Shows problems of the inputs. */
  readonly refuse: (problems: readonly Problem[]) => void;
  /** Called only once the inputs are valid. */
  readonly resources: (log: Log) => Resources;
  readonly show: (shown: Shown, world: World) => Promise<void> | void;
}

/** Gives the exit code of the command line. */
export async function runCommand(name: CommandName, entry: Entry): Promise<number> {
  const { where, raw, env } = entry;
  const command = commands[name];
  const { inputs, problems: ofInputs } = command.read(raw, where, env);
  const secrets = secretsOf(name, raw, env, inputs);
  const log = entry.log(secrets);
  const problems = withoutRepeats(entry.problems, ofInputs);
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
  const [{ run, show, program }, { openWorld }] = await Promise.all([
    command.load(),
    import('../world/world.ts'),
  ]);
  const opened = openWorld(log);
  let last: Program | undefined;
  try {
    if (inputs.caBundle !== undefined) await trustAlso(inputs.caBundle);
    if (inputs.reportFile !== undefined)
      await requireWritable(opened.world.files, inputs.reportFile, 'report_file');
    if (inputs.sarifFile !== undefined)
      await requireWritable(opened.world.files, inputs.sarifFile, 'sarif_file');
    const result = await run(opened.world, {
      inputs,
      ...resources,
      ...loginOf(inputs, secrets),
      verifyEnv: secrets.verifyEnv,
      ...defined({ signSecrets: secrets.signSecrets }),
      event: eventReader(entry.env),
    });
    const shown = show(filtered(result, secrets.filter));
    if (shown.refused) entry.refuse(shown.problems);
    else await entry.show(shown, opened.world);
    if (inputs.reportFile !== undefined)
      await opened.world.files.write(inputs.reportFile, `${JSON.stringify(shown.json, null, 2)}\n`);
    if (inputs.sarifFile !== undefined)
      await opened.world.files.write(inputs.sarifFile, `${JSON.stringify(shown.sarif, null, 2)}\n`);
    last = program?.(result);
    if (last === undefined) return exitCodeOf(shown);
  } finally {
    opened.close();
  }
  // From here on signals are the program's.
  return (await import('../world/foreground.ts')).runInForeground(last.command, last.end, process);
}

/** Of an input that has a problem in the first list, those of the second are left out. */
function withoutRepeats(first: readonly Problem[], second: readonly Problem[]): readonly Problem[] {
  const known = new Set(first.map(({ about }) => about));
  return [...first, ...second.filter(({ about }) => about === undefined || !known.has(about))];
}

function loginOf({ registry, registryUsername: username }: SharedInputs, secrets: Secrets) {
  const { registryPassword: password } = secrets;
  return registry === undefined || username === undefined || password === undefined
    ? {}
    : { login: { registry, username, password } };
}

function exitCodeOf({ interrupted, problems }: Shown): number {
  if (interrupted !== undefined) return interrupted.exitCode;
  if (problems.length === 0) return 0;
  // Who was interrupted is another job, which the command reports on: what it did not make is no image.
  const own = problems.filter(({ station }) => station !== 'interruption');
  return new Failure(own.length > 0 ? own : [{ station: 'build', message: '' }]).exitCode;
}
