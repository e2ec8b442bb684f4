/** What the command `pins` takes, validated. */
import { parsePath, type Where } from './building.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import { parseFlag } from './values.ts';

export interface PinsInputs {
  /** Folder with the Dockerfiles. */
  readonly path: string;
  /** Path of the file; absent where it is `digests.env` of the folder. */
  readonly pins?: string;
  readonly update: boolean;
  /** Path of a PEM file that is trusted besides what is trusted anyway. */
  readonly caBundle?: string;
}

export function readPinsInputs(raw: Raw, where: Where, env: Env = {}): Read<PinsInputs> {
  const { one, done } = inputReader('pins', raw, where, env);
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  return done(
    { path: path('path'), update: one('update', parseFlag) },
    { pins: path('pins'), caBundle: path('ca_bundle') },
  );
}
