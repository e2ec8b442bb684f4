/** A saved wheel as an OCI artifact: a manifest whose one layer is the file (image specification, "Artifact Usage"). */
import { type Parsed, parsed, refused } from '../errors.ts';
import { type Digest, parseDigest } from '../names/reference.ts';
import type { WheelFound, WheelRecord } from './wheel.ts';
import { annotationsOfWheel, readWheelAnnotations } from './annotations.ts';
import { emptyDescriptor } from '../registry/attach.ts';
import { type Descriptor, mediaTypes, readContent } from '../registry/manifest.ts';

const artifactType = 'application/vnd.python-image-builder.wheel.v1';
const layerType = 'application/zip';
/** The image specification's key of a file's name. */
const titleKey = 'org.opencontainers.image.title';

/** The file of a saved wheel. */
export interface WheelFile {
  readonly filename: string;
  readonly digest: Digest;
  /** Bytes. */
  readonly size: number;
}

export type WheelArtifact = WheelFound & WheelFile;

/** The artifact's manifest. The same wheel of which the same is said has the same bytes. */
export const wheelManifest = (
  record: WheelRecord,
  { filename, digest, size }: WheelFile,
): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.from(
      JSON.stringify({
        schemaVersion: 2,
        mediaType: mediaTypes.ociManifest,
        artifactType,
        config: emptyDescriptor,
        layers: [{ mediaType: layerType, digest, size, annotations: { [titleKey]: filename } }],
        annotations: annotationsOfWheel(record),
      }),
    ),
  );

/** Refused with what is wrong, in words that go on after the artifact's name. */
export function readWheelManifest(bytes: Uint8Array): Parsed<WheelArtifact> {
  let content;
  try {
    content = readContent(bytes);
  } catch {
    return refused('is no manifest');
  }
  if (content.artifactType !== artifactType) return refused('is not a saved wheel');
  const layers: unknown = content.layers;
  const layer =
    Array.isArray(layers) && layers.length === 1 ? (layers[0] as Partial<Descriptor> | null) : null;
  const filename: unknown = layer?.annotations?.[titleKey];
  const digest = typeof layer?.digest === 'string' ? parseDigest(layer.digest) : undefined;
  if (digest?.ok !== true || typeof filename !== 'string') return refused('does not name one file');
  const size: unknown = layer?.size;
  if (!Number.isSafeInteger(size) || (size as number) < 0)
    return refused('does not say right what the size of its file is');
  const record = readWheelAnnotations(content.annotations ?? {});
  if (!record.ok) return record;
  return parsed({ record: record.value, filename, digest: digest.value, size: size as number });
}
