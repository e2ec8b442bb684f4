/** The bake file and the folder it is run in, as values: a dry run prints what a real run writes. */
import { keyOf, type Platform } from '../names/platform.ts';
import { repositoryText } from '../names/reference.ts';
import { besideImage, type ImageId } from '../plan/image.ts';
import { type BakeRecipe, compiledOnTarget, installsTheSame, type Recipe } from '../plan/recipe.ts';
import { parseReference } from '../registry/reference.ts';
import { attemptsFolder } from './attempts.ts';
import { checkPrograms, program, type Programs, stagePrograms } from './programs.ts';
import { nativeFile, requirementsFile } from './requirements-file.ts';

/** A target as `docker buildx bake` reads it; paths are relative to the folder that it runs in. */
interface Target {
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly platforms?: readonly Platform[];
  readonly contexts?: Readonly<Record<string, string>>;
  readonly args?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: readonly string[];
  readonly secret?: readonly string[];
  readonly attest?: readonly string[];
  readonly 'no-cache'?: true;
  readonly 'no-cache-filter'?: readonly string[];
  readonly output: readonly string[];
}

export interface BakeFile {
  readonly target: Readonly<Record<string, Target>>;
}

export interface BakeOptions {
  /** Platforms to run the checks on; empty when verification is off. */
  readonly verify: readonly Platform[];
  /** buildx syntax, values never inside. */
  readonly secrets: readonly string[];
  readonly provenance: string;
  readonly sbom: string;
  /** What fetches runs anew although the builder remembers it: what it fetches may be another thing today. */
  readonly fresh?: boolean;
  /** What is compiled comes out of the build, too: it is to be kept. */
  readonly keep?: boolean;
}

/** The variable of buildx's environment that has the checks' own variables, as a JSON object: none is an argument. */
export const verifyVariable = 'PYTHON_IMAGE_BUILDER_VERIFY_ENV';

/** What of an image a bake run may be asked for. */
export const bakeParts = ['image', ...besideImage] as const;
type Part = (typeof bakeParts)[number];

/** The bake target of a part of an image. */
export const targetOf = (id: ImageId, part: Part): string => (part === 'image' ? id : `${id}-${part}`);

/** Where an image's files are and what buildx makes of it goes, relative to the bake file: no two images share a path. */
export const placesOf = (id: ImageId) => ({
  /** Of the verified results. */
  verified: `${id}/verified`,
  /** Of what the compiling stages wrote. */
  compiled: `${id}/${attemptsFolder}`,
  /**
   * The image as an OCI layout in a tar file: it is pushed from there once it is verified. Not as a folder: there, two
   * platforms that share a layer write it at once, and fail.
   */
  archive: `${id}/image.tar`,
});

/** One image of a bake file, with how it is built in this run. */
export interface Baked {
  readonly recipe: BakeRecipe;
  readonly options: BakeOptions;
}

/** The bake file of images that are built together; those that stand on each other are linked by their targets. */
export const bakeFile = (images: readonly Baked[]): BakeFile => ({
  target: Object.assign({}, ...images.map(targetsOf)) as BakeFile['target'],
});

function targetsOf({ recipe, options }: Baked): Record<string, Target> {
  const { image, source } = recipe;
  const { id } = image;
  const contexts = {
    contexts: {
      ...(recipe.lock === undefined ? {} : { lock: `./${id}/lock` }),
      programs: `./${id}/programs`,
    },
  };
  const epoch: Record<string, string> =
    recipe.sourceDateEpoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(recipe.sourceDateEpoch) };
  const shared = {
    platforms: image.platforms,
    ...(options.secrets.length > 0 ? { secret: options.secrets } : {}),
  };
  const published = {
    ...shared,
    labels: recipe.labels,
    annotations: Object.entries(recipe.annotations).map(([key, value]) => `${key}=${value}`),
    attest: attestations(options),
    output: [
      `type=oci,dest=${placesOf(id).archive},name=${repositoryText(image.repositories[0])}:${image.tags.exact}`,
    ],
  };
  const rendered = {
    context: `./${id}`,
    dockerfile: 'Dockerfile',
    ...contexts,
    args: { ...recipe.packagesArguments, ...epoch },
  };
  const target: Record<string, Target> = {};
  if (source.kind === 'rendered') {
    target[id] = { ...rendered, target: 'image', ...fetchedAnew(recipe, options), ...published };
  } else {
    const packages = targetOf(id, 'packages');
    if (source.packages !== undefined) {
      target[packages] = {
        ...rendered,
        target: 'packages',
        ...fetchedAnew(recipe, options),
        ...shared,
        output: ['type=cacheonly'],
      };
    }
    target[id] = {
      context: source.context,
      dockerfile: source.path,
      contexts: {
        // A tag that moved between verifying and pushing would publish what was never run.
        ...contextsOf(source.pins, (image) => `docker-image://${image}`),
        ...contextsOf(source.parents, (parent) => `target:${parent}`),
        ...(source.packages === undefined ? {} : { packages: `target:${packages}` }),
      },
      args: { ...recipe.arguments, ...epoch },
      ...(options.fresh === true ? { 'no-cache': true as const } : {}),
      ...published,
    };
  }
  const compiling = recipe.requirements
    .filter((one) => compiledOnTarget(one, recipe).length > 0)
    .map(({ platform }) => platform);
  if (compiling.length > 0) {
    target[targetOf(id, 'compiled')] = {
      ...rendered,
      target: options.keep === true ? 'made' : 'attempts',
      ...shared,
      platforms: compiling,
      output: [`type=local,dest=${placesOf(id).compiled}`],
    };
  }
  if (options.verify.length > 0)
    target[targetOf(id, 'verify')] = verifyTarget(recipe, options.verify, `target:${id}`);
  return target;
}

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

/** The bake file that only runs the checks, in an image that a registry holds. @param reference by digest. */
export const verifyFile = (recipe: Recipe, platforms: readonly Platform[], reference: string): BakeFile => ({
  target: {
    [targetOf(recipe.image.id, 'verify')]: verifyTarget(recipe, platforms, `docker-image://${reference}`),
  },
});

function verifyTarget(recipe: Recipe, platforms: readonly Platform[], context: string): Target {
  const { id } = recipe.image;
  const { publish } = recipe.bases;
  return {
    context: `./${id}/verify`,
    dockerfile: '../verify.Dockerfile',
    target: 'verify',
    platforms,
    contexts: { image: context, checks: `./${id}/verify` },
    ...(recipe.checksHaveVariables ? { secret: [`id=verify_env,env=${verifyVariable}`] } : {}),
    args: { PUBLISH_BASE: `${publish.reference}@${publish.digest}` },
    // Checks run every time: a result of last week says nothing of what verify_command would find today.
    'no-cache-filter': ['run'],
    output: [`type=local,dest=${placesOf(id).verified}`],
  };
}

/** Locked requirements are the same files whenever they are fetched; what a distribution or pip alone chooses is not. */
function fetchedAnew(recipe: BakeRecipe, { fresh }: BakeOptions): Partial<Target> {
  if (fresh !== true) return {};
  if (recipe.lock === undefined) return { 'no-cache': true };
  const installs = recipe.source.kind === 'rendered' && recipe.arguments['RUNTIME_PACKAGES'] !== undefined;
  return installs ? { 'no-cache-filter': ['image'] } : {};
}

/** The file's text. bake takes `${` and `%{` for templates of its own, in JSON too: what users write is no template. */
export const bakeText = (bake: { readonly target: object }): string =>
  `${JSON.stringify(
    bake,
    (_, value: unknown) => (typeof value === 'string' ? value.replaceAll(/[$%](?=\{)/g, '$&$&') : value),
    2,
  )}\n`;

/** The files of a bake run, path to content; `programs` are the files of `dockerfiles/` by name. */
export function workFiles(
  recipes: readonly Recipe[],
  bake: BakeFile,
  programs: Programs,
): Readonly<Record<string, string>> {
  const files = recipes.flatMap((recipe) => {
    const { id } = recipe.image;
    const builds = recipe.do === 'bake' ? buildFiles(recipe, programs) : {};
    const checks = bake.target[targetOf(id, 'verify')] === undefined ? {} : checkFiles(recipe, programs);
    return Object.entries({ ...builds, ...checks }).map(([name, content]) => [`${id}/${name}`, content]);
  });
  return { 'docker-bake.json': bakeText(bake), ...(Object.fromEntries(files) as Record<string, string>) };
}

function buildFiles(recipe: BakeRecipe, programs: Programs): Record<string, string> {
  const { source, lock } = recipe;
  const dockerfile = source.kind === 'rendered' ? source.dockerfile : source.packages;
  return {
    ...(dockerfile === undefined
      ? {}
      : { Dockerfile: dockerfile, ...stagePrograms(programs, lock !== undefined) }),
    ...(lock === undefined ? {} : lockFiles(recipe)),
  };
}

const checkFiles = ({ checks }: Recipe, programs: Programs): Record<string, string> => ({
  'verify.Dockerfile': program(programs, 'verify.Dockerfile'),
  ...checkPrograms(programs),
  'verify/checks.json': `${JSON.stringify(checks, null, 2)}\n`,
});

function lockFiles(recipe: BakeRecipe): Record<string, string> {
  const files: Record<string, string> = {};
  const [first] = recipe.requirements;
  if (first !== undefined && installsTheSame(recipe)) {
    files['lock/requirements.json'] = requirementsFile(first, recipe);
  } else {
    for (const platform of recipe.requirements) {
      files[`lock/${keyOf(platform.platform)}/requirements.json`] = requirementsFile(platform, recipe);
    }
  }
  if (recipe.native.length > 0) {
    files['lock/native/requirements.json'] = nativeFile(recipe.native);
  }
  return files;
}

function attestations(options: BakeOptions): string[] {
  const of = (type: string, value: string): string[] => {
    if (value === 'false') return [`type=${type},disabled=true`];
    return [
      value === 'true'
        ? `type=${type}`
        : `type=${type},${value.includes('=') ? value : `generator=${value}`}`,
    ];
  };
  return [...of('provenance', options.provenance), ...of('sbom', options.sbom)];
}
