import { describe, expect, test } from 'vitest';
import { verify, VerifyFailure } from '../../src/build/verify.ts';
import { Failure } from '../../src/errors.ts';
import type { ImageId } from '../../src/plan/image.ts';
import { inputsOf, recipeOfInputs } from '../support/cells.ts';
import { makeContent } from '../support/content.ts';
import { testWorld } from '../support/world.ts';

const recipe = recipeOfInputs(inputsOf({ platform: 'linux/amd64,linux/arm64' }));
const { platforms } = recipe.image;
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

/** What the checks leave, by the exporter's folder; a text as it is. */
type Results = Readonly<Record<string, unknown>>;

/** A world in which the checks of an image have left this, and of no other. */
function worldWith(results: Results, id = 'image') {
  const world = testWorld();
  const text = (result: unknown): string => (typeof result === 'string' ? result : JSON.stringify(result));
  return {
    ...world,
    files: {
      ...world.files,
      read: (path: string) => {
        const [, of, folder = ''] = /^\/w\/([^/]+)\/verified\/(?:(\S+)\/)?verify\.json$/.exec(path) ?? [];
        return Promise.resolve(of === id && folder in results ? text(results[folder]) : undefined);
      },
    },
  };
}
const of = (...checks: unknown[]) => ({ python: '3.13.1', machine: 'x', checks });
const content = makeContent({ amd64: ['a layer'], arm64: ['another'] });
const request = { recipe, folder: '/w', platforms, strict: false, content: () => Promise.resolve(content) };

test('all checks on all platforms', async () => {
  const world = worldWith({ linux_amd64: of(good), linux_arm64: of(good) });
  expect(await verify(world, request)).toEqual({
    recipe,
    content,
    platforms: platforms.map((platform) => ({ ...of(judged(good)), platform })),
  });
});

test.each<[string, Results, Partial<typeof request>, number]>([
  ['once it passed', { linux_amd64: of(good), linux_arm64: of(good) }, {}, 1],
  ['once, where nothing is run', {}, { platforms: [] }, 1],
  ['not where a check failed', { linux_amd64: of(good), linux_arm64: of(bad) }, {}, 0],
  ['not where a platform left no result', { linux_amd64: of(good) }, {}, 0],
])('what was verified is read %s', async (_, results, more, times) => {
  let reads = 0;
  const counted = () => {
    reads += 1;
    return Promise.resolve(content);
  };
  await verify(worldWith(results), { ...request, content: counted, ...more }).catch(() => undefined);
  expect(reads).toBe(times);
});

test('what cannot be read was not verified', async () => {
  const world = worldWith({ linux_amd64: of(good), linux_arm64: of(good) });
  const broken = new Failure([{ station: 'build', about: 'image', message: 'The archive is cut off.' }]);
  const work = verify(world, { ...request, content: () => Promise.reject(broken) });
  await expect(work).rejects.toBe(broken);
});

test('one of several images is judged by its own results', async () => {
  const results = { linux_amd64: of(good), linux_arm64: of(good) };
  const verifyOf = (id: string) =>
    verify(worldWith(results, 'child'), {
      ...request,
      recipe: { ...recipe, image: { ...recipe.image, id: id as ImageId } },
    });
  expect((await verifyOf('child')).platforms.map(({ platform }) => platform)).toEqual(platforms);
  await expect(verifyOf('parent')).rejects.toBeInstanceOf(VerifyFailure);
});

test('one failed check is one problem, and what passed elsewhere is kept', async () => {
  const world = worldWith({ linux_amd64: of(good), linux_arm64: of(good, bad) });
  const failure: unknown = await verify(world, request).catch((error: unknown) => error);
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
    const world = worldWith({ '': of({ ...bad, findings: [found] }) });
    const seen = await verify(world, { ...request, strict, platforms: ['linux/amd64'] }).then(
      (verified) => verified.platforms,
      (error: VerifyFailure) => error.platforms,
    );
    expect(seen[0]?.checks).toEqual([{ ...bad, ok, findings: [finding] }]);
  });
});

describe('an extension that does not load', () => {
  const symbol = { kind: 'import-symbol', subject: 'demo', message: 'x.so: undefined symbol: f' };
  const way = `${symbol.message}. It was cross-compiled, and compile: auto or emulate compiles it in another way.`;
  const crossed = (...names: string[]) => new Map([['linux/amd64' as const, new Set(names)]]);
  test.each([
    ['of a wheel that was cross-compiled', { distribution: 'tide' }, crossed('tide'), 'fatal', way],
    ['of a wheel of the index', { distribution: 'tide' }, crossed('demo'), 'warning', symbol.message],
    ['of nobody knows what: of the package itself', {}, crossed('demo'), 'fatal', way],
    ['where nothing was cross-compiled', { distribution: 'tide' }, undefined, 'warning', symbol.message],
    [
      'which the package works without',
      { kind: 'part-symbol', distribution: 'tide' },
      crossed('tide'),
      'warning',
      symbol.message,
    ],
  ])('%s', async (_, more, crossCompiled, severity, message) => {
    const found = { ...symbol, ...more };
    const world = worldWith({ '': of({ ...bad, findings: [found] }) });
    const asked = { ...request, platforms: ['linux/amd64'] as const };
    const seen = await verify(world, crossCompiled === undefined ? asked : { ...asked, crossCompiled }).then(
      (verified) => verified.platforms,
      (error: VerifyFailure) => error.platforms,
    );
    const { distribution: _of, ...shown } = { distribution: '', ...found };
    expect(seen[0]?.checks[0]?.findings).toEqual([{ ...shown, message, severity }]);
  });
});

describe('what the ENTRYPOINT printed is judged', () => {
  const ran = { arguments: ['spec'], expects: 'connector-spec', code: 0, stdout: '', stderr: '' };
  const spec = JSON.stringify({ type: 'SPEC', spec: { connectionSpecification: {} } });
  const left = { ...good, name: 'run', message: '' };
  const fault = {
    kind: 'run-failed',
    subject: 'spec',
    message: expect.stringMatching(/^The command spec gave no message of type SPEC\. /) as string,
    severity: 'fatal',
  };
  test.each([
    ['right', { stdout: `${spec}\n` }, { ...left, message: '`spec` printed what it must', ok: true }],
    ['wrong', { stdout: 'ready\n' }, { ...left, ok: false, findings: [fault] }],
  ])('%s', async (_, printed, expected) => {
    const world = worldWith({ '': of({ ...left, ran: { ...ran, ...printed } }) });
    const seen = await verify(world, { ...request, platforms: ['linux/amd64'] }).then(
      (verified) => verified.platforms,
      (error: VerifyFailure) => error.platforms,
    );
    expect(seen[0]?.checks).toEqual([expected]);
  });
});

test('of one platform the results are in no folder of its own', async () => {
  const world = worldWith({ '': of(good) });
  const verified = await verify(world, { ...request, platforms: ['linux/amd64'] });
  expect(verified.platforms).toEqual([{ ...of(judged(good)), platform: 'linux/amd64' }]);
});

test.each<[string, Results]>([
  ['none', {}],
  ['one that was cut off', { linux_arm64: '{"python": "3.1' }],
  ['one that is no result', { linux_arm64: [] }],
])('a platform that left no result is not verified: %s', async (_, left) => {
  const world = worldWith({ linux_amd64: of(good), ...left });
  const failure: unknown = await verify(world, request).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(VerifyFailure);
  expect((failure as VerifyFailure).problems).toEqual([
    { station: 'verify', about: 'linux/arm64', message: 'linux/arm64: the checks left no result.' },
  ]);
});

test('switched off, nothing is run and nothing is claimed', async () => {
  expect(await verify(worldWith({}), { ...request, platforms: [] })).toEqual({
    recipe,
    content,
    platforms: [],
  });
});
