/** A company's index beside the public one, with packages whose code looks for the credentials of that index. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { type LocalIndex, makeSdist, makeWheel, serveIndex } from './local-index.ts';
import { cli, fresh, registry, runImage } from './support.ts';

const user = { username: 'harbourmaster', password: 'low-tide-at-noon' };

/** Looks for the credentials wherever code of a package could, and gives what it found. */
export const spy = `
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

export interface Company {
  /** With the indexes' wheels, the certificate and the credentials. */
  readonly folder: string;
  readonly main: LocalIndex;
  readonly company: LocalIndex;
  /** Options for the image of the package, and for others of the same indexes. @param extra the input `extra_indexes`. */
  readonly options: (extra: string) => readonly string[];
  readonly stop: () => Promise<void>;
}

export async function startCompany(): Promise<Company> {
  const folder = mkdtempSync(join(tmpdir(), 'e2e-extra-'));
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
  const main = await serveIndex([harbour!, wrongLib!, wrongBuild!, wrongDynamic!]);
  const company = await serveIndex([lib!, dynamic!, build], { folder, ...user }, { alone: true });
  const netrc = `machine ${new URL(company.url).hostname} login ${user.username} password ${user.password}\n`;
  writeFileSync(join(folder, 'netrc'), netrc);
  return {
    folder,
    main,
    company,
    options: (extra) => [
      '--package=harbour',
      '--package-version=1.0',
      '--python-version=3.13',
      '--target-base=slim',
      `--base-registry=${registry}/library`,
      `--index-url=${main.url}`,
      `--extra-indexes=${extra}`,
      `--secrets=id=netrc,src=${join(folder, 'netrc')}`,
      `--ca-bundle=${join(folder, 'ca.pem')}`,
    ],
    stop: async () => {
      await Promise.all([main.stop(), company.stop()]);
      rmSync(folder, { recursive: true });
    },
  };
}

/** Builds the image, runs it, and expects that no code of it found the credentials. @param way how it is compiled then. */
export async function expectNoCredentials(
  { main, company, options }: Company,
  compile: string,
  way: string,
): Promise<void> {
  const platform = 'linux/arm/v7';
  const repository = fresh(`extra-${compile}`);
  const done = await cli([
    'build',
    ...options(`company = internal-* ${company.url}`),
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
}
