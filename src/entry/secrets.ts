/** Secrets of the inputs: apart from all others, and filtered out of everything that is printed. */
import { passwordOf } from '../inputs/command-inputs.ts';
import { readSecrets, type Raw } from '../inputs/registry.ts';
import type { CommandName } from '../inputs/row.ts';
import { type SignSecrets, signSecretsOf } from '../inputs/signing.ts';
import { readVerifyEnv } from '../inputs/verifying.ts';
import { tokenSecrets } from '../sign/identity-token.ts';
import { secretValues } from '../world/secret-values.ts';
import { secretsFilter } from '../world/secrets.ts';
import type { SharedInputs } from './command.ts';

export interface Secrets {
  readonly registryPassword?: string;
  readonly verifyEnv: Readonly<Record<string, string>>;
  /** Absent where there is no `sign_key`. */
  readonly signSecrets?: SignSecrets;
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
  const signSecrets = signSecretsOf(raw);
  const ofSigning = [...Object.values(signSecrets).filter((one) => one !== ''), ...tokenSecrets(env)];
  const values = [...Object.values(password), ...ofBuild, ...ofSigning];
  return {
    ...password,
    verifyEnv,
    ...(signSecrets.key === '' ? {} : { signSecrets }),
    values,
    filter: secretsFilter(values),
  };
}
