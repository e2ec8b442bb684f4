/** What is known of the platforms that are compiled for, and what meson is told of them. */
import { expect, test } from 'vitest';
import { keyOf, machineOf, type Platform, platforms, tripleOf } from '../../src/names/platform.ts';
import { programsFolder, python, run } from './programs.ts';

interface Target {
  readonly machine: string;
  readonly triple: string;
  readonly bits: number;
  readonly elf: readonly [machine: number, bits: number, flags: number];
}

const program = `
import json, os, sys, tempfile
sys.path.insert(0, sys.argv[1])
import backends, target
files = {}
for key, row in target.TARGETS.items():
    words = dict(row, sysroot="/sysroot", command=lambda self, name: "/bin/" + name)
    with tempfile.TemporaryDirectory() as folder, open(backends.write_files(type("Target", (), words)(), folder)["meson"]) as file:
        files[key] = file.read()
print(json.dumps({"rows": target.TARGETS, "meson": files}))
`;
const { stdout, stderr } = await run(python, ['-c', program, programsFolder]);
const known = JSON.parse(stdout || JSON.stringify({ rows: stderr })) as {
  readonly rows: Readonly<Record<string, Target>>;
  readonly meson: Readonly<Record<string, string>>;
};

/** Bits, ELF machine and flags (System V ABI and its supplements), and what numpy's build asks of a foreign platform. */
const expected: readonly (readonly [Platform, number, number, number, string, string, string])[] = [
  ['linux/386', 32, 3, 0, 'x86', 'little', 'INTEL_EXTENDED_12_BYTES_LE'],
  ['linux/amd64', 64, 62, 0, 'x86_64', 'little', 'INTEL_EXTENDED_16_BYTES_LE'],
  ['linux/arm/v6', 32, 40, 0x05000400, 'arm', 'little', 'IEEE_DOUBLE_LE'],
  ['linux/arm/v7', 32, 40, 0x05000400, 'arm', 'little', 'IEEE_DOUBLE_LE'],
  ['linux/arm64', 64, 183, 0, 'aarch64', 'little', 'IEEE_QUAD_LE'],
  ['linux/ppc64le', 64, 21, 2, 'ppc64', 'little', 'IBM_DOUBLE_DOUBLE_LE'],
  ['linux/riscv64', 64, 243, 4, 'riscv64', 'little', 'IEEE_QUAD_LE'],
  ['linux/s390x', 64, 22, 0, 's390x', 'big', 'IEEE_QUAD_BE'],
];

test.each(expected)('%s', (platform, bits, elf, flags, family, endian, longdouble) => {
  const row = known.rows[keyOf(platform)];
  expect({ machine: row?.machine, triple: row?.triple, bits: row?.bits, elf: row?.elf }).toEqual({
    machine: machineOf(platform),
    triple: tripleOf(platform),
    bits,
    elf: [elf, bits, flags],
  });
  const meson = known.meson[keyOf(platform)] ?? '';
  const told = (name: string): string | undefined => new RegExp(`^${name} = '(.*)'$`, 'm').exec(meson)?.[1];
  expect(['cpu_family', 'endian', 'longdouble_format', 'cpu'].map(told)).toEqual([
    family,
    endian,
    longdouble,
    machineOf(platform),
  ]);
});

test('every platform but arm/v5, for which no wheel is made, is known', () => {
  const keys = platforms.filter((one) => one !== 'linux/arm/v5').map(keyOf);
  expect(Object.keys(known.rows).sort()).toEqual(keys.sort());
});
