import { describe, expect, test } from 'vitest';
import type { CatalogueImage } from '../../../src/observe/catalogue.ts';
import {
  baseName,
  changesBetween,
  compareTexts,
  imagesBefore,
  inOrder,
} from '../../../src/report/catalogue/changes.ts';
import { makeCatalogue } from '../../support/catalogue.ts';
import { tag } from '../../support/images.ts';

const [sample] = makeCatalogue(1);
const image = (name: string, more: Partial<CatalogueImage>): CatalogueImage => ({
  ...sample!,
  tags: [tag(name)],
  ...more,
});
const nameOf = ({ tags }: CatalogueImage): string => tags[0]!;
const pairsOf = (images: readonly CatalogueImage[]): Record<string, string> =>
  Object.fromEntries([...imagesBefore(images)].map(([one, before]) => [nameOf(one), nameOf(before)]));

test.each([
  [undefined, undefined],
  ['docker.io/library/python:3.13-slim', 'slim'],
  ['docker.io/library/python:3.13.9-slim-trixie@sha256:1', 'slim-trixie'],
  ['mirror.example.com:5000/hub/library/python:3.13', 'full'],
  ['docker.io/library/debian:trixie', 'debian:trixie'],
  ['ghcr.io/example/base:1', 'ghcr.io/example/base:1'],
  ['docker.io/example/mypython:3.13-slim', 'example/mypython:3.13-slim'],
  ['@', '@'],
])('the base %s is called %s', (reference, name) => {
  expect(baseName(reference)).toBe(name);
});

test('versions are in the order of PEP 440, after what is none', () => {
  const texts = [undefined, 'a', 'main', '1.0rc1', '1.0', '1.10', '2!0.1'];
  expect(texts.toReversed().toSorted((one, other) => (compareTexts(one, other) < 0 ? -1 : 1))).toEqual([
    'a',
    'main',
    '1.0rc1',
    '1.0',
    '1.10',
    '2!0.1',
    undefined,
  ]);
  expect(compareTexts(undefined, 'a')).toBe(-1);
});

test('images stand by repository and name, the newest first', () => {
  const images = [
    image('b', { repository: 'b' }),
    image('old', { version: '1.9' }),
    image('slim', { version: '1.10', base: 'python:3.13-slim', python: '3.13.9' }),
    image('alpine', { version: '1.10', base: 'python:3.13-alpine', python: '3.13.9' }),
    image('newer', { version: '1.10', python: '3.14.0' }),
  ];
  expect(inOrder(images).map(nameOf)).toEqual(['b', 'newer', 'alpine', 'slim', 'old']);
});

describe('the image before', () => {
  test('is of the next lower version, or was made earlier', () => {
    expect(
      pairsOf([
        image('1.10', { version: '1.10' }),
        image('1.9', { version: '1.9' }),
        image('1.9-later', { version: '1.9', made: sample!.made! + 1 }),
        image('1.8', { version: '1.8' }),
      ]),
    ).toEqual({ '1.10': '1.9-later', '1.9-later': '1.9', '1.9': '1.8' });
  });

  test.each<readonly [string, Partial<CatalogueImage>, boolean]>([
    ['a patch of Python', { python: '3.14.1' }, true],
    ['the base of that patch', { base: 'docker.io/library/python:3.14.1-slim' }, true],
    ['another Python', { python: '3.15.0' }, false],
    ['another base', { base: 'docker.io/library/python:3.14-alpine' }, false],
    ['another software', { name: 'gunicorn' }, false],
    ['another repository', { repository: 'ghcr.io/example/other' }, false],
  ])('with %s', (_, more, isBefore) => {
    expect(pairsOf([image('old', {}), image('new', { version: '99', ...more })])).toEqual(
      isBefore ? { new: 'old' } : {},
    );
  });
});

test.each<readonly [string, Partial<CatalogueImage>, Partial<CatalogueImage>, unknown]>([
  ['nothing', {}, {}, []],
  [
    'all kinds',
    { python: '3.14.0', requirements: ['a==1', 'gone==1', 'kept==1', 'two==1', 'two==2'] },
    { python: '3.14.1', requirements: ['a==2', 'kept==1', 'new==1', 'odd', 'two==2'] },
    [
      { name: 'Python', before: '3.14.0', after: '3.14.1' },
      { name: 'a', before: '1', after: '2' },
      { name: 'gone', before: '1' },
      { name: 'new', after: '1' },
      { name: 'odd', after: '' },
      { name: 'two', before: '1, 2', after: '2' },
    ],
  ],
])('what changed: %s', (_, before, after, changes) => {
  expect(changesBetween(image('old', before), image('new', after))).toEqual(changes);
});

test('without a build record it is not known what changed', () => {
  const { requirements: _, ...unknown } = sample!;
  expect([changesBetween(unknown, sample!), changesBetween(sample!, unknown)]).toEqual([
    undefined,
    undefined,
  ]);
});
