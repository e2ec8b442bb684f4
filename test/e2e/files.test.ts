/** Unwritable files and folders: a run goes on without those that it can do without, and names the others before it begins. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAction } from './action-runner.ts';
import { cli, failing, fresh, registry, tagsOf } from './support.ts';
import { type Watched, watch } from './watched.ts';

let folder: string;
let watched: Watched;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'e2e-files-'));
  watched = await watch(folder, ['docker']);
});
afterAll(() => rmSync(folder, { recursive: true }));

const cell = {
  package: 'six',
  package_version: '1.17.0',
  python_version: '3.13',
  target_base: 'alpine',
  base_registry: `${registry}/library`,
  platform: 'linux/amd64',
};
const options = Object.entries(cell).map(([name, value]) => `--${name.replaceAll('_', '-')}=${value}`);

test('publishes in a step without outputs, summary and cache, and says what it lacks', async () => {
  const image = fresh('files');
  const step = await runAction(
    { ...cell, registry, image_name: image },
    {
      broken: {
        GITHUB_OUTPUT: '/proc/none/output',
        GITHUB_STEP_SUMMARY: '/etc',
        RUNNER_TOOL_CACHE: '/proc/none',
        XDG_CACHE_HOME: '/proc/none',
      },
    },
  );
  const lines = step.stdout.split('\n');
  const warnings = lines.filter((line) => line.startsWith('::warning'));
  expect({
    code: step.code,
    report: lines.some((line) => line.startsWith('Published ')),
    caches: step.stdout.match(/there is no cache/g),
    warnings,
    tags: Object.keys(await tagsOf(image)),
  }).toEqual({
    code: 0,
    report: true,
    caches: ['there is no cache'],
    warnings: [
      expect.stringMatching(
        /^::warning::"\/proc\/none\/output" could not be written: .* GITHUB_OUTPUT names it/,
      ),
      expect.stringMatching(/^::warning::"\/etc" could not be written: .* GITHUB_STEP_SUMMARY names it/),
    ],
    tags: ['py3.13-alpine-1.17.0'],
  });
});

test.each([
  ['XDG_CACHE_HOME', '/proc/none'],
  ['XDG_CACHE_HOME', '/etc/hostname'],
  ['UV_CACHE_DIR', '/etc/hostname'],
])('says once that there is no cache: %s=%s', async (name, path) => {
  const { code, stdout, stderr } = await cli(['build', '--dry-run', '--json', ...options], {
    env: { [name]: path },
  });
  const { outcome, notes } = JSON.parse(stdout) as {
    readonly outcome: string;
    readonly notes: readonly string[];
  };
  expect({ code, outcome, notes, internal: stderr.includes('Internal error') }).toEqual({
    code: 0,
    outcome: 'planned',
    notes: [
      expect.stringMatching(
        new RegExp(`^there is no cache, .*: "${path}.*" could not be (?:written|used): `),
      ),
    ],
    internal: false,
  });
});

test.each([
  ['TMPDIR', { TMPDIR: '/proc/none' }, [], 7, 'temporary folder', /^"\/proc\/none" could not be used: /],
  [
    'the folder of the layout',
    {},
    ['--output=/proc/none'],
    2,
    'output',
    /^"\/proc\/none" could not be made: /,
  ],
  [
    'a layout below a file',
    {},
    ['--output=/etc/hostname/x'],
    2,
    'output',
    /^"\/etc\/hostname\/x" could not be made: /,
  ],
] as const)('%s: nothing is built', async (_, env, more, code, about, message) => {
  watched.take();
  const failed = await failing(
    [...options, ...(more.length > 0 ? more : [`--output=${join(folder, 'layout')}`])],
    {
      ...env,
      PATH: watched.path,
    },
  );
  expect({
    code: failed.code,
    problems: failed.report.problems.map((one) => [one.about, one.message]),
    bakes: watched.take().calls.filter((call) => call.includes(' bake ')),
  }).toEqual({ code, problems: [[about, expect.stringMatching(message)]], bakes: [] });
});
