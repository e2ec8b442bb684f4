/** Checks that an image is nothing but copied layers on its base, so that another base can be put under it. */
import { type Parsed, parsed, refused } from '../../errors.ts';
import { platformOfDescriptor } from '../../names/platform.ts';
import type { Digest } from '../../names/reference.ts';
import { shown } from '../../names/shown.ts';
import { type ImageConfig, type Step, readConfig } from '../../registry/image-config.ts';
import { type Descriptor, type ManifestContent, mediaTypes, readContent } from '../../registry/manifest.ts';

/** One platform's manifest and configuration, as the registry has them. */
export interface ImageBytes {
  readonly manifest: Uint8Array;
  readonly config: Uint8Array;
}

/** The same, parsed. */
export interface ImageParts {
  readonly manifest: ManifestContent;
  readonly config: ImageConfig;
  readonly layers: readonly Descriptor[];
  readonly diffIds: readonly Digest[];
  readonly history: readonly Step[];
}

/** Settings of the image over those of its base; its steps must say the same. */
export interface Settings {
  /** CMD, in exec form. */
  readonly command?: readonly string[];
  /** USER, as a number. */
  readonly user?: string;
  /** How many layers it adds to its base; absent for one. */
  readonly layers?: number;
  /** SOURCE_DATE_EPOCH, in seconds. */
  readonly created?: number;
}

/** Throws SyntaxError where bytes are no JSON. */
export function readImage({ manifest, config }: ImageBytes): ImageParts {
  const content = readContent(manifest);
  const read = readConfig(config);
  return {
    manifest: content,
    config: read,
    layers: content.layers ?? [],
    diffIds: read.rootfs?.diff_ids ?? [],
    history: read.history ?? [],
  };
}

/** A time in the spelling of BuildKit. @param seconds SOURCE_DATE_EPOCH. */
export const timeText = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/**
 * The steps that an image adds to its base, or why it cannot be put from its old base onto the new one. Layers are
 * compared as they are unpacked: a builder may have packed those of a base anew.
 *
 * @param oldBase undefined where no registry has the old base any more.
 */
export function ownSteps(
  image: ImageParts,
  oldBase: ImageParts | undefined,
  base: ImageParts,
  settings: Settings,
): Parsed<readonly Step[]> {
  const reason =
    unfitManifest(image) ??
    unfitBase(image, base) ??
    incompleteHistory('image', image) ??
    incompleteHistory('new base', base) ??
    (oldBase && incompleteHistory('old base', oldBase));
  if (reason !== undefined) return refused(reason);
  const steps = oldBase === undefined ? stepsByTime(image, settings.created) : stepsAfter(image, oldBase);
  if (!steps.ok) return steps;
  const unfit =
    unfitLayers(steps.value, settings) ??
    unfitStep(steps.value, oldBase) ??
    unfitSetting(image, steps.value, settings);
  return unfit === undefined ? steps : refused(unfit);
}

const unfitManifest = ({ manifest: { mediaType = '' } }: ImageParts): string | undefined =>
  mediaType === mediaTypes.ociManifest
    ? undefined
    : `the image's manifest is of the type ${shown(mediaType)}, and only an OCI manifest is put onto another base.`;

function unfitBase(image: ImageParts, base: ImageParts): string | undefined {
  const [from, to] = [platformOfDescriptor(image.config), platformOfDescriptor(base.config)];
  if (from === undefined || from !== to)
    return `the new base is for ${platformText(base.config)}, and the image for ${platformText(image.config)}.`;
  if (base.config.config?.OnBuild?.length)
    return 'the new base has instructions for what is built on it (ONBUILD), which only a build follows.';
  return undefined;
}

const platformText = ({ os, architecture, variant }: ImageConfig): string =>
  [os, architecture, ...(variant ? [variant] : [])].join('/');

/** BuildKit makes up steps for layers that no step names, in an order that is not known here. */
function incompleteHistory(name: string, { layers, diffIds, history }: ImageParts): string | undefined {
  const count = history.filter(hasLayer).length;
  if (layers.length === count && layers.length === diffIds.length) return undefined;
  return `the history of the ${name} does not tell where its layers come from: ${layers.length} layers, and ${count} steps that made one.`;
}

function stepsAfter(image: ImageParts, oldBase: ImageParts): Parsed<readonly Step[]> {
  const standsOnOldBase =
    oldBase.diffIds.every((diffId, at) => image.diffIds[at] === diffId) &&
    oldBase.history.every((step, at) => isSameStep(step, image.history[at]));
  return standsOnOldBase
    ? parsed(image.history.slice(oldBase.history.length))
    : refused('the image does not stand on its old base: there are other layers below its own.');
}

/** Times are not compared: builders set them back or fill them in. */
const isSameStep = (step: Step, other: Step | undefined): boolean =>
  step.created_by === other?.created_by && hasLayer(step) === (other !== undefined && hasLayer(other));

/** All steps of an image that was built with SOURCE_DATE_EPOCH have that very time; those of its base keep their own. */
function stepsByTime(image: ImageParts, created: number | undefined): Parsed<readonly Step[]> {
  const time = created === undefined ? undefined : timeText(created);
  if (time === undefined || image.config.created !== time)
    return refused(
      'the old base is not there any more, and the history of the image does not tell where it ended.',
    );
  return parsed(image.history.slice(image.history.findLastIndex((step) => step.created !== time) + 1));
}

export const hasLayer = (step: Step): boolean => step.empty_layer !== true;
const instructionOf = ({ created_by: text = '' }: Step): string => text.split(' ', 1)[0]!;

function unfitLayers(
  steps: readonly Step[],
  { layers: wanted = 1 }: Pick<Settings, 'layers'>,
): string | undefined {
  const layers = steps.filter(hasLayer);
  if (layers.length !== wanted)
    return `the image has ${layers.length || 'no'} layer${layers.length > 1 ? 's' : ''} of its own: exactly ${wanted === 1 ? 'one' : wanted} can be put onto another base.`;
  const other = layers.find((layer) => instructionOf(layer) !== 'COPY');
  return (
    other &&
    `a layer of the image's own was made by ${shown(other.created_by ?? '')}: only one that was copied does not depend on the base.`
  );
}

/** Variables differ from those of the base only where that base is known; what other steps set would be lost. */
function unfitStep(steps: readonly Step[], oldBase: ImageParts | undefined): string | undefined {
  const known = ['ARG', 'USER', 'CMD', ...(oldBase === undefined ? [] : ['ENV'])];
  const unknown = steps.find((step) => !hasLayer(step) && !known.includes(instructionOf(step)));
  return (
    unknown &&
    `the image's step ${shown(unknown.created_by ?? '')} cannot be told from what its old base set: only a build repeats it.`
  );
}

/** The texts of the steps are taken over, so that they must say what is wanted. */
function unfitSetting({ config: { config } }: ImageParts, steps: readonly Step[], settings: Settings) {
  const rows = [
    { name: 'CMD', wanted: settings.command, actual: config?.Cmd ?? [] },
    { name: 'USER', wanted: settings.user, actual: config?.User ?? '' },
  ];
  const other = rows.find(({ name, wanted, actual }) =>
    steps.some((step) => instructionOf(step) === name)
      ? JSON.stringify(wanted) !== JSON.stringify(actual)
      : wanted !== undefined,
  );
  return other && `the image's ${other.name} is not the one that is wanted.`;
}
