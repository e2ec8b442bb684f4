/** The numpy that a cross build compiles against. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, makeSite, makeWheels, programsFolder, python, run } from './programs.ts';

const header = 'numpy/_core/include/numpy/_numpyconfig.h';
const library = 'numpy/_core/lib/libnpymath.a';
const module = 'numpy/_core/_multiarray_umath.cpython-313-x86_64-linux-gnu.so';
const filesOf = (machine: string): Readonly<Record<string, string>> => ({
  'numpy/__init__.py': machine,
  [header]: machine,
  [library]: machine,
  'numpy/_core/lib/pkgconfig/numpy.pc': machine,
  'numpy/core/lib/npy-pkg-config/npymath.ini': machine,
  'numpy/random/lib/libnpyrandom.a': machine,
  [module]: machine,
});

interface Case {
  /** The version in the build environment; undefined without numpy there. */
  readonly installed?: string;
  /** The version that the image installs; undefined without numpy there. */
  readonly inImage?: string;
  readonly bits?: number;
}

const program = `
import json, sys
sys.path.insert(0, sys.argv[1])
import target_numpy
site, bits, wheel = sys.argv[2], int(sys.argv[3]), sys.argv[4] or None
asked = []
def wheel_of_target():
    asked.append("wheel")
    return wheel
try:
    target_numpy.use(site, type("Target", (), {"bits": bits}), wheel_of_target, asked.extend)
except target_numpy.Problem as problem:
    asked.append(str(problem))
print(json.dumps(asked))
`;

async function used({ installed, inImage, bits = 32 }: Case) {
  const at = await folder();
  const site = join(at, 'site');
  const distribution = (version: string, machine: string) => ({
    name: 'numpy',
    version,
    files: filesOf(machine),
  });
  await makeSite(site, python, installed === undefined ? [] : [distribution(installed, 'build')]);
  const [wheel] =
    inImage === undefined
      ? []
      : await makeWheels(at, [{ ...distribution(inImage, 'target'), tag: 'cp313-cp313-linux_armv7l' }]);
  const path = wheel === undefined ? '' : join(at, wheel.filename);
  const { stdout, stderr } = await run(python, ['-c', program, programsFolder, site, String(bits), path]);
  const files = Object.keys(filesOf('')).map(async (name) => [
    name,
    await readFile(join(site, name), 'utf8').catch(() => 'absent'),
  ]);
  return {
    asked: JSON.parse(stdout || stderr) as string[],
    files: Object.fromEntries(await Promise.all(files)),
  };
}

test('has the headers and libraries of the target, and the modules of the build machine', async () => {
  const { asked, files } = await used({ installed: '2.5.5', inImage: '2.5.5' });
  expect({ asked, files }).toEqual({
    asked: ['wheel'],
    files: { ...filesOf('target'), 'numpy/__init__.py': 'build', [module]: 'build' },
  });
});

test.each<readonly [string, Case, readonly string[], string]>([
  [
    "takes the image's version where the build would take another",
    { installed: '2.5.5', inImage: '2.4.1' },
    ['wheel', 'numpy==2.4.1'],
    'target',
  ],
  ['does not wait for a wheel where nothing requires numpy', { inImage: '2.5.5' }, [], 'absent'],
  [
    'serves as it is where integers have the same width and the image has none',
    { installed: '2.5.5', bits: 64 },
    ['wheel'],
    'build',
  ],
  [
    'is refused where integers have another width and the image has none',
    { installed: '2.5.5' },
    [
      'wheel',
      'it compiles against numpy, of which there is no wheel for the target: the image does not install it, or it was not cross-compiled',
    ],
    'build',
  ],
])('%s', async (_, given, asked, machine) => {
  const found = await used(given);
  expect({ asked: found.asked, header: found.files[header] }).toEqual({ asked, header: machine });
});
