/** The bake file and the folder it is run in, as values: a dry run prints what a real run writes. */
import { keyOf, type Platform } from '../names/platform.ts';
import { repositoryText } from '../names/reference.ts';
import { compiledThere, installsTheSame } from '../recipe/bake-recipe.ts';
import type { Image } from '../plan/recipe.ts';
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
/** Folder that the verified results are written to, relative to the bake file. */
export const verifiedFolder = 'verified';
/**
 * The image as an OCI layout in a tar file, relative to the bake file: it is pushed from there once it is verified. Not as
 * a folder: there, two platforms that share a layer write it at once, and fail.
 */
export const archiveFile = 'image.tar';

export function bakeFile(image: Image, options: BakeOptions): BakeFile {
  const { recipe } = image;
  const contexts = {
    contexts: { ...(image.lock === undefined ? {} : { lock: './lock' }), programs: './programs' },
  };
  const epoch: Record<string, string> =
    image.sourceDateEpoch === undefined ? {} : { SOURCE_DATE_EPOCH: String(image.sourceDateEpoch) };
  const shared = {
    platforms: image.platforms,
    ...(options.secrets.length > 0 ? { secret: options.secrets } : {}),
  };
  const published = {
    ...shared,
    labels: image.labels,
    annotations: Object.entries(image.annotations).map(([key, value]) => `${key}=${value}`),
    attest: attestations(options),
    output: [
      `type=oci,dest=${archiveFile},name=${repositoryText(image.repositories[0])}:${image.tags.exact}`,
    ],
  };
  const rendered = {
    context: '.',
    dockerfile: 'Dockerfile',
    ...contexts,
    args: { ...image.packagesArguments, ...epoch },
  };
  const target: Record<string, Target> = {};
  if (recipe.kind === 'rendered') {
    target['image'] = { ...rendered, target: 'image', ...fetchedAnew(image, options), ...published };
  } else {
    if (recipe.packages !== undefined) {
      target['packages'] = {
        ...rendered,
        target: 'packages',
        ...fetchedAnew(image, options),
        ...shared,
        output: ['type=cacheonly'],
      };
    }
    target['image'] = {
      context: recipe.context,
      dockerfile: recipe.path,
      contexts: {
        // A tag that moved between verifying and pushing would publish what was never run.
        ...Object.fromEntries(
          Object.entries(recipe.pins).map(([from, image]) => [from, `docker-image://${image}`]),
        ),
        ...(recipe.packages === undefined ? {} : { packages: 'target:packages' }),
      },
      args: { ...image.arguments, ...epoch },
      ...(options.fresh === true ? { 'no-cache': true as const } : {}),
      ...published,
    };
  }
  const compiling = image.requirements
    .filter((one) => compiledThere(one, image).length > 0)
    .map(({ platform }) => platform);
  if (compiling.length > 0) {
    target['compiled'] = {
      ...rendered,
      target: options.keep === true ? 'made' : 'attempts',
      ...shared,
      platforms: compiling,
      output: [`type=local,dest=${attemptsFolder}`],
    };
  }
  if (options.verify.length > 0) target['verify'] = verifyTarget(image, options.verify, 'target:image');
  return { target };
}

/** The bake file that only runs the checks, in an image that a registry holds. @param reference by digest. */
export const verifyFile = (image: Image, platforms: readonly Platform[], reference: string): BakeFile => ({
  target: { verify: verifyTarget(image, platforms, `docker-image://${reference}`) },
});

function verifyTarget(image: Image, platforms: readonly Platform[], context: string): Target {
  return {
    context: './verify',
    dockerfile: '../verify.Dockerfile',
    target: 'verify',
    platforms,
    contexts: { image: context, checks: './verify' },
    ...(image.checksHaveVariables ? { secret: [`id=verify_env,env=${verifyVariable}`] } : {}),
    args: { PUBLISH_BASE: `${image.bases.publish.reference}@${image.bases.publish.digest}` },
    // Checks run every time: a result of last week says nothing of what verify_command would find today.
    'no-cache-filter': ['run'],
    output: [`type=local,dest=${verifiedFolder}`],
  };
}

/** Locked requirements are the same files whenever they are fetched; what a distribution or pip alone chooses is not. */
function fetchedAnew(image: Image, { fresh }: BakeOptions): Partial<Target> {
  if (fresh !== true) return {};
  if (image.lock === undefined) return { 'no-cache': true };
  const installs = image.recipe.kind === 'rendered' && image.arguments['RUNTIME_PACKAGES'] !== undefined;
  return installs ? { 'no-cache-filter': ['image'] } : {};
}

/** The file's text. bake takes `${` and `%{` for templates of its own, in JSON too: what users write is no template. */
export const bakeText = (bake: { readonly target: object }): string =>
  `${JSON.stringify(
    bake,
    (_, value: unknown) => (typeof value === 'string' ? value.replaceAll(/[$%](?=\{)/g, '$&$&') : value),
    2,
  )}\n`;

/** The folder's files, path to content; `programs` are the files of `dockerfiles/` by name. */
export function workFiles(
  image: Image,
  bake: BakeFile,
  programs: Programs,
): Readonly<Record<string, string>> {
  const dockerfile = image.recipe.kind === 'rendered' ? image.recipe.dockerfile : image.recipe.packages;
  const builds = bake.target['image'] !== undefined;
  return {
    'docker-bake.json': bakeText(bake),
    ...(dockerfile === undefined || !builds ? {} : { Dockerfile: dockerfile }),
    ...(dockerfile === undefined || !builds ? {} : stagePrograms(programs, image.lock !== undefined)),
    ...(image.lock === undefined || !builds ? {} : lockFiles(image)),
    ...(bake.target['verify'] === undefined
      ? {}
      : {
          'verify.Dockerfile': program(programs, 'verify.Dockerfile'),
          ...checkPrograms(programs),
          'verify/checks.json': `${JSON.stringify(image.checks, null, 2)}\n`,
        }),
  };
}

function lockFiles(image: Image): Record<string, string> {
  const files: Record<string, string> = {};
  const [first] = image.requirements;
  if (first !== undefined && installsTheSame(image)) {
    files['lock/requirements.json'] = requirementsFile(first, image);
  } else {
    for (const platform of image.requirements) {
      files[`lock/${keyOf(platform.platform)}/requirements.json`] = requirementsFile(platform, image);
    }
  }
  if (image.native.length > 0) {
    files['lock/native/requirements.json'] = nativeFile(image.native);
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
