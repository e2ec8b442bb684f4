/** What the command `clean` takes, validated. */
import type { CleanRule } from '../decide/clean-rule.ts';
import { defined } from '../defined.ts';
import { type Parsed, parsed, refused } from '../errors.ts';
import { shown } from '../names/shown.ts';
import type { Where } from './building.ts';
import { inputReader, type Read } from './reader.ts';
import { longestAge, parseAge } from './rebuilding.ts';
import type { Env, Raw } from './registry.ts';
import { readRepositoryInputs, type RepositoryInputs } from './repositories.ts';
import { parseEach, splitList } from './splitting.ts';
import { parseFlag } from './values.ts';

interface RepositoryCleanInputs extends RepositoryInputs {
  readonly local?: never;
  readonly rule: CleanRule;
  readonly yes: boolean;
  readonly dryRun: boolean;
}

/** Of a clean-up of this machine. */
interface LocalCleanInputs {
  readonly local: true;
  /** Seconds. */
  readonly older?: number;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly registry?: never;
}

export type CleanInputs = RepositoryCleanInputs | LocalCleanInputs;

export function readCleanInputs(raw: Raw, where: Where, env: Env = {}): Read<CleanInputs> {
  const reader = inputReader('clean', raw, where, env);
  const { text, one, many, say, called } = reader;
  const wanted = { yes: one('yes', parseFlag), dryRun: one('dry_run', parseFlag) };
  const local = one('local', parseFlag);
  if (local !== false) {
    for (const name of ofRepositoriesAlone)
      if (local === true && !['', 'false'].includes((raw[name] ?? '').trim()))
        say(
          name,
          `it is for repositories, and ${called('local')} cleans this machine: leave out one of them.`,
        );
    return reader.done({ local: true as const, ...wanted }, { older: one('older', parseOlder) });
  }
  const { needed, optional } = readRepositoryInputs(reader, raw, where, {
    missing: `nothing says where: name a repository with its registry, like "ghcr.io/owner/name", or give ${called('local')} to clean this machine.`,
  });
  const untagged = one('untagged', parseFlag);
  const [keep, older] = [one('keep', parseKeep), one('older', parseOlder)];
  if (text('image_name') !== '' && text('keep') === '' && text('older') === '' && untagged === false)
    say(
      'keep',
      `nothing says what goes: give ${called('keep')}, ${called('older')}, ${called('untagged')}, or several of them.`,
    );
  const keepTags = many('keep_tags', (value) => parseEach(splitList(value), parseTagPattern));
  const rule = untagged === undefined ? undefined : { untagged, keepTags, ...defined({ keep, older }) };
  return reader.done({ ...needed, rule, ...wanted }, optional);
}

const ofRepositoriesAlone = [
  'image_name',
  'keep',
  'untagged',
  'keep_tags',
  'registry',
  'registry_username',
  'ca_bundle',
] as const;

/** At least one: what removes all images of a repository is no clean-up. */
function parseKeep(text: string): Parsed<number> {
  const count = /^\d{1,6}$/.test(text) ? Number(text) : 0;
  return count > 0
    ? parsed(count)
    : refused(`${shown(text)} is no number of images: it is a whole one from 1.`);
}

/** Seconds. */
function parseOlder(text: string): Parsed<number> {
  const age = parseAge(text);
  if (!age.ok || (age.value >= 3600 && age.value <= longestAge)) return age;
  return refused(
    `${shown(text)} is no age for a clean-up: it is at least one hour, "1h", and at most ten years, "3650d".`,
  );
}

const parseTagPattern = (text: string): Parsed<string> =>
  /^[\w*][\w.*-]{0,127}$/.test(text)
    ? parsed(text)
    : refused(`${shown(text)} is no tag: it has letters, digits, "_", ".", "-", and "*" for any characters.`);
