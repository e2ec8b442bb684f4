import { expect, test } from 'vitest';
import { readWheelsInputs } from '../../src/inputs/wheels.ts';

const usual = { wheelStore: { kind: 'cache' }, dryRun: false };
test.each<readonly [string, Readonly<Record<string, string>>, object]>([
  ['nothing', {}, usual],
  [
    'a repository',
    { wheel_store: 'ghcr.io/example/app', dry_run: 'true', unused_for: '90d' },
    {
      wheelStore: { kind: 'repository', repository: { registry: 'ghcr.io', name: 'example/app' } },
      registry: 'ghcr.io',
      dryRun: true,
      unusedFor: 90,
    },
  ],
  ['weeks', { unused_for: '12w' }, { ...usual, unusedFor: 84 }],
  ['a day', { unused_for: '1d' }, { ...usual, unusedFor: 1 }],
  ['a file of certificates', { ca_bundle: ' ./company.pem ' }, { ...usual, caBundle: './company.pem' }],
  [
    'a user with a password',
    { registry_username: 'ada', registry_password: 'secret' },
    { ...usual, registryUsername: 'ada' },
  ],
])('%s', (_, raw, inputs) => {
  expect(readWheelsInputs(raw, 'cli')).toEqual({ problems: [], inputs });
});

test('reports all problems together', () => {
  const { inputs, problems } = readWheelsInputs(
    { wheel_store: 'off', ca_bundle: 'https://x/y.pem', unused_for: 'soon', dry_run: 'yes' },
    'cli',
  );
  expect({ inputs, about: problems.map(({ about }) => about), last: problems.at(-1)?.message }).toEqual({
    inputs: undefined,
    about: ['wheel_store', 'unused_for', 'ca_bundle', 'dry_run'],
    last: '--dry-run: "yes" is neither "true" nor "false".',
  });
});

test.each(['90', '12h', '90m', '0d', '0w', '-1d', '1.5d', '90D', '999999d', 'd'])(
  'refuses %s as a time',
  (text) => {
    expect(readWheelsInputs({ unused_for: text }, 'cli').problems.map(({ message }) => message)).toEqual([
      `--unused-for: "${text}" is no time in days or weeks: write a whole number from 1 and "d" or "w", like "90d" or "12w".`,
    ]);
  },
);

const ways =
  'write a folder as "./wheels" or whole, and a repository as its registry and its name, like "ghcr.io/owner/name". "off" saves nothing.';
test.each([
  ['a home', '~/wheels', `"~/wheels" begins with "~", which the shell left as it is: ${ways}`],
  ['a URL', 'ftp://x', `"ftp://x" is a URL: ${ways}`],
  ['a URL of a registry', 'https://ghcr.io/a/b', `"https://ghcr.io/a/b" is a URL: ${ways}`],
  [
    'a tag',
    'ghcr.io/a/b:c',
    `"ghcr.io/a/b:c" has a tag or a digest, and every wheel has a tag of its own: ${ways}`,
  ],
  [
    'a name of what may be a folder',
    'wheels',
    '"wheels" could be a folder or a repository: write a folder as "./wheels" or whole, and a repository with its registry in front, like "ghcr.io/owner/name". "off" saves nothing.',
  ],
  [
    'a name that registries refuse',
    'ghcr.io/a b',
    'wheel_store "ghcr.io/a b" is not valid: it is lower-case letters and digits, parted by single ".", "_", "__" or "-", in parts parted by "/", like "owner/name".',
  ],
  [
    'a port that does not exist',
    'ghcr.io:99999/a/b',
    'registry "ghcr.io:99999" has a port that does not exist: ports are 1 to 65535. It is the first part of wheel_store "ghcr.io:99999/a/b", and its dot or colon makes it a registry.',
  ],
])('refuses %s as a store', (_, text, message) => {
  expect(readWheelsInputs({ wheel_store: text }, 'cli').problems).toEqual([
    { station: 'input', about: 'wheel_store', message: `--wheel-store: ${message}` },
  ]);
});
