/** Puts the platforms of several images into one index, in the bytes that BuildKit writes for all of them at once. */
import { type Platform, platformOfDescriptor } from '../names/platform.ts';
import {
  type Descriptor,
  descriptorOf,
  digestOf,
  isIndex,
  type Manifest,
  mediaTypes,
  readContent,
} from '../registry/manifest.ts';
import { attestedKey } from './rebase/attestations.ts';
import { goJson, indentOf, sorted } from './rebase/go-json.ts';

/** An index, or the lone manifest of one platform. */
export interface IndexPart {
  readonly index: Manifest;
  /** Those that it was made for. */
  readonly platforms: readonly Platform[];
}

/**
 * Images come in the order of the platforms, then their attestations in the same order.
 *
 * @param annotations of the index itself; those of the parts count no more.
 */
export function combinedIndex(
  parts: readonly IndexPart[],
  platforms: readonly Platform[],
  annotations: Readonly<Record<string, string>>,
): Manifest {
  const all = parts.flatMap(descriptorsOf);
  const images = platforms.flatMap((platform) =>
    all.filter(
      (one) => !isAttestation(one) && one.platform && platformOfDescriptor(one.platform) === platform,
    ),
  );
  const attestations = images.flatMap(({ digest }) =>
    all.filter((one) => one.annotations?.[attestedKey] === digest),
  );
  const content = {
    schemaVersion: 2,
    mediaType: mediaTypes.ociIndex,
    manifests: [...images, ...attestations],
    annotations: sorted(annotations),
  };
  const bytes = goJson(content, indentOf(parts[0]!.index.bytes));
  return { mediaType: mediaTypes.ociIndex, digest: digestOf(bytes), bytes };
}

const isAttestation = ({ annotations }: Descriptor): boolean => annotations?.[attestedKey] !== undefined;

function descriptorsOf({ index, platforms }: IndexPart): readonly Descriptor[] {
  if (isIndex(index.mediaType)) return readContent(index.bytes).manifests ?? [];
  // A manifest does not name its platform.
  const [os = '', architecture = '', variant] = platforms[0]!.split('/');
  return [{ ...descriptorOf(index), platform: { architecture, os, ...(variant && { variant }) } }];
}
