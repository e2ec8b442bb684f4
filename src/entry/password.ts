/** The registry's password. It is no option, since everyone on a machine can read the options of a process. */
import { readFileSync } from 'node:fs';
import { type FileFailure, fileFailure } from '../file-failure.ts';
import { passwordOf, secretRows } from '../inputs/command-inputs.ts';
import type { CommandLine } from '../inputs/options.ts';
import type { Env, Raw } from '../inputs/registry.ts';
import { optionOf, variableOf } from '../inputs/row.ts';

/**
 * The raw values with the password from the standard input or the environment, and with what other secrets the latter has; a
 * failure where the former is no file or pipe.
 */
export function readPassword({ command, raw, passwordFromStdin }: CommandLine, env: Env): Raw | FileFailure {
  const name = passwordOf(command === 'help' || command === 'version' ? 'build' : command);
  const password = passwordFromStdin ? standardInput(name) : (env[variableOf(name)] ?? '');
  if (typeof password !== 'string') return password;
  return { ...raw, ...variables(command, env), ...(password === '' ? {} : { [name]: password }) };
}

const variables = (command: CommandLine['command'], env: Env): Raw =>
  Object.fromEntries(
    secretRows.flatMap(({ name, secret, commands }) => {
      const value = env[variableOf(name)] ?? '';
      const takes = secret === 'variable' && commands.some((one) => one === command);
      return takes && value !== '' ? [[name, value]] : [];
    }),
  );

function standardInput(name: string): string | FileFailure {
  try {
    return readFileSync(0, 'utf8');
  } catch (error) {
    const wayOut =
      'The password is read from there: pipe it in, as in "printenv TOKEN | python-image-builder …".';
    const said = { station: 'input', about: `${optionOf(name).slice(2)}-stdin`, wayOut } as const;
    const failure = fileFailure(error, 'the standard input', 'read');
    if (failure === undefined) throw error;
    return failure.of(said);
  }
}
