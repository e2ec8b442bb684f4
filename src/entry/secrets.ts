/** What of the inputs is secret: kept apart from them, and out of everything that is printed. */
import { readSecrets, type Raw } from '../inputs/registry.ts';
import { readVerifyEnv } from '../inputs/verifying.ts';
import { secretValues } from '../world/secret-values.ts';
import { secretsFilter } from '../world/secrets.ts';
import type { SharedInputs } from './command.ts';

export interface Secrets {
  readonly registryPassword?: string;
  readonly verifyEnv: Readonly<Record<string, string>>;
  /** Values that nothing may print. */
  readonly values: readonly string[];
  /** A text without those values. */
  readonly filter: (text: string) => string;
}

/** @param inputs undefined where something is wrong with them. */
export function secretsOf(raw: Raw, env: NodeJS.ProcessEnv, inputs: SharedInputs | undefined): Secrets {
  const password = readSecrets(raw);
  const verifyEnv = readVerifyEnv(raw, env);
  const ofBuild = secretValues({ secrets: inputs?.secrets ?? [] }, env, verifyEnv);
  const values = [...Object.values(password), ...ofBuild];
  return { ...password, verifyEnv, values, filter: secretsFilter(values) };
}
