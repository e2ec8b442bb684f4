/** Writes build records as annotations of an index, and reads them back without trusting them. */
import { canonical } from '../canonical.ts';
import { defined } from '../defined.ts';
import type { Layers } from '../lock/layers.ts';
import { parsePlatform, type Platform } from '../names/platform.ts';
import { type Digest, parseDigest } from '../names/reference.ts';
import {
  type Bases,
  type BuildRecord,
  type Fingerprint,
  fingerprintHash,
  type RecordedFacts,
} from './fingerprint.ts';

const prefix = 'io.github.python-image-builder';
/** Keys of the annotations; `fingerprint` is a hash of the others, but for `facts`, `indexes`, `layers` and `system`. */
export const annotationKeys = {
  fingerprint: `${prefix}.fingerprint`,
  recipe: `${prefix}.recipe`,
  bases: `${prefix}.bases`,
  requirements: `${prefix}.requirements`,
  installs: `${prefix}.installs`,
  platforms: `${prefix}.platforms`,
  facts: `${prefix}.facts`,
  indexes: `${prefix}.indexes`,
  layers: `${prefix}.layers`,
  system: `${prefix}.system`,
} as const;

/** Packages that every platform has, and what each has besides. */
type System = Readonly<Record<'all' | Platform, Readonly<Record<string, string>>>>;

export function annotationsOfRecord({
  fingerprint,
  facts,
  indexes,
  layers,
}: BuildRecord): Record<string, string> {
  const { schema: number, recipe, bases, requirements, installs, platforms } = fingerprint;
  return {
    [annotationKeys.fingerprint]: fingerprintHash(fingerprint),
    [annotationKeys.recipe]: canonical({ schema: number, ...recipe }),
    [annotationKeys.bases]: canonical(bases),
    [annotationKeys.requirements]: requirements.join(' '),
    [annotationKeys.installs]: installs,
    [annotationKeys.platforms]: platforms.join(','),
    [annotationKeys.facts]: canonical(facts.map((one) => ({ ...one, system: undefined }))),
    [annotationKeys.indexes]: canonical(indexes),
    ...defined({ [annotationKeys.system]: systemText(facts) }),
    ...(layers === undefined ? {} : { [annotationKeys.layers]: canonical(layers) }),
  };
}

/** The base of the packages, and where there are none, of the first step that runs pip: others have their name with them. */
const isFirst = ({ base }: RecordedFacts): boolean => base === undefined;

/** Platforms have nearly the same packages, which would be most of the index if each were written. */
function systemText(all: BuildRecord['facts']): string | undefined {
  const facts = all.filter(isFirst);
  const [first, ...others] = facts.map(({ system }) => Object.entries(system ?? {}));
  if (first === undefined || facts.every(({ system }) => system === undefined)) return undefined;
  const isShared = ([name, version]: readonly [string, string]): boolean =>
    facts.every(({ system }) => system?.[name] === version);
  const own = facts.map(
    ({ platform }, at) =>
      [platform, Object.fromEntries([first, ...others][at]!.filter((entry) => !isShared(entry)))] as const,
  );
  return canonical({
    all: Object.fromEntries(first.filter(isShared)),
    ...Object.fromEntries(own.filter(([, versions]) => Object.keys(versions).length > 0)),
  });
}

const withSystem = (facts: readonly RecordedFacts[], system: unknown): readonly RecordedFacts[] =>
  isSystem(system)
    ? facts.map((one) =>
        isFirst(one) ? { ...one, system: { ...system.all, ...system[one.platform] } } : one,
      )
    : facts;

/**
 * Undefined where another tool made the image, or the annotations that the fingerprint hashes were changed by hand. Whoever
 * may push can write anything there, so that the form of all is checked; but whoever may push can also push another image.
 */
export function readBuildRecord(annotations: Readonly<Record<string, string>>): BuildRecord | undefined {
  const text = (key: keyof typeof annotationKeys): string => {
    const value: unknown = annotations[annotationKeys[key]];
    return typeof value === 'string' ? value : '';
  };
  const words = (key: keyof typeof annotationKeys, separator: string): string[] =>
    text(key).split(separator).filter(Boolean);
  const [head, bases] = [valueOf(text('recipe')), valueOf(text('bases'))];
  const [facts, indexes] = [valueOf(text('facts')), valueOf(text('indexes'))];
  // Only an image of several layers says what is in which.
  const layers = annotationKeys.layers in annotations ? valueOf(text('layers')) : undefined;
  if (annotationKeys.layers in annotations && !isLayers(layers)) return undefined;
  if (!isRecord(head) || !isBases(bases) || !isDigests(indexes)) return undefined;
  if (!Array.isArray(facts) || !facts.every(isFacts)) return undefined;
  const { schema: number, ...recipe } = head;
  if (typeof number !== 'number' || !isTexts(recipe)) return undefined;
  const fingerprint: Fingerprint = {
    schema: number,
    recipe,
    bases,
    requirements: words('requirements', ' '),
    installs: text('installs'),
    platforms: words('platforms', ',').flatMap((one) => {
      const platform = parsePlatform(one);
      return platform.ok ? [platform.value] : [];
    }),
  };
  if (fingerprintHash(fingerprint) !== text('fingerprint')) return undefined;
  return {
    fingerprint,
    facts: withSystem(facts, valueOf(text('system'))),
    indexes,
    ...(layers === undefined ? {} : { layers: layers as Layers }),
  };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown): value is Record<string, string> =>
  isRecord(value) && Object.values(value).every((item) => typeof item === 'string');

const isDigests = (value: unknown): value is Record<string, Digest> =>
  isTexts(value) && Object.values(value).every((digest) => parseDigest(digest).ok);

const isLayers = (value: unknown): value is Layers =>
  Array.isArray(value) &&
  value.length === 5 &&
  value.every((names) => Array.isArray(names) && names.every((name) => typeof name === 'string'));

const isBases = (value: unknown): value is Bases => isRecord(value) && Object.values(value).every(isDigests);

const isSystem = (value: unknown): value is System =>
  isRecord(value) && isRecord(value['all']) && Object.values(value).every(isTexts);

function isFacts(value: unknown): value is RecordedFacts {
  if (!isRecord(value)) return false;
  const { platform, python, libc, distribution, installed, links = {}, base = '' } = value;
  return (
    isTexts({ platform, python, base }) &&
    isTexts(libc) &&
    ['glibc', 'musl'].includes(libc['kind'] ?? '') &&
    libc['version'] !== undefined &&
    isTexts(distribution) &&
    isTexts(installed) &&
    isTexts(links)
  );
}
