/** Labels of an image and annotations of its index, under the keys that tools look for. */
import type { Platform } from '../names/platform.ts';
import { annotationsOfRecord } from './build-record.ts';
import { type BuildRecord, createdKey } from './fingerprint.ts';
import type { Image } from './image.ts';
import type { Policy } from './policy.ts';
import type { NamedBase } from './recipe.ts';
import { buildxSbom, sbomForms } from './sbom.ts';

/** Keys of the OCI image specification, "Pre-Defined Annotation Keys". */
export const titleKey = 'org.opencontainers.image.title';
export const versionKey = 'org.opencontainers.image.version';
export const baseNameKey = 'org.opencontainers.image.base.name';
export const baseDigestKey = 'org.opencontainers.image.base.digest';
/** The package's version as this project reads it back: the user may set another one under the standard key. */
export const packageVersionKey = 'io.github.python-image-builder.version';

/** Annotation of an image that was published without optional platforms: which, separated by commas. */
export const missingKey = 'io.github.python-image-builder.missing';

/** JSON list of the patterns of paths whose files are taken out of the image. */
const exportsKey = 'io.github.python-image-builder.exports';

/**
 * Label by which `clean` tells an image of this program from one that was built on it: that one inherits the label, and has
 * another time, or more steps of that time.
 */
export const stepsLabel = 'io.github.python-image-builder.steps';

/** Label of an image that was loaded into the engine's store: the name that it was loaded under. */
export const loadedLabel = 'io.github.python-image-builder.loaded';

/** The image's own steps, which are the last ones of its history. */
export interface OwnSteps {
  readonly count: number;
  /** Of each of them, and of the image, in milliseconds since the epoch. */
  readonly time: number;
}

/** `3 2026-01-02T03:04:05Z`. */
export const stepsText = ({ count, time }: OwnSteps): string =>
  `${count} ${new Date(time).toISOString().replace('.000', '')}`;

/** Undefined where somebody else wrote the label. */
export function parseSteps(text: string | undefined): OwnSteps | undefined {
  const match = /^(\d{1,4}) (\S+)$/.exec(text ?? '');
  const time = Date.parse(match?.[2] ?? '');
  return match === null || Number.isNaN(time) ? undefined : { count: Number(match[1]), time };
}

/** @param base undefined where it is not known. */
export const labelsOf = (image: Image, base: NamedBase | undefined): Record<string, string> => ({
  ...image.labels,
  ...described(image, base),
  ...image.given.labels,
});

/**
 * What an image says of the files that are to be taken out of it; none where another tool wrote it otherwise.
 *
 * @param annotations of the index, or of a manifest that has none.
 */
export function exportsOf(annotations: Readonly<Record<string, string>>): readonly string[] {
  try {
    const patterns: unknown = JSON.parse(annotations[exportsKey] ?? '[]');
    const isPath = (one: unknown): one is string => typeof one === 'string' && one.startsWith('/');
    return Array.isArray(patterns) && patterns.every(isPath) ? patterns : [];
  } catch {
    return [];
  }
}

/**
 * Annotations of the index, unless the user names another level; one platform without attestations has no index but a
 * manifest. They hold no time and no run, so that the same image has the same digest; only `max_age` adds the time.
 *
 * @param created milliseconds since the epoch.
 * @param missing optional platforms that it is made without.
 */
export function annotationsOf(
  image: Image,
  policy: Pick<Policy, 'provenance' | 'sbom'>,
  {
    base,
    record,
    created,
    missing = [],
  }: {
    readonly base: NamedBase | undefined;
    readonly record: BuildRecord;
    readonly created?: number;
    readonly missing?: readonly Platform[];
  },
): Record<string, string> {
  const all = {
    ...described(image, base),
    ...image.given.annotations,
    ...(created !== undefined && { [createdKey]: new Date(created).toISOString() }),
    ...(image.version && { [packageVersionKey]: image.version.text }),
    ...(image.exports && { [exportsKey]: JSON.stringify(image.exports) }),
    ...(missing.length > 0 && { [missingKey]: missing.join(',') }),
    ...annotationsOfRecord(record),
  };
  // Statements of this program need an index, which is then made.
  const isLone = isLoneManifest(image.platforms, policy) && sbomForms(policy.sbom).length === 0;
  const level = isLone ? 'manifest' : 'index';
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => [
      /^(?:index|manifest)\b[^:.]*:/.test(key) ? key : `${level}:${key}`,
      value,
    ]),
  );
}

/** Whether BuildKit makes no index of it. */
export const isLoneManifest = (
  platforms: readonly Platform[],
  { provenance, sbom }: Pick<Policy, 'provenance' | 'sbom'>,
): boolean => platforms.length === 1 && [provenance, buildxSbom(sbom)].every(isOff);

/** `disabled` is buildx's key, with any value that Go reads as true. */
const isOff = (attestation: string): boolean =>
  attestation === 'false' || /(?:^|,)disabled=(?:1|t|true)(?:,|$)/i.test(attestation);

const described = ({ subject, version }: Image, base: NamedBase | undefined): Record<string, string> => ({
  [titleKey]: subject.name,
  ...(version && { [versionKey]: version.text }),
  ...(base && {
    [baseNameKey]: base.reference,
    ...(base.digest && { [baseDigestKey]: base.digest }),
  }),
});

/**
 * Picks the annotations of one level from keys that begin with levels: `index:`, `manifest[linux/amd64]:`,
 * `index,manifest:`. A level without a platform is of all.
 */
export function annotationsAt(
  annotations: Readonly<Record<string, string>>,
  level: 'index' | 'manifest',
  platform?: Platform,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(annotations).flatMap(([key, value]) => {
      const at = key.indexOf(':');
      const levels = key.slice(0, at).split(',');
      const holds = levels.some((one) => one === level || one === `${level}[${platform}]`);
      return holds ? [[key.slice(at + 1), value]] : [];
    }),
  );
}
