/** Reads images.yml, which says of a tree's images what no file name and no Dockerfile says. */
import { posix } from 'node:path';
import { defined } from '../../defined.ts';
import type { Parsed, Problem } from '../../errors.ts';
import { nearest } from '../../names/nearest.ts';
import { type Platform, parsePlatform } from '../../names/platform.ts';
import { parseTag, type Tag } from '../../names/reference.ts';
import { shown } from '../../names/shown.ts';
import { parseReference } from '../../registry/reference.ts';
import { type YamlReader, yamlReader, type YamlText } from '../yaml-nodes.ts';

/** What a row says of an image. */
export interface ImageSettings {
  /** References by which other Dockerfiles call it; one with a tag is meant with this tag alone. */
  readonly references: readonly string[];
  readonly arguments: Readonly<Record<string, string>>;
  readonly verifyCommand?: string;
  /** Absolute paths of files in the image, and patterns of such. */
  readonly exports: readonly string[];
  readonly platforms?: readonly Platform[];
  readonly tags: readonly Tag[];
}

/** A row with at least one of name and dockerfile. Paths are from the workspace. */
export interface ImageRow extends ImageSettings {
  readonly line: number;
  readonly name?: string;
  readonly dockerfile?: string;
  readonly context?: string;
}

export interface ImagesFile {
  readonly path: string;
  readonly rows: readonly ImageRow[];
  /** References to images that the tree does not make, although they look so. */
  readonly external: readonly string[];
  readonly problems: readonly Problem[];
}

const keys = [
  'name',
  'dockerfile',
  'context',
  'image',
  'external',
  'arguments',
  'verify_command',
  'exports',
  'platforms',
  'tags',
] as const;
type Key = (typeof keys)[number];

/** @param path of the file from the workspace; paths in it are from its own folder. */
export function readImagesFile(text: string, path: string): ImagesFile {
  const said: { readonly message: string; readonly offset: number }[] = [];
  const yaml = yamlReader(text, path, (message, offset) => said.push({ message, offset }));
  const rows: ImageRow[] = [];
  const external: string[] = [];
  const items = yaml.items(yaml.root) ?? [];
  if (yaml.root !== undefined && yaml.items(yaml.root) === undefined)
    yaml.say(yaml.root, 'it must be a list of rows, each like "- name: base".');
  for (const item of items) {
    const before = said.length;
    const fields = fieldsOf(yaml, item);
    if (fields === undefined) continue;
    if (fields.has('external')) external.push(...externalOf(yaml, item, fields));
    else {
      const row = rowOf(yaml, item, fields, path);
      if (said.length === before) rows.push(row);
    }
  }
  const problems = said
    .toSorted((one, other) => one.offset - other.offset)
    .map(({ message }): Problem => ({ station: 'input', about: path, message }));
  return { path, rows, external, problems };
}

type Fields = ReadonlyMap<Key, unknown>;

function fieldsOf(yaml: YamlReader, item: unknown): Fields | undefined {
  const written = yaml.fields(item);
  if (written === undefined) {
    yaml.say(item, 'this row is no mapping: write it like "- name: base".');
    return undefined;
  }
  const fields = new Map<Key, unknown>();
  for (const { name, key: node, value } of written) {
    const key = keys.find((known) => known === name);
    if (key !== undefined) fields.set(key, value);
    else {
      const near = nearest(name, keys);
      const way = near === undefined ? `A row has ${keys.join(', ')}.` : `Did you mean "${near}"?`;
      yaml.say(node, `there is no key ${shown(name)}. ${way}`);
    }
  }
  return fields;
}

function externalOf(yaml: YamlReader, item: unknown, fields: Fields): string[] {
  const flag = yaml.text(fields.get('external'), 'external');
  if (flag !== undefined && flag !== 'true') {
    yaml.say(fields.get('external'), `external ${shown(flag)} can only be true: leave it out of other rows.`);
  }
  if (fields.size !== 2 || !fields.has('image'))
    yaml.say(item, 'a row of an external image has "image" and "external", and nothing else.');
  return referencesOf(yaml, fields);
}

function rowOf(yaml: YamlReader, item: unknown, fields: Fields, path: string): ImageRow {
  if (!fields.has('name') && !fields.has('dockerfile'))
    yaml.say(item, 'this row names no image: it needs "name" or "dockerfile", or "external: true".');
  const text = (key: Key): string | undefined =>
    fields.has(key) ? yaml.text(fields.get(key), key) : undefined;
  const file = (key: Key): string | undefined => {
    const written = text(key);
    return written === undefined ? undefined : pathOf(yaml, fields.get(key), written, path);
  };
  const platforms = fields.has('platforms') ? listOf(yaml, fields, 'platforms', parsePlatform) : undefined;
  return {
    line: yaml.line(item),
    references: referencesOf(yaml, fields),
    arguments: fields.has('arguments') ? argumentsOf(yaml, fields.get('arguments')) : {},
    exports: textsOf(yaml, fields, 'exports').flatMap(({ text: exported, node }) => {
      if (/^\/(?!(?:.*\/)?\.\.(?:\/|$))./.test(exported)) return [exported];
      yaml.say(
        node,
        `exports ${shown(exported)} is no absolute path in the image, like "/opt/locks/*.lock".`,
      );
      return [];
    }),
    tags: listOf(yaml, fields, 'tags', parseTag),
    ...defined({
      name: text('name'),
      dockerfile: file('dockerfile'),
      context: file('context'),
      verifyCommand: text('verify_command'),
      platforms,
    }),
  };
}

const textsOf = (yaml: YamlReader, fields: Fields, key: Key): YamlText[] =>
  fields.has(key) ? yaml.texts(fields.get(key), key) : [];

const referencesOf = (yaml: YamlReader, fields: Fields): string[] =>
  textsOf(yaml, fields, 'image').flatMap(({ text, node }) => {
    const reference = parseReference(text);
    if (reference.ok && reference.value.digest === undefined) return [text];
    yaml.say(node, reference.ok ? `image ${shown(text)} has a digest: write it without.` : reference.message);
    return [];
  });

/** Of a list, or of one text with commas or spaces between its parts. */
const listOf = <T>(yaml: YamlReader, fields: Fields, key: Key, parse: (text: string) => Parsed<T>): T[] =>
  textsOf(yaml, fields, key).flatMap(({ text, node }) =>
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .flatMap((part) => {
        const result = parse(part);
        if (result.ok) return [result.value];
        yaml.say(node, result.message);
        return [];
      }),
  );

const leaves = (folder: string, path: string): boolean => /^\.\.(?:\/|$)/.test(posix.relative(folder, path));

function pathOf(yaml: YamlReader, node: unknown, written: string, file: string): string | undefined {
  const folder = posix.dirname(file);
  const path = posix.join(folder, written).replace(/(?<=.)\/$/, '');
  // On the command line the tree may lie outside of the workspace: then paths within the tree do, too.
  if (!written.startsWith('/') && (!leaves('.', path) || !leaves(folder, path))) return path;
  yaml.say(
    node,
    `${shown(written)} leaves the workspace: write a path from the folder of ${file}, within it.`,
  );
  return undefined;
}

function argumentsOf(yaml: YamlReader, node: unknown): Record<string, string> {
  const fields = yaml.fields(node);
  if (fields === undefined) yaml.say(node, 'arguments is no mapping: write each as "NAME: value".');
  const pairs: [string, string][] = [];
  for (const { name, key, value } of fields ?? []) {
    if (!/^[A-Za-z_]\w*$/.test(name)) yaml.say(key, `argument ${shown(name)} is no name of an ARG.`);
    const text = yaml.text(value, `argument ${name}`);
    if (text !== undefined) pairs.push([name, text]);
  }
  return Object.fromEntries(pairs);
}
