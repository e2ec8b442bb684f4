import { spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Interrupted } from '../../src/ports.ts';
import { systemClock } from '../../src/world/clock.ts';
import type { Groups } from '../../src/world/groups.ts';
import { interruptions } from '../../src/world/interrupt.ts';
import { gone } from './gone.ts';

function fakes() {
  const done: string[] = [];
  const groups: Groups = {
    add: () => {},
    remove: () => {},
    end: (pid) => void done.push(`end ${pid}`),
    kill: () => void done.push('kill'),
  };
  const process = Object.assign(new EventEmitter(), {
    exit: (code: number) => void done.push(`exit ${code}`),
  });
  return { done, process, interruption: interruptions(groups, process) };
}

test('aborts at the first signal, kills and exits at the second', () => {
  const { done, process, interruption } = fakes();
  process.emit('SIGINT');
  expect([done, interruption.signal.reason]).toEqual([[], new Interrupted('SIGINT')]);
  process.emit('SIGTERM');
  expect(done).toEqual(['kill', 'exit 143']);
});

test('kills the remaining children when the process exits', () => {
  const { done, process } = fakes();
  process.emit('exit');
  expect(done).toEqual(['kill']);
});

test('listens to no signal after close', () => {
  const { process, interruption } = fakes();
  interruption.close();
  expect(process.eventNames()).toEqual([]);
});

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('gives %s the exit code %i', (signal, code) => {
  expect(new Interrupted(signal).exitCode).toBe(code);
});

test('sleep rejects when interrupted, with the reason', async () => {
  const controller = new AbortController();
  const sleeping = systemClock(controller.signal).sleep(60_000);
  const reason = new Interrupted('SIGINT');
  controller.abort(reason);
  await expect(sleeping).rejects.toBe(reason);
});

test('sleep resolves', async () => {
  await expect(systemClock(new AbortController().signal).sleep(1)).resolves.toBe(undefined);
});

test('ends the children and removes the temporary folders of a real process', async () => {
  const world = new URL('../../src/world/world.ts', import.meta.url).href;
  const script = `
    import { openWorld } from ${JSON.stringify(world)};
    const { world, close } = openWorld({ debug() {} }, { PATH: process.env.PATH });
    const folder = await world.files.temporary('interrupt');
    try {
      await world.run({ program: 'sh', args: ['-c', 'sleep 60 & echo $!; wait'] }, { onLine: (pid) => console.log(pid, folder) });
    } catch (error) {
      console.log(error.message);
      process.exitCode = error.exitCode;
    } finally {
      close();
    }`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (!output.includes('Interrupted')) child.kill('SIGTERM');
  });
  const [code] = (await once(child, 'close')) as [number];
  const [, pid, folder] = /^(\d+) (\S+)\nInterrupted by SIGTERM\.\n$/.exec(output) ?? [];
  expect([code, existsSync(folder!)]).toEqual([143, false]);
  expect(await gone(Number(pid))).toBe(true);
});
