/** What a file that is taken for a wheel must say of itself. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wrongWheel } from '../../src/lock/wheel-file.ts';
import { folder, makeWheels, type Distribution } from '../dockerfiles/programs.ts';

const demo: Distribution = {
  name: 'demo',
  version: '1.0',
  tag: 'cp313-cp313-linux_armv7l',
  pure: false,
  files: { 'demo.py': '' },
};
const called = 'demo-1.0-cp313-cp313-linux_armv7l.whl';

test.each<readonly [string, Distribution, string, string | undefined]>([
  ['it is right', demo, called, undefined],
  ['another spelling of the version', { ...demo, version: '1.0.0' }, called, undefined],
  ['another release', { ...demo, version: '1.1' }, called, 'is demo 1.1 by its METADATA'],
  [
    'a wheel for another platform under this name',
    { ...demo, tag: 'cp313-cp313-linux_aarch64' },
    called,
    'is for linux_aarch64 by its WHEEL',
  ],
  [
    'an entry that leads out',
    { ...demo, files: { '../../bin/evil': '' } },
    called,
    'is no wheel: "../../bin/evil" leads out of it',
  ],
  [
    'an entry that begins at the root',
    { ...demo, files: { '/etc/evil': '' } },
    called,
    'is no wheel: "/etc/evil" leads out of it',
  ],
])('%s', async (_, made, filename, wrong) => {
  const at = await folder();
  const [wheel] = await makeWheels(at, [made]);
  const bytes = await readFile(join(at, wheel!.filename));
  expect(wrongWheel(bytes, filename, { name: 'demo', version: '1.0' })).toBe(wrong);
});

test('what is no zip archive', () => {
  expect(wrongWheel(Buffer.from('wheel'), called, { name: 'demo', version: '1.0' })).toBe(
    'is no wheel: it is no zip archive',
  );
});
