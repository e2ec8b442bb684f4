import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { serveWheels } from '../../bench/local-index.ts';
import { openSilently } from '../../bench/silent.ts';
import { readProject } from '../../src/package-index/read.ts';

const wheel = {
  filename: 'tide_table-1.0-py3-none-any.whl',
  content: Buffer.from('a wheel'),
  metadata: Buffer.from('Metadata-Version: 2.1\nName: tide-table\nVersion: 1.0\nRequires-Python: >=3.9,<4\n'),
};
const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

test('serves a wheel with its hash, its Requires-Python and its metadata', async () => {
  const index = await serveWheels([wheel]);
  const opened = openSilently();
  try {
    const project = await readProject(opened.world, index.url, 'Tide.Table');
    const url = new URL(`/files/${wheel.filename}`, index.url).href;
    expect(project).toEqual({
      name: 'tide-table',
      files: [
        {
          filename: wheel.filename,
          url,
          sha256: sha256(wheel.content),
          requiresPython: '>=3.9,<4',
          kind: 'wheel',
          version: expect.objectContaining({ text: '1.0' }),
        },
      ],
    });
    const bytes = async (path: string) => Buffer.from(await (await fetch(path)).arrayBuffer());
    expect([await bytes(url), await bytes(`${url}.metadata`)]).toEqual([wheel.content, wheel.metadata]);
    const page = await (await fetch(`${index.url}/tide-table/`)).text();
    expect(page).toContain(`data-core-metadata="sha256=${sha256(wheel.metadata)}"`);
    expect(await readProject(opened.world, index.url, 'other')).toBeUndefined();
  } finally {
    opened.close();
    await index.stop();
  }
});
