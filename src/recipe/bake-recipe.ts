/** The plan of a package's cell. Pure: everything that had to be asked is an argument. */
import type { Cell } from '../sources/package/cell.ts';
import { seedArguments } from '../dockerfile/arguments.ts';
import { isNumeric, renderDockerfile } from '../dockerfile/render.ts';
import type { Starts } from '../dockerfile/starts.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { Lock, PlatformRequirements } from '../lock/lock.ts';
import { normalizedName } from '../names/package-name.ts';
import { keyOf, type Platform } from '../names/platform.ts';
import type { KeptWheel } from '../wheel-cache/wheel.ts';
import type { Made } from '../plan/fingerprint.ts';
import { labelsOf, annotationsOf } from '../plan/labels.ts';
import type { BaseImage, Image, NativeBuild, Plan, Recipe } from '../plan/recipe.ts';
import { requirementLines } from '../sources/package/requirement-lines.ts';

/** What was found out about a cell's requirements. */
export interface Locked {
  readonly lock: Lock;
  readonly requirements: readonly PlatformRequirements[];
  readonly native: readonly NativeBuild[];
  /** What an earlier build compiled. */
  readonly kept: readonly KeptWheel[];
  /** Distributions of the base that go, because the lock needs another version. */
  readonly replaced: readonly string[];
  /** The image with a compiler, as it is today; absent where nothing is compiled. */
  readonly build?: BaseImage;
  /** Platforms that nothing is cross-compiled for, whatever the input says; none when absent. */
  readonly emulated?: readonly Platform[];
}

export interface PackageSource {
  readonly cell: Cell;
  readonly inputs: Inputs;
  readonly base: BaseImage;
  /** Absent where nothing could be locked, or an own Dockerfile does not take the `packages` context. */
  readonly locked?: Locked;
  /** The user's own Dockerfile, where there is one. */
  readonly own?: {
    readonly path: string;
    readonly context: string;
    readonly usesPackages: boolean;
    readonly pins: Readonly<Record<string, string>>;
    /** What its containers start. */
    readonly starts?: Starts;
    /** Absent where that cannot be known. */
    readonly standsOn?: BaseImage;
  };
  /** What the image is made of, for its annotations. */
  readonly made: Made;
  /** When it is made, in milliseconds since the epoch; only where the image is to say so. */
  readonly created?: number;
  /** The environment's SOURCE_DATE_EPOCH, in seconds. */
  readonly sourceDateEpoch?: number;
  /** Texts of `dockerfiles/Dockerfile` and of the one for what cannot be locked. */
  readonly templates: { readonly locked: string; readonly plain: string };
}

export function planPackage(source: PackageSource): Plan {
  const { cell, inputs, base, locked, own } = source;
  // An own Dockerfile stands on what its FROM says, not on the cell's image.
  const described = own === undefined ? base : own.standsOn;
  const rendered = renderedArguments(source);
  const image: Image = {
    repositories: cell.repositories,
    tags: cell.tags,
    platforms: cell.platforms,
    recipe: recipeOf(source),
    bases: { publish: base, build: buildBase(source) },
    arguments:
      own === undefined ? rendered : { ...seedArguments(cell, inputs.maintainer), ...inputs.buildArgs },
    packagesArguments: rendered,
    labels: labelsOf(cell, inputs, described),
    annotations: annotationsOf(cell, inputs, { ...source, base: described }),
    checks: {
      python: cell.python.text,
      distribution: cell.package.name,
      version: cell.version.text,
      extras: cell.package.extras,
      requirements: namesOf(locked),
      // An own Dockerfile may leave the scripts out, as the seed's did.
      scripts: own === undefined,
      verify_command: inputs.verifyCommand ?? null,
      verify_python: inputs.verifyPython ?? null,
      starts: own?.starts ?? null,
      cmd: own === undefined ? (inputs.command ?? null) : null,
      skip: inputs.verifySkip,
    },
    checksHaveVariables: inputs.verifyEnv.length > 0,
    ...(locked === undefined ? {} : { lock: locked.lock }),
    requirements: locked?.requirements ?? [],
    replaced: locked?.replaced ?? [],
    requested: requestedNames(cell, inputs),
    native: locked?.native ?? [],
    kept: locked?.kept ?? [],
    ...epochOf(source),
  };
  return { images: [image] };
}

/** What is compiled for a platform by itself: all that has no wheel, but for what is built for it on the build machine. */
export function compiledThere(
  platform: PlatformRequirements,
  { native, kept }: Pick<Locked, 'native' | 'kept'>,
): PlatformRequirements['requirements'] {
  const served = new Set(
    [...native, ...kept].filter((one) => one.serves.includes(platform.platform)).map(releaseOf),
  );
  return platform.requirements.filter((one) => one.kind === 'compile' && !served.has(releaseOf(one)));
}

/** Whether the last stage of the rendered Dockerfile runs nothing: then it is one copied layer on its base. */
export const copiesOnly = (inputs: Inputs, replaced: readonly string[]): boolean =>
  replaced.length === 0 &&
  inputs.runtimePackages.length === 0 &&
  // A number needs no account.
  (inputs.user === undefined || isNumeric(inputs.user));

/** The wheels that a platform takes because they were compiled before. */
export const keptFor = (platform: Platform, kept: readonly KeptWheel[]): readonly KeptWheel[] =>
  kept.filter(({ serves }) => serves.includes(platform));

const releaseOf = ({ name, version }: { readonly name: string; readonly version: string }): string =>
  `${name} ${version}`;

/** Whether every platform installs the same files at the same places: none has wheels of its own, or compiles on itself. */
export function installsTheSame(locked: Pick<Locked, 'requirements' | 'native' | 'kept'>): boolean {
  const { requirements, native, kept } = locked;
  const lists = requirements.map((one) => JSON.stringify([one.requirements, one.links]));
  const once = [...native, ...kept].every((one) => one.serves.length === requirements.length);
  return (
    new Set(lists).size === 1 && once && requirements.every((one) => compiledThere(one, locked).length === 0)
  );
}

function recipeOf(source: PackageSource): Recipe {
  const { own } = source;
  if (own === undefined) return { kind: 'rendered', dockerfile: render(source) };
  const recipe = { kind: 'own', path: own.path, context: own.context, pins: own.pins } as const;
  return own.usesPackages ? { ...recipe, packages: render(source) } : recipe;
}

function render({ cell, inputs, templates, locked }: PackageSource): string {
  return renderDockerfile(locked === undefined ? templates.plain : templates.locked, {
    native: (locked?.native.length ?? 0) > 0,
    compile: (locked?.requirements ?? [])
      .filter((platform) => compiledThere(platform, locked!).length > 0)
      .map((platform) => platform.platform),
    platforms: cell.platforms,
    emulated: inputs.compile !== 'cross',
    different: locked !== undefined && !installsTheSame(locked),
    replaced: (locked?.replaced.length ?? 0) > 0,
    runtimePackages: inputs.runtimePackages.length > 0,
    buildConstraints: inputs.buildConstraints.length > 0,
    ...(inputs.user === undefined ? {} : { user: inputs.user }),
    ...(inputs.command === undefined ? {} : { command: inputs.command }),
  });
}

/** By digest where it was looked at: what is verified and what is pushed then stand on the same. */
function buildBase({ cell, locked }: PackageSource): string {
  const build = locked?.build;
  return build === undefined ? cell.base.build : `${build.reference}@${build.digest}`;
}

function renderedArguments(source: PackageSource): Record<string, string> {
  const { inputs, base, cell, locked } = source;
  const given = (name: string, words: readonly string[]): Record<string, string> =>
    words.length === 0 ? {} : { [name]: words.join(' ') };
  return {
    PUBLISH_BASE: `${base.reference}@${base.digest}`,
    BUILD_BASE: buildBase(source),
    ...given('BUILD_PACKAGES', inputs.buildPackages),
    ...(inputs.buildConstraints.length === 0
      ? {}
      : { BUILD_CONSTRAINTS: inputs.buildConstraints.join('\n') }),
    ...(inputs.compile === 'auto' ? {} : { COMPILE: inputs.compile }),
    ...given('EMULATED', (locked?.emulated ?? []).map(keyOf)),
    ...given('RUNTIME_PACKAGES', inputs.runtimePackages),
    ...(inputs.user === undefined ? {} : { RUN_AS: inputs.user }),
    ...(inputs.indexUrl === undefined ? {} : { INDEX_URL: inputs.indexUrl }),
    ...(locked === undefined ? { REQUIREMENTS: requirementLines(cell, inputs).join('\n') } : {}),
  };
}

const requestedNames = (cell: Cell, inputs: Inputs): string[] =>
  requirementLines(cell, inputs).map((line) => normalizedName(/^[\w.-]+/.exec(line)?.[0] ?? line));

const namesOf = (locked: Locked | undefined): string[] => {
  const everywhere = locked?.requirements ?? [];
  const [first, ...rest] = everywhere.map((platform) => platform.requirements.map(({ name }) => name));
  return (first ?? []).filter((name) => rest.every((names) => names.includes(name)));
};

/** An own Dockerfile that installs by itself keeps its own times, unless the environment says otherwise. */
function epochOf({ sourceDateEpoch: given, locked, own }: PackageSource): {
  readonly sourceDateEpoch?: number;
} {
  if (given !== undefined) return { sourceDateEpoch: given };
  return own !== undefined && locked === undefined ? {} : { sourceDateEpoch: sourceDateEpoch(locked?.lock) };
}

/**
 * The time that files carry: when the newest file of the lock was published, so that the same lock gives the same layer.
 * 1980 where the index does not say: archives cannot hold an earlier year.
 */
export function sourceDateEpoch(lock: Lock | undefined): number {
  const times = [...(lock?.text.matchAll(/upload-time = (\d{4}-\d\d-\d\dT[\d:.]+Z)/g) ?? [])];
  const seconds = times.map(([, time = '']) => Math.floor(Date.parse(time) / 1000)).filter(Number.isFinite);
  return Math.max(315_532_800, ...seconds);
}
