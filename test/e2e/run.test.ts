/**
 * Builds into the store of the engine, and runs: console scripts of a project, and an image of a tree. It builds one
 * project and two Dockerfiles of one line, which nothing else shows. Costs 120 s.
 */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { cli, type Done, must, node, run } from './support.ts';

const workspace = mkdtempSync(join(tmpdir(), 'e2e-run-'));
const stored = basename(workspace).toLowerCase();

afterAll(async () => {
  rmSync(workspace, { recursive: true, force: true });
  const images = await must('docker', ['image', 'ls', '--format={{.Repository}}:{{.Tag}}']);
  const ours = images.split('\n').filter((name) => name.startsWith(`localhost/${stored}`));
  if (ours.length > 0) await run('docker', ['image', 'rm', '--force', ...ours]);
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), content);
  }
}

/** Decisions as the log has them: `foo-manage: keep`. */
const decisions = ({ stderr }: Done): string[] =>
  [...stderr.matchAll(/^(?:([\w-]+): )?(build|keep) +localhost\/\S*?([\w-]+):latest$/gm)].map(
    ([, , what, name]) => `${name}: ${what}`,
  );

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const project = (text: string): Readonly<Record<string, string>> => ({
  'pyproject.toml': `[build-system]
requires = ["setuptools>=77"]
build-backend = "setuptools.build_meta"
[project]
name = "foo"
version = "1.2.0"
[project.scripts]
foo-manage = "foo:manage"
foo-serve = "foo:serve"
foo-deaf = "foo:deaf"
[tool.setuptools]
packages = ["foo"]
`,
  'foo/__init__.py': `import http.server, os, signal, sys, time
def manage():
    print(${JSON.stringify(text)}, sys.argv[1:], os.environ.get("TOKEN"), os.environ.get("LEVEL"), os.getcwd(), os.getuid())
    print(sys.stdin.read(), end="")
    sys.exit(7)
def serve():
    def stop(number, frame):
        print("stopped by", number, flush=True)
        sys.exit(3)
    signal.signal(signal.SIGTERM, stop)
    server = http.server.HTTPServer(("", 8000), http.server.SimpleHTTPRequestHandler)
    print("ready", flush=True)
    server.serve_forever()
def deaf():
    print("ready", flush=True)
    time.sleep(600)
`,
});

const options = ['--python-version=3.13', '--image-name', `${stored}/foo`];

/** The command of a page, with what these tests say of the image among its options. */
function commandLine(which: RegExp, more: readonly string[], replaced: Readonly<Record<string, string>>) {
  const words = argumentsOf(commandOn('docs/run.md', which, replaced));
  const end = words.indexOf('--');
  return end < 0 ? [...words, ...more] : [...words.slice(0, end), ...more, ...words.slice(end)];
}

describe('a project', () => {
  const manage = commandLine(
    / run foo-manage -e /,
    [...options, '-e', 'LEVEL=a b', '-w', '/tmp', '-u', '1000'],
    {},
  );
  const env = { TOKEN: 's3cret' };
  let first: Done;

  beforeAll(async () => {
    await write(project('one'));
    first = await cli(manage, { cwd: workspace, env, input: 'from\nhere\n' });
  });

  test('is built, and its script run with arguments, environment and input; its exit code is passed on', () => {
    expect([first.code, first.stdout]).toEqual([
      7,
      "one ['migrate', '--verbose'] s3cret a b /tmp 1000\nfrom\nhere\n",
    ]);
    expect(decisions(first)).toEqual(['foo-base: build', 'foo-manage: build']);
  });

  test('is built a second time only where something changed', async () => {
    const same = await cli(manage, { cwd: workspace, env, input: '' });
    expect([same.code, decisions(same)]).toEqual([7, ['foo-base: keep', 'foo-manage: keep']]);
    await write(project('two'));
    const changed = await cli(manage, { cwd: workspace, env, input: '' });
    expect(changed.stdout).toMatch(/^two /);
    expect(decisions(changed)).toEqual(['foo-base: build', 'foo-manage: build']);
  });

  test('names its scripts where there is none of that name, and prints nothing else', async () => {
    const done = await cli(['run', 'manage', ...options], { cwd: workspace });
    expect([done.code, done.stdout]).toEqual([2, '']);
    expect(done.stderr.replaceAll(/\s+/g, ' ')).toContain(
      'NAME: the project has no console script "manage". It has foo-manage, foo-serve, foo-deaf.',
    );
  });

  interface Serving {
    readonly child: ChildProcessByStdio<null, Readable, Readable>;
    readonly ended: Promise<readonly [code: number | null, stdout: string]>;
  }

  /** Until it says that it is ready. */
  async function started(args: readonly string[]): Promise<Serving> {
    const child = spawn(node, [join(process.cwd(), 'dist/cli.js'), ...args], {
      cwd: workspace,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    const ended = new Promise<readonly [number | null, string]>((resolve) =>
      child.once('close', (code) => resolve([code, stdout])),
    );
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    await new Promise<void>((resolve, reject) => {
      child.stdout.on('data', (data: Buffer) => {
        stdout += data.toString();
        if (stdout.includes('ready')) resolve();
      });
      child.once('close', () => reject(new Error(stdout + stderr)));
    });
    return { child, ended };
  }

  const containers = async (): Promise<string[]> =>
    (await must('docker', ['ps', '--all', '--format={{.Image}}']))
      .split('\n')
      .filter((image) => image.startsWith(`localhost/${stored}`));

  test('answers on its port, and stops at a signal that it handles', async () => {
    const port = await freePort();
    const args = commandLine(/ run foo-serve -p /, options, { '8000:8000': `${port}:8000` });
    const { child, ended } = await started(args);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    child.kill('SIGTERM');
    expect(await ended).toEqual([3, 'ready\nstopped by 15\n']);
    expect(await containers()).toEqual([]);
  });

  test('is killed where it does not stop at a signal', async () => {
    const { child, ended } = await started(['run', 'foo-deaf', ...options]);
    child.kill('SIGTERM');
    expect(await ended).toEqual([137, 'ready\n']);
    expect(await containers()).toEqual([]);
  });
});

describe('a tree', () => {
  const leaf = (more = ''): string =>
    `FROM localhost/${stored}/base:main\nRUN echo leaf${more} >> /said\nENTRYPOINT ["cat", "/said"]\n`;
  const app = commandLine(/ run app /, [], { 'ghcr.io': 'localhost', 'example/images': stored });

  beforeAll(async () => {
    await write({
      'container/base/Dockerfile': 'FROM python:3.13-alpine\nRUN echo base > /said\n',
      'container/app/Dockerfile': leaf(),
      'container/other/Dockerfile': 'FROM python:3.13-alpine\nRUN false\n',
    });
    await must('git', ['init', '--quiet'], { cwd: workspace });
  });

  test('has an image built with the one that it stands on, and no other, and run', async () => {
    const done = await cli(app, { cwd: workspace });
    expect([done.code, done.stdout]).toEqual([0, 'base\nleaf\n']);
    expect(decisions(done)).toEqual(['base: build', 'app: build']);
    const again = await cli([...app, '--', '-n'], { cwd: workspace });
    expect(again.stdout.replaceAll(/[ \t]+/g, ' ')).toBe(' 1 base\n 2 leaf\n');
    expect(decisions(again)).toEqual(['base: keep', 'app: keep']);
  });

  test('has one built again on an image that is still right', async () => {
    await write({ 'container/app/Dockerfile': leaf(' two') });
    const done = await cli(app, { cwd: workspace });
    expect([done.code, done.stdout]).toEqual([0, 'base\nleaf two\n']);
    expect(done.stderr).toContain('base: build    because app, which stands on it, is built');
    const again = await cli(app, { cwd: workspace });
    expect(decisions(again)).toEqual(['base: keep', 'app: keep']);
  });

  test('says why an image cannot be built, on standard error, and runs nothing', async () => {
    const done = await cli(
      app.map((word) => (word === 'app' ? 'other' : word)),
      { cwd: workspace },
    );
    expect([done.code, done.stdout]).toEqual([5, '']);
    expect(done.stderr).toContain('RUN false');
  });
});
