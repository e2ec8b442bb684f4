/** Makes the bake file and the files of its folder as values: a dry run prints what a real run writes. */
import { defined } from '../defined.ts';
import type { Platform } from '../names/platform.ts';
import { repositoryText } from '../names/reference.ts';
import { auxiliaryTargets, type ImageId } from '../plan/image.ts';
import { annotationsAt, isLoneManifest } from '../plan/labels.ts';
import { type BakeRecipe, compiledOnTarget, offersOf, type Recipe, recipeOfOffer } from '../plan/recipe.ts';
import { buildxSbom, sbomForms } from '../plan/sbom.ts';
import { parseReference } from '../registry/reference.ts';
import { attemptsFolder } from './attempts.ts';
import { exportsTarget } from './exports.ts';
import type { BakeFile, Target } from './bake-file.ts';

/**
 * What buildx writes of an image: an OCI image layout in a folder, the same in a tar file, or a tar file that every engine
 * loads.
 */
export type Exports = 'layout' | 'archive' | 'engine';

export interface BakeOptions {
  /** Platforms to run the checks on; empty when verification is off. */
  readonly verify: readonly Platform[];
  /** buildx syntax, values never inside. */
  readonly secrets: readonly string[];
  readonly provenance: string;
  readonly sbom: string;
  /** Steps that fetch run anew although the builder has them in its cache: their sources may have changed. */
  readonly fresh?: boolean;
  readonly exports?: Exports;
  /** Compiled wheels are exported from the build. */
  readonly saveWheels?: boolean;
}

/** Environment variable of buildx with the variables of the checks, as a JSON object: they must not be arguments. */
export const verifyVariable = 'PYTHON_IMAGE_BUILDER_VERIFY_ENV';
/** The same as commands of a shell, for an image that may have no Python. */
export const exportsVariable = 'PYTHON_IMAGE_BUILDER_VERIFY_EXPORTS';

/** `export NAME='value'` lines. */
export const exportLines = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'\n`)
    .join('');

/** The targets of an image in a bake file. */
export const bakeParts = ['image', ...auxiliaryTargets] as const;
type Part = (typeof bakeParts)[number];

export const targetOf = (id: ImageId, part: Part): string => (part === 'image' ? id : `${id}-${part}`);

/** Whether a target of a bake file is one of an image's. */
export function isTargetOf(id: ImageId, target: string): boolean {
  if (!target.startsWith(id)) return false;
  const rest = target.slice(id.length).replace(/^-offer\d+(?=-)/, '');
  return bakeParts.some((part) => rest === (part === 'image' ? '' : `-${part}`));
}

/** Paths of an image's outputs, relative to the bake file: no two images share one. */
export const pathsOf = (id: ImageId) => ({
  /** Results of the checks. */
  verified: `${id}/verified`,
  /** Output of the compiling stages. */
  compiled: `${id}/${attemptsFolder}`,
  /** Programs that take files out of the image, and those files. */
  exports: `${id}/exports`,
  /** The image, from which it is pushed once it is verified. */
  layout: `${id}/image`,
  archive: `${id}/image.tar`,
});

/** Where buildx writes an image, relative to the bake file. */
export const exportPath = (id: ImageId, { exports = 'archive' }: Pick<BakeOptions, 'exports'>): string =>
  exports === 'layout' ? pathsOf(id).layout : pathsOf(id).archive;

const exportTypes: Readonly<Record<Exports, string>> = {
  layout: 'type=oci,tar=false',
  archive: 'type=oci',
  engine: 'type=docker',
};

/** One image of a bake file, and how it is built in this run. */
export interface BakeImage {
  readonly recipe: BakeRecipe;
  readonly options: BakeOptions;
}

/** The bake file of images that are built together; those that stand on each other are linked by their targets. */
export const bakeFile = (images: readonly BakeImage[]): BakeFile => ({
  target: Object.assign({}, ...images.map(targetsOf)) as BakeFile['target'],
});

function targetsOf({ recipe, options }: BakeImage): Record<string, Target> {
  const { image, platforms, source } = recipe;
  const { id } = image;
  const epoch = epochArgument(recipe);
  const shared = sharedBy(recipe, options);
  const published = {
    ...shared,
    labels: recipe.labels,
    annotations: Object.entries(annotationsFor(recipe, options)).map(([key, value]) => `${key}=${value}`),
    attest: attestations(options),
    output: [
      `${exportTypes[options.exports ?? 'archive']},dest=${exportPath(id, options)},name=${repositoryText(image.repositories[0])}:${image.tags.exact}`,
    ],
  };
  const rendered = renderedStages(recipe);
  const target: Record<string, Target> = {};
  if (source.kind === 'rendered') {
    target[id] = { ...rendered, target: 'image', ...refetchOptions(recipe, options), ...published };
  } else {
    const packages = targetOf(id, 'packages');
    if (source.packages !== undefined) {
      target[packages] = {
        ...rendered,
        target: 'packages',
        ...refetchOptions(recipe, options),
        ...shared,
        output: ['type=cacheonly'],
      };
    }
    const offers = offersOf(recipe);
    for (const offer of offers) Object.assign(target, offerTargets(recipeOfOffer(recipe, offer), options));
    const built = {
      contexts: {
        // Pinned: a tag that moves between verifying and pushing would publish an image that was never run.
        ...contextsOf(source.pins, (image) => `docker-image://${image}`),
        ...contextsOf(source.parents, (parent) => `target:${parent}`),
        ...defined({ packages: source.packages && `target:${packages}` }),
        ...Object.fromEntries(
          offers.map((one) => [one.context, `target:${targetOf(one.id, 'packages')}`] as const),
        ),
      },
      args: { ...recipe.arguments, ...epoch },
      ...(options.fresh === true ? { 'no-cache': true as const } : {}),
    };
    const { context } = source;
    const dockerfile = source.offer === undefined ? source.path : `cwd://${id}/${offeredFile}`;
    target[id] = { context, dockerfile, ...built, ...published };
    if (source.checked !== undefined && options.verify.length > 0)
      target[targetOf(id, 'checked')] = {
        context,
        // Beside an inline one there is no place for a .dockerignore of its own.
        ...(source.ignore === undefined
          ? { 'dockerfile-inline': source.checked }
          : { dockerfile: `cwd://${id}/${checkedFile}` }),
        ...built,
        ...shared,
        output: ['type=cacheonly'],
      };
  }
  Object.assign(target, compiledTarget(recipe, options));
  if (image.exports !== undefined)
    target[targetOf(id, 'exports')] = exportsTarget(pathsOf(id).exports, {
      image: `target:${id}`,
      tools: toolsOf(recipe),
      platforms,
    });
  if (options.verify.length > 0)
    target[targetOf(id, 'verify')] = verifyTarget(
      recipe,
      options.verify,
      `target:${hasChecked(recipe) ? targetOf(id, 'checked') : id}`,
    );
  return target;
}

const epochArgument = ({ sourceDateEpoch }: BakeRecipe): Record<string, string> =>
  defined({ SOURCE_DATE_EPOCH: sourceDateEpoch?.toString() });

const sharedBy = ({ platforms }: BakeRecipe, { secrets }: BakeOptions) => ({
  platforms,
  ...(secrets.length > 0 ? { secret: secrets } : {}),
});

const renderedStages = (recipe: BakeRecipe) => ({
  context: `./${recipe.image.id}`,
  dockerfile: 'Dockerfile',
  contexts: {
    ...defined({ lock: recipe.lock && `./${recipe.image.id}/lock` }),
    programs: `./${recipe.image.id}/programs`,
  },
  args: { ...recipe.packagesArguments, ...epochArgument(recipe) },
});

/** What pip is offered, and how it was compiled. */
const offerTargets = (recipe: BakeRecipe, options: BakeOptions): Record<string, Target> => ({
  [targetOf(recipe.image.id, 'packages')]: {
    ...renderedStages(recipe),
    target: 'offered',
    ...refetchOptions(recipe, options),
    ...sharedBy(recipe, options),
    output: ['type=cacheonly'],
  },
  ...compiledTarget(recipe, options),
});

/** None where nothing is compiled on a platform itself. */
function compiledTarget(recipe: BakeRecipe, options: BakeOptions): Record<string, Target> {
  const { id } = recipe.image;
  const platforms = recipe.requirements
    .filter((platform) => compiledOnTarget(platform, recipe).length > 0)
    .map(({ platform }) => platform);
  if (platforms.length === 0) return {};
  return {
    [targetOf(id, 'compiled')]: {
      ...renderedStages(recipe),
      target: options.saveWheels === true ? 'made' : 'attempts',
      ...sharedBy(recipe, options),
      platforms,
      output: [`type=local,dest=${pathsOf(id).compiled}`],
    },
  };
}

/**
 * Of an image of one platform BuildKit makes no index: where others add platforms to it, or this program statements, it
 * gets its annotations when it is put into one.
 */
function annotationsFor(
  { image, platforms, annotations }: BakeRecipe,
  options: BakeOptions,
): Readonly<Record<string, string>> {
  const isWhole = platforms.length === image.platforms.length && sbomForms(options.sbom).length === 0;
  if (isWhole || !isLoneManifest(platforms, options)) return annotations;
  const own = annotationsAt(annotations, 'manifest', platforms[0]);
  return Object.fromEntries(Object.entries(own).map(([key, value]) => [`manifest:${key}`, value]));
}

/** The Dockerfile that the checks are built on, in the folder of its image. */
export const checkedFile = 'checked/Dockerfile';

/** The Dockerfile with what its pip is offered, in the folder of its image. */
export const offeredFile = 'offered/Dockerfile';

const hasChecked = ({ source }: BakeRecipe): boolean =>
  source.kind === 'custom' && source.checked !== undefined;

const contextsOf = <T>(
  images: Readonly<Record<string, T>>,
  context: (image: T) => string,
): Record<string, string> =>
  Object.fromEntries(Object.entries(images).map(([from, image]) => [contextName(from), context(image)]));

/**
 * The name under which BuildKit looks for a context in an image's place: the reference in its short form. A context of
 * another name is passed over without a word.
 */
function contextName(from: string): string {
  const read = parseReference(from);
  if (!read.ok || read.value.digest !== undefined) return from;
  const { repository, tag } = read.value;
  const name =
    repository.registry === 'docker.io'
      ? repository.name.replace(/^library\/(?=[^/]+$)/, '')
      : repositoryText(repository);
  return tag === undefined || tag === 'latest' ? name : `${name}:${tag}`;
}

/** A bake file that only runs the checks, on an image of a registry. @param reference by digest. */
export const verifyFile = (recipe: Recipe, platforms: readonly Platform[], reference: string): BakeFile => ({
  target: {
    [targetOf(recipe.image.id, 'verify')]: verifyTarget(recipe, platforms, `docker-image://${reference}`),
  },
});

function verifyTarget(recipe: Recipe, platforms: readonly Platform[], context: string): Target {
  const { id } = recipe.image;
  const hasPackage = recipe.image.content.packages !== undefined;
  const secret = hasPackage
    ? `id=verify_env,env=${verifyVariable}`
    : `id=verify_exports,env=${exportsVariable}`;
  return {
    context: `./${id}/verify`,
    dockerfile: `../${checkDockerfile(hasPackage)}`,
    target: 'verify',
    platforms,
    contexts: { image: context, checks: `./${id}/verify` },
    ...(recipe.checksHaveVariables ? { secret: [secret] } : {}),
    args: { [hasPackage ? 'PUBLISH_BASE' : 'TOOLS']: toolsOf(recipe) },
    // Checks run every time: verify_command may find something else today than it did last week.
    'no-cache-filter': ['run'],
    output: [`type=local,dest=${pathsOf(id).verified}`],
  };
}

/** An image with Python, on which programs look at the finished one. */
const toolsOf = ({ bases: { publish } }: Recipe): string => `${publish.reference}@${publish.digest}`;

export const checkDockerfile = (hasPackage: boolean): string =>
  hasPackage ? 'verify.Dockerfile' : 'verify-any.Dockerfile';

/** Locked requirements are the same files at any time; packages that a distribution or pip chooses are not. */
function refetchOptions(recipe: BakeRecipe, { fresh }: BakeOptions): Partial<Target> {
  if (fresh !== true) return {};
  if (recipe.lock === undefined) return { 'no-cache': true };
  const installs = recipe.source.kind === 'rendered' && recipe.arguments['RUNTIME_PACKAGES'] !== undefined;
  return installs ? { 'no-cache-filter': ['runtime', 'image'] } : {};
}

/** The file's text. bake reads `${` and `%{` as templates, in JSON too: values of users must not be any. */
export const bakeText = (bake: { readonly target: object }): string =>
  `${JSON.stringify(
    bake,
    (_, value: unknown) => (typeof value === 'string' ? value.replaceAll(/[$%](?=\{)/g, '$&$&') : value),
    2,
  )}\n`;

function attestations(options: BakeOptions): string[] {
  const attestation = (type: string, value: string): string => {
    if (value === 'false') return `type=${type},disabled=true`;
    if (value === 'true') return `type=${type}`;
    return `type=${type},${value.includes('=') ? value : `generator=${value}`}`;
  };
  return [attestation('provenance', options.provenance), attestation('sbom', buildxSbom(options.sbom))];
}
