/** Whether an image is nothing but one copied layer on its base, so that another base can be put under it. */
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

/** The same, read. */
export interface ImageParts {
  readonly manifest: ManifestContent;
  readonly config: ImageConfig;
  readonly layers: readonly Descriptor[];
  readonly diffIds: readonly Digest[];
  readonly history: readonly Step[];
}

/** What the image sets over its base, which its steps must say. */
export interface Settings {
  /** CMD, in exec form. */
  readonly command?: readonly string[];
  /** USER, as a number. */
  readonly user?: string;
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

/** Times of an image with SOURCE_DATE_EPOCH. */
export const timeText = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');

/**
 * The steps of an image's own, or why it cannot be put from its old base onto the new one. Layers are compared as they
 * are unpacked: a builder may have packed those of a base anew.
 *
 * @param old undefined where no registry has the old base any more.
 */
export function ownSteps(
  image: ImageParts,
  old: ImageParts | undefined,
  base: ImageParts,
  settings: Settings,
): Parsed<readonly Step[]> {
  const reason =
    otherForm(image) ??
    otherBase(image, base) ??
    uncounted('image', image) ??
    uncounted('new base', base) ??
    (old && uncounted('old base', old));
  if (reason !== undefined) return refused(reason);
  const own = old === undefined ? stepsByTime(image, settings.created) : stepsAfter(image, old);
  if (!own.ok) return own;
  const unfit =
    unfitLayer(own.value) ?? unfitStep(own.value, old) ?? otherSetting(image, own.value, settings);
  return unfit === undefined ? own : refused(unfit);
}

const otherForm = ({ manifest: { mediaType = '' } }: ImageParts): string | undefined =>
  mediaType === mediaTypes.ociManifest
    ? undefined
    : `the image's manifest is of the type ${shown(mediaType)}, and only an OCI manifest is put onto another base.`;

function otherBase(image: ImageParts, base: ImageParts): string | undefined {
  const [from, to] = [platformOfDescriptor(image.config), platformOfDescriptor(base.config)];
  if (from === undefined || from !== to)
    return `the new base is for ${platformText(base.config)}, and the image for ${platformText(image.config)}.`;
  if (base.config.config?.OnBuild?.length)
    return 'the new base has instructions for what is built on it (ONBUILD), which only a build follows.';
  return undefined;
}

const platformText = ({ os, architecture, variant }: ImageConfig): string =>
  [os, architecture, ...(variant ? [variant] : [])].join('/');

/** BuildKit makes up steps for layers that no step tells of, and in no order that could be told here. */
function uncounted(name: string, { layers, diffIds, history }: ImageParts): string | undefined {
  const steps = history.filter(hasLayer).length;
  if (layers.length === steps && layers.length === diffIds.length) return undefined;
  return `the history of the ${name} does not tell where its layers come from: ${layers.length} layers, and ${steps} steps that made one.`;
}

function stepsAfter(image: ImageParts, old: ImageParts): Parsed<readonly Step[]> {
  const stands =
    old.diffIds.every((diffId, at) => image.diffIds[at] === diffId) &&
    old.history.every((step, at) => isSame(step, image.history[at]));
  return stands
    ? parsed(image.history.slice(old.history.length))
    : refused('the image does not stand on its old base: there are other layers below its own.');
}

/** Times are not compared: builders set them back or fill them in. */
const isSame = (step: Step, other: Step | undefined): boolean =>
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

const hasLayer = (step: Step): boolean => step.empty_layer !== true;
const instructionOf = ({ created_by: text = '' }: Step): string => text.split(' ', 1)[0]!;

function unfitLayer(own: readonly Step[]): string | undefined {
  const made = own.filter(hasLayer);
  const [layer] = made;
  if (layer === undefined || made.length > 1)
    return `the image has ${made.length === 0 ? 'no layer' : `${made.length} layers`} of its own: exactly one can be put onto another base.`;
  return instructionOf(layer) === 'COPY'
    ? undefined
    : `the image's own layer was made by ${shown(layer.created_by ?? '')}: only one that was copied does not depend on the base.`;
}

/** Variables can be told from those of the base where that is known; what other steps set would be lost. */
function unfitStep(own: readonly Step[], old: ImageParts | undefined): string | undefined {
  const known = ['ARG', 'USER', 'CMD', ...(old === undefined ? [] : ['ENV'])];
  const strange = own.find((step) => !hasLayer(step) && !known.includes(instructionOf(step)));
  return (
    strange &&
    `the image's step ${shown(strange.created_by ?? '')} cannot be told from what its old base set: only a build repeats it.`
  );
}

/** The texts of the steps are taken over: they must say what is wanted. */
function otherSetting({ config: { config } }: ImageParts, own: readonly Step[], settings: Settings) {
  const rows = [
    { name: 'CMD', wanted: settings.command, has: config?.Cmd ?? [] },
    { name: 'USER', wanted: settings.user, has: config?.User ?? '' },
  ];
  const other = rows.find(({ name, wanted, has }) =>
    own.some((step) => instructionOf(step) === name)
      ? JSON.stringify(wanted) !== JSON.stringify(has)
      : wanted !== undefined,
  );
  return other && `the image's ${other.name} is not the one that is wanted.`;
}
