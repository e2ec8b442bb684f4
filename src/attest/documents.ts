/** The statements and documents about one platform of an image. */
import type { Digest } from '../names/reference.ts';
import type { SbomForm } from '../plan/sbom.ts';
import { goJson } from '../publish/rebase/go-json.ts';
import type { Said } from './attach.ts';
import { cycloneDxDocument, cycloneDxMediaType, cycloneDxPredicate } from './cyclonedx.ts';
import { inventoryOf, type Origins } from './inventory.ts';
import { layerPredicate, layerPredicateOf } from './own-layer.ts';
import { spdxDocument, spdxMediaType, spdxPredicate } from './spdx.ts';
import { imagePurl, type SbomRequest } from './subject.ts';
import type { LayerSurvey } from './survey.ts';

export interface DescribeRequest extends Omit<SbomRequest, 'inventory'> {
  readonly forms: readonly SbomForm[];
  /** The lowest first. */
  readonly layers: readonly { readonly digest: Digest; readonly survey: LayerSurvey }[];
  readonly origins: Origins;
  /** Whether the last layer may be put onto another base. */
  readonly movable: boolean;
}

const writers = {
  spdx: { write: spdxDocument, predicateType: spdxPredicate, mediaType: spdxMediaType },
  cyclonedx: { write: cycloneDxDocument, predicateType: cycloneDxPredicate, mediaType: cycloneDxMediaType },
} as const;

/** Types of the statements that are made anew for an image on another base. */
export const ownPredicates: readonly string[] = [spdxPredicate, cycloneDxPredicate, layerPredicate];

export function describe(request: DescribeRequest): Said {
  const { forms, layers, origins, movable, ...about } = request;
  const { name, digest, platform } = about;
  const inventory = inventoryOf(
    layers.map(({ survey }) => survey),
    origins,
  );
  const documents = forms.map((form) => {
    const { write, predicateType, mediaType } = writers[form];
    return { predicateType, mediaType, value: write({ ...about, inventory }) };
  });
  const top = layers.at(-1);
  return {
    platform,
    image: digest,
    subject: imagePurl(name, digest, platform),
    statements: [
      ...documents.map(({ predicateType, value }) => ({ predicateType, predicate: value })),
      ...(top === undefined || !movable
        ? []
        : [
            {
              predicateType: layerPredicate,
              predicate: layerPredicateOf({ layer: top.digest, survey: top.survey, origins }),
            },
          ]),
    ],
    referrers: documents.map(({ mediaType, value }) => ({
      artifactType: mediaType,
      content: goJson(value, '  '),
    })),
  };
}
