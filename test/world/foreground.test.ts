import { EventEmitter } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Command } from '../../src/ports.ts';
import { type Foreground, runInForeground } from '../../src/world/foreground.ts';

const folder = mkdtempSync(join(tmpdir(), 'foreground-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = (text: string): Command => ({ program: process.execPath, args: ['-e', text] });
const nothing = script('');

function fakes() {
  const said: string[] = [];
  const events = new EventEmitter();
  const fake: Foreground & EventEmitter = Object.assign(events, {
    env: { ...process.env, INPUT_TOKEN: 's3cret', GIVEN: 'yes' },
    stderr: { write: (text: string) => (said.push(text), true) },
  });
  return { said, fake };
}

/** Until there is such a file. */
async function appears(path: string): Promise<void> {
  while (!existsSync(path)) await new Promise((resolve) => setTimeout(resolve, 20));
}

test.each<readonly [string, Command, number]>([
  ['that of the program', script('process.exit(7)'), 7],
  ['0', nothing, 0],
  ['that of a signal', script('process.kill(process.pid, "SIGKILL")'), 137],
  ['that of a program that is not there', { program: 'no-such-program', args: [] }, 127],
  [
    'of a program with the environment, without the inputs of a step',
    script('process.exit(process.env.GIVEN === "yes" && process.env.INPUT_TOKEN === undefined ? 3 : 4)'),
    3,
  ],
])('gives an exit code: %s', async (_, command, code) => {
  const { fake, said } = fakes();
  expect(await runInForeground(command, nothing, fake)).toBe(code);
  expect(said).toEqual(code === 127 ? ['no-such-program: spawn no-such-program ENOENT\n'] : []);
  expect(fake.eventNames()).toEqual([]);
});

test.each([
  ['SIGINT', true],
  ['SIGTERM', false],
  ['SIGHUP', false],
] as const)('passes %s on, and gives the exit code that comes of it', async (signal, hasTerminal) => {
  const { fake } = fakes();
  const ready = join(folder, `ready-${signal}`);
  const ended = runInForeground(
    script(
      `process.on(${JSON.stringify(signal)}, () => process.exit(9)); setInterval(() => {}, 1000); require('fs').writeFileSync(${JSON.stringify(ready)}, '')`,
    ),
    nothing,
    fake,
    { hasTerminal },
  );
  await appears(ready);
  fake.emit(signal);
  expect(await ended).toBe(9);
});

test('ends a program that does not stop', async () => {
  const { fake } = fakes();
  const pid = join(folder, 'pid');
  const ended = runInForeground(
    script(
      `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000); require('fs').writeFileSync(${JSON.stringify(pid)}, String(process.pid))`,
    ),
    script(`process.kill(Number(require('fs').readFileSync(${JSON.stringify(pid)}, 'utf8')), 'SIGKILL')`),
    fake,
    { hasTerminal: false, wait: 50 },
  );
  await appears(pid);
  fake.emit('SIGTERM');
  expect(await ended).toBe(137);
});

test('has a process group of its own without a terminal alone, so that it gets no signal twice', async () => {
  const { fake } = fakes();
  const group = "require('fs').readFileSync('/proc/self/stat', 'utf8').split(') ')[1].split(' ')[2]";
  const inGroup = script(`process.exit(${group} === String(process.pid) ? 1 : 2)`);
  expect(await runInForeground(inGroup, nothing, fake, { hasTerminal: false })).toBe(1);
  expect(await runInForeground(inGroup, nothing, fake, { hasTerminal: true })).toBe(2);
});
