/**
 * What an image says of its own last layer, so that it can be put onto another base without a look into that layer: no
 * scanner runs then, and nothing is downloaded but what is new.
 */
import { gather, type Parsed, parsed, refused } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest, Repository } from '../names/reference.ts';
import { attestationsOf } from '../publish/rebase/attestations.ts';
import { predicateKey } from '../publish/rebase/provenance.ts';
import type { Reader } from '../registry/client.ts';
import { type Manifest, platformsOf, readContent } from '../registry/manifest.ts';
import type { Origins } from './inventory.ts';
import { type LayerSurvey, surveyForm } from './survey.ts';

export const layerPredicate = 'https://python-image-builder.github.io/layer/v1';

export interface OwnLayer {
  readonly layer: Digest;
  readonly survey: LayerSurvey;
  readonly origins: Origins;
}

export const layerPredicateOf = ({ layer, survey, origins }: OwnLayer): object => ({
  form: surveyForm,
  layer,
  survey,
  origins,
});

/**
 * Reads an in-toto statement back. Undefined where it is of another form: whoever may push can write anything there, but
 * can also push another image.
 */
export function readOwnLayer(statement: Uint8Array): OwnLayer | undefined {
  try {
    const { predicateType, predicate } = JSON.parse(Buffer.from(statement).toString('utf8')) as {
      readonly predicateType?: unknown;
      readonly predicate?: Partial<OwnLayer> & { readonly form?: unknown };
    };
    const { form, layer, survey, origins } = predicate ?? {};
    const isWhole =
      predicateType === layerPredicate &&
      form === surveyForm &&
      typeof layer === 'string' &&
      typeof survey?.found === 'object' &&
      Array.isArray(survey.removed) &&
      Array.isArray(survey.emptied) &&
      typeof origins === 'object';
    return isWhole ? { layer, survey, origins } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * What an image in a repository says of the last layers of its platforms. Refused where it does not.
 *
 * @throws RegistryProblem.
 */
export async function ownLayersIn(
  reader: Pick<Reader, 'getManifest' | 'getBlob'>,
  repository: Repository,
  index: Manifest,
): Promise<Parsed<ReadonlyMap<Platform, OwnLayer>>> {
  const images = platformsOf(index.bytes);
  const found = await gather(
    attestationsOf(index, images).map(async ({ digest, platform }) => {
      const manifest = await reader.getManifest(repository, digest);
      const layer =
        manifest &&
        readContent(manifest.bytes).layers?.find(
          ({ annotations }) => annotations?.[predicateKey] === layerPredicate,
        );
      const statement = layer && (await reader.getBlob(repository, layer.digest));
      const own = statement && readOwnLayer(statement);
      return own === undefined ? [] : [[platform, own] as const];
    }),
  );
  const layers = new Map(found.flat());
  const silent = images.filter(({ platform }) => !layers.has(platform));
  return images.length > 0 && silent.length === 0
    ? parsed(layers)
    : refused(
        `it does not say what is in its own layer${silent.length === 0 ? '' : ` on ${silent.map(({ platform }) => platform).join(', ')}`}, so that its SBOM cannot be written without a build.`,
      );
}
