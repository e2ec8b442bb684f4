/** Reads and validates the inputs of the command `build`. */
import type { Platform } from '../names/platform.ts';
import { parsePythonVersion } from '../names/python-version.ts';
import * as building from './building.ts';
import { parseExtraIndexes } from './extra-indexes.ts';
import * as image from './image.ts';
import { readImageInputs } from './image-inputs.ts';
import type { Inputs } from './inputs.ts';
import * as packages from './packages.ts';
import { type InputReader, inputReader, type Places, type Read } from './reader.ts';
import type { Env, Raw, RegistryUse } from './registry.ts';
import { parseEach, splitLines } from './splitting.ts';
import { readAdvisoryInputs } from './advisories.ts';
import { compileChoices, layersChoices } from './choices.ts';
import * as values from './values.ts';
import { parseVerifyPython } from './verify-python.ts';
import { parseWheelStore, usualWheelStore } from './wheel-store.ts';

/** Raw values of a step: the runner sets `INPUT_` and the name in capitals for each. */
export function rawOfAction(env: Env): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env)
      .filter((entry): entry is [string, string] => entry[0].startsWith('INPUT_') && entry[1] !== undefined)
      .map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]),
  );
}

/** Undefined where the whole image is made. */
function partOf(
  { text, many, say }: InputReader,
  platforms: readonly Platform[],
): readonly Platform[] | undefined {
  if (text('part') === '') return undefined;
  const part = many('part', values.parsePlatforms);
  const foreign = part.filter((platform) => !platforms.includes(platform));
  if (foreign.length > 0)
    say(
      'part',
      `${foreign.join(', ')} ${foreign.length === 1 ? 'is' : 'are'} not among the platforms of the image, which are ${platforms.join(', ')}: name some of those.`,
    );
  return part.length === platforms.length ? undefined : platforms.filter((one) => part.includes(one));
}

/** @param places of inputs that are written in a file. @param use what the registry is for. */
export function readInputs(
  raw: Raw,
  where: building.Where,
  env: Env = {},
  places: Places = {},
  use?: RegistryUse,
): Read<Inputs> {
  const reader = inputReader('build', raw, where, env, places);
  const { text, one, many, done } = reader;
  const lines = <T>(name: string, parse: Parameters<typeof parseEach<T>>[1]) =>
    many(name, (value) => parseEach(splitLines(value), parse));
  const path = (name: string) => one(name, (value) => building.parsePath(value, where));

  const wanted = one('package', packages.parsePackage);
  const shared = readImageInputs(reader, raw, where, wanted?.name, undefined, use);
  const { repositories, push } = shared.needed;
  const [repository] = repositories ?? [];
  const wheelStore =
    text('wheel_store') !== ''
      ? one('wheel_store', (value) => parseWheelStore(value, where))
      : repository && push !== undefined
        ? usualWheelStore(where, push, repository)
        : undefined;
  const advisories = readAdvisoryInputs(reader);
  const needed = {
    ...shared.needed,
    package: wanted,
    packageVersion: one('package_version', packages.parseWantedVersion),
    python: one('python_version', parsePythonVersion),
    variant: one('target_base', image.parseVariant),
    lowercaseLatest: one('lowercase_latest', values.parseFlag),
    revisionTags: one('revision_tags', values.parseFlag),
    maintainer: one('maintainer', image.parseMaintainer) ?? '',
    buildPath: path('docker_build_path'),
    accelerate: one('accelerate', values.parseFlag),
    requirements: lines('requirements', packages.parseRequirementLine),
    buildPackages: many('build_packages', values.parseDistributionPackages),
    buildConstraints: lines('build_constraints', packages.parseConstraintLine),
    runtimePackages: many('runtime_packages', values.parseDistributionPackages),
    layers: one('layers', (value) => values.parseChoice(value, layersChoices)),
    extraIndexes: many('extra_indexes', parseExtraIndexes),
    compile: one('compile', (value) => values.parseChoice(value, compileChoices)),
    wheelStore,
    // A workflow that publishes no image saves no wheels either.
    savesWheels: where === 'cli' || push === true,
    overwrite: one('overwrite', values.parseFlag),
    ...advisories.needed,
  };
  const optional = {
    ...shared.optional,
    ...advisories.optional,
    packageLatestVersion: one('package_latest_version', packages.parseLatestVersion),
    part: partOf(reader, shared.needed.platforms),
    dockerfile: path('dockerfile'),
    command: one('command', image.parseCommand),
    user: one('user', image.parseUser),
    indexUrl: one('index_url', building.parseIndexUrl),
    uvVersion: one('uv_version', building.parseUvVersion),
    verifyPython: one('verify_python', parseVerifyPython),
  };
  return done(needed, optional);
}
