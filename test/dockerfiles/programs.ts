/** Runs the Python programs of `dockerfiles/` with this machine's Python, on distributions made for a test. */
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** All programs in one folder, as in a stage. */
export const programsFolder = mkdtempSync(join(tmpdir(), 'programs-'));
for (const name of ['.', 'install', 'compile', 'verify']) {
  const from = join(root, 'dockerfiles', name);
  for (const entry of readdirSync(from, { withFileTypes: true }))
    if (entry.isFile() || entry.name === 'checks')
      cpSync(join(from, entry.name), join(programsFolder, entry.name), { recursive: true });
}
process.on('exit', () => rmSync(programsFolder, { recursive: true, force: true }));
/** The program itself: a shim on PATH, such as pyenv's, would take longer than Python at each of hundreds of starts. */
export const python =
  process.env['PYTHON'] ??
  execFileSync('python3', ['-c', 'import sys; print(sys.executable, end="")'], { encoding: 'utf8' });

export interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export type Content = string | { readonly text?: string; readonly base64?: string; readonly mode?: number };

/** A distribution for `make.py`. */
export interface Distribution {
  readonly name: string;
  readonly version: string;
  readonly files?: Readonly<Record<string, Content>>;
  /** Further lines of METADATA. */
  readonly headers?: readonly string[];
  readonly entry_points?: string;
  readonly tag?: string;
  readonly pure?: boolean;
  readonly metadata_name?: string;
  readonly metadata_version?: string;
  readonly wheel_version?: string;
  readonly info?: string;
}

export interface WheelFile {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly sha256: string;
}

/** Runs a program to its end, without the machine's settings of Python, pip and proxies. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  const env = {
    PATH: process.env['PATH'],
    HOME: process.env['HOME'],
    PYTHONDONTWRITEBYTECODE: '1',
    ...options.env,
  };
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
  });
}

export const runProgram = (
  name: string,
  args: readonly string[],
  options: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> => run(python, [join(programsFolder, name), ...args], options);

/** A new folder that is removed after the test. */
export async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'dockerfiles-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

export async function makeWheels(into: string, distributions: readonly Distribution[]): Promise<WheelFile[]> {
  const ended = await run(python, [join(import.meta.dirname, 'make.py'), 'wheels', into], {
    input: JSON.stringify(distributions),
  });
  if (ended.code !== 0) throw new Error(ended.stderr);
  return JSON.parse(ended.stdout) as WheelFile[];
}

/** Installs into a site-packages; `#!PYTHON` in the first line of a script becomes the interpreter. */
export async function makeSite(
  site: string,
  interpreter: string,
  distributions: readonly Distribution[],
): Promise<void> {
  const ended = await run(python, [join(import.meta.dirname, 'make.py'), 'site', site, interpreter], {
    input: JSON.stringify(distributions),
  });
  if (ended.code !== 0) throw new Error(ended.stderr);
}
