import { expect, test } from 'vitest';
import { parseSecrets } from '../../src/inputs/building.ts';
import { indexAccess } from '../../src/session/index-access.ts';
import { testWorld } from '../support/world.ts';

const netrc = `machine one.example.com login ada password secret-one
machine two.example.com login ben password secret-two
default login all password secret-all`;

async function authOf(url: string) {
  const world = testWorld({ env: { NETRC_TEXT: netrc } });
  const written: string[] = [];
  const files = {
    ...world.files,
    temporary: () => Promise.resolve('/tmp/netrc'),
    write: (path: string, _: unknown, mode?: number) =>
      Promise.resolve(void written.push(`${path} ${mode?.toString(8)}`)),
  };
  const secrets = parseSecrets('id=netrc,env=NETRC_TEXT', 'action').value;
  const access = await indexAccess({ ...world, files }, { secrets });
  expect(written).toEqual(['/tmp/netrc/netrc 600']);
  return access.authOf(url);
}

test.each([
  ['https://one.example.com/simple', { host: 'one.example.com', username: 'ada', password: 'secret-one' }],
  [
    'https://two.example.com:8443/simple',
    { host: 'two.example.com:8443', username: 'ben', password: 'secret-two' },
  ],
  ['https://pypi.org/simple', undefined],
])('each index has its own credentials, and no other one: %s', async (url, expected) => {
  expect(await authOf(url)).toEqual(expected);
});
