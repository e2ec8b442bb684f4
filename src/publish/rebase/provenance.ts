/** Rewrites the attestation of an image that was put onto another base: its provenance must hold for the new image. */
import { defined } from '../../defined.ts';
import { type Parsed, parsed, refused } from '../../errors.ts';
import type { Platform } from '../../names/platform.ts';
import { type Digest, type Repository, type Tag } from '../../names/reference.ts';
import { goJson, indentOf } from './go-json.ts';
import {
  type Descriptor,
  type Manifest,
  type ManifestContent,
  digestOf,
  mediaTypes,
  readContent,
} from '../../registry/manifest.ts';

/** An attestation's manifest and blobs, as the registry has them. */
export interface Attestation {
  readonly manifest: Uint8Array;
  readonly config: Uint8Array;
  /** One in-toto statement for each layer that is not renewed. */
  readonly statements: readonly Uint8Array[];
}

/** An image that another one was made of. */
export interface Material {
  readonly repository: Repository;
  readonly tag?: Tag;
  readonly digest: Digest;
}

/** What becomes of statements. */
export interface StatementRules {
  /** Types of those that are made anew after the rebase, and left out by it. */
  readonly renewed: readonly string[];
  /** Whether provenance holds that of the build, as a part of it (`mode=max`). */
  readonly keepsBuild: boolean;
}

export interface Rebased extends StatementRules {
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

/** Annotation of a statement's layer. */
export const predicateKey = 'in-toto.io/predicate-type';
const buildType = 'https://python-image-builder.github.io/rebase/v1';

/** The fields of an in-toto statement that are rewritten. */
interface Statement {
  readonly predicateType?: string;
  readonly predicate?: unknown;
  readonly subject?: readonly { readonly name?: string }[];
}

/**
 * The same kind of attestation, saying of the new image that it was put together from its materials. No time and no run
 * of the rebase is in it; with `keepsBuild`, the provenance of the build that made the image's own layer is, under a name
 * that says so: it is of another image, and of an older base. Refused where anything else than provenance (SLSA,
 * https://slsa.dev/spec/v1.0/provenance, and 0.2) is attested and not renewed: an SBOM of the old base would be wrong.
 * Throws SyntaxError where bytes are no JSON.
 */
export function rebaseProvenance(
  { manifest, config, statements }: Attestation,
  rebased: Rebased,
): Parsed<Attested> {
  const content = readContent(manifest) as ReturnType<typeof readContent> & { readonly subject?: Descriptor };
  const layers = keptLayers(content, rebased);
  const statementLayers: { readonly layer: Descriptor; readonly bytes: Uint8Array<ArrayBuffer> }[] = [];
  for (const [at, layer] of layers.entries()) {
    const type = layer.annotations?.[predicateKey] ?? '';
    const bytesBefore = statements[at];
    const before = bytesBefore && (JSON.parse(Buffer.from(bytesBefore).toString('utf8')) as Statement);
    const predicate = before && predicateOf(type, rebased, before.predicate);
    if (predicate === undefined) {
      return refused(
        `the image comes with an attestation of the type "${type}", which only a build makes anew.`,
      );
    }
    const digest = { sha256: rebased.image.digest.replace('sha256:', '') };
    const subject = (before!.subject ?? []).map((one) => ({ ...one, digest }));
    const bytes = goJson({ ...before, subject, predicate });
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

/** The layers of an attestation that are carried on. */
export const keptLayers = (
  { layers = [] }: Pick<ManifestContent, 'layers'>,
  { renewed }: Pick<StatementRules, 'renewed'>,
): readonly Descriptor[] =>
  layers.filter(({ annotations }) => !renewed.includes(annotations?.[predicateKey] ?? ''));

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

/** The fields of provenance in which that of a build is carried on. */
interface Provenance {
  readonly buildType?: string;
  readonly invocation?: { readonly environment?: { readonly build?: unknown } };
  readonly buildDefinition?: {
    readonly buildType?: string;
    readonly internalParameters?: { readonly build?: unknown };
  };
}

/** The provenance of the build: of an image that was put onto another base before, the one that it carries. */
function buildOf(predicate: unknown): unknown {
  const { buildType: type, invocation, buildDefinition } = (predicate ?? {}) as Provenance;
  return (type ?? buildDefinition?.buildType) === buildType
    ? (invocation?.environment?.build ?? buildDefinition?.internalParameters?.build)
    : predicate;
}

/** Undefined for what is no provenance. @param before what the image was said to be made of. */
function predicateOf(
  type: string,
  { platform, materials, keepsBuild }: Rebased,
  before: unknown,
): object | undefined {
  const build = keepsBuild ? buildOf(before) : undefined;
  const parameters = { platform, ...defined({ build }) };
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
        invocation: { configSource: {}, parameters: {}, environment: parameters },
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
          internalParameters: parameters,
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
