/** The measurements and their targets. Versions are fixed, so that two runs of the bench can be compared. */

import { knownPackages, nameOf } from './packages.ts';

/** An image to build. */
export interface Subject {
  readonly package: string;
  readonly version: string;
  readonly python: string;
  readonly platforms: readonly string[];
  readonly verify: 'all' | 'off';
  /** Packages of the distribution: for compiling, and in the image. */
  readonly buildPackages?: string;
  readonly runtimePackages?: string;
}

export interface Cell extends Subject {
  /** For `--only`; the part before the first `-` names the whole group. */
  readonly name: string;
  /** Largest ratios to the baseline: of wall time, and of bytes pulled if nothing is compiled. */
  readonly targets: { readonly time: number; readonly pulled?: number };
}

/** Most bytes of a page of 500 images, and most seconds of a search in it. */
export const catalogueTargets = { bytes: 1_000_000, seconds: 0.2 };

/** Largest ratio of an entry's start-up to that of bare Node. */
export const startupTarget = 2.5;

const three = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const uvicorn = { package: 'uvicorn', version: '0.54.0', python: '3.13', platforms: three };
const cryptography = { package: 'cryptography', version: '50.0.2', python: '3.13' };

export const cells: readonly Cell[] = [
  { ...uvicorn, name: 'uvicorn', verify: 'all', targets: { time: 0.5, pulled: 0.25 } },
  { ...uvicorn, name: 'uvicorn-unverified', verify: 'off', targets: { time: 0.35, pulled: 0.25 } },
  {
    ...cryptography,
    name: 'cryptography-64-bit',
    platforms: ['linux/amd64', 'linux/arm64'],
    verify: 'all',
    targets: { time: 0.25, pulled: 0.25 },
  },
  // cffi has no wheel for arm/v7.
  { ...cryptography, name: 'cryptography-all', platforms: three, verify: 'all', targets: { time: 0.6 } },
  // setproctitle has no wheel for arm/v7.
  {
    name: 'gunicorn',
    package: 'gunicorn[setproctitle]',
    version: '27.0.1',
    python: '3.11',
    platforms: three,
    verify: 'all',
    targets: { time: 0.6 },
  },
];

/** Images that compile for minutes under emulation. Their results are another file, so that the others can be measured alone. */
export const compiledCells: readonly Cell[] = [
  // httptools, PyYAML and uvloop, and below gevent, greenlet and setproctitle have no wheel for arm/v7.
  {
    name: 'compiled-image-uvicorn',
    package: 'uvicorn[standard]',
    version: '0.54.0',
    python: '3.13',
    platforms: three,
    verify: 'all',
    buildPackages: 'libyaml-dev',
    runtimePackages: 'libyaml-0-2',
    targets: { time: 0.12 },
  },
  {
    name: 'compiled-image-gunicorn',
    package: 'gunicorn[gevent,setproctitle]',
    version: '27.0.1',
    python: '3.11',
    platforms: three,
    verify: 'all',
    targets: { time: 0.12 },
  },
];

/** A requirement that has no wheel for arm/v7, as an image of its own. */
export interface Compiling extends Subject {
  /** For `--only`. */
  readonly name: string;
  /** Largest ratio of cross-compiling to emulating it. */
  readonly target: number;
  /**
   * Emulating takes longer than anybody waits: it comes last, and is ended once it took so long that the target is met. The
   * ratio is then at most the one that is shown.
   */
  readonly ended?: true;
}

const onArm = (name: string, version: string, target = 0.08): Compiling => ({
  name: `compiled-${name}`,
  package: name,
  version,
  python: '3.13',
  platforms: ['linux/arm/v7'],
  verify: 'all',
  target,
});

export const compilings: readonly Compiling[] = [
  onArm('setproctitle', '1.3.8'),
  onArm('httptools', '0.9.0'),
  onArm('msgpack', '1.2.4'),
  onArm('cffi', '2.1.1'),
  onArm('greenlet', '3.5.6', 0.15),
  onArm('uvloop', '0.23.0'),
  onArm('gevent', '26.9.0'),
  { ...onArm('numpy', '2.5.5', 0.1), ended: true },
];

/** Largest ratio of restoring a saved wheel to emulating. */
export const keptTarget = 0.05;

/** The image of the measurements in which nothing changed, or only the base. */
export const moving: Subject = { ...uvicorn, verify: 'all' };
/** The wheels that it installs, for the local package index. */
export const movingWheels = ['uvicorn-0.54.0', 'click-8.5.1', 'h11-0.16.0'] as const;

/** A way of finding out that nothing changed. */
export interface Way {
  readonly name: string;
  readonly rebuild: 'missing' | 'stale';
  readonly index: 'local' | 'real';
  /** `kept`: the cache folder is as earlier runs left it; `empty`: it has uv and nothing else. */
  readonly cache: 'kept' | 'empty';
  /** Largest ratio of wall time to a build that has everything in its cache. */
  readonly target?: number;
}

export const ways: readonly Way[] = [
  { name: 'rebuild: missing, local index', rebuild: 'missing', index: 'local', cache: 'kept', target: 0.35 },
  { name: 'rebuild: missing, real index', rebuild: 'missing', index: 'real', cache: 'kept', target: 0.35 },
  { name: 'lock resolved again, local index', rebuild: 'stale', index: 'local', cache: 'kept', target: 1 },
  { name: 'lock resolved again, real index', rebuild: 'stale', index: 'real', cache: 'kept', target: 2.5 },
  { name: 'lock resolved again, real index, empty cache', rebuild: 'stale', index: 'real', cache: 'empty' },
];

/** Most requests to the registry for an unchanged image. None may be for a blob. */
export const requestsTarget = 6;

/** Most seconds of signing and attesting an image, where the services answer at once. */
export const attestTarget = 1.5;
/**
 * Largest ratios of a run with SBOMs and a signature to one without, and most seconds a platform of writing the SBOMs of an
 * image.
 */
export const trustTargets = { rebased: 1.3, kept: 1.1, described: 0.3 };
/** Seconds and requests that advisories may cost an image. */
export const advisoriesTarget = { seconds: 1, requests: 1 };

/** A base that moved; the image on it is published with or without being verified. */
export interface Move {
  /** For `--only`. */
  readonly name: string;
  readonly subject: Subject;
}

export const moves: readonly Move[] = [
  { name: 'rebase', subject: moving },
  { name: 'rebase-unverified', subject: { ...moving, verify: 'off' } },
];

/** Most seconds of a rebase, if a rebuild takes more seconds than `where`. */
export const rebaseTarget = { most: 3, where: 6 };

const two = ['linux/amd64', 'linux/arm64'];

/** A tree of Dockerfiles, of which one leaf changes. `target`: largest ratio of making what changed to making all. */
export const tree = { images: 12, platforms: two, target: 0.2 };

/** A project of console scripts. `target`: largest ratio of making all at once to a build for each. */
export const scriptsProject = { scripts: 8, python: '3.13', platforms: two, target: 0.35 };

/** A matrix of which nothing is stale. Targets are the most seconds. */
export interface PlanSize {
  readonly cells: number;
  readonly packages: number;
  readonly versions: number;
  readonly pythons: readonly string[];
  readonly bases: readonly string[];
  readonly targets: { readonly cold?: number; readonly warm?: number };
}

const pythons = ['3.11', '3.12', '3.13', '3.14', '3.15'];
const bases = ['full', 'slim', 'alpine'];

export const planSizes: readonly PlanSize[] = [
  { cells: 1, packages: 1, versions: 1, pythons: ['3.13'], bases: ['slim'], targets: {} },
  { cells: 10, packages: 1, versions: 5, pythons: ['3.13', '3.14'], bases: ['slim'], targets: {} },
  { cells: 50, packages: 1, versions: 5, pythons, bases: ['slim', 'alpine'], targets: { cold: 5 } },
  { cells: 150, packages: 1, versions: 10, pythons, bases, targets: { cold: 10, warm: 3 } },
  { cells: 450, packages: 3, versions: 10, pythons, bases, targets: {} },
];

/** Largest ratio of planning with a registry that answers late to one that does not; most bytes of memory. */
export const planTargets = { late: 2, memory: 300_000_000 };

/** A thousand images, whose bases and releases move for a year. */
export const year = {
  cells: 1000,
  packages: 20,
  requirements: 30,
  versions: 5,
  pythons,
  bases: ['slim', 'alpine'],
  /**
   * What an image costs, for which only a stand-in is pushed: the layers of uvicorn's (bench/results/images.md), with its
   * configurations and manifests, for two platforms; and the requests of an image in a job of ten (bench/results/shard.md).
   * A rebase pushes no layer that is not the base's. Layers of bases count on no side.
   */
  takes: {
    build: { bytes: 1_250_000, requests: 46 },
    rebase: { bytes: 40_000, requests: 46 },
  },
};

/** A job of ten images. `target`: largest ratio of its time to that of a job for each. */
export const shard = {
  cells: 10,
  package: 'uvicorn',
  versions: ['0.54.0', '0.53.0', '0.52.0', '0.51.0', '0.50.0'],
  pythons: ['3.13', '3.11'],
  platforms: two,
  target: 0.4,
};

/** An image of a Dockerfile that runs pip. Largest ratios to building it as it is: the first time, and with kept wheels. */
export interface Fork extends Subject {
  /** For `--only`. */
  readonly name: string;
  readonly targets: { readonly first: number; readonly kept: number };
}

const compilingFork = { platforms: three, verify: 'all', targets: { first: 0.15, kept: 0.08 } } as const;

export const forks: readonly Fork[] = [
  {
    ...compilingFork,
    name: 'forks-gunicorn',
    package: 'gunicorn[gevent,setproctitle]',
    version: '27.0.1',
    python: '3.11',
  },
  {
    ...compilingFork,
    name: 'forks-uvicorn',
    package: 'uvicorn[standard]',
    version: '0.54.0',
    python: '3.13',
  },
  {
    name: 'forks-pure',
    package: 'flask',
    version: '3.1.2',
    python: '3.13',
    platforms: three,
    verify: 'all',
    targets: { first: 1, kept: 1 },
  },
];

/**
 * An image of which one small requirement moves. `targets`: largest ratios to the same image in one layer, of what is pulled,
 * of its size, and of the time to build it and to put it onto a new base.
 */
export const layered = {
  subject: {
    package: 'uvicorn',
    version: '0.54.0',
    python: '3.13',
    platforms: ['linux/amd64'],
    verify: 'off',
  },
  // 118 MB of large wheels, and some small ones that they and these need.
  requirements: [
    'numpy==2.5.5',
    'scipy==1.18.1',
    'pandas==3.1.1',
    'pyarrow==26.0.1',
    'requests==2.32.5',
    'jinja2==3.1.6',
  ],
  before: 'certifi==2026.6.17',
  after: 'certifi==2026.7.22',
  targets: { pulled: 0.1, size: 1.01, time: 1.1 },
} as const;

/** A small package of Debian, installed where everything is emulated. */
export const installing = {
  /** `repository:tag` in the registry of the base images. */
  base: 'library/python:3.13-slim',
  packages: 'libyaml-0-2',
  platforms: ['linux/arm64', 'linux/arm/v7'],
};

/** Largest ratio of installing a prepared package to having the package manager run on the platform. */
export const runtimeTarget = 0.3;

/** All names for `--only`, in the order of measuring. */
export const names = [
  ...[...cells, ...compiledCells].map(({ name }) => name),
  'startup',
  ...forks.map(({ name }) => name),
  ...compilings.map(({ name }) => name),
  ...knownPackages.map(nameOf),
  'runtime',
  'unchanged',
  ...moves.map(({ name }) => name),
  'tree',
  'project',
  'plan',
  'layers',
  'shard',
  'year',
  'observe',
  'attest',
  'trust',
  'advisories',
  'catalogue',
];

/** Whether `--only` names it or its group. */
export const wanted = (name: string, only: readonly string[]): boolean =>
  only.length === 0 || only.some((one) => one === name || name.startsWith(`${one}-`));
