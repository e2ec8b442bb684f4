/** What the tests of rebuilding share: a registry, a package index and base images of their own, in which things move. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Do, Outcome, Report } from '../../src/report/report.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { type LocalIndex, makeWheel, serveIndex } from './local-index.ts';
import { cli, imagesOf, manifest, must, registry as engineRegistry, tagsOf } from './support.ts';
import { watch, type Watched } from './watched.ts';

/** An application of the test's own with a script that says which version of its only requirement it has. */
const wheels = {
  'tide-table 1.0.0': { requires: ['tide-clock'] },
  'tide-table 1.1.0': { requires: ['tide-clock'] },
  'tide-clock 1.0': {},
  'tide-clock 1.1': {},
  'tide-clock 1.2rc1': {},
} as const;
export type WheelName = keyof typeof wheels;

const script = 'from importlib.metadata import version; print("tide-clock", version("tide-clock"))';

export interface Stage {
  /** Holds the bases and the images. */
  readonly registry: TestRegistry;
  readonly index: LocalIndex;
  readonly folder: string;
  readonly watched: Watched;
  /** Where a base that was copied is, by the tag that it has in the engine's registry. */
  readonly bases: Map<string, string>;
  /** Wheels that the index has from now on. */
  readonly offer: (...names: readonly WheelName[]) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-rebuild-'));
  const made = new Map<WheelName, string>();
  for (const [text, { requires = [] }] of Object.entries<{ requires?: readonly string[] }>(wheels)) {
    const [name = '', version = ''] = text.split(' ');
    made.set(text as WheelName, await makeWheel(folder, { name, version, requires, script }));
  }
  const pathsOf = (names: readonly WheelName[]): string[] => names.map((name) => made.get(name)!);
  const index = await serveIndex(pathsOf(['tide-table 1.0.0', 'tide-table 1.1.0', 'tide-clock 1.0']));
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

/** Copies a base of the engine's to a name, and tag, of the test's own; `--base-registry` is then `HOST/NAME`. */
export async function copyBase(
  { registry, bases }: Stage,
  name: string,
  tag = '3.13-slim',
  to = '3.13-slim',
): Promise<void> {
  const repository = `${name}/python`;
  // Layers cross from one registry to the other once; from then on they are mounted.
  const from = bases.get(tag) ?? `${engineRegistry}/library/python:${tag}`;
  const as = `${registry.host}/${repository}:${to}`;
  await must('docker', ['buildx', 'imagetools', 'create', `--tag=${as}`, from]);
  const { [to]: digest = '' } = await tagsOf(repository, registry.host);
  bases.set(tag, `${registry.host}/${repository}@${digest}`);
}

/** Publishes the base again with one more layer, as when Debian's packages in it moved. */
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

/** One run of the command line, and what it did. */
export interface Seen {
  readonly code: number;
  readonly report: Report;
  /**
   * What ran, sorted, each once: `uv`, `docker` for anything but a build, and targets of bake: `image`, `image-verify`. What
   * reads a base is left out: whether it must depends on earlier runs.
   */
  readonly ran: readonly string[];
  /** Requests that the registry had from the run and its builder, in order. */
  readonly requests: readonly string[];
  /** What buildx printed. */
  readonly said: string;
}

/** Runs `build --push` for the test's own application, on bases and with an index of its own. */
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
/** The registry writes its log after it has answered: what it was asked before this is there once this is. */
async function logged({ host, requests }: TestRegistry): Promise<string[]> {
  const mark = `/v2/?mark=${(marks += 1)}`;
  await fetch(`http://${host}${mark}`);
  while (!requests().includes(`GET ${mark} 200`)) await new Promise((later) => setTimeout(later, 10));
  return requests().filter((request) => !request.includes('/v2/?mark='));
}

/** What a row says of a run that ended well. */
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

/** The sentences that lead a report; `image` is `registry/name:tag`, a digest is a whole one. */
export const reasons = {
  unchanged: 'nothing changed: its recipe, its base and its requirements are those that it was made of',
  absent: (image: string) => `${image} does not exist yet`,
  exists: (image: string) => `${image} exists, and rebuild asks for no more`,
  moved: (base: string, from: string, to: string) =>
    `${base} moved (${from.slice(7, 15)} → ${to.slice(7, 15)})`,
  missing: (image: string, platform: string) => `${image} has no image for ${platform}`,
  behind: (tags: readonly string[], image: string) => `${tags.join(', ')} do not point at ${image} yet`,
  same: (image: string) =>
    `${image} exists, and is built again because that was asked for (force, or rebuild: always); but what was built is the very image that is there already`,
  adopted: (image: string) =>
    `${image} does not say what it was made of (another tool made it, or its annotations are gone): it is built once, and from then on only for a reason`,
  ageless: 'max_age is 1 day, and the image does not say when it was made',
};

/** The exact tag of the application's version that runs begin with. */
export const tag = 'py3.13-slim-1.0.0';

/** A run that builds, and moves that tag. */
export const built: Omit<Outline, 'reason'> = {
  outcome: 'published',
  decision: 'build',
  built: true,
  moved: [tag],
  ran: ['docker', 'image', 'image-verify', 'uv'],
};

/** A run that builds nothing: what it puts together is only run. */
export const rebased: Omit<Outline, 'reason'> = {
  ...built,
  decision: 'rebase',
  built: false,
  ran: ['docker', 'image-verify', 'uv'],
};

/** A run that finds all as it was left: nothing but the resolver runs. */
export const nothingMoved: Outline = {
  outcome: 'kept',
  decision: 'keep',
  reason: reasons.unchanged,
  built: false,
  moved: [],
  ran: ['uv'],
};

/** Digests of a base of the test's own, in the order of the platforms. */
export async function baseDigests(
  { registry }: Stage,
  name: string,
  platforms: readonly string[],
): Promise<string[]> {
  const images = imagesOf(await manifest(`${name}/python`, '3.13-slim', registry.host));
  return platforms.map((platform) => images.find((one) => one.platform === platform)!.digest);
}
