import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readInstructions } from '../../src/dockerfile/instructions.ts';
import type { Platform } from '../../src/names/platform.ts';
import { stepWords } from '../../src/report/step-words.ts';

/** Steps of a Dockerfile as buildx names them for one platform: a FROM of another stage is none. */
function stepsOf(file: string): { stage: string; name: string }[] {
  const { instructions } = readInstructions(readFileSync(`dockerfiles/${file}`, 'utf8'));
  const stages = new Set(['scratch', 'image']);
  let stage = '';
  return instructions.flatMap(({ keyword, flags, rest }) => {
    const given = flags.map(({ name, value }) => `--${name}${value === '' ? '' : `=${value}`} `).join('');
    if (keyword === 'FROM') {
      const [base = '', , name = ''] = rest.split(/\s+/);
      stage = name;
      const isStage = stages.has(base) || base.startsWith('compiled-');
      stages.add(name);
      return isStage ? [] : [{ stage, name: `FROM docker.io/library/${base}@sha256:${'0'.repeat(64)}` }];
    }
    return keyword === 'RUN' || keyword === 'COPY' || keyword === 'ADD'
      ? [{ stage, name: `${keyword} ${given}${rest}` }]
      : [];
  });
}

test.each<[string, readonly (readonly [stage: string, words: string])[]]>([
  [
    'Dockerfile',
    [
      ['builder', 'pull ${BUILD_BASE}'],
      ['builder', 'install the compiler and build packages'],
      ['tools', 'pull ${PUBLISH_BASE}'],
      ['tools', 'fetch the tools that compile'],
      ['native-sources', 'pull ${PUBLISH_BASE}'],
      ['native-sources', 'fetch the sources'],
      ['native', 'compile on the build machine'],
      ['sources', 'pull ${PUBLISH_BASE}'],
      ['sources', 'fetch the sources'],
      ['sysroot', 'pull ${BUILD_BASE}'],
      ['publish', 'pull ${PUBLISH_BASE}'],
      ['cross', 'cross-compile'],
      ['compile', 'pull ${BUILD_BASE}'],
      ['compile', 'take over what was cross-compiled'],
      ['compile', 'compile what is left'],
      ['attempts', 'collect how it was compiled'],
      ['needs', 'pull ${PUBLISH_BASE}'],
      ['needs', 'read what the compiled wheels need'],
      ['made', 'collect the compiled wheels'],
      ['library', 'pull ${PUBLISH_BASE}'],
      ['library', 'compile the bytecode of the library and of pip'],
      ['gather', 'pull ${PUBLISH_BASE}'],
      ['gather', 'gather what pip is offered'],
      ['offered', 'collect the bytecode'],
      ['offered', 'collect what pip is offered'],
      ['install', 'pull ${PUBLISH_BASE}'],
      ['install', 'install the wheels'],
      ['packages', 'collect what is installed'],
      ['foreign', 'pull ${PUBLISH_BASE}'],
      ['runtime', 'pull ${PUBLISH_BASE}'],
      ['runtime', 'prepare the runtime packages'],
      ['image', 'pull ${PUBLISH_BASE}'],
      ['image', 'remove what newer versions replace'],
      ['image', 'install the runtime packages'],
      ['image', 'put what is installed onto the base'],
      ['image', 'make the account'],
    ],
  ],
  [
    'plain.Dockerfile',
    [
      ['publish', 'pull ${PUBLISH_BASE}'],
      ['install', 'pull ${BUILD_BASE}'],
      ['install', 'install the compiler and build packages'],
      ['install', 'resolve and install with pip'],
      ['packages', 'collect what is installed'],
      ['runtime', 'pull ${PUBLISH_BASE}'],
      ['runtime', 'prepare the runtime packages'],
      ['image', 'pull ${PUBLISH_BASE}'],
      ['image', 'install the runtime packages'],
      ['image', 'put what is installed onto the base'],
      ['image', 'make the account'],
    ],
  ],
  [
    'facts.Dockerfile',
    [
      ['target', 'pull ${PUBLISH_BASE}'],
      ['read', 'pull ${PUBLISH_BASE}'],
      ['read', 'read what the base holds'],
      ['facts', 'collect what the base holds'],
    ],
  ],
  [
    'resolve.Dockerfile',
    [
      ['run', 'pull ${BUILD_BASE}'],
      ['run', 'install the compiler and build packages'],
      ['run', 'resolve the requirements'],
      ['resolve', 'collect the lock'],
    ],
  ],
  [
    'verify.Dockerfile',
    [
      ['library', 'pull ${PUBLISH_BASE}'],
      ['library', "compile the standard library's bytecode"],
      ['look', 'read what the image sets'],
      ['interpreter', 'pull ${PUBLISH_BASE}'],
      ['interpreter', "find the image's Python"],
      ['run', 'put the start of the checks into the image'],
      ['run', 'verify'],
      ['verify', 'collect the results of the checks'],
    ],
  ],
  [
    'verify-any.Dockerfile',
    [
      ['shell', 'pull ${TOOLS}'],
      ['look', 'read what the image sets'],
      ['survey', 'pull ${TOOLS}'],
      ['survey', "read the image's files"],
      ['run', 'put the start of the checks into the image'],
      ['run', 'verify'],
      ['judge', 'pull ${TOOLS}'],
      ['judge', 'judge the checks'],
      ['verify', 'collect the results of the checks'],
    ],
  ],
  [
    'exports.Dockerfile',
    [
      ['take', 'pull ${TOOLS}'],
      ['take', 'take files out of the image'],
      ['exports', 'collect the files'],
    ],
  ],
])('every step of %s has its words', (file, expected) => {
  expect(stepsOf(file).map((step) => [step.stage, stepWords(step)])).toEqual(expected);
});

describe('with the platform', () => {
  const arm = 'linux/arm/v7';
  test.each<
    [string, string, { readonly platform?: Platform; readonly runsOn?: Platform }, string | undefined]
  >([
    ['install', 'RUN python3 /programs/install.py', { platform: arm }, 'install the wheels for arm/v7'],
    [
      'install',
      'RUN python3 /programs/install.py',
      { platform: arm, runsOn: 'linux/amd64' },
      'install the wheels for arm/v7',
    ],
    [
      'install',
      'RUN python3 /programs/install.py --requirements "/lock/armv7/requirements.json"',
      { platform: arm, runsOn: 'linux/amd64' },
      'install the wheels for arm/v7',
    ],
    [
      'install',
      'RUN python3 /programs/install.py --requirements "/lock/$TARGETARCH$TARGETVARIANT/requirements.json"',
      { platform: 'linux/amd64' },
      'install the wheels',
    ],
    [
      'needs',
      'RUN python3 /programs/needs.py /compiled/wheels /made',
      { platform: 'linux/amd64' },
      'read what the compiled wheels need',
    ],
    ['run', 'RUN ["python3", "/checks/verify.py"]', { platform: 'linux/arm64' }, 'verify linux/arm64'],
    ['run', 'RUN python3 /checks/verify.py', {}, 'verify'],
    [
      'library',
      'RUN python3 /bytecode.py',
      { platform: arm, runsOn: 'linux/amd64' },
      "compile the standard library's bytecode",
    ],
    [
      'image',
      'FROM docker.io/library/python:3.13-slim@sha256:ab',
      { platform: arm },
      'pull python:3.13-slim for arm/v7',
    ],
    [
      'install',
      'FROM docker.io/library/python:3.13-slim@sha256:ab',
      { platform: arm, runsOn: 'linux/amd64' },
      'pull python:3.13-slim for amd64',
    ],
    ['image', 'FROM docker.io/bitnami/python:3.13', {}, 'pull bitnami/python:3.13'],
    ['image', 'FROM ghcr.io/team/python', {}, 'pull ghcr.io/team/python'],
    ['stage-1', 'RUN make', { platform: arm }, undefined],
    ['stage-1', 'WORKDIR /app', {}, undefined],
  ])('%s %s %j', (stage, name, platforms, words) => {
    expect(stepWords({ stage, name, ...platforms })).toBe(words);
  });
});
