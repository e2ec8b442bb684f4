/** Secrets of the inputs: apart from all others, and filtered out of everything that is printed. */
import { passwordOf } from '../inputs/command-inputs.ts';
import { readSecrets, type Raw } from '../inputs/registry.ts';
import type { CommandName } from '../inputs/row.ts';
import { signSecretsOf } from '../inputs/signing.ts';
import { readVerifyEnv } from '../inputs/verifying.ts';
import { tokenSecrets } from '../sign/identity-token.ts';
import { secretValues } from '../world/secret-values.ts';
import { secretsFilter } from '../world/secrets.ts';
import type { SharedInputs } from './command.ts';

export interface Secrets {
  readonly registryPassword?: string;
  readonly verifyEnv: Readonly<Record<string, string>>;
  /** Of `sign_key`; empty where there is none. */
  readonly signing: ReturnType<typeof signSecretsOf>;
  readonly values: readonly string[];
  /** Gives a text without those values. */
  readonly filter: (text: string) => string;
}

/** @param inputs undefined where they have problems. */
export function secretsOf(
  command: CommandName,
  raw: Raw,
  env: NodeJS.ProcessEnv,
  inputs: SharedInputs | undefined,
): Secrets {
  const password = readSecrets(raw, passwordOf(command));
  const verifyEnv = readVerifyEnv(raw, env);
  const ofBuild = secretValues({ secrets: inputs?.secrets ?? [] }, env, verifyEnv);
  const signing = signSecretsOf(raw);
  const values = [...Object.values(password), ...ofBuild, ...Object.values(signing), ...tokenSecrets(env)];
  return { ...password, verifyEnv, signing, values, filter: secretsFilter(values) };
}
