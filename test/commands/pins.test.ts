/** Files of pins against a real registry. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pins } from '../../src/commands/pins.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { pinsText } from '../../src/report/pins.ts';
import { systemFiles } from '../../src/world/files.ts';
import { pushImage, tag } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
let folder: string;
let today: Digest;
const files = systemFiles();
const world = { ...testWorld(), files };
const old = `sha256:${'a'.repeat(64)}`;

beforeAll(async () => {
  registry = await startRegistry();
  folder = await mkdtemp(join(tmpdir(), 'pins-'));
  const repository: Repository = { registry: registry.host, name: 'team/base' };
  const client = new RegistryClient(world, { logins: [], plain: [] });
  today = (await pushImage(client, repository, ['base'], tag('24.04'))).digest;
}, 20_000);
afterAll(async () => {
  await registry.stop();
  files.close();
  await rm(folder, { recursive: true });
});

/** A folder with these files; `HOST` in them is the registry. */
async function tree(name: string, texts: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, name, path)), { recursive: true });
    await writeFile(join(folder, name, path), text.replaceAll('HOST', registry.host));
  }
  return join(folder, name);
}

const text = `# bases\nBASE_IMAGE=HOST/team/base:24.04\nBASE_DIGEST=${old} # of May\nALONE_DIGEST=${old}\n`;
const dockerfile = `FROM HOST/team/base:24.04@${old}\n`;

test('names what moved, also where a Dockerfile alone says of which image a digest is', async () => {
  const path = await tree('moved', { 'digests.env': text, 'base/Dockerfile': dockerfile });
  const report = await pins(world, { path, update: false });
  const image = `${registry.host}/team/base:24.04`;
  expect(report).toEqual({
    path: join(path, 'digests.env'),
    pins: [
      { name: 'BASE_DIGEST', line: 3, digest: old, image, today },
      { name: 'ALONE_DIGEST', line: 4, digest: old, image, today },
    ],
    isWritten: false,
    problems: [],
  });
  const short = today.slice(0, 19);
  expect(pinsText(report)).toBe(
    [
      '2 pins moved: --update writes them.',
      `  BASE_DIGEST   ${image}  sha256:aaaaaaaaaaaa → ${short}`,
      `  ALONE_DIGEST  ${image}  sha256:aaaaaaaaaaaa → ${short}`,
      '',
    ].join('\n'),
  );
});

test('writes the digests of today, and leaves every other character', async () => {
  const path = await tree('updated', { 'digests.env': text, 'base/Dockerfile': dockerfile });
  const report = await pins(world, { path, update: true });
  expect(report.isWritten).toBe(true);
  expect(await readFile(join(path, 'digests.env'), 'utf8')).toBe(
    text.replaceAll('HOST', registry.host).replaceAll(old, today),
  );
  const again = await pins(world, { path, update: true });
  expect([again.isWritten, pinsText(again).split('\n')[0]]).toEqual([false, 'Nothing moved.']);
});

test('writes those that are known, and says which stays and why', async () => {
  const lines = (digest: string): string =>
    `A=HOST/team/base:24.04@${digest}\nB=HOST/team/gone:1@${old}\nC=registry.invalid/x:1@${old}\n`;
  const path = await tree('partly', { 'digests.env': lines(old) });
  const report = await pins(world, { path, update: true });
  expect(await readFile(join(path, 'digests.env'), 'utf8')).toBe(
    lines(today).replaceAll('HOST', registry.host),
  );
  expect(pinsText(report).split('\n')[0]).toBe(
    `1 pin moved, and ${join(path, 'digests.env')} has its digest of today; B, C could not be looked up, and stay as they are.`,
  );
  expect(report.problems).toEqual([
    {
      station: 'registry',
      about: 'B',
      message: `line 2, B: ${registry.host}/team/gone:1 does not exist any more.`,
    },
    expect.objectContaining({ message: expect.stringMatching(/^line 3, C: \S/) as string }) as object,
  ]);
  expect(pinsText(await pins(world, { path, update: true })).split('\n')[0]).toBe(
    'Nothing moved; B, C could not be looked up, and stay as they are.',
  );
});

test.each<readonly [string, Readonly<Record<string, string>>, readonly object[]]>([
  [
    'a file that is not there',
    {},
    [
      {
        station: 'input',
        about: 'pins',
        message: expect.stringMatching(/^There is no file ".*digests\.env" of pins/) as string,
      },
    ],
  ],
  [
    'lines that are no pins',
    { 'digests.env': 'one\nA=sha256:b\n' },
    [
      {
        station: 'input',
        message: expect.stringMatching(/digests\.env, line 1: it is not NAME=value\.$/) as string,
      },
      { station: 'input', message: expect.stringMatching(/digests\.env, line 2: /) as string },
    ],
  ],
  [
    'ten lines of what is no file of pins',
    { 'digests.env': 'x\n'.repeat(35_000) },
    [
      ...Array.from({ length: 10 }, (_, at) => ({
        message: expect.stringMatching(
          new RegExp(String.raw`digests\.env, line ${at + 1}: it is not NAME=value\.$`),
        ) as string,
      })),
      {
        station: 'input',
        message: expect.stringMatching(
          /digests\.env, 34,?990 more lines are wrong\. Is it another file\?$/,
        ) as string,
      },
    ],
  ],
  [
    'a file that is too long',
    { 'digests.env': 'A=b\n'.repeat(250_001) },
    [
      {
        station: 'input',
        message: expect.stringMatching(
          /digests\.env" has 1,000,004 bytes, and at most 1,000,000 are read/,
        ) as string,
      },
    ],
  ],
])('reports %s', async (name, texts, problems) => {
  const path = await tree(name.replaceAll(' ', '-'), texts);
  const report = await pins(world, { path, update: true });
  expect([report.isWritten, report.problems]).toEqual([
    false,
    problems.map((one) => expect.objectContaining(one) as object),
  ]);
});
