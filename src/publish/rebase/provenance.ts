/** Rewrites the attestation of an image that was put onto another base: its provenance must hold for the new image. */
import { type Parsed, parsed, refused } from '../../errors.ts';
import type { Platform } from '../../names/platform.ts';
import { type Digest, type Repository, type Tag } from '../../names/reference.ts';
import { goJson, indentOf } from './go-json.ts';
import {
  type Descriptor,
  type Manifest,
  digestOf,
  mediaTypes,
  readContent,
} from '../../registry/manifest.ts';

/** An attestation's manifest and blobs, as the registry has them. */
export interface Attestation {
  readonly manifest: Uint8Array;
  readonly config: Uint8Array;
  /** One in-toto statement for each layer. */
  readonly statements: readonly Uint8Array[];
}

/** An image that another one was made of. */
export interface Material {
  readonly repository: Repository;
  readonly tag?: Tag;
  readonly digest: Digest;
}

export interface Rebased {
  readonly platform: Platform;
  /** The new manifest, which is attested. */
  readonly image: Manifest;
  /** The base and the image whose layers were taken. */
  readonly materials: readonly Material[];
}

export interface Attested {
  readonly manifest: Manifest;
  readonly blobs: readonly Uint8Array<ArrayBuffer>[];
}

const predicateKey = 'in-toto.io/predicate-type';
const buildType = 'https://python-image-builder.github.io/rebase/v1';

/** The fields of an in-toto statement that are rewritten. */
interface Statement {
  readonly predicateType?: string;
  readonly subject?: readonly { readonly name?: string }[];
}

/**
 * The same kind of attestation, saying of the new image that it was put together from its materials. No time and no run
 * is in it. Refused where anything but provenance (SLSA, https://slsa.dev/spec/v1.0/provenance, and 0.2) is attested: an
 * SBOM of the old base would be wrong. Throws SyntaxError where bytes are no JSON.
 */
export function rebaseProvenance(
  { manifest, config, statements }: Attestation,
  rebased: Rebased,
): Parsed<Attested> {
  const content = readContent(manifest) as ReturnType<typeof readContent> & { readonly subject?: Descriptor };
  const layers = content.layers ?? [];
  const statementLayers: { readonly layer: Descriptor; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const [at, layer] of layers.entries()) {
    const type = layer.annotations?.[predicateKey] ?? '';
    const predicate = predicateOf(type, rebased);
    if (predicate === undefined || statements[at] === undefined) {
      return refused(
        `the image comes with an attestation of the type "${type}", which only a build makes anew.`,
      );
    }
    const statement = JSON.parse(Buffer.from(statements[at]).toString('utf8')) as Statement;
    const digest = { sha256: rebased.image.digest.replace('sha256:', '') };
    const subject = (statement.subject ?? []).map((one) => ({ ...one, digest }));
    const bytes = goJson({ ...statement, subject, predicate });
    statementLayers.push({ bytes, layer: { ...layer, digest: digestOf(bytes), size: bytes.length } });
  }
  const configuration = configOf(content.config?.mediaType, config, statementLayers);
  const { digest, mediaType, bytes } = rebased.image;
  const written = goJson(
    {
      ...content,
      config: { ...content.config, digest: digestOf(configuration), size: configuration.length },
      layers: statementLayers.map(({ layer }) => layer),
      ...(content.subject && { subject: { ...content.subject, mediaType, digest, size: bytes.length } }),
    },
    indentOf(manifest),
  );
  return parsed({
    manifest: { mediaType: mediaTypes.ociManifest, digest: digestOf(written), bytes: written },
    blobs: [configuration, ...statementLayers.map((one) => one.bytes)],
  });
}

/** An artifact's configuration is empty; that of an image names its layers. */
function configOf(
  mediaType: string | undefined,
  config: Uint8Array,
  statementLayers: readonly { readonly layer: Descriptor }[],
): Uint8Array<ArrayBuffer> {
  if (mediaType !== 'application/vnd.oci.image.config.v1+json') return new Uint8Array(config);
  const read = JSON.parse(Buffer.from(config).toString('utf8')) as { readonly rootfs?: object };
  return goJson({
    ...read,
    rootfs: { ...read.rootfs, diff_ids: statementLayers.map(({ layer }) => layer.digest) },
  });
}

/** Undefined for what is no provenance. */
function predicateOf(type: string, { platform, materials }: Rebased): object | undefined {
  const dependencies = materials.map((material) => ({
    uri: packageUrl(material, platform),
    digest: { sha256: material.digest.replace('sha256:', '') },
  }));
  switch (type) {
    case 'https://slsa.dev/provenance/v0.2':
      return {
        builder: { id: '' },
        buildType,
        materials: dependencies,
        invocation: { configSource: {}, parameters: {}, environment: { platform } },
        metadata: {
          completeness: { parameters: true, environment: true, materials: true },
          reproducible: true,
        },
      };
    case 'https://slsa.dev/provenance/v1':
      return {
        buildDefinition: {
          buildType,
          externalParameters: {},
          internalParameters: { platform },
          resolvedDependencies: dependencies,
        },
        runDetails: { builder: { id: '' }, metadata: {} },
      };
    default:
      return undefined;
  }
}

/** An image as a package URL (the type `docker` of the purl specification), as BuildKit writes it. */
function packageUrl({ repository, tag, digest }: Material, platform: Platform): string {
  const { registry, name } = repository;
  const path =
    registry === 'docker.io' ? name.replace(/^library\//, '') : `${encodeURIComponent(registry)}/${name}`;
  return `pkg:docker/${path}${tag === undefined ? '' : `@${tag}`}?digest=${digest}&platform=${encodeURIComponent(platform)}`;
}
