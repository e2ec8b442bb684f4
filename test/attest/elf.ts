/** A file of ELF with nothing but the section `.comment`, for 64 or 32 bits. */
export function elf(comments: readonly string[], bits: 64 | 32 = 64): Buffer {
  const names = Buffer.from('\0.comment\0.shstrtab\0');
  const comment = Buffer.from(comments.map((text) => `${text}\0`).join(''));
  const [head, each] = bits === 64 ? [64, 64] : [52, 40];
  const file = Buffer.alloc(head + names.length + comment.length + 3 * each);
  file.write('\u007fELF', 0, 'latin1');
  file[4] = bits === 64 ? 2 : 1;
  file[5] = 1;
  const table = head + names.length + comment.length;
  names.copy(file, head);
  comment.copy(file, head + names.length);
  const word = (value: number, at: number): void => {
    if (bits === 64) file.writeBigUInt64LE(BigInt(value), at);
    else file.writeUInt32LE(value, at);
  };
  word(table, bits === 64 ? 0x28 : 0x20);
  const counts = bits === 64 ? 0x3a : 0x2e;
  file.writeUInt16LE(each, counts);
  file.writeUInt16LE(3, counts + 2);
  file.writeUInt16LE(2, counts + 4);
  const section = (index: number, name: number, at: number, size: number): void => {
    const header = table + index * each;
    file.writeUInt32LE(name, header);
    word(at, header + (bits === 64 ? 0x18 : 0x10));
    word(size, header + (bits === 64 ? 0x20 : 0x14));
  };
  section(1, 1, head + names.length, comment.length);
  section(2, 10, head, names.length);
  return file;
}
