import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { BaseFacts } from '../../src/lock/lock.ts';
import { requirementsFor, resolveOnHost } from '../../src/lock/resolve.ts';
import { splitRequirements } from '../../src/lock/split.ts';
import { findUv } from '../../src/lock/uv.ts';
import type { Platform } from '../../src/names/platform.ts';
import { defaultIndexUrl } from '../../src/package-index/read.ts';
import type { Command, Ran, World } from '../../src/ports.ts';
import { testWorld } from '../support/world.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const runReally = (command: Command): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(command.program, command.args, {
      cwd: command.cwd,
      env: { ...process.env, ...command.env },
    });
    const ran = { stdout: '', stderr: '' };
    child.stdout.on('data', (data: Buffer) => (ran.stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (ran.stderr += data.toString()));
    child.on('error', () => resolve({ code: 127, ...ran }));
    child.on('close', (code) => resolve({ code: code ?? 1, ...ran }));
  });

const world: World = {
  run: runReally,
  engine: async () => undefined,
  fetch,
  files: {
    ...testWorld().files,
    read: (path) => readFile(path, 'utf8').catch(() => undefined),
    write: async (path, content, mode) => {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, content, { mode });
    },
    temporary: async (name) => {
      const folder = await mkdtemp(join(tmpdir(), `${name}-`));
      folders.push(folder);
      return folder;
    },
  },
  clock: {
    now: Date.now,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  },
  log: {
    group: async (_, body) => body(),
    info: () => {},
    warn: () => {},
    debug: () => {},
    progress: () => {},
    hide: (text) => text,
  },
  env: process.env,
};

const cache = { refused: () => {} };
const facts = (platform: Platform, python: string): BaseFacts => ({
  platform,
  python,
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: {},
});

describe('with the real uv and the real index', { timeout: 120_000 }, () => {
  const resolve = async (requirements: string[], minor: string): ReturnType<typeof resolveOnHost> =>
    resolveOnHost(world, await findUv(world, { indexUrl: defaultIndexUrl, cache }), {
      requirements,
      python: { text: minor, minor },
      indexUrl: defaultIndexUrl,
      cache,
      constraints: [],
    });

  it("evaluates SQLAlchemy's marker for the target: no greenlet on arm/v7", async () => {
    const resolution = await resolve(['sqlalchemy==2.0.44'], '3.13');
    if (resolution.kind !== 'lock') throw new Error(resolution.why);
    const kinds = (platform: Platform): string[] =>
      splitRequirements(resolution.lock, facts(platform, '3.13.9')).requirements.map(
        ({ kind, name }) => `${kind} ${name}`,
      );
    expect({ amd64: kinds('linux/amd64'), armv7: kinds('linux/arm/v7') }).toEqual({
      amd64: ['wheel greenlet', 'wheel sqlalchemy', 'wheel typing-extensions'],
      armv7: ['wheel sqlalchemy', 'wheel typing-extensions'],
    });
  });

  it('gives what must be compiled its sdist, in the text too', async () => {
    const resolution = await resolve(['setproctitle==1.3.6'], '3.11');
    if (resolution.kind !== 'lock') throw new Error(resolution.why);
    const [requirement] = splitRequirements(resolution.lock, facts('linux/arm/v7', '3.11.14')).requirements;
    expect(requirement).toMatchObject({
      kind: 'compile',
      name: 'setproctitle',
      because: 'no wheel for cp311 on linux/arm/v7',
      sdist: { filename: 'setproctitle-1.3.6.tar.gz', sha256: expect.stringMatching(/^[\da-f]{64}$/) },
    });
    expect(resolution.lock.text).toMatch(/^sdist = \{ url = "\S+\/setproctitle-1\.3\.6\.tar\.gz"/m);
    expect(resolution.lock.text).not.toMatch(/^#|requires-python|win_amd64/m);
  });

  it('builds nothing here', async () => {
    expect(await resolve(['docopt==0.6.2'], '3.13')).toEqual({
      kind: 'needs-building',
      packages: ['docopt'],
      why: 'docopt has no wheel that tells what it needs',
    });
  });
});

describe('resolveOnHost', () => {
  it('runs uv with what the inputs say and nothing of the user’s own but how it connects', async () => {
    const written: Record<string, string> = {};
    const commands: Command[] = [];
    const fake: World = {
      ...world,
      run: async (command) => {
        commands.push(command);
        return { code: 0, stdout: '', stderr: '' };
      },
      files: {
        ...world.files,
        read: async (path) =>
          path.endsWith('pylock.toml') ? 'lock-version = "1.0"\nrequires-python = ">=3.13"\n' : undefined,
        write: async (path, content) => void (written[path] = String(content)),
        temporary: async (name) => `/temporary/${name}`,
      },
      env: {
        UV_INDEX_URL: 'https://elsewhere.example.org',
        UV_CACHE_DIR: '/cache',
        UV_EXCLUDE_NEWER: '2026-01-01',
        UV_RESOLUTION: 'lowest',
        PATH: '/bin',
      },
    };
    const resolution = await resolveOnHost(
      fake,
      { program: '/tools/uv' },
      {
        requirements: ['Six[a]==1.0', 'watchfiles>=0.15; platform_machine != "armv7l"'],
        python: { text: '3.13.4', minor: '3.13', patch: 4 },
        indexUrl: 'https://packages.example.org/simple',
        constraints: ['setuptools==65.5.1'],
        netrc: '/secrets/netrc',
        caBundle: '/secrets/ca.pem',
        cache,
      },
    );
    const image =
      "sys_platform == 'linux' and platform_python_implementation == 'CPython' and python_full_version < '3.14'";
    expect(written).toEqual({
      '/temporary/lock/requirements.in': `six[a]==1.0 ; ${image}\nwatchfiles>=0.15 ; (platform_machine != "armv7l") and ${image}\n`,
      '/temporary/lock/constraints.txt': 'setuptools==65.5.1\n',
    });
    expect(commands).toEqual([
      {
        program: 'env',
        args: [
          '-u',
          'UV_INDEX_URL',
          '-u',
          'UV_RESOLUTION',
          '/tools/uv',
          'pip',
          'compile',
          '--universal',
          '--generate-hashes',
          '--no-build',
          '--no-config',
          '--no-header',
          '--no-progress',
          '--color=never',
          '--python=3',
          '--python-version=3.13.4',
          '--default-index=https://packages.example.org/simple',
          '--refresh-package=six',
          '--refresh-package=watchfiles',
          '--constraint=constraints.txt',
          '--format=pylock.toml',
          '--output-file=pylock.toml',
          'requirements.in',
        ],
        env: { UV_PYTHON_DOWNLOADS: 'never', NETRC: '/secrets/netrc', SSL_CERT_FILE: '/secrets/ca.pem' },
        cwd: '/temporary/lock',
      },
    ]);
    expect(resolution).toEqual({
      kind: 'lock',
      lock: { text: 'lock-version = "1.0"\n', packages: [], resolved: 'host' },
    });
  });

  describe('where uv cannot use a file', () => {
    const full = 'error: failed to write to file `/cache/x`: No space left on device (os error 28)\n';
    const elsewhere = 'error: No such file or directory (os error 2) at path "/temporary/.tmpX"\n';
    /** What uv says when it runs, and when it runs without a cache. */
    async function resolving(withCache: string, without: string) {
      const [caches, told]: [unknown[], string[]] = [[], []];
      const work = resolveOnHost(
        {
          ...world,
          run: async ({ env = {} }) => {
            caches.push(env['UV_NO_CACHE']);
            const stderr = env['UV_NO_CACHE'] === undefined ? withCache : without;
            return { code: stderr === '' ? 0 : 2, stdout: '', stderr };
          },
          files: {
            ...world.files,
            read: async () => 'lock-version = "1.0"\n',
            write: async () => {},
            temporary: async () => '/temporary',
          },
        },
        { program: 'uv' },
        {
          requirements: ['six==1.0'],
          python: { text: '3.13', minor: '3.13' },
          indexUrl: 'https://packages.example.org/simple',
          constraints: [],
          cache: { refused: ({ fact }) => void told.push(fact) },
        },
      );
      const ends = await work.then(
        ({ kind }) => kind,
        (error: unknown) => (error as Error).message,
      );
      return { ends, caches, told };
    }

    it('it runs without its cache, which is told', async () => {
      expect(await resolving(full, '')).toEqual({
        ends: 'lock',
        caches: [undefined, '1'],
        told: ['"/cache/x" could not be used: no space is left on the device (ENOSPC)'],
      });
    });
    it('a cache that was of no matter is not spoken of', async () => {
      expect(await resolving(elsewhere, elsewhere)).toEqual({
        ends: '"/temporary/.tmpX" could not be used: it, or a folder above it, is not there and cannot be made (ENOENT). Name another place.',
        caches: [undefined, '1'],
        told: [],
      });
    });
    it('what is wrong with the requirements is not tried twice', async () => {
      const { ends, caches } = await resolving('error: No solution found when resolving dependencies', '');
      expect([ends, caches]).toEqual([expect.stringMatching(/^no versions fit together/), [undefined]]);
    });
  });

  it('names every line that is no requirement', () => {
    expect(() => requirementsFor(['six', '-r x', 'six=>1'], '3.13')).toThrow(
      /^requirement "-r x" is an option of pip: .*\nrequirement "six=>1": version specifier "=>1"/,
    );
  });
});
