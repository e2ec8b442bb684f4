/** Finds what the pip of a custom Dockerfile can be offered: what it will ask for, on which base. */
import { join } from 'node:path';
import { offerContext, type OfferedLine } from '../dockerfile/offered-mounts.ts';
import type { PipInstall } from '../dockerfile/pip-installs.ts';
import { type LeftStep, type PipStep, readPipSteps } from '../dockerfile/pip-steps.ts';
import { isOtherLanguage } from '../dockerfile/stage-fault.ts';
import type { Platform } from '../names/platform.ts';
import { compilerTag, parsePythonTag, type PythonTag } from '../names/python-tag.ts';
import { repositoryText } from '../names/reference.ts';
import { parseRequirement } from '../names/requirement.ts';
import type { Content, Packages } from '../plan/image.ts';
import type { World } from '../ports.ts';
import { parseReference } from '../registry/reference.ts';
import type { ObservedBase } from './observe.ts';

/** What the steps on one base are offered, or on several that the same wheels are for. */
export interface OfferPart {
  /** Name of the build context that has it. */
  readonly context: string;
  /** What its steps ask for, on the base of the first of them. */
  readonly packages: Packages;
  readonly base: ObservedBase;
  /** The steps. */
  readonly lines: readonly OfferedLine[];
}

export interface Offer {
  /** At least one. */
  readonly parts: readonly OfferPart[];
  /** Stages that others only copy from, by name. */
  readonly helpers: readonly string[];
}

interface OfferQuestion {
  readonly text: string;
  readonly content: Extract<Content, { readonly kind: 'dockerfile' }>;
  readonly platforms: readonly Platform[];
  readonly bases: readonly ObservedBase[];
  /** Absolute path of the build context. */
  readonly folder: string;
}

/** Undefined where nothing can be offered; a note says why a step is left as it is. */
export async function observeOffer(
  { files }: Pick<World, 'files'>,
  { text, content, platforms, bases, folder }: OfferQuestion,
  note: (text: string) => void,
): Promise<Offer | undefined> {
  const { packages, accelerate, arguments: given, triggers } = content;
  if (packages === undefined || accelerate !== true || isOtherLanguage(text, given)) return undefined;
  const { steps, left } = readPipSteps(text, given, platforms, triggers);
  const skipped: LeftStep[] = [...left];
  const asked: Asked[] = [];
  for (const step of steps) {
    const { line } = step;
    const tag = officialTag(step.base, packages, bases);
    if (typeof tag === 'string') skipped.push({ line, why: tag });
    else if (asksElsewhere(text, step, packages))
      skipped.push({ line, why: 'it asks another index than index_url, or one that is not known here' });
    else {
      const { pipSetting, ...lines } = await linesOf(files, folder, step);
      if (pipSetting !== undefined) {
        skipped.push({ line, why: `${pipSetting} in its requirements file changes what pip installs` });
        continue;
      }
      for (const one of lines.unknown)
        note(
          `line ${line} of the Dockerfile: what pip takes for ${one} is known only to it, and nothing is compiled for that`,
        );
      if (lines.requirements.length > 0) asked.push({ step, tag, ...lines });
    }
  }
  for (const { line, why } of skipped)
    note(`line ${line} of the Dockerfile runs pip and is left as it is: ${why}`);
  if (asked.length === 0) return undefined;
  const alike = Map.groupBy(asked, ({ tag }) => compilerTag(tag.version, tag.variant));
  return {
    parts: [...alike.values()].map((of, at) => partOf(offerContext(at + 1), of, packages, bases)),
    helpers: unique(asked.filter((one) => one.step.isHelper).map((one) => one.step.stage)),
  };
}

/** A step, and what it asks for. */
interface Asked {
  readonly step: PipStep;
  readonly tag: PythonTag;
  readonly requirements: readonly string[];
  readonly constraints: readonly string[];
}

/** @param asked at least one, on bases of one Python and one release of a distribution. */
function partOf(
  context: string,
  asked: readonly Asked[],
  packages: Packages,
  bases: readonly ObservedBase[],
): OfferPart {
  const { step, tag } = asked[0]!;
  const base = bases.find(({ reference }) => reference === step.base)!;
  const { pins: _, cooldown: __, extraIndexes = [], ...own } = packages;
  // Young releases are not held back: the pip of the Dockerfile takes the newest.
  // pip is offered what is compiled here: a wheel of another index is none.
  const owning = extraIndexes.filter(({ kind }) => kind === 'packages');
  const constraints = unique(asked.flatMap((one) => one.constraints));
  return {
    context,
    base,
    lines: asked.map(({ step: { line } }) => ({ line, context, library: tag.minor })),
    packages: {
      ...own,
      ...(owning.length === 0 ? {} : { extraIndexes: owning }),
      requirements: unique(asked.flatMap((one) => one.requirements)),
      base: {
        publish: step.base,
        build: `${repositoryText(base.repository)}:${compilerTag(tag.version, tag.variant)}`,
      },
      ...(constraints.length === 0 ? {} : { constraints }),
    },
  };
}

const unique = (lines: readonly string[]): string[] => [...new Set(lines)];

/** The tag of the official image that a step runs on, or why nothing is compiled for it. */
function officialTag(
  base: string,
  { base: { publish }, python }: Packages,
  bases: readonly ObservedBase[],
): PythonTag | string {
  const observed = bases.find(({ reference }) => reference === base);
  const usual = parseReference(publish);
  if (observed === undefined) return `nothing is known of ${base}`;
  const repository = repositoryText(observed.repository);
  const official = [
    'docker.io/library/python',
    ...(usual.ok ? [repositoryText(usual.value.repository)] : []),
  ];
  const tag = observed.tag === undefined ? undefined : parsePythonTag(observed.tag);
  if (!official.includes(repository) || tag === undefined)
    return `${base} is none of the official Python images`;
  return tag.minor === python.minor ? tag : `${base} has another Python than ${python.minor}`;
}

/** What somebody put into a file of settings is not known here; with `index_url`, it is taken for that. */
function asksElsewhere(text: string, { installs }: PipStep, { indexUrl }: Packages): boolean {
  const wanted = (indexUrl ?? 'https://pypi.org/simple').replace(/\/+$/, '');
  const indexes = installs.flatMap((one) => one.indexes);
  const isOther = indexes.some((one) => one === null || withoutUser(one).replace(/\/+$/, '') !== wanted);
  return (
    isOther ||
    (indexUrl === undefined && /\bpip\.conf\b|\buv\.toml\b|\bpip[\d.]*\s+config\s+set\b/.test(text))
  );
}

const withoutUser = (url: string): string => url.replace(/^(\w+:\/\/)[^/@]*@/, '$1');

interface Lines {
  readonly requirements: string[];
  readonly constraints: string[];
  /** What is no requirement of an index, or not known here. */
  readonly unknown: readonly string[];
  /** A line of a file with which another thing is installed than is locked here. */
  readonly pipSetting: string | undefined;
}

async function linesOf(files: World['files'], folder: string, step: PipStep): Promise<Lines> {
  const lines = { requirements: [] as string[], constraints: [] as string[], unknown: [] as string[] };
  let pipSetting: string | undefined;
  const readFile = async (
    path: string,
    places: readonly string[],
    into: string[],
    depth = 0,
  ): Promise<void> => {
    for (const place of places) {
      const text = await files.read(join(folder, place)).catch(() => undefined);
      if (text === undefined) continue;
      for (const line of fileLines(text)) {
        const [, option, nested = ''] = /^(-r|--requirement|-c|--constraint)[\s=]+(\S+)$/.exec(line) ?? [];
        if (
          /^(?:--(?:extra-)?index-url|-i|--no-index|--no-binary|--prefer-binary|--require-hashes|--find-links|-f)\b/.test(
            line,
          )
        )
          [pipSetting] = line.split(/[\s=]/);
        // With hashes pip takes none but those files, and with settings it compiles in another way.
        else if (/\s--(?:hash|config-settings?|global-option)\b/.test(line))
          [, pipSetting] = /\s(--[\w-]+)/.exec(line) ?? [];
        else if (option === undefined) add(line.replace(/\s+--[\w-]+[=\s].*$/, ''), into);
        else if (depth < 10)
          await readFile(
            nested,
            [join(place, '..', nested)],
            option.includes('c') ? lines.constraints : into,
            depth + 1,
          );
      }
      return;
    }
    lines.unknown.push(path);
  };
  const add = (line: string, into: string[]): void => {
    const read = parseRequirement(line);
    if (read.ok && !line.includes('://')) into.push(read.value.line);
    else lines.unknown.push(line);
  };
  for (const install of step.installs) {
    await addInstall(install);
  }
  return { ...lines, unknown: unique(lines.unknown), pipSetting };

  async function addInstall(install: PipInstall): Promise<void> {
    for (const one of install.requirements) add(one, lines.requirements);
    for (const path of install.requirementFiles)
      await readFile(path, step.files[path] ?? [], lines.requirements);
    for (const path of install.constraintFiles)
      await readFile(path, step.files[path] ?? [], lines.constraints);
    lines.unknown.push(...install.unknown);
  }
}

/** Rule: pip's "Requirements File Format". */
const fileLines = (text: string): string[] =>
  text
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
