/** What the command `project` takes, validated. */
import { basename } from 'node:path';
import { type Parsed, parsed, refused } from '../errors.ts';
import type { ExtraIndex } from '../names/extra-index.ts';
import { type PythonVersion, parsePythonVersion } from '../names/python-version.ts';
import { shown } from '../names/shown.ts';
import type { WheelStorePlace } from '../wheel-cache/store.ts';
import * as building from './building.ts';
import { parseExtraIndexes } from './extra-indexes.ts';
import { parseConcurrency } from './several.ts';
import { parseUser, parseVariant } from './image.ts';
import { readImageInputs } from './image-inputs.ts';
import type { ChosenBy, ImageInputs } from './inputs.ts';
import * as packages from './packages.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import { parseEach, splitLines } from './splitting.ts';
import { compileChoices, layersChoices } from './choices.ts';
import * as values from './values.ts';
import { parseWheelStore, usualWheelStore } from './wheel-store.ts';

export interface ProjectInputs extends ImageInputs {
  /** Folder of the project, as it was given. */
  readonly path: string;
  /** Names of console scripts; empty for all. */
  readonly scripts: readonly string[];
  /** Absent where `scripts` is the input. */
  readonly chosenBy?: ChosenBy;
  /** What is run in the image of a script; empty where nothing is. */
  readonly verifyCommands: Readonly<Record<string, string>>;
  readonly python: PythonVersion;
  /** What follows the Python version in the base's tag. */
  readonly variant: string;
  readonly buildPackages: readonly string[];
  readonly buildConstraints: readonly string[];
  readonly runtimePackages: readonly string[];
  /** Into how many layers requirements are divided. */
  readonly layers: 'one' | 'auto';
  readonly user?: string;
  readonly indexUrl?: string;
  readonly extraIndexes: readonly ExtraIndex[];
  readonly compile: 'auto' | 'cross' | 'emulate';
  readonly wheelStore: WheelStorePlace;
  readonly savesWheels: boolean;
  readonly overwrite: boolean;
  /** `0.9.5`; absent: the uv on PATH, else the one whose hash is known here. */
  readonly uvVersion?: string;
  /** So many groups of images at once, 1 to 64. */
  readonly concurrency: number;
}

export function readProjectInputs(raw: Raw, where: building.Where, env: Env = {}): Read<ProjectInputs> {
  const reader = inputReader('project', raw, where, env);
  const { text, one, many, done } = reader;
  const path = one('path', (value) => building.parsePath(value, where));
  const named = basename(path === undefined || path === '.' ? (env['PWD'] ?? '') : path);
  const shared = readImageInputs(reader, raw, where, named.toLowerCase() || 'project');
  const { repositories, push } = shared.needed;
  const [repository] = repositories ?? [];
  const usualStore =
    repository === undefined || push === undefined ? undefined : usualWheelStore(where, push, repository);
  return done(
    {
      ...shared.needed,
      path,
      scripts: many('scripts', (value) => ({ value: value.split(/[\s,]+/).filter(Boolean), messages: [] })),
      verifyCommands: Object.fromEntries(
        many('verify_commands', (value) => parseEach(splitLines(value), parseVerifyOf)),
      ),
      python: one('python_version', parsePythonVersion),
      variant: one('target_base', parseVariant),
      buildPackages: many('build_packages', values.parseDistributionPackages),
      buildConstraints: many('build_constraints', (value) =>
        parseEach(splitLines(value), packages.parseConstraintLine),
      ),
      runtimePackages: many('runtime_packages', values.parseDistributionPackages),
      layers: one('layers', (value) => values.parseChoice(value, layersChoices)),
      extraIndexes: many('extra_indexes', parseExtraIndexes),
      compile: one('compile', (value) => values.parseChoice(value, compileChoices)),
      wheelStore:
        text('wheel_store') === ''
          ? usualStore
          : one('wheel_store', (value) => parseWheelStore(value, where)),
      // A workflow that publishes no image saves no wheels either.
      savesWheels: where === 'cli' || push === true,
      overwrite: one('overwrite', values.parseFlag),
      concurrency: one('concurrency', parseConcurrency),
    },
    {
      ...shared.optional,
      user: one('user', parseUser),
      indexUrl: one('index_url', building.parseIndexUrl),
      uvVersion: one('uv_version', building.parseUvVersion),
    },
  );
}

/** Parses `SCRIPT=COMMAND`. */
function parseVerifyOf(line: string): Parsed<readonly [string, string]> {
  const at = line.indexOf('=');
  if (at > 0) return parsed([line.slice(0, at).trim(), line.slice(at + 1).trim()]);
  return refused(`${shown(line)} is not "SCRIPT=COMMAND", like "foo-scheduler=foo-scheduler --check".`);
}
