/** The command line as a process: what goes to which stream, and the exit code. It builds nothing. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ownOptions } from '../../src/inputs/option-table.ts';
import { optionOf, writtenOption } from '../../src/inputs/row.ts';
import { inputTable } from '../../src/inputs/table.ts';
import { answer, type FaultyServer, startFaulty } from '../support/faults.ts';

let server: FaultyServer;
let folder: string;
beforeAll(async () => {
  server = await startFaulty({ 'GET /simple/*': answer(404) });
  folder = await mkdtemp(join(tmpdir(), 'cli-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** @param programs folder of the Dockerfiles. */
const scriptOf = (programs: string): string => `
  import { cli } from ${JSON.stringify(resolve('src/main.ts'))};
  await cli(${JSON.stringify(programs)});`;
// With --eval there is no script in the arguments: a word stands for it.
const node = (programs: string, args: readonly string[]): string[] => [
  '--input-type=module',
  '--eval',
  scriptOf(programs),
  'cli',
  ...args,
];

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly programs?: string;
}

function runWith(
  { env: more = {}, programs = resolve('dockerfiles') }: RunOptions,
  ...args: readonly string[]
): Promise<{ code: number; stdout: string; stderr: string }> {
  const env = { PATH: process.env['PATH'], HOME: folder, DOCKER_HOST: 'unix:///no/such/socket', ...more };
  return new Promise((done) => {
    const child = execFile(process.execPath, node(programs, args), { env }, (_, stdout, stderr) =>
      done({ code: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}
const run = (...args: readonly string[]) => runWith({}, ...args);

const building = () => [
  'build',
  '--package=six',
  '--package-version=1.17.0',
  `--index-url=${server.origin}/simple`,
];
const build = (...options: readonly string[]) => run(...building(), ...options);

describe('with --json', () => {
  test('the report alone is on the standard output, and the log on the standard error', async () => {
    const [plain, json] = await Promise.all([build(), build('--json')]);
    const went = /^> plan\n {2}plan: [\d.]+ s\n/;
    expect([plain.code, plain.stderr]).toEqual([3, expect.stringMatching(went)]);
    expect([json.code, json.stderr]).toEqual([3, expect.stringMatching(went)]);
    expect(JSON.parse(json.stdout)).toMatchObject({ outcome: 'failed' });
  });

  test.each<readonly [string, readonly string[], string]>([
    [
      'of inputs',
      ['wheels', '--wheel-store=ftp://x'],
      'x Input: wheel_store\n  --wheel-store: "ftp://x" is a URL: write',
    ],
    [
      'of a run',
      ['wheels', '--wheel-store=/etc/passwd'],
      'x Input: wheel_store\n  /etc/passwd is a file: wheel_store names',
    ],
  ])('problems %s are on both', async (_, args, words) => {
    const { code, stdout, stderr } = await run(...args, '--json');
    const { problems } = JSON.parse(stdout) as { problems: readonly unknown[] };
    expect({ code, problems: problems.length, stderr }).toEqual({
      code: 2,
      problems: 1,
      stderr: expect.stringContaining(words),
    });
  });
});

/** Exit code of Node alone with words behind the script. */
const nodeWith = (...words: readonly string[]): Promise<number> =>
  new Promise((done) => {
    const child = execFile(process.execPath, ['--eval', '0', 'cli', ...words], () =>
      done(child.exitCode ?? -1),
    );
  });

// Node looks for some of its own options, like --env-file, in all words of its command line.
test('Node takes none of our options for its own', async () => {
  const options = [
    ...inputTable.flatMap((row) => [optionOf(row.name), writtenOption(row)]),
    ...ownOptions.map(({ name }) => `--${name}`),
  ];
  const codes = await Promise.all([
    nodeWith(...options.map((option) => `${option}=/no/such/file`)),
    nodeWith(...options.flatMap((option) => [option, '/no/such/file'])),
    nodeWith('--env-file=/no/such/file'),
  ]);
  expect(codes).toEqual([0, 0, 9]);
});

test('logs every command and request with --debug, and none without', async () => {
  const [plain, debug] = await Promise.all([build(), build('--debug')]);
  const told = /^(?:command \d+: .*|GET .*)$/gm;
  expect(plain.stderr.match(told)).toBeNull();
  const lines = debug.stderr.match(told)?.map((line) => line.replace(/\d+ ms$/, 'TIME')) ?? [];
  expect(lines).toEqual(
    expect.arrayContaining([
      `GET ${server.origin}/simple/six/: 404, TIME`,
      'GET /info of the engine: no answer, TIME',
      expect.stringMatching(/^command \d+: docker buildx version$/),
      expect.stringMatching(/^command \d+: exit code \d+, [\d.]+ s$/),
    ]),
  );
});

test('help about what is no command is a mistake, as the command itself is', async () => {
  const { code, stdout, stderr } = await run('help', 'biuld', '--json');
  const message = '"biuld" is not a command. Did you mean "build"?';
  expect({ code, stderr }).toEqual({ code: 2, stderr: `x Input\n  ${message}\n` });
  expect(JSON.parse(stdout)).toEqual({ outcome: 'failed', problems: [{ station: 'input', message }] });
});

describe('wrong inputs are said alike, wherever they are found', () => {
  test.each<readonly [string, RunOptions, readonly string[], string]>([
    ['on the command line', {}, ['build', '--package=six'], 'package_version'],
    [
      'among the files',
      {},
      ['build', '--package=six', '--package-version=1.17.0', '--ca-bundle=/none'],
      'ca_bundle',
    ],
    [
      'in the environment',
      { env: { https_proxy: 'http://[' } },
      ['build', '--package=six', '--package-version=1.17.0'],
      'proxy',
    ],
    [
      'in the place of the report, before anything is looked up',
      {},
      [
        'build',
        '--package=six',
        '--package-version=1.17.0',
        '--report-file=/etc',
        '--index-url=http://127.0.0.1:1/',
      ],
      'report_file',
    ],
    ['in the store of wheels', {}, ['wheels', '--wheel-store=/etc/passwd'], 'wheel_store'],
  ])('%s', async (_, options, args, about) => {
    const [plain, json] = [await runWith(options, ...args), await runWith(options, ...args, '--json')];
    const complaint = expect.stringMatching(new RegExp(`^x Input: ${about}\n(?:  \\S.*\n)+$`)) as string;
    expect([plain, { ...json, stdout: '' }]).toEqual(
      Array(2).fill({ code: 2, stdout: '', stderr: complaint }),
    );
    expect(JSON.parse(json.stdout)).toEqual({
      outcome: 'failed',
      problems: [{ station: 'input', about, message: expect.any(String) as string }],
    });
  });
});

test('an interruption of a command without a report is no internal error', async () => {
  const hanging = createServer(() => void child.kill('SIGINT')).listen(0, '127.0.0.1');
  await once(hanging, 'listening');
  const { port } = hanging.address() as AddressInfo;
  const env = { PATH: process.env['PATH'], HOME: folder, DOCKER_HOST: 'unix:///no/such/socket' };
  const store = `--wheel-store=127.0.0.1:${port}/a/b`;
  let stderr = '';
  const child = execFile(process.execPath, node(resolve('dockerfiles'), ['wheels', store]), { env });
  child.stderr!.on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  hanging.closeAllConnections();
  hanging.close();
  expect([child.exitCode, stderr]).toEqual([130, 'Interrupted by SIGINT.\n']);
});

test.each([
  ['interruption', [], 5],
  ['interruption', [{ station: 'registry', message: 'It refused.' }], 4],
] as const)(
  'a job that ended by an %s, and what else failed, %j, is told with exit code %i',
  async (station, more, code) => {
    const reports = await mkdtemp(join(folder, 'reports-'));
    const ended = { station, message: 'What was running was ended.' };
    const written = { images: [], problems: [ended, ...more], notes: [], timeline: [] };
    await writeFile(join(reports, 'report.json'), JSON.stringify(written));
    const ran = await run('report', reports);
    expect([ran.code, ran.stdout.includes(ended.message)]).toEqual([code, true]);
  },
);

test('shows the help of the command wheels', async () => {
  const { code, stdout, stderr } = await run('wheels', '--help');
  expect({ code, stderr, first: stdout.split('\n')[0], build: stdout.includes('--package') }).toEqual({
    code: 0,
    stderr: '',
    first: 'Usage: python-image-builder wheels [--wheel-store STORE] [--unused-for AGE] [--dry-run]',
    build: false,
  });
});

describe('streams that fail', () => {
  /** As a shell has it: what stands after the command is where its streams lead. */
  const shell = (streams: string, ...args: readonly string[]) =>
    new Promise<{ code: number; stderr: string }>((done) => {
      const all = node(resolve('dockerfiles'), args);
      const env = { ...process.env, HOME: folder };
      const line = `set -o pipefail; "$0" "$@" ${streams}`;
      const child = execFile('bash', ['-c', line, process.execPath, ...all], { env }, (_, __, stderr) =>
        done({ code: child.exitCode ?? -1, stderr }),
      );
    });

  test('a closed standard output is no error', async () => {
    expect(await shell('| (exec 0<&-; sleep 1)', 'build', '--help')).toEqual({ code: 0, stderr: '' });
  });
  test('a closed standard error is no error, and the exit code stays', async () => {
    const { code } = await shell('2> >(exec 0<&-; sleep 1) >/dev/null', 'build', '--package=a b');
    expect(code).toBe(2);
  });
  test('reports a full disk', async () => {
    expect(await shell('>/dev/full', 'build', '--help')).toEqual({
      code: 7,
      stderr:
        'The standard output could not be written: no space is left on the device (ENOSPC). Make room, or name another place.\n',
    });
  });
  test('refuses a folder as the source of the password', async () => {
    const { code, stderr } = await shell('</', 'build', '--package=six', '--registry-password-stdin');
    // The mark before it is the terminal's.
    expect({ code, words: stderr.trim().split(/\s+/).slice(1).join(' ') }).toEqual({
      code: 2,
      words:
        'Input: registry-password-stdin The standard input could not be read: it is a folder (EISDIR). The password is read from there: pipe it in, as in "printenv TOKEN | python-image-builder …".',
    });
  });
});

describe('folders that cannot be used', () => {
  const wayOut = 'It is for temporary files: TMPDIR, on a runner RUNNER_TEMP, names another one\\.';
  test.each([
    ['TMPDIR', '/proc/none'],
    ['RUNNER_TEMP', '/etc/passwd'],
  ])('%s=%s', async (name, path) => {
    const { code, stdout, stderr } = await runWith(
      { env: { [name]: path, REGISTRY_PASSWORD: 'password' } },
      ...building(),
      '--registry-username=me',
      '--json',
    );
    const { problems } = JSON.parse(stdout) as { readonly problems: readonly unknown[] };
    expect({ code, problems, internal: stderr.includes('Internal') }).toEqual({
      code: 7,
      problems: [
        {
          station: 'machine',
          about: 'temporary folder',
          message: expect.stringMatching(new RegExp(`^"${path}" could not be used: .*\\. ${wayOut}$`)),
        },
      ],
      internal: false,
    });
  });

  test('reports a working folder that is gone', async () => {
    const gone = await mkdtemp(join(folder, 'gone-'));
    // With --eval it is Node that fails.
    const file = join(folder, 'cli.mjs');
    await writeFile(file, scriptOf(resolve('dockerfiles')));
    const args = [file, 'wheels', '--wheel-store=./wheels'];
    const line = 'cd "$1" && rmdir "$1" && shift && exec "$0" "$@"';
    const ended = await new Promise((done) => {
      const child = execFile('bash', ['-c', line, process.execPath, gone, ...args], (_, __, stderr) =>
        done({ code: child.exitCode, stderr }),
      );
    });
    expect(ended).toEqual({
      code: 7,
      stderr: 'The working folder could not be read: it is not there (ENOENT). Change into another.\n',
    });
  });

  test('reports a proxy that is no URL, without its value', async () => {
    const { code, stderr } = await runWith({ env: { http_proxy: 'secret' } }, 'wheels');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr:
        'x Input: proxy\n  A proxy that http_proxy names cannot be used: write it as a URL, like\n  "http://proxy.example.org:3128".\n',
    });
  });

  test('names a missing part of this program', async () => {
    const { code, stdout } = await runWith({ programs: '/proc/none' }, ...building(), '--json');
    expect([code, (JSON.parse(stdout) as { problems: unknown }).problems]).toEqual([
      7,
      [
        {
          station: 'machine',
          about: '/proc/none/Dockerfile',
          message:
            '/proc/none/Dockerfile is not there, which is a part of Python Image Builder: get it anew.',
        },
      ],
    ]);
  });
});
