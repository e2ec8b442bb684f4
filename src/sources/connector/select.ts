/** Chooses connectors: by name, by glob, or because something in their folder changed. */
import { posix } from 'node:path';
import { nearest } from '../../names/nearest.ts';
import { shown } from '../../names/shown.ts';
import { pathPattern } from '../../observe/patterns.ts';
import { parseReference } from '../../registry/reference.ts';

export type WantedConnectors =
  /** Names, and globs with `*`, `?` and `[…]`. */
  | { readonly kind: 'names'; readonly names: readonly string[] }
  /** Paths as `git diff --name-only --no-renames -z` gives them, from the folder that `connectors-dir` is relative to. */
  | { readonly kind: 'changed'; readonly paths: readonly string[] };

/** Names of the folders in the folder of connectors. */
export interface ConnectorFolders {
  /** Those with a `metadata.yaml`. */
  readonly connectors: readonly string[];
  readonly others: readonly string[];
}

export interface Selection {
  /** Names, each once: of those that were asked for, in that order, otherwise sorted. */
  readonly names: readonly string[];
  readonly messages: readonly string[];
}

/** @param directory the folder of connectors, as it is called in messages. */
export function selectConnectors(
  folders: ConnectorFolders,
  directory: string,
  wanted: WantedConnectors,
): Selection {
  if (wanted.kind === 'changed') return { names: changed(folders, directory, wanted.paths), messages: [] };
  const names: string[] = [];
  const messages: string[] = [];
  for (const text of wanted.names) {
    const found = folders.connectors.filter(pathPattern(text)).toSorted();
    if (found.length === 0) messages.push(missing(folders, directory, text));
    names.push(...found);
  }
  return { names: [...new Set(names)], messages };
}

const isGlob = (text: string): boolean => /[*?[\]\\]/.test(text);

function missing({ connectors, others }: ConnectorFolders, directory: string, text: string): string {
  if (isGlob(text)) return `No connector in "${directory}" matches ${shown(text)}.`;
  const wrong = nameFault(text);
  if (wrong !== undefined) return wrong;
  if (others.includes(text))
    return `"${posix.join(directory, text)}" has no metadata.yaml, which a connector needs.`;
  const near = nearest(text, connectors);
  return `There is no connector ${shown(text)} in "${directory}".${near === undefined ? '' : ` Did you mean "${near}"?`}`;
}

/** Why a name cannot be the last part of a repository's name; undefined where it can. */
export function nameFault(name: string): string | undefined {
  const result = name.includes('/') ? undefined : parseReference(`connectors/${name}`);
  const { repository, tag, digest } = result?.ok === true ? result.value : {};
  if (repository !== undefined && tag === undefined && digest === undefined) return undefined;
  return `${shown(name)} cannot name a connector: the name is the last part of its repository, which is lower-case letters and digits, joined by one ".", one or two "_", or "-".`;
}

function changed({ connectors }: ConnectorFolders, directory: string, paths: readonly string[]): string[] {
  const above = posix.join(directory, '/');
  const prefix = above === './' ? '' : above;
  const names = new Set(
    paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length).split('/')[0]),
  );
  return connectors.filter((name) => names.has(name)).toSorted();
}
