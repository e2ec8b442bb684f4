/** What the command `catalogue` takes, validated. */
import { parsePath, type Where } from './building.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import { readRepositoryInputs, type RepositoryInputs } from './repositories.ts';

export interface CatalogueInputs extends RepositoryInputs {
  /** Path of the folder that the page is written to. */
  readonly out: string;
}

export function readCatalogueInputs(raw: Raw, where: Where, env: Env = {}): Read<CatalogueInputs> {
  const reader = inputReader('catalogue', raw, where, env);
  const { needed, optional } = readRepositoryInputs(reader, raw, where);
  return reader.done({ ...needed, out: reader.one('out', (value) => parsePath(value, where)) }, optional);
}
