/** Puts one platform's image onto another base: a new manifest and a new configuration around existing layers. */
import { type Parsed, parsed } from '../../errors.ts';
import { goJson, indentOf, sorted } from './go-json.ts';
import type { ImageConfig } from '../../registry/image-config.ts';
import { type Descriptor, type Manifest, digestOf, mediaTypes } from '../../registry/manifest.ts';
import { type ImageBytes, type Settings, hasLayer, ownSteps, readImage, timeText } from './own-layers.ts';
import { writeConfig } from './write-config.ts';

/** What one platform's manifest and configuration are to say. */
export interface PlatformSettings extends Settings {
  /** Over those of the base. */
  readonly labels: Readonly<Record<string, string>>;
  /** Of the manifest, not of the index. */
  readonly annotations: Readonly<Record<string, string>>;
}

export interface Composition {
  readonly image: ImageBytes;
  /** Absent where no registry has it any more. */
  readonly oldBase?: ImageBytes;
  /** The new one. */
  readonly base: ImageBytes;
  readonly wanted: PlatformSettings;
}

export interface Composed {
  readonly manifest: Manifest;
  readonly config: Uint8Array<ArrayBuffer>;
  /** The image's own layers; all others are the new base's. */
  readonly layers: readonly Descriptor[];
}

/** Layers of a Docker manifest are in an OCI manifest under their OCI names. */
const layerTypes: Readonly<Record<string, string>> = {
  'application/vnd.docker.image.rootfs.diff.tar': 'application/vnd.oci.image.layer.v1.tar',
  'application/vnd.docker.image.rootfs.diff.tar.gzip': 'application/vnd.oci.image.layer.v1.tar+gzip',
  'application/vnd.docker.image.rootfs.diff.tar.zstd': 'application/vnd.oci.image.layer.v1.tar+zstd',
};

/** BuildKit gives it to an image on a base that has no PATH. */
const defaultPath = 'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/**
 * Puts an image that is nothing but `COPY --link` on its base onto another base, or says why not. The bytes are those that
 * BuildKit would export for the same Dockerfile on the new base, so that building it later finds nothing new. They
 * cannot be where the base's history lacks times (BuildKit takes those of its own pull) or has them, or its working
 * directory, in another spelling than Go's; where the image was built without SOURCE_DATE_EPOCH; where it sets variables
 * of its own (the text of the step is the old one); and where a builder is so old that it sets back the times of the
 * base too (moby/buildkit, issue 4614).
 *
 * Throws SyntaxError where bytes are no JSON.
 */
export function compose({ image, oldBase, base, wanted }: Composition): Parsed<Composed> {
  const [imageParts, baseParts] = [readImage(image), readImage(base)];
  const oldBaseParts = oldBase && readImage(oldBase);
  const steps = ownSteps(imageParts, oldBaseParts, baseParts, wanted);
  if (!steps.ok) return steps;
  const time = wanted.created === undefined ? undefined : timeText(wanted.created);
  const own = steps.value.filter(hasLayer).length;
  const [layers, diffIds] = [imageParts.layers.slice(-own), imageParts.diffIds.slice(-own)];
  const { architecture, os, variant = '', created = '' } = imageParts.config;
  const config = writeConfig({
    ...baseParts.config,
    // As the builder names the platform: the variant v8 of a base for arm64 is none there.
    architecture,
    os,
    variant,
    created: time ?? created,
    config: {
      ...baseParts.config.config,
      Env: environment(imageParts.config, oldBaseParts?.config, baseParts.config),
      Labels: { ...baseParts.config.config?.Labels, ...wanted.labels },
      ...(wanted.command && { Cmd: wanted.command, ArgsEscaped: true }),
      ...(wanted.user !== undefined && { User: wanted.user }),
    },
    rootfs: { type: 'layers', diff_ids: [...baseParts.diffIds, ...diffIds] },
    history: [
      ...baseParts.history,
      ...steps.value.map((step) => (time === undefined ? step : { ...step, created: time })),
    ],
  });
  const content = {
    ...imageParts.manifest,
    config: { ...imageParts.manifest.config, digest: digestOf(config), size: config.length },
    layers: [
      ...baseParts.layers.map(({ mediaType, digest, size }) => ({
        mediaType: layerTypes[mediaType] ?? mediaType,
        digest,
        size,
      })),
      ...layers,
    ],
    annotations: sorted(wanted.annotations),
  };
  const bytes = goJson(content, indentOf(image.manifest));
  return parsed({
    manifest: { mediaType: mediaTypes.ociManifest, digest: digestOf(bytes), bytes },
    config,
    layers,
  });
}

/** The new base's variables, and those that the image set over its old one. */
function environment(
  image: ImageConfig,
  oldBase: ImageConfig | undefined,
  base: ImageConfig,
): readonly string[] {
  if (oldBase === undefined) return variablesOf(base);
  const before = variablesOf(oldBase);
  const added = variablesOf(image).filter((variable) => !before.includes(variable));
  return added.reduce<readonly string[]>((all, variable) => {
    const at = all.findIndex((one) => nameOf(one) === nameOf(variable));
    return at < 0 ? [...all, variable] : all.with(at, variable);
  }, variablesOf(base));
}

function variablesOf({ config }: ImageConfig): readonly string[] {
  const variables = config?.Env ?? [];
  return variables.some((variable) => nameOf(variable) === 'PATH') ? variables : [...variables, defaultPath];
}

const nameOf = (variable: string): string => variable.split('=', 1)[0]!;
