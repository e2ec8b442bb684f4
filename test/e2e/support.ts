/** What the end-to-end tests share: the engine's environment, the command line as a process, images pulled back and run. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../../src/report/report.ts';

export const registry = process.env['REGISTRY'] ?? '127.0.0.1:5000';
export const all = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'] as const;

export interface Done {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end, whatever its exit code. */
export function run(
  program: string,
  args: readonly string[],
  options: { readonly env?: NodeJS.ProcessEnv; readonly cwd?: string } = {},
): Promise<Done> {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { maxBuffer: 1 << 28, ...options, env: { ...process.env, ...options.env } },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ code, stdout, stderr });
      },
    );
  });
}

/** The command line, as it is published, as a process of its own. */
export const cli = (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Done> =>
  run(process.execPath, ['dist/cli.js', ...args], { env });

/** Builds and pushes a cell; gives its report. Throws what was said when it failed. */
export async function build(name: string, options: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Report> {
  const done = await cli(
    ['build', '--json', '--push', '--registry', registry, '--image-name', `e2e/${name}`, ...options],
    env,
  );
  const report = JSON.parse(done.stdout) as Report;
  if (done.code !== 0) throw new Error(`${JSON.stringify(report.problems, null, 2)}\n${done.stderr.slice(-4000)}`);
  return report;
}

/** Pulls the image back for one platform and runs a command in it; gives its trimmed output. */
export async function runImage(image: string, platform: string, command: readonly string[]): Promise<string> {
  const pulled = await run('docker', ['pull', '--quiet', '--platform', platform, image]);
  if (pulled.code !== 0) throw new Error(pulled.stderr);
  const done = await run('docker', ['run', '--rm', '--platform', platform, image, ...command]);
  if (done.code !== 0) throw new Error(`${platform}: exit code ${done.code}\n${done.stdout}\n${done.stderr}`);
  return done.stdout.trim();
}

/** A manifest or blob of the test registry, as JSON. */
export async function manifest(repository: string, reference: string): Promise<Record<string, never>> {
  const accept = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
  ].join(', ');
  const answer = await fetch(`http://${registry}/v2/${repository}/manifests/${reference}`, { headers: { accept } });
  if (!answer.ok) throw new Error(`${repository}:${reference}: ${answer.status}`);
  return (await answer.json()) as Record<string, never>;
}

/** Digest that a tag of the test registry points at; undefined when there is none. */
export async function digestOf(repository: string, tag: string): Promise<string | undefined> {
  const answer = await fetch(`http://${registry}/v2/${repository}/manifests/${tag}`, {
    method: 'HEAD',
    headers: { accept: 'application/vnd.oci.image.index.v1+json' },
  });
  return answer.ok ? (answer.headers.get('docker-content-digest') ?? undefined) : undefined;
}

/** A folder that is removed when `use` is done. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A runner's file of `name<<delimiter` records, as values by name. */
export function readRecords(path: string): Record<string, string> {
  const text = readFileSync(path, 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^(\S+?)<<(\S+)\n([^]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [name, value]),
  );
}
