/** What runs leave on this machine, and `clean --local`: a builder, images, folders of a run that was killed. Costs 40 s. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markedName, markIn, markOf } from '../../src/names/run-mark.ts';
import type { LocalReport } from '../../src/report/clean-local.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { build, builders, cli, fresh, must, registry, run, start } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'e2e-clean-'));
const [temporary, cache] = [join(folder, 'tmp'), join(folder, 'cache')];
const env = {
  TMPDIR: temporary,
  RUNNER_TEMP: '',
  XDG_CACHE_HOME: cache,
  BUILDX_CONFIG: join(folder, 'buildx'),
};
const repository = fresh('clean-local');
const options = [
  '--package=six',
  '--python-version=3.13',
  '--target-base=slim',
  '--platform=linux/amd64',
  '--verify=off',
];
const [alone, held] = ['1.17.0', '1.16.0'].map(
  (version) => `${registry}/${repository}:py3.13-slim-${version}`,
) as [string, string];
const derived = `${repository}-derived:latest`;
const stopped = repository.replaceAll('/', '-');
const builderOf = (pid: number, name: string): string =>
  markedName(markOf(pid, hostname()), `${name}${Date.now().toString(36)}`);
const [left, used] = [builderOf(spawnSync('true').pid, 'left'), builderOf(process.pid, 'used')];

beforeAll(async () => {
  await must('mkdir', ['-p', temporary]);
  for (const version of ['1.17.0', '1.16.0'])
    await build(repository, [...options, `--package-version=${version}`], env);
  for (const image of [alone, held]) await must('docker', ['pull', '--quiet', image]);
  await must('docker', ['container', 'create', `--name=${stopped}`, held]);
  await must('bash', [
    '-c',
    `printf 'FROM ${held}\\nENV A=b\\n' | docker buildx build --load --tag=${derived} -`,
  ]);
  for (const name of [left, used])
    await must('docker', ['buildx', 'create', `--name=${name}`, '--driver=docker-container', '--bootstrap'], {
      env,
    });
  const killed = start(
    ['build', ...options, '--package-version=1.15.0', `--output=${folder}/image`],
    env,
    () => {
      if (readdirSync(temporary).length > 0) killed.kill();
    },
  );
  await killed.ended;
});
afterAll(async () => {
  await run('docker', ['container', 'rm', stopped]);
  await run('docker', ['image', 'rm', derived, held, alone]);
  for (const name of [left, used]) await run('docker', ['buildx', 'rm', '--force', name], { env });
  rmSync(folder, { recursive: true, force: true });
});

const names = [left, used, alone, held, derived, cache, temporary];
/** Of what this test made its kind, and why it stays. */
const foundIn = (stdout: string): [string, string | undefined, boolean | undefined][] =>
  (JSON.parse(stdout) as LocalReport).machine
    .filter((item) => names.some((name) => item.names[0].includes(name)))
    .map(({ kind, stays, removed }) => [kind, stays, removed]);
const imagesThere = async (): Promise<string[]> => {
  const there = await Promise.all(
    [alone, held, derived].map((image) => run('docker', ['image', 'inspect', image])),
  );
  return [alone, held, derived].filter((_, at) => there[at]?.code === 0);
};

test('lists what runs left, and why the rest stays', async () => {
  const command = commandOn('docs/clean-machine.md', / clean --local --dry-run$/);
  const { code, stdout } = await cli([...argumentsOf(command), '--json'], { env });
  expect(code).toBe(0);
  expect(foundIn(stdout)).toEqual([
    ['builder', undefined, undefined],
    ['builder', 'in use', undefined],
    ['image', undefined, undefined],
    ['image', 'container', undefined],
    ['image', 'derived', undefined],
    ['facts', undefined, undefined],
    ...(readdirSync(join(cache, 'python-image-builder')).includes('pages-1')
      ? [['pages', undefined, undefined]]
      : []),
    ...(readdirSync(join(cache, 'python-image-builder')).includes('tools')
      ? [['uv', undefined, undefined]]
      : []),
    ...readdirSync(temporary).map(() => ['temporary', undefined, undefined]),
  ]);
  const builder = (JSON.parse(stdout) as LocalReport).machine.find((item) => item.names[0] === left);
  expect(builder?.bytes).toBeGreaterThan(0);
  expect(readdirSync(temporary).map((name) => markIn(name)?.pid)).toContainEqual(expect.any(Number));
});

test('what was used lately stays, where an age is given', async () => {
  const command = commandOn('docs/clean-machine.md', / clean --local --older /);
  const { code } = await cli(argumentsOf(command), { env });
  expect([code, (await imagesThere()).length, (await builders(env)).includes(left)]).toEqual([0, 3, true]);
});

test('removes what no run uses, and nothing else', async () => {
  const { code, stdout } = await cli(['clean', '--local', '--yes', '--json'], { env });
  expect(code, stdout).toBe(0);
  expect(
    foundIn(stdout).filter(([, stays, removed]) => (stays === undefined) !== (removed === true)),
  ).toEqual([]);
  expect(await imagesThere()).toEqual([held, derived]);
  const still = await builders(env);
  expect([still.includes(left), still.includes(used)]).toEqual([false, true]);
  const volumes = await must('docker', ['volume', 'ls', '--quiet']);
  expect([volumes.includes(left), volumes.includes(used)]).toEqual([false, true]);
  expect([readdirSync(temporary), readdirSync(join(cache, 'python-image-builder'))]).toEqual([[], []]);
});
