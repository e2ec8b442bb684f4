/** Several images of one step: what `plan` hands to `build`. */
import { type Problem, uniqueProblems } from '../errors.ts';
import { nearest } from '../names/nearest.ts';
import { shown } from '../names/shown.ts';
import type { Where } from './building.ts';
import { inputsOf } from './command-inputs.ts';
import type { Inputs } from './inputs.ts';
import { readInputs } from './read.ts';
import type { Env, Raw } from './registry.ts';
import type { Many } from './splitting.ts';

/** Images that one job makes. */
export interface Shard {
  /** Inputs that all of them have, by name. */
  readonly inputs: Raw;
  /** The inputs of each, by name. */
  readonly cells: readonly Raw[];
}

/** Inputs that belong to the step, and not to an image: its accounts, its machine, and what it does with all of them. */
const ofStep: ReadonlySet<string> = new Set([
  'cells',
  'registry_username',
  'registry_password',
  'secrets',
  'ca_bundle',
  'builder',
  'verify_env',
  'sign',
  'sign_key',
  'sign_key_passphrase',
  'sign_failure',
  'signing_config',
  'base_signature',
  'base_identity',
  'trusted_root',
  'concurrency',
  'fail_fast',
  'time_budget',
  'report_file',
  'sarif_file',
  'push',
  'output',
  'dry_run',
]);

/** Names of inputs that a cell may have. */
export const cellInputs: readonly string[] = inputsOf('build')
  .map(({ name }) => name)
  .filter((name) => !ofStep.has(name));

const example =
  '[{"package": "uvicorn", "package_version": "0.35.0", "python_version": "3.13", "target_base": "slim"}]';

/** @param about what is read, for messages. @returns no value where there are messages. */
export function parseShard(text: string, about: string): Many<Shard | undefined> {
  const refused = (...messages: readonly string[]) => ({ value: undefined, messages });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refused(`${about} is no JSON: give a list of images, like ${example}.`);
  }
  const { inputs = {}, cells } = (Array.isArray(value) ? { cells: value } : (value ?? {})) as {
    inputs?: unknown;
    cells?: unknown;
  };
  if (!Array.isArray(cells) || cells.length === 0)
    return refused(`${about} has no image: give a list of images, like ${example}.`);
  const rows = [inputs, ...(cells as unknown[])];
  const messages = rows.flatMap((row, at) =>
    wrongIn(row).map((wrong) => `${about}, ${at === 0 ? 'inputs' : `image ${at}`}: ${wrong}`),
  );
  if (messages.length > 0) return refused(...messages);
  return { value: { inputs: inputs as Raw, cells: cells as Raw[] }, messages };
}

/** What is wrong with the inputs of one image. */
function wrongIn(row: unknown): string[] {
  if (typeof row !== 'object' || row === null || Array.isArray(row))
    return ['it is no object of inputs and their values.'];
  return Object.entries(row).flatMap(([name, value]) => {
    if (!cellInputs.includes(name)) {
      const near = nearest(name, cellInputs);
      const way = ofStep.has(name)
        ? 'it belongs to the step: give it there.'
        : near === undefined
          ? 'there is no such input.'
          : `there is no such input. Did you mean "${near}"?`;
      return [`${shown(name)}: ${way}`];
    }
    return typeof value === 'string' ? [] : [`${name}: its value must be a text: write it in quotes.`];
  });
}

/** Reads every image of a shard; what is wrong with several of them is said once. */
export function readCells(
  { inputs, cells }: Shard,
  raw: Raw,
  where: Where,
  env: Env,
): { readonly cells: readonly Inputs[]; readonly problems: readonly Problem[] } {
  const read = cells.map((cell) => readInputs({ ...raw, cells: '', ...inputs, ...cell }, where, env));
  const problems = uniqueProblems(read.flatMap((one) => one.problems));
  return { cells: read.flatMap((one) => one.inputs ?? []), problems };
}
