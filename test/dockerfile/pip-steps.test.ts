import { expect, test } from 'vitest';
import { readPipSteps } from '../../src/dockerfile/pip-steps.ts';

const given = {
  build_target: '3.13',
  publish_target: '3.13-slim',
  package: 'demo',
  package_version: '1.2.3',
};

/** Steps as `line base [helper]: what they ask for`, files with where they may come from, and what is left alone. */
function read(text: string) {
  const { steps, left } = readPipSteps(text, given, ['linux/amd64', 'linux/arm/v7']);
  return {
    steps: steps.map(
      ({ line, base, isHelper, installs }) =>
        `${line} ${base}${isHelper ? ' helper' : ''}: ${installs.flatMap((one) => one.requirements).join(' ')}`,
    ),
    ...(steps.some(({ files }) => Object.keys(files).length > 0)
      ? { files: Object.assign({}, ...steps.map(({ files }) => files)) as unknown }
      : {}),
    ...(left.length > 0 ? { left: left.map(({ line, why }) => `${line}: ${why}`) } : {}),
  };
}

const fork = `ARG build_target
ARG publish_target
FROM python:$build_target as Builder
ARG TARGETPLATFORM
ARG package
ARG package_version
RUN python -m pip install $package==$package_version $TARGETPLATFORM
FROM python:$publish_target
COPY --from=Builder /a /a
`;

test.each<[string, string, unknown]>([
  [
    'the stage of a fork, for all platforms',
    fork,
    { steps: ['7 python:3.13 helper: demo==1.2.3 linux/amd64 demo==1.2.3 linux/arm/v7'] },
  ],
  ['the last stage', 'FROM python:3.13\nRUN pip install a\n', { steps: ['2 python:3.13: a'] }],
  [
    'a stage on a stage',
    'FROM python:3.13 AS b\nARG package=x\nFROM b\nRUN pip install $package\n',
    { steps: ['4 python:3.13: demo'] },
  ],
  [
    'no stage that is not built',
    'FROM python:3.13 AS other\nRUN pip install a\nFROM python:3.13\n',
    { steps: [] },
  ],
  [
    'no stage that runs on the build machine',
    'FROM --platform=$BUILDPLATFORM python:3.13\nRUN pip install a\n',
    { steps: [] },
  ],
  ['no ONBUILD of an image', 'FROM python:3.13\nONBUILD RUN pip install a\n', { steps: [] }],
  [
    'ONBUILD of a stage',
    'FROM python:3.13 AS b\nONBUILD RUN pip install a\nFROM b\n',
    { steps: [], left: ['2: it is written in another place than it runs'] },
  ],
  [
    'a SHELL',
    'FROM python:3.13\nSHELL ["/usr/bin/python3", "-c"]\nRUN pip install a\n',
    { steps: [], left: ['3: SHELL /usr/bin/python3 is no shell that is read here'] },
  ],
  [
    'a setting of pip',
    'FROM python:3.13\nENV PIP_NO_BINARY=:all:\nRUN pip install a\n',
    { steps: [], left: ['3: PIP_NO_BINARY changes what pip installs'] },
  ],
  [
    'an image of its own for each platform',
    'ARG TARGETARCH\nFROM python:3.13-$TARGETARCH\nRUN pip install a\n',
    { steps: [], left: ['3: it runs on another image for each platform'] },
  ],
  [
    'a frontend without named contexts',
    '# syntax=docker/dockerfile:1.2\nFROM python:3.13\nRUN pip install a\n',
    { steps: [], left: ['3: the frontend that syntax names is older than named contexts'] },
  ],
  [
    'scratch',
    'FROM scratch\nRUN pip install a\n',
    { steps: [], left: ['2: it runs on no image that has a name here'] },
  ],
  [
    'a file by its own name, in a folder that is copied, and in a mount',
    'FROM python:3.13\nWORKDIR /app\nCOPY deps/needs.txt /tmp/\nCOPY . .\nRUN --mount=source=held.txt,target=held.txt pip install -r /tmp/needs.txt -r sub/more.txt -c held.txt\n',
    {
      steps: ['5 python:3.13: '],
      files: {
        '/tmp/needs.txt': ['deps/needs.txt', 'deps/needs.txt/needs.txt'],
        'sub/more.txt': ['sub/more.txt'],
        'held.txt': ['held.txt', 'held.txt'],
      },
    },
  ],
])('reads %s', (_, text, expected) => expect(read(text)).toEqual(expected));
