/** What the command `release` takes, validated. */
import { type Parsed, parsed, refused } from '../errors.ts';
import type { Repository, Tag } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import { parseReference } from '../registry/reference.ts';
import { parseBaseRegistry, parsePath, type Where } from './building.ts';
import { parseExtraTag } from './image.ts';
import { inputReader, type Read } from './reader.ts';
import { type Env, missingRegistry, type Raw, readDestinations, readUsername } from './registry.ts';
import { type Many, parseEach, splitList } from './splitting.ts';
import { nameOfFolder } from './tree.ts';
import { parseFlag, parseTags } from './values.ts';

export interface ReleaseInputs {
  readonly registry: string;
  /** What stands before the names of the images; of the image ".", all of it. */
  readonly repositories: readonly [Repository, ...Repository[]];
  /** Names, each once, with `*` for any characters; empty for those of the tree. */
  readonly images: readonly string[];
  /** Folder with the Dockerfiles. */
  readonly path: string;
  readonly exclude: readonly string[];
  readonly from?: Tag;
  readonly tag?: Tag;
  /** Symbolic tags. */
  readonly tags: readonly Tag[];
  /** In place of `tags` where the release is a pre-release. */
  readonly prereleaseTags: readonly Tag[];
  readonly force: boolean;
  /** `docker.io/library`, or a mirror's host and path. */
  readonly baseRegistry: string;
  readonly dryRun: boolean;
  /** Path of a PEM file that is trusted besides what is trusted anyway. */
  readonly caBundle?: string;
  /** Set only together with a password. */
  readonly registryUsername?: string;
}

export function readReleaseInputs(raw: Raw, where: Where, env: Env = {}): Read<ReleaseInputs> {
  const { given, text, one, many, say, done } = inputReader('release', raw, where, env);
  const path = one('path', (value) => parsePath(value, where));
  const destinations = readDestinations(given, nameOfFolder(path, env), where, say);
  if (where === 'cli' && (raw['registry'] ?? '').trim() === '') {
    const lack = missingRegistry(text('image_name'));
    if (lack !== undefined) say('registry', lack);
  }
  const needed = {
    registry: destinations?.registry,
    repositories: destinations?.repositories,
    path,
    images: many('images', parseNames),
    exclude: many('exclude', (value) => ({ value: splitList(value), messages: [] })),
    tags: many('tags', parseTags),
    prereleaseTags: many('prerelease_tags', parseTags),
    force: one('force', parseFlag),
    baseRegistry: one('base_registry', parseBaseRegistry),
    dryRun: one('dry_run', parseFlag),
  };
  return done(needed, {
    from: one('from', parseExtraTag),
    tag: one('tag', parseExtraTag),
    caBundle: one('ca_bundle', (value) => parsePath(value, where)),
    registryUsername: readUsername(raw, text('registry_username'), say),
  });
}

function parseNames(text: string): Many<readonly string[]> {
  const { value, messages } = parseEach(splitList(text), parseName);
  return { value: [...new Set(value)], messages };
}

/** A pattern is compared with names, and may be anything. */
function parseName(text: string): Parsed<string> {
  if (text === '.' || text.includes('*')) return parsed(text);
  const result = parseReference(`registry.invalid/${text}`);
  if (result.ok && result.value.repository.name === text) return parsed(text);
  return refused(
    `${shown(text)} is no name of an image: it is lower-case letters and digits, joined by ".", "_", "__" or "-", as it follows image_name; "." is image_name itself.`,
  );
}
