/** What the command `run` takes, validated. */
import { defined } from '../defined.ts';
import { type Parsed, parsed, refused, uniqueProblems } from '../errors.ts';
import type { BuildSecret } from '../names/build-secret.ts';
import type { Tag } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import type { Where } from './building.ts';
import { rebuildChoices, sourceChoices } from './choices.ts';
import { inputsOf } from './command-inputs.ts';
import * as container from './container.ts';
import type { ChosenBy } from './inputs.ts';
import { readProjectInputs, type ProjectInputs } from './project.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import type { CommandName } from './row.ts';
import { parseEach } from './splitting.ts';
import { readTreeInputs, type TreeInputs } from './tree.ts';
import * as values from './values.ts';

export interface RunInputs {
  /** Of a console script or an image, as it was given. */
  readonly name: string;
  readonly source: (typeof sourceChoices)[number];
  /** What the command of that name would make of the same folder. */
  readonly project: ProjectInputs;
  readonly tree: TreeInputs;
  /** Options of `docker run`, as it takes them. */
  readonly options: readonly string[];
  /** Those that options name, as they were given. */
  readonly envFiles: readonly string[];
  readonly arguments: readonly string[];
  readonly caBundle?: string;
  readonly secrets: readonly BuildSecret[];
}

export function readRunInputs(raw: Raw, where: Where, env: Env = {}): Read<RunInputs> {
  const { text, one, many, done } = inputReader('run', raw, where, env);
  const words = (name: string, parse: (word: string, place: number) => Parsed<string> = parsed) =>
    many(name, (value) => parseEach(value === '' ? [] : (JSON.parse(value) as string[]), parse));
  const envFiles = words('env_from');
  const given: readonly (readonly [option: string, values: readonly string[]])[] = [
    ['publish', words('publish', container.parsePublish)],
    ['env', words('env', container.parseVariable)],
    // Docker's name of it is one of Node's, too.
    ['env-file', envFiles],
    ['volume', words('volume', container.parseVolume)],
    ['mount', words('mount', container.parseMount)],
    ['network', words('network')],
    ['user', [text('user')].filter(Boolean)],
    ['workdir', [one('workdir', container.parseWorkdir) ?? []].flat()],
  ];
  const options = given.flatMap(([option, all]) => all.map((value) => `--${option}=${value}`));
  const name = one('name', parseName);
  const source = one('source', (value) => values.parseChoice(value, sourceChoices));
  const rebuild = one('rebuild', (value) => values.parseChoice(value, rebuildChoices));
  const own = done({ name, source, rebuild, options, envFiles, arguments: words('arguments') }, {});
  const project = readProjectInputs(inputsFor('project', raw, { scripts: name ?? '' }), where, env);
  const tree = readTreeInputs(inputsFor('tree', raw, { images: name ?? '', tags: storedTag }), where, env);
  // What both sources read is wrong twice.
  const problems = uniqueProblems([...own.problems, ...project.problems, ...tree.problems]);
  if (own.inputs === undefined || project.inputs === undefined || tree.inputs === undefined)
    return { problems };
  const { secrets, caBundle } = tree.inputs;
  const { rebuild: when, ...rest } = own.inputs;
  return {
    inputs: {
      ...rest,
      project: { ...project.inputs, rebuild: when, chosenBy },
      tree: { ...tree.inputs, rebuild: when, chosenBy },
      secrets,
      ...defined({ caBundle }),
    },
    problems,
  };
}

const chosenBy: ChosenBy = { about: 'name', word: 'NAME' };

/** What `run` was given of the inputs of another command, and what is always so of an image that only runs here. */
function inputsFor(command: CommandName, raw: Raw, always: Raw): Raw {
  const shared = new Set(inputsOf('run').map((row) => row.name));
  // That of `run` is the user of the container, not the one of the image.
  shared.delete('user');
  // Other commands refuse "never" where they ask no registry; here the engine is asked what it has.
  shared.delete('rebuild');
  return {
    ...Object.fromEntries(
      inputsOf(command)
        .filter((row) => shared.has(row.name) && raw[row.name] !== undefined)
        .map((row) => [row.name, raw[row.name]!]),
    ),
    ...always,
    verify: 'off',
    provenance: 'false',
  };
}

/** The tag of every image in the engine's store: what is there is replaced, so that old versions do not fill it. */
export const storedTag = 'latest' as Tag;

function parseName(text: string): Parsed<string> {
  if (/^[\w][\w./-]*$/.test(text)) return parsed(text);
  return refused(`${shown(text)} is neither the name of a console script nor that of an image.`);
}
