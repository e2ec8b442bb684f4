import { expect, test } from 'vitest';
import { readCustomDockerfile } from '../../src/dockerfile/custom.ts';
import type { Platform } from '../../src/names/platform.ts';

const seed = { python_version: '3.13', publish_target: '3.13-slim', build_target: '3.13' };

interface Row {
  readonly text: string;
  readonly platforms?: readonly Platform[];
  readonly given?: Readonly<Record<string, string>>;
  readonly bases: readonly string[];
  readonly unknown?: readonly string[];
  readonly usesPackages?: boolean;
}

const rows: Record<string, Row> = {
  'packages from a context': {
    text: 'ARG publish_target\nFROM python:$publish_target\nCOPY --from=packages / /usr/local\n',
    bases: ['python:3.13-slim'],
    usesPackages: true,
  },
  'packages as a mount': {
    text: 'FROM python:3\nRUN --mount=type=bind,from=packages,target=/p ls /p\n',
    bases: ['python:3'],
    usesPackages: true,
  },
  'packages as a base': {
    text: 'FROM packages AS p\nFROM python:3\nCOPY --from=p / /\n',
    bases: ['python:3'],
    usesPackages: true,
  },
  'packages in a stage that is not built': {
    text: 'FROM python:3 AS other\nCOPY --from=packages / /\nFROM python:3.12\n',
    bases: ['python:3.12'],
  },
  'a word that only looks like the context': {
    text: 'FROM python:3\nRUN echo --from=packages from=packages\nCOPY --from=packages2 / /\n',
    bases: ['python:3', 'packages2'],
  },
  'two stages as the seed': {
    text: 'ARG build_target=3.9\nFROM python:$build_target as Builder\nFROM python:${publish_target}\nCOPY --from=Builder /a /a\n',
    bases: ['python:3.13'],
    // It is not declared before the first FROM.
    unknown: ['python:${publish_target}'],
  },
  'stage names are followed': {
    text: 'ARG V=3\nFROM python:${V}-slim AS base\nFROM base AS final\n',
    bases: ['python:3-slim'],
  },
  'defaults of ARGs that are not given': {
    text: 'ARG R=docker.io\nARG IMAGE=${R}/python:${T:-3}\nFROM $IMAGE\n',
    bases: ['docker.io/python:3'],
  },
  'an ARG without a value is empty, and one that is not declared too': {
    text: 'ARG SUFFIX\nFROM python:3$SUFFIX$OTHER\n',
    bases: ['python:3'],
  },
  'an ARG of a stage is none of FROM': {
    text: 'FROM scratch AS one\nARG V=3.12\nFROM python:3$V\nCOPY --from=one / /\n',
    bases: ['python:3'],
  },
  'quotes go away': { text: 'ARG V="3"\nFROM "python:$V"\n', bases: ['python:3'] },
  'continuations and comments': {
    text: 'FROM pyth\\\n# why\n\non:3\nCOPY \\\n  # why\n  --from=packages \\\n  / /usr/local\n',
    bases: ['python:3'],
    usesPackages: true,
  },
  'another escape': {
    text: '# syntax=docker/dockerfile:1\n# escape=`\nFROM pyth`\non:3\n',
    bases: ['python:3'],
  },
  'heredocs are no instructions': {
    text: 'FROM python:3\nRUN <<EOF\nCOPY --from=packages / /\nFROM other\nEOF\n',
    bases: ['python:3'],
  },
  'a stage of that name is the user’s own': {
    text: 'FROM python:3 AS packages\nFROM packages\nRUN pip install six\n',
    bases: ['python:3'],
  },
  'even where it stands on an image of that name': {
    text: 'FROM packages AS packages\nFROM python:3\nCOPY --from=packages / /\n',
    bases: ['packages', 'python:3'],
  },
  'a stage named as the image that it stands on': {
    text: 'FROM python AS python\nFROM python\n',
    bases: ['python'],
  },
  'of two stages with one name, the one before': {
    text: 'FROM a AS x\nFROM b AS x\nFROM x\n',
    bases: ['b'],
  },
  'scratch is no base': { text: 'FROM scratch\n', bases: [] },
  'nothing at all': { text: '', bases: [] },
  'stages that are not reached': {
    text: 'FROM a AS test\nFROM b AS build\nFROM c AS lint\nCOPY --from=test / /\nFROM d\nCOPY --from=build / /\n',
    bases: ['b', 'd'],
  },
  'images that files are taken from': {
    text: 'FROM python:3\nCOPY --from=ghcr.io/astral-sh/uv:0.5 /uv /bin/\nRUN --mount=from=alpine,target=/a --mount=type=cache,target=/c,from=busybox ls\n',
    bases: ['python:3', 'ghcr.io/astral-sh/uv:0.5', 'alpine', 'busybox'],
  },
  'a stage by its number, for COPY alone': {
    text: 'FROM a\nFROM b\nFROM c\nCOPY --from=1 / /\nRUN --mount=from=0,target=/x ls\n',
    bases: ['b', 'c', '0'],
  },
  'a number that no stage has': { text: 'FROM a\nCOPY --from=7 / /\n', bases: ['a'], unknown: ['7'] },
  'what a stage holds back is done in those that stand on it': {
    text: 'FROM a AS base\nONBUILD COPY --from=b / /\nONBUILD RUN --mount=from=packages,target=/p ls\nFROM base\n',
    bases: ['a', 'b'],
    usesPackages: true,
  },
  'what the last stage holds back is not done': {
    text: 'FROM a\nONBUILD COPY --from=b / /\n',
    bases: ['a'],
  },
  'by digest': { text: 'FROM python:3@sha256:00\n', bases: ['python:3@sha256:00'] },
  'the platform of a base is no part of its name': {
    text: 'FROM --platform=$BUILDPLATFORM golang AS build\nFROM --platform=linux/amd64 python:3\nCOPY --from=build / /\n',
    bases: ['golang', 'python:3'],
  },
  'a name for each platform': {
    text: 'ARG TARGETVARIANT\nFROM tool:$TARGETARCH$TARGETVARIANT AS tool\nFROM python:3\nCOPY --from=tool / /\n',
    platforms: ['linux/amd64', 'linux/arm/v7'],
    bases: ['tool:amd64', 'python:3', 'tool:armv7'],
  },
  'a stage for each platform': {
    text: 'FROM a AS for-amd64\nFROM b AS for-arm64\nFROM c AS for-s390x\nFROM for-${TARGETARCH}\n',
    platforms: ['linux/amd64', 'linux/arm64'],
    bases: ['a', 'b'],
  },
  'without platforms, a name that depends on them may be any earlier stage': {
    text: 'FROM a AS for-amd64\nFROM b AS for-arm64\nFROM for-${TARGETARCH}\n',
    bases: ['a', 'b'],
    unknown: ['for-${TARGETARCH}'],
  },
  'arguments of the build machine are unknown': {
    text: 'FROM tool:$BUILDARCH AS tool\nFROM python:3\nCOPY --from=tool / /\n',
    platforms: ['linux/amd64'],
    bases: ['python:3'],
    unknown: ['tool:$BUILDARCH'],
  },
  'a given argument of the build machine': {
    text: 'FROM tool:$BUILDARCH\n',
    given: { BUILDARCH: 'amd64' },
    bases: ['tool:amd64'],
  },
  'a value without its suffix': {
    text: 'ARG publish_target\nFROM python:${publish_target%-slim}\n',
    bases: ['python:3.13'],
  },
  'parts of a value in another ARG': {
    text: 'ARG V=3.13.1\nARG MINOR=${V%.*}\nFROM python:${MINOR/./_}-${publish_target##*-}${V:+-x}\n',
    bases: ['python:3_13--x'],
  },
  'a value that is required and given': {
    text: 'ARG python_version\nFROM python:${python_version:?missing}\n',
    bases: ['python:3.13'],
  },
  'a value that is required and not given: BuildKit refuses it': {
    text: 'FROM python:${V:?missing}\n',
    bases: [],
    unknown: ['python:${V:?missing}'],
  },
  'a variable where BuildKit takes none': {
    text: 'ARG X=b\nFROM a\nCOPY --from=$X / /\n',
    bases: ['a'],
    unknown: ['$X'],
  },
  'an empty name': { text: 'FROM $NOTHING\n', bases: [], unknown: ['$NOTHING'] },
};

test.each(Object.entries(rows))('finds the images of %s', (_, row) => {
  const { usesPackages, bases, unknown } = readCustomDockerfile(row.text, row.given ?? seed, row.platforms);
  expect({ usesPackages, bases, unknown }).toEqual({
    usesPackages: row.usesPackages ?? false,
    bases: row.bases,
    unknown: row.unknown ?? [],
  });
});

const parents: Record<string, Pick<Row, 'text' | 'platforms' | 'given'> & { readonly on?: string }> = {
  'the image of its one stage': { text: 'FROM python:3\n', on: 'python:3' },
  'the image of the last stage, not of those before': {
    text: 'FROM python:3 AS build\nFROM python:3-slim\nCOPY --from=build / /\n',
    on: 'python:3-slim',
  },
  'the image under the stages that it stands on': {
    text: 'FROM debian:13 AS a\nFROM a AS b\nFROM other\nFROM B\n',
    on: 'debian:13',
  },
  'the image of the stage before, where one has its name': {
    text: 'FROM a AS x\nFROM x AS x\nFROM x\n',
    on: 'a',
  },
  'the image that an argument names': {
    text: 'ARG T=3\nFROM python:$T\n',
    given: { T: '3.9' },
    on: 'python:3.9',
  },
  'with its digest': { text: 'FROM python:3@sha256:00\n', on: 'python:3@sha256:00' },
  'nothing, from scratch': { text: 'FROM python:3 AS build\nFROM scratch\nCOPY --from=build / /\n' },
  'nothing, through stages from scratch': { text: 'FROM scratch AS a\nFROM a\n' },
  'nothing that is published: the packages': { text: 'FROM packages\n' },
  'nothing that is published: the packages, through a stage': { text: 'FROM packages AS p\nFROM p\n' },
  'a stage that is called packages': { text: 'FROM python:3 AS packages\nFROM packages\n', on: 'python:3' },
  'nothing that is known': { text: 'FROM python:3 AS a\nFROM tool:$BUILDARCH\n' },
  'nothing that is known, through stages': { text: 'FROM tool:$BUILDARCH AS a\nFROM a\n' },
  'nothing at all': { text: '' },
  'the same on every platform': {
    text: 'FROM python:3 AS for-amd64\nFROM python:3 AS for-arm64\nFROM for-$TARGETARCH\n',
    platforms: ['linux/amd64', 'linux/arm64'],
    on: 'python:3',
  },
  'another one on each platform': {
    text: 'FROM a AS for-amd64\nFROM b AS for-arm64\nFROM for-$TARGETARCH\n',
    platforms: ['linux/amd64', 'linux/arm64'],
  },
  'an image on one platform and nothing on the other': {
    text: 'FROM a AS for-amd64\nFROM scratch AS for-arm64\nFROM for-$TARGETARCH\n',
    platforms: ['linux/amd64', 'linux/arm64'],
  },
};
test.each(Object.entries(parents))('finds the parent image: %s', (_, { text, given, platforms, on }) => {
  expect(readCustomDockerfile(text, given ?? {}, platforms).standsOn).toBe(on);
});

test('keeps how references are written, and what has no value', () => {
  const text = [
    'ARG REPOSITORY=ghcr.io/o/r',
    'ARG EMPTY=',
    'ARG DECLARED',
    'FROM ${REPOSITORY}/base:$TARGETARCH AS a',
    'FROM python:3 AS b',
    'FROM $EMPTY@${DECLARED:-$OTHER}',
    'COPY --from=${REPOSITORY}/x / /',
    'RUN --mount=from=$REPOSITORY,target=/x --mount=from=tool:1,target=/y ls',
    'COPY --from=9 / /',
  ].join('\n');
  const { bases, written, unknown, unset, unexpanded } = readCustomDockerfile(text, {}, [
    'linux/amd64',
    'linux/arm64',
  ]);
  expect({ bases, written, unknown, unset, unexpanded }).toEqual({
    bases: ['ghcr.io/o/r/base:amd64', 'python:3', 'tool:1', 'ghcr.io/o/r/base:arm64'],
    written: {
      'ghcr.io/o/r/base:amd64': '${REPOSITORY}/base:$TARGETARCH',
      'ghcr.io/o/r/base:arm64': '${REPOSITORY}/base:$TARGETARCH',
      'python:3': 'python:3',
      'tool:1': 'tool:1',
    },
    unknown: ['$EMPTY@${DECLARED:-$OTHER}', '${REPOSITORY}/x', '$REPOSITORY', '9'],
    unset: [{ written: '$EMPTY@${DECLARED:-$OTHER}', names: ['EMPTY', 'DECLARED', 'OTHER'] }],
    unexpanded: ['${REPOSITORY}/x', '$REPOSITORY'],
  });
});

const triggersOf = (text: string) => readCustomDockerfile(text, {}).triggers;
const triggers: Record<string, readonly [text: string, rests: readonly string[]]> = {
  'those of the last stage': [
    'FROM a AS x\nONBUILD RUN 1\nFROM b\nONBUILD RUN 2\nONBUILD copy 3 /\n',
    ['2', '3 /'],
  ],
  'not those that it begins with itself': ['FROM a AS x\nONBUILD RUN 1\nFROM x\nRUN 2\n', []],
  'none, without a stage': ['ARG X\n', []],
};
test.each(Object.entries(triggers))('leaves to images that are built on it: %s', (_, [text, rests]) => {
  expect(triggersOf(text).map(({ rest }) => rest)).toEqual(rests);
});

test('begins each stage on an image with the triggers of that image', () => {
  const given = {
    'team/base': triggersOf(
      'FROM a\nONBUILD ARG D=data\nONBUILD COPY build-* $D /\nONBUILD COPY --from=tools / /\n',
    ),
  };
  const read = (text: string) => {
    const { bases, sources } = readCustomDockerfile(text, {}, [], given);
    return { bases, sources: sources.map(({ path }) => path) };
  };
  expect(read('FROM team/base AS b\nCOPY own /\nFROM alpine\nCOPY --from=b / /\n')).toEqual({
    bases: ['team/base', 'tools', 'alpine'],
    sources: ['build-*', 'data', 'own'],
  });
  expect(read('FROM b AS tools\nFROM team/base\nFROM alpine\nCOPY --from=1 / /\n')).toEqual({
    bases: ['b', 'team/base', 'alpine'],
    sources: ['build-*', 'data'],
  });
  expect(read('FROM team/base AS b\nFROM b\n')).toEqual({
    bases: ['team/base', 'tools'],
    sources: ['build-*', 'data'],
  });
  expect(read('FROM alpine\nCOPY --from=team/base / /\n')).toEqual({
    bases: ['alpine', 'team/base'],
    sources: [],
  });
});
