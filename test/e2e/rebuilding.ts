/** Shared by the tests of rebuilding: a registry, a package index and base images in which things can move. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Do, Outcome, Report } from '../../src/report/report.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { type LocalIndex, makeWheel, serveIndex, type Wheel } from './local-index.ts';
import { cli, imagesOf, manifest, must, registry as engineRegistry, tagsOf } from './support.ts';
import { watch, type Watched } from './watched.ts';

/** An application whose script prints the version of its only requirement. */
const wheels = {
  'tide-table 1.0.0': { requires: ['tide-clock'] },
  'tide-table 1.1.0': { requires: ['tide-clock'] },
  'tide-clock 1.0': {},
  'tide-clock 1.1': {},
  'tide-clock 1.2rc1': {},
  // Over what makes several layers worth it.
  'tide-chart 1.0': { data: 10_500_000 },
  'tide-gauge 1.0': {},
  'tide-gauge 1.1': {},
} as const;
/** Times of files that the index says a size and a time of. */
const dated = {
  'tide_chart-1.0-py3-none-any.whl': '2026-01-01T00:00:00Z',
  'tide_gauge-1.0-py3-none-any.whl': '2026-02-01T00:00:00Z',
  'tide_gauge-1.1-py3-none-any.whl': '2026-03-01T00:00:00Z',
};
export type WheelName = keyof typeof wheels;

const script = 'from importlib.metadata import version; print("tide-clock", version("tide-clock"))';

export interface Stage {
  /** Holds the bases and the images. */
  readonly registry: TestRegistry;
  readonly index: LocalIndex;
  readonly folder: string;
  readonly watched: Watched;
  /** Tag in the engine's registry to the copy of that base. */
  readonly bases: Map<string, string>;
  /** Replaces the wheels of the index. */
  readonly offer: (...names: readonly WheelName[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-rebuild-'));
  const made = new Map<WheelName, string>();
  for (const [text, more] of Object.entries<Pick<Wheel, 'requires' | 'data'>>(wheels)) {
    const [name = '', version = ''] = text.split(' ');
    made.set(text as WheelName, await makeWheel(folder, { name, version, script, ...more }));
  }
  const pathsOf = (names: readonly WheelName[]): string[] => names.map((name) => made.get(name)!);
  const index = await serveIndex(
    pathsOf(['tide-table 1.0.0', 'tide-table 1.1.0', 'tide-clock 1.0']),
    undefined,
    { dated },
  );
  const registry = await startRegistry();
  return {
    registry,
    index,
    folder,
    watched: await watch(folder, ['docker', 'uv']),
    bases: new Map(),
    offer: (...names) => index.offer(pathsOf(names)),
    stop: async () => {
      await registry.stop();
      await index.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Copies a base of the engine to another name and tag, for `--base-registry=HOST/NAME`. */
export async function copyBase(
  { registry, bases }: Stage,
  name: string,
  tag = '3.13-slim',
  to = '3.13-slim',
): Promise<void> {
  const repository = `${name}/python`;
  // Layers are copied between the registries once; afterwards they are mounted.
  const from = bases.get(tag) ?? `${engineRegistry}/library/python:${tag}`;
  const as = `${registry.host}/${repository}:${to}`;
  await must('docker', ['buildx', 'imagetools', 'create', `--tag=${as}`, from]);
  const { [to]: digest = '' } = await tagsOf(repository, registry.host);
  bases.set(tag, `${registry.host}/${repository}@${digest}`);
}

/** Publishes the base again with one more layer, as if its Debian packages had moved. */
export async function moveBase(
  { registry }: Stage,
  name: string,
  platforms: readonly string[],
): Promise<void> {
  const base = `${registry.host}/${name}/python:3.13-slim`;
  const options = ['--provenance=false', `--platform=${platforms.join(',')}`, `--tag=${base}`, '--push'];
  const dockerfile = `FROM ${base}\nCOPY <<END /etc/moved\n${name} moved\nEND\nLABEL moved=yes\n`;
  await must('docker', ['buildx', 'build', ...options, '-'], { input: dockerfile });
}

/** A run of the command line. */
export interface Seen {
  readonly code: number;
  readonly report: Report;
  /**
   * What ran, sorted, each once: `uv`, `docker` for all but builds, and targets of bake: `image`, `image-verify`. Reading a base
   * is left out, since earlier runs decide whether it is necessary.
   */
  readonly ran: readonly string[];
  /** The same as they were called, in order. */
  readonly calls: readonly string[];
  /** Requests of the run and its builder to the registry, in order. */
  readonly requests: readonly string[];
  /** The output of buildx. */
  readonly said: string;
}

/** Runs `build --push` for the application, with the bases and the index of the stage. */
export async function go(
  stage: Stage,
  options: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Seen> {
  const { registry, watched, index } = stage;
  watched.take();
  const before = await logged(registry);
  const shared = [
    '--package=tide-table',
    '--package-version=1.0.0',
    '--python-version=3.13',
    '--target-base=slim',
    '--provenance=false',
    `--index-url=${index.url}`,
    `--registry=${registry.host}`,
  ].filter((option) => !options.some((one) => one.startsWith(option.replace(/=.*$/, '='))));
  const done = await cli(['build', '--json', '--push', ...shared, ...options], {
    env: { PATH: watched.path, ...env },
  });
  if (done.stdout === '') throw new Error(done.stderr);
  const { calls, said } = watched.take();
  return {
    code: done.code,
    report: JSON.parse(done.stdout) as Report,
    ran: [...new Set(calls.flatMap(what))].toSorted(),
    calls,
    requests: (await logged(registry)).slice(before.length),
    said,
  };
}

function what(call: string): string[] {
  const [program = '', ...words] = call.split(' ');
  const at = words.indexOf('bake');
  if (at === -1) return [program];
  return words.slice(at + 1).filter((word) => !word.startsWith('-') && word !== 'facts');
}

let marks = 0;
/** The registry logs after it has answered. Once this request is in the log, all before it are, too. */
async function logged({ host, requests }: TestRegistry): Promise<string[]> {
  const mark = `/v2/?mark=${(marks += 1)}`;
  await fetch(`http://${host}${mark}`);
  while (!requests().includes(`GET ${mark} 200`)) await new Promise((later) => setTimeout(later, 10));
  return requests().filter((request) => !request.includes('/v2/?mark='));
}

/** The expectation of a row about a successful run. */
export interface Outline {
  readonly outcome: Outcome;
  readonly decision: Do | undefined;
  readonly reason: string;
  readonly built: boolean;
  readonly moved: readonly string[];
  readonly ran: readonly string[];
}

export const outline = ({ report, ran }: Seen): Outline => {
  if (report.problems.length > 0) throw new Error(JSON.stringify(report.problems, null, 2));
  const { outcome, decision, reason, built, destinations } = report;
  return { outcome, decision, reason, built, moved: destinations.flatMap(({ moved }) => moved), ran };
};

/** The reasons in reports. `image` is `registry/name:tag`. */
export const reasons = {
  unchanged: 'nothing changed: its recipe, its base and its requirements are those that it was made of',
  absent: (image: string) => `${image} did not exist`,
  exists: (image: string) => `${image} exists, and rebuild asks for no more`,
  moved: (base: string, from: string, to: string) =>
    `${base} moved (${from.slice(7, 15)} → ${to.slice(7, 15)})`,
  missing: (image: string, platform: string) => `${image} had no image for ${platform}`,
  behind: (tags: readonly string[], image: string) => `${tags.join(', ')} did not point at ${image}`,
  same: (image: string) =>
    `${image} exists, and is built again because that was asked for (force, or rebuild: always); but what was built is the very image that is there already`,
  adopted: (image: string) =>
    `${image} did not say what it was made of (another tool made it, or its annotations were gone): it was built once, and will be from now on only for a reason`,
  ageless: 'max_age is 1 day, and the image did not say when it was made',
};

/** The exact tag of the application's first version. */
export const tag = 'py3.13-slim-1.0.0';

/** A run that builds, and moves that tag. */
export const built: Omit<Outline, 'reason'> = {
  outcome: 'published',
  decision: 'build',
  built: true,
  moved: [tag],
  ran: ['docker', 'image', 'image-verify', 'uv'],
};

/** A run that rebases: the image is only verified. */
export const rebased: Omit<Outline, 'reason'> = {
  ...built,
  decision: 'rebase',
  built: false,
  ran: ['docker', 'image-verify', 'uv'],
};

/** A run that changes nothing: only the resolver runs. */
export const nothingMoved: Outline = {
  outcome: 'kept',
  decision: 'keep',
  reason: reasons.unchanged,
  built: false,
  moved: [],
  ran: ['uv'],
};

/** Digests of a copied base, in the order of the platforms. */
export async function baseDigests(
  { registry }: Stage,
  name: string,
  platforms: readonly string[],
): Promise<string[]> {
  const images = imagesOf(await manifest(`${name}/python`, '3.13-slim', registry.host));
  return platforms.map((platform) => images.find((one) => one.platform === platform)!.digest);
}
