/** What the command `check` takes, validated. */
import type { Where } from './building.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import { readRepositoryInputs, type RepositoryInputs } from './repositories.ts';

export type CheckInputs = RepositoryInputs;

export function readCheckInputs(raw: Raw, where: Where, env: Env = {}): Read<CheckInputs> {
  const reader = inputReader('check', raw, where, env);
  const { needed, optional } = readRepositoryInputs(reader, raw, where);
  return reader.done(needed, optional);
}
