/** The inputs that say what the image is: its base, command, user, labels. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { parsePlatform } from '../names/platform.ts';
import { type Tag, parseTag } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import { nearest } from '../names/nearest.ts';
import { type PairRule, parseWords } from './splitting.ts';

const codenames = ['stretch', 'buster', 'bullseye', 'bookworm', 'trixie', 'forky'];
const variantWords = ['full', 'slim', 'alpine', ...codenames];

/**
 * Parses a variant of the official image to what follows the Python version in its tag; `full` is the empty one.
 * Whether the variant exists for this Python is the registry's to say: only typos are caught here.
 */
export function parseVariant(text: string): Parsed<string> {
  const rule =
    'it is "full", "slim", "alpine", or a variant with the name of its distribution, like "slim-bookworm", "alpine3.20" or "trixie"';
  if (text === 'full') return parsed('');
  const near = variantNear(text);
  if (near !== undefined)
    return refused(`${shown(text)} is not a variant of the official Python image. Did you mean "${near}"?`);
  if (text.length > 40 || !/^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/.test(text)) {
    return refused(
      `${shown(text)} is not a variant of the official Python image: ${rule}, in lower-case letters, digits, "." and "-".`,
    );
  }
  if (text.startsWith('full-')) {
    return refused(
      `${shown(text)} is not a variant of the official Python image: the full one of a distribution has its name alone, "${text.slice(5)}".`,
    );
  }
  if (/windowsservercore|nanoserver/.test(text)) return refused(`${shown(text)} is for Windows: ${rule}.`);
  return parsed(text);
}

/** The variant with the typos in its words corrected; undefined where it has none. */
function variantNear(text: string): string | undefined {
  if (text.length > 40) return undefined;
  const mended = text.replace(/[a-z]+/gi, (word) =>
    variantWords.includes(word) ? word : (slip(word) ?? word),
  );
  return mended === text ? undefined : mended;
}

function slip(word: string): string | undefined {
  const name = nearest(word, variantWords);
  // Many words are near to a short name like "full", so the first letter must be the same.
  return name !== undefined && name[0]?.toLowerCase() === word[0]?.toLowerCase() ? name : undefined;
}

export function parseExtraTag(text: string): Parsed<Tag> {
  const tag = parseTag(text);
  if (!tag.ok && /[/:]/.test(text))
    return refused(`${tag.message} Give the tag alone, without registry and name.`);
  return tag;
}

/** Parses a JSON array of strings or a line of words into a command's exec form. */
export function parseCommand(text: string): Parsed<readonly string[]> {
  const words = text.startsWith('[') ? parseArray(text) : parseWords(text);
  if (!words.ok) return words;
  if (words.value.length === 0 || words.value[0] === '') {
    return refused(
      `${shown(text)} names no program: give a console script's name, or ["program", "argument"].`,
    );
  }
  return words;
}

function parseArray(text: string): Parsed<string[]> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const strings = Array.isArray(value) && value.every((item): item is string => typeof item === 'string');
  if (!strings)
    return refused(`${shown(text)} is not a JSON array of strings: write it like ["uvicorn", "app:app"].`);
  const words = value as string[];
  if (words.some((word) => word.includes('\0')))
    return refused(`${shown(text)} has a character that no program can be given.`);
  return parsed(words);
}

const isAccount = (text: string): boolean =>
  /^[a-z_][a-z0-9_-]{0,31}$/.test(text) ||
  (/^(?:0|[1-9]\d{0,9})$/.test(text) && Number(text) <= 2_147_483_647);

/** Parses `user` or `user:group`, each a name or a number. */
export function parseUser(text: string): Parsed<string> {
  const parts = text.split(':');
  if (parts.length <= 2 && parts.every(isAccount)) return parsed(text);
  return refused(
    `${shown(text)} is not a user: it is a name (at most 32 lower-case letters, digits, "_" and "-") or a number, with a group if wanted, like "app", "1000" or "app:app".`,
  );
}

/** Parses who looks after the image: one line that means nothing to a shell, a Dockerfile or a bake file. */
export function parseMaintainer(text: string): Parsed<string> {
  if (text.length <= 200 && !/["\\$`]/.test(text)) return parsed(text);
  return refused(
    `${shown(text)} is not a maintainer: it is one line of at most 200 characters without ", \\, $ and \`, like "Ada Lovelace <ada@example.com>".`,
  );
}

const keyPattern = /^[a-z0-9](?:[a-z0-9._/-]*[a-z0-9])?$/i;
const keyRule =
  'a key has letters, digits, ".", "-", "_" and "/", and starts and ends with a letter or a digit';
const longestKey = 255;

const checkKey = (key: string): string | undefined =>
  key.length <= longestKey && keyPattern.test(key) ? undefined : `${shown(key)} is not a key: ${keyRule}.`;

export const labelRule: PairRule = { check: checkKey, example: 'org.opencontainers.image.licenses=MIT' };

const levels = ['index', 'manifest', 'index-descriptor', 'manifest-descriptor'];

/** A key may begin with levels, each with a platform if wanted: `index,manifest[linux/amd64]:key`. */
export const annotationRule: PairRule = {
  example: 'org.opencontainers.image.title=uvicorn',
  check(key) {
    const at = key.indexOf(':');
    if (at === -1) return checkKey(key);
    for (const part of key.slice(0, at).split(',')) {
      const [, level = part, platform] = /^([a-z-]+)(?:\[([^\]]*)\])?$/.exec(part) ?? [];
      if (!levels.includes(level)) {
        const near = nearest(level, levels);
        const way = near === undefined ? `Levels are ${levels.join(', ')}.` : `Did you mean "${near}"?`;
        return `${shown(key)} begins with ${shown(level)}, which is not a level of annotations. ${way}`;
      }
      const known = platform === undefined ? undefined : parsePlatform(platform);
      if (known?.ok === false) return known.message;
    }
    return checkKey(key.slice(at + 1));
  },
};

/** Build arguments that this project sets: a user who sets one too would get an image that is not what its tag says. */
const ownBuildArguments: readonly string[] = [
  'python_version',
  'publish_target',
  'build_target',
  'package',
  'package_version',
  'maintainer',
];

export const buildArgumentRule: PairRule = {
  example: 'APP_ENV=production',
  check(key, entry) {
    if (!/^[a-z_][a-z0-9_]*$/i.test(key)) {
      // What is no name may be a piece of a secret: its place is enough.
      return `${entry} has no right name before "=": it has letters, digits and "_", and starts with no digit.`;
    }
    if (ownBuildArguments.includes(key)) return `${shown(key)} is set from the inputs: take another name.`;
    return undefined;
  },
};
