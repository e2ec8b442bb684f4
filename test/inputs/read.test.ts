import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../src/inputs/inputs.ts';
import { rawOfAction, readInputs } from '../../src/inputs/read.ts';
import { readSecrets } from '../../src/inputs/registry.ts';
import { inputTable } from '../../src/inputs/table.ts';
import type { Repository } from '../../src/names/reference.ts';

const needed = { package: 'uvicorn', package_version: '0.35.0' };

/** What says where the image goes. */
const at = (first: Repository, ...rest: readonly Repository[]) => ({
  repositories: [first, ...rest] as const,
});

/** What comes out when only the package and its version are given on the command line. */
const defaults = {
  package: { name: 'uvicorn', extras: [], text: 'uvicorn' },
  packageVersion: { kind: 'exact', text: '0.35.0' },
  python: { text: '3.14', minor: '3.14' },
  variant: '',
  ...at({ registry: 'localhost', name: 'uvicorn' }),
  registry: 'localhost',
  platforms: ['linux/amd64', 'linux/arm64', 'linux/arm/v7'],
  optionalPlatforms: [],
  lowercaseLatest: false,
  revisionTags: false,
  maintainer: '',
  buildPath: '.',
  accelerate: true,
  requirements: [],
  buildPackages: [],
  buildConstraints: [],
  runtimePackages: [],
  extraIndexes: [],
  labels: {},
  annotations: {},
  buildArgs: {},
  secrets: [],
  baseRegistry: 'docker.io/library',
  compile: 'auto',
  layers: 'one',
  wheelStore: { kind: 'cache' },
  savesWheels: true,
  rebuild: 'stale',
  deep: false,
  overwrite: true,
  advisories: { mode: 'off', severity: 'high', url: 'https://api.osv.dev', ignored: [] },
  verify: 'all',
  verifySkip: [],
  verifyEnv: [],
  provenance: 'mode=min',
  sbom: 'false',
  tags: [],
  push: false,
  trial: false,
  dryRun: false,
  output: './image',
};

/** What a push needs, and what comes of it. */
const pushed = {
  raw: { push: 'true', registry: 'localhost', wheel_store: 'off' },
  inputs: { push: true, wheelStore: { kind: 'off' } },
} as const;

const runner = { GITHUB_REPOSITORY: 'Example/Uvicorn', GITHUB_REPOSITORY_OWNER: 'Example' };
const inAction = {
  ...defaults,
  ...at({ registry: 'ghcr.io', name: 'example/uvicorn' }),
  registry: 'ghcr.io',
  lowercaseLatest: false,
  revisionTags: false,
  maintainer: 'Example',
  push: true,
  trial: false,
  wheelStore: { kind: 'repository', repository: { registry: 'ghcr.io', name: 'example/uvicorn' } },
};

describe('readInputs, whole', () => {
  it('takes the defaults of the command line', () => {
    expect(readInputs(needed, 'cli')).toEqual({ inputs: defaults, problems: [] });
  });

  it('takes the defaults of the action, with what the runner knows', () => {
    expect(readInputs(needed, 'action', runner)).toEqual({ inputs: inAction, problems: [] });
  });

  it('takes an empty value for the default, whatever the input', () => {
    const empty = Object.fromEntries(inputTable.map((row) => [row.name, ' \n']));
    expect(readInputs({ ...empty, ...needed }, 'action', runner)).toEqual({ inputs: inAction, problems: [] });
  });

  it('takes the inputs of an older workflow unchanged', () => {
    const raw = {
      package: 'uvicorn',
      package_version: '0.12.1',
      package_latest_version: '0.15.0',
      maintainer: 'Myname <user@example.com>',
      python_version: '3.6',
      target_base: 'slim',
      image_name: 'Example/Uvicorn',
      platform: 'linux/amd64,linux/arm64,linux/arm/v7',
      dockerfile: '/home/runner/work/_actions/example/fork/main/dockerfile',
      docker_build_path: '.',
      registry: 'ghcr.io',
      registry_username: 'Example',
      registry_password: 'token',
    };
    expect(readInputs(raw, 'action')).toEqual({
      inputs: {
        ...inAction,
        packageVersion: { kind: 'exact', text: '0.12.1' },
        packageLatestVersion: '0.15.0',
        maintainer: 'Myname <user@example.com>',
        python: { text: '3.6', minor: '3.6' },
        variant: 'slim',
        dockerfile: '/home/runner/work/_actions/example/fork/main/dockerfile',
        registryUsername: 'Example',
      },
      problems: [],
    });
  });

  it('takes every input', () => {
    const raw = {
      package: 'Gunicorn[gevent, setproctitle]',
      package_version: 'latest',
      requirements:
        '# servers\r\nuvicorn>=0.30 # fast\r\nwatchfiles >= 0.15; platform_machine != "armv7l"\r\n',
      index_url: 'https://packages.example.com/feed@Local/simple/',
      extra_indexes:
        'company = internal-* Our_Lib https://packages.example.com/ours\n# wheels\nwheels linux/arm/v7 linux/arm https://www.piwheels.org/simple\n',
      python_version: '3.12.4',
      target_base: 'alpine3.20',
      platform: 'linux/amd64\nlinux/arm64/v8',
      platform_optional: 'linux/arm64',
      image_name: '# both\r\nTeam/Web_App\r\n\r\n  Docker.io/Team/App\r\n',
      tags: 'stable, edge\nstable',
      command: `gunicorn -b "0.0.0.0:80" 'app:create()'`,
      user: 'app:1000',
      maintainer: "Ada O'Neil <ada@example.com>",
      labels: 'a.b=c=d\n\n# no\nempty=',
      annotations: 'title=One\nindex,manifest[linux/amd64]:org.example.x=$(y)',
      registry: 'Registry.example.com:5000',
      push: 'False',
      output: '/tmp/out',
      base_registry: 'mirror.example.com/Library/',
      build_packages: 'gcc libpq-dev=15.8-0+deb12u1,make',
      build_constraints: 'Cython < 3  # PyYAML 5\nsetuptools>=58,<70; python_version<"3.12"',
      runtime_packages: 'libpq5 libpq5',
      dockerfile: 'docker/Dockerfile',
      docker_build_path: './docker files',
      build_args: 'APP_ENV=a b\n__proto__=x',
      secrets:
        'id=netrc,src=/run/netrc\ntype=env,id=TOKEN\nid=other,env=OTHER_TOKEN\ntype=file,source=x,id=y',
      ca_bundle: '/etc/ssl/company.pem',
      builder: 'my-builder',
      provenance: 'mode=max,builder-id=https://example.com/build',
      sbom: 'generator=example/scanner:1',
      uv_version: '0.9.5',
      compile: 'cross',
      layers: 'auto',
      wheel_store: './kept',
      rebuild: 'missing',
      force: 'False',
      overwrite: 'FALSE',
      max_age: '2w',
      verify: 'build-platform',
      verify_command: 'gunicorn --version\npython -c "import gevent"',
      verify_skip: 'imports : gunicorn.app\n# a comment\nscripts',
      verify_env: 'HOME=/tmp\nTOKEN',
      lowercase_latest: 'true',
      revision_tags: 'true',
      verify_python: '/opt/venv/bin/python',
      accelerate: 'False',
      dry_run: 'TRUE',
      advisories: 'fail',
      severity: 'critical',
      advisories_url: 'https://osv.example.com/',
      advisories_ignore:
        '# looked at\nCVE-2025-43859 until 2027-03-31: a proxy refuses such requests\nDEBIAN-CVE-2025-1 until 2026-12-31 :  not used: it is a tool',
      cooldown: '7d',
    };
    const inputs: Inputs = {
      advisories: {
        mode: 'fail',
        severity: 'critical',
        url: 'https://osv.example.com',
        ignored: [
          { id: 'CVE-2025-43859', until: '2027-03-31', reason: 'a proxy refuses such requests' },
          { id: 'DEBIAN-CVE-2025-1', until: '2026-12-31', reason: 'not used: it is a tool' },
        ],
      },
      cooldown: 604_800,
      package: {
        name: 'gunicorn',
        extras: ['gevent', 'setproctitle'],
        text: 'gunicorn[gevent,setproctitle]',
      },
      packageVersion: { kind: 'latest' },
      requirements: ['uvicorn>=0.30', 'watchfiles>=0.15 ; platform_machine != "armv7l"'],
      indexUrl: 'https://packages.example.com/feed@Local/simple/',
      extraIndexes: [
        {
          kind: 'packages',
          name: 'company',
          url: 'https://packages.example.com/ours',
          patterns: ['internal-*', 'our-lib'],
        },
        {
          kind: 'wheels',
          name: 'www.piwheels.org',
          url: 'https://www.piwheels.org/simple',
          platforms: ['linux/arm/v7'],
        },
      ],
      python: { text: '3.12.4', minor: '3.12', patch: 4 },
      variant: 'alpine3.20',
      platforms: ['linux/amd64', 'linux/arm64'],
      optionalPlatforms: ['linux/arm64'],
      repositories: [
        { registry: 'registry.example.com:5000', name: 'team/web_app' },
        { registry: 'docker.io', name: 'team/app' },
      ],
      registry: 'registry.example.com:5000',
      tags: ['stable', 'edge'] as unknown as Inputs['tags'],
      command: ['gunicorn', '-b', '0.0.0.0:80', 'app:create()'],
      user: 'app:1000',
      lowercaseLatest: true,
      revisionTags: true,
      maintainer: "Ada O'Neil <ada@example.com>",
      labels: { 'a.b': 'c=d', empty: '' },
      annotations: { title: 'One', 'index,manifest[linux/amd64]:org.example.x': '$(y)' },
      push: false,
      trial: false,
      output: '/tmp/out',
      baseRegistry: 'mirror.example.com/library',
      buildPackages: ['gcc', 'libpq-dev=15.8-0+deb12u1', 'make'],
      buildConstraints: ['cython<3', 'setuptools>=58,<70 ; python_version<"3.12"'],
      runtimePackages: ['libpq5'],
      dockerfile: 'docker/Dockerfile',
      buildPath: './docker files',
      accelerate: false,
      buildArgs: Object.fromEntries([
        ['APP_ENV', 'a b'],
        ['__proto__', 'x'],
      ]),
      secrets: [
        { id: 'netrc', from: { kind: 'file', path: '/run/netrc' } },
        { id: 'TOKEN', from: { kind: 'variable', name: 'TOKEN' } },
        { id: 'other', from: { kind: 'variable', name: 'OTHER_TOKEN' } },
        { id: 'y', from: { kind: 'file', path: 'x' } },
      ],
      caBundle: '/etc/ssl/company.pem',
      builder: 'my-builder',
      provenance: 'mode=max,builder-id=https://example.com/build',
      sbom: 'generator=example/scanner:1',
      uvVersion: '0.9.5',
      compile: 'cross',
      layers: 'auto',
      wheelStore: { kind: 'folder', path: './kept' },
      savesWheels: false,
      rebuild: 'missing',
      deep: false,
      overwrite: false,
      maxAge: 1_209_600,
      verify: 'build-platform',
      verifySkip: ['imports:gunicorn.app', 'scripts:*'],
      verifyEnv: ['HOME', 'TOKEN'],
      verifyCommand: 'gunicorn --version\npython -c "import gevent"',
      verifyPython: '/opt/venv/bin/python',
      dryRun: true,
    };
    expect(readInputs(raw, 'action')).toEqual({ inputs, problems: [] });
  });

  it('reports all problems together, in the order of the table, by the names that the user knows', () => {
    const raw = {
      verify: 'some',
      package_version: '1.x',
      push: 'true',
      python_version: '3.1',
    };
    const said = (where: 'action' | 'cli') => {
      const { inputs, problems } = readInputs(raw, where);
      return {
        inputs,
        problems: problems.map(({ station, about, message }) => [station, about, message.split(':')[0]]),
      };
    };
    expect(said('cli')).toEqual({
      inputs: undefined,
      problems: [
        ['input', 'package', '--package'],
        ['input', 'package_version', '--package-version'],
        ['input', 'python_version', '--python-version'],
        ['input', 'registry', '--registry'],
        ['input', 'verify', '--verify'],
      ],
    });
    expect(said('action')).toEqual({
      inputs: undefined,
      problems: [
        ['input', 'package', 'package'],
        ['input', 'package_version', 'package_version'],
        ['input', 'python_version', 'python_version'],
        ['input', 'image_name', 'image_name'],
        ['input', 'verify', 'verify'],
      ],
    });
  });
});

describe('readInputs, single values', () => {
  it.each<readonly [string, Record<string, string>, Partial<Inputs>]>([
    ['a full base is no variant', { target_base: 'full' }, { variant: '' }],
    ['a variant with a codename', { target_base: 'slim-bookworm' }, { variant: 'slim-bookworm' }],
    ['a codename alone', { target_base: 'trixie' }, { variant: 'trixie' }],
    ['a codename that is not known here', { target_base: 'slim-duke' }, { variant: 'slim-duke' }],
    [
      'a version is normalized',
      { package_version: 'v1.0-RC1' },
      { packageVersion: { kind: 'exact', text: '1.0rc1', written: 'v1.0-RC1' } },
    ],
    ['LATEST is latest', { package_version: 'LATEST' }, { packageVersion: { kind: 'latest' } }],
    [
      'a registry on loopback',
      { registry: '127.0.0.1:5000' },
      { ...at({ registry: '127.0.0.1:5000', name: 'uvicorn' }), registry: '127.0.0.1:5000' },
    ],
    [
      'Docker Hub by its other name',
      { registry: 'index.docker.io', image_name: 'a/b' },
      { ...at({ registry: 'docker.io', name: 'a/b' }), registry: 'docker.io' },
    ],
    [
      'names with and without a registry of their own',
      { registry: 'quay.io', image_name: 'a/b\nghcr.io/c/d\nquay.io/e/f' },
      {
        ...at(
          { registry: 'quay.io', name: 'a/b' },
          { registry: 'ghcr.io', name: 'c/d' },
          { registry: 'quay.io', name: 'e/f' },
        ),
        registry: 'quay.io',
      },
    ],
    [
      'the same name again, however it is written',
      {
        registry: 'docker.io',
        image_name: 'x\nlibrary/x\ndocker.io/x\ny\nindex.docker.io/Library/X\nY',
      },
      {
        ...at({ registry: 'docker.io', name: 'library/x' }, { registry: 'docker.io', name: 'library/y' }),
        registry: 'docker.io',
      },
    ],
    [
      'the user of a registry that is not the first',
      {
        registry: 'ghcr.io',
        image_name: 'docker.io/a/b\na/b',
        registry_username: 'octocat',
        registry_password: 'p',
      },
      {
        ...at({ registry: 'docker.io', name: 'a/b' }, { registry: 'ghcr.io', name: 'a/b' }),
        registry: 'ghcr.io',
        registryUsername: 'octocat',
      },
    ],
    ['a comment alone is no name', { image_name: '# later' }, at({ registry: 'localhost', name: 'uvicorn' })],
    ['a bare mirror', { base_registry: 'mirror.example.com' }, { baseRegistry: 'mirror.example.com' }],
    ['a command of one word', { command: 'uvicorn' }, { command: ['uvicorn'] }],
    [
      'a command as JSON',
      { command: '["sh", "-c", "a && b\\n$X"]' },
      { command: ['sh', '-c', 'a && b\n$X'] },
    ],
    ['a user by number', { user: '0' }, { user: '0' }],
    [
      'an attestation switched off',
      { provenance: 'False', sbom: 'True' },
      { provenance: 'false', sbom: 'spdx' },
    ],
    ['an SBOM in both forms', { sbom: 'Both' }, { sbom: 'both' }],
    [
      'a path above the folder, on a laptop',
      { dockerfile: '../Dockerfile', docker_build_path: '..' },
      { dockerfile: '../Dockerfile', buildPath: '..' },
    ],
    ['a user without a password is dropped', { registry_username: 'octocat' }, {}],
    [
      'a user with a password',
      { registry_username: 'octocat', registry_password: 'p' },
      { registryUsername: 'octocat' },
    ],
    [
      'a push with a registry',
      { push: 'true', registry: 'quay.io' },
      {
        push: true,
        ...at({ registry: 'quay.io', name: 'uvicorn' }),
        registry: 'quay.io',
        wheelStore: { kind: 'repository', repository: { registry: 'quay.io', name: 'uvicorn' } },
      },
    ],
    [
      'a push without a registry, of names that have one',
      { push: 'true', image_name: 'quay.io/a/b\nlocalhost:5000/c' },
      {
        push: true,
        ...at({ registry: 'quay.io', name: 'a/b' }, { registry: 'localhost:5000', name: 'c' }),
        wheelStore: { kind: 'repository', repository: { registry: 'quay.io', name: 'a/b' } },
      },
    ],
    ['no saved wheels', { wheel_store: 'Off' }, { wheelStore: { kind: 'off' } }],
    ['saved wheels in a folder', { wheel_store: '../w' }, { wheelStore: { kind: 'folder', path: '../w' } }],
    [
      'saved wheels in a repository of their own',
      { wheel_store: 'ghcr.io/Team/wheels' },
      { wheelStore: { kind: 'repository', repository: { registry: 'ghcr.io', name: 'team/wheels' } } },
    ],
    ['rebuild: stale', { rebuild: 'stale' }, { rebuild: 'stale' }],
    ['rebuild: always', { rebuild: 'always' }, { rebuild: 'always' }],
    ['rebuild: missing', { rebuild: 'missing' }, { rebuild: 'missing' }],
    ['rebuild: never', { ...pushed.raw, rebuild: 'never' }, { ...pushed.inputs, rebuild: 'never' }],
    ['force', { force: 'true' }, { rebuild: 'always' }],
    ['force, and stale', { force: 'true', rebuild: 'stale' }, { rebuild: 'always' }],
    ['force, and always', { force: 'true', rebuild: 'always' }, { rebuild: 'always' }],
    [
      'no force, and never',
      { ...pushed.raw, force: 'false', rebuild: 'never' },
      { ...pushed.inputs, rebuild: 'never' },
    ],
    ['overwrite', { overwrite: 'true' }, { overwrite: true }],
    ['no overwrite', { overwrite: 'false' }, { overwrite: false }],
    ['looking into images', { deep: 'true' }, { deep: true }],
    ['an age in minutes', { max_age: '90m' }, { maxAge: 5400 }],
    ['an age in hours', { max_age: '12h' }, { maxAge: 43_200 }],
    ['an age in days', { max_age: '30d' }, { maxAge: 2_592_000 }],
    ['an age in weeks', { max_age: '2w' }, { maxAge: 1_209_600 }],
    ['the shortest age', { max_age: '1m' }, { maxAge: 60 }],
    ['the longest age', { max_age: '3650d' }, { maxAge: 315_360_000 }],
    ['the same label twice', { labels: 'a=1\na=1' }, { labels: { a: '1' } }],
  ])('%s', (_, raw, expected) => {
    expect(readInputs({ ...needed, ...raw }, 'cli')).toEqual({
      inputs: { ...defaults, ...expected },
      problems: [],
    });
  });
});

describe('refused on the command line alone', () => {
  it.each<readonly [string, Record<string, string>, string]>([
    [
      'a push to nowhere',
      { push: 'true' },
      '--registry: a push needs a registry: name its host, like "ghcr.io".',
    ],
    [
      'a push to nowhere of some names',
      { push: 'true', image_name: 'a/b\nghcr.io/a/b\nc' },
      '--registry: a push of "a/b", "c" needs a registry: name its host, like "ghcr.io", or write it in front of the name.',
    ],
    [
      'force, and never',
      { force: 'true', rebuild: 'never' },
      '--force: it builds in any case, and --rebuild "never" does not: drop --force to keep "never", or drop --rebuild to build.',
    ],
    [
      'a password without its user',
      { registry_password: 's3cret' },
      '--registry-username: it is missing, and there is a password: name the user that the password belongs to.',
    ],
    [
      'a password with a line break',
      { registry_password: 's3\ncret', registry_username: 'a' },
      'REGISTRY_PASSWORD: it has a line break or another control character: paste the token alone.',
    ],
  ])('%s', (_, raw, message) => {
    const { inputs, problems } = readInputs({ ...needed, ...raw }, 'cli');
    expect({ inputs, messages: problems.map((problem) => problem.message) }).toEqual({ messages: [message] });
  });
});

describe('readSecrets', () => {
  it.each([
    ['nothing', {}, {}],
    ['an empty one', { registry_password: '\n' }, {}],
    ['a token', { registry_password: 't' }, { registryPassword: 't' }],
    ['the line break that was pasted along', { registry_password: ' t \r\n' }, { registryPassword: ' t ' }],
  ])('%s', (_, raw, expected) => {
    expect(readSecrets(raw)).toEqual(expected);
  });
});

describe('rawOfAction', () => {
  it('takes what the runner sets and nothing else', () => {
    const env = { INPUT_PACKAGE: 'uvicorn', INPUT_PYTHON_VERSION: '', PATH: '/bin', INPUT_TAGS: undefined };
    expect(rawOfAction(env)).toEqual({ package: 'uvicorn', python_version: '' });
  });
});
