/** Each row is a cell that is built for its platforms, pushed, pulled back, and run on each of them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  build,
  fresh,
  hasBase,
  imagesOf,
  machines,
  manifest,
  must,
  probe,
  registry,
  tagsOf,
} from './support.ts';

interface Row {
  readonly name: string;
  readonly options: readonly string[];
  readonly platforms: readonly string[];
  /** Modules to import, and commands with the start of their output. */
  readonly modules: readonly string[];
  readonly commands?: readonly (readonly [readonly string[], RegExp])[];
  /** Names of distributions on each platform; absent if only wheels are counted. */
  readonly installed?: (platform: string) => readonly string[];
  /** Tag of the base, if some machines cannot have it. */
  readonly base?: string;
  /** `NAME on PLATFORM` of requirements without a wheel, to how they were built. */
  readonly compiled: readonly string[];
  readonly lock: 'host' | 'container';
}

/** The build machine's platform, and the one with the fewest wheels. test/e2e/plain-install builds all three. */
const furthest = ['linux/amd64', 'linux/arm/v7'];

const rows: readonly Row[] = [
  {
    name: 'uvicorn[standard] installs wheels with extensions and compiles nothing',
    options: [
      '--package=uvicorn[standard]',
      '--package-version=0.35.0',
      '--python-version=3.13',
      '--target-base=slim',
    ],
    platforms: ['linux/amd64', 'linux/arm64'],
    modules: ['uvicorn', 'uvloop', 'httptools', 'watchfiles._rust_notify', 'yaml._yaml'],
    commands: [[['uvicorn', '--version'], /^Running uvicorn 0\.35\.0 with CPython 3\.13/]],
    compiled: [],
    lock: 'host',
  },
  {
    name: 'gunicorn[setproctitle] cross-compiles only setproctitle, and only for arm/v7',
    options: [
      '--package=gunicorn[setproctitle]',
      '--package-version=23.0.0',
      '--python-version=3.11',
      '--target-base=slim',
    ],
    platforms: furthest,
    modules: ['gunicorn', 'setproctitle._setproctitle'],
    commands: [[['gunicorn', '--version'], /^gunicorn \(version 23\.0\.0\)$/]],
    installed: () => ['gunicorn', 'packaging', 'setproctitle'],
    compiled: ['setproctitle on linux/arm/v7, cross'],
    lock: 'host',
  },
  {
    name: 'cryptography on alpine installs musllinux wheels, which run',
    options: [
      '--package=cryptography',
      '--package-version=46.0.3',
      '--python-version=3.13',
      '--target-base=alpine',
    ],
    base: '3.13-alpine',
    platforms: ['linux/amd64', 'linux/arm64'],
    modules: ['cryptography.hazmat.bindings._rust', '_cffi_backend'],
    commands: [
      [
        [
          'python3',
          '-c',
          'from cryptography.fernet import Fernet as F; f = F(F.generate_key()); print(f.decrypt(f.encrypt(b"musl")).decode())',
        ],
        /^musl$/,
      ],
    ],
    installed: () => ['cffi', 'cryptography', 'pycparser'],
    compiled: [],
    lock: 'host',
  },
  {
    name: 'SQLAlchemy has greenlet only on platforms of its marker',
    options: ['--package=SQLAlchemy', '--package-version=2.0.44', '--python-version=3.13'],
    platforms: furthest,
    modules: ['sqlalchemy'],
    installed: (platform) => [
      ...(platform === 'linux/arm/v7' ? [] : ['greenlet']),
      'sqlalchemy',
      'typing-extensions',
    ],
    compiled: [],
    lock: 'host',
  },
  {
    name: 'docopt, which has no wheel, is built once for all platforms',
    options: ['--package=docopt', '--package-version=0.6.2', '--python-version=3.13', '--target-base=slim'],
    platforms: furthest,
    modules: ['docopt'],
    installed: () => ['docopt'],
    compiled: furthest.map((platform) => `docopt on ${platform}, once`),
    lock: 'container',
  },
];

/** Bases that some machines cannot have. Tests that need one are skipped there, and named at the end of the run. */
const wanted = new Set(rows.flatMap((row) => row.base ?? []));
const there = new Map(await Promise.all([...wanted].map(async (tag) => [tag, await hasBase(tag)] as const)));
const shown = rows.filter((row) => row.base === undefined || there.get(row.base) === true);

afterAll(() => {
  for (const { name, base } of rows.filter((row) => !shown.includes(row))) {
    process.stdout.write(`\nNot shown here, for this machine cannot have python:${base}: ${name}\n`);
  }
});

describe.each(shown)('$name', (row) => {
  const repository = fresh(row.options[0]!.replaceAll(/^--package=|\W+/g, '').toLowerCase());

  test('is built, pushed, pulled back and runs', async () => {
    const report = await build(repository, [...row.options, `--platform=${row.platforms.join(',')}`]);
    const [tag = ''] = report.tags;
    expect({
      outcome: report.outcome,
      lock: report.lock,
      problems: report.problems,
      compiled: report.compiled.map(({ name, platform, way }) => `${name} on ${platform}, ${way}`),
      checks: report.platforms.map(({ platform, checks }) => [
        platform,
        checks.every((check) => check.ok) && checks.length >= 5,
      ]),
      tags: await tagsOf(repository),
    }).toEqual({
      outcome: 'published',
      lock: row.lock,
      problems: [],
      compiled: row.compiled,
      checks: row.platforms.map((platform) => [platform, true]),
      tags: { [tag]: report.digest },
    });
    const images = imagesOf(await manifest(repository, tag));
    expect(images).toEqual(report.platforms.map(({ platform, digest }) => ({ platform, digest })));
    for (const { platform, wheels, compiled } of report.platforms) {
      const image = `${registry}/${repository}@${report.digest}`;
      const found = await probe(
        image,
        platform,
        row.modules,
        (row.commands ?? []).map(([command]) => command),
      );
      expect({ ...found, installed: Object.keys(found.installed).toSorted() }).toEqual({
        machine: machines[platform],
        installed: row.installed?.(platform) ?? expect.any(Array),
        said: (row.commands ?? []).map(([, pattern]) => expect.stringMatching(pattern)),
      });
      expect(Object.keys(found.installed).length, `${platform}: wheels and compiled ones`).toBe(
        (wheels ?? 0) + (compiled ?? 0),
      );
    }
  });
});

describe('named variants', () => {
  const bases = fresh('variants');
  /** Tags of these images in the registry of the tests. */
  beforeAll(async () => {
    for (const [name, tag] of [
      ['3.13-slim-bookworm', '3.13-slim'],
      ['3.13-bookworm', '3.13'],
      ['3.13-alpine3.20', '3.13-alpine'],
    ] as const) {
      const as = `${registry}/${bases}/python:${name}`;
      await must('docker', [
        'buildx',
        'imagetools',
        'create',
        `--tag=${as}`,
        `${registry}/library/python:${tag}`,
      ]);
    }
  });

  test.each([
    // Compiling takes place in the full image of the same release.
    ['slim-bookworm', 'docopt', '0.6.2', ['docopt on linux/amd64, native']],
    ['alpine3.20', 'six', '1.17.0', []],
  ])('%s', async (variant, name, version, compiled) => {
    const repository = fresh(`variant-${variant}`);
    const report = await build(repository, [
      `--package=${name}`,
      `--package-version=${version}`,
      '--python-version=3.13',
      `--target-base=${variant}`,
      `--base-registry=${registry}/${bases}`,
      '--platform=linux/amd64',
    ]);
    const tag = `py3.13-${variant}-${version}`;
    expect({
      base: report.base.reference,
      compiled: report.compiled.map((one) => `${one.name} on ${one.platform}, ${one.way}`),
      tags: await tagsOf(repository),
    }).toEqual({
      base: `${registry}/${bases}/python:3.13-${variant}`,
      compiled,
      tags: { [tag]: report.digest },
    });
  });
});
