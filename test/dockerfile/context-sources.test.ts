import { expect, test } from 'vitest';
import type { ContextSource } from '../../src/dockerfile/context-sources.ts';
import { readCustomDockerfile } from '../../src/dockerfile/custom.ts';

const all: ContextSource = { path: '', exclude: [] };
const path = (text: string, more: Partial<ContextSource> = {}): ContextSource => ({
  path: text,
  exclude: [],
  ...more,
});

test.each<[string, string, ContextSource[]]>([
  ['nothing is copied', 'FROM a\nRUN ls\n', []],
  [
    'files and folders',
    'FROM a\nCOPY x ./y/ /z ../w a/../b /to/\n',
    ['x', 'y', 'z', 'w', 'b'].map((one) => path(one)),
  ],
  ['all of it', 'FROM a\nCOPY . .\n', [all]],
  ['the root', 'FROM a\nADD / /x\n', [all]],
  ['patterns', 'FROM a\nCOPY *.txt a?/[bc] /\n', [path('*.txt'), path('a?/[bc]')]],
  ['JSON', 'FROM a\nCOPY ["a b", "c", "/"]\n', [path('a b'), path('c')]],
  ['quotes', 'FROM a\nCOPY "x" \'y\' /\n', [path('x'), path('y')]],
  ['of another stage or image', 'FROM a\nCOPY --from=b x /\nCOPY --from=0 y /\n', []],
  ['a heredoc', 'FROM a\nCOPY <<EOF x /\nEOF\n', [path('x')]],
  ['without a place to go to', 'FROM a\nCOPY x\n', []],
  ['remote', 'FROM a\nADD https://h/x git@h:o/r.git http://h/r.git#v1 y /\n', [path('y')]],
  [
    'excluded',
    'FROM a\nCOPY --exclude=*.md --exclude="a b" x /\n',
    [path('x', { exclude: ['*.md', 'a b'] })],
  ],
  ['excluded by what is not known', 'FROM a\nCOPY --exclude=$X --exclude=*.md x /\n', [path('x')]],
  [
    'with the folders above',
    'FROM a\nCOPY --parents --exclude=c x/y ./a/./b/d /\n',
    [path('x/y', { exclude: ['c'], parents: 0 }), path('a/b/d', { exclude: ['c'], parents: 1 })],
  ],
  ['without them', 'FROM a\nCOPY --parents=false x /\n', [path('x')]],
  ['each once', 'FROM a\nCOPY x /\nCOPY x /y\n', [path('x')]],
  [
    'mounts',
    'FROM a\nRUN --mount=target=/a,source=x/[1] --mount=type=bind,src=/y,target=/b ls\n',
    [path('x/\\[1]'), path('y')],
  ],
  ['all of it as a mount', 'FROM a\nRUN --mount=type=bind,target=. ls\n', [all]],
  [
    'mounts of something else',
    'FROM a\nRUN --mount=type=cache,target=/a --mount=type=secret,id=x --mount=from=b,target=/b ls\n',
    [],
  ],
  [
    'stages that are not reached',
    'FROM a AS test\nCOPY tests /\nFROM a AS build\nCOPY src /\nFROM a\nCOPY --from=build / /\n',
    [path('src')],
  ],
  ['what a stage holds back', 'FROM a AS base\nONBUILD COPY x /\nFROM base\n', [path('x')]],
  ['an ARG', 'FROM a\nARG X=x\nARG Y\nCOPY $X/${Y:-y} /\n', [all]],
  [
    'an ARG, where no image can have set it',
    'FROM scratch\nARG X=x\nARG Y\nCOPY $X/${Y:-y} /\n',
    [path('x/y')],
  ],
  ['ARGs have an order', 'FROM scratch\nCOPY x$X /\nARG X=1\nCOPY x$X /\n', [path('x'), path('x1')]],
  ['an ARG that is given', 'FROM a\nARG given=x\nCOPY $given /\n', [path('it')]],
  [
    'an ARG of before the first FROM',
    'ARG X=x\nFROM scratch AS one\nCOPY 1$X /\nFROM scratch\nARG X\nCOPY --from=one / /\nCOPY 2$X /\n',
    [path('1'), path('2x')],
  ],
  [
    'an ENV',
    'FROM a\nENV X=x Y="y z"\nENV OLD the old way\nCOPY ["$X/$Y", "$OLD", "/"]\n',
    [path('x/y z'), path('the old way')],
  ],
  [
    'variables of the stage below',
    'FROM a AS base\nARG X=1\nENV Y=2\nFROM base\nCOPY $X$Y /\n',
    [path('12')],
  ],
  ['a variable of the base image', 'FROM a\nCOPY $HOME/x /\n', [all]],
  ['an ARG that images of Python set', 'FROM a\nARG PYTHON_VERSION=3\nCOPY $PYTHON_VERSION /\n', [all]],
  ['an ARG and an ENV that say otherwise', 'FROM a\nENV X=1\nARG X=2\nCOPY $X /\n', [all]],
  ['an ENV of an ARG', 'FROM a\nARG X=1\nENV X=$X-a\nCOPY $X /\n', [path('1-a')]],
  ['a mount that is not known', 'FROM a\nRUN --mount=target=/x,source=$HOME ls\n', [all]],
])('%s', (_, text, expected) => {
  expect(readCustomDockerfile(text, { given: 'it' }).sources).toEqual(expected);
});

test('finds the sources of all platforms', () => {
  const text = 'FROM a\nARG TARGETARCH\nCOPY bin/$TARGETARCH /\n';
  expect(readCustomDockerfile(text, {}, ['linux/amd64', 'linux/arm64']).sources).toEqual([
    path('bin/amd64'),
    path('bin/arm64'),
  ]);
  expect(readCustomDockerfile(text, {}).sources).toEqual([all]);
});
