/** The command line: a terminal's arguments to a command, and its result to the standard output and the exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import { homeOf } from '../home.ts';
import { parseCommandLine } from '../inputs/options.ts';

export async function main(programs: string): Promise<void> {
  const { env, argv, stdout } = process;
  const line = parseCommandLine(argv.slice(2));
  if (line.command === 'version') {
    stdout.write(`${versionOf(programs)}\n`);
    return;
  }
  if (line.command === 'help' && line.problems.length === 0) {
    stdout.write((await import('./help.ts')).helpText(line.about));
    return;
  }
  const [{ runCommand }, { openTerminal }, { readPassword }] = await Promise.all([
    import('./run.ts'),
    import('./terminal.ts'),
    import('./password.ts'),
  ]);
  const terminal = openTerminal(line, process);
  const { command, problems } = line;
  const refuse = (failure: Failure): void => {
    terminal.refuse(failure.problems);
    process.exitCode = failure.exitCode;
  };
  if (command === 'help') return refuse(new Failure(problems));
  const raw = readPassword(line, env);
  if (raw instanceof Failure) return refuse(raw);
  const cache = join(env['XDG_CACHE_HOME'] || join(homeOf(env), '.cache'), 'python-image-builder');
  const resources = () => ({ programs, cache });
  const code = await runCommand(command, { where: 'cli', raw, problems, env, resources, ...terminal });
  // A lost output has set a code of its own, which 0 must not replace.
  if (code !== 0) process.exitCode = code;
}

const versionOf = (programs: string): string =>
  (JSON.parse(readFileSync(join(programs, '..', 'package.json'), 'utf8')) as { version: string }).version;
