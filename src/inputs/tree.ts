/** What the command `tree` takes, validated. */
import { basename } from 'node:path';
import { parseOutput, parsePath, type Where } from './building.ts';
import { type Changed, parseChanged, parseConcurrency } from './several.ts';
import { readImageInputs } from './image-inputs.ts';
import type { ChosenBy, ImageInputs } from './inputs.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import { imageChecks } from './verifying.ts';

/** Paths are as they were given, from the working directory. */
export interface TreeInputs extends ImageInputs {
  /** Folder with the Dockerfiles. */
  readonly path: string;
  /** Folder that files named `Dockerfile.NAME` are built from; absent where each is built from its own. */
  readonly context?: string;
  /** Names of images, with `*` for any characters; empty for all. */
  readonly images: readonly string[];
  /** Absent where `images` is the input. */
  readonly chosenBy?: ChosenBy;
  readonly exclude: readonly string[];
  readonly changed?: Changed;
  /** Path of a file of build arguments. */
  readonly pins?: string;
  readonly defaultBranch: string;
  /** Folder for the files that images export. */
  readonly exportsDir: string;
  /** So many groups of images at once, 1 to 64. */
  readonly concurrency: number;
}

export function readTreeInputs(raw: Raw, where: Where, env: Env = {}): Read<TreeInputs> {
  const reader = inputReader('tree', raw, where, env);
  const { text, one, many, done } = reader;
  const path = (name: string) => one(name, (value) => parsePath(value, where));
  const words = (name: string) =>
    many(name, (value) => ({ value: value.split(/[\s,]+/).filter(Boolean), messages: [] }));
  const folder = path('path');
  const shared = readImageInputs(reader, raw, where, nameOfFolder(folder, env), imageChecks);
  return done(
    {
      ...shared.needed,
      path: folder,
      images: words('images'),
      exclude: words('exclude'),
      defaultBranch: text('default_branch'),
      exportsDir: one('exports_dir', (value) => parseOutput(value, where)),
      concurrency: one('concurrency', parseConcurrency),
    },
    {
      ...shared.optional,
      context: path('context'),
      changed: one('changed', parseChanged),
      pins: path('pins'),
    },
  );
}

/** On the command line images are called after their folder. */
export const nameOfFolder = (folder: string | undefined, env: Env): string =>
  basename(folder === undefined || folder === '.' ? (env['PWD'] ?? '') : folder).toLowerCase() || 'images';
