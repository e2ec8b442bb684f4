/** Says what is in an image, for each platform: its layers are read, each once for all images of a run. */
import { join } from 'node:path';
import { withDocuments } from '../attest/attach.ts';
import { describe } from '../attest/documents.ts';
import type { Origins } from '../attest/inventory.ts';
import { isSurvey, type SurveyedLayer } from '../attest/own-layers.ts';
import { type LayerSurvey, surveyForm, surveyLayer } from '../attest/survey.ts';
import { defined } from '../defined.ts';
import { Failure, gather } from '../errors.ts';
import { unlessRefused } from '../file-failure.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import type { ObservedBase } from '../observe/observe.ts';
import { annotationsAt } from '../plan/labels.ts';
import type { Recipe } from '../plan/recipe.ts';
import { sbomForms } from '../plan/sbom.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import { copiesOnly } from '../recipe/bake-recipe.ts';
import type { Reader } from '../registry/client.ts';
import { blobChunks, type ImageContent, readBlob } from '../registry/content.ts';
import { readConfig } from '../registry/image-config.ts';
import { type Descriptor, isIndex, platformsOf, readContent } from '../registry/manifest.ts';
import { timed } from '../report/journal.ts';
import type { Session } from '../session/session.ts';
import { layersOf } from './exported-image.ts';

export interface DescribedImage {
  readonly recipe: Recipe;
  readonly content: ImageContent;
  /** The image that it stands on; absent where that is not known. */
  readonly base?: ObservedBase | undefined;
  readonly origins: ReadonlyMap<Platform, Origins>;
  /** What is known of layers already. */
  readonly known?: readonly SurveyedLayer[];
}

/**
 * The same image with its SBOMs, where the policy asks for some of this program.
 *
 * @throws Failure where a layer cannot be read.
 */
export async function described(run: ImageRun, image: DescribedImage): Promise<ImageContent> {
  const { session, policy } = run;
  const forms = sbomForms(policy.sbom);
  if (forms.length === 0) return image.content;
  const { journal, world } = session;
  return timed({ journal, clock: world.clock }, 'build', 'write the SBOM', async () => {
    const { recipe, content, base, origins } = image;
    const { subject, version } = recipe.image;
    const remote = await layersOf(session, base === undefined ? [] : [base]);
    const movable = recipe.do === 'rebase' || copiesOnly(recipe.image, recipe.replaced);
    const known = new Map((image.known ?? []).map(({ digest, survey }) => [digest, survey]));
    const documents = await gather(
      manifestsIn(content, recipe.platforms).map(async ({ platform, digest }) => {
        const { config, layers = [] } = readContent((await content.manifest(digest)).bytes);
        const surveys = await gather(
          layers.map(async (layer) => ({
            digest: layer.digest,
            survey:
              known.get(layer.digest) ?? (await surveyOf(session, content, layer, remote.has(layer.digest))),
          })),
        );
        const under = base?.platforms.find((one) => one.platform === platform);
        return describe({
          name: subject.name,
          ...defined({ version: version?.text }),
          platform,
          digest,
          created: createdOf(config === undefined ? undefined : await readBlob(content, config)),
          ...(base && under && { base: { name: base.reference, digest: under.digest } }),
          forms,
          layers: surveys,
          origins: origins.get(platform) ?? {},
          own: movable ? surveys.filter((one) => !remote.has(one.digest)) : [],
        });
      }),
    );
    return withDocuments(content, documents, annotationsAt(recipe.annotations, 'index'));
  });
}

const manifestsIn = (
  { index }: ImageContent,
  platforms: readonly Platform[],
): { readonly platform: Platform; readonly digest: Digest }[] =>
  isIndex(index.mediaType)
    ? platformsOf(index.bytes)
    : platforms.slice(0, 1).map((platform) => ({ platform, digest: index.digest }));

/** Seconds, as SPDX wants them; the beginning of all times where the image has none. */
function createdOf(config: Uint8Array | undefined): string {
  const text = config === undefined ? undefined : readConfig(config).created;
  const time = new Date(text ?? 0);
  return `${(Number.isNaN(time.getTime()) ? new Date(0) : time).toISOString().slice(0, 19)}Z`;
}

/** By reader, which is one for a whole run. */
const surveys = new WeakMap<Reader, Map<Digest, Promise<LayerSurvey>>>();

/** @param isOfBase such a survey is kept for later runs. */
async function surveyOf(
  session: Session,
  content: ImageContent,
  layer: Descriptor,
  isOfBase: boolean,
): Promise<LayerSurvey> {
  const { reader } = await session.registries();
  const known = surveys.get(reader) ?? new Map<Digest, Promise<LayerSurvey>>();
  surveys.set(reader, known);
  const begun =
    known.get(layer.digest) ?? (isOfBase ? keptSurvey(session, content, layer) : readSurvey(content, layer));
  known.set(layer.digest, begun);
  return begun;
}

async function keptSurvey(
  { cache, world: { files } }: Session,
  content: ImageContent,
  layer: Descriptor,
): Promise<LayerSurvey> {
  const ignoreRefusal = unlessRefused(cache.refused);
  const path = join(cache.folder, `surveys-${surveyForm}`, `${layer.digest.replace(':', '-')}.json`);
  const text = await files.read(path).catch(ignoreRefusal);
  const kept = text === undefined ? undefined : parseSurvey(text);
  if (kept !== undefined) return kept;
  const survey = await readSurvey(content, layer);
  await files.replace(path, Buffer.from(JSON.stringify(survey))).catch(ignoreRefusal);
  return survey;
}

/** A file that is no survey is read from the layer again. */
function parseSurvey(text: string): LayerSurvey | undefined {
  try {
    const survey: unknown = JSON.parse(text);
    return isSurvey(survey) ? survey : undefined;
  } catch {
    return undefined;
  }
}

async function readSurvey(content: ImageContent, layer: Descriptor): Promise<LayerSurvey> {
  try {
    return await surveyLayer(blobChunks(content, layer), layer.mediaType);
  } catch (error) {
    if (error instanceof Failure || !(error instanceof Error)) throw error;
    const message = `The layer ${layer.digest} (${layer.mediaType}) cannot be read, so that nothing can be said of what is in it: ${error.message}. Set sbom to false, or have the builder write another kind of layer.`;
    throw new Failure([{ station: 'build', about: layer.digest, message }]);
  }
}
