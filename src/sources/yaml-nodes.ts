/** Reads nodes of a YAML document, and says what is wrong with its line and column. */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
} from 'yaml';
import { referenceText, yamlErrorText } from './yaml-errors.ts';

export interface YamlText {
  readonly text: string;
  readonly node: unknown;
}

/** Each function says what is wrong, and gives undefined, or what is left. */
export interface YamlReader {
  readonly root: unknown;
  say(node: unknown, message: string): void;
  /** From 1. */
  line(node: unknown): number;
  /** `images.yml:3:5`. */
  place(node: unknown): string;
  /** The text of a scalar as it is written: `3.10` stays `3.10`. */
  text(node: unknown, what: string): string | undefined;
  /** Of one scalar, or of a list of them. */
  texts(node: unknown, what: string): YamlText[];
  /** Items of a list; undefined for another kind of node. */
  items(node: unknown): readonly unknown[] | undefined;
  /** Fields of a mapping in their order; undefined for another kind of node. */
  fields(node: unknown): YamlField[] | undefined;
}

export interface YamlField {
  /** The key as it is written; empty where it is no text. */
  readonly name: string;
  readonly key: unknown;
  readonly value: unknown;
}

/** @param say takes each message, `images.yml:3:5: …`, and its place in characters, by which messages can be sorted. */
export function yamlReader(
  source: string,
  path: string,
  say: (message: string, offset: number) => void,
): YamlReader {
  const lines = new LineCounter();
  const document: Document.Parsed<ParsedNode> = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
  });
  const placeAt = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${path}:${line}:${col}`;
  };
  const sayAt = (offset: number, message: string): void => say(`${placeAt(offset)}: ${message}`, offset);
  // What follows the first error of the syntax most likely comes of it; keys that are there twice do not.
  const [first] = document.errors;
  for (const error of document.errors)
    if (error === first || error.code === 'DUPLICATE_KEY')
      sayAt(error.pos[0], yamlErrorText(error, document.errors));

  const resolved = (node: unknown): Node | undefined =>
    isAlias(node) ? resolved(node.resolve(document)) : ((node ?? undefined) as Node | undefined);
  const startOf = (node: unknown): number => (node as Node | undefined)?.range?.[0] ?? 0;
  const reader: YamlReader = {
    // A document with a fault of syntax has nodes that nobody wrote.
    root: document.errors.length > 0 ? undefined : (document.contents ?? undefined),
    say: (node, message) => sayAt(startOf(node), message),
    line: (node) => lines.linePos(startOf(node)).line,
    place: (node) => placeAt(startOf(node)),
    text(node, what) {
      const value = resolved(node);
      if (isScalar(value) && value.value !== null) return value.source ?? '';
      const wrong = isScalar(value) ? 'has no value: write one, or leave it out.' : 'must be one text.';
      const isLost = isAlias(node) && value === undefined;
      reader.say(node, isLost ? referenceText : `${what} ${wrong}`);
      return undefined;
    },
    texts: (node, what) =>
      (reader.items(node) ?? [node]).flatMap((item) => {
        const text = reader.text(item, what);
        return text === undefined ? [] : [{ text, node: item }];
      }),
    items(node) {
      const value = resolved(node);
      return isSeq(value) ? value.items : undefined;
    },
    fields(node) {
      const value = resolved(node);
      if (!isMap(value)) return undefined;
      return value.items.map((pair) => ({
        name: isScalar(pair.key) ? (pair.key.source ?? '') : '',
        key: pair.key,
        // A key of `{key}` has no value at all: then its place is that of the key.
        value: pair.value ?? { range: (pair.key as Node).range },
      }));
    },
  };
  return reader;
}
