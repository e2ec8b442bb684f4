import { expect, test } from 'vitest';
import { readOwnDockerfile } from '../../src/dockerfile/own.ts';

const seed = { python_version: '3.13', publish_target: '3.13-slim', build_target: '3.13' };

test.each([
  [
    'packages from a context',
    'ARG publish_target\nFROM python:$publish_target\nCOPY --from=packages / /usr/local\n',
    { usesPackages: true, bases: ['python:3.13-slim'] },
  ],
  [
    'packages as a mount',
    'FROM python:3\nRUN --mount=type=bind,from=packages,target=/p ls /p\n',
    { usesPackages: true, bases: ['python:3'] },
  ],
  [
    'packages as a base',
    'FROM packages AS p\nFROM python:3\nCOPY --from=p / /\n',
    { usesPackages: true, bases: ['python:3'] },
  ],
  [
    'a word that only looks alike',
    'FROM python:3\nRUN echo from packages\nCOPY --from=packages2 / /\n',
    { usesPackages: false, bases: ['python:3'] },
  ],
  [
    'two stages as the seed',
    'ARG build_target=3.9\nFROM python:$build_target as Builder\nFROM python:${publish_target}\nCOPY --from=Builder /a /a\n',
    { usesPackages: false, bases: ['python:3.13'] },
  ],
  [
    'stage names are followed',
    'ARG V=3\nFROM python:${V}-slim AS base\nFROM base AS final\n',
    { usesPackages: false, bases: ['python:3-slim'] },
  ],
  [
    'defaults of ARGs that are not given',
    'ARG R=docker.io\nARG IMAGE=${R}/python:${T:-3}\nFROM $IMAGE\n',
    { usesPackages: false, bases: ['docker.io/python:3'] },
  ],
  [
    'continuations and comments',
    'FROM python:3\nCOPY \\\n  # why\n  --from=packages \\\n  / /usr/local\n',
    { usesPackages: true, bases: ['python:3'] },
  ],
  [
    'heredocs are no instructions',
    'FROM python:3\nRUN <<EOF\nCOPY --from=packages / /\nFROM other\nEOF\n',
    { usesPackages: false, bases: ['python:3'] },
  ],
  [
    'a stage of that name is the user’s own',
    'FROM python:3 AS packages\nFROM packages\nRUN pip install six\n',
    { usesPackages: false, bases: ['python:3'] },
  ],
  ['scratch is no base', 'FROM scratch\n', { usesPackages: false, bases: [] }],
])('%s', (_, text, expected) => {
  expect(readOwnDockerfile(text, seed)).toEqual(expected);
});
