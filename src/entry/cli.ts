/** The command line: the same commands on a laptop. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAsked, runBuild } from './run.ts';
import type { BuildResult } from '../commands/build.ts';
import { Failure, type Problem } from '../errors.ts';
import { fileFailure } from '../file-failure.ts';
import { homeOf } from '../home.ts';
import { helpText } from './help.ts';
import { type CommandLine, parseCommandLine } from '../inputs/options.ts';
import { readSecrets } from '../inputs/registry.ts';
import { readWheelsInputs } from '../inputs/wheels.ts';
import { dryRunText } from '../report/dry-run.ts';
import { plainStyle, problemsText, reportText, styleOf } from '../report/terminal.ts';
import { wheelsText } from '../report/wheels.ts';
import { trustAlso } from '../world/trust.ts';
import { filtered, secretsFilter } from '../world/secrets.ts';
import { terminalLog } from '../world/log-terminal.ts';

/** Where what is worth keeping between runs is kept. */
const cacheFolder = (env: NodeJS.ProcessEnv): string =>
  join(env['XDG_CACHE_HOME'] || join(homeOf(env), '.cache'), 'python-image-builder');

/** Reads the arguments, calls one command, prints its report; sets the exit code. */
export async function main(programs: string): Promise<void> {
  const line = parseCommandLine(process.argv.slice(2));
  switch (line.command) {
    case 'help':
      process.stdout.write(helpText(line.about));
      return;
    case 'version':
      process.stdout.write(`${versionOf(programs)}\n`);
      return;
    case 'build':
      await buildImage(line, programs);
      return;
    case 'wheels':
      await runWheels(line);
  }
}

async function buildImage(line: CommandLine, programs: string): Promise<void> {
  const { env } = process;
  const asked = readAsked(withPassword(line, env).raw, 'cli', env);
  // One mistake is said once: what the options themselves say of an input comes first.
  const said = new Set(line.problems.map((problem) => problem.about));
  const read = asked.problems.filter(({ about }) => about === undefined || !said.has(about));
  const problems = [...line.problems, ...read];
  if (asked.inputs === undefined || problems.length > 0) {
    end(line, problems, 2);
    return;
  }
  const around = { programs, cache: cacheFolder(env), log: logOf(line, asked.filter) };
  await runBuild(asked, asked.inputs, env, around, (result) => {
    process.exitCode = show(line, result);
  });
}

async function runWheels(line: CommandLine): Promise<void> {
  const { env } = process;
  const { raw, password } = withPassword(line, env);
  const { inputs, problems } = readWheelsInputs(raw, line.unusedFor);
  if (inputs === undefined || line.problems.length > 0) {
    end(line, [...line.problems, ...problems], 2);
    return;
  }
  const [{ wheels }, { openWorld }] = await Promise.all([
    import('../commands/wheels.ts'),
    import('../world/world.ts'),
  ]);
  const filter = secretsFilter(password === undefined ? [] : [password]);
  const opened = openWorld(logOf(line, filter));
  try {
    if (inputs.caBundle !== undefined) await trustAlso(inputs.caBundle);
    const { wheelStore, username } = inputs;
    const registry = wheelStore.kind === 'repository' ? wheelStore.repository.registry : '';
    const report = filtered(
      await wheels(opened.world, {
        ...inputs,
        cache: cacheFolder(env),
        ...(password === undefined || username === undefined
          ? {}
          : { login: { registry, username, password } }),
      }),
      filter,
    );
    const style = process.stdout.isTTY === true ? styleOf(process.stdout, env) : plainStyle;
    process.stdout.write(line.json ? `${JSON.stringify(report, null, 2)}\n` : wheelsText(report, style));
    if (report.problems.length === 0) return;
    complain(report.problems);
    process.exitCode = new Failure(report.problems).exitCode;
  } finally {
    opened.close();
  }
}

/** The raw values with the registry's password, which is no option. */
function withPassword(line: CommandLine, env: NodeJS.ProcessEnv) {
  const given = line.passwordFromStdin ? standardInput() : (env['REGISTRY_PASSWORD'] ?? '');
  const raw = { ...line.raw, ...(given === '' ? {} : { registry_password: given }) };
  return { raw, password: readSecrets(raw).registryPassword };
}

/** @throws FileFailure where it is no file or pipe. */
function standardInput(): string {
  try {
    return readFileSync(0, 'utf8');
  } catch (error) {
    const wayOut =
      'The password is read from there: pipe it in, as in "printenv TOKEN | python-image-builder …".';
    const said = { station: 'input', about: 'registry-password-stdin', wayOut } as const;
    throw fileFailure(error, 'the standard input', 'read')?.of(said) ?? error;
  }
}

const logOf = (line: CommandLine, filter: (text: string) => string) =>
  terminalLog({
    write: (text) => process.stderr.write(text),
    live: process.stderr.isTTY === true,
    style: styleOf(process.stderr, process.env),
    now: Date.now,
    filter,
    debug: line.debug,
  });

/** Prints the result on the standard output, and gives the exit code. */
function show(line: CommandLine, { report, plan, files, interrupted }: BuildResult): number {
  if (line.json) {
    const more = report.outcome === 'planned' ? { plan, files } : {};
    process.stdout.write(`${JSON.stringify({ ...report, ...more }, null, 2)}\n`);
    complain(report.problems);
  } else {
    if (report.outcome === 'planned' && plan !== undefined)
      process.stdout.write(dryRunText(plan, files ?? {}));
    const style = process.stdout.isTTY === true ? styleOf(process.stdout, process.env) : plainStyle;
    process.stdout.write(reportText(report, style));
  }
  if (interrupted !== undefined) return interrupted.exitCode;
  return report.problems.length === 0 ? 0 : new Failure(report.problems).exitCode;
}

function end(line: CommandLine, problems: readonly Problem[], code: number): void {
  if (line.json) process.stdout.write(`${JSON.stringify({ outcome: 'failed', problems }, null, 2)}\n`);
  complain(problems);
  process.exitCode = code;
}

/** On the standard error with --json as well: who sends the report into a file still sees why it failed. */
const complain = (problems: readonly Problem[]): void =>
  void process.stderr.write(problemsText(problems, styleOf(process.stderr, process.env)));

const versionOf = (programs: string): string =>
  (JSON.parse(readFileSync(join(programs, '..', 'package.json'), 'utf8')) as { version: string }).version;
