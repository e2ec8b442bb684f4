import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from './shown.ts';

declare const brand: unique symbol;
/** A tag: at most 128 of `[A-Za-z0-9_.-]`, not starting with `.` or `-`. */
export type Tag = string & { readonly [brand]: 'Tag' };
/** `sha256:` and 64 hexadecimal digits. */
export type Digest = string & { readonly [brand]: 'Digest' };

/** A repository of images: `registry` is its host with the port, and `docker.io` for Docker Hub. */
export interface Repository {
  readonly registry: string;
  readonly name: string;
}

export function parseTag(text: string): Parsed<Tag> {
  if (/^\w[\w.-]{0,127}$/.test(text)) return parsed(text as Tag);
  return refused(
    `tag ${shown(text)} is not valid: a tag has 1 to 128 letters, digits, "_", "." and "-", and starts with a letter, a digit or "_".`,
  );
}

export function parseDigest(text: string): Parsed<Digest> {
  if (/^sha256:[0-9a-f]{64}$/.test(text)) return parsed(text as Digest);
  return refused(`digest ${shown(text)} is not valid: it is "sha256:" and 64 lower-case hexadecimal digits.`);
}

export const repositoryText = (repository: Repository): string => `${repository.registry}/${repository.name}`;

export const taggedText = (repository: Repository, tag: Tag): string =>
  `${repositoryText(repository)}:${tag}`;
