/** Raw values to validated inputs, with everything that is wrong said at once. */
import type { Parsed, Problem } from '../errors.ts';
import { parsePythonVersion } from '../names/python-version.ts';
import { shown } from '../names/shown.ts';
import * as building from './building.ts';
import * as image from './image.ts';
import type { Inputs } from './inputs.ts';
import { nearest } from './nearest.ts';
import * as packages from './packages.ts';
import { foldForce, parseMaxAge } from './rebuilding.ts';
import { type Raw, type Say, lackOfRegistry, readDestinations, readUsername } from './registry.ts';
import { type Many, type PairRule, parseEach, parsePairs, splitLines } from './splitting.ts';
import {
  compileChoices,
  type InputRow,
  inputTable,
  optionOf,
  rebuildChoices,
  verifyChoices,
} from './table.ts';
import { parseChoice, parseDistributionPackages, parseFlag, parsePlatforms, parseTags } from './values.ts';
import { parseVerifyEnv, parseVerifySkip } from './verifying.ts';
import { parseVerifyPython } from './verify-python.ts';
import { parseWheelStore, usualWheelStore } from './wheel-store.ts';

export interface Read {
  /** Undefined when there are problems. */
  readonly inputs?: Inputs;
  /** Everything that is wrong; a message begins with the input as the user calls it. */
  readonly problems: readonly Problem[];
}

/** Raw values of a step: the runner sets `INPUT_` and the name in capitals for each. */
export function rawOfAction(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env)
      .filter((entry): entry is [string, string] => entry[0].startsWith('INPUT_') && entry[1] !== undefined)
      .map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value]),
  );
}

/** How the user calls an input: by its name in a workflow, by its option on the command line. */
function labelOf(name: string, where: building.Where): string {
  // The name of an input that does not exist may be anything.
  if (!/^[\w-]{1,60}$/.test(name)) return shown(name);
  if (name === 'registry_password' && where === 'cli') return 'REGISTRY_PASSWORD';
  return where === 'action' ? name : optionOf(name);
}

/**
 * Reads and validates all inputs. `env` is asked only for what GitHub would have put in for a value that a workflow
 * gives as empty (`GITHUB_REPOSITORY`, `GITHUB_REPOSITORY_OWNER`).
 */
export function readInputs(
  raw: Raw,
  where: building.Where,
  env: Readonly<Record<string, string | undefined>> = {},
): Read {
  const problems: Problem[] = [];
  const called = (name: string): string => labelOf(name, where);
  const say: Say = (name, message) => {
    problems.push({ station: 'input', about: name, message: `${called(name)}: ${message}` });
  };
  const values = textsOf(raw, where, env, say);
  const text = (name: string): string => values.get(name) ?? '';

  /** One value; undefined where there is none or it was refused, which has been said then. */
  const one = <T>(name: string, parse: (text: string) => Parsed<T>): T | undefined => {
    if (text(name) === '') return undefined;
    const result = parse(text(name));
    if (result.ok) return result.value;
    say(name, result.message);
    return undefined;
  };
  const many = <T>(name: string, result: Many<T>): T => {
    for (const message of result.messages) say(name, message);
    return result.value;
  };
  const pairs = (name: string, rule: PairRule) => many(name, parsePairs(text(name), rule));
  const choice = <T extends string>(name: string, choices: readonly T[]) =>
    one(name, (value) => parseChoice(value, choices));
  const path = (name: string) => one(name, (value) => building.parsePath(value, where));

  const wanted = one('package', packages.parsePackage);
  const packageVersion = one('package_version', packages.parseWantedVersion);
  const python = one('python_version', parsePythonVersion);
  const destinations = readDestinations((name) => values.get(name), wanted?.name, where, say);
  const push = one('push', parseFlag);
  const [repository] = destinations?.repositories ?? [];
  const wheelStore =
    text('wheel_store') !== ''
      ? one('wheel_store', (value) => parseWheelStore(value, where))
      : repository && push !== undefined
        ? usualWheelStore(where, push, repository)
        : undefined;
  const needed = complete({
    package: wanted,
    packageVersion,
    python,
    variant: one('target_base', image.parseVariant),
    registry: destinations?.registry,
    repositories: destinations?.repositories,
    platforms: many('platform', parsePlatforms(text('platform'))),
    maintainer: one('maintainer', image.parseMaintainer) ?? '',
    buildPath: path('docker_build_path'),
    requirements: many(
      'requirements',
      parseEach(splitLines(text('requirements')), packages.parseRequirementLine),
    ),
    buildPackages: many('build_packages', parseDistributionPackages(text('build_packages'))),
    buildConstraints: many(
      'build_constraints',
      parseEach(splitLines(text('build_constraints')), packages.parseConstraintLine),
    ),
    runtimePackages: many('runtime_packages', parseDistributionPackages(text('runtime_packages'))),
    labels: pairs('labels', image.labelRule),
    annotations: pairs('annotations', image.annotationRule),
    buildArgs: pairs('build_args', image.buildArgumentRule),
    secrets: many('secrets', building.parseSecrets(text('secrets'), where)),
    baseRegistry: one('base_registry', building.parseBaseRegistry),
    compile: choice('compile', compileChoices),
    wheelStore,
    // What a workflow does not publish, its wheels are not either.
    keepsWheels: where === 'cli' || push === true,
    rebuild: foldForce(choice('rebuild', rebuildChoices), one('force', parseFlag), called, say),
    overwrite: one('overwrite', parseFlag),
    verify: choice('verify', verifyChoices),
    verifySkip: many('verify_skip', parseEach(splitLines(text('verify_skip')), parseVerifySkip)),
    verifyEnv: many('verify_env', parseVerifyEnv(text('verify_env'))),
    provenance: one('provenance', building.parseProvenance),
    sbom: one('sbom', building.parseSbom),
    tags: many('tags', parseTags(text('tags'))),
    push,
    dryRun: one('dry_run', parseFlag),
    uvVersion: one('uv_version', building.parseUvVersion) ?? '',
    output: one('output', (value) => building.parseOutput(value, where)),
  });
  const optional = present({
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
  });
  if (where === 'cli' && text('push').toLowerCase() === 'true' && (raw['registry'] ?? '').trim() === '') {
    const lack = lackOfRegistry(text('image_name'));
    if (lack !== undefined) say('registry', lack);
  }
  // What has a default is only undefined when it was refused.
  if (problems.length > 0 || needed === undefined) return { problems: inOrder(problems) };
  return { inputs: { ...needed, ...optional }, problems };
}

/** The text of every input with defaults put in; those that are wrong before they are parsed are said and left out. */
function textsOf(
  raw: Raw,
  where: building.Where,
  env: Readonly<Record<string, string | undefined>>,
  say: Say,
): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const row of inputTable) {
    if (row.secret) continue;
    const given = (Object.hasOwn(raw, row.name) ? raw[row.name]! : '').replace(/\r\n?/g, '\n').trim();
    const wrong =
      given === '' && row.required
        ? `it is missing. ${row.description} ${example(row)}`
        : wrongText(given, row);
    if (wrong !== undefined) say(row.name, wrong.trim());
    const fallback = where === 'cli' ? (row.cliDefault ?? row.default) : row.default;
    const fromRunner = where === 'action' && row.actionDefault ? env[row.actionDefault.variable] : undefined;
    if (wrong === undefined) texts.set(row.name, given || fromRunner || fallback);
  }
  return texts;
}

/**
 * What is said of names that are no input, with the nearest that is: as a warning, since a runner too only warns of them.
 * Their values are not shown: they may be secrets.
 */
export function unknownInputs(raw: Raw, where: building.Where): string[] {
  const names = inputTable.map((row) => row.name);
  return Object.keys(raw)
    .filter((name) => !names.includes(name))
    .map((name) => {
      const near = nearest(name, names);
      const way = near === undefined ? 'docs/inputs.md lists all.' : `Did you mean "${near}"?`;
      return `${labelOf(name, where)}: there is no such input. ${way}`;
    });
}

const example = (row: InputRow): string => (row.example === undefined ? '' : `For example: ${row.example}`);

/** Inputs of one value whose value may have several lines. */
const multiline: ReadonlySet<string> = new Set(['command', 'verify_command']);

/** Characters that belong into no input: no program takes them, and logs act upon them. */
function wrongText(text: string, row: InputRow): string | undefined {
  const oneLine = row.kind !== 'lines' && row.kind !== 'list' && !multiline.has(row.name);
  // oxlint-disable-next-line no-control-regex
  if (oneLine && /[\n\u2028\u2029]/.test(text))
    return `it must be one line, and has a line break: ${hidden(row, text)}.`;
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b-\u001f\u007f]/.test(text))
    return `it has a control character: ${hidden(row, text)}.`;
  return undefined;
}

/** The value for a message; inputs into which people put secrets by mistake are not shown. */
const hidden = (row: InputRow, text: string): string =>
  ['secrets', 'build_args', 'index_url', 'verify_env'].includes(row.name) ? 'write it anew' : shown(text);

/** Problems in the order of the table; those of unknown inputs last. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const place = (problem: Problem): number => {
    const index = inputTable.findIndex((row) => row.name === problem.about);
    return index === -1 ? inputTable.length : index;
  };
  return problems.toSorted((one, other) => place(one) - place(other));
}

/** The same without what is undefined. */
function present<T extends object>(value: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** The same where nothing is undefined. */
function complete<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } | undefined {
  return Object.values(value).includes(undefined)
    ? undefined
    : (value as { [K in keyof T]: Exclude<T[K], undefined> });
}
