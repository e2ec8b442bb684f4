import { describe, expect, test } from 'vitest';
import { verify, VerifyFailure } from '../../src/build/verify.ts';
import type { Platform } from '../../src/names/platform.ts';
import { Failure } from '../../src/errors.ts';
import type { Command, RunOptions } from '../../src/ports.ts';
import type { Image } from '../../src/plan/recipe.ts';
import { makeContent } from '../support/content.ts';
import { testWorld } from '../support/world.ts';

const image = { checks: { distribution: 'demo' }, bases: { build: 'python:3' } } as Image;
const platforms: readonly Platform[] = ['linux/amd64', 'linux/arm64'];
const good = {
  name: 'interpreter',
  seconds: 0.1,
  message: 'Python 3.13.1',
  findings: [],
  skipped: [],
};
const crash = { kind: 'import-crash', subject: 'demo', message: 'demo: it crashed\nTraceback\nNo module' };
const bad = { ...good, name: 'imports', seconds: 0.2, message: 'imported nothing', findings: [crash] };
const judged = (check: object, ok = true) => ({ ...check, ok });

interface Ending {
  /** Exit codes of one build after the other; the last stays. */
  readonly codes?: readonly number[];
  readonly says?: string;
  /** What the checks leave, by the exporter's folder; a text as it is. */
  readonly results?: Readonly<Record<string, unknown>>;
}

/** A world whose builds end as told; the commands that ran, and what was said, are kept. */
function worldWith({ codes = [0], says = 'ERROR: boom', results = {} }: Ending) {
  const ran: string[] = [];
  const world = testWorld();
  const text = (result: unknown): string => (typeof result === 'string' ? result : JSON.stringify(result));
  return {
    ...world,
    ran,
    run: (command: Command, { onLine }: RunOptions = {}) => {
      onLine?.('#1 begins', 'stderr');
      ran.push(command.args.slice(command.args.indexOf('--progress=plain') + 1).join(' '));
      const code = codes[Math.min(ran.length, codes.length) - 1] ?? 0;
      return Promise.resolve({ code, stdout: '', stderr: code === 0 ? '' : says });
    },
    files: {
      ...world.files,
      read: (path: string) => {
        const folder = /^\/w\/verified\/(?:(\S+)\/)?verify\.json$/.exec(path)?.[1] ?? '';
        return Promise.resolve(folder in results ? text(results[folder]) : undefined);
      },
      write: () => Promise.resolve(),
    },
  };
}
const of = (...checks: unknown[]) => ({ python: '3.13.1', machine: 'x', checks });
const content = makeContent({ amd64: ['a layer'], arm64: ['another'] });
const request = {
  image,
  folder: '/w',
  targets: ['image', 'verify'],
  platforms,
  strict: false,
  content: () => Promise.resolve(content),
};
const buildx = { env: {} };

test('all checks on all platforms', async () => {
  const world = worldWith({ results: { linux_amd64: of(good), linux_arm64: of(good) } });
  expect(await verify(world, buildx, request)).toEqual({
    image,
    content,
    platforms: platforms.map((platform) => ({ ...of(judged(good)), platform })),
  });
});

/** Asks for the content and writes down what had run until then. */
const reading = (ran: readonly string[], seen: string[]) => ({
  ...request,
  content: () => {
    seen.push(...ran, 'read');
    return Promise.resolve(content);
  },
});

test.each<[string, Ending, Partial<typeof request>, string[]]>([
  [
    'once it ran',
    { results: { linux_amd64: of(good), linux_arm64: of(good) } },
    {},
    ['image verify', 'read'],
  ],
  ['once it was built', {}, { targets: ['image'], platforms: [] }, ['image', 'read']],
  ['where nothing is left to run', {}, { targets: [], platforms: [] }, ['read']],
  ['not where it was not built', { codes: [1] }, {}, []],
  ['not where a check failed', { results: { linux_amd64: of(good), linux_arm64: of(bad) } }, {}, []],
])('what was verified is read %s', async (_, ending, more, expected) => {
  const world = worldWith(ending);
  const seen: string[] = [];
  await verify(world, buildx, { ...reading(world.ran, seen), ...more }).catch(() => undefined);
  expect(seen).toEqual(expected);
});

test('what cannot be read was not verified', async () => {
  const world = worldWith({ results: { linux_amd64: of(good), linux_arm64: of(good) } });
  const broken = new Failure([{ station: 'build', about: 'image', message: 'The archive is cut off.' }]);
  const work = verify(world, buildx, { ...request, content: () => Promise.reject(broken) });
  await expect(work).rejects.toBe(broken);
});

test('an image without a Python to run the checks with is one that fails them', async () => {
  const says = [
    '#9 [verify interpreter] RUN python3 interpreter.py',
    '#9 0.412 interpreter: linux/arm64: the image has no Python. Name its path in verify_python',
    '#9 ERROR: process did not complete successfully: exit code: 1',
    '0.412 interpreter: linux/arm64: the image has no Python. Name its path in verify_python',
  ].join('\n');
  const failure: unknown = await verify(worldWith({ codes: [1], says }), buildx, request).catch(
    (error: unknown) => error,
  );
  expect((failure as Failure).problems).toEqual([
    {
      station: 'verify',
      about: 'linux/arm64',
      message: 'linux/arm64, interpreter: the image has no Python. Name its path in verify_python',
    },
  ]);
});

test('one failed check is one problem, and what passed elsewhere is kept', async () => {
  const world = worldWith({ results: { linux_amd64: of(good), linux_arm64: of(good, bad) } });
  const failure: unknown = await verify(world, buildx, request).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(VerifyFailure);
  const { problems, platforms: seen } = failure as VerifyFailure;
  expect(problems).toEqual([
    {
      station: 'verify',
      about: 'linux/arm64',
      message: 'linux/arm64, imports: demo: it crashed',
      detail: ['Traceback', 'No module'],
    },
  ]);
  expect(seen.map(({ platform, checks }) => [platform, checks.length])).toEqual([
    ['linux/amd64', 1],
    ['linux/arm64', 2],
  ]);
});

describe('a finding is judged by the rule of its kind', () => {
  const extra = { kind: 'import-extra', subject: 'demo', message: 'demo: no module named "tide"' };
  const advised = `${extra.message}. Ask for the extra that brings it in package, or name it in requirements.`;
  const library = {
    kind: 'import-library',
    subject: 'demo',
    message: 'no libz',
  };
  const runtime = 'Add to runtime_packages: zlib1g';
  test.each([
    ['a warning with its advice', extra, false, true, { ...extra, message: advised, severity: 'warning' }],
    ['fatal where all is', extra, true, false, { ...extra, message: advised, severity: 'fatal' }],
    ['fatal', crash, false, false, { ...crash, severity: 'fatal' }],
    [
      'advice of its own',
      { ...library, advice: runtime },
      false,
      false,
      { ...library, message: `no libz. ${runtime}`, severity: 'fatal' },
    ],
    [
      'a kind that nobody knows',
      { ...crash, kind: 'tide' },
      false,
      false,
      { ...crash, kind: 'tide', severity: 'fatal' },
    ],
  ])('%s', async (_, found, strict, ok, finding) => {
    const world = worldWith({ results: { '': of({ ...bad, findings: [found] }) } });
    const seen = await verify(world, buildx, { ...request, strict, platforms: ['linux/amd64'] }).then(
      (verified) => verified.platforms,
      (error: VerifyFailure) => error.platforms,
    );
    expect(seen[0]?.checks).toEqual([{ ...bad, ok, findings: [finding] }]);
  });
});

test('of one platform the results are in no folder of its own', async () => {
  const world = worldWith({ results: { '': of(good) } });
  const verified = await verify(world, buildx, { ...request, platforms: ['linux/amd64'] });
  expect(verified.platforms).toEqual([{ ...of(judged(good)), platform: 'linux/amd64' }]);
});

test.each<[string, Readonly<Record<string, unknown>>]>([
  ['none', {}],
  ['one that was cut off', { linux_arm64: '{"python": "3.1' }],
  ['one that is no result', { linux_arm64: [] }],
])('a platform that left no result is not verified: %s', async (_, left) => {
  const world = worldWith({ results: { linux_amd64: of(good), ...left } });
  const failure: unknown = await verify(world, buildx, request).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(VerifyFailure);
  expect((failure as VerifyFailure).problems).toEqual([
    { station: 'verify', about: 'linux/arm64', message: 'linux/arm64: the checks left no result.' },
  ]);
});

const passing = 'unexpected status from GET request: 503 Service Unavailable';
const results = { linux_amd64: of(good), linux_arm64: of(good) };
test.each([
  ['a build that fails is not tried again', { codes: [1] }, 1, 'failed'],
  ['but for a reason that may pass', { codes: [1, 0], says: passing }, 2, 'verified'],
  ['and that once', { codes: [1], says: passing }, 2, 'failed'],
])('%s', async (_, ending, times, expected) => {
  const world = worldWith({ ...ending, results });
  const outcome = await verify(world, buildx, request).then(
    () => 'verified',
    (error: Failure) => (error.problems[0]?.station === 'build' ? 'failed' : error),
  );
  expect([outcome, world.ran]).toEqual([expected, Array<string>(times).fill('image verify')]);
  expect(world.waits).toHaveLength(times - 1);
});

test('who hears the lines is asked anew for each attempt: buildx numbers its steps from the beginning', async () => {
  const world = worldWith({ codes: [1, 0], says: passing, results });
  const heard: string[][] = [];
  const onAttempt = () => {
    const lines: string[] = [];
    heard.push(lines);
    return (line: string) => void lines.push(line);
  };
  await verify(world, buildx, { ...request, onAttempt });
  expect(heard).toEqual([['#1 begins'], ['#1 begins']]);
});

test('a build that fails is a build’s problem', async () => {
  await expect(verify(worldWith({ codes: [1] }), buildx, request)).rejects.toMatchObject({
    problems: [{ station: 'build', about: 'demo', message: 'The image of demo could not be built.' }],
  });
});

test('switched off, the image is built and nothing is claimed', async () => {
  const world = worldWith({});
  const off = { ...request, targets: ['image'], platforms: [] };
  expect(await verify(world, buildx, off)).toEqual({ image, content, platforms: [] });
  expect(world.ran).toEqual(['image']);
});
