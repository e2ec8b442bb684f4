/** The recipe of an image that is built. Pure: everything that had to be asked is an argument. */
import { defined } from '../defined.ts';
import { withoutTriggers } from '../dockerfile/onbuild.ts';
import { stepsOfLastStage } from '../dockerfile/instructions.ts';
import { isNumeric, renderDockerfile } from '../dockerfile/render.ts';
import type { Starts } from '../dockerfile/starts.ts';
import type { Lock, PlatformRequirements } from '../lock/lock.ts';
import { ownersText } from '../names/extra-index.ts';
import { normalizedName } from '../names/package-name.ts';
import { keyOf, type Platform } from '../names/platform.ts';
import { taggedText } from '../names/reference.ts';
import { annotationsOfRecord } from '../plan/build-record.ts';
import type { BuildRecord } from '../plan/fingerprint.ts';
import type { Image, ImageId, Packages, Place } from '../plan/image.ts';
import { annotationsOf, labelsOf, loadedLabel, stepsLabel, stepsText } from '../plan/labels.ts';
import type { Policy } from '../plan/policy.ts';
import type { Offer } from '../observe/offer.ts';
import {
  type BakeRecipe,
  type BaseImage,
  type Checks,
  compiledOnTarget,
  type DockerfileSource,
  installsTheSame,
  type NamedBase,
  type NativeBuild,
  type RebaseRecipe,
} from '../plan/recipe.ts';
import type { RestoredFile } from '../wheel-cache/wheel.ts';
import { layerList, newestUpload } from './layers.ts';

/** What was found out about an image's requirements, and prepared for them. */
export interface Locked {
  readonly lock: Lock;
  readonly requirements: readonly PlatformRequirements[];
  readonly native: readonly NativeBuild[];
  /** What an earlier build compiled. */
  readonly restored: readonly RestoredFile[];
  /** Distributions of the base that go, because the lock needs another version. */
  readonly replaced: readonly string[];
  /** The image with a compiler, as it is today; absent where nothing is compiled. */
  readonly build?: BaseImage;
  /** Platforms that nothing is cross-compiled for, whatever the policy says. */
  readonly emulated: readonly Platform[];
}

/** A custom Dockerfile as it was read, and the images that it stands on as they are. */
export interface CustomSource {
  readonly path: string;
  readonly context: string;
  readonly usesPackages: boolean;
  readonly text: string;
  /** What its pip is offered, where `locked` has what it asks for. */
  readonly offer?: Pick<Offer, 'text' | 'difference' | 'helpers'>;
  /** Text of the `.dockerignore` that is the file's own. */
  readonly ignore?: string;
  /** Reference as written to the image by digest. */
  readonly pins: Readonly<Record<string, string>>;
  /** Reference as written to an image that is built in the same run. */
  readonly parents: Readonly<Record<string, ImageId>>;
  /** What its containers start. */
  readonly starts?: Starts;
  /** What is under its last stage; absent where that cannot be known. */
  readonly standsOn?: NamedBase;
}

export interface RecipeQuestion {
  readonly image: Image;
  /** Platforms that are made; `locked` has the requirements of these alone. */
  readonly platforms: readonly Platform[];
  readonly policy: Policy;
  readonly base: BaseImage;
  /** Absent where nothing could be locked, or a custom Dockerfile does not take the `packages` context. */
  readonly locked?: Locked;
  readonly custom?: CustomSource;
  /** What the image is made of, for its annotations. */
  readonly record: BuildRecord;
  /** When it is made, in milliseconds since the epoch; only where the image is to say so. */
  readonly created?: number;
  /** The environment's SOURCE_DATE_EPOCH, in seconds. */
  readonly sourceDateEpoch?: number;
  /** Texts of `dockerfiles/Dockerfile` and of the one for what cannot be locked. */
  readonly templates: { readonly locked: string; readonly plain: string };
}

export function bakeRecipe(question: RecipeQuestion): BakeRecipe {
  const { locked } = question;
  const { content } = question.image;
  const rendered = renderedArguments(question);
  return {
    do: 'bake',
    ...preparedOf(question),
    source: sourceOf(question),
    arguments: content.kind === 'dockerfile' ? content.arguments : rendered,
    packagesArguments: rendered,
    replaced: locked?.replaced ?? [],
    requested: content.packages === undefined || isOffer(question) ? [] : requestedNames(content.packages),
    native: locked?.native ?? [],
    restored: locked?.restored ?? [],
    ...defined({ layers: layersOf(question) }),
  };
}

const layersOf = ({ record: { layers }, locked, sourceDateEpoch: given }: RecipeQuestion) =>
  layers && layerList(layers, locked?.lock, given);

/** The recipe of an image whose layers are put onto the base of today: nothing is installed or compiled. */
export const rebaseRecipe = (question: RecipeQuestion, place: Place): RebaseRecipe => ({
  do: 'rebase',
  place,
  ...preparedOf(question),
});

/** What the image, its index and its checks say, however it is made. */
function preparedOf(question: RecipeQuestion): Omit<RebaseRecipe, 'do' | 'place'> {
  const { image, platforms, policy, base, custom, locked, record, created } = question;
  // A custom Dockerfile stands on what its FROM says, not on the base of its packages.
  const under = image.content.kind === 'packages' ? base : custom?.standsOn;
  const epoch = epochOf(question);
  return {
    image,
    platforms,
    labels: {
      ...labelsOf(image, under),
      // The engine's store keeps the labels of an image, and not its annotations.
      ...(policy.target.kind === 'engine' && {
        ...annotationsOfRecord(record),
        [loadedLabel]: taggedText(image.repositories[0], image.tags.exact),
      }),
      // Which steps of a custom Dockerfile are kept is BuildKit's to say, and their times are mostly its own.
      ...(image.content.kind === 'packages' &&
        epoch.sourceDateEpoch !== undefined && {
          [stepsLabel]: stepsText({
            count: stepsOfLastStage(render(question)),
            time: epoch.sourceDateEpoch * 1000,
          }),
        }),
    },
    annotations: annotationsOf(image, policy, {
      base: under,
      record,
      missing: (image.part ?? image.platforms).filter((platform) => !platforms.includes(platform)),
      ...(created === undefined ? {} : { created }),
    }),
    bases: { publish: base, build: buildBase(question) },
    checks: checksOf(image, {
      requirements: namesOf(isOffer(question) ? undefined : locked),
      starts: custom?.starts ?? null,
    }),
    checksHaveVariables: policy.verifyEnv.length > 0,
    ...(locked === undefined ? {} : { lock: locked.lock }),
    requirements: locked?.requirements ?? [],
    ...epoch,
  };
}

function checksOf(
  { content, version, checks }: Image,
  { requirements, starts }: Pick<Checks, 'requirements' | 'starts'>,
): Checks {
  return {
    python: content.packages?.python.text ?? null,
    distribution: content.packages?.distribution ?? null,
    version: content.packages === undefined ? null : (version?.text ?? null),
    extras: checks.extras,
    requirements,
    // A custom Dockerfile may leave the scripts out, as the seed's did.
    scripts: content.kind === 'packages',
    verify_command: checks.command ?? null,
    verify_python: checks.python ?? null,
    starts,
    cmd: content.kind === 'packages' ? (content.command ?? null) : null,
    skip: checks.skip,
    ...defined({ test: checks.test, trial: checks.trial, runs: checks.runs }),
  };
}

/** Whether the last stage of the rendered Dockerfile runs nothing: then it is nothing but copied layers on its base. */
export const copiesOnly = ({ content }: Image, replaced: readonly string[]): boolean =>
  content.kind === 'packages' &&
  replaced.length === 0 &&
  content.runtimePackages.length === 0 &&
  // A number needs no account.
  (content.user === undefined || isNumeric(content.user));

function sourceOf(question: RecipeQuestion): DockerfileSource {
  const { custom } = question;
  if (custom === undefined) return { kind: 'rendered', dockerfile: render(question) };
  const { path, context, pins, parents } = custom;
  const offer =
    custom.offer !== undefined && isOffer(question)
      ? {
          stages: render(question),
          dockerfile: custom.offer.text,
          difference: custom.offer.difference,
          helpers: custom.offer.helpers,
        }
      : undefined;
  const checked = withoutTriggers(offer?.dockerfile ?? custom.text);
  const isChanged = checked !== undefined || offer !== undefined;
  const source = {
    kind: 'custom',
    path,
    context,
    pins,
    parents,
    ...defined({ checked, offer, ignore: isChanged ? custom.ignore : undefined }),
  } as const;
  return custom.usesPackages ? { ...source, packages: render(question) } : source;
}

/** Whether what is locked is offered to the pip of a custom Dockerfile, which decides. */
const isOffer = ({ custom, locked }: RecipeQuestion): boolean =>
  locked !== undefined && custom?.offer !== undefined && !custom.usesPackages;

function render(question: RecipeQuestion): string {
  const { image, platforms, policy, templates, locked } = question;
  const { content } = image;
  const offered = isOffer(question);
  const final = content.kind === 'packages' ? content : undefined;
  return renderDockerfile(locked === undefined ? templates.plain : templates.locked, {
    native: (locked?.native.length ?? 0) > 0,
    compile: (locked?.requirements ?? [])
      .filter((platform) => compiledOnTarget(platform, locked!).length > 0)
      .map((platform) => platform.platform),
    platforms,
    // What cannot be cross-compiled is left to the instruction that asks for it: it may have installed what that needs.
    emulated: policy.compile !== 'cross' && !offered,
    ...(offered ? { offered } : {}),
    different: locked !== undefined && !installsTheSame(locked),
    replaced: (locked?.replaced.length ?? 0) > 0,
    runtimePackages: (final?.runtimePackages.length ?? 0) > 0,
    buildConstraints: (content.packages?.buildConstraints.length ?? 0) > 0,
    extraIndexes: content.packages !== undefined && ownersText(content.packages) !== '',
    image: final !== undefined,
    ...defined({ layers: layersOf(question)?.length }),
    ...(final?.user === undefined ? {} : { user: final.user }),
    ...(final?.command === undefined ? {} : { command: final.command }),
  });
}

/** By digest where it was looked at: what is verified and what is pushed then stand on the same. */
function buildBase({ image, custom, locked }: RecipeQuestion): string {
  const build = locked?.build;
  if (build !== undefined) return `${build.reference}@${build.digest}`;
  return image.content.packages?.base.build ?? custom?.standsOn?.reference ?? '';
}

/** Build arguments of every rendered stage that compiles. */
export function compileArguments(packages: Packages, base: BaseImage, build: string): Record<string, string> {
  const { buildPackages, buildConstraints, indexUrl } = packages;
  const owners = ownersText(packages);
  return {
    PUBLISH_BASE: `${base.reference}@${base.digest}`,
    BUILD_BASE: build,
    ...words('BUILD_PACKAGES', buildPackages),
    ...(buildConstraints.length === 0 ? {} : { BUILD_CONSTRAINTS: buildConstraints.join('\n') }),
    ...(indexUrl === undefined ? {} : { INDEX_URL: indexUrl }),
    ...(owners === '' ? {} : { EXTRA_INDEXES: owners }),
  };
}

const words = (name: string, all: readonly string[]): Record<string, string> =>
  all.length === 0 ? {} : { [name]: all.join(' ') };

function renderedArguments(question: RecipeQuestion): Record<string, string> {
  const { image, policy, base, locked } = question;
  const { content } = image;
  const { packages } = content;
  if (packages === undefined) return {};
  const final = content.kind === 'packages' ? content : undefined;
  const { INDEX_URL, ...compiling } = compileArguments(packages, base, buildBase(question));
  return {
    ...compiling,
    ...(policy.compile === 'auto' || (policy.compile === 'cross' && isOffer(question))
      ? {}
      : { COMPILE: policy.compile }),
    ...words('EMULATED', (locked?.emulated ?? []).map(keyOf)),
    ...words('RUNTIME_PACKAGES', final?.runtimePackages ?? []),
    ...(final?.user === undefined ? {} : { RUN_AS: final.user }),
    ...(INDEX_URL === undefined ? {} : { INDEX_URL }),
    ...(locked === undefined ? { REQUIREMENTS: packages.requirements.join('\n') } : {}),
  };
}

const requestedNames = ({ requirements }: Packages): string[] =>
  requirements.map((line) => normalizedName(/^[\w.-]+/.exec(line)?.[0] ?? line));

const namesOf = (locked: Locked | undefined): string[] => {
  const everywhere = locked?.requirements ?? [];
  const [first, ...rest] = everywhere.map((platform) => platform.requirements.map(({ name }) => name));
  return (first ?? []).filter((name) => rest.every((names) => names.includes(name)));
};

/** A custom Dockerfile that installs by itself keeps its own times, unless the environment says otherwise. */
function epochOf(question: RecipeQuestion): {
  readonly sourceDateEpoch?: number;
} {
  const { sourceDateEpoch: given, locked, custom } = question;
  if (given !== undefined) return { sourceDateEpoch: given };
  return custom !== undefined && (locked === undefined || isOffer(question))
    ? {}
    : { sourceDateEpoch: sourceDateEpoch(locked?.lock) };
}

/** The time that files carry: when the newest file of the lock was published, so that the same lock gives the same layer. */
export const sourceDateEpoch = (lock: Lock | undefined): number => newestUpload(lock?.text ?? '');
