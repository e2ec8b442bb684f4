/** Raw values to the validated inputs of an image. */
import { parsePythonVersion } from '../names/python-version.ts';
import * as building from './building.ts';
import * as image from './image.ts';
import type { Inputs } from './inputs.ts';
import * as packages from './packages.ts';
import { inputReader, type Read } from './reader.ts';
import { foldForce, parseMaxAge } from './rebuilding.ts';
import { type Env, lackOfRegistry, type Raw, readDestinations, readUsername } from './registry.ts';
import { type PairRule, parseEach, parsePairs, splitLines } from './splitting.ts';
import { compileChoices, rebuildChoices, verifyChoices } from './table.ts';
import * as values from './values.ts';
import { parseVerifyEnv, parseVerifySkip } from './verifying.ts';
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

export function readInputs(raw: Raw, where: building.Where, env: Env = {}): Read<Inputs> {
  const { given, text, one, many, say, called, done } = inputReader('build', raw, where, env);
  const lines = <T>(name: string, parse: Parameters<typeof parseEach<T>>[1]) =>
    many(name, (value) => parseEach(splitLines(value), parse));
  const pairs = (name: string, rule: PairRule) => many(name, (value) => parsePairs(value, rule));
  const choice = <T extends string>(name: string, choices: readonly T[]) =>
    one(name, (value) => values.parseChoice(value, choices));
  const flag = (name: string) => one(name, values.parseFlag);
  const path = (name: string) => one(name, (value) => building.parsePath(value, where));

  const wanted = one('package', packages.parsePackage);
  const destinations = readDestinations(given, wanted?.name, where, say);
  const push = flag('push');
  const [repository] = destinations?.repositories ?? [];
  const wheelStore =
    text('wheel_store') !== ''
      ? one('wheel_store', (value) => parseWheelStore(value, where))
      : repository && push !== undefined
        ? usualWheelStore(where, push, repository)
        : undefined;
  const needed = {
    package: wanted,
    packageVersion: one('package_version', packages.parseWantedVersion),
    python: one('python_version', parsePythonVersion),
    variant: one('target_base', image.parseVariant),
    registry: destinations?.registry,
    repositories: destinations?.repositories,
    platforms: many('platform', values.parsePlatforms),
    maintainer: one('maintainer', image.parseMaintainer) ?? '',
    buildPath: path('docker_build_path'),
    requirements: lines('requirements', packages.parseRequirementLine),
    buildPackages: many('build_packages', values.parseDistributionPackages),
    buildConstraints: lines('build_constraints', packages.parseConstraintLine),
    runtimePackages: many('runtime_packages', values.parseDistributionPackages),
    labels: pairs('labels', image.labelRule),
    annotations: pairs('annotations', image.annotationRule),
    buildArgs: pairs('build_args', image.buildArgumentRule),
    secrets: many('secrets', (value) => building.parseSecrets(value, where)),
    baseRegistry: one('base_registry', building.parseBaseRegistry),
    compile: choice('compile', compileChoices),
    wheelStore,
    // What a workflow does not publish, its wheels are not either.
    keepsWheels: where === 'cli' || push === true,
    rebuild: foldForce(choice('rebuild', rebuildChoices), { force: flag('force'), push }, called, say),
    overwrite: flag('overwrite'),
    verify: choice('verify', verifyChoices),
    verifySkip: lines('verify_skip', parseVerifySkip),
    verifyEnv: many('verify_env', parseVerifyEnv),
    provenance: one('provenance', building.parseProvenance),
    sbom: one('sbom', building.parseSbom),
    tags: many('tags', values.parseTags),
    push,
    dryRun: flag('dry_run'),
    uvVersion: one('uv_version', building.parseUvVersion) ?? '',
    output: one('output', (value) => building.parseOutput(value, where)),
  };
  const optional = {
    packageLatestVersion: one('package_latest_version', packages.parseLatestVersion),
    dockerfile: path('dockerfile'),
    registryUsername: readUsername(raw, text('registry_username'), say),
    command: one('command', image.parseCommand),
    user: one('user', image.parseUser),
    indexUrl: one('index_url', building.parseIndexUrl),
    caBundle: path('ca_bundle'),
    maxAge: one('max_age', parseMaxAge),
    verifyCommand: text('verify_command') || undefined,
    verifyPython: one('verify_python', parseVerifyPython),
    builder: one('builder', building.parseBuilder),
  };
  if (where === 'cli' && text('push').toLowerCase() === 'true' && (raw['registry'] ?? '').trim() === '') {
    const lack = lackOfRegistry(text('image_name'));
    if (lack !== undefined) say('registry', lack);
  }
  return done(needed, optional);
}
