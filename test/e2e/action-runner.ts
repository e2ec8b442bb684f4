/** Runs the action as a runner does: inputs as variables, files for outputs, the post step after the job. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { type Done, kept, node, readRecords, run } from './support.ts';

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly runs: { readonly main: string; readonly post: string };
}

/** @param folder of the action; empty for the root. */
const readAction = (folder: string): ActionFile =>
  parse(readFileSync(join(folder, 'action.yml'), 'utf8')) as ActionFile;

export const actionFile = readAction('');

export interface Step extends Done {
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly state: Readonly<Record<string, string>>;
  /** The folder with all files that the step can write to. */
  readonly folder: string;
  /** Runs the post step. */
  readonly post: () => Promise<Done>;
}

export interface StepOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** As GitHub writes it, with capitals. */
  readonly repository?: string;
  /** Folder of a sub-action. */
  readonly action?: string;
  /** Files of the workspace, as a checkout leaves them: path to text. */
  readonly checkout?: Readonly<Record<string, string>>;
  /** Variable to path, in place of the runner's own files. */
  readonly broken?: Readonly<Record<string, string>>;
  /** What is checked out, in place of an empty folder. */
  readonly workspace?: string;
}

/** A value of action.yml with the expressions between `${{` and `}}` evaluated. */
const filled = (text: string, github: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$\{\{ *github\.(\w+) *\}\}/g, (_, name: string) => github[name] ?? '');

/** The inputs of action.yml with their values or defaults. A runner passes no others either. */
export async function runAction(
  inputs: Readonly<Record<string, string>>,
  options: StepOptions = {},
): Promise<Step> {
  const { repository = 'Example/Images', action = '', checkout = {} } = options;
  const { inputs: known, runs } = readAction(action);
  const [owner = ''] = repository.split('/');
  const folder = mkdtempSync(join(tmpdir(), 'e2e-action-'));
  const github = { repository, repository_owner: owner };
  const values = Object.entries(known).map(([name, input]) => [
    `INPUT_${name.toUpperCase()}`,
    inputs[name] ?? filled(input.default ?? '', github),
  ]);
  const file = (name: string): string => {
    writeFileSync(join(folder, name), '');
    return join(folder, name);
  };
  const inner = (name: string): string => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  const files = {
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
  };
  const workspace = options.workspace ?? inner('workspace');
  for (const [path, text] of Object.entries(checkout)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
  const env = {
    ...options.env,
    ...Object.fromEntries(values),
    ...files,
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: inner('temporary'),
    // A runner's tool cache outlives its jobs.
    RUNNER_TOOL_CACHE: kept('tool-cache'),
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    ...options.broken,
  };
  const start = (path: string, more: NodeJS.ProcessEnv = {}): Promise<Done> =>
    run(node, [join(process.cwd(), action, path)], { cwd: workspace, env: { ...env, ...more } });
  const done = await start(runs.main);
  const state = readRecords(files.GITHUB_STATE);
  const states = Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value]));
  return {
    ...done,
    outputs: readRecords(files.GITHUB_OUTPUT),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    state,
    folder,
    post: () => start(runs.post, states),
  };
}
