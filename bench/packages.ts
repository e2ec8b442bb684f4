/**
 * Measures well-known packages of every kind of compiling: how an image for arm/v7 gets each. The table of it in
 * docs/compiling.md is written from bench/results/packages.json, which holds what was measured and nothing else.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import type { Report } from '../src/report/report.ts';
import { node, run } from '../test/e2e/support.ts';

/** `wheel`: nothing is compiled; `emulated`: as it does not cross-compile; `not`: it does not compile under emulation either. */
export type Way = 'wheel' | 'cross' | 'emulated' | 'not';

export interface KnownPackage {
  readonly name: string;
  /** What its extensions are written in, and what leads the build. */
  readonly kind: string;
  readonly buildPackages?: string;
  readonly runtimePackages?: string;
}

export interface PackageMeasured {
  readonly kind: string;
  readonly version: string;
  readonly way: Way;
  /** Of the requirement itself, its build requirements included; absent for a wheel, and where nothing was compiled. */
  readonly seconds?: number;
  /** The machine did other work, too. */
  readonly atMost?: true;
  readonly buildPackages?: string;
  /** Why it was not cross-compiled. */
  readonly why?: string;
  /** `2026-11-20` */
  readonly day: string;
}

/** By the name of the package. */
export type PackagesMeasured = Readonly<Record<string, PackageMeasured>>;

const rust = { kind: 'Rust', buildPackages: 'cargo rustc' };

export const knownPackages: readonly KnownPackage[] = [
  { name: 'markupsafe', kind: 'C' },
  { name: 'pyyaml', kind: 'Cython', buildPackages: 'libyaml-dev', runtimePackages: 'libyaml-0-2' },
  { name: 'cffi', kind: 'C' },
  { name: 'psutil', kind: 'C' },
  { name: 'setproctitle', kind: 'C' },
  { name: 'msgpack', kind: 'Cython' },
  { name: 'greenlet', kind: 'C++' },
  { name: 'httptools', kind: 'Cython' },
  { name: 'frozenlist', kind: 'Cython' },
  { name: 'multidict', kind: 'C' },
  { name: 'yarl', kind: 'Cython' },
  { name: 'aiohttp', kind: 'C, Cython' },
  { name: 'wrapt', kind: 'C' },
  { name: 'coverage', kind: 'C' },
  { name: 'regex', kind: 'C' },
  { name: 'simplejson', kind: 'C' },
  { name: 'ujson', kind: 'C++' },
  { name: 'zstandard', kind: 'C' },
  { name: 'lz4', kind: 'C' },
  { name: 'brotli', kind: 'C' },
  { name: 'bitarray', kind: 'C' },
  { name: 'kiwisolver', kind: 'C++' },
  { name: 'rapidfuzz', kind: 'C++, Cython, CMake' },
  { name: 'psycopg2', kind: 'C', buildPackages: 'libpq-dev', runtimePackages: 'libpq5' },
  { name: 'asyncpg', kind: 'Cython' },
  { name: 'lxml', kind: 'Cython' },
  {
    name: 'pillow',
    kind: 'C',
    buildPackages: 'libjpeg-dev zlib1g-dev',
    runtimePackages: 'libjpeg62-turbo',
  },
  { name: 'sqlalchemy', kind: 'Cython' },
  { name: 'cryptography', kind: 'Rust, C' },
  { name: 'pydantic-core', kind: 'Rust' },
  { name: 'orjson', kind: 'Rust' },
  { ...rust, name: 'rpds-py' },
  { ...rust, name: 'bcrypt' },
  { ...rust, name: 'watchfiles' },
  { name: 'uvloop', kind: 'Cython, autotools' },
  { name: 'pyzmq', kind: 'Cython, CMake', buildPackages: 'libzmq3-dev', runtimePackages: 'libzmq5' },
  { name: 'gevent', kind: 'Cython, autotools' },
  { name: 'contourpy', kind: 'C++, meson' },
  { name: 'numpy', kind: 'C, C++, meson' },
  { name: 'pandas', kind: 'Cython, C++, meson' },
  {
    name: 'matplotlib',
    kind: 'C++, meson',
    buildPackages: 'libjpeg-dev zlib1g-dev',
    runtimePackages: 'libjpeg62-turbo',
  },
  { name: 'scikit-learn', kind: 'Cython, C++, meson' },
  { name: 'scipy', kind: 'Fortran, C++, meson', buildPackages: 'gfortran libopenblas-dev' },
  { name: 'grpcio', kind: 'C++, Cython' },
];

/** Its name for `--only`. */
export const nameOf = ({ name }: KnownPackage): string => `compiled-packages-${name}`;

export interface Around {
  readonly env: NodeJS.ProcessEnv;
  readonly builder: string;
  /** `host:port` of the bases, and of the registry that is pushed to and keeps the wheels that others need. */
  readonly bases: string;
  readonly registry: string;
  readonly cache: string;
  /** Most minutes of an emulated build; 0 to emulate nothing. */
  readonly minutes: number;
}

export async function measurePackage(known: KnownPackage, around: Around): Promise<PackageMeasured> {
  const { name, kind, buildPackages } = known;
  const base = { kind, ...(buildPackages === undefined ? {} : { buildPackages }), day: today() };
  const { report: plan } = await build(known, around, ['--dry-run']);
  const version = plan.subject.kind === 'package' ? plan.subject.version : '';
  if (!plan.compiled.some((one) => one.name === name)) return { ...base, version, way: 'wheel' };
  const crossed = await build(known, around, ['--push', '--compile=cross']);
  if (crossed.code === 0) return { ...base, version, way: 'cross', ...timeOf(crossed.report, name) };
  const why = reasonOf(crossed.report, name);
  if (why === undefined) throw new Error(JSON.stringify(crossed.report.problems).slice(0, 2000));
  const failed = { ...base, version, why };
  if (around.minutes === 0) return { ...failed, way: 'emulated' };
  const emulated = await build(known, around, ['--push', '--compile=emulate'], around.minutes);
  if (emulated.code === null) return { ...failed, way: 'emulated' };
  if (emulated.code !== 0) return { ...failed, way: 'not' };
  return { ...failed, way: 'emulated', ...timeOf(emulated.report, name) };
}

/** A busy machine says how long it takes at most. */
function timeOf({ compiled }: Report, name: string): Pick<PackageMeasured, 'seconds' | 'atMost'> {
  const seconds = compiled.find((one) => one.name === name)?.seconds;
  if (seconds === undefined) return {};
  return (loadavg()[0] ?? 0) > 2 * availableParallelism() ? { seconds, atMost: true } : { seconds };
}

const today = (): string => new Date().toISOString().slice(0, 10);

/** Why a package was not cross-compiled, of what the failed step printed. */
export function reasonOf(report: Pick<Report, 'problems'>, name: string): string | undefined {
  const lines = report.problems.flatMap(({ detail = [] }) => detail).flatMap((text) => text.split('\n'));
  const verdict = new RegExp(`^not cross-compiled ${name} \\S+ for \\S+: [\\d.]+ s, (.*)$`, 'i');
  return lines.map((line) => verdict.exec(line)?.[1]).find((one) => one !== undefined);
}

interface Ended {
  /** Null if it took too long. */
  readonly code: number | null;
  readonly report: Report;
}

async function build(
  { name, buildPackages, runtimePackages }: KnownPackage,
  { env, builder, bases, registry, cache }: Around,
  options: readonly string[],
  minutes?: number,
): Promise<Ended> {
  const line = [
    'dist/cli.js',
    'build',
    '--json',
    `--registry=${registry}`,
    `--image-name=packages/${name}`,
    `--wheel-store=${registry}/packages/wheels`,
    '--rebuild=always',
    `--base-registry=${bases}/library`,
    `--builder=${builder}`,
    `--package=${name}`,
    '--package-version=latest',
    '--python-version=3.13',
    '--target-base=slim',
    '--platform=linux/arm/v7',
    ...(buildPackages === undefined ? [] : [`--build-packages=${buildPackages}`]),
    ...(runtimePackages === undefined ? [] : [`--runtime-packages=${runtimePackages}`]),
    ...options,
  ];
  const limited = minutes === undefined ? [node, ...line] : ['timeout', `${minutes}m`, node, ...line];
  const [program = node, ...args] = limited;
  const done = await run(program, args, {
    env: { ...env, XDG_CACHE_HOME: cache, RUNNER_TOOL_CACHE: undefined },
  });
  const late = minutes !== undefined && done.code === 124;
  if (done.stdout.trim() === '') throw new Error(done.stderr.slice(-2000));
  return { code: late ? null : done.code, report: JSON.parse(done.stdout) as Report };
}

export const packagesFile = 'bench/results/packages.json';

const readPackages = async (): Promise<PackagesMeasured> =>
  JSON.parse(await readFile(packagesFile, 'utf8').catch(() => '{}')) as PackagesMeasured;

/** Adds a measurement to the file, in the order of `knownPackages`. */
export async function writePackage(name: string, one: PackageMeasured): Promise<void> {
  const all = { ...(await readPackages()), [name]: one };
  const sorted = knownPackages.flatMap((known) => {
    const measured = all[known.name];
    return measured === undefined ? [] : [[known.name, measured] as const];
  });
  await writeFile(packagesFile, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

/** The rows of the table in docs/compiling.md, with its head. */
export function packageRows(all: PackagesMeasured): string[][] {
  const ways: Readonly<Record<Way, string>> = {
    wheel: 'wheel',
    cross: 'cross-compiled',
    emulated: 'emulated',
    not: 'not',
  };
  const rows = Object.entries(all).map(
    ([name, { version, kind, way, seconds, atMost, buildPackages = '', why = '' }]) => [
      `${name} ${version}`,
      kind,
      ways[way],
      seconds === undefined ? '' : `${atMost === true ? '≤ ' : ''}${seconds.toFixed(seconds < 10 ? 1 : 0)} s`,
      buildPackages === '' ? '' : `\`${buildPackages}\``,
      why === '' ? '' : `_${why}_`,
    ],
  );
  return [
    ['package', 'compiles', 'way', 'time', '`build_packages`', 'why it is not cross-compiled'],
    ...rows,
  ];
}
