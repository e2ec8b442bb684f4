/** The statements and documents about one platform of an image. */
import type { SbomForm } from '../plan/sbom.ts';
import { goJson } from '../publish/rebase/go-json.ts';
import type { PlatformDocuments } from './attach.ts';
import { cycloneDxDocument, cycloneDxMediaType, cycloneDxPredicate } from './cyclonedx.ts';
import { inventoryOf, type Origins } from './inventory.ts';
import { layerPredicate, layerPredicateOf, type SurveyedLayer } from './own-layers.ts';
import { spdxDocument, spdxMediaType, spdxPredicate } from './spdx.ts';
import { imagePurl, type SbomRequest } from './subject.ts';

export interface DescribeRequest extends Omit<SbomRequest, 'inventory'> {
  readonly forms: readonly SbomForm[];
  /** The lowest first. */
  readonly layers: readonly SurveyedLayer[];
  readonly origins: Origins;
  /** Layers that may be put onto another base, of these; empty where none may. */
  readonly own: readonly SurveyedLayer[];
}

const writers = {
  spdx: { write: spdxDocument, predicateType: spdxPredicate, mediaType: spdxMediaType },
  cyclonedx: { write: cycloneDxDocument, predicateType: cycloneDxPredicate, mediaType: cycloneDxMediaType },
} as const;

/** Types of the statements that are made anew for an image on another base. */
export const ownPredicates: readonly string[] = [spdxPredicate, cycloneDxPredicate, layerPredicate];

export function describe(request: DescribeRequest): PlatformDocuments {
  const { forms, layers, origins, own, ...about } = request;
  const { name, digest, platform } = about;
  const inventory = inventoryOf(
    layers.map(({ survey }) => survey),
    origins,
  );
  const documents = forms.map((form) => {
    const { write, predicateType, mediaType } = writers[form];
    return { predicateType, mediaType, value: write({ ...about, inventory }) };
  });
  return {
    platform,
    image: digest,
    subject: imagePurl(name, digest, platform),
    statements: [
      ...documents.map(({ predicateType, value }) => ({ predicateType, predicate: value })),
      ...(own.length === 0
        ? []
        : [{ predicateType: layerPredicate, predicate: layerPredicateOf({ layers: own, origins }) }]),
    ],
    referrers: documents.map(({ mediaType, value }) => ({
      artifactType: mediaType,
      content: goJson(value, '  '),
    })),
  };
}
