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
const expectedName = 'demo-1.0-cp313-cp313-linux_armv7l.whl';

test.each<readonly [string, Distribution, string, string | undefined]>([
  ['the right wheel', demo, expectedName, undefined],
  ['another spelling of the version', { ...demo, version: '1.0.0' }, expectedName, undefined],
  ['another release', { ...demo, version: '1.1' }, expectedName, 'is demo 1.1 by its METADATA'],
  [
    'a wheel for another platform under this name',
    { ...demo, tag: 'cp313-cp313-linux_aarch64' },
    expectedName,
    'is for linux_aarch64 by its WHEEL',
  ],
  [
    'an entry that leads out',
    { ...demo, files: { '../../bin/evil': '' } },
    expectedName,
    'is no wheel: "../../bin/evil" leads out of it',
  ],
  [
    'an entry that begins at the root',
    { ...demo, files: { '/etc/evil': '' } },
    expectedName,
    'is no wheel: "/etc/evil" leads out of it',
  ],
])('%s', async (_, content, filename, fault) => {
  const at = await folder();
  const [wheel] = await makeWheels(at, [content]);
  const bytes = await readFile(join(at, wheel!.filename));
  expect(wrongWheel(bytes, filename, { name: 'demo', version: '1.0' })).toBe(fault);
});

test('refuses a file that is no zip archive', () => {
  expect(wrongWheel(Buffer.from('wheel'), expectedName, { name: 'demo', version: '1.0' })).toBe(
    'is no wheel: it is no zip archive',
  );
});
