import { expect, test } from 'vitest';
import { readWheelsInputs } from '../../src/inputs/wheels.ts';

const usual = { wheelStore: { kind: 'cache' }, dryRun: false };
test.each<readonly [string, Readonly<Record<string, string>>, string | undefined, object]>([
  ['nothing', {}, undefined, usual],
  [
    'a repository',
    { wheel_store: 'ghcr.io/example/app', dry_run: 'true' },
    '90d',
    {
      wheelStore: { kind: 'repository', repository: { registry: 'ghcr.io', name: 'example/app' } },
      dryRun: true,
      unusedFor: 90 * 86_400,
    },
  ],
  [
    'a file of certificates',
    { ca_bundle: ' ./company.pem ' },
    undefined,
    { ...usual, caBundle: './company.pem' },
  ],
  [
    'a user with a password',
    { registry_username: 'ada', registry_password: 'secret' },
    undefined,
    { ...usual, username: 'ada' },
  ],
])('%s', (_, raw, unusedFor, inputs) => {
  expect(readWheelsInputs(raw, unusedFor)).toEqual({ problems: [], inputs });
});

test('all that is wrong is said at once', () => {
  const { inputs, problems } = readWheelsInputs({ wheel_store: 'off', ca_bundle: 'https://x/y.pem' }, 'soon');
  expect({ inputs, about: problems.map(({ about }) => about), last: problems.at(-1)?.message }).toEqual({
    inputs: undefined,
    about: ['wheel_store', 'unused_for', 'ca_bundle'],
    last: '--ca-bundle: "https://x/y.pem" is a URL: give a path on this machine, and check out or download first.',
  });
});
