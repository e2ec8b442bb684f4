/**
 * What an image says of its own layers, so that it can be put onto another base without a look into them: no scanner runs
 * then, and nothing is downloaded but what is new.
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

export interface SurveyedLayer {
  readonly digest: Digest;
  readonly survey: LayerSurvey;
}

export interface OwnLayers {
  /** The lowest first. */
  readonly layers: readonly SurveyedLayer[];
  readonly origins: Origins;
}

export const layerPredicateOf = ({ layers, origins }: OwnLayers): object => ({
  form: surveyForm,
  layers,
  origins,
});

/**
 * Reads an in-toto statement back. Undefined where it is of another form: whoever may push can write anything there, but
 * can also push another image.
 */
export function readOwnLayers(statement: Uint8Array): OwnLayers | undefined {
  try {
    const { predicateType, predicate } = JSON.parse(Buffer.from(statement).toString('utf8')) as {
      readonly predicateType?: unknown;
      readonly predicate?: Partial<OwnLayers> & { readonly form?: unknown };
    };
    const { form, layers, origins } = predicate ?? {};
    const isWhole = predicateType === layerPredicate && form === surveyForm && typeof origins === 'object';
    return isWhole && Array.isArray(layers) && layers.every(isSurveyed) ? { layers, origins } : undefined;
  } catch {
    return undefined;
  }
}

const isSurveyed = ({ digest, survey }: Partial<SurveyedLayer>): boolean =>
  typeof digest === 'string' && isSurvey(survey);

/** Whether the parts of a survey that was read are there. */
export function isSurvey(value: unknown): value is LayerSurvey {
  const { found, removed, emptied } = (value ?? {}) as Partial<LayerSurvey>;
  return typeof found === 'object' && Array.isArray(removed) && Array.isArray(emptied);
}

/**
 * What an image in a repository says of its own layers on each platform. Refused where it does not.
 *
 * @throws RegistryProblem.
 */
export async function ownLayersIn(
  reader: Pick<Reader, 'getManifest' | 'getBlob'>,
  repository: Repository,
  index: Manifest,
): Promise<Parsed<ReadonlyMap<Platform, OwnLayers>>> {
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
      const own = statement && readOwnLayers(statement);
      return own === undefined ? [] : [[platform, own] as const];
    }),
  );
  const layers = new Map(found.flat());
  const silent = images.filter(({ platform }) => !layers.has(platform));
  return images.length > 0 && silent.length === 0
    ? parsed(layers)
    : refused(
        `it does not say what is in its own layers${silent.length === 0 ? '' : ` on ${silent.map(({ platform }) => platform).join(', ')}`}, so that its SBOM cannot be written without a build.`,
      );
}
