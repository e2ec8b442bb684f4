/**
 * Which compilers made a compiled module: they leave their names in the section `.comment`. By hand, since no library on npm
 * reads sections of ELF and is kept.
 */

/** Bytes of a section header, and where in it its fields are. */
interface Form {
  readonly table: number;
  readonly count: number;
  readonly offset: number;
  readonly size: number;
  readonly wide: boolean;
}

const forms: Readonly<Record<number, Form>> = {
  1: { table: 0x20, count: 0x2e, offset: 0x10, size: 0x14, wide: false },
  2: { table: 0x28, count: 0x3a, offset: 0x18, size: 0x20, wide: true },
};

/** `GCC: (Debian 14.2.0-19) 14.2.0`, each once and sorted; empty where the file is no little-endian ELF, or has none. */
export function compilersOf(file: Buffer): string[] {
  const form = file.toString('latin1', 0, 4) === '\u007fELF' && file[5] === 1 ? forms[file[4]!] : undefined;
  if (form === undefined || file.length < 64) return [];
  try {
    const word = (at: number): number =>
      form.wide ? Number(file.readBigUInt64LE(at)) : file.readUInt32LE(at);
    const [table, each] = [word(form.table), file.readUInt16LE(form.count)];
    const [count, namesAt] = [file.readUInt16LE(form.count + 2), file.readUInt16LE(form.count + 4)];
    const section = (index: number) => {
      const header = table + index * each;
      const start = word(header + form.offset);
      return {
        name: file.readUInt32LE(header),
        content: file.subarray(start, start + word(header + form.size)),
      };
    };
    const names = section(namesAt).content;
    const sections = Array.from({ length: count }, (_, index) => section(index));
    const isComment = (at: number): boolean => names.toString('latin1', at, at + 9) === '.comment\0';
    const comment = sections.find(({ name }) => isComment(name))?.content.toString('utf8') ?? '';
    // The linker writes itself there too.
    const said = comment.split('\0').filter((text) => text !== '' && !text.startsWith('Linker:'));
    return [...new Set(said)].toSorted();
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}
