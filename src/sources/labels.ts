/** Labels of an image and annotations of its index: what it is, in the words that tools look for. */
import type { Cell } from '../cell/cell.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { BaseImage } from './plan.ts';

/** `python`, `package` and `maintainer` are the seed's; the others are the OCI image specification's. The user's win. */
export function labelsOf(cell: Cell, inputs: Inputs, base: BaseImage): Record<string, string> {
  return {
    python: cell.python.text,
    package: cell.package.text,
    ...(inputs.maintainer === '' ? {} : { maintainer: inputs.maintainer }),
    ...described(cell, base),
    ...inputs.labels,
  };
}

/**
 * On the index, unless the user names another level; one platform without attestations is no index but a manifest. No time and no run in
 * them: the same image has the same digest.
 */
export function annotationsOf(cell: Cell, inputs: Inputs, base: BaseImage): Record<string, string> {
  const all = { ...described(cell, base), ...inputs.annotations };
  const alone = inputs.platforms.length === 1 && inputs.provenance === 'false' && inputs.sbom === 'false';
  const level = alone ? 'manifest' : 'index';
  return Object.fromEntries(
    Object.entries(all).map(([key, value]) => [
      /^(?:index|manifest)\b[^:.]*:/.test(key) ? key : `${level}:${key}`,
      value,
    ]),
  );
}

const described = (cell: Cell, base: BaseImage): Record<string, string> => ({
  'org.opencontainers.image.title': cell.package.text,
  'org.opencontainers.image.version': cell.version.text,
  'org.opencontainers.image.base.name': base.reference,
  'org.opencontainers.image.base.digest': base.digest,
});
