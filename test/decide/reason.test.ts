import { expect, test } from 'vitest';
import { type ChangedPart, type Move, partsText } from '../../src/decide/compare.ts';
import type { Because, Decision } from '../../src/decide/decide.ts';
import { reasonText } from '../../src/decide/reason.ts';
import type { Digest, Tag } from '../../src/names/reference.ts';
import { recipeParts } from '../../src/plan/fingerprint.ts';
import { base, day, digestOfOnly, latest, reference } from './values.ts';

const from = `sha256:1a2b3c4d${'0'.repeat(56)}` as Digest;
const to = `sha256:9f8e7d6c${'0'.repeat(56)}` as Digest;
const platforms = ['linux/amd64', 'linux/arm64'] as const;
const move: Move = { reference: base, platforms, stayed: [], from, to };
const debian: Move = { reference: 'ghcr.io/team/debian:trixie', platforms, stayed: [], to };

const recipe = (...parts: ChangedPart[]): Because => ({ kind: 'recipe-changed', parts });
const h11 = { name: 'h11', from: '0.14.0', to: '0.16.0' };
const updated = (...names: string[]): Because => ({
  kind: 'requirement-changed',
  changes: names.map((name) => ({ ...h11, name })),
});
const moved = (...moves: Move[]): Because => ({ kind: 'base-moved', moves });
const forced: Because = { kind: 'forced' };

test.each<[Because, string]>([
  [{ kind: 'local' }, 'nothing is pushed, so it is not compared with what a registry holds'],
  [{ kind: 'absent' }, 'ghcr.io/team/demo:py3.13-slim-1.2.3 does not exist yet'],
  [
    forced,
    'ghcr.io/team/demo:py3.13-slim-1.2.3 exists, and is built again because that was asked for (force, or rebuild: always)',
  ],
  [
    { kind: 'adopted' },
    'ghcr.io/team/demo:py3.13-slim-1.2.3 does not say what it was made of (another tool made it, or its annotations are gone): it is built once, and from then on only for a reason',
  ],
  [recipe('command'), 'the recipe changed: the command'],
  [recipe('git'), 'the recipe changed: .git in the build context, which is another one in every clone'],
  [recipe('dockerfile', 'context'), 'the recipe changed: the Dockerfile, files of the build context'],
  [
    { kind: 'incomplete', lacking: [digestOfOnly('7')] },
    'ghcr.io/team/demo:py3.13-slim-1.2.3 is not whole: its registry no longer has 77777777',
  ],
  [
    { kind: 'incomplete', lacking: ['1', '2', '3', '4', '5'].map(digestOfOnly) },
    'ghcr.io/team/demo:py3.13-slim-1.2.3 is not whole: its registry no longer has 11111111, 22222222, 33333333 and 2 more',
  ],
  [
    { kind: 'platform-missing', platforms: ['linux/arm/v7'] },
    'ghcr.io/team/demo:py3.13-slim-1.2.3 has no image for linux/arm/v7',
  ],
  [
    { kind: 'platform-missing', platforms: ['linux/386', 'linux/arm/v7'] },
    'ghcr.io/team/demo:py3.13-slim-1.2.3 has no image for linux/386, linux/arm/v7',
  ],
  [updated('h11'), 'h11 0.14.0 → 0.16.0'],
  [
    {
      kind: 'requirement-changed',
      changes: [h11, { name: 'idna', to: '3.10' }, { name: 'six', from: '1.17.0' }],
    },
    'h11 0.14.0 → 0.16.0, idna 3.10 is new, six 1.17.0 is gone',
  ],
  [
    { kind: 'requirement-changed', changes: [{ name: 'numpy', from: '1.26.4 and 2.3.4', to: '2.3.4' }] },
    'numpy 1.26.4 and 2.3.4 → 2.3.4',
  ],
  [
    updated('a', 'b', 'c', 'd', 'e', 'f'),
    'a 0.14.0 → 0.16.0, b 0.14.0 → 0.16.0, c 0.14.0 → 0.16.0, d 0.14.0 → 0.16.0, e 0.14.0 → 0.16.0, f 0.14.0 → 0.16.0',
  ],
  [
    updated('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    'a 0.14.0 → 0.16.0, b 0.14.0 → 0.16.0, c 0.14.0 → 0.16.0, d 0.14.0 → 0.16.0, e 0.14.0 → 0.16.0 and 2 more',
  ],
  [updated(), 'the package index has other files of the same versions'],
  [
    { kind: 'advisory', mended: [{ id: 'GHSA-1', name: 'h11', version: '0.14.0' }] },
    'its requirements of today mend GHSA-1 in h11 0.14.0',
  ],
  [
    {
      kind: 'advisory',
      mended: [1, 2, 3, 4, 5, 6, 7].map((at) => ({ id: `GHSA-${at}`, name: 'h11', version: '0.14.0' })),
    },
    'its requirements of today mend GHSA-1 in h11 0.14.0, GHSA-2 in h11 0.14.0, GHSA-3 in h11 0.14.0, GHSA-4 in h11 0.14.0, GHSA-5 in h11 0.14.0 and 2 more',
  ],
  [{ kind: 'locking-changed', now: 'locked' }, 'its requirements can be locked now'],
  [{ kind: 'locking-changed', now: 'unlocked' }, 'its requirements can no longer be locked'],
  [moved(move), 'python:3.13-slim moved (1a2b3c4d → 9f8e7d6c)'],
  [
    moved({ ...move, platforms: ['linux/arm64'], stayed: ['linux/amd64'] }),
    'python:3.13-slim moved on linux/arm64 (1a2b3c4d → 9f8e7d6c)',
  ],
  [
    moved({ ...move, reference: 'docker.io/bitnami/python:3.13' }, debian),
    'bitnami/python:3.13 moved (1a2b3c4d → 9f8e7d6c), ghcr.io/team/debian:trixie is a new base',
  ],
  [{ kind: 'child-built', children: ['leaf'] }, 'leaf, which stands on it, is built'],
  [{ kind: 'child-built', children: ['leaf', 'twig'] }, 'leaf, twig, which stand on it, are built'],
  [
    { kind: 'expired', age: 31 * day, greatest: 30 * day },
    'it is older than max_age (30 days): it was made 31 days ago',
  ],
  [
    { kind: 'expired', age: 30 * day + 1, greatest: 30 * day },
    'it is older than max_age (30 days): it was made 30 days ago',
  ],
  [
    { kind: 'expired', age: 5400, greatest: 3600 },
    'it is older than max_age (1 hour): it was made 1 hour ago',
  ],
  [
    { kind: 'expired', age: 150, greatest: 60 },
    'it is older than max_age (1 minute): it was made 2 minutes ago',
  ],
  [{ kind: 'expired', greatest: day }, 'max_age is 1 day, and the image does not say when it was made'],
  [{ kind: 'unsigned' }, 'ghcr.io/team/demo:py3.13-slim-1.2.3 is not signed yet'],
  [
    { kind: 'tag-behind', tags: [latest] },
    'py3.13-slim-LATEST does not point at ghcr.io/team/demo:py3.13-slim-1.2.3 yet',
  ],
  [
    { kind: 'tag-behind', tags: [latest, 'py3.13-slim-1' as Tag] },
    'py3.13-slim-LATEST, py3.13-slim-1 do not point at ghcr.io/team/demo:py3.13-slim-1.2.3 yet',
  ],
  [
    { kind: 'unchanged', locked: true },
    'nothing changed: its recipe, its base and its requirements are those that it was made of',
  ],
  [
    { kind: 'unchanged', locked: false },
    'nothing changed that can be seen: its recipe and its base are those that it was made of, and what it installs is not locked',
  ],
  [{ kind: 'exists' }, 'ghcr.io/team/demo:py3.13-slim-1.2.3 exists, and rebuild asks for no more'],
  [
    { kind: 'identical', built: updated('h11') },
    'h11 0.14.0 → 0.16.0; but what was built is the very image that is there already',
  ],
])('%j', (because, text) => {
  expect(reasonText({ do: 'keep', because }, reference)).toBe(text);
});

test.each<[string, Decision, string]>([
  [
    'all reasons to build, the first leads',
    { do: 'build', because: updated('h11'), also: [moved(move), { kind: 'expired', greatest: 3600 }] },
    'h11 0.14.0 → 0.16.0; python:3.13-slim moved (1a2b3c4d → 9f8e7d6c); max_age is 1 hour, and the image does not say when it was made',
  ],
  ['one reason to build', { do: 'build', because: updated('h11') }, 'h11 0.14.0 → 0.16.0'],
  ['what may not be done', { do: 'refuse', message: 'It may not be.' }, 'It may not be.'],
])('%s', (_, decision, text) => {
  expect(reasonText(decision, reference)).toBe(text);
});

const tagged = 'ghcr.io/team/demo:py3.13-slim-1.2.3';

test.each<[Because, string]>([
  [{ kind: 'absent' }, `${tagged} did not exist`],
  [
    { kind: 'adopted' },
    `${tagged} did not say what it was made of (another tool made it, or its annotations were gone): it was built once, and will be from now on only for a reason`,
  ],
  [
    { kind: 'incomplete', lacking: [digestOfOnly('7')] },
    `${tagged} was not whole: its registry no longer had 77777777`,
  ],
  [{ kind: 'platform-missing', platforms: ['linux/arm/v7'] }, `${tagged} had no image for linux/arm/v7`],
  [
    { kind: 'expired', age: 31 * day, greatest: 30 * day },
    'it was older than max_age (30 days): it was made 31 days before',
  ],
  [{ kind: 'expired', greatest: day }, 'max_age is 1 day, and the image did not say when it was made'],
  [{ kind: 'unsigned' }, `${tagged} was not signed yet`],
  [{ kind: 'tag-behind', tags: [latest] }, `py3.13-slim-LATEST did not point at ${tagged}`],
  [updated('h11'), 'h11 0.14.0 → 0.16.0'],
])('once tags moved, %j', (because, text) => {
  expect(reasonText({ do: 'build', because }, reference, 'past')).toBe(text);
});

test('names each part of a recipe differently', () => {
  const parts: readonly ChangedPart[] = ['program', ...recipeParts, 'platforms'];
  expect(parts.map((part) => partsText([part]))).toEqual([
    'the way in which this program makes images',
    'the Dockerfile',
    'files of the build context',
    '.git in the build context, which is another one in every clone',
    'build arguments',
    'the requirements that are asked for',
    'the build packages',
    'the build constraints',
    'the runtime packages',
    'the command',
    'the user',
    'how its requirements are divided into layers',
    'the package index',
    'labels',
    'annotations',
    'the files that are taken out of it',
    'what is verified',
    'provenance or SBOM',
    'a platform that is no longer asked for',
  ]);
});
