/** What `verify.py` finds in an installation, good and bad. */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { sharedLibrary } from './elf.ts';
import { type Content, folder, type Made, makeSite, programsFolder, python, run } from './programs.ts';

const told = await run(python, [
  '-c',
  'import os, sys, pip; print("%d.%d.%d" % sys.version_info[:3], os.uname().machine, os.path.dirname(pip.__file__), os.path.realpath(sys.executable))',
]);
const [version = '', machine = '', pip = '', real = ''] = told.stdout.trim().split(' ');
const minor = version.split('.').slice(0, 2).join('.');

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly message: string;
}

/** An environment of its own with `made` installed; `pip` gives it pip's code, but not as a distribution. */
async function environment(made: readonly Made[], withPip = true) {
  const at = await folder();
  const site = join(at, 'venv/lib', `python${minor}`, 'site-packages');
  const interpreter = join(at, 'venv/bin/python3');
  await mkdir(site, { recursive: true });
  await mkdir(join(at, 'venv/bin'));
  await symlink(real, interpreter);
  await writeFile(
    join(at, 'venv/pyvenv.cfg'),
    `home = ${dirname(real)}\ninclude-system-site-packages = false\n`,
  );
  if (withPip) await symlink(pip, join(site, 'pip'));
  await makeSite(site, interpreter, made);
  return { at, site, interpreter };
}

/** The checks without their times; `SITE` and `BIN` for this environment's folders. */
async function verified(
  made: readonly Made[],
  wanted: object,
  withPip = true,
  ...more: readonly string[]
): Promise<Check[]> {
  const { at, site, interpreter } = await environment(made, withPip);
  const [checks, result] = [join(at, 'checks.json'), join(at, 'result.json')];
  await writeFile(
    checks,
    JSON.stringify({
      python: minor,
      distribution: 'app',
      version: '1.0',
      extras: [],
      requirements: [],
      verify_command: null,
      scripts: true,
      ...wanted,
    }),
  );
  const ended = await run(interpreter, ['-B', join(programsFolder, 'verify.py'), checks, result, ...more]);
  expect(ended).toEqual({ code: 0, stdout: '', stderr: '' });
  const found = JSON.parse(await readFile(result, 'utf8')) as {
    python: string;
    machine: string;
    checks: (Check & { seconds: number })[];
  };
  expect(found).toMatchObject({ python: version, machine });
  expect(found.checks.every(({ seconds }) => seconds >= 0 && seconds < 60)).toBe(true);
  return found.checks.map(({ name, ok, message }) => ({
    name,
    ok,
    message: message.replaceAll(site, 'SITE').replaceAll(join(at, 'venv/bin'), 'BIN').replaceAll(at, 'AT'),
  }));
}

const script = (text = 'import app\n'): Content => ({ text: `#!PYTHON\n${text}`, mode: 0o755 });
const app: Made = {
  name: 'app',
  version: '1.0',
  headers: [
    'Requires-Dist: lib>=2',
    'Requires-Dist: never; python_version < "3"',
    'Requires-Dist: fast; extra == "speed"',
  ],
  files: {
    'app/__init__.py': 'print("noise on the standard output")\ndef main(): pass\n',
    'app/cli.py': 'class App:\n    @staticmethod\n    def run(): pass\n',
    '../../../bin/app': script(),
  },
  entry_points: '[console_scripts]\napp = app.cli:App.run\nextra = app.absent:main [speed]\n',
};
const lib: Made = { name: 'lib', version: '2.1', files: { 'lib.py': '' } };
const fine = {
  interpreter: { name: 'interpreter', ok: true, message: `Python ${version}` },
  metadata: (count: number): Check => ({
    name: 'metadata',
    ok: true,
    message: `${count} distributions, all requirements met`,
  }),
  libraries: { name: 'libraries', ok: true, message: 'no extensions' },
};

test('a good installation', async () => {
  const script = {
    ...app,
    files: { ...app.files, '../../../bin/extra': { text: '#!PYTHON\n', mode: 0o755 } },
  };
  expect(await verified([script, lib], { verify_command: 'echo said', requirements: ['lib'] })).toEqual([
    fine.interpreter,
    fine.metadata(2),
    { name: 'imports', ok: true, message: 'imported app' },
    fine.libraries,
    { name: 'scripts', ok: true, message: '2 scripts; loaded app' },
    {
      name: 'command',
      ok: true,
      message: 'said',
    },
  ]);
});

const alone = (files: Readonly<Record<string, Content>>, more: Partial<Made> = {}): Made[] => [
  { name: 'app', version: '1.0', files, ...more },
];
const elf = (library: Parameters<typeof sharedLibrary>[0]): Content => ({
  base64: sharedLibrary(library),
  mode: 0o755,
});
const module = 'PyInit_x';
const platform = process.arch === 'x64' ? 'amd64' : process.arch;

/** What is installed, what is wanted, and the one check that is looked at. */
const rows: readonly [string, readonly Made[], object, Check][] = [
  [
    'another Python',
    alone({ 'app.py': '' }),
    { python: '2.7' },
    { name: 'interpreter', ok: false, message: `the image runs Python ${version}, wanted is 2.7` },
  ],
  ['a patch release', alone({ 'app.py': '' }), { python: version }, fine.interpreter],
  [
    'a longer number that begins alike',
    alone({ 'app.py': '' }),
    { python: minor.slice(0, -1) },
    {
      name: 'interpreter',
      ok: false,
      message: `the image runs Python ${version}, wanted is ${minor.slice(0, -1)}`,
    },
  ],
  [
    'the interpreter that was found',
    alone({ 'app.py': '' }),
    { interpreter: { path: '/opt/venv/bin/python', through: 'ENTRYPOINT' } },
    { name: 'interpreter', ok: true, message: `Python ${version}: /opt/venv/bin/python, through ENTRYPOINT` },
  ],
  [
    'nothing installed for the interpreter of an own Dockerfile',
    [],
    { interpreter: { path: '/usr/local/bin/python3', through: 'PATH' }, starts: { entrypoint: ['/run.sh'] } },
    {
      name: 'metadata',
      ok: false,
      message:
        'app is not installed. Looked into was /usr/local/bin/python3, through PATH: if the image runs another Python, name its path in verify_python',
    },
  ],
  [
    'nothing installed for the interpreter of a rendered one',
    [],
    { interpreter: { path: '/usr/local/bin/python3', through: 'PATH' }, starts: null },
    { name: 'metadata', ok: false, message: 'app is not installed' },
  ],
  ['nothing installed', [], {}, { name: 'metadata', ok: false, message: 'app is not installed' }],
  [
    'another version',
    alone({ 'app.py': '' }),
    { version: '1.1' },
    { name: 'metadata', ok: false, message: 'app is 1.0, wanted is 1.1' },
  ],
  ['the same version written otherwise', alone({ 'app.py': '' }), { version: '1.0.0' }, fine.metadata(1)],
  [
    'an absent requirement',
    [app],
    {},
    { name: 'metadata', ok: false, message: 'app 1.0 requires lib, which is not installed' },
  ],
  [
    'an absent requirement of the lock',
    alone({ 'app.py': '' }),
    { requirements: ['Some.Thing'] },
    { name: 'metadata', ok: false, message: 'Some.Thing is not installed' },
  ],
  [
    'a requirement that is too old',
    [app, { ...lib, version: '1.9' }],
    {},
    { name: 'metadata', ok: false, message: 'app 1.0 has requirement lib>=2, but lib is 1.9' },
  ],
  ['a pre-release counts, as for pip', [app, { ...lib, version: '2.5rc1' }], {}, fine.metadata(2)],
  [
    'an extra that is not complete',
    [app, lib],
    { extras: ['speed'] },
    { name: 'metadata', ok: false, message: 'app 1.0 requires fast, which is not installed' },
  ],
  [
    'an extra of a requirement that is not complete',
    [
      { name: 'app', version: '1.0', headers: ['Requires-Dist: lib[more]'] },
      { ...lib, headers: ['Requires-Dist: deep; extra == "more"'] },
    ],
    {},
    { name: 'metadata', ok: false, message: 'lib 2.1 requires deep, which is not installed' },
  ],
  [
    'a requirement that is none',
    alone({}, { headers: ['Requires-Dist: ???'] }),
    {},
    { name: 'metadata', ok: false, message: 'app 1.0 has a requirement that is not one: ???' },
  ],
  [
    'a module that is missing',
    alone({ 'app/__init__.py': 'import nothing_like_that\n' }),
    {},
    {
      name: 'imports',
      ok: false,
      message: "failed: app: ModuleNotFoundError: No module named 'nothing_like_that'",
    },
  ],
  [
    'a module that Python no longer has',
    alone({
      'app.py': 'raise ModuleNotFoundError("No module named \'pkg_resources\'", name="pkg_resources")\n',
    }),
    {},
    {
      name: 'imports',
      ok: false,
      message:
        "failed: app: ModuleNotFoundError: No module named 'pkg_resources'. Python or setuptools no longer has it: add to requirements: setuptools<81",
    },
  ],
  [
    'a second module that wants an extra which was not asked for',
    alone({
      'app/__init__.py': '',
      'appd.py':
        'try:\n    import nothing_like_that\nexcept ImportError as e:\n    raise ImportError("install app[d]") from e\n',
    }),
    {},
    { name: 'imports', ok: true, message: 'imported app; appd not, for want of nothing_like_that' },
  ],
  [
    'a second module that lacks a part of its own',
    alone({ 'app/__init__.py': '', 'appd.py': 'import app.lost\n' }),
    {},
    { name: 'imports', ok: false, message: "failed: appd: ModuleNotFoundError: No module named 'app.lost'" },
  ],
  [
    'one of two entry points wants an extra',
    alone(
      {
        'app.py': 'main = 1\n',
        'appd/__init__.py': '',
        'appd/run.py': 'import nothing_like_that\n',
        '../../../bin/app': script(),
        '../../../bin/appd': script(),
      },
      { entry_points: '[console_scripts]\napp = app:main\nappd = appd.run:main\n' },
    ),
    {},
    {
      name: 'scripts',
      ok: true,
      message: '2 scripts; loaded app, appd; appd.run:main not, for want of nothing_like_that',
    },
  ],
  [
    'an import that exits',
    alone({ 'app.py': 'import sys; sys.exit("bye")\n' }),
    {},
    { name: 'imports', ok: false, message: 'failed: app: SystemExit: bye' },
  ],
  [
    'an import that ends the process',
    alone({ 'app.py': 'import os; os._exit(7)\n' }),
    {},
    { name: 'imports', ok: false, message: 'failed: exit code 7 while importing app' },
  ],
  [
    'an import that crashes',
    alone({ 'app/__init__.py': 'from . import low\n', 'app/low.py': 'import ctypes\nctypes.string_at(0)\n' }),
    {},
    {
      name: 'imports',
      ok: false,
      message: expect.stringMatching(
        /^failed: process ended by signal 11 while importing app, in .*\.py, line \d+ in \w+$/,
      ) as unknown as string,
    },
  ],
  [
    'an import that hangs',
    alone({ 'app.py': 'import time; time.sleep(60)\n' }),
    { time_limit: 1 },
    { name: 'imports', ok: false, message: 'failed: did not end in 1 seconds while importing app' },
  ],
  [
    'an import that leaves a process behind',
    alone({ 'app.py': 'import subprocess; subprocess.Popen(["sleep", "60"])\n' }),
    {},
    { name: 'imports', ok: true, message: 'imported app' },
  ],
  [
    'type stubs',
    alone({ 'app-stubs/__init__.pyi': '' }),
    {},
    { name: 'imports', ok: true, message: 'app has no modules: only type stubs' },
  ],
  [
    'scripts only',
    alone({ '../../../bin/app': script() }),
    {},
    { name: 'imports', ok: true, message: 'app has no modules' },
  ],
  [
    'a namespace',
    alone({
      'space/one/__init__.py': '',
      'space/one/inner.py': '',
      'space/two.py': '',
      'space/_private/__init__.py': '1/0',
    }),
    {},
    { name: 'imports', ok: true, message: 'imported space.one, space.two' },
  ],
  [
    'tests beside the package',
    alone({
      'app/__init__.py': '',
      'tests/__init__.py': '1/0',
      'docs/conf.py': '1/0',
      'app/tests/x.py': '1/0',
    }),
    {},
    { name: 'imports', ok: true, message: 'imported app' },
  ],
  [
    'only private modules',
    alone({ '_app.py': '' }),
    {},
    { name: 'imports', ok: true, message: 'imported _app' },
  ],
  [
    'a file named like a module of the checks',
    alone({ 'app.py': 'import checks\nassert checks.MINE\n', 'checks.py': 'MINE = 1\n' }),
    {},
    { name: 'imports', ok: true, message: 'imported app, checks' },
  ],
  [
    'a library that is missing',
    alone({ 'x.so': elf({ needed: ['libvips.so.42'], defines: [module] }) }),
    {},
    {
      name: 'libraries',
      ok: false,
      message:
        'x.so (app) needs libvips.so.42, which is not in the image. Add to runtime_packages: libvips42',
    },
  ],
  [
    'a library that is missing and unknown',
    alone({ 'x.so': elf({ needed: ['libq.so.1'], defines: [module] }) }),
    {},
    { name: 'libraries', ok: false, message: 'x.so (app) needs libq.so.1, which is not in the image' },
  ],
  [
    'a library that a bundled one misses',
    alone({
      'x.so': elf({ needed: ['libin.so.3'], runpath: '$ORIGIN/app.libs', defines: [module] }),
      'app.libs/libin.so.3': elf({ needed: ['libq.so.1'] }),
    }),
    {},
    {
      name: 'libraries',
      ok: false,
      message: 'app.libs/libin.so.3 (app) needs libq.so.1, which is not in the image',
    },
  ],
  [
    'a bundled library',
    alone({
      'a/x.so': elf({ needed: ['libin.so.3'], runpath: '$ORIGIN/../app.libs', defines: [module] }),
      'app.libs/libin.so.3': elf({}),
    }),
    {},
    { name: 'libraries', ok: true, message: '1 extensions find their libraries' },
  ],
  [
    'a bundled library that its package loads by itself',
    alone({ 'a/x.so': elf({ needed: ['libin.so.3'], defines: [module] }), 'b/libin.so.3': elf({}) }),
    {},
    { name: 'libraries', ok: true, message: '1 extensions find their libraries' },
  ],
  [
    'a plugin that Python does not import',
    alone({ 'plugins/x.so': elf({ needed: ['libq.so.1'] }) }),
    {},
    fine.libraries,
  ],
  [
    'an extension for another machine',
    alone({ 'x.so': elf({ machine: 40, defines: [module] }) }),
    {},
    { name: 'libraries', ok: false, message: `x.so (app) is for arm, and this platform is ${platform}` },
  ],
  [
    'an extension for another C library',
    alone({ 'x.so': elf({ needed: ['libc.musl-x86_64.so.1', 'libq.so.1'], defines: [module] }) }),
    {},
    { name: 'libraries', ok: false, message: 'x.so (app) is for musl, and this image has glibc' },
  ],
  [
    'an extension that the loader refuses',
    alone({ 'x.so': elf({ defines: [module], type: 2 }) }),
    {},
    {
      name: 'libraries',
      ok: false,
      message: 'x.so (app): cannot be loaded: cannot dynamically load executable',
    },
  ],
  ['a file that is no ELF file', alone({ 'x.so': 'INPUT(libx.so.1)\n' }), {}, fine.libraries],
  [
    'an entry point without its module',
    alone(
      { 'app.py': '', '../../../bin/app': script() },
      { entry_points: '[console_scripts]\napp = app.cli:main\n' },
    ),
    {},
    {
      name: 'scripts',
      ok: false,
      message:
        "app.cli:main: ModuleNotFoundError: No module named 'app.cli'; 'app' is not a package; app: its script app leads to app.cli, which is not installed",
    },
  ],
  [
    'an entry point without its function',
    alone(
      { 'app.py': '', '../../../bin/app': script() },
      { entry_points: '[console_scripts]\napp = app:main\n' },
    ),
    {},
    { name: 'scripts', ok: false, message: "app:main: AttributeError: module 'app' has no attribute 'main'" },
  ],
  [
    'a script that was lost',
    alone({ 'app.py': 'main = 1\n' }, { entry_points: '[console_scripts]\napp = app:main\n' }),
    {},
    { name: 'scripts', ok: false, message: 'app: its script app was not installed' },
  ],
  [
    'a script that cannot be executed',
    alone({ 'app.py': '', '../../../bin/app': '#!PYTHON\n' }),
    {},
    { name: 'scripts', ok: false, message: 'app: BIN/app cannot be executed' },
  ],
  [
    'a script for an interpreter that is elsewhere',
    alone({ 'app.py': '', '../../../bin/app': { text: '#!/no/python\n', mode: 0o755 } }),
    {},
    { name: 'scripts', ok: false, message: 'app: BIN/app runs with /no/python, which is not in the image' },
  ],
  [
    "another distribution's script that leads nowhere",
    [
      ...alone({ 'app.py': '' }),
      {
        name: 'lib',
        version: '1',
        files: { '../../../bin/lib': script() },
        entry_points: '[console_scripts]\nlib = lib.main:run\n',
      },
    ],
    {},
    { name: 'scripts', ok: false, message: 'lib: its script lib leads to lib.main, which is not installed' },
  ],
  [
    'a CMD whose program is there',
    alone({ 'app.py': '' }),
    { cmd: ['/bin/sh', '-c', 'true'] },
    { name: 'cmd', ok: true, message: '/bin/sh is /bin/sh' },
  ],
  [
    'a CMD whose program is not there',
    alone({ 'app.py': '' }),
    { cmd: ['no-such-program'] },
    {
      name: 'cmd',
      ok: false,
      message:
        "the command's program no-such-program is not in the image: name a console script of the package, or a path",
    },
  ],
  [
    'a command that fails',
    alone({ 'app.py': '' }),
    { verify_command: 'echo one; echo two >&2; exit 3' },
    { name: 'command', ok: false, message: '`echo one; echo two >&2; exit 3`: exit code 3\none\ntwo' },
  ],
  [
    'a command that hangs',
    alone({ 'app.py': '' }),
    { verify_command: 'echo begun; sleep 60', time_limit: 1 },
    { name: 'command', ok: false, message: '`echo begun; sleep 60`: did not end in 1 seconds\nbegun' },
  ],
  [
    'a command that crashes',
    alone({ 'app.py': '' }),
    { verify_command: 'kill -SEGV $$' },
    { name: 'command', ok: false, message: '`kill -SEGV $$`: process ended by signal 11\n' },
  ],
  [
    'a command that reads its input',
    alone({ 'app.py': '' }),
    { verify_command: 'cat; echo read' },
    { name: 'command', ok: true, message: 'read' },
  ],
  [
    'a command without output',
    alone({ 'app.py': '' }),
    { verify_command: 'true' },
    { name: 'command', ok: true, message: '`true` ended well, without output' },
  ],
];

describe('found', () => {
  test.each(rows)('%s', async (_, made, wanted, expected) => {
    const checks = await verified(made, wanted);
    expect(checks.find(({ name }) => name === expected.name)).toEqual(expected);
  });
});

/** BuildKit's TARGETARCH. */
describe('the processor that Python is built for', () => {
  const other = platform === 'amd64' ? 'arm64' : 'amd64';
  const wrong = (architecture: string): Check => ({
    name: 'interpreter',
    ok: false,
    message: `its Python is built for another processor than ${architecture}: the base has no image for this platform`,
  });
  test.each<[string, string, object, Check]>([
    ['is the right one', platform, {}, fine.interpreter],
    ['is another one', other, {}, wrong(other)],
    ['is another one, of the same family', 'arm', {}, wrong('arm')],
    ['is another one, whatever its version', other, { python: '2.7' }, wrong(other)],
    ['cannot be compared', 'pdp11', {}, fine.interpreter],
    ['is not said', '', {}, fine.interpreter],
  ])('%s', async (_, architecture, wanted, expected) => {
    const checks = await verified(alone({ 'app.py': '' }), wanted, true, '/no/library', architecture);
    expect(checks[0]).toEqual(expected);
    // What else is wrong is said too.
    expect(checks.map(({ name, ok }) => [name, ok]).slice(1)).toEqual([
      ['metadata', true],
      ['imports', true],
      ['libraries', true],
      ['scripts', true],
    ]);
  });

  test.each([
    ['386', [1, 3]],
    ['amd64', [1, 62]],
    ['arm', [1, 40]],
    ['arm64', [1, 183]],
    ['ppc64le', [1, 21]],
    ['riscv64', [1, 243]],
    ['s390x', [2, 22]],
  ])(
    '%s is known by its number, in the order of its bytes',
    async (architecture, [order = 1, number = 0]) => {
      const at = join(await folder(), 'python3');
      const header = Buffer.alloc(64);
      header.set([0x7f, 0x45, 0x4c, 0x46, 2, order]);
      if (order === 1) header.writeUInt16LE(number, 18);
      else header.writeUInt16BE(number, 18);
      await writeFile(at, header);
      const ask = `import sys; sys.path.insert(0, ${JSON.stringify(programsFolder)}); import verify; print(verify.machine_of(${JSON.stringify(at)}) == verify.MACHINES["${architecture}"])`;
      expect(await run(python, ['-B', '-c', ask])).toEqual({ code: 0, stdout: 'True\n', stderr: '' });
    },
  );
});

test('without pip, requirements are not compared, and that is said', async () => {
  const [, metadata] = await verified([{ ...app, headers: [] }], {}, false);
  expect(metadata).toEqual({
    name: 'metadata',
    ok: true,
    message: '1 installed; their requirements were not compared: this image has neither pip nor packaging',
  });
});

test('without scripts, none is looked at', async () => {
  const checks = await verified(alone({ 'app.py': '' }, { entry_points: '[console_scripts]\nx = y:z\n' }), {
    scripts: false,
  });
  expect(checks.map(({ name, ok }) => [name, ok])).toEqual([
    ['interpreter', true],
    ['metadata', true],
    ['imports', true],
    ['libraries', true],
  ]);
});

test('bytecode that was made before is used, by the checks and by the command', async () => {
  const { at, interpreter } = await environment(alone({ 'app.py': '' }));
  const library = join(at, 'library');
  const made = await run(python, [
    join(programsFolder, 'bytecode.py'),
    '--library',
    library,
    join(programsFolder, 'checks'),
  ]);
  expect(made).toEqual({ code: 0, stdout: '', stderr: '' });
  const show = 'import json, http.client; print(json.__cached__); print(http.client.__cached__)';
  const wanted = {
    python: minor,
    distribution: 'app',
    version: '1.0',
    verify_command: `${interpreter} -c '${show}'`,
  };
  await writeFile(join(at, 'checks.json'), JSON.stringify(wanted));
  const ended = await run(interpreter, [
    '-B',
    '-v',
    join(programsFolder, 'verify.py'),
    join(at, 'checks.json'),
    join(at, 'result.json'),
    library,
  ]);
  expect(ended.code).toBe(0);
  const matched = ended.stderr
    .split('\n')
    .filter((line) => line.startsWith(`# code object from '${library}`));
  expect(matched.some((line) => line.includes('/json/decoder.'))).toBe(true);
  expect(matched.some((line) => line.includes(join(programsFolder, 'checks/elf.')))).toBe(true);
  const result = JSON.parse(await readFile(join(at, 'result.json'), 'utf8')) as { checks: Check[] };
  const command = result.checks.find(({ name }) => name === 'command');
  expect(command?.message).toMatch(
    /^\/tmp\/verify-bytecode-\d+\/.*\/json\/__init__\..*\.pyc\n\/tmp\/verify-bytecode-\d+\/.*\/http\/client\..*\.pyc$/,
  );
});
