import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { markOf } from '../../src/names/run-mark.ts';
import { systemMachine } from '../../src/world/machine.ts';

let folder: string;
const machine = systemMachine();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'machine-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('knows whether the process of a mark runs', () => {
  const { pid } = spawnSync('true');
  expect([
    machine.isRunning(machine.mark),
    machine.isRunning(markOf(1, hostname())),
    machine.isRunning(markOf(pid, hostname())),
    machine.isRunning(markOf(process.pid, `not ${hostname()}`)),
  ]).toEqual([true, true, false, undefined]);
});

test.runIf(process.platform === 'linux')('reads the command lines of processes', async () => {
  expect(await machine.commandLines()).toContainEqual(expect.stringContaining('vitest'));
});

test('measures a folder with all below it, and follows no link', async () => {
  const [whole, elsewhere] = [join(folder, 'whole'), join(folder, 'elsewhere')];
  for (const path of [whole, join(whole, 'below'), elsewhere]) await mkdir(path);
  await writeFile(join(elsewhere, 'large'), Buffer.alloc(1_000_000, 1));
  await symlink(elsewhere, join(whole, 'link'));
  await writeFile(join(whole, 'below', 'file'), Buffer.alloc(100_000, 1));
  const later = new Date('2100-01-01T00:00:00Z');
  await utimes(join(whole, 'below', 'file'), later, later);
  const measured = await machine.measure(whole);
  expect(measured).toMatchObject({ kind: 'folder', changed: later.getTime(), isOwn: true });
  expect(measured!.bytes).toBeGreaterThanOrEqual(100_000);
  expect(measured!.bytes).toBeLessThan(500_000);
  expect(await machine.measure(join(whole, 'link'))).toMatchObject({ kind: 'link' });
  expect(await machine.measure(join(whole, 'none'))).toBeUndefined();
});

test('removes a folder with all below it, but not what a link leads to', async () => {
  const [gone, stays] = [join(folder, 'gone'), join(folder, 'stays')];
  for (const path of [gone, stays]) await mkdir(path);
  await writeFile(join(stays, 'file'), '');
  await symlink(stays, join(gone, 'link'));
  await machine.removeAll(gone);
  await machine.removeAll(gone);
  expect([existsSync(gone), existsSync(join(stays, 'file'))]).toEqual([false, true]);
});
