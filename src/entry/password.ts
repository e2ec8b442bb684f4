/** The registry's password. It is no option, since everyone on a machine can read the options of a process. */
import { readFileSync } from 'node:fs';
import { fileFailure } from '../file-failure.ts';
import type { CommandLine } from '../inputs/options.ts';
import type { Env, Raw } from '../inputs/registry.ts';

export function withPassword({ raw, passwordFromStdin }: CommandLine, env: Env): Raw {
  const password = passwordFromStdin ? standardInput() : (env['REGISTRY_PASSWORD'] ?? '');
  return password === '' ? raw : { ...raw, registry_password: password };
}

/** @throws FileFailure where it cannot be read, as a folder cannot. */
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
