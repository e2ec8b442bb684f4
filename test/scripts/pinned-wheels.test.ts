import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { pinnedWheel } from '../../scripts/pinned-wheels.ts';
import { testWorld } from '../support/world.ts';

const content = Buffer.from('a wheel');
const pin = {
  project: 'demo',
  filename: 'demo-1.0-py3-none-any.whl',
  sha256: createHash('sha256').update(content).digest('hex'),
};
const path = `/cache/python-image-builder/wheels/${pin.filename}`;

/** A world with `kept` in the cache. The index lists `files`, and answers with `served`. */
function world(kept: Buffer | undefined, { files = [pin.filename], served = content } = {}) {
  const asked: string[] = [];
  const written: [string, string][] = [];
  const base = testWorld({ env: { XDG_CACHE_HOME: '/cache' } });
  return {
    asked,
    written,
    ...base,
    fetch: async (url: string | URL) => {
      asked.push(new URL(url).pathname);
      return String(url).endsWith('.whl')
        ? new Response(new Uint8Array(served))
        : new Response(files.map((name) => `<a href="/files/${name}">x</a>`).join('') || '<html>');
    },
    files: {
      ...base.files,
      content: async (at: string) =>
        at === path && kept !== undefined ? Buffer.from(new Uint8Array(kept)) : undefined,
      replace: async (at: string, data: Uint8Array | AsyncIterable<Uint8Array>) =>
        void written.push([at, Buffer.from(data as Uint8Array).toString()]),
    },
  };
}

test('uses a saved wheel with the right hash, and asks nobody', async () => {
  const { asked, written, ...of } = world(content);
  expect((await pinnedWheel(of, pin)).toString()).toBe('a wheel');
  expect({ asked, written }).toEqual({ asked: [], written: [] });
});

test.each([
  ['is not kept', undefined],
  ['was damaged', Buffer.from('half a wh')],
])('downloads and keeps a wheel that %s', async (_, kept) => {
  const { asked, written, ...of } = world(kept);
  expect((await pinnedWheel(of, pin)).toString()).toBe('a wheel');
  expect({ asked, written }).toEqual({
    asked: ['/simple/demo/', `/files/${pin.filename}`],
    written: [[path, 'a wheel']],
  });
});

test.each([
  [
    'gives another file',
    { served: Buffer.from('something else') },
    `${pin.filename} is not what was pinned: its sha256 is ${createHash('sha256').update('something else').digest('hex')}, not ${pin.sha256}.`,
  ],
  [
    'no longer has the file',
    { files: [] },
    `The index has no ${pin.filename} any more: pin another release of demo.`,
  ],
])('fails with an index that %s', async (_, index, message) => {
  const { written, ...of } = world(undefined, index);
  await expect(pinnedWheel(of, pin)).rejects.toThrow(message);
  expect(written).toEqual([]);
});
