/** The command line: a terminal's arguments to a command, and its result to the standard output and the exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { homeOf } from '../home.ts';
import { parseCommandLine } from '../inputs/options.ts';

export async function main(programs: string): Promise<void> {
  const { env, argv, stdout } = process;
  const line = parseCommandLine(argv.slice(2));
  if (line.command === 'version') {
    stdout.write(`${versionOf(programs)}\n`);
    return;
  }
  if (line.command === 'help') {
    stdout.write((await import('./help.ts')).helpText(line.about));
    return;
  }
  const [{ runCommand }, { openTerminal }, { withPassword }] = await Promise.all([
    import('./run.ts'),
    import('./terminal.ts'),
    import('./password.ts'),
  ]);
  const { problems } = line;
  const raw = withPassword(line, env);
  const cache = join(env['XDG_CACHE_HOME'] || join(homeOf(env), '.cache'), 'python-image-builder');
  const resources = () => ({ programs, cache });
  const terminal = openTerminal(line, process);
  const code = await runCommand(line.command, { where: 'cli', raw, problems, env, resources, ...terminal });
  // A lost output has set a code of its own, which 0 must not replace.
  if (code !== 0) process.exitCode = code;
}

const versionOf = (programs: string): string =>
  (JSON.parse(readFileSync(join(programs, '..', 'package.json'), 'utf8')) as { version: string }).version;
