/**
 * Reads a connector's `metadata.yaml`. Of the fields in it those are read that decide what image is built; all that is
 * wrong with them is said at once. Fields: "Connector Metadata.yaml File" in Airbyte's documentation.
 */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLParseError,
} from 'yaml';
import { type Parsed, parsed, type Problem, refused } from '../../errors.ts';
import { nearest } from '../../names/nearest.ts';
import { parseTag, type Repository, type Tag } from '../../names/reference.ts';
import { shown } from '../../names/shown.ts';
import { parseReference } from '../../registry/reference.ts';

const connectorLanguages = ['python', 'manifest-only'] as const;
export type ConnectorLanguage = (typeof connectorLanguages)[number];

export interface ConnectorMetadata {
  readonly language: ConnectorLanguage;
  /** A reference with a digest, as it is written. */
  readonly baseImage: string;
  readonly repository: Repository;
  readonly version: Tag;
}

/** A problem at a place of a file: `about` is its path, line and column count from 1, and the message begins with all three. */
export interface FileProblem extends Problem {
  readonly line: number;
  readonly column: number;
}

export type ReadMetadata =
  | { readonly ok: true; readonly metadata: ConnectorMetadata }
  | { readonly ok: false; readonly problems: readonly FileProblem[] };

export function readConnectorMetadata(text: string, path: string): ReadMetadata {
  const problems: FileProblem[] = [];
  const lines = new LineCounter();
  const say = (offset: number, message: string): void => {
    // An empty text has no line at all.
    const { line, col: column } = lines.lineStarts.length === 0 ? { line: 1, col: 1 } : lines.linePos(offset);
    problems.push({
      station: 'input',
      about: path,
      line,
      column,
      message: `${path}:${line}:${column}: ${message}`,
    });
  };
  const metadata = metadataOf(text, lines, say);
  if (metadata !== undefined && problems.length === 0) return { ok: true, metadata };
  return { ok: false, problems: problems.toSorted((one, other) => one.line - other.line) };
}

type Say = (offset: number, message: string) => void;

function metadataOf(text: string, lines: LineCounter, say: Say): ConnectorMetadata | undefined {
  const root = rootOf(text, lines, say);
  if (root === undefined) return undefined;
  const data = mapOf(fieldOf(root, 'data'), say);
  if (data === undefined) return undefined;
  const options = mapOf(fieldOf(data, 'data.connectorBuildOptions'), say);
  const language = languageOf(fieldOf(data, 'data.tags'), say);
  const repository = valueOf(fieldOf(data, 'data.dockerRepository'), parseRepository, say);
  const version = valueOf(fieldOf(data, 'data.dockerImageTag'), parseTag, say);
  if (options === undefined) return undefined;
  const baseImage = valueOf(fieldOf(options, 'data.connectorBuildOptions.baseImage'), parseBaseImage, say);
  if (language === undefined || baseImage === undefined) return undefined;
  if (repository === undefined || version === undefined) return undefined;
  return { language, baseImage, repository, version };
}

/** The map that the file is; undefined where it is none, which has been said then. */
function rootOf(text: string, lines: LineCounter, say: Say): Resolved<YAMLMap> | undefined {
  // A key that is twice is said where it is one of ours: looking for all of them takes the square of their number.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  // Those behind the first one mostly follow from it.
  const [fault] = document.errors.toSorted((one, other) => one.pos[0] - other.pos[0]);
  if (fault !== undefined) {
    if (document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION'))
      say(0, 'this is nested too deeply to be read.');
    else say(fault.pos[0], faultText(fault));
    return undefined;
  }
  const resolve: Resolve = (node) => (isAlias(node) ? (node.resolve(document) ?? node) : node);
  const node = document.contents;
  if (isMap(node)) return { node, at: offsetOf(node), resolve };
  say(offsetOf(node), 'this is no map with a field "data".');
  return undefined;
}

const faultText = ({ code, message }: YAMLParseError): string =>
  code === 'MULTIPLE_DOCS'
    ? 'a second document begins here: keep one.'
    : `this is not valid YAML. ${message.replace(/\.?$/, '.')}`;

type Resolve = (node: unknown) => unknown;

/** A node with the place where it, or an alias of it, is written. */
interface Resolved<T> {
  readonly node: T;
  readonly at: number;
  readonly resolve: Resolve;
}

/** A field of a map by its path from the root; `node` is undefined where it is missing. */
interface Field extends Resolved<unknown> {
  readonly path: string;
  /** Whether the map has it more than once. */
  readonly twice: boolean;
}

const offsetOf = (node: unknown): number => (isNode(node) ? ((node as Node).range?.[0] ?? 0) : 0);

function fieldOf({ node: map, at, resolve }: Resolved<YAMLMap>, path: string): Field {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const pairs = (map.items as readonly Pair[]).filter(({ key }) => isScalar(key) && key.value === name);
  const pair = pairs.at(-1);
  if (pair === undefined) return { node: undefined, at, path, twice: false, resolve };
  // A value that is left out has a place that may be on another line.
  const [start = 0, end = 0] = isNode(pair.value) ? ((pair.value as Node).range ?? []) : [];
  const written = start < end ? pair.value : pair.key;
  return { node: resolve(pair.value), at: offsetOf(written), path, twice: pairs.length > 1, resolve };
}

/** Says what is wrong with a field whatever it should hold: it is missing, empty, or twice. */
function isThere({ node, at, path, twice }: Field, say: Say): boolean {
  if (node === undefined) say(at, `${path} is missing.`);
  else if (twice) say(at, `${path} is there more than once: keep one.`);
  else if (node === null || (isScalar(node) && (node.value === null || node.value === '')))
    say(at, `${path} is empty.`);
  else return true;
  return false;
}

function mapOf(field: Field, say: Say): Resolved<YAMLMap> | undefined {
  if (!isThere(field, say)) return undefined;
  const { node, at, path, resolve } = field;
  if (isMap(node)) return { node, at, resolve };
  say(at, `${path} is ${kindOf(node)}, and has to be a map.`);
  return undefined;
}

function valueOf<T>(field: Field, parse: (text: string) => Parsed<T>, say: Say): T | undefined {
  if (!isThere(field, say)) return undefined;
  const { node, at, path } = field;
  if (!isScalar(node) || typeof node.value !== 'string') {
    say(at, `${path} is ${kindOf(node)}, and has to be a text.${quoting(node)}`);
    return undefined;
  }
  const result = parse(node.value);
  if (result.ok) return result.value;
  say(at, `${path}: ${result.message}`);
  return undefined;
}

function kindOf(node: unknown): string {
  if (isMap(node)) return 'a map';
  if (isSeq(node)) return 'a list';
  if (!isScalar(node)) return 'an alias of nothing';
  return typeof node.value === 'string'
    ? `the text ${shown(node.value)}`
    : `the ${typeof node.value} ${String(node.value)}`;
}

const quoting = (node: unknown): string =>
  isScalar(node) && node.source !== undefined ? ` Quote it: "${node.source}".` : '';

const languagePrefix = 'language:';
const languageRule = `one of them has to be ${connectorLanguages.map((name) => `"${languagePrefix}${name}"`).join(' or ')}`;

function languageOf(field: Field, say: Say): ConnectorLanguage | undefined {
  if (!isThere(field, say)) return undefined;
  const { node, at, path, resolve } = field;
  if (!isSeq(node)) {
    say(at, `${path} is ${kindOf(node)}, and has to be a list of texts: ${languageRule}.`);
    return undefined;
  }
  const tags = node.items.map((item) => ({ at: offsetOf(item), node: resolve(item) }));
  const languages = tags.flatMap((tag) =>
    isScalar(tag.node) && typeof tag.node.value === 'string' && tag.node.value.startsWith(languagePrefix)
      ? [{ at: tag.at, name: tag.node.value.slice(languagePrefix.length) }]
      : [],
  );
  const [first] = languages;
  if (first === undefined) {
    say(at, `${path} names no language: ${languageRule}.`);
    return undefined;
  }
  const other = languages.find(({ name }) => name !== first.name);
  if (other !== undefined) {
    say(other.at, `${path} names two languages, ${shown(first.name)} and ${shown(other.name)}: keep one.`);
    return undefined;
  }
  const result = parseLanguage(first.name);
  if (result.ok) return result.value;
  say(first.at, `${path}: ${result.message}`);
  return undefined;
}

function parseLanguage(text: string): Parsed<ConnectorLanguage> {
  const language = connectorLanguages.find((known) => known === text);
  if (language !== undefined) return parsed(language);
  const near = nearest(text, connectorLanguages);
  const way = near === undefined ? '' : ` Did you mean "${near}"?`;
  return refused(
    `connectors in the language ${shown(text)} are not built here, only those in "python" and "manifest-only".${way}`,
  );
}

function parseBaseImage(text: string): Parsed<string> {
  const result = parseReference(text);
  if (!result.ok) return result;
  if (result.value.digest !== undefined) return parsed(text);
  return refused(
    `${shown(text)} has no digest, so that it may be another image tomorrow: write it as "name:tag@sha256:…".`,
  );
}

function parseRepository(text: string): Parsed<Repository> {
  const result = parseReference(text);
  if (!result.ok) return result;
  const { repository, tag, digest } = result.value;
  if (tag === undefined && digest === undefined) return parsed(repository);
  return refused(`${shown(text)} has a tag or a digest: it is a name alone, like "airbyte/source-faker".`);
}
