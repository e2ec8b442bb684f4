import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wheelMetadata } from '../../src/lock/wheel-metadata.ts';
import { folder, python } from '../dockerfiles/programs.ts';
import { testWorld } from '../support/world.ts';

const metadata = 'Metadata-Version: 2.1\nName: tide\nRequires-Dist: PyYAML (>=5.1.*)\n';

/** A wheel with files in this order: `big` does not compress, `many` makes a long directory. */
async function wheelOf(order: readonly ('metadata' | 'big' | 'many')[]): Promise<Buffer> {
  const path = join(await folder(), 'tide-1.0-py3-none-any.whl');
  const program = `
import json, os, sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as wheel:
    for kind in json.loads(sys.argv[2]):
        if kind == "metadata": wheel.writestr("tide-1.0.dist-info/METADATA", sys.argv[3])
        if kind == "big": wheel.writestr("tide/big", os.urandom(200000))
        if kind == "many":
            for number in range(2000): wheel.writestr("tide/a_long_name_of_a_module_%d.py" % number, "")
`;
  execFileSync(python, ['-c', program, path, JSON.stringify(order), metadata]);
  return readFileSync(path);
}

type Server = 'metadata' | 'ranges' | 'neither';
async function read(wheel: Buffer, server: Server): Promise<{ text: string | undefined; ranges: string[] }> {
  const ranges: string[] = [];
  const fetch = async (url: string | URL, init?: RequestInit): Promise<Response> => {
    if (String(url).endsWith('.metadata'))
      return server === 'metadata' ? new Response(metadata) : new Response('', { status: 404 });
    const range = new Headers(init?.headers).get('range')!.replace('bytes=', '');
    if (server === 'neither') return new Response(new Uint8Array(wheel));
    ranges.push(range.replace(/\d{3,}/g, 'N'));
    const [first, last] = range.split('-') as [string, string];
    const from = first === '' ? Math.max(0, wheel.length - Number(last)) : Number(first);
    const to = first === '' || last === '' ? wheel.length : Math.min(wheel.length, Number(last) + 1);
    return new Response(new Uint8Array(wheel.subarray(from, to)), {
      status: 206,
      headers: { 'content-range': `bytes ${from}-${to - 1}/${wheel.length}` },
    });
  };
  const text = await wheelMetadata({ ...testWorld(), fetch }, 'https://files.example.org/tide.whl');
  return { text, ranges };
}

test.each<[string, ('metadata' | 'big' | 'many')[], Server, string | undefined, string[]]>([
  ['served separately', ['metadata'], 'metadata', metadata, []],
  ['of a small wheel', ['metadata'], 'ranges', metadata, ['-N']],
  ['at the end of a large one', ['big', 'metadata'], 'ranges', metadata, ['-N']],
  ['at its beginning', ['metadata', 'big'], 'ranges', metadata, ['-N', '0-N']],
  ['below a long directory', ['metadata', 'big', 'many'], 'ranges', metadata, ['-N', 'N-', '0-N']],
  ['of a server without ranges', ['metadata'], 'neither', undefined, []],
  ['that is absent', ['big'], 'ranges', undefined, ['-N']],
])('reads metadata %s', async (_, order, server, text, ranges) => {
  expect(await read(await wheelOf(order), server)).toEqual({ text, ranges });
});

test('gives undefined for a file that is no wheel', async () => {
  expect((await read(Buffer.from('<html>'), 'ranges')).text).toBeUndefined();
});
