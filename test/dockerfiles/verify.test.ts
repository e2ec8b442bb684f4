/** What `verify.py` finds in good and bad installations. */
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type FindingKind, findingRules } from '../../src/build/finding-rules.ts';
import { sharedLibrary } from './elf.ts';
import {
  type Content,
  folder,
  type Distribution,
  makeSite,
  programsFolder,
  python,
  run,
} from './programs.ts';

const told = await run(python, [
  '-c',
  'import os, sys, pip; print("%d.%d.%d" % sys.version_info[:3], os.uname().machine, os.path.dirname(pip.__file__), os.path.realpath(sys.executable))',
]);
const [version = '', machine = '', pip = '', real = ''] = told.stdout.trim().split(' ');
const minor = version.split('.').slice(0, 2).join('.');

interface Finding {
  readonly kind: FindingKind;
  readonly subject: string;
  readonly distribution?: string;
  readonly message: string;
  readonly advice: string;
}
/**
 * A check of `verify.py`'s result. Findings are written `kind subject`, or `kind subject of distribution`; their messages
 * replace the check's.
 */
interface Check {
  readonly name: string;
  readonly found?: readonly string[];
  readonly message: string;
}

/** A new environment with these distributions; `pip` gives it pip's code, but not as a distribution. */
async function environment(made: readonly Distribution[], withPip = true) {
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

/** The checks without times; `SITE` and `BIN` stand for the environment's folders. */
async function verified(
  made: readonly Distribution[],
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
    checks: { name: string; seconds: number; message: string; findings: Finding[] }[];
  };
  expect(found).toMatchObject({ python: version, machine });
  expect(found.checks.every(({ seconds }) => seconds >= 0 && seconds < 60)).toBe(true);
  for (const { kind } of found.checks.flatMap(({ findings }) => findings))
    expect(Object.keys(findingRules)).toContain(kind);
  return found.checks.map(({ name, message, findings }) => ({
    name,
    ...(findings.length === 0 ? {} : { found: findings.map(foundText) }),
    message: (findings.length === 0
      ? message
      : findings.map((one) => [one.message, one.advice].join('. ').replace(/\. $/, '')).join('; ')
    )
      .replaceAll(site, 'SITE')
      .replaceAll(join(at, 'venv/bin'), 'BIN')
      .replaceAll(at, 'AT'),
  }));
}

const foundText = ({ kind, subject, distribution }: Finding): string =>
  `${kind} ${subject}${distribution === undefined ? '' : ` of ${distribution}`}`;

const script = (text = 'import app\n'): Content => ({ text: `#!PYTHON\n${text}`, mode: 0o755 });
const app: Distribution = {
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
const lib: Distribution = { name: 'lib', version: '2.1', files: { 'lib.py': '' } };
const fine = {
  interpreter: { name: 'interpreter', message: `Python ${version}` },
  metadata: (count: number): Check => ({
    name: 'metadata',

    message: `${count} distributions, all requirements met`,
  }),
  libraries: { name: 'libraries', message: 'no extensions' },
};

test('finds nothing in a good installation', async () => {
  const script = {
    ...app,
    files: { ...app.files, '../../../bin/extra': { text: '#!PYTHON\n', mode: 0o755 } },
  };
  expect(await verified([script, lib], { verify_command: 'echo said', requirements: ['lib'] })).toEqual([
    fine.interpreter,
    fine.metadata(2),
    { name: 'imports', message: 'imported app' },
    fine.libraries,
    { name: 'scripts', message: '2 scripts; loaded app' },
    {
      name: 'command',

      message: 'said',
    },
  ]);
});

const alone = (
  files: Readonly<Record<string, Content>>,
  more: Partial<Distribution> = {},
): Distribution[] => [{ name: 'app', version: '1.0', files, ...more }];
const elf = (library: Parameters<typeof sharedLibrary>[0]): Content => ({
  base64: sharedLibrary(library),
  mode: 0o755,
});
const module = 'PyInit_x';
const platform = process.arch === 'x64' ? 'amd64' : process.arch;

/** Title, what is installed, what is wanted, and the result of one check. */
const rows: readonly [string, readonly Distribution[], object, Check][] = [
  [
    'another Python',
    alone({ 'app.py': '' }),
    { python: '2.7' },
    {
      name: 'interpreter',
      found: ['interpreter-version python'],
      message: `the image runs Python ${version}, wanted is 2.7`,
    },
  ],
  ['a patch release', alone({ 'app.py': '' }), { python: version }, fine.interpreter],
  [
    'a longer number that begins alike',
    alone({ 'app.py': '' }),
    { python: minor.slice(0, -1) },
    {
      name: 'interpreter',
      found: ['interpreter-version python'],
      message: `the image runs Python ${version}, wanted is ${minor.slice(0, -1)}`,
    },
  ],
  [
    'the interpreter that interpreter.py found',
    alone({ 'app.py': '' }),
    { interpreter: { path: '/opt/venv/bin/python', through: 'ENTRYPOINT' } },
    { name: 'interpreter', message: `Python ${version}: /opt/venv/bin/python, through ENTRYPOINT` },
  ],
  [
    'an interpreter of a custom Dockerfile with nothing installed',
    [],
    { interpreter: { path: '/usr/local/bin/python3', through: 'PATH' }, starts: { entrypoint: ['/run.sh'] } },
    {
      name: 'metadata',
      found: ['not-installed app'],
      message:
        'app is not installed. Looked into was /usr/local/bin/python3, through PATH: if the image runs another Python, name its path in verify_python',
    },
  ],
  [
    'an interpreter of a rendered Dockerfile with nothing installed',
    [],
    { interpreter: { path: '/usr/local/bin/python3', through: 'PATH' }, starts: null },
    { name: 'metadata', found: ['not-installed app'], message: 'app is not installed' },
  ],
  [
    'an environment with nothing installed',
    [],
    {},
    { name: 'metadata', found: ['not-installed app'], message: 'app is not installed' },
  ],
  [
    'another version',
    alone({ 'app.py': '' }),
    { version: '1.1' },
    { name: 'metadata', found: ['other-version app'], message: 'app is 1.0, wanted is 1.1' },
  ],
  ['the same version written otherwise', alone({ 'app.py': '' }), { version: '1.0.0' }, fine.metadata(1)],
  [
    'an absent requirement',
    [app],
    {},
    { name: 'metadata', found: ['requirement app'], message: 'app 1.0 requires lib, which is not installed' },
  ],
  [
    'an absent requirement of the lock',
    alone({ 'app.py': '' }),
    { requirements: ['Some.Thing'] },
    { name: 'metadata', found: ['not-installed some-thing'], message: 'Some.Thing is not installed' },
  ],
  [
    'a requirement that is too old',
    [app, { ...lib, version: '1.9' }],
    {},
    {
      name: 'metadata',
      found: ['requirement app'],
      message: 'app 1.0 has requirement lib>=2, but lib is 1.9',
    },
  ],
  [
    'a pre-release, which counts as it does for pip',
    [app, { ...lib, version: '2.5rc1' }],
    {},
    fine.metadata(2),
  ],
  [
    'an extra that is not complete',
    [app, lib],
    { extras: ['speed'] },
    {
      name: 'metadata',
      found: ['requirement app'],
      message: 'app 1.0 requires fast, which is not installed',
    },
  ],
  [
    'an extra of a requirement that is not complete',
    [
      { name: 'app', version: '1.0', headers: ['Requires-Dist: lib[more]'] },
      { ...lib, headers: ['Requires-Dist: deep; extra == "more"'] },
    ],
    {},
    {
      name: 'metadata',
      found: ['requirement lib'],
      message: 'lib 2.1 requires deep, which is not installed',
    },
  ],
  [
    'a requirement that cannot be parsed',
    alone({}, { headers: ['Requires-Dist: ???'] }),
    {},
    {
      name: 'metadata',
      found: ['requirement-invalid app'],
      message: 'app 1.0 has a requirement that is not one: ???',
    },
  ],
  [
    'a module that is missing',
    alone({ 'app/__init__.py': 'import nothing_like_that\n' }),
    {},
    {
      name: 'imports',
      found: ['import-extra app'],
      message: "app: ModuleNotFoundError: No module named 'nothing_like_that'",
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
      found: ['import-python app'],
      message:
        "app: ModuleNotFoundError: No module named 'pkg_resources'. Python or setuptools no longer has it. Add to requirements: setuptools<82",
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
    { name: 'imports', found: ['part-extra appd'], message: 'appd: ImportError: install app[d]' },
  ],
  [
    'a second module that lacks a part of its own',
    alone({ 'app/__init__.py': '', 'appd.py': 'import app.lost\n' }),
    {},
    {
      name: 'imports',
      found: ['part-error appd'],
      message: "appd: ModuleNotFoundError: No module named 'app.lost'",
    },
  ],
  [
    'two entry points, one of which wants an extra',
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

      found: ['script-extra appd'],
      message: "appd (appd.run:main): ModuleNotFoundError: No module named 'nothing_like_that'",
    },
  ],
  [
    'an import that exits',
    alone({ 'app.py': 'import sys; sys.exit("bye")\n' }),
    {},
    { name: 'imports', found: ['import-error app'], message: 'app: SystemExit: bye' },
  ],
  [
    'an import that ends the process',
    alone({ 'app.py': 'import os; os._exit(7)\n' }),
    {},
    { name: 'imports', found: ['import-error app'], message: 'exit code 7 while importing app' },
  ],
  [
    'an import that crashes',
    alone({ 'app/__init__.py': 'from . import low\n', 'app/low.py': 'import ctypes\nctypes.string_at(0)\n' }),
    {},
    {
      name: 'imports',
      found: ['import-crash app'],
      message: expect.stringMatching(
        /^process ended by signal 11 while importing app, in .*\.py, line \d+ in \w+$/,
      ) as unknown as string,
    },
  ],
  [
    'an import that hangs',
    alone({ 'app.py': 'import time; time.sleep(60)\n' }),
    { time_limit: 1 },
    {
      name: 'imports',
      found: ['import-time app'],
      message: 'did not end in 1 seconds while importing app',
    },
  ],
  [
    'an import that leaves a process behind',
    alone({ 'app.py': 'import subprocess; subprocess.Popen(["sleep", "60"])\n' }),
    {},
    { name: 'imports', message: 'imported app' },
  ],
  [
    'type stubs',
    alone({ 'app-stubs/__init__.pyi': '' }),
    {},
    { name: 'imports', message: 'app has no modules: only type stubs' },
  ],
  [
    'scripts only',
    alone({ '../../../bin/app': script() }),
    {},
    { name: 'imports', message: 'app has no modules' },
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
    { name: 'imports', message: 'imported space.one, space.two' },
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
    { name: 'imports', message: 'imported app' },
  ],
  ['only private modules', alone({ '_app.py': '' }), {}, { name: 'imports', message: 'imported _app' }],
  [
    'a file named like a module of the checks',
    alone({ 'app.py': 'import checks\nassert checks.MINE\n', 'checks.py': 'MINE = 1\n' }),
    {},
    { name: 'imports', message: 'imported app, checks' },
  ],
  [
    'a library that is missing',
    alone({ 'x.so': elf({ needed: ['libvips.so.42'], defines: [module] }) }),
    {},
    {
      name: 'libraries',
      found: ['extension-library app'],
      message:
        'x.so (app) needs libvips.so.42, which is not in the image. Add to runtime_packages: libvips42',
    },
  ],
  [
    'a library that is missing and unknown',
    alone({ 'x.so': elf({ needed: ['libq.so.1'], defines: [module] }) }),
    {},
    {
      name: 'libraries',
      found: ['extension-library app'],
      message: 'x.so (app) needs libq.so.1, which is not in the image',
    },
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
      found: ['extension-library app'],
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
    { name: 'libraries', message: '1 extensions find their libraries' },
  ],
  [
    'a bundled library that its package loads by itself',
    alone({ 'a/x.so': elf({ needed: ['libin.so.3'], defines: [module] }), 'b/libin.so.3': elf({}) }),
    {},
    { name: 'libraries', message: '1 extensions find their libraries' },
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
    {
      name: 'libraries',
      found: ['extension-processor app'],
      message: `x.so (app) is for arm, and this platform is ${platform}`,
    },
  ],
  [
    'an extension for another C library',
    alone({ 'x.so': elf({ needed: ['libc.musl-x86_64.so.1', 'libq.so.1'], defines: [module] }) }),
    {},
    {
      name: 'libraries',
      found: ['extension-processor app'],
      message: 'x.so (app) is for musl, and this image has glibc',
    },
  ],
  [
    'an extension that the loader refuses',
    alone({ 'x.so': elf({ defines: [module], type: 2 }) }),
    {},
    {
      name: 'libraries',
      found: ['extension-load app'],
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
      found: ['script-target app'],
      message: "app (app.cli:main): ModuleNotFoundError: No module named 'app.cli'; 'app' is not a package",
    },
  ],
  [
    'an entry point without its function',
    alone(
      { 'app.py': '', '../../../bin/app': script() },
      { entry_points: '[console_scripts]\napp = app:main\n' },
    ),
    {},
    {
      name: 'scripts',
      found: ['script-error app'],
      message: "app (app:main): AttributeError: module 'app' has no attribute 'main'",
    },
  ],
  [
    'a script that is in RECORD only',
    alone({ 'app.py': 'main = 1\n' }, { entry_points: '[console_scripts]\napp = app:main\n' }),
    {},
    { name: 'scripts', found: ['file-missing app'], message: 'app: its script app was not installed' },
  ],
  [
    'a script that cannot be executed',
    alone(
      { 'app.py': 'def run(): pass\n', '../../../bin/app': '#!PYTHON\n' },
      { entry_points: '[console_scripts]\napp = app:run\n' },
    ),
    {},
    { name: 'scripts', found: ['script-mode app'], message: 'app: BIN/app cannot be executed' },
  ],
  [
    "a script of the author's that cannot be executed",
    alone({ 'app.py': '', '../../../bin/app': '#!PYTHON\n' }),
    {},
    { name: 'scripts', found: ['script-author-mode app'], message: 'app: BIN/app cannot be executed' },
  ],
  [
    'two missing libraries, with one advice for both',
    alone({
      'app/__init__.py':
        'raise ImportError("libvips.so.42: cannot open shared object file: No such file or directory")\n',
      'app/x.so': elf({ needed: ['libzbar.so.0'], defines: [module] }),
    }),
    {},
    {
      name: 'imports',
      found: ['import-library app'],
      message:
        'app: ImportError: libvips.so.42: cannot open shared object file: No such file or directory. Add to runtime_packages: libvips42 libzbar0',
    },
  ],
  [
    'a script for an interpreter that is elsewhere',
    alone(
      { 'app.py': 'def run(): pass\n', '../../../bin/app': { text: '#!/no/python\n', mode: 0o755 } },
      { entry_points: '[console_scripts]\napp = app:run\n' },
    ),
    {},
    {
      name: 'scripts',
      found: ['script-python app'],
      message: 'app: BIN/app runs with /no/python, which is not in the image',
    },
  ],
  [
    "a script of the author's for an interpreter that is elsewhere",
    alone({ 'app.py': '', '../../../bin/app': { text: '#!/no/python\n', mode: 0o755 } }),
    {},
    {
      name: 'scripts',
      found: ['script-runner app'],
      message: 'app: BIN/app runs with /no/python, which is not in the image',
    },
  ],
  [
    'an error of several lines, and a module after it',
    alone({ 'app.py': 'raise OSError("one\\r\\ntwo\\x85three")\n', 'appz.py': 'import nothing_like_that\n' }),
    {},
    {
      name: 'imports',
      found: ['import-error app', 'import-extra appz'],
      message:
        "app: OSError: one\r two\x85three; appz: ModuleNotFoundError: No module named 'nothing_like_that'",
    },
  ],
  [
    'a folder in a home that cannot be written',
    alone({ 'app.py': 'import os\nos.makedirs("/proc/none/.app")\n' }),
    {},
    {
      name: 'imports',
      found: ['import-file app'],
      message: "app: FileNotFoundError: [Errno 2] No such file or directory: '/proc/none'",
    },
  ],
  [
    'an extension for another Python',
    alone({ 'app.py': 'raise ImportError("x.so: undefined symbol: _Py_Gone")\n' }),
    {},
    {
      name: 'imports',
      found: ['import-symbol app'],
      message: 'app: ImportError: x.so: undefined symbol: _Py_Gone',
    },
  ],
  [
    'an extension of another distribution, behind the words of the one that imports it',
    [
      {
        name: 'app',
        version: '1.0',
        files: {
          'app.py':
            'import os\nat = os.path.join(os.path.dirname(__file__), "fast", "x.so")\ntry:\n    raise ImportError("undefined symbol: gone", path=at)\nexcept ImportError as error:\n    raise ImportError("x.so: undefined symbol: gone") from error\n',
        },
      },
      { name: 'Fast.Lib', version: '2', files: { 'fast/x.so': 'INPUT(libx.so.1)\n' } },
    ],
    {},
    {
      name: 'imports',
      found: ['import-symbol app of fast-lib'],
      message: 'app: ImportError: x.so: undefined symbol: gone',
    },
  ],
  [
    'one module of several that is not whole',
    alone({ 'app.py': '', 'appz.py': 'x = 1\0\n' }),
    {},
    {
      name: 'imports',
      found: ['file-damaged appz'],
      message: expect.stringMatching(/^appz: SyntaxError: source code .*null bytes/) as string,
    },
  ],
  [
    'an extra that only an unneeded distribution asks for',
    [
      { ...app, headers: ['Requires-Dist: lib>=2'] },
      { ...lib, headers: ['Requires-Dist: fast; extra == "speed"'] },
      { name: 'tool', version: '1', headers: ['Requires-Dist: lib[speed]'], files: { 'tool.py': '' } },
    ],
    {},
    {
      name: 'metadata',
      found: ['requirement-elsewhere lib'],
      message: 'lib 2.1 requires fast, which is not installed',
    },
  ],
  [
    'an environment with nothing installed, with the whole check left out',
    [],
    { skip: ['metadata:*'] },
    { name: 'metadata', found: ['not-installed app'], message: 'app is not installed' },
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
    {
      name: 'scripts',
      found: ['script-target lib'],
      message: 'lib: its script lib leads to lib.main, which is not installed',
    },
  ],
  [
    'a CMD whose program is there',
    alone({ 'app.py': '' }),
    { cmd: ['/bin/sh', '-c', 'true'] },
    { name: 'cmd', message: '/bin/sh is /bin/sh' },
  ],
  [
    'a CMD whose program is not there',
    alone({ 'app.py': '' }),
    { cmd: ['no-such-program'] },
    {
      name: 'cmd',
      found: ['cmd-missing no-such-program'],
      message:
        "the command's program no-such-program is not in the image: name a console script of the package, or a path",
    },
  ],
  [
    'a command that fails',
    alone({ 'app.py': '' }),
    { verify_command: 'echo one; echo two >&2; exit 3' },
    {
      name: 'command',
      found: ['command-failed echo one; echo two >&2; exit 3'],
      message: '`echo one; echo two >&2; exit 3`: exit code 3\none\ntwo',
    },
  ],
  [
    'a command that nobody asked for and that fails',
    alone({ 'app.py': '' }),
    { trial: 'echo no such option; exit 2' },
    {
      name: 'command',
      found: ['trial-failed echo no such option; exit 2'],
      message: '`echo no such option; exit 2`: exit code 2\nno such option',
    },
  ],
  [
    'the command that was asked for in place of another',
    alone({ 'app.py': '' }),
    { verify_command: 'echo asked', trial: 'exit 2' },
    { name: 'command', message: 'asked' },
  ],
  [
    'a command that hangs',
    alone({ 'app.py': '' }),
    { verify_command: 'echo begun; sleep 60', time_limit: 1 },
    {
      name: 'command',
      found: ['command-failed echo begun; sleep 60'],
      message: '`echo begun; sleep 60`: did not end in 1 seconds\nbegun',
    },
  ],
  [
    'a command that crashes',
    alone({ 'app.py': '' }),
    { verify_command: 'kill -SEGV $$' },
    {
      name: 'command',
      found: ['command-failed kill -SEGV $$'],
      message: '`kill -SEGV $$`: process ended by signal 11\n',
    },
  ],
  [
    'a command that reads its input',
    alone({ 'app.py': '' }),
    { verify_command: 'cat; echo read' },
    { name: 'command', message: 'read' },
  ],
  [
    'a command without output',
    alone({ 'app.py': '' }),
    { verify_command: 'true' },
    { name: 'command', message: '`true` ended well, without output' },
  ],
  [
    'a module that wants a variable',
    alone({ 'app.py': 'import os\nos.environ["APP_TOKEN"]\n' }),
    {},
    { name: 'imports', found: ['import-environment app'], message: "app: KeyError: 'APP_TOKEN'" },
  ],
  [
    'a module that wants a credential',
    alone({ 'app.py': 'raise ValueError("The api_key must be set")\n' }),
    {},
    {
      name: 'imports',
      found: ['import-environment app'],
      message: 'app: ValueError: The api_key must be set',
    },
  ],
  [
    'a module that looks for a key that no variable has',
    alone({ 'app.py': '{}["APP_TOKEN"]\n' }),
    {},
    { name: 'imports', found: ['import-error app'], message: "app: KeyError: 'APP_TOKEN'" },
  ],
  [
    'a module that writes to a folder which is not there',
    alone({ 'app.py': 'open("/proc/none/app.log", "w")\n' }),
    {},
    {
      name: 'imports',
      found: ['import-file app'],
      message: "app: FileNotFoundError: [Errno 2] No such file or directory: '/proc/none/app.log'",
    },
  ],
  [
    'a module that opens a connection',
    alone({ 'app.py': 'import socket\nsocket.create_connection(("127.0.0.1", 9))\n' }),
    {},
    {
      name: 'imports',
      found: ['import-network app'],
      message: 'app: ConnectionRefusedError: [Errno 111] Connection refused',
    },
  ],
  [
    'a module for a newer Python',
    alone({ 'app.py': 'print "hello"\n' }),
    {},
    {
      name: 'imports',
      found: ['import-python app'],
      message: expect.stringMatching(/^app: SyntaxError: /) as string,
    },
  ],
  [
    'a module whose file is cut off',
    alone({ 'app.py': 'x = 1\0\n' }),
    {},
    {
      name: 'imports',
      found: ['file-damaged app'],
      message: expect.stringMatching(/^app: SyntaxError: source code .*null bytes/) as string,
    },
  ],
  [
    'a library that the package looks for by its name',
    alone({ 'app.py': 'raise ImportError("Unable to find zbar shared library")\n' }),
    {},
    {
      name: 'imports',
      found: ['import-library app'],
      message: 'app: ImportError: Unable to find zbar shared library. Add to runtime_packages: libzbar0',
    },
  ],
  [
    'a library that musl does not find',
    alone({
      'app.py':
        'raise ImportError("Error loading shared library libnone.so.1: No such file or directory (needed by x.so)")\n',
    }),
    {},
    {
      name: 'imports',
      found: ['import-library app'],
      message:
        'app: ImportError: Error loading shared library libnone.so.1: No such file or directory (needed by x.so)',
    },
  ],
  [
    'an error that names a library which is in the image',
    alone({ 'app.py': 'raise ImportError("libz is not what it was")\n' }),
    {},
    { name: 'imports', found: ['import-error app'], message: 'app: ImportError: libz is not what it was' },
  ],
  [
    'a module after one that crashes',
    alone({
      'app.py': '',
      'appa.py': 'import os\nos.kill(os.getpid(), 11)\n',
      'appz.py': 'import nothing_like_that\n',
    }),
    {},
    {
      name: 'imports',
      found: ['part-crash appa', 'part-extra appz'],
      message: expect.stringMatching(
        /^process ended by signal 11 while importing appa.*; appz: ModuleNotFoundError: No module named 'nothing_like_that'$/,
      ) as string,
    },
  ],
  [
    'a module that verify_skip leaves out',
    alone({ 'app.py': '', 'appa.py': 'import os\nos.kill(os.getpid(), 11)\n', 'appz.py': '' }),
    { skip: ['imports:appa'] },
    { name: 'imports', message: 'imported app, appz' },
  ],
  [
    'a distribution that verify_skip leaves out',
    alone({ 'app.py': '', 'x.so': elf({ needed: ['libq.so.1'], defines: [module] }) }),
    { skip: ['libraries:a*'] },
    { name: 'libraries', message: 'no extensions' },
  ],
  [
    'a collection of plugins without packages',
    alone(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`app/plugins/p${at}/one.py`, '']))),
    {},
    {
      name: 'imports',
      message: expect.stringMatching(/^imported app\.plugins\.p.* \(24 of 300 modules\)$/) as string,
    },
  ],
  [
    'a module that hangs, and one after it that is then not imported',
    alone({ 'app.py': '', 'appa.py': 'import time; time.sleep(60)\n', 'appz.py': '' }),
    { time_limit: 1 },
    {
      name: 'imports',
      found: ['time-limit appa', 'time-limit *'],
      message:
        'did not end in 1 seconds while importing appa; 1 modules were not imported: the time for the checks was over',
    },
  ],
  [
    'a module that is in RECORD only',
    alone({
      'app/__init__.py': 'import os\nos.remove(__file__.replace("__init__", "lost"))\nimport app.lost\n',
      'app/lost.py': '',
    }),
    {},
    {
      name: 'imports',
      found: ['file-missing app'],
      message:
        "app: ModuleNotFoundError: No module named 'app.lost'. Its file is in the distribution's RECORD, and not in the image",
    },
  ],
  [
    'a program for another processor',
    alone({ 'app.py': '', '../../../bin/app': elf({ machine: process.arch === 'x64' ? 183 : 62 }) }),
    {},
    {
      name: 'scripts',
      found: ['program-processor app'],
      message: `app: BIN/app is for ${process.arch === 'x64' ? 'arm64' : 'amd64'}, and this platform is ${platform}`,
    },
  ],
];

describe('verify.py', () => {
  test.each(rows)('looks at %s', async (_, made, wanted, expected) => {
    const checks = await verified(made, wanted);
    expect(checks.find(({ name }) => name === expected.name)).toEqual(expected);
  });
});

/** BuildKit's TARGETARCH. */
describe('the processor that Python is built for', () => {
  const other = platform === 'amd64' ? 'arm64' : 'amd64';
  const wrong = (architecture: string): Check => ({
    name: 'interpreter',
    found: ['interpreter-processor python'],
    message: `its Python is built for another processor than ${architecture}: the base has no image for this platform`,
  });
  test.each<[string, string, object, Check]>([
    ['is the right one', platform, {}, fine.interpreter],
    ['is another one', other, {}, wrong(other)],
    ['is another one, of the same family', 'arm', {}, wrong('arm')],
    ['is another one, and of another version', other, { python: '2.7' }, wrong(other)],
    ['cannot be compared', 'pdp11', {}, fine.interpreter],
    ['is not given', '', {}, fine.interpreter],
  ])('%s', async (_, architecture, wanted, expected) => {
    const checks = await verified(alone({ 'app.py': '' }), wanted, true, '/no/library', architecture);
    expect(checks[0]).toEqual(expected);
    // The other checks run as well.
    expect(checks.map(({ name, found }) => [name, found]).slice(1)).toEqual([
      ['metadata', undefined],
      ['imports', undefined],
      ['libraries', undefined],
      ['scripts', undefined],
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

test('does not compare requirements without pip and packaging, and says so', async () => {
  const [, metadata] = await verified([{ ...app, headers: [] }], {}, false);
  expect(metadata).toEqual({
    name: 'metadata',

    message: '1 installed; their requirements were not compared: this image has neither pip nor packaging',
  });
});

test('checks no scripts if they are left out', async () => {
  const checks = await verified(alone({ 'app.py': '' }, { entry_points: '[console_scripts]\nx = y:z\n' }), {
    scripts: false,
  });
  expect(checks.map(({ name, found }) => [name, found])).toEqual([
    ['interpreter', undefined],
    ['metadata', undefined],
    ['imports', undefined],
    ['libraries', undefined],
  ]);
});

test('uses bytecode of the library in the checks and in the command', async () => {
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

test.each([
  ['as root', true, process.getuid?.() === 0],
  ['nothing', false, false],
])('hands on what an image carries that starts %s', async (_, isStarting, root) => {
  const { at, interpreter } = await environment([]);
  const [checks, result] = [join(at, 'checks.json'), join(at, 'result.json')];
  const carries = { starts: isStarting, compilers: ['gcc'], caches: [] };
  await writeFile(checks, JSON.stringify({ python: null, distribution: null, skip: [], carries }));
  await run(interpreter, ['-B', join(programsFolder, 'verify.py'), checks, result]);
  expect(JSON.parse(await readFile(result, 'utf8'))).toMatchObject({
    carries: { root, compilers: ['gcc'], caches: [] },
  });
});
