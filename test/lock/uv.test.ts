import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { findInterpreter, findUv, pinnedUv } from '../../src/lock/uv.ts';
import { readZipEntry } from '../../src/lock/zip.ts';
import type { Command, Ran, ToolCache, World } from '../../src/ports.ts';
import { systemFiles } from '../../src/world/files.ts';
import { toolCache } from '../../src/world/tool-cache.ts';
import { testWorld } from '../support/world.ts';

/** A zip of two files, one stored and one deflated, with a comment. */
const wheel = Buffer.from(
  'UEsDBBQAAAAAAAAAIVx+qJWeAwAAAAMAAAAOAAAAdXYvX19pbml0X18ucHl4PTFQSwMEFAAAAAgAAAAhXN4J7H4VAAAAqgAAABgAAAB1di05LjkuOS5kYXRhL3NjcmlwdHMvdXZTVtRPyszTL87gSk3OyFcoLRu0NABQSwECFAMUAAAAAAAAACFcfqiVngMAAAADAAAADgAAAAAAAAAAAAAAgAEAAAAAdXYvX19pbml0X18ucHlQSwECFAMUAAAACAAAACFc3gnsfhUAAACqAAAAGAAAAAAAAAAAAAAAgAEvAAAAdXYtOS45LjkuZGF0YS9zY3JpcHRzL3V2UEsFBgAAAAACAAIAggAAAHoAAAAMAG1hZGUgYnkgaGFuZA==',
  'base64',
);
const program = `#!/bin/sh\n${'echo uv\n'.repeat(20)}`;

describe('readZipEntry', () => {
  it.each([
    ['stored', 'uv/__init__.py', 'x=1'],
    ['deflated', 'uv-9.9.9.data/scripts/uv', program],
    ['absent', 'other', undefined],
  ])('%s', (_, name, content) => {
    expect(readZipEntry(wheel, (entry) => entry === name)?.toString()).toBe(content);
  });
  it('throws for bytes that are no zip archive', () => {
    expect(() => readZipEntry(Buffer.from('<html>'), () => true)).toThrow('it is no zip archive');
  });
});

const indexUrl = 'https://packages.example.org/simple';
const pin = { version: '0.13.8', sha256: ['e'.repeat(64), 'a'.repeat(64)] };
const cache = { refused: () => {} };

/** A world with this uv on PATH, and these files on the index's page of uv. */
function worldWith(
  onPath: string | undefined,
  files: readonly string[] = [],
  cached: Record<string, string> = {},
): { world: World; written: Record<string, string>; asked: string[] } {
  const written: Record<string, string> = {};
  const asked: string[] = [];
  const hash = createHash('sha256').update(wheel).digest('hex');
  const tools: ToolCache = {
    find: async (tool, version, arch) => cached[`${tool} ${version} ${arch}`],
    save: async (_, tool, version, arch) => `/cached/${tool}/${version}/${arch}`,
  };
  const world: World = {
    run: async () =>
      onPath === undefined
        ? { code: 127, stdout: '', stderr: '' }
        : { code: 0, stdout: `uv ${onPath} (x86_64-unknown-linux-gnu)\n`, stderr: '' },
    engine: async () => undefined,
    serve: testWorld().serve,
    tools,
    machine: testWorld().machine,
    host: () => 'x64-glibc',
    fetch: async (url) => {
      asked.push(String(url));
      if (String(url).endsWith('.whl')) return new Response(new Uint8Array(wheel));
      return new Response(
        `<html>${files.map((name) => `<a href="/files/${name}#sha256=${hash}">${name}</a>`).join('')}</html>`,
      );
    },
    files: {
      ...testWorld().files,
      read: async () => undefined,
      write: async (path, content, mode) => {
        written[path] = `${mode?.toString(8)} ${Buffer.from(content as Uint8Array).toString()}`;
      },
      temporary: async (name) => `/temporary/${name}`,
    },
    clock: { now: () => 0, sleep: async () => {} },
    log: {
      group: async (_, body) => body(),
      info: () => {},
      warn: () => {},
      debug: () => {},
      progress: () => {},
      hide: (text) => text,
    },
    env: {},
  };
  return { world, written, asked };
}

describe('pinnedUv', () => {
  const hash = (digit: string): string => `--hash=sha256:${digit.repeat(64)}`;

  it('reads version and hashes of uv, and of no other tool', () => {
    expect(
      pinnedUv(`# Tools.\nuv==9.9.9 \\\n  ${hash('1')} \\\n  ${hash('2')}\nother==1.0 \\\n  ${hash('3')}\n`),
    ).toEqual({ version: '9.9.9', sha256: ['1'.repeat(64), '2'.repeat(64)] });
  });
  it('throws for a list without uv', () => {
    expect(() => pinnedUv(`other==1.0 \\\n  ${hash('3')}\n`)).toThrow('names no uv with its hashes');
  });
  it('reads the list of the build stages’ tools', () => {
    const { sha256 } = pinnedUv(readFileSync('dockerfiles/compile/tools.txt', 'utf8'));
    expect(sha256).toHaveLength(4);
  });
});

describe('findUv', () => {
  const x64 = (version: string): string =>
    `uv-${version}-py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.whl`;

  it.each([
    ['the one on PATH', '0.13.8', undefined, {}, { program: 'uv', version: '0.13.8', from: 'path' }],
    ['a newer one on PATH', '1.2.0', undefined, {}, { program: 'uv', version: '1.2.0', from: 'path' }],
    ['the wanted one on PATH', '0.9.1', '0.9.1', {}, { program: 'uv', version: '0.9.1', from: 'path' }],
    [
      'the kept one where PATH has one that is too old',
      '0.4.0',
      undefined,
      { 'uv 0.13.8 x64-glibc': '/cached/uv' },
      { program: '/cached/uv/uv', version: '0.13.8', from: 'cache' },
    ],
    [
      'the kept one where PATH has another than is wanted',
      '0.13.8',
      '0.12.0',
      { 'uv 0.12.0 x64-glibc': '/cached/uv' },
      { program: '/cached/uv/uv', version: '0.12.0', from: 'cache' },
    ],
  ])('uses %s', async (_, onPath, version, cached, uv) => {
    const { world, asked } = worldWith(onPath, [], cached);
    expect(
      await findUv(world, { indexUrl, pin, cache, ...(version === undefined ? {} : { version }) }),
    ).toEqual(uv);
    expect(asked).toEqual([]);
  });

  it('downloads the user’s version, and checks it by the index’s hash', async () => {
    const { world, written, asked } = worldWith(undefined, [x64('9.9.9')]);
    expect(await findUv(world, { indexUrl, pin, cache, version: '9.9.9' })).toEqual({
      program: '/cached/uv/9.9.9/x64-glibc/uv',
      version: '9.9.9',
      from: 'index',
    });
    expect(written).toEqual({ '/temporary/uv/uv': `755 ${program}` });
    expect(asked).toEqual([`${indexUrl}/uv/`, `https://packages.example.org/files/${x64('9.9.9')}`]);
  });

  it('refuses a download with another hash than the pinned one', async () => {
    const { world, written } = worldWith(undefined, [x64('0.13.8')]);
    await expect(findUv(world, { indexUrl, pin, cache })).rejects.toThrow(
      /^uv-0\.13\.8-\S+ of https:\/\/packages\.example\.org\/simple is not what was pinned: its sha256 is [\da-f]{64}, and e{64} or a{64} was expected\. Nothing of it was run\.$/,
    );
    expect(written).toEqual({});
  });

  it.each([
    [
      'no wheel',
      'x64-glibc',
      `the index ${indexUrl} has no uv "0.13.8" for this machine (${x64('0.13.8')}): install uv and have it on PATH, or name another uv_version.`,
    ],
    [
      'another machine',
      'darwin-arm64',
      'there is no uv 0.13.8 to fetch for darwin-arm64: install uv and have it on PATH.',
    ],
  ])('says what to do: %s', async (_, key, message) => {
    const { world } = worldWith(undefined);
    await expect(findUv({ ...world, host: () => key }, { indexUrl, pin, cache })).rejects.toThrow(message);
  });

  describe('uses a download that cannot be stored in the cache', () => {
    const folders: string[] = [];
    afterAll(() => Promise.all(folders.map((one) => rm(one, { recursive: true }))));
    afterEach(() => vi.unstubAllEnvs());

    it.each([
      [
        'a folder of the user',
        { XDG_CACHE_HOME: '/proc/none' },
        /^"\/proc\/none\/python-image-builder\/tools\//,
      ],
      [
        'a folder below a file',
        { XDG_CACHE_HOME: '/etc/passwd' },
        /^"\/etc\/passwd\/\S+" could not be written: a file/,
      ],
      [
        "a runner's tool cache",
        { RUNNER_TOOL_CACHE: '/proc/none' },
        /^"\/proc\/none\/uv\/9\.9\.9" could not be made: /,
      ],
      [
        "a runner's tool cache below a file",
        { RUNNER_TOOL_CACHE: '/etc/passwd' },
        /^"\/etc\/passwd\/uv\/9\.9\.9" could not be made: a file/,
      ],
    ])('%s', async (_, env, fact) => {
      const { world } = worldWith(undefined, [x64('9.9.9')]);
      // The toolkit reads this variable from the process.
      for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
      const folder = await mkdtemp(join(tmpdir(), 'uv-test-'));
      folders.push(folder);
      const reported: string[] = [];
      const files = systemFiles(folder);
      const uv = await findUv(
        { ...world, env, files, tools: toolCache({ env, files }) },
        {
          indexUrl,
          pin,
          version: '9.9.9',
          cache: { refused: (failure) => void reported.push(failure.fact) },
        },
      );
      expect({ from: uv.from, text: await readFile(uv.program, 'utf8'), reported }).toEqual({
        from: 'index',
        text: program,
        reported: [expect.stringMatching(fact)],
      });
    });
  });
});

describe('the Python that uv starts from', () => {
  it.each<[string, Partial<Ran>, string | undefined]>([
    ['is the one that uv finds', { stdout: '/usr/bin/python3.13\n' }, '/usr/bin/python3.13'],
    ['is left to uv where it finds none', { code: 2, stderr: 'error: No interpreter found' }, undefined],
    ['is left to uv where it says something else', { stdout: 'Python 3.13' }, undefined],
  ])('%s', async (_, ran, path) => {
    const commands: Command[] = [];
    const run = (command: Command): Promise<Ran> => {
      commands.push(command);
      return Promise.resolve({ code: 0, stdout: '', stderr: '', ...ran });
    };
    expect(await findInterpreter({ run }, { program: '/cached/uv' })).toBe(path);
    expect(commands).toEqual([
      {
        program: '/cached/uv',
        args: ['python', 'find', '--no-config', '--no-project', '3'],
        env: { UV_PYTHON_DOWNLOADS: 'never' },
      },
    ]);
  });
});
