/** The command line as a process: what goes to which stream, and the exit code. It builds nothing. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answer, type FaultyServer, startFaulty } from './support/faults.ts';

let server: FaultyServer;
let folder: string;
beforeAll(async () => {
  server = await startFaulty({ 'GET /simple/*': answer(404) });
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const script = `
  import { cli } from ${JSON.stringify(resolve('src/main.ts'))};
  await cli(${JSON.stringify(resolve('dockerfiles'))});`;

function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env['PATH'], HOME: folder, DOCKER_HOST: 'unix:///no/such/socket' };
  return new Promise((done) => {
    // With --eval there is no script in the arguments: a word stands for it.
    const all = ['--input-type=module', '--eval', script, 'cli', ...args];
    const child = execFile(process.execPath, all, { env }, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

const build = (...options: readonly string[]) =>
  run(
    'build',
    '--package=six',
    '--package-version=1.17.0',
    `--index-url=${server.origin}/simple`,
    ...options,
  );

describe('with --json the report alone is on the standard output', () => {
  test('and what goes on is on the standard error, as without', async () => {
    const [plain, json] = await Promise.all([build(), build('--json')]);
    const went = /^> plan\n {2}plan: [\d.]+ s\n/;
    expect([plain.code, plain.stderr]).toEqual([3, expect.stringMatching(went)]);
    expect([json.code, json.stderr]).toEqual([3, expect.stringMatching(went)]);
    expect(JSON.parse(json.stdout)).toMatchObject({ outcome: 'failed' });
  });

  test.each<readonly [string, readonly string[], string]>([
    [
      'of inputs',
      ['wheels', '--wheel-store=ftp://x'],
      'x Input: wheel_store\n  --wheel-store: "ftp://x" is a URL: write',
    ],
    [
      'of a run',
      ['wheels', '--wheel-store=/etc/passwd'],
      'x Input: wheel_store\n  /etc/passwd is a file: wheel_store names',
    ],
  ])('and problems %s are on both', async (_, args, words) => {
    const { code, stdout, stderr } = await run(...args, '--json');
    const { problems } = JSON.parse(stdout) as { problems: readonly unknown[] };
    expect({ code, problems: problems.length, stderr }).toEqual({
      code: 2,
      problems: 1,
      stderr: expect.stringContaining(words),
    });
  });
});

test('with --debug every command and every request is told, without it none is', async () => {
  const [plain, debug] = await Promise.all([build(), build('--debug')]);
  const told = /^(?:command \d+: .*|GET .*)$/gm;
  expect(plain.stderr.match(told)).toBeNull();
  const lines = debug.stderr.match(told)?.map((line) => line.replace(/\d+ ms$/, 'TIME')) ?? [];
  expect(lines).toEqual(
    expect.arrayContaining([
      `GET ${server.origin}/simple/six/: 404, TIME`,
      'GET /info of the engine: no answer, TIME',
      expect.stringMatching(/^command \d+: docker buildx version$/),
      expect.stringMatching(/^command \d+: exit code \d+, [\d.]+ s$/),
    ]),
  );
});

test('help about wheels is about wheels', async () => {
  const { code, stdout, stderr } = await run('wheels', '--help');
  expect({ code, stderr, first: stdout.split('\n')[0], build: stdout.includes('--package') }).toEqual({
    code: 0,
    stderr: '',
    first: 'Usage: python-image-builder wheels [--wheel-store STORE] [--unused-for AGE] [--dry-run]',
    build: false,
  });
});
