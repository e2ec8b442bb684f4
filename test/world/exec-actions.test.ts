import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { toolkitRunner } from '../../src/world/exec-actions.ts';

const folder = mkdtempSync(join(tmpdir(), 'exec actions-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'bin'));
const program = join(folder, 'bin', 'say');
writeFileSync(program, '#!/bin/sh\necho "$# $1 $A $B $INPUT_SECRET"; pwd; cat; echo wrong >&2; exit 3\n');
chmodSync(program, 0o755);

test('passes arguments, folder, input and environment, without the inputs of the step', async () => {
  const said = vi.spyOn(process.stdout, 'write');
  const run = toolkitRunner({ PATH: process.env['PATH'], A: 'a', B: 'b', INPUT_SECRET: 'hidden' });
  const ran = await run({ program, args: ['two words', ''], cwd: folder, env: { B: 'more' }, input: 'in\n' });
  expect(ran).toEqual({ code: 3, stdout: `2 two words a more \n${folder}\nin\n`, stderr: 'wrong\n' });
  expect(said).not.toHaveBeenCalled();
  said.mockRestore();
});

test('gives 127 for a missing program', async () => {
  expect(await toolkitRunner(process.env)({ program: 'no-such-program', args: [] })).toEqual({
    code: 127,
    stdout: '',
    stderr: expect.stringContaining('no-such-program'),
  });
});
