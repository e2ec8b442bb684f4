import { expect, test } from 'vitest';
import { baseOf } from '../../../src/sources/package/base.ts';

const python = { text: '3.12', minor: '3.12' };

test.each([
  ['full', '', '3.12', '3.12'],
  ['slim compiles in the full one', 'slim', '3.12-slim', '3.12'],
  ['slim of a release compiles in that release', 'slim-bookworm', '3.12-slim-bookworm', '3.12-bookworm'],
  ['a release', 'trixie', '3.12-trixie', '3.12-trixie'],
  ['alpine compiles in itself', 'alpine', '3.12-alpine', '3.12-alpine'],
  ['alpine of a release', 'alpine3.20', '3.12-alpine3.20', '3.12-alpine3.20'],
])('%s', (_, variant, publishTarget, buildTarget) => {
  expect(baseOf(python, variant, 'docker.io/library')).toEqual({
    variant,
    publishTarget,
    buildTarget,
    publish: `docker.io/library/python:${publishTarget}`,
    build: `docker.io/library/python:${buildTarget}`,
  });
});

test('a patch release and a mirror', () => {
  const base = baseOf({ text: '3.12.4', minor: '3.12', patch: 4 }, 'slim', 'mirror.example.com/library');
  expect(base.publish).toBe('mirror.example.com/library/python:3.12.4-slim');
});
