/** Labels of an image and annotations of its index: what it is, in the words that tools look for. */
import type { Cell } from '../sources/package/cell.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Platform } from '../names/platform.ts';
import { createdKey, type Made } from './fingerprint.ts';
import { annotationsOfMade } from './build-record.ts';
import type { BaseImage } from './recipe.ts';

/** Keys of the OCI image specification, "Pre-Defined Annotation Keys". */
export const versionKey = 'org.opencontainers.image.version';
export const baseDigestKey = 'org.opencontainers.image.base.digest';
/** The package's version as this project reads it back: the user may say what else is to be shown as the image's. */
export const packageVersionKey = 'io.github.python-image-builder.version';

/** `python`, `package` and `maintainer` are the seed's; the others are the OCI image specification's. The user's win. */
export function labelsOf(cell: Cell, inputs: Inputs, base: BaseImage | undefined): Record<string, string> {
  return {
    python: cell.python.text,
    package: cell.package.text,
    ...(inputs.maintainer === '' ? {} : { maintainer: inputs.maintainer }),
    ...described(cell, base),
    ...inputs.labels,
  };
}

/**
 * On the index, unless the user names another level; one platform without attestations is no index but a manifest. No
 * time and no run in them: the same image has the same digest. Only who wants images to grow old gets their time.
 *
 * @param created milliseconds since the epoch.
 */
export function annotationsOf(
  cell: Cell,
  inputs: Inputs,
  {
    base,
    made,
    created,
  }: { readonly base: BaseImage | undefined; readonly made: Made; readonly created?: number },
): Record<string, string> {
  const all = {
    ...described(cell, base),
    ...inputs.annotations,
    ...(created === undefined ? {} : { [createdKey]: new Date(created).toISOString() }),
    [packageVersionKey]: cell.version.text,
    ...annotationsOfMade(made),
  };
  const alone = inputs.platforms.length === 1 && [inputs.provenance, inputs.sbom].every(isOff);
  const level = alone ? 'manifest' : 'index';
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => [
      /^(?:index|manifest)\b[^:.]*:/.test(key) ? key : `${level}:${key}`,
      value,
    ]),
  );
}

/** `disabled` is buildx's, and takes what Go takes for true. */
const isOff = (attestation: string): boolean =>
  attestation === 'false' || /(?:^|,)disabled=(?:1|t|true)(?:,|$)/i.test(attestation);

const described = (cell: Cell, base: BaseImage | undefined): Record<string, string> => ({
  'org.opencontainers.image.title': cell.package.text,
  [versionKey]: cell.version.text,
  ...(base && { 'org.opencontainers.image.base.name': base.reference, [baseDigestKey]: base.digest }),
});

/**
 * Annotations of one level out of those of a plan, whose keys begin with levels: `index:`, `manifest[linux/amd64]:`,
 * `index,manifest:`. A level without platforms holds for all.
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
