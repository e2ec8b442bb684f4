/** What the command `tree` takes, validated. */
import { basename } from 'node:path';
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import { parsePath, type Where } from './building.ts';
import { parseConcurrency } from './concurrency.ts';
import { readImageInputs } from './image-inputs.ts';
import type { ImageInputs } from './inputs.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import { imageChecks } from './verifying.ts';

/** Since when files count as changed. */
export type Changed =
  | { readonly kind: 'push' }
  | { readonly kind: 'pull_request' }
  | { readonly kind: 'commit'; readonly commit: string };

/** Paths are as they were given, from the working directory. */
export interface TreeInputs extends ImageInputs {
  /** Folder with the Dockerfiles. */
  readonly path: string;
  /** Folder that files named `Dockerfile.NAME` are built from; absent where each is built from its own. */
  readonly context?: string;
  /** Names of images, with `*` for any characters; empty for all. */
  readonly images: readonly string[];
  readonly exclude: readonly string[];
  readonly changed?: Changed;
  /** Path of a file of build arguments. */
  readonly pins?: string;
  readonly defaultBranch: string;
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
  const shared = readImageInputs(reader, raw, where, nameOf(folder, env), imageChecks);
  return done(
    {
      ...shared.needed,
      path: folder,
      images: words('images'),
      exclude: words('exclude'),
      defaultBranch: text('default_branch'),
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
const nameOf = (folder: string | undefined, env: Env): string =>
  basename(folder === undefined || folder === '.' ? (env['PWD'] ?? '') : folder).toLowerCase() || 'images';

function parseChanged(text: string): Parsed<Changed> {
  if (text === 'push' || text === 'pull_request') return parsed({ kind: text });
  if (/^[\w./~^@{}-]{1,250}$/.test(text) && !text.startsWith('-'))
    return parsed({ kind: 'commit', commit: text });
  return refused(`${shown(text)} is neither "push", "pull_request" nor a commit.`);
}
