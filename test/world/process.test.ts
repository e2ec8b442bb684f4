import { afterEach, expect, test } from 'vitest';
import { Interrupted } from '../../src/ports.ts';
import { processGroups } from '../../src/world/groups.ts';
import { processRunner } from '../../src/world/process.ts';
import { gone } from './gone.ts';

const groups = processGroups(300);
const controller = (): AbortController => new AbortController();
const env = { PATH: process.env['PATH'], INPUT_REGISTRY_PASSWORD: 'secret', SIGN_KEY: 'key', KEPT: 'kept' };
const run = processRunner(controller().signal, groups, env);
const sh = (script: string): { program: string; args: string[] } => ({ program: 'sh', args: ['-c', script] });

afterEach(() => groups.kill());

test.each([
  ['a success', sh('echo out; echo err >&2'), { code: 0, stdout: 'out\n', stderr: 'err\n' }],
  ['an exit code', sh('exit 7'), { code: 7, stdout: '', stderr: '' }],
  ['a signal', sh('kill -9 $$'), { code: 137, stdout: '', stderr: '' }],
  ['input', { program: 'cat', args: [], input: 'ünï' }, { code: 0, stdout: 'ünï', stderr: '' }],
  [
    'input that nobody reads',
    { program: 'true', args: [], input: 'x'.repeat(1e6) },
    { code: 0, stdout: '', stderr: '' },
  ],
  [
    'arguments reach the program as they are',
    { program: 'printf', args: ['%s|', '$(id)', '`id`', 'a b', '; id'] },
    { code: 0, stdout: '$(id)|`id`|a b|; id|', stderr: '' },
  ],
  [
    "the environment without the step's inputs",
    { ...sh('echo "$INPUT_REGISTRY_PASSWORD$SIGN_KEY:$KEPT:$OWN"'), env: { OWN: 'own' } },
    { code: 0, stdout: ':kept:own\n', stderr: '' },
  ],
  ['a folder', { program: 'pwd', args: [], cwd: '/' }, { code: 0, stdout: '/\n', stderr: '' }],
  [
    'no such program',
    { program: 'no-such-program', args: [] },
    { code: 127, stdout: '', stderr: 'no-such-program: not found on PATH\n' },
  ],
  [
    'no such folder',
    { program: 'true', args: [], cwd: '/no/such' },
    { code: 127, stdout: '', stderr: 'true: not found on PATH, or its folder /no/such does not exist\n' },
  ],
  [
    'no program',
    { program: '/etc/passwd', args: [] },
    { code: 126, stdout: '', stderr: '"/etc/passwd" could not be started: this user may not (EACCES)\n' },
  ],
  [
    'a program below a file',
    { program: '/etc/passwd/docker', args: [] },
    {
      code: 126,
      stdout: '',
      stderr:
        '"/etc/passwd/docker" could not be started: a file stands where a folder above it should be (ENOTDIR)\n',
    },
  ],
  [
    'more arguments than the system takes',
    { program: 'true', args: ['x'.repeat(3_000_000)] },
    { code: 126, stdout: '', stderr: '"true" could not be started: its arguments are too long (E2BIG)\n' },
  ],
])('runs: %s', async (_, command, expected) => {
  expect(await run(command)).toEqual(expected);
});

test('passes on whole lines as they are printed, and the last one without its end', async () => {
  const lines: [string, string][] = [];
  await run(
    sh(
      String.raw`printf 'a'; sleep 0.1; printf 'b\r\nc\rd\n\ne'; sleep 0.1; printf '\303' >&2; sleep 0.1; printf '\274\n' >&2`,
    ),
    {
      onLine: (line, stream) => lines.push([stream, line]),
    },
  );
  expect(lines.toSorted(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))).toEqual([
    ['stderr', 'ü'],
    ['stdout', 'ab'],
    ['stdout', 'c'],
    ['stdout', 'd'],
    ['stdout', ''],
    ['stdout', 'e'],
  ]);
});

test('keeps the end of a long output', async () => {
  const { stdout } = await run(sh('head -c 9000000 /dev/zero | tr "\\0" x; echo end'));
  expect([stdout.length, stdout.slice(-5)]).toEqual([4_000_000, 'xend\n']);
});

test('ends the whole group after the time limit', async () => {
  const { code, stdout } = await run(sh('sleep 60 & echo $!; wait'), { timeout: 200 });
  expect([code, await gone(Number(stdout))]).toEqual([124, true]);
});

test('kills a program that ignores SIGTERM', async () => {
  const { code, stdout } = await run(sh('trap "" TERM; echo $$; while :; do sleep 0.1; done'), {
    timeout: 200,
  });
  expect([code, await gone(Number(stdout))]).toEqual([124, true]);
});

test('does not wait for a child that keeps the streams open', async () => {
  const started = Date.now();
  const { code } = await run(sh('sleep 20 & exit 3'));
  expect([code, Date.now() - started < 6000]).toEqual([3, true]);
});

test('ends the group after an interruption, and rejects with its reason', async () => {
  const interrupt = controller();
  const reason = new Interrupted('SIGINT');
  let pid = 0;
  const running = processRunner(
    interrupt.signal,
    groups,
    env,
  )(sh('sleep 60 & echo $!; wait'), {
    onLine: (line) => {
      pid = Number(line);
      interrupt.abort(reason);
    },
  });
  await expect(running).rejects.toBe(reason);
  expect(await gone(pid)).toBe(true);
});

test('starts only cleanup after an interruption', async () => {
  const interrupt = controller();
  const reason = new Interrupted('SIGTERM');
  interrupt.abort(reason);
  const interrupted = processRunner(interrupt.signal, groups, env);
  await expect(interrupted(sh('true'))).rejects.toBe(reason);
  expect(await interrupted(sh('echo back'), { cleanup: true })).toEqual({
    code: 0,
    stdout: 'back\n',
    stderr: '',
  });
});
