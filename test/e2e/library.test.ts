/**
 * An sdist with an extension that needs a library: failures name the package that is missing, first for compiling, then
 * for running; with both packages the image runs everywhere. The sdist's code never runs on this machine.
 */
import { existsSync, rmSync } from 'node:fs';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandOn } from '../support/pages.ts';
import { build, failing, fresh, inFolder, machines, must, node, probe, registry, tagsOf } from './support.ts';
import { type LocalIndex, makeSdist, serveIndex } from './local-index.ts';

/** The build code writes this file wherever it runs. */
const trace = '/tmp/e2e-build-code-ran-here';

const backend = `
import os, subprocess, sysconfig, zipfile
open("${trace}", "w").close()
INFO = "saltprobe-1.0.dist-info"
METADATA = "Metadata-Version: 2.1\\nName: saltprobe\\nVersion: 1.0\\n"
TAG = "cp313-cp313-" + sysconfig.get_platform().replace("-", "_").replace(".", "_")

def prepare_metadata_for_build_wheel(folder, config_settings=None):
    os.mkdir(os.path.join(folder, INFO))
    with open(os.path.join(folder, INFO, "METADATA"), "w") as file:
        file.write(METADATA)
    return INFO

def build_wheel(folder, config_settings=None, metadata_directory=None):
    native = "_native" + sysconfig.get_config_var("EXT_SUFFIX")
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-I", sysconfig.get_path("include"), "native.c", "-lsodium", "-o", native], check=True)
    name = "saltprobe-1.0-%s.whl" % TAG
    with zipfile.ZipFile(os.path.join(folder, name), "w") as wheel:
        wheel.writestr("saltprobe/__init__.py", "from saltprobe._native import version\\n")
        wheel.write(native, "saltprobe/" + native)
        wheel.writestr(INFO + "/METADATA", METADATA)
        wheel.writestr(INFO + "/WHEEL", "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: false\\nTag: %s\\n" % TAG)
        wheel.writestr(INFO + "/RECORD", "saltprobe/__init__.py,,\\nsaltprobe/%s,,\\n" % native)
    return name
`;

const native = `
#include <Python.h>
#include <sodium.h>
static PyObject *version(PyObject *self, PyObject *none) { return PyUnicode_FromString(sodium_version_string()); }
static PyMethodDef methods[] = {{"version", version, METH_NOARGS, ""}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "_native", "", -1, methods};
PyMODINIT_FUNC PyInit__native(void) { return PyModule_Create(&module); }
`;

const platforms = ['linux/amd64', 'linux/arm/v7'];
const folder = mkdtempSync(join(tmpdir(), 'e2e-sdist-'));
const repository = fresh('saltprobe');
let index: LocalIndex;
let options: string[];

beforeAll(async () => {
  rmSync(trace, { force: true });
  index = await serveIndex([
    await makeSdist(folder, 'saltprobe', '1.0', { 'backend.py': backend, 'native.c': native }),
  ]);
  options = [
    '--package=saltprobe',
    '--package-version=1.0',
    '--python-version=3.13',
    '--target-base=slim',
    `--index-url=${index.url}`,
  ];
});
afterAll(async () => {
  await index.stop();
  rmSync(folder, { recursive: true });
});

const pushed = (): string[] => ['--push', `--registry=${registry}`, `--image-name=${repository}`, ...options];

test('names a missing header, with the package for build_packages', async () => {
  const { code, report } = await failing([...pushed(), '--platform=linux/amd64']);
  expect({ code, tags: await tagsOf(repository), problems: report.problems }).toEqual({
    code: 5,
    tags: {},
    problems: [
      {
        station: 'build',
        about: expect.stringContaining('saltprobe'),
        message: expect.stringMatching(/sodium\.h.*build_packages.*libsodium-dev/s),
        detail: expect.arrayContaining([
          expect.stringMatching(/fatal error: sodium\.h: No such file or directory/),
        ]),
        file: expect.stringMatching(/^\/.*\.log$/),
      },
    ],
  });
  expect(existsSync(report.problems[0]!.file!)).toBe(true);
});

test('names a missing shared library, with the extension and the package for runtime_packages', async () => {
  const { code, report } = await failing([
    ...pushed(),
    '--platform=linux/amd64',
    '--build-packages=libsodium-dev',
  ]);
  expect({
    code,
    tags: await tagsOf(repository),
    imports: report.problems.filter(({ message }) => message.includes(', imports:')),
    libraries: report.platforms[0]?.checks.find(({ name }) => name === 'libraries')?.findings,
  }).toEqual({
    code: 6,
    tags: {},
    imports: [
      {
        station: 'verify',
        about: 'linux/amd64',
        message:
          'linux/amd64, imports: saltprobe: ImportError: libsodium.so.23: cannot open shared object file: No such file or directory. Add to runtime_packages: libsodium23',
      },
    ],
    libraries: [
      {
        kind: 'extension-library',
        subject: 'saltprobe',
        message:
          'saltprobe/_native.cpython-313-x86_64-linux-gnu.so (saltprobe) needs libsodium.so.23, which is not in the image. Add to runtime_packages: libsodium23',
        severity: 'warning',
      },
    ],
  });
});

test('publishes with both packages, and runs compiled and cross-compiled', async () => {
  const report = await build(repository, [
    ...options,
    '--build-packages=libsodium-dev',
    '--runtime-packages=libsodium23',
    `--platform=${platforms.join(',')}`,
  ]);
  expect(await tagsOf(repository)).toEqual({ 'py3.13-slim-1.0': report.digest });
  expect({
    lock: report.lock,
    compiled: report.compiled.map(({ platform, way }) => [platform, way]),
  }).toEqual({
    lock: 'container',
    compiled: [
      ['linux/amd64', 'native'],
      ['linux/arm/v7', 'cross'],
    ],
  });
  for (const platform of platforms) {
    const calls = [['python3', '-c', 'import saltprobe; print(saltprobe.version())']];
    expect(await probe(`${registry}/${repository}@${report.digest}`, platform, [], calls)).toEqual({
      machine: machines[platform],
      installed: { saltprobe: '1.0' },
      said: [expect.stringMatching(/^1\.0\.\d+$/)],
    });
  }
});

test('is cross-compiled by plain docker buildx build, too, with both packages', () =>
  inFolder(async (work) => {
    const page = 'docs/plain-buildx.md';
    const image = `localhost/${fresh('saltprobe-plain')}`;
    const write = commandOn(page, /^python-image-builder /, {
      uvicorn: 'saltprobe',
      latest: '1.0',
      slim: `slim --index-url=${index.url} --platform=linux/arm/v7 --build-packages=libsodium-dev --runtime-packages=libsodium23`,
      'python-image-builder': `'${node}' '${join(process.cwd(), 'dist/cli.js')}'`,
    });
    const make = commandOn(page, /libyaml-dev/, {
      '--build-arg BUILD_PACKAGES': `--build-arg INDEX_URL=${index.url} --build-arg BUILD_PACKAGES`,
      'libyaml-dev': 'libsodium-dev',
      'libyaml-0-2': 'libsodium23',
      pyyaml: image,
    });
    const lines = ['set -eo pipefail', write, commandOn(page, /^cd work\/image$/), make];
    await must('bash', ['-c', lines.join('\n')], { cwd: work });
    try {
      const uses = ['python3', '-c', 'import saltprobe; print(saltprobe.version())'];
      const said = await must('docker', ['run', '--rm', '--platform=linux/arm/v7', image, ...uses]);
      expect(said).toMatch(/^1\.0\.\d+\n$/);
    } finally {
      await must('docker', ['image', 'rm', '--force', image]);
    }
  }));

test('ran no build code on this machine', () => {
  expect(existsSync(trace)).toBe(false);
});
