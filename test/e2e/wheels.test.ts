/** Compiled wheels are saved beside the image, and restored by later runs that need the same. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import type { WheelsReport } from '../../src/report/wheels.ts';
import { makeSdist } from './local-index.ts';
import { copyBase, go, moveBase, openStage, type Seen, type Stage } from './rebuilding.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { cli, imagesOf, type Manifest, manifest, runImage, tagsOf } from './support.ts';

/** The smallest module, and a backend that needs only a compiler. */
const source = `
#include <Python.h>
static PyObject *bits(PyObject *self, PyObject *none) { return PyLong_FromLong(8 * sizeof(long)); }
static PyMethodDef methods[] = {{"bits", bits, METH_NOARGS, ""}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "swell", "", -1, methods};
PyMODINIT_FUNC PyInit_swell(void) { return PyModule_Create(&module); }
`;
const backend = `
import os, subprocess, sysconfig, zipfile

def build_wheel(folder, settings=None, metadata=None):
    module = "swell" + sysconfig.get_config_var("EXT_SUFFIX")
    compiler = os.environ.get("CC", "cc").split()
    subprocess.run(compiler + ["-shared", "-fPIC", "-I/usr/local/include/python3.13", "swell.c", "-o", module], check=True)
    tag = "cp313-cp313-" + sysconfig.get_platform().replace("-", "_")
    name = "swell-1.0-%s.whl" % tag
    with zipfile.ZipFile(os.path.join(folder, name), "w") as archive:
        def add(path, data):
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data)
        with open(module, "rb") as file:
            add(module, file.read())
        add("swell-1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: swell\\nVersion: 1.0\\n")
        add("swell-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: false\\nTag: %s\\n" % tag)
        add("swell-1.0.dist-info/RECORD", "")
    return name
`;
/** Pure Python that has no wheel. */
const pureBackend = `
import os, zipfile

def build_wheel(folder, settings=None, metadata=None):
    name = "ripple-1.0-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as archive:
        def add(path, data):
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), data)
        add("ripple.py", "rings = 3\\n")
        add("ripple-1.0.dist-info/METADATA", "Metadata-Version: 2.1\\nName: ripple\\nVersion: 1.0\\n")
        add("ripple-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        add("ripple-1.0.dist-info/RECORD", "")
    return name
`;

const platforms = ['linux/amd64', 'linux/arm/v7'];
const today = new Date().toISOString().slice(0, 10);
let stage: Stage;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'e2e-wheels-'));
  stage = await openStage();
  // The content differs in each run, so that the builder's cache of earlier runs is of no use.
  const fresh = `/* ${Date.now()} */`;
  await stage.index.offer([
    await makeSdist(folder, 'swell', '1.0', { 'swell.c': source + fresh, 'backend.py': backend }),
    await makeSdist(folder, 'ripple', '1.0', { 'backend.py': `${pureBackend}\n# ${fresh}\n` }),
  ]);
  await copyBase(stage, 'bases');
  await copyBase(stage, 'bases', '3.13', '3.13');
});
afterAll(async () => {
  await stage.stop();
  rmSync(folder, { recursive: true });
});

const run = (name: string, more: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Promise<Seen> =>
  go(
    stage,
    [
      '--package=swell',
      '--package-version=1.0',
      '--requirements=ripple',
      `--image-name=${name}`,
      `--platform=${platforms.join(',')}`,
      `--base-registry=${stage.registry.host}/bases`,
      ...more,
    ],
    env,
  );

const ways = ({ compiled }: Report): string[] =>
  compiled.map(({ name, platform, way }) => `${name} on ${platform}, ${way}`);
const compiledAnew = [
  'ripple on linux/amd64, once',
  'swell on linux/amd64, native',
  'ripple on linux/arm/v7, once',
  'swell on linux/arm/v7, cross',
];
const taken = compiledAnew.map((text) => text.replace(/[^ ]+$/, 'kept'));
/** Stages in buildx's output that compile. */
const compiling = /^#\d+ \[[^\]]*\b(?:native|cross|compile|sources)\b/m;

const wheelsIn = (name: string): Promise<Record<string, string>> =>
  tagsOf(name, stage.registry.host, 'wheels');
const artifact = (name: string, tag: string): Promise<Manifest> => manifest(name, tag, stage.registry.host);
/** Digest of each platform's layer above the base. */
async function layers(name: string, digest: string): Promise<(string | undefined)[]> {
  const images = imagesOf(await artifact(name, digest));
  const manifests = await Promise.all(images.map((image) => artifact(name, image.digest)));
  return manifests.map((one) => one.layers.at(-1)?.digest);
}

describe('wheels beside the image', () => {
  let first: Seen;
  let kept: Record<string, string>;

  test('are saved by the first build, after verifying', async () => {
    first = await run('tide');
    expect({ outcome: first.report.outcome, notes: first.report.notes, ways: ways(first.report) }).toEqual({
      outcome: 'published',
      notes: [],
      ways: compiledAnew,
    });
    kept = await wheelsIn('tide');
    const names = Object.keys(kept).map((tag) => tag.replace(/-[0-9a-f]{16}$/, ''));
    expect(names).toEqual(['wheels-ripple', 'wheels-swell', 'wheels-swell']);
  });

  test('are installed on another base without compiling', async () => {
    await moveBase(stage, 'bases', platforms);
    const again = await run('tide', ['--force']);
    expect({ ways: ways(again.report), notes: again.report.notes }).toEqual({ ways: taken, notes: [] });
    expect(again.report.base.digest).not.toBe(first.report.base.digest);
    expect(again.said).not.toMatch(compiling);
    expect(again.report.compiled.map(({ kept: was }) => was?.compiled)).toEqual(taken.map(() => today));
    expect(await wheelsIn('tide')).toEqual(kept);
    expect(await layers('tide', again.report.digest!)).toEqual(await layers('tide', first.report.digest!));
    for (const [platform, bits] of [
      ['linux/amd64', '64 3'],
      ['linux/arm/v7', '32 3'],
    ] as const) {
      const uses = ['python3', '-c', 'import swell, ripple; print(swell.bits(), ripple.rings)'];
      const image = `${stage.registry.host}/tide@${again.report.digest}`;
      expect(await runImage(image, platform, uses)).toBe(bits);
    }
  });

  test('are part of a dry run, which would compile nothing', async () => {
    const { report } = await go(stage, [
      '--package=swell',
      '--package-version=1.0',
      '--image-name=tide',
      '--force',
      '--dry-run',
      `--base-registry=${stage.registry.host}/bases`,
      `--platform=${platforms.join(',')}`,
    ]);
    expect(ways(report)).toEqual(taken.filter((text) => text.startsWith('swell')));
  });

  test('reach a custom Dockerfile through the packages context', async () => {
    const path = join(folder, 'Dockerfile');
    writeFileSync(
      path,
      'ARG publish_target\nFROM python:${publish_target}\nCOPY --from=packages / /usr/local\n',
    );
    const own = await run('tide', [
      '--force',
      '--verify=build-platform',
      `--dockerfile=${path}`,
      `--docker-build-path=${folder}`,
    ]);
    expect({ ways: ways(own.report), problems: own.report.problems }).toEqual({ ways: taken, problems: [] });
  });

  test('are compiled again if one was tampered with, and the log says so', async () => {
    const swell = Object.keys(kept).filter((tag) => tag.startsWith('wheels-swell'));
    for (const tag of swell) {
      const path = stage.registry.blobPath((await artifact('tide', tag)).layers[0]!.digest);
      writeFileSync(path, readFileSync(path).reverse());
    }
    const again = await run('tide', ['--force', '--verify=build-platform']);
    expect(ways(again.report)).toEqual(
      compiledAnew.map((text) => (text.startsWith('ripple') ? text.replace('once', 'kept') : text)),
    );
    const { notes } = again.report;
    const saidOf = (tag: string): RegExp =>
      new RegExp(
        `^the saved wheel .*/tide:${tag} names swell-1\\.0-.*, which could not be fetched .*: it is not used, and compiled anew\\. If this stays, remove it$`,
      );
    expect(notes).toHaveLength(swell.length);
    for (const tag of swell) expect(notes).toContainEqual(expect.stringMatching(saidOf(tag)));
  });

  test('are not saved by the run of a pull request', async () => {
    const proposed = await run('proposed', ['--verify=build-platform'], {
      GITHUB_EVENT_NAME: 'pull_request',
    });
    expect({ ways: ways(proposed.report), wheels: await wheelsIn('proposed') }).toEqual({
      ways: compiledAnew,
      wheels: {},
    });
  });

  test('are not saved if the image failed its checks', async () => {
    const failed = await run('failing', ['--verify-command=false', '--verify=build-platform']);
    expect({ code: failed.code, wheels: await wheelsIn('failing') }).toEqual({ code: 6, wheels: {} });
  });

  test('are listed by `wheels`, which removes unused ones', async () => {
    const command = (which: RegExp): string[] =>
      argumentsOf(
        commandOn('docs/command-line.md', which, {
          'ghcr.io/example/uvicorn': `${stage.registry.host}/tide`,
        }),
      );
    const wheels = async (which: RegExp): Promise<WheelsReport> =>
      JSON.parse((await cli([...command(which), '--json'])).stdout) as WheelsReport;
    const listed = await wheels(/ wheels \S+ \S+$/);
    const said = listed.wheels.map(
      ({ name, platform, way, compiled }) => `${name} ${platform} ${way} ${compiled}`,
    );
    expect(said.toSorted()).toEqual([
      `ripple any native ${today}`,
      `swell linux/amd64 native ${today}`,
      `swell linux/arm/v7 cross ${today}`,
    ]);
    expect(listed.wheels.map(({ tag }) => tag)).toEqual(Object.keys(await wheelsIn('tide')));
    const old = listed.wheels.find(({ name }) => name === 'ripple')!.tag;
    await age('tide', old, '2020-01-01');
    expect((await wheels(/ wheels .* --dry-run$/)).wheels.map(({ unused }) => unused)).toEqual([
      'would be removed',
      undefined,
      undefined,
    ]);
    expect(Object.keys(await wheelsIn('tide'))).toContain(old);
    const { stdout, code } = await cli(command(/ wheels .* 90d$/));
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/; 1 removed\n$/) });
    expect(Object.keys(await wheelsIn('tide'))).toEqual(Object.keys(kept).filter((tag) => tag !== old));
  });
});

/** Changes the day on which a wheel was last used. */
async function age(name: string, tag: string, day: string): Promise<void> {
  const url = `http://${stage.registry.host}/v2/${name}/manifests/${tag}`;
  const type = 'application/vnd.oci.image.manifest.v1+json';
  const said = (await (await fetch(url, { headers: { accept: type } })).json()) as {
    annotations: Record<string, string>;
  };
  said.annotations['io.github.python-image-builder.wheel.used'] = day;
  const headers = { 'content-type': type };
  expect((await fetch(url, { method: 'PUT', headers, body: JSON.stringify(said) })).status).toBe(201);
}

/**
 * Replaces a wheel in a folder, and its hash there, by one that looks whole and has a module that cannot be imported.
 */
function breakSaved(store: string): void {
  const tag = readdirSync(store).find((name) => name.endsWith('.json'))!;
  const said = JSON.parse(readFileSync(join(store, tag), 'utf8')) as { layers: { digest: string }[] };
  const [layer] = said.layers;
  const blob = (): string => join(store, 'blobs', layer!.digest.replace(':', '/'));
  const wheel = readFileSync(blob());
  const replace = (what: Buffer, by: Buffer): void => {
    let at = wheel.indexOf(what);
    expect(at).toBeGreaterThan(-1);
    for (; at > -1; at = wheel.indexOf(what, at + 1)) by.copy(wheel, at);
  };
  const sumOf = (bytes: Uint8Array): Buffer => {
    const sum = Buffer.alloc(4);
    sum.writeUInt32LE(crc32(bytes));
    return sum;
  };
  // The module is the first member, uncompressed: after a header of 30 bytes and its name.
  const start = 30 + wheel.readUInt16LE(26);
  const module = (): Buffer => wheel.subarray(start, start + wheel.readUInt32LE(18));
  const before = sumOf(module());
  replace(Buffer.from('PyInit_swell'), Buffer.from('PyInit_other'));
  replace(before, sumOf(module()));
  layer!.digest = `sha256:${createHash('sha256').update(wheel).digest('hex')}`;
  writeFileSync(blob(), wheel);
  writeFileSync(join(store, tag), JSON.stringify(said));
}

test('saves wheels in a folder if nothing is pushed, and compiles one again that fails its checks', async () => {
  const store = join(folder, 'store');
  const options = (output: string): string[] => [
    'build',
    '--json',
    '--package=swell',
    '--package-version=1.0',
    '--python-version=3.13',
    '--target-base=slim',
    '--platform=linux/amd64',
    `--index-url=${stage.index.url}`,
    `--base-registry=${stage.registry.host}/bases`,
    `--wheel-store=${store}`,
    `--output=${join(folder, output)}`,
  ];
  const reports = [];
  for (const output of ['one', 'two', 'three', 'four']) {
    if (output === 'three') breakSaved(store);
    reports.push(JSON.parse((await cli(options(output))).stdout) as Report);
  }
  const anew =
    /^the saved wheel of swell 1\.0 for linux\/amd64 is not used, and compiled anew: with it the image failed a check on linux\/amd64 \(imports: .*PyInit_swell.*\)$/;
  expect(
    reports.map(({ outcome, notes, compiled }) => [outcome, notes, compiled.map(({ way }) => way)]),
  ).toEqual([
    ['built', [], ['native']],
    ['built', [], ['kept']],
    ['built', [expect.stringMatching(anew)], ['native']],
    ['built', [], ['kept']],
  ]);
  const { stdout } = await cli(['wheels', `--wheel-store=${store}`]);
  expect(stdout).toMatch(/swell 1\.0 +3\.13 +linux\/amd64 .* glibc\n1 saved wheel in /);
});
