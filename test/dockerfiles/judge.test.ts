/** What `judge.py` makes of the results that `run.sh` left. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, runProgram } from './programs.ts';

interface Given {
  readonly steps?: Readonly<Record<string, string>>;
  /** Files of the folder of results. */
  readonly ran?: Readonly<Record<string, string>>;
  readonly starts?: boolean;
}

const entry = { name: 'entry', seconds: 0.5, message: '', findings: [], skipped: [] };

async function judged({ steps = {}, ran = {}, starts = false }: Given): Promise<unknown> {
  const at = await folder();
  await mkdir(join(at, 'ran'));
  await writeFile(
    join(at, 'survey.json'),
    JSON.stringify({ checks: [entry], steps, carries: { starts, compilers: ['gcc'], caches: [] } }),
  );
  for (const [name, content] of Object.entries({ machine: 'aarch64\n', ...ran }))
    await writeFile(join(at, 'ran', name), content);
  const out = join(at, 'verify.json');
  const ended = await runProgram('judge.py', [join(at, 'survey.json'), join(at, 'ran'), out]);
  expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  return JSON.parse(await readFile(out, 'utf8'));
}

const step = (name: string, code: number, output: string, seconds = 2): Record<string, string> => ({
  [`${name}.code`]: `${code}\n`,
  [`${name}.output`]: output,
  [`${name}.seconds`]: `${seconds}\n`,
});
const found = (kind: string, subject: string, message: string) => ({ kind, subject, message, advice: '' });
const check = (name: string, message: string, findings: readonly object[] = []) => ({
  ...entry,
  name,
  seconds: 2,
  message,
  findings,
});
const started = { ...entry, message: '/app is /app', seconds: 2.5 };

test.each<[string, Given, object]>([
  ['nothing was to be run', {}, { python: '', checks: [entry] }],
  [
    'the loader finds all libraries',
    { steps: { entry: '/app is /app' }, ran: step('entry', 0, '\tlibc.so.6 => /lib/libc.so.6\n') },
    { python: '', checks: [started] },
  ],
  [
    'the loader of glibc lacks some',
    {
      steps: { entry: '/app is /app' },
      ran: step(
        'entry',
        0,
        '\tlibone.so.1 => not found\n\tlibtwo.so.2 => not found\n\tlibone.so.1 => not found\n',
      ),
    },
    {
      python: '',
      checks: [
        {
          ...started,
          findings: [
            found(
              'entry-library',
              'entry',
              'what the image starts needs libone.so.1, libtwo.so.2, which are not in the image',
            ),
          ],
        },
      ],
    },
  ],
  [
    'the loader of musl lacks one',
    {
      steps: { entry: '/app is /app' },
      ran: step(
        'entry',
        127,
        'Error loading shared library libone.so.1: No such file or directory (needed by /app)\n',
      ),
    },
    {
      python: '',
      checks: [
        {
          ...started,
          findings: [
            found(
              'entry-library',
              'entry',
              'what the image starts needs libone.so.1, which is not in the image',
            ),
          ],
        },
      ],
    },
  ],
  [
    'the loader refuses it',
    { steps: { entry: '/app is /app' }, ran: step('entry', 1, "app: version `GLIBC_9' not found\n") },
    {
      python: '',
      checks: [
        {
          ...started,
          findings: [
            found(
              'entry-load',
              'entry',
              "the loader refuses what the image starts: exit code 1\napp: version `GLIBC_9' not found",
            ),
          ],
        },
      ],
    },
  ],
  [
    'a command and a test succeed',
    {
      steps: { command: 'tool --version', test: 'test.sh' },
      ran: { ...step('command', 0, 'tool 1.0\n'), ...step('test', 0, '') },
    },
    {
      python: '',
      checks: [entry, check('command', 'tool 1.0'), check('test', '`test.sh` ended well, without output')],
    },
  ],
  [
    'both fail, the test because it did not end',
    {
      steps: { command: 'tool --version', test: 'test.sh' },
      ran: { ...step('command', 127, 'sh: tool: not found\n'), ...step('test', 137, 'waiting\n', 300) },
    },
    {
      python: '',
      checks: [
        entry,
        check('command', '', [
          found('command-failed', 'tool --version', '`tool --version`: exit code 127\nsh: tool: not found'),
        ]),
        {
          ...check('test', '', [
            found('test-failed', 'test.sh', '`test.sh`: did not end in 300 seconds\nwaiting'),
          ]),
          seconds: 300,
        },
      ],
    },
  ],
  [
    'a step was never reached',
    { steps: { test: 'test.sh' } },
    {
      python: '',
      checks: [
        entry,
        {
          ...check('test', '', [found('test-failed', 'test.sh', '`test.sh`: it was not run\n')]),
          seconds: 0,
        },
      ],
    },
  ],
  [
    'the checks of its Python are put between',
    {
      steps: { python: '/usr/bin/python3', test: 'test.sh' },
      ran: {
        ...step('python', 0, ''),
        'python.json': JSON.stringify({ python: '3.13.9', checks: [check('interpreter', 'Python 3.13.9')] }),
        ...step('test', 0, 'good\n'),
      },
    },
    {
      python: '3.13.9',
      checks: [entry, check('interpreter', 'Python 3.13.9'), check('test', 'good')],
    },
  ],
  [
    'its Python does not run them',
    { steps: { python: '/usr/bin/python3' }, ran: step('python', 1, 'SyntaxError\n') },
    {
      python: '',
      checks: [
        entry,
        {
          ...check('interpreter', '', [
            found(
              'interpreter-start',
              'python',
              '/usr/bin/python3 cannot run the checks: exit code 1\nSyntaxError',
            ),
          ]),
          seconds: 0,
        },
      ],
    },
  ],
])('%s', async (_, given, wanted) => {
  const carries = { root: false, compilers: ['gcc'], caches: [] };
  expect(await judged(given)).toEqual({ machine: 'aarch64', carries, ...wanted });
});

test.each([
  ['root, where it starts something', true, '0\n', true],
  ['root, where it holds files alone', false, '0\n', false],
  ['another account', true, '1000\n', false],
])('runs as %s', async (_, starts, user, root) => {
  expect(await judged({ starts, ran: { user } })).toMatchObject({ carries: { root } });
});
