/** Writes the smallest shared libraries that the checks can read: no npm package writes ELF. They have nothing to run. */

const machines: Readonly<Record<string, number>> = { x64: 62, arm64: 183 };

export interface SharedLibrary {
  readonly needed?: readonly string[];
  readonly runpath?: string;
  /** Names that it defines. */
  readonly defines?: readonly string[];
  /** Symbol versions that it needs, all of its first needed library. */
  readonly versions?: readonly string[];
  /** The symbols of a section .dynsym; without them there is no such section. */
  readonly symbols?: Readonly<Record<string, 'defined' | 'wanted' | 'weak'>>;
  /** e_flags. */
  readonly flags?: number;
  /** e_machine; this machine's by default. */
  readonly machine?: number;
  /** e_type: 2 for a program; by default 3, a shared library. */
  readonly type?: number;
}

/** A 64-bit little-endian ELF file (System V ABI, chapter 5), as base64. */
export function sharedLibrary(library: SharedLibrary): string {
  const versions = library.versions ?? [];
  const symbolic = Object.entries(library.symbols ?? {});
  const texts = [
    ...(library.needed ?? []),
    library.runpath ?? '',
    ...versions,
    ...(library.defines ?? []),
    ...symbolic.map(([name]) => name),
  ];
  let strings = '\0';
  const at = texts.map((text) => {
    strings += `${text}\0`;
    return strings.length - text.length - 1;
  });
  const needed = library.needed?.length ?? 0;
  const dynamic = 64 + 2 * 56;
  const tags: [number, number][] = at.slice(0, needed).map((place) => [1, place]);
  if (library.runpath !== undefined) tags.push([29, at[needed] ?? 0]);
  const names = dynamic + (tags.length + (versions.length > 0 ? 7 : 5)) * 16;
  // The loader needs a symbol table and its hash table, even if they are empty.
  const symbols = names + Math.ceil(strings.length / 8) * 8;
  const needs = symbols + 24 + 16;
  tags.push([5, names], [10, strings.length], [6, symbols], [4, symbols + 24]);
  if (versions.length > 0) tags.push([0x6ffffffe, needs], [0x6fffffff, 1]);
  tags.push([0, 0]);
  const table = needs + (versions.length > 0 ? 16 * (1 + versions.length) : 0);
  const sections = table + 24 * symbolic.length;
  const data = Buffer.alloc(sections + (symbolic.length > 0 ? 3 * 64 : 0));
  if (versions.length > 0) {
    data.writeUInt16LE(1, needs);
    data.writeUInt16LE(versions.length, needs + 2);
    data.writeUInt32LE(at[0] ?? 0, needs + 4);
    data.writeUInt32LE(16, needs + 8);
    versions.forEach((_, index) => {
      const entry = needs + 16 * (1 + index);
      data.writeUInt32LE(at[needed + 1 + index] ?? 0, entry + 8);
      data.writeUInt32LE(index + 1 < versions.length ? 16 : 0, entry + 12);
    });
  }
  data.writeUInt32LE(1, symbols + 24);
  data.writeUInt32LE(1, symbols + 28);
  data.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  data.writeUInt16LE(library.type ?? 3, 16);
  data.writeUInt16LE(library.machine ?? machines[process.arch] ?? 62, 18);
  data.writeUInt32LE(1, 20);
  data.writeBigUInt64LE(64n, 32);
  data.writeUInt32LE(library.flags ?? 0, 48);
  data.writeUInt16LE(64, 52);
  data.writeUInt16LE(56, 54);
  data.writeUInt16LE(2, 56);
  symbolic.forEach(([, kind], index) => {
    data.writeUInt32LE(at[at.length - symbolic.length + index] ?? 0, table + 24 * index);
    // A global or weak function, in the first section if it is defined.
    data.writeUInt8(kind === 'weak' ? 0x22 : 0x12, table + 24 * index + 4);
    data.writeUInt16LE(kind === 'defined' ? 1 : 0, table + 24 * index + 6);
  });
  if (symbolic.length > 0) {
    data.writeBigUInt64LE(BigInt(sections), 40);
    data.writeUInt16LE(64, 58);
    data.writeUInt16LE(3, 60);
    section(data, sections + 64, 11, table, 24 * symbolic.length);
    data.writeUInt32LE(2, sections + 64 + 40);
    section(data, sections + 2 * 64, 3, names, strings.length);
  }
  header(data, 64, 1, 0, data.length);
  header(data, 64 + 56, 2, dynamic, tags.length * 16);
  tags.forEach(([tag, value], index) => {
    data.writeBigUInt64LE(BigInt(tag), dynamic + index * 16);
    data.writeBigUInt64LE(BigInt(value), dynamic + index * 16 + 8);
  });
  data.write(strings, names, 'latin1');
  return data.toString('base64');
}

function header(data: Buffer, place: number, type: number, offset: number, size: number): void {
  data.writeUInt32LE(type, place);
  data.writeUInt32LE(6, place + 4);
  for (const [field, value] of [
    [8, offset],
    [16, offset],
    [32, size],
    [40, size],
    [48, 4096],
  ] as const)
    data.writeBigUInt64LE(BigInt(value), place + field);
}

function section(data: Buffer, place: number, type: number, offset: number, size: number): void {
  data.writeUInt32LE(type, place + 4);
  data.writeBigUInt64LE(BigInt(offset), place + 24);
  data.writeBigUInt64LE(BigInt(size), place + 32);
}
