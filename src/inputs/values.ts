/** The inputs that are flags, choices and lists. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { type Platform, parsePlatform } from '../names/platform.ts';
import type { Tag } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import { parseExtraTag } from './image.ts';
import { nearest } from '../names/nearest.ts';
import { parseDistributionPackage } from './packages.ts';
import { unique } from '../unique.ts';
import { type Many, parseEach, splitList } from './splitting.ts';

const yamlFlags: Readonly<Record<string, boolean>> = {
  true: true,
  True: true,
  TRUE: true,
  false: false,
  False: false,
  FALSE: false,
};

/** Parses a boolean of YAML 1.2's core schema, which is what GitHub's own actions take. */
export function parseFlag(text: string): Parsed<boolean> {
  const value = Object.hasOwn(yamlFlags, text) ? yamlFlags[text] : undefined;
  return value === undefined ? refused(`${shown(text)} is neither "true" nor "false".`) : parsed(value);
}

/** Events of a change that is not part of its branch yet. */
const proposals: readonly string[] = ['pull_request', 'pull_request_target', 'merge_group'];

/** Parses where an image goes: `auto` is the registry, but for a pull request, whose images go nowhere. */
export function parsePush(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
): Parsed<'registry' | 'layout' | 'nowhere'> {
  if (text.toLowerCase() === 'auto')
    return parsed(proposals.includes(env['GITHUB_EVENT_NAME'] ?? '') ? 'nowhere' : 'registry');
  const flag = Object.hasOwn(yamlFlags, text) ? yamlFlags[text] : undefined;
  return flag === undefined
    ? refused(`${shown(text)} is neither "true", "false" nor "auto".`)
    : parsed(flag ? 'registry' : 'layout');
}

/** Parses one of the words that a row of the table has as its `choices`. */
export function parseChoice<T extends string>(text: string, choices: readonly T[]): Parsed<T> {
  const choice = choices.find((known) => known === text);
  if (choice !== undefined) return parsed(choice);
  const near = nearest(text, choices);
  const way = near === undefined ? '' : ` Did you mean "${near}"?`;
  return refused(`${shown(text)} is not one of ${choices.map((known) => `"${known}"`).join(', ')}.${way}`);
}

export function parsePlatforms(text: string): Many<readonly Platform[]> {
  const parts = splitList(text);
  const { value, messages } = parseEach(parts, parsePlatform);
  const twice = value.filter((platform, index) => value.indexOf(platform) < index);
  const more = unique(twice).map(
    (platform) => `${platform} is there more than once: name each platform once.`,
  );
  const none =
    parts.length === 0 ? ['it names no platform: leave it empty for the default, or name one.'] : [];
  return { value: unique(value), messages: [...messages, ...more, ...none] };
}

/** @param all the platforms that are wanted. @param called the input that names those, as the user writes it. */
export function parseOptionalPlatforms(
  text: string,
  all: readonly Platform[],
  called: string,
): Many<readonly Platform[]> {
  const { value, messages } = parseEach(splitList(text), parsePlatform);
  const optional = unique(value);
  const foreign = optional
    .filter((platform) => all.length > 0 && !all.includes(platform))
    .map(
      (platform) => `${platform} is not among those of ${called}: only one that is wanted can be optional.`,
    );
  const none =
    all.length > 0 && all.every((platform) => optional.includes(platform))
      ? [`it names every platform of ${called}: an image has at least one that it cannot do without.`]
      : [];
  return { value: optional, messages: [...messages, ...foreign, ...none] };
}

export function parseDistributionPackages(text: string): Many<readonly string[]> {
  const { value, messages } = parseEach(splitList(text), parseDistributionPackage);
  return { value: unique(value), messages };
}

/** Tags named twice are one. */
export function parseTags(text: string): Many<readonly Tag[]> {
  const { value, messages } = parseEach(splitList(text), parseExtraTag);
  return { value: unique(value), messages };
}
