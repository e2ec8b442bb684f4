import { expect, test } from 'vitest';
import { readCatalogueInputs } from '../../src/inputs/catalogue.ts';

const read = (raw: Readonly<Record<string, string>>) =>
  readCatalogueInputs({ image_name: 'ghcr.io/a/b\na/c', registry: 'quay.io', ...raw }, 'cli');

test.each([
  ['a folder of its own', {}, 'site'],
  ['another one', { out: '/srv/images' }, '/srv/images'],
])('the page goes to %s', (_, raw, out) => {
  expect(read(raw)).toEqual({
    problems: [],
    inputs: {
      repositories: [
        { registry: 'ghcr.io', name: 'a/b' },
        { registry: 'quay.io', name: 'a/c' },
      ],
      registry: 'quay.io',
      out,
    },
  });
});

test('all that is wrong is said at once', () => {
  const { inputs, problems } = read({ image_name: '', out: 'https://example.com/site' });
  expect([inputs, problems.map(({ message }) => message)]).toEqual([
    undefined,
    [
      '--image-name: it is missing: name a repository with its registry, like "ghcr.io/owner/name".',
      '--out: "https://example.com/site" is a URL: give a path on this machine, and check out or download first.',
    ],
  ]);
});
