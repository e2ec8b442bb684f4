/**
 * Files of pins: lines of `NAME=value`, as shells and `docker run --env-file` read them. By hand: Node's util.parseEnv gives
 * no positions, which an update needs, and passes over what it cannot read.
 */
import { argumentNames } from '../../dockerfile/scope.ts';
import { readInstructions } from '../../dockerfile/instructions.ts';
import type { Problem } from '../../errors.ts';
import { type Digest, parseDigest } from '../../names/reference.ts';
import { firstProblems } from '../small-file.ts';

/** An image by its digest. */
export interface Pin {
  /** The variable that has the digest. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
  readonly digest: Digest;
  /** With its tag and without the digest; absent for a digest that stands alone. */
  readonly image?: string;
  /** The variable that has the image, where it is another one. */
  readonly imageName?: string;
}

export interface PinFile {
  /** Variables in their order, with their values. */
  readonly values: Readonly<Record<string, string>>;
  readonly pins: readonly Pin[];
  /** What is wrong, each with its line: `line 3: …`. */
  readonly messages: readonly string[];
}

interface Line {
  readonly line: number;
  readonly name: string;
  readonly value: string;
}

/** Reads any text: what cannot be read is left out and said. */
export function readPins(text: string): PinFile {
  const messages: string[] = [];
  const lines = new Map<string, Line>();
  for (const [index, raw] of linesOf(text).entries()) {
    if (/^\s*(?:#|$)/.test(raw)) continue;
    const line = index + 1;
    const read = readLine(raw);
    const same = read === undefined ? undefined : lines.get(read.name);
    if (read === undefined) messages.push(`line ${line}: it is not NAME=value.`);
    else if (read.value === undefined)
      messages.push(`line ${line}: ${read.name} has a quote that is not closed in its line.`);
    else if (same !== undefined)
      messages.push(`line ${line}: ${read.name} has a value in line ${same.line} already: keep one.`);
    else if (read.quote !== "'" && /\$[A-Za-z_{(]/.test(read.value))
      messages.push(
        `line ${line}: ${read.name} has a variable in its value, which nothing expands here: write the value.`,
      );
    else if (looksPinned.test(read.value) && !digestAtEnd.test(read.value))
      messages.push(`line ${line}: ${parseDigestMessage(read.value)}`);
    else lines.set(read.name, { line, name: read.name, value: read.value });
  }
  const all = [...lines.values()];
  const values = Object.fromEntries(all.map(({ name, value }) => [name, value]));
  return { values, pins: all.flatMap((line) => pinOf(line, values)), messages };
}

/** What is wrong with a file, cut where that is most of it. @param path for messages. */
export const pinProblems = (path: string, { messages }: Pick<PinFile, 'messages'>): Problem[] =>
  firstProblems(
    path,
    messages.map((message) => ({ station: 'input', about: path, message: `${path}, ${message}` })),
  );

const linesOf = (text: string): string[] => text.replace(/^\uFEFF/, '').split(/\r?\n/);

/** Where a value says that it is pinned. */
const looksPinned = /(?:^|@)sha256:/;
const digestAtEnd = /^(?:(.+)@)?(sha256:[0-9a-f]{64})$/s;

function parseDigestMessage(value: string): string {
  const result = parseDigest(value.replace(/^.*@/s, ''));
  return result.ok ? '' : result.message;
}

/** Without a value where its quote does not end. Values are in no message: some files have secrets. */
function readLine(raw: string): { name: string; value?: string; quote: string } | undefined {
  const [, name = '', rest = ''] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*)$/.exec(raw) ?? [];
  if (name === '') return undefined;
  const [, quote = '', quoted = ''] = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(rest) ?? [];
  if (quote !== '') return { name, value: quoted, quote };
  if (/^["']/.test(rest)) return { name, quote };
  return { name, value: rest.replace(/(?:^|\s+)#.*$/, '').trim(), quote };
}

function pinOf({ name, line, value }: Line, values: Readonly<Record<string, string>>): Pin[] {
  const [, image, digest] = digestAtEnd.exec(value) ?? [];
  if (digest === undefined) return [];
  const pin = { name, line, digest: digest as Digest };
  if (image !== undefined) return [{ ...pin, image }];
  const imageName = imageNames(name).find((other) => isImage(values[other]));
  return [imageName === undefined ? pin : { ...pin, image: values[imageName]!, imageName }];
}

const isImage = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && !looksPinned.test(value);

/** Names that the image of a digest may have: `BASE_IMAGE` or `BASE` for `BASE_DIGEST`, and for `BASE_IMAGE_DIGEST`. */
function imageNames(name: string): string[] {
  const parts = name.split('_');
  const at = parts.findIndex((part) => /^(?:digest|sha|sha256|hash)$/i.test(part));
  if (at < 0) return [];
  const rest = parts.toSpliced(at, 1);
  const image = name === name.toLowerCase() ? 'image' : 'IMAGE';
  return [parts.with(at, image).join('_'), rest.join('_'), [...rest, image].join('_')];
}

/**
 * Build arguments that a Dockerfile takes from the file: those that it declares by ARG. The image of a pair is given only
 * with its digest. In a tree, many Dockerfiles may have an `ARG BASE_IMAGE` whose default is an image of the tree, and only
 * the one at the root an `ARG BASE_DIGEST` too.
 */
export function pinArguments(
  { values, pins }: Pick<PinFile, 'values' | 'pins'>,
  dockerfile: string,
): Record<string, string> {
  const declared = new Set(argumentNames(readInstructions(dockerfile)));
  const digestOf = new Map(
    pins.flatMap(({ name, imageName }) => (imageName === undefined ? [] : [[imageName, name]])),
  );
  return Object.fromEntries(
    Object.entries(values).filter(([name]) => declared.has(name) && declared.has(digestOf.get(name) ?? name)),
  );
}

/** Pins with the image of each digest that stands alone: that of a reference of a Dockerfile, `python:3@sha256:…`. */
export const withImages = (pins: readonly Pin[], references: readonly string[]): Pin[] =>
  pins.map((pin) => {
    const reference = references.find((one) => one.endsWith(`@${pin.digest}`));
    return pin.image !== undefined || reference === undefined
      ? pin
      : { ...pin, image: reference.slice(0, reference.lastIndexOf('@')) };
  });

export interface MovedPin extends Pin {
  readonly image: string;
  readonly to: Digest;
}

/** Pins whose image has another digest today. @param today digest of an image, by its reference. */
export const movedPins = (pins: readonly Pin[], today: Readonly<Record<string, Digest>>): MovedPin[] =>
  pins.flatMap((pin) => {
    const to = pin.image === undefined ? undefined : today[pin.image];
    return pin.image === undefined || to === undefined || to === pin.digest
      ? []
      : [{ ...pin, image: pin.image, to }];
  });

/** The text with new digests, and every other character as it was. */
export function updatePins(text: string, moved: readonly Pick<MovedPin, 'line' | 'digest' | 'to'>[]): string {
  // Line breaks are kept as parts of their own.
  const parts = text.split(/(\r?\n)/);
  for (const { line, digest, to } of moved) {
    const at = (line - 1) * 2;
    parts[at] = parts[at]!.replace(digest, to);
  }
  return parts.join('');
}
