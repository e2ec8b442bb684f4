/** Finds the instructions of a custom Dockerfile that run pip, what they ask for, and the image that they run on. */
import type { Platform } from '../names/platform.ts';
import { copiedWords, isRemote } from './context-sources.ts';
import {
  directivesOf,
  dockerfileLines,
  type Instruction,
  jsonWords,
  readInstructions,
} from './instructions.ts';
import { configuresPip, type PipInstall, pipInstalls } from './pip-installs.ts';
import { argumentNames, type BuildArguments, globalScope, stageScope } from './scope.ts';
import { globalArguments, reachedStages, readStages, type Stage, type Triggers } from './stages.ts';
import { expand, type Variables } from './words.ts';

export interface PipStep {
  readonly line: number;
  /** The image under its stage, as FROM gives it. */
  readonly base: string;
  /** Name of its stage, as buildx has it. */
  readonly stage: string;
  /** Whether the image is published without this stage itself. */
  readonly isHelper: boolean;
  readonly installs: readonly PipInstall[];
  /** Paths of a `-r` or `-c` in the stage, each with the places of the build context that it may come from. */
  readonly files: Readonly<Record<string, readonly string[]>>;
}

/** A step that stays as it is, and why. */
export interface LeftStep {
  readonly line: number;
  readonly why: string;
}

export interface PipSteps {
  readonly steps: readonly PipStep[];
  readonly left: readonly LeftStep[];
}

/** @param platforms of the build. What their steps ask for is put together. */
export function readPipSteps(
  text: string,
  buildArguments: BuildArguments,
  platforms: readonly Platform[],
  triggers: Triggers = {},
): PipSteps {
  const read = platforms.map((platform) => readForPlatform(text, buildArguments, platform, triggers));
  const lines = [...new Set(read.flatMap(({ steps }) => steps.map(({ line }) => line)))];
  const left = read.flatMap((one) => one.left);
  const steps: PipStep[] = [];
  for (const line of lines) {
    const same = read.flatMap((one) => one.steps.filter((step) => step.line === line));
    const [first] = same;
    if (first === undefined || left.some((one) => one.line === line)) continue;
    if (new Set(same.map(({ base }) => base)).size > 1) {
      left.push({ line, why: 'it runs on another image for each platform' });
      continue;
    }
    const installs = same.flatMap((step) => step.installs);
    steps.push({
      ...first,
      installs: [...new Map(installs.map((one) => [JSON.stringify(one), one])).values()],
      files: Object.assign({}, ...same.map(({ files }) => files)) as PipStep['files'],
    });
  }
  return { steps, left: [...new Map(left.map((one) => [one.line, one])).values()] };
}

/** The first frontend of Docker that takes named contexts for `from` is 1.4. */
const oldFrontend = /docker\/dockerfile(?:-upstream)?:(?:0|1\.[0-3])(?:[.\-@]|$)/;

function readForPlatform(
  text: string,
  buildArguments: BuildArguments,
  platform: Platform,
  triggers: Triggers,
): PipSteps {
  const file = readInstructions(text);
  const { escape } = file;
  const globals = globalScope(globalArguments(file), buildArguments, platform, escape);
  const stages = readStages(file, globals, triggers);
  const own = new Set(file.instructions);
  const isOld = oldFrontend.test(directivesOf(dockerfileLines(text)).get('syntax') ?? '');
  const declared = argumentNames(file).filter((name) => configuresPip(name));
  const scopes = new Map<number, ReturnType<typeof stageScope>>();
  const places = new Map<number, StagePlaces>();
  const shells = new Map<number, readonly string[]>();
  const settingsOfStages = new Map<number, readonly string[]>();
  const steps: PipStep[] = [];
  const left: LeftStep[] = [];
  for (const index of reachedStages(stages)) {
    const stage = stages[index]!;
    const { base } = stage;
    const parent = base.kind === 'stage' ? base.index : undefined;
    const scope =
      (parent === undefined ? undefined : scopes.get(parent)?.derived()) ??
      stageScope(globals, buildArguments, base.kind !== 'scratch', escape);
    const at: StagePlaces = copyOf(parent === undefined ? undefined : places.get(parent));
    let shell = parent === undefined ? undefined : shells.get(parent);
    let settingNames = parent === undefined ? [] : (settingsOfStages.get(parent) ?? []);
    for (const instruction of stage.instructions) {
      scope.add(instruction);
      follow(at, instruction, scope.get, escape);
      if (instruction.keyword === 'SHELL') shell = jsonWords(instruction.rest) ?? [''];
      if (instruction.keyword === 'ENV' || instruction.keyword === 'ARG')
        settingNames = [...settingNames, ...namesIn(instruction).filter((name) => configuresPip(name))];
      if (instruction.keyword !== 'RUN') continue;
      const read = pipInstalls(instruction, scope.get, shell);
      const { line } = instruction;
      const leave = (why: string): unknown => left.push({ line, why });
      if (read.is === 'left') leave(read.why);
      else if (read.installs.length === 0) continue;
      else if (!own.has(instruction) || base.kind === 'unknown')
        leave('it is written in another place than it runs');
      else if (isOld) leave('the frontend that syntax names is older than named contexts');
      else if (stage.hasOwnPlatform) continue;
      else {
        const image = imageUnder(stages, stage);
        const set = [
          ...new Set([...settingNames, ...declared.filter((name) => buildArguments[name] !== undefined)]),
        ];
        const settings = set.map((name) => indexSetting(name, scope.get));
        if (image === undefined) leave('it runs on no image that has a name here');
        else if (settings.includes(undefined))
          leave(`${set.join(', ')} ${set.length === 1 ? 'changes' : 'change'} what pip installs`);
        else
          steps.push({
            line,
            base: image,
            stage: stage.name ?? `stage-${index}`,
            isHelper: !isUnder(stages, index),
            installs: read.installs.map((one) => ({
              ...one,
              indexes: [...one.indexes, ...settings.filter((setting) => setting !== undefined)],
            })),
            files: Object.fromEntries(
              read.installs
                .flatMap((one) => [...one.requirementFiles, ...one.constraintFiles])
                .map((path) => [path, sourcesOf(at, path, mountedFiles(instruction, scope.get, escape))]),
            ),
          });
      }
    }
    scopes.set(index, scope);
    places.set(index, at);
    settingsOfStages.set(index, settingNames);
    if (shell !== undefined) shells.set(index, shell);
  }
  return { steps, left };
}

/** The index that a variable names, null where its value is unknown; undefined where it is about something else. */
function indexSetting(name: string, get: Variables): string | null | undefined {
  return name.includes('INDEX') && !name.includes('NO_INDEX') ? (get(name) ?? null) : undefined;
}

const namesIn = ({ rest }: Instruction): string[] =>
  rest.includes('=')
    ? [...rest.matchAll(/(?:^|\s)([A-Za-z_]\w*)=/g)].map(([, name = '']) => name)
    : [rest.split(/\s+/)[0] ?? ''];

function imageUnder(stages: readonly Stage[], stage: Stage): string | undefined {
  let { base } = stage;
  while (base.kind === 'stage') base = stages[base.index]!.base;
  return base.kind === 'image' ? base.reference : undefined;
}

/** Whether the last stage is it, or is built on it. */
function isUnder(stages: readonly Stage[], index: number): boolean {
  let at = stages.length - 1;
  for (;;) {
    if (at === index) return true;
    const base = stages[at]?.base;
    if (base?.kind !== 'stage') return false;
    at = base.index;
  }
}

interface Copied {
  readonly sources: readonly string[];
  /** Absolute. */
  readonly target: string;
  readonly isFolder: boolean;
}

interface StagePlaces {
  folder: string;
  copied: readonly Copied[];
}

const copyOf = (places: StagePlaces = { folder: '/', copied: [] }): StagePlaces => ({ ...places });

function follow(places: StagePlaces, instruction: Instruction, get: Variables, escape: string): void {
  const { keyword, rest, flags } = instruction;
  if (keyword === 'WORKDIR') places.folder = absolute(places.folder, expand(rest, get, escape) ?? '?');
  if (keyword !== 'COPY' && keyword !== 'ADD') return;
  if (flags.some(({ name, value }) => name === 'parents' || (name === 'from' && value !== ''))) return;
  const written = (jsonWords(rest) ?? rest.split(/\s+/)).at(-1) ?? '';
  const to = expand(written, get, escape);
  if (to === null) return;
  const sources = copiedWords(instruction, get, escape).filter(
    (one) => one !== null && !isRemote(one),
  ) as string[];
  const isFolder = to.endsWith('/') || to === '.' || sources.length > 1;
  places.copied = [...places.copied, { sources, target: absolute(places.folder, to), isFolder }];
}

function mountedFiles(instruction: Instruction, get: Variables, escape: string): Copied[] {
  return instruction.flags.flatMap(({ name, value }) => {
    if (name !== 'mount') return [];
    const first = (...keys: string[]): string | undefined =>
      value
        .split(',')
        .map((field) => field.split('='))
        .find(([key = '']) => keys.includes(key))?.[1];
    if (first('from') !== undefined || (first('type') ?? 'bind') !== 'bind') return [];
    const target = expand(first('target', 'dst', 'destination') ?? '', get, escape);
    const source = expand(first('source', 'src') ?? '.', get, escape);
    return target === null || source === null ? [] : [{ sources: [source], target, isFolder: false }];
  });
}

/** Places of the build context that a file of the stage may have come from, the likeliest first. */
function sourcesOf({ folder, copied }: StagePlaces, path: string, mounted: readonly Copied[]): string[] {
  const wanted = absolute(folder, path);
  const all = [...copied, ...mounted.map((one) => ({ ...one, target: absolute(folder, one.target) }))];
  return all.toReversed().flatMap(({ sources, target, isFolder }) => {
    const below = target === '/' ? '/' : `${target}/`;
    return sources.flatMap((source) => {
      const from = absolute('/', source).slice(1);
      const name = from.split('/').at(-1) ?? '';
      if (!isFolder && wanted === target) return [from];
      if (!wanted.startsWith(below)) return [];
      const rest = wanted.slice(below.length);
      // A file is copied by its name, of a folder what is in it.
      return rest === name || /[*?]/.test(name)
        ? [/[*?]/.test(name) ? joined(from.slice(0, -name.length), rest) : from, joined(from, rest)]
        : [joined(from, rest)];
    });
  });
}

const joined = (folder: string, name: string): string =>
  [folder.replace(/\/$/, ''), name].filter(Boolean).join('/');

/** Go's `path.Join` with a folder in front of what is relative. */
function absolute(folder: string, path: string): string {
  const names: string[] = [];
  for (const name of (path.startsWith('/') ? path : `${folder}/${path}`).split('/')) {
    if (name === '..') names.pop();
    else if (name !== '' && name !== '.') names.push(name);
  }
  return `/${names.join('/')}`;
}
