import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requirementsFor } from '../../src/lock/image-environment.ts';
import type { BaseFacts } from '../../src/lock/lock.ts';
import { resolveOnHost } from '../../src/lock/resolve.ts';
import { splitRequirements } from '../../src/lock/split.ts';
import { findUv, pinnedUv } from '../../src/lock/uv.ts';
import type { Platform } from '../../src/names/platform.ts';
import { defaultIndexUrl, readProject } from '../../src/package-index/read.ts';
import type { Command, World } from '../../src/ports.ts';
import { openWorld } from '../../src/world/world.ts';
import { testWorld } from '../support/world.ts';

const opened = openWorld(testWorld().log);
afterAll(() => opened.close());
const { world } = opened;

const cache = { refused: () => {} };
const facts = (platform: Platform, python: string): BaseFacts => ({
  platform,
  python,
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: {},
});

describe('with the real uv and the real index', { timeout: 120_000 }, () => {
  const pin = pinnedUv(readFileSync('dockerfiles/compile/tools.txt', 'utf8'));
  let uv: Awaited<ReturnType<typeof findUv>>;
  beforeAll(async () => {
    uv = await findUv(world, { indexUrl: defaultIndexUrl, pin, cache });
  });
  const resolve = async (requirements: string[], minor: string): ReturnType<typeof resolveOnHost> =>
    resolveOnHost(world, uv, {
      requirements,
      python: { text: minor, minor },
      indexUrl: defaultIndexUrl,
      cache,
      project: (name) => readProject(world, defaultIndexUrl, name),
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

  it('adds the sdist of a package that must be compiled, in the text too', async () => {
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

  it.each([
    ['a helper for Windows that has no wheel for this Python', 'docker==5.0.3', 'docker', '5.0.3'],
    ['a helper for Windows that would have to be built', 'humanfriendly==9.1', 'humanfriendly', '9.1'],
  ])('ignores the requirements of other systems: %s', async (_, requirement, name, version) => {
    const resolution = await resolve([requirement], '3.13');
    if (resolution.kind !== 'lock') throw new Error(resolution.why);
    expect(resolution.lock.packages).toContainEqual(expect.objectContaining({ name, version }));
    expect(resolution.lock.text).not.toMatch(/pywin32|pyreadline/);
  });

  it('locks a release whose wheels are all for Windows, since pip on Linux compiles it', async () => {
    const resolution = await resolve(['psycopg2==2.9.10'], '3.13');
    if (resolution.kind !== 'lock') throw new Error(resolution.why);
    const { requirements } = splitRequirements(resolution.lock, facts('linux/amd64', '3.13.9'));
    expect(requirements).toMatchObject([
      { kind: 'compile', name: 'psycopg2', sdist: { filename: 'psycopg2-2.9.10.tar.gz' } },
    ]);
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
  it('passes the inputs to uv, and of the user’s settings only those of the connection and the cache', async () => {
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
        project: async () => undefined,
      },
    );
    const image =
      "sys_platform == 'linux' and platform_python_implementation == 'CPython' and python_full_version < '3.14'";
    expect(written).toEqual({
      '/temporary/lock/requirements.in': `six[a]==1.0 ; ${image}\nwatchfiles>=0.15 ; (platform_machine != "armv7l") and ${image}\n`,
      '/temporary/lock/constraints.txt': 'setuptools==65.5.1\n',
      '/temporary/lock/pyproject.toml': `[tool.uv]\nenvironments = ["sys_platform == 'linux' and platform_system == 'Linux' and os_name == 'posix' and implementation_name == 'cpython' and platform_python_implementation == 'CPython' and python_full_version < '3.14'"]\n`,
      '/temporary/lock/config/uv/uv.toml': '',
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
        env: {
          UV_PYTHON_DOWNLOADS: 'never',
          XDG_CONFIG_HOME: '/temporary/lock/config',
          XDG_CONFIG_DIRS: '/temporary/lock/config',
          NETRC: '/secrets/netrc',
          SSL_CERT_FILE: '/secrets/ca.pem',
        },
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
    /** Resolves with a uv that prints these errors, with its cache and without. */
    async function resolving(withCache: string, without: string) {
      const [caches, reported]: [unknown[], string[]] = [[], []];
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
          cache: { refused: ({ fact }) => void reported.push(fact) },
          project: async () => undefined,
        },
      );
      const ends = await work.then(
        ({ kind }) => kind,
        (error: unknown) => (error as Error).message,
      );
      return { ends, caches, reported };
    }

    it('runs uv without its cache, and reports the file', async () => {
      expect(await resolving(full, '')).toEqual({
        ends: 'lock',
        caches: [undefined, '1'],
        reported: ['"/cache/x" could not be used: no space is left on the device (ENOSPC)'],
      });
    });
    it('fails without reporting the cache, where uv fails without it too', async () => {
      expect(await resolving(elsewhere, elsewhere)).toEqual({
        ends: '"/temporary/.tmpX" could not be used: it, or a folder above it, is not there and cannot be made (ENOENT). Name another place.',
        caches: [undefined, '1'],
        reported: [],
      });
    });
    it('runs uv once where the requirements are at fault', async () => {
      const { ends, caches } = await resolving('error: No solution found when resolving dependencies', '');
      expect([ends, caches]).toEqual([expect.stringMatching(/^no versions fit together/), [undefined]]);
    });
  });

  it('names every line that is no requirement', () => {
    expect(() => requirementsFor(['six', '-r x', 'six=>1'], '3.13')).toThrow(
      /^requirement "-r x" is an option of pip: .*\nrequirement "six=>1": version specifier "=>1"/,
    );
  });

  describe('solves for all systems where a release may have been skipped for lack of a wheel for Linux', () => {
    const native = (version: string, system: string): string => `tide-${version}-cp313-cp313-${system}.whl`;
    const lockOf = (version: string, system: string): string =>
      `lock-version = "1.0"\n\n[[packages]]\nname = "tide"\nversion = "${version}"\nwheels = [{ url = "https://files.example.org/${native(version, system)}", hashes = { sha256 = "${'0'.repeat(64)}" } }]\n`;
    const unusable =
      "error: No solution found when resolving dependencies\n  cause: Because tide>=1 has no `sys_platform == 'linux'`-compatible wheels and you require tide>=1, …";
    const unbuilt =
      'error: No solution found when resolving dependencies\n  cause: Because tide==3.0 has no usable wheels and you require tide, …\n\nhint: Wheels are required for `tide` because …';
    const linux = [native('1.0', 'manylinux_2_28_x86_64'), 'tide-1.0.tar.gz'];
    const windows = [native('2.0', 'win_amd64'), 'tide-2.0.tar.gz'];
    const mustBuild = { kind: 'needs-building', packages: ['tide'] };

    /** uv's real output by the systems that it solves for: a lock, or an error. */
    const resolveWith = async (
      answers: { readonly images: string; readonly any?: string },
      page: readonly string[],
    ): Promise<{ asked: string[]; got: unknown }> => {
      const asked: string[] = [];
      let answer = '';
      const fake: World = {
        ...testWorld(),
        run: async ({ args }) => {
          asked.push(args.includes('--no-config') ? 'any' : 'images');
          answer = answers[asked.at(-1) as 'images'] ?? '';
          const locks = answer.startsWith('lock-version');
          return { code: locks ? 0 : 1, stdout: '', stderr: locks ? '' : answer };
        },
        fetch: async () =>
          new Response(
            page.map((name) => `<a href="/${name}#sha256=${'1'.repeat(64)}">${name}</a>`).join(''),
          ),
        files: {
          ...world.files,
          read: async () => (answer.startsWith('lock-version') ? answer : undefined),
          write: async () => {},
          temporary: async (name) => `/temporary/${name}`,
        },
      };
      const resolution = await resolveOnHost(
        fake,
        { program: 'uv' },
        {
          requirements: ['tide>=1'],
          python: { text: '3.13', minor: '3.13' },
          indexUrl: 'https://packages.example.org/simple',
          cache,
          project: (name) => readProject(fake, 'https://packages.example.org/simple', name),
          constraints: [],
        },
      );
      const got =
        resolution.kind === 'lock'
          ? resolution.lock.packages.map(({ version, sdist }) => [version, sdist?.filename])
          : { kind: resolution.kind, packages: resolution.packages };
      return { asked, got };
    };

    it.each([
      [
        'nothing newer on the index: asked once',
        { images: lockOf('1.0', 'manylinux_2_28_x86_64') },
        linux,
        { asked: ['images'], got: [['1.0', 'tide-1.0.tar.gz']] },
      ],
      [
        'a newer one has wheels for Windows alone, and is allowed',
        { images: lockOf('1.0', 'manylinux_2_28_x86_64'), any: lockOf('2.0', 'win_amd64') },
        [...linux, ...windows],
        { asked: ['images', 'any'], got: [['2.0', 'tide-2.0.tar.gz']] },
      ],
      [
        'a newer one has wheels for Windows alone, and is too new',
        {
          images: lockOf('1.0', 'manylinux_2_28_x86_64'),
          any: lockOf('1.0', 'macosx_11_0_arm64'),
        },
        [...linux, ...windows],
        { asked: ['images', 'any'], got: [['1.0', 'tide-1.0.tar.gz']] },
      ],
      [
        'a newer one may be needed, and another system has no solution',
        { images: lockOf('1.0', 'manylinux_2_28_x86_64'), any: unbuilt },
        [...linux, ...windows],
        { asked: ['images', 'any'], got: mustBuild },
      ],
      [
        'all wheels are for Windows',
        { images: unusable, any: lockOf('2.0', 'win_amd64') },
        windows,
        { asked: ['images', 'any'], got: [['2.0', 'tide-2.0.tar.gz']] },
      ],
      [
        'no wheel at all',
        { images: unbuilt, any: unbuilt },
        ['tide-3.0.tar.gz'],
        { asked: ['images', 'any'], got: mustBuild },
      ],
    ])('%s', async (_, answers, page, expected) => {
      expect(await resolveWith(answers, page)).toEqual(expected);
    });
  });
});
