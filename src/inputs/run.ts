/** What the command `run` takes, validated. */
import { defined } from '../defined.ts';
import { type Parsed, parsed, refused, uniqueProblems } from '../errors.ts';
import type { BuildSecret } from '../names/build-secret.ts';
import type { Tag } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import type { Where } from './building.ts';
import { sourceChoices } from './choices.ts';
import { inputsOf } from './command-inputs.ts';
import { readProjectInputs, type ProjectInputs } from './project.ts';
import { inputReader, type Read } from './reader.ts';
import type { Env, Raw } from './registry.ts';
import type { CommandName } from './row.ts';
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
  readonly arguments: readonly string[];
  readonly caBundle?: string;
  readonly secrets: readonly BuildSecret[];
}

export function readRunInputs(raw: Raw, where: Where, env: Env = {}): Read<RunInputs> {
  const { text, one, many, done } = inputReader('run', raw, where, env);
  const words = (name: string): readonly string[] =>
    many(name, (value) => ({ value: value === '' ? [] : (JSON.parse(value) as string[]), messages: [] }));
  const repeated = ['publish', 'env', 'env_file', 'volume', 'mount', 'network'].flatMap((name) =>
    words(name).map((value) => `--${name.replace('_', '-')}=${value}`),
  );
  const single = ['user', 'workdir'].flatMap((name) =>
    text(name) === '' ? [] : [`--${name}=${text(name)}`],
  );
  const name = one('name', parseName);
  const all = inputsOf('run').map((row) => row.name);
  // The user of the container is not the one of the image.
  const of = (command: CommandName, more: Raw): Raw => ({
    ...Object.fromEntries(
      inputsOf(command)
        .filter((row) => all.includes(row.name) && row.name !== 'user' && raw[row.name] !== undefined)
        .map((row) => [row.name, raw[row.name]!]),
    ),
    ...more,
    verify: 'off',
    provenance: 'false',
  });
  const project = readProjectInputs(of('project', { scripts: name ?? '' }), where, env);
  const tree = readTreeInputs(of('tree', { images: name ?? '', tags: storedTag }), where, env);
  const read = done(
    {
      name,
      source: one('source', (value) => values.parseChoice(value, sourceChoices)),
      options: [...repeated, ...single],
      arguments: words('arguments'),
      project: project.inputs ?? null,
      tree: tree.inputs ?? null,
    },
    {},
  );
  // What both sources read is wrong twice.
  const problems = uniqueProblems([...read.problems, ...project.problems, ...tree.problems]);
  if (problems.length > 0 || read.inputs === undefined) return { problems };
  const { project: ofProject, tree: ofTree } = read.inputs;
  if (ofProject === null || ofTree === null) return { problems };
  const { secrets, caBundle } = ofTree;
  return {
    inputs: {
      ...read.inputs,
      project: ofProject,
      tree: ofTree,
      secrets,
      ...defined({ caBundle }),
    },
    problems,
  };
}

/** The tag of every image in the engine's store: what is there is replaced, so that old versions do not fill it. */
export const storedTag = 'latest' as Tag;

function parseName(text: string): Parsed<string> {
  if (/^[\w][\w./-]*$/.test(text)) return parsed(text);
  return refused(`${shown(text)} is neither the name of a console script nor that of an image.`);
}
