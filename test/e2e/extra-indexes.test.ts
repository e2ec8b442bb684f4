/** Packages of a company's index beside the public one: whose they are, and who sees the credentials. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report, RunReport } from '../../src/report/report.ts';
import { makeWheels } from '../dockerfiles/programs.ts';
import { type LocalIndex, makeSdist, makeWheel, serveIndex } from './local-index.ts';
import { makeSources } from './made-sources.ts';
import { cli, failing, fresh, registry, runImage } from './support.ts';

const user = { username: 'harbourmaster', password: 'low-tide-at-noon' };
let folder: string;
let main: LocalIndex;
let company: LocalIndex;
let netrc: string;

/** Looks for the credentials wherever code of a package could, and gives what it found. */
const spy = `
import glob, os, subprocess, urllib.parse

def search(secret):
    found = []
    def look(where, text):
        if secret in text:
            found.append(where)
    def read(path):
        try:
            with open(path, "rb") as file:
                return file.read(1 << 20).decode("latin-1")
        except Exception as error:
            return type(error).__name__
    look("environment", repr(os.environ))
    for pattern in ("/run/secrets/*", "/proc/*/environ", "/proc/*/cmdline", "/proc/*/fd/*", "/root/.netrc", "/root/*",
                    "/tmp/*", "/home/*/.netrc", os.path.expanduser("~/.netrc"), "/proc/*/root/run/secrets/*"):
        for path in filter(os.path.isfile, glob.glob(pattern)):
            look(path, read(path))
    for path in glob.glob("/proc/[0-9]*/maps"):
        for line in read(path).splitlines():
            words = line.split()
            if len(words) > 1 and words[1].startswith("rw"):
                begin, end = (int(part, 16) for part in words[0].split("-"))
                try:
                    with open(path.replace("maps", "mem"), "rb", 0) as memory:
                        memory.seek(begin)
                        # In pieces, so that the word itself, which is spelled out nowhere, is in no memory of this one.
                        text = memory.read(min(end - begin, 1 << 24)).decode("latin-1")
                except Exception:
                    continue
                if os.path.basename(os.path.dirname(path)) not in ("self", str(os.getpid())):
                    look(path, text)
    for command in (["su", "-c", "cat /run/secrets/netrc"], ["sudo", "-n", "cat", "/run/secrets/netrc"],
                    ["sh", "-c", "umount /run/secrets/netrc; unshare -Ur cat /run/secrets/netrc; cat /run/secrets/netrc"]):
        try:
            look(command[0], subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=20).stdout.decode("latin-1"))
        except Exception:
            pass
    return sorted(found)
`;

/** A backend that compiles a module, and writes into the wheel what the spy found. It wants a requirement of its own. */
const backend = `
import json, os, subprocess, sys, sysconfig, zipfile
import internal_build
import spy

word = "-".join(["low", "tide", "at", "noon"])
found = {}

def get_requires_for_build_wheel(config_settings=None):
    found["asked"] = spy.search(word)
    with open("asked.json", "w") as file:
        json.dump(found, file)
    return ["internal-dynamic"]

def build_wheel(folder, config_settings=None, metadata_directory=None):
    import internal_dynamic
    with open("asked.json") as file:
        found = json.load(file)
    found.update(built=spy.search(word), build=internal_build.version, dynamic=internal_dynamic.found, readable=os.access("/run/secrets/netrc", os.R_OK), uid=os.getuid())
    module = "harbour_own" + sysconfig.get_config_var("EXT_SUFFIX")
    compiler = os.environ.get("CC", "cc").split()
    subprocess.run(compiler + ["-shared", "-fPIC", "-I", sysconfig.get_path("include"), "harbour_own.c", "-o", module], check=True)
    tag = "cp%d%d-cp%d%d-" % (sys.version_info[:2] * 2) + sysconfig.get_platform().replace("-", "_")
    wheel = "internal_lib-1.0-%s.whl" % tag
    info = "internal_lib-1.0.dist-info/"
    with zipfile.ZipFile(os.path.join(folder, wheel), "w") as archive:
        archive.write(module)
        archive.writestr("internal_lib.py", "found = %r" % json.dumps(found, sort_keys=True))
        archive.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: internal-lib\\nVersion: 1.0\\n")
        archive.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: false\\nTag: %s\\n" % tag)
        archive.writestr(info + "RECORD", "")
    return wheel
`;

const module = `
#include <Python.h>
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "harbour_own", "", -1, NULL};
PyMODINIT_FUNC PyInit_harbour_own(void) { return PyModule_Create(&module); }
`;

/** Pure, and built of its source as a build requirement of another. */
const dynamicBackend = `
import os, zipfile
import spy
def build_wheel(folder, config_settings=None, metadata_directory=None):
    wheel = "internal_dynamic-1.0-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(folder, wheel), "w") as archive:
        archive.writestr("internal_dynamic.py", "found = %r" % spy.search("-".join(["low", "tide", "at", "noon"])))
        info = "internal_dynamic-1.0.dist-info/"
        archive.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: internal-dynamic\\nVersion: 1.0\\n")
        archive.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        archive.writestr(info + "RECORD", "")
    return wheel
`;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'e2e-extra-'));
  const build = await makeWheel(folder, { name: 'internal-build', version: '1.0', script: 'pass' });
  const [lib, dynamic, wrongLib, wrongBuild, wrongDynamic, harbour] = await Promise.all([
    makeSdist(folder, 'internal_lib', '1.0', {
      'pyproject.toml':
        '[build-system]\nrequires = ["internal-build"]\nbuild-backend = "backend"\nbackend-path = ["."]\n',
      'backend.py': backend.replace('internal_build.version', 'internal_build.__name__'),
      'spy.py': spy,
      'harbour_own.c': module,
    }),
    makeSdist(folder, 'internal_dynamic', '1.0', { 'backend.py': dynamicBackend, 'spy.py': spy }),
    ...['internal-lib', 'internal-build', 'internal-dynamic'].map((name) =>
      makeWheel(folder, { name, version: '9.0', script: 'print("confused")' }),
    ),
    makeWheel(folder, {
      name: 'harbour',
      version: '1.0',
      requires: ['internal-lib'],
      script: 'import internal_lib, harbour_own; print(internal_lib.found)',
    }),
  ]);
  main = await serveIndex([harbour!, wrongLib!, wrongBuild!, wrongDynamic!]);
  company = await serveIndex([lib!, dynamic!, build], { folder, ...user }, { alone: true });
  netrc = `machine ${new URL(company.url).hostname} login ${user.username} password ${user.password}\n`;
  writeFileSync(join(folder, 'netrc'), netrc);
});
afterAll(async () => {
  await Promise.all([main.stop(), company.stop()]);
  rmSync(folder, { recursive: true });
});

const image = (extra: string) => [
  '--package=harbour',
  '--package-version=1.0',
  '--python-version=3.13',
  '--target-base=slim',
  `--base-registry=${registry}/library`,
  `--index-url=${main.url}`,
  `--extra-indexes=${extra}`,
  `--secrets=id=netrc,src=${join(folder, 'netrc')}`,
  `--ca-bundle=${join(folder, 'ca.pem')}`,
];

test.each([
  ['cross-compiled', 'auto', 'cross'],
  ['compiled under emulation', 'emulate', 'emulated'],
])('what is %s comes from its own index, and finds no credentials', async (_, compile, way) => {
  const platform = 'linux/arm/v7';
  const repository = fresh(`extra-${compile}`);
  const done = await cli([
    'build',
    ...image(`company = internal-* ${company.url}`),
    `--platform=${platform}`,
    `--compile=${compile}`,
    '--wheel-store=off',
    `--registry=${registry}`,
    `--image-name=${repository}`,
    '--push',
    '--json',
  ]);
  const { problems, compiled } = JSON.parse(done.stdout) as Report;
  expect({ code: done.code, problems }, done.stderr).toEqual({ code: 0, problems: [] });
  expect(compiled.map(({ name, version, way }) => [name, version, way])).toEqual([
    ['internal-lib', '1.0', way],
  ]);
  const said = await runImage(`${registry}/${repository}:py3.13-slim-1.0`, platform, ['harbour']);
  expect(JSON.parse(said)).toEqual({
    asked: [],
    built: [],
    dynamic: [],
    build: 'internal_build',
    readable: false,
    uid: 65534,
  });
  expect(done.stdout + done.stderr).not.toContain(user.password);
  expect([...main.asked].filter((path) => path.includes('internal'))).toEqual([]);
});

/** The build of a project, which fails where the spy finds anything. */
const projectBackend = `
import io, os, tarfile, zipfile
import internal_build
import spy

def search():
    found = spy.search("-".join(["low", "tide", "at", "noon"]))
    if found:
        raise RuntimeError("found in %s" % found)

metadata = "Metadata-Version: 2.1\\nName: breakwater\\nVersion: 1.0\\n"

def build_sdist(folder, config_settings=None):
    search()
    with tarfile.open(os.path.join(folder, "breakwater-1.0.tar.gz"), "w:gz") as archive:
        member = tarfile.TarInfo("breakwater-1.0/PKG-INFO")
        member.size = len(metadata)
        archive.addfile(member, io.BytesIO(metadata.encode()))
    return "breakwater-1.0.tar.gz"

def build_wheel(folder, config_settings=None, metadata_directory=None):
    search()
    wheel = "breakwater-1.0-py3-none-any.whl"
    info = "breakwater-1.0.dist-info/"
    with zipfile.ZipFile(os.path.join(folder, wheel), "w") as archive:
        archive.writestr("breakwater.py", "def main():\\n    print(1)\\n")
        archive.writestr(info + "METADATA", metadata)
        archive.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        archive.writestr(info + "entry_points.txt", "[console_scripts]\\nbreakwater = breakwater:main\\n")
        archive.writestr(info + "RECORD", "")
    return wheel
`;

test('the build of a project has its requirements from their own index, and finds no credentials', async () => {
  const work = join(folder, 'breakwater');
  mkdirSync(work);
  const files = {
    'pyproject.toml':
      '[build-system]\nrequires = ["internal-build"]\nbuild-backend = "backend"\nbackend-path = ["."]\n[project]\nname = "breakwater"\nversion = "1.0"\n[project.scripts]\nbreakwater = "breakwater:main"\n',
    'backend.py': projectBackend,
    'spy.py': spy,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(work, name), text, { mode: 0o600 });
  const [, , ...options] = image(`internal-* ${company.url}`);
  const done = await cli(
    ['project', '--dry-run', '--json', '--platform=linux/amd64', `--registry=${registry}`, ...options],
    { cwd: work },
  );
  const { problems } = JSON.parse(done.stdout) as RunReport;
  expect({ code: done.code, problems }, done.stderr).toEqual({ code: 0, problems: [] });
});

test('an index that is down ends it for what it owns, and the other is not asked', async () => {
  const { code, report } = await failing([
    ...image('internal-* http://127.0.0.1:9/simple'),
    '--platform=linux/amd64',
    '--dry-run',
  ]);
  expect({ code, problems: report.problems }).toEqual({
    code: 3,
    problems: [
      {
        station: 'index',
        message: expect.stringMatching(
          /^GET http:\/\/127\.0\.0\.1:9\/simple\/internal-lib\/: .*By extra_indexes, internal-lib comes from there alone\.$/,
        ),
      },
    ],
  });
});

test('a built wheel of another index is taken in place of compiling, of the version that the main one has', async () => {
  const [source] = await makeSources(folder, ['fastidious']);
  const [own, ...wheels] = await makeWheels(
    folder,
    [
      ['1.0', 'manylinux_2_17_x86_64'],
      ['1.0', 'linux_armv7l'],
      ['2.0', 'linux_armv7l'],
    ].map(([version, platform]) => ({
      name: 'fastidious',
      version: version!,
      tag: `cp313-cp313-${platform}`,
      pure: false,
      files: { 'fastidious.py': 'def main():\n    print("built elsewhere")\n' },
      entry_points: '[console_scripts]\nfastidious = fastidious:main\n',
    })),
  );
  const [sources, built] = await Promise.all([
    serveIndex([source!, join(folder, own!.filename)]),
    serveIndex(
      wheels.map(({ filename }) => join(folder, filename)),
      undefined,
      { alone: true },
    ),
  ]);
  const repository = fresh('extra-wheels');
  const build = (...options: readonly string[]) =>
    cli([
      'build',
      '--json',
      '--package=fastidious',
      '--package-version=latest',
      '--python-version=3.13',
      '--target-base=slim',
      '--platform=linux/arm/v7',
      `--base-registry=${registry}/library`,
      `--index-url=${sources.url}`,
      `--extra-indexes=pi = wheels linux/arm/v7 ${built.url}`,
      `--registry=${registry}`,
      `--image-name=${repository}`,
      ...options,
    ]);
  try {
    const done = await build('--push');
    const { problems, compiled, tags } = JSON.parse(done.stdout) as Report;
    expect({ problems, compiled, tags }, done.stderr).toEqual({
      problems: [],
      compiled: [
        {
          platform: 'linux/arm/v7',
          name: 'fastidious',
          version: '1.0',
          because: 'no wheel for cp313 on linux/arm/v7',
          way: 'wheel',
          from: 'pi',
        },
      ],
      tags: expect.arrayContaining(['py3.13-slim-1.0']),
    });
    const image = `${registry}/${repository}:py3.13-slim-1.0`;
    expect(await runImage(image, 'linux/arm/v7', ['fastidious'])).toBe('built elsewhere');
    await built.stop();
    // What is published stays as it is; what is made anew is compiled.
    const [kept, again] = [await build('--dry-run', '--push'), await build('--dry-run', '--force')];
    const after = JSON.parse(again.stdout) as Report;
    const { decision, reason } = JSON.parse(kept.stdout) as Report;
    expect({ decision, reason }).toEqual({
      decision: 'keep',
      reason: expect.stringMatching(/^nothing changed: /) as string,
    });
    expect(after.compiled.map(({ name, way, from }) => [name, way, from])).toEqual([
      ['fastidious', 'cross', undefined],
    ]);
    expect(again.stdout).toMatch(/no wheels are taken from pi, and what has none is compiled: GET http/);
  } finally {
    await sources.stop();
  }
});
