/** A verified OCI layout in a folder, without a registry. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import {
  cli,
  type Descriptor,
  engine,
  failing,
  fresh,
  imagesOf,
  type Manifest,
  missingOf,
  must,
  registry,
  tagsOf,
} from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'e2e-layout-'));
const output = join(folder, 'image');
const options = [
  ...argumentsOf(commandOn('docs/command-line.md', / build .* slim$/s, { uvicorn: 'six', latest: '1.17.0' })),
  '--platform=linux/amd64,linux/arm/v7',
  '--image-name=e2e/layout',
  '--json',
];
const write = async (...more: string[]): Promise<Report> => {
  const done = await cli([...options, `--output=${output}`, ...more]);
  if (done.code !== 0) throw new Error(done.stdout + done.stderr);
  return JSON.parse(done.stdout) as Report;
};

let report: Report;
beforeAll(async () => {
  report = await write();
});
afterAll(() => rmSync(folder, { recursive: true }));

const blobs = (): string[] =>
  readdirSync(join(output, 'blobs', 'sha256'))
    .map((name) => `sha256:${name}`)
    .toSorted();
const content = (digest: string): Buffer => readFileSync(join(output, 'blobs', ...digest.split(':')));
const parsed = (digest: string): Manifest => JSON.parse(content(digest).toString()) as Manifest;

test('holds the index of the report, and every blob under its digest', () => {
  expect({ outcome: report.outcome, output: report.output, problems: report.problems }).toEqual({
    outcome: 'built',
    output,
    problems: [],
  });
  const [top, ...others] = (JSON.parse(readFileSync(join(output, 'index.json'), 'utf8')) as Manifest)
    .manifests;
  expect([top?.digest, others]).toEqual([report.digest, []]);
  for (const digest of blobs())
    expect(`sha256:${createHash('sha256').update(content(digest)).digest('hex')}`).toBe(digest);
  expect(imagesOf(parsed(report.digest!))).toEqual(
    report.platforms.map(({ platform, digest }) => ({ platform, digest })),
  );
});

/** An index and all that it refers to. */
function reachable(digest: string): Descriptor[] {
  const images = parsed(digest).manifests;
  const parts = images.flatMap((image) => [parsed(image.digest).config, ...parsed(image.digest).layers]);
  return [{ digest, size: content(digest).length, mediaType: '' }, ...images, ...parts];
}

const digestsOf = (descriptors: readonly Descriptor[]): string[] =>
  [...new Set(descriptors.map(({ digest }) => digest))].toSorted((one, other) => (one < other ? -1 : 1));

test('holds all that the index refers to, with the right size', () => {
  const wanted = reachable(report.digest!);
  for (const { digest, size } of wanted) expect([digest, content(digest).length]).toEqual([digest, size]);
  expect(blobs()).toEqual(digestsOf(wanted));
});

test('is loaded and run by docker', async () => {
  const said = await must('bash', ['-c', commandOn('docs/command-line.md', /docker load$/)], { cwd: folder });
  const loaded = /Loaded image(?: ID)?: (\S+)/.exec(said)?.[1] ?? said;
  const command = commandOn('docs/command-line.md', /^docker run /, {
    '--rm': '--rm --platform=linux/amd64',
    'localhost/uvicorn:py3.13-slim-0.54.0': loaded,
    'uvicorn --version': "python3 -c 'import six; print(six.__version__)'",
  });
  try {
    expect([loaded, await must('bash', ['-c', command])]).toEqual([
      `localhost/e2e/layout:${report.tags[0]}`,
      '1.17.0\n',
    ]);
  } finally {
    await must('docker', ['rmi', '--force', loaded]);
  }
});

test('is pushed whole by a newer buildx', async () => {
  const repository = fresh('layout');
  const command = commandOn('docs/command-line.md', / imagetools create /, {
    'ghcr.io/example/uvicorn:py3.13-slim': `${registry}/${repository}:py3.13-slim`,
    'py3.13-slim-0.54.0': report.tags[0]!,
  });
  await must('bash', ['-c', command], { cwd: folder, env: await engine('newest') });
  expect(await tagsOf(repository)).toEqual({ 'py3.13-slim': report.digest });
  expect(await missingOf(repository, 'py3.13-slim')).toEqual([]);
});

test('is replaced whole by a second run', async () => {
  const again = await write('--labels=second=yes', '--verify=off');
  expect(again.digest).not.toBe(report.digest);
  expect(blobs()).toEqual(digestsOf(reachable(again.digest!)));
});

test('is not written into a folder with other files', async () => {
  const other = join(folder, 'other');
  mkdirSync(other);
  writeFileSync(join(other, 'thesis.txt'), 'the only copy');
  const { code, report: refused } = await failing([...options.slice(1, -1), `--output=${other}`]);
  expect({ code, problems: refused.problems, files: readdirSync(other) }).toEqual({
    code: 2,
    problems: [
      {
        station: 'input',
        about: 'output',
        message: `The folder "${other}" holds other files. The image is written as an OCI layout into an empty folder, or over an earlier layout: name another one.`,
      },
    ],
    files: ['thesis.txt'],
  });
});
