/** Bases other than slim: Alpine, the full image, and named variants. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellRows, furthest } from './cell-rows.ts';
import { makeWheel, serveIndex } from './local-index.ts';
import { build, fresh, must, registry, tagsOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'e2e-bases-'));
const script = 'print("high water")';
// As SQLAlchemy requires greenlet; its thousand files would take half a minute to check under emulation.
const marker =
  'platform_machine == "aarch64" or (platform_machine == "x86_64" or platform_machine == "AMD64")';
const index = await serveIndex([
  await makeWheel(folder, {
    name: 'tide-table',
    version: '1.0',
    requires: ['six', `tide-clock; ${marker}`],
    script,
  }),
  await makeWheel(folder, { name: 'tide-clock', version: '1.0', script }),
]);
afterAll(async () => {
  await index.stop();
  rmSync(folder, { recursive: true });
});

await cellRows([
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
    name: 'the full image has a requirement only on platforms of its marker',
    options: [
      '--package=tide-table',
      '--package-version=1.0',
      '--python-version=3.13',
      `--index-url=${index.url}`,
    ],
    platforms: furthest,
    modules: ['tide_table', 'six'],
    installed: (platform) => ['six', ...(platform === 'linux/arm/v7' ? [] : ['tide-clock']), 'tide-table'],
    compiled: [],
    lock: 'host',
  },
]);

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
