/** The action as a process whose runner gives it files that cannot be written. It ends before anything is built. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answer, type FaultyServer, startFaulty } from '../support/faults.ts';

let server: FaultyServer;
let folder: string;
beforeAll(async () => {
  server = await startFaulty({ 'GET /simple/*': answer(404) });
  folder = await mkdtemp(join(tmpdir(), 'give-back-'));
  await writeFile(join(folder, 'output'), '');
  await writeFile(join(folder, 'summary'), '');
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const script = `
  import { action } from ${JSON.stringify(resolve('src/main.ts'))};
  await action(${JSON.stringify(resolve('dockerfiles'))});`;

function step(env: Readonly<Record<string, string>>): Promise<{ code: number; lines: readonly string[] }> {
  const inputs = {
    PACKAGE: 'six',
    PACKAGE_VERSION: '1.17.0',
    IMAGE_NAME: 'example/six',
    INDEX_URL: `${server.origin}/simple`,
    PUSH: 'false',
  };
  const all = {
    PATH: process.env['PATH'],
    HOME: folder,
    DOCKER_HOST: 'unix:///no/such/socket',
    GITHUB_ACTIONS: 'true',
    RUNNER_TEMP: folder,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name}`, value])),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary'),
    ...env,
  };
  return new Promise((done) => {
    const args = ['--input-type=module', '--eval', script];
    const child = execFile(process.execPath, args, { env: all }, (_, stdout) =>
      done({ code: child.exitCode ?? -1, lines: stdout.split('\n') }),
    );
  });
}

test('writes outputs and summary', async () => {
  const { code, lines } = await step({});
  expect({
    code,
    warnings: lines.filter((line) => line.startsWith('::warning')),
    outputs: /^outcome<<|^decision<</m.test(await readFile(join(folder, 'output'), 'utf8')),
    summary: (await readFile(join(folder, 'summary'), 'utf8')).includes('six'),
  }).toEqual({ code: 1, warnings: [], outputs: true, summary: true });
});

test.each([
  ['GITHUB_OUTPUT', '/proc/none/output', 'this step has not all of its outputs'],
  ['GITHUB_OUTPUT', '/etc', 'this step has not all of its outputs'],
  ['GITHUB_STEP_SUMMARY', '/proc/none', 'the job has no summary of this step'],
  ['GITHUB_STEP_SUMMARY', '/etc', 'the job has no summary of this step'],
  ['GITHUB_STEP_SUMMARY', '/dev/full', 'the job has no summary of this step'],
])('%s=%s is a warning, after the report, with the exit code of the outcome', async (name, path, lacking) => {
  const { code, lines } = await step({ [name]: path });
  const warnings = lines.filter((line) => line.startsWith('::warning'));
  expect({
    code,
    warnings,
    order: lines
      .flatMap((line) => /^(?:Failed: |::warning|::error)/.exec(line)?.[0] ?? [])
      .filter((one, at, all) => one !== all[at - 1]),
  }).toEqual({
    code: 1,
    warnings: [
      expect.stringMatching(
        new RegExp(`^::warning::"${path}" could not be written: .*\\. ${name} names it, .*: ${lacking}\\.$`),
      ),
    ],
    order: ['Failed: ', '::error', '::warning'],
  });
});
