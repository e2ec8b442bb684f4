/**
 * Packages without a wheel for a foreign platform are cross-compiled; if that fails, they are compiled under emulation,
 * and the report says why. Here are the smallest packages of each kind, for the platform that differs most from the build
 * machine's; test/e2e/weekly has the whole list. What compiles against numpy is shown with a numpy of one header, one
 * library and one module, which takes 2 s and not 5 minutes; the real one is in `npm run bench -- --only compiled`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { notesOf } from '../../src/report/notes.ts';
import { type Row, crossRows, ways } from './crossing.ts';
import { type LocalIndex, serveIndex } from './local-index.ts';
import { makeSources } from './made-sources.ts';
import { commandOn } from '../support/pages.ts';
import { build, failing, fresh, inFolder, must, node, probe, registry } from './support.ts';

const throwing = `
from greenlet import greenlet
def run(n):
    try:
        greenlet.getcurrent().parent.switch(n + 1)
    except ValueError as error:
        return str(error)
one = greenlet(run)
first = one.switch(2)
print(one.throw(ValueError("thrown into it")), first)`;

const calling =
  'import cffi; f = cffi.FFI(); f.cdef("int abs(int);"); print(f.dlopen(None).abs(-7), f.callback("int(int)", lambda n: n * 2)(21), end=" ")';

const rows: readonly Row[] = [
  {
    name: 'C++ with exceptions that cross a switch, and C against the libffi of the base',
    options: [
      '--package=greenlet',
      '--package-version=3.5.6',
      '--requirements=cffi==2.1.1',
      '--python-version=3.13',
      '--target-base=slim',
    ],
    compiled: ['cffi', 'greenlet'],
    uses: calling + throwing,
    prints: '7 42 thrown into it 3',
  },
  {
    name: 'httptools on alpine, for musl',
    options: [
      '--package=httptools',
      '--package-version=0.9.0',
      '--python-version=3.13',
      '--target-base=alpine3.20-build',
    ],
    base: '3.13-alpine3.20-build',
    compiled: ['httptools'],
    uses: 'import httptools; print(httptools.parse_url(b"http://a:8/b?c").port)',
    prints: '8',
  },
];

await crossRows(rows, ['linux/arm/v7']);

describe('sources of the tests', () => {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-cross-'));
  const backends = ['cmakemade', 'hatchmade', 'mesonmade', 'poetrymade'];
  let index: LocalIndex;
  beforeAll(async () => {
    index = await serveIndex(
      await makeSources(folder, [
        ...backends,
        'flitmade',
        'fastidious',
        'selfrunning',
        'numpy',
        'againstmade',
      ]),
    );
  });
  afterAll(async () => {
    await index.stop();
    rmSync(folder, { recursive: true });
  });

  const options = (name: string): string[] => [
    `--package=${name}`,
    '--package-version=1.0',
    '--python-version=3.13',
    '--target-base=slim',
    `--index-url=${index.url}`,
  ];

  test('are cross-compiled by every build backend; a build that runs what it compiled is emulated, with the reason', async () => {
    const repository = fresh('cross-made');
    const report = await build(repository, [
      ...options('cmakemade'),
      ...['hatchmade', 'mesonmade', 'poetrymade', 'flitmade', 'selfrunning', 'numpy', 'againstmade'].map(
        (name) => `--requirements=${name}`,
      ),
      '--platform=linux/arm/v7',
    ]);
    expect(ways(report)).toEqual([
      'againstmade on linux/arm/v7, cross',
      'cmakemade on linux/arm/v7, cross',
      'flitmade on linux/arm/v7, native',
      'hatchmade on linux/arm/v7, cross',
      'mesonmade on linux/arm/v7, cross',
      'numpy on linux/arm/v7, cross',
      'poetrymade on linux/arm/v7, cross',
      'selfrunning on linux/arm/v7, emulated',
    ]);
    expect(notesOf(report)).toEqual([
      expect.stringMatching(
        /^selfrunning 1\.0 could not be cross-compiled for linux\/arm\/v7 \(.* s\): .*(?:ImportError|ModuleNotFoundError).* It was compiled under emulation \(.*\)$/,
      ),
    ]);
    const modules = [...backends, 'selfrunning', 'againstmade'].join(', ');
    const uses = `import flitmade, ${modules}; print({module.bits() for module in (${modules})})`;
    const image = `${registry}/${repository}@${report.digest}`;
    expect((await probe(image, 'linux/arm/v7', [], [['python3', '-c', uses]])).said).toEqual(['{32}']);
  });

  test('are compiled under emulation when the cross-compiled image fails its checks, and only that wheel is saved', async () => {
    const repository = fresh('cross-doubted');
    const run = (...more: readonly string[]): Promise<Report> =>
      build(repository, [...options('fastidious'), '--platform=linux/amd64,linux/arm/v7', ...more]);
    const first = await run();
    expect([first.outcome, ...ways(first)]).toEqual([
      'published',
      'fastidious on linux/amd64, native',
      'fastidious on linux/arm/v7, emulated',
    ]);
    expect(notesOf(first)).toEqual([
      expect.stringMatching(
        /^fastidious 1\.0 could not be cross-compiled for linux\/arm\/v7 \(.* s\): with it the image failed a check on linux\/arm\/v7 \(imports: .*compiled far from home.*\)\. It was compiled under emulation \(.* s\)$/,
      ),
    ]);
    const again = await run('--force');
    expect([...ways(again), again.compiled[1]?.kept?.way]).toEqual([
      'fastidious on linux/amd64, kept',
      'fastidious on linux/arm/v7, kept',
      'emulated',
    ]);
  });

  test('are cross-compiled by plain docker buildx build with the files of a dry run', () =>
    inFolder(async (folder) => {
      const image = `localhost/${fresh('cross-plain')}`;
      const page = 'docs/plain-buildx.md';
      const write = commandOn(page, /^python-image-builder /, {
        uvicorn: 'mesonmade',
        latest: '1.0',
        slim: `slim --index-url=${index.url} --platform=linux/arm/v7`,
        'python-image-builder': `'${node}' '${join(process.cwd(), 'dist/cli.js')}'`,
      });
      const make = commandOn(page, /linux\/amd64/, {
        'linux/amd64': `linux/arm/v7 --build-arg INDEX_URL=${index.url} --build-arg COMPILE=cross`,
        uvicorn: image,
      });
      const lines = ['set -eo pipefail', write, commandOn(page, /^cd work\/image$/), make];
      await must('bash', ['-c', lines.join('\n')], { cwd: folder });
      try {
        const uses = ['python3', '-c', 'import mesonmade; print(mesonmade.bits())'];
        const options = ['--rm', '--platform=linux/arm/v7', image];
        expect(await must('docker', ['run', ...options, ...uses])).toBe('32\n');
      } finally {
        await must('docker', ['image', 'rm', '--force', image]);
      }
    }));

  test('fail with compile=cross if they cannot be cross-compiled', async () => {
    const { code, report } = await failing([
      ...options('selfrunning'),
      '--push',
      `--registry=${registry}`,
      `--image-name=${fresh('cross-failing')}`,
      '--platform=linux/arm/v7',
      '--compile=cross',
    ]);
    expect({ code, detail: report.problems[0]?.detail?.join('\n') }).toEqual({
      code: 5,
      detail: expect.stringMatching(/selfrunning/),
    });
  });
});
