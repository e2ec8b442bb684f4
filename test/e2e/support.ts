/** Shared by the end-to-end tests: the engine's environment, the command line as a process, images that are pulled and run. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Subject } from '../../src/plan/image.ts';
import type { Report } from '../../src/report/report.ts';

export const registry = process.env['REGISTRY'] ?? '127.0.0.1:5000';
export const all = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'] as const;
/** Platform to `uname -m`. */
export const machines: Readonly<Record<string, string>> = {
  'linux/amd64': 'x86_64',
  'linux/arm64': 'aarch64',
  'linux/arm/v7': 'armv7l',
};

/** The Node that the action runs on. */
export const node = existsSync('node_modules/.bin/node')
  ? join(process.cwd(), 'node_modules/.bin/node')
  : process.execPath;
const stamp = Date.now().toString(36);
/** The name of a new repository. */
export const fresh = (name: string): string => `e2e/${name}-${stamp}`;

/** A folder that is kept for later runs on this machine. No test may depend on its content. */
export const kept = (...names: readonly string[]): string =>
  join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'python-image-builder', 'tests', ...names);

export interface Done {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly input?: string;
}

/** Runs a program to its end, whatever its exit code. */
export function run(
  program: string,
  args: readonly string[],
  { env, cwd, input }: RunOptions = {},
): Promise<Done> {
  return new Promise((resolve) => {
    const child = execFile(
      program,
      args,
      { maxBuffer: 1 << 28, ...(cwd === undefined ? {} : { cwd }), env: { ...process.env, ...env } },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : 1;
        resolve({ code, stdout, stderr });
      },
    );
    if (input !== undefined) child.stdin?.end(input);
  });
}

/** Runs a program that must succeed. Gives its standard output. */
export async function must(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<string> {
  const done = await run(program, args, options);
  if (done.code !== 0)
    throw new Error(`${program} ${args.join(' ')}: exit code ${done.code}\n${done.stdout}\n${done.stderr}`);
  return done.stdout;
}

/** Runs the published command line as a process. */
export const cli = (args: readonly string[], options: RunOptions = {}): Promise<Done> =>
  run(node, [join(process.cwd(), 'dist/cli.js'), ...args], options);

export interface Started {
  /** Kills it, as the system does without memory: it can do nothing more. */
  readonly kill: () => void;
  readonly ended: Promise<{
    /** Null if it was killed. */
    readonly code: number | null;
    readonly stdout: string;
    readonly stderr: string;
  }>;
}

/** Starts the command line in a new process group. @param heard is called with all standard error so far. */
export function start(
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  heard: (stderr: string) => void = () => {},
): Started {
  const child = spawn(node, [join(process.cwd(), 'dist/cli.js'), ...args], {
    detached: true,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr, killed] = ['', '', false];
  child.stdout.on('data', (data: Buffer) => (stdout += data.toString()));
  child.stderr.on('data', (data: Buffer) => heard((stderr += data.toString())));
  return {
    kill: () => {
      if (!killed) process.kill(-child.pid!, 'SIGKILL');
      killed = true;
    },
    ended: new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr }))),
  };
}

/** Runs a build that must fail. Gives its exit code and its report. */
export async function failing(
  options: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<{ code: number; report: Report; said: string }> {
  const done = await cli(['build', '--json', ...options], { env });
  return { code: done.code, report: JSON.parse(done.stdout) as Report, said: done.stdout + done.stderr };
}

/** The problems of a report in few words, for lists of failed tests. */
function problemsIn(stdout: string): string {
  if (stdout === '') return 'no report';
  const { problems } = JSON.parse(stdout) as Report;
  return problems.map(({ message, detail = [] }) => `${message} ${detail.slice(-4).join(' ')}`).join(' ');
}

/** Builds and pushes a cell into the test registry. Gives its report, or throws its output. */
export async function build(
  repository: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Report> {
  return reportOf(
    ['build', '--json', '--push', '--registry', registry, '--image-name', repository, ...options],
    env,
  );
}

/** Runs the command line with `--json` among its arguments. Gives its report, or throws its output. */
export async function reportOf(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Report> {
  const done = await cli(args, { env });
  if (done.code !== 0)
    throw new Error(
      `exit code ${done.code}: ${problemsIn(done.stdout)}\n${done.stdout.slice(-6000)}\n${done.stderr.slice(-4000)}`,
    );
  return JSON.parse(done.stdout) as Report;
}

/** Pulls an image for a platform and runs a command in it. Gives the trimmed output. */
/** What a report of a package's image calls it. */
export function packageOf({
  subject,
}: Pick<Report, 'subject'>): Extract<Subject, { readonly kind: 'package' }> {
  if (subject.kind !== 'package') throw new Error(`${subject.name} is no package`);
  return subject;
}

export async function runImage(
  image: string,
  platform: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  await must('docker', ['pull', '--quiet', '--platform', platform, image], { env });
  return (await must('docker', ['run', '--rm', '--platform', platform, image, ...command], { env })).trim();
}

export interface Probe {
  readonly machine: string;
  /** Installed distributions, name to version, without those of every base. */
  readonly installed: Readonly<Record<string, string>>;
  /** First line that each command prints. */
  readonly said: readonly string[];
}

/** One process a platform, because starting Python takes seconds under emulation. */
const probing = `
import os, sys
# A folder for each build of Python: bytecode is told to be of a file by nothing but the file's name, size and time.
kept = "/bytecode/" + "".join(one if one.isalnum() else "-" for one in sys.version)
sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = kept
# Only now, so that their bytecode is kept, too: what is imported above has none to read, being built in or frozen.
import importlib, importlib.metadata, json, re, shutil, subprocess
# Of packages the image's own bytecode is taken, for the same reason.
site = "/usr/local/lib/python%d.%d/site-packages" % sys.version_info[:2]
shutil.rmtree(kept + site, ignore_errors=True)
for folder, _, files in os.walk(site):
    if folder.endswith("/__pycache__"):
        place = kept + os.path.dirname(folder)
        os.makedirs(place, exist_ok=True)
        for name in files:
            shutil.copy(os.path.join(folder, name), place)
modules, commands = json.loads(sys.argv[1])
for module in modules:
    importlib.import_module(module)
print(json.dumps({
    "machine": os.uname().machine,
    "installed": {name: one.version for one in importlib.metadata.distributions()
                  if (name := re.sub("[-_.]+", "-", one.name).lower()) not in ("pip", "setuptools", "wheel")},
    "said": [subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.partition("\\n")[0] for command in commands],
}))`;

/** Pulls an image, imports modules and runs commands in it. */
export async function probe(
  image: string,
  platform: string,
  modules: readonly string[],
  commands: readonly (readonly string[])[] = [],
): Promise<Probe> {
  await must('docker', ['pull', '--quiet', '--platform', platform, image]);
  // Bases have no bytecode of the standard library, and compiling it under emulation takes longest here. Test files that
  // run beside each other have a folder each.
  const worker = process.env['VITEST_POOL_ID'] ?? '1';
  const bytecode = kept('bytecode', worker, platform.replaceAll('/', '-'));
  const options = [`--platform=${platform}`, `--volume=${bytecode}:/bytecode`];
  const command = ['python3', '-c', probing, JSON.stringify([modules, commands])];
  return JSON.parse(await must('docker', ['run', '--rm', ...options, image, ...command])) as Probe;
}

const manifestTypes = [
  'application/vnd.oci.image.index.v1+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.docker.distribution.manifest.list.v2+json',
  'application/vnd.docker.distribution.manifest.v2+json',
].join(', ');

export interface Descriptor {
  readonly digest: string;
  readonly size: number;
  readonly mediaType: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
}

/** An index or a manifest, with the fields that tests read. */
export interface Manifest {
  readonly annotations?: Readonly<Record<string, string>>;
  readonly manifests: readonly Descriptor[];
  readonly layers: readonly Descriptor[];
  readonly config: Descriptor;
}

/** A manifest of the test registry. */
export async function manifest(repository: string, reference: string, host = registry): Promise<Manifest> {
  const answer = await fetch(`http://${host}/v2/${repository}/manifests/${reference}`, {
    headers: { accept: manifestTypes },
  });
  if (!answer.ok) throw new Error(`${repository}:${reference}: ${answer.status}`);
  return (await answer.json()) as Manifest;
}

/** A blob of the test registry. */
export async function blob(repository: string, digest: string, host = registry): Promise<Buffer> {
  const answer = await fetch(`http://${host}/v2/${repository}/blobs/${digest}`);
  if (!answer.ok) throw new Error(`${repository}@${digest}: ${answer.status}`);
  return Buffer.from(await answer.arrayBuffer());
}

const order: readonly string[] = all;
/** The images of an index without attestations, in the order of inputs: builders order them differently. */
export const imagesOf = (index: Manifest): { platform: string; digest: string }[] =>
  index.manifests
    .filter((one) => one.platform?.os === 'linux')
    .map(({ platform, digest }) => ({
      platform: [platform?.os, platform?.architecture, ...(platform?.variant === 'v7' ? ['v7'] : [])].join(
        '/',
      ),
      digest,
    }))
    .toSorted((one, other) => order.indexOf(one.platform) - order.indexOf(other.platform));

/** Tag to digest, of a repository of the test registry. */
export async function tagsOf(
  repository: string,
  host = registry,
  of: 'images' | 'wheels' = 'images',
): Promise<Record<string, string>> {
  const answer = await fetch(`http://${host}/v2/${repository}/tags/list`);
  if (answer.status === 404) return {};
  const { tags } = (await answer.json()) as { tags: string[] | null };
  const wanted = (tags ?? []).filter((tag) => tag.startsWith('wheels-') === (of === 'wheels'));
  const digests = wanted.toSorted().map(async (tag) => {
    const head = await fetch(`http://${host}/v2/${repository}/manifests/${tag}`, {
      method: 'HEAD',
      headers: { accept: manifestTypes },
    });
    return [tag, head.headers.get('docker-content-digest') ?? ''] as const;
  });
  return Object.fromEntries(await Promise.all(digests));
}

/** Digests below a manifest that a repository of the test registry lacks. */
export async function missingOf(repository: string, reference: string): Promise<string[]> {
  const url = `http://${registry}/v2/${repository}`;
  const answer = await fetch(`${url}/manifests/${reference}`, { headers: { accept: manifestTypes } });
  if (!answer.ok) return [reference];
  const { manifests = [], layers = [], config } = (await answer.json()) as Partial<Manifest>;
  const blobs = [...(config === undefined ? [] : [config]), ...layers].map(async ({ digest, size }) => {
    const head = await fetch(`${url}/blobs/${digest}`, { method: 'HEAD' });
    return head.ok && Number(head.headers.get('content-length')) === size ? [] : [digest];
  });
  const below = manifests.map(({ digest }) => missingOf(repository, digest));
  return (await Promise.all([...blobs, ...below])).flat();
}

/** Copies an image into repositories of the same registry, with its tags, by mounting: without a build or an upload. */
export async function copyImage(
  from: string,
  tags: readonly string[],
  into: readonly string[],
  host = registry,
): Promise<void> {
  const url = `http://${host}/v2`;
  const copyInto = async (to: string, reference: string): Promise<void> => {
    const read = await fetch(`${url}/${from}/manifests/${reference}`, { headers: { accept: manifestTypes } });
    if (!read.ok) throw new Error(`${from}:${reference}: ${read.status}`);
    const body = await read.text();
    const { manifests = [], layers = [], config } = JSON.parse(body) as Partial<Manifest>;
    for (const { digest } of manifests) await copyInto(to, digest);
    for (const { digest } of [...(config === undefined ? [] : [config]), ...layers]) {
      const mount = `${url}/${to}/blobs/uploads/?mount=${digest}&from=${from}`;
      const mounted = await fetch(mount, { method: 'POST' });
      if (mounted.status !== 201) throw new Error(`${to}: ${digest} could not be mounted: ${mounted.status}`);
    }
    const put = await fetch(`${url}/${to}/manifests/${reference}`, {
      method: 'PUT',
      headers: { 'content-type': read.headers.get('content-type') ?? '' },
      body,
    });
    if (put.status !== 201) throw new Error(`${to}:${reference}: ${put.status}`);
  };
  for (const to of into) for (const tag of tags) await copyInto(to, tag);
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

/** Name to value, of a runner's file of `name<<delimiter` records. */
export function readRecords(path: string): Record<string, string> {
  const text = readFileSync(path, 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^(\S+?)<<(\S+)\n([^]*?)\n\2$/gm)].map(([, name = '', , value = '']) => [name, value]),
  );
}

/** The environment of another engine of engine/: `classic` or `newest`. */
export async function engine(which: 'classic' | 'newest'): Promise<Record<string, string>> {
  const said = await must('bash', ['-c', `eval "$(engine/engine env ${which})" && env -0`]);
  return Object.fromEntries(
    said
      .split('\0')
      .filter(Boolean)
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

/** A builder with the docker-container driver and an empty cache, removed when `use` is done. */
export async function withBuilder<T>(
  name: string,
  use: (builder: string) => Promise<T>,
  env: NodeJS.ProcessEnv = {},
): Promise<T> {
  const builder = `${name}-${stamp}`;
  const config = process.env['BUILDKITD_CONFIG'];
  const options = [
    '--driver=docker-container',
    '--driver-opt=network=host',
    ...(config ? [`--config=${config}`] : []),
  ];
  await must('docker', ['buildx', 'create', `--name=${builder}`, ...options, '--bootstrap'], { env });
  try {
    return await use(builder);
  } finally {
    await run('docker', ['buildx', 'rm', '--force', builder], { env });
  }
}

/** Names of all builders. */
export async function builders(env: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const said = await must('docker', ['buildx', 'ls'], { env });
  return [...said.matchAll(/^([^\s*\\]+)\*?\s/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'NAME/NODE');
}

/** Whether a tag of the official Python image can be pulled. If Docker Hub can be reached, every tag can. */
export async function hasBase(tag: string): Promise<boolean> {
  const { stdout } = await run('engine/engine', ['status', '--json']);
  const status = JSON.parse(stdout) as { readonly bases?: readonly { readonly name: string }[] };
  return (status.bases ?? []).some((base) => base.name === `python:${tag}`);
}
