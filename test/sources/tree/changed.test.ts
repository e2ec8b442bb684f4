import { expect, test } from 'vitest';
import {
  type Change,
  changedFiles,
  type ImageFiles,
  imagesToBuild,
  type ImageToBuild,
  type Reason,
  reasonText,
} from '../../../src/sources/tree/changed.ts';
import { linkImages } from '../../../src/sources/tree/graph.ts';
import { type Contents, withWorkspace } from './folder.ts';

/** Which of the paths concern an image of the folder `app`. */
const changedOf = (
  text: string,
  changed: readonly string[],
  contents: Contents = {},
  more: Partial<ImageFiles> = {},
): Promise<string[]> =>
  withWorkspace({ 'app/Dockerfile': text, ...contents }, (files) =>
    changedFiles(
      files,
      {
        path: 'app/Dockerfile',
        context: 'app',
        arguments: {},
        triggers: {},
        text,
        platforms: ['linux/amd64'],
        more: [],
        ...more,
      },
      changed,
    ),
  );

const onbuild = linkImages({
  images: [
    {
      name: 'base',
      dockerfile: 'base/Dockerfile',
      context: 'base',
      references: [],
      arguments: {},
      text: 'FROM alpine\nONBUILD COPY build-* requirements-* $HOME/build/\n',
    },
    { name: 'app', dockerfile: '', context: '', references: [], arguments: {}, text: 'FROM t/base\n' },
  ],
  prefixes: ['t'],
  external: [],
  platforms: [],
}).images.at(-1)!.triggers;

test.each<[string, string, readonly string[], Contents, Partial<ImageFiles>, readonly string[]]>([
  [
    'its Dockerfile and ignore lists, although nothing copies them',
    'FROM scratch\n',
    [
      'app/Dockerfile',
      'app/Dockerfile.dockerignore',
      'app/.dockerignore',
      'base/Dockerfile',
      'app/README.md',
    ],
    {},
    {},
    ['app/Dockerfile', 'app/Dockerfile.dockerignore', 'app/.dockerignore'],
  ],
  [
    'what it copies, there or removed',
    'FROM scratch\nCOPY src/*.py /src/\nCOPY data /data\n',
    ['app/src/a.py', 'app/src/gone.py', 'app/src/a.txt', 'app/data/x/y', 'app/database', 'src/a.py'],
    { 'app/src/a.py': '', 'app/src/a.txt': '', 'app/data/x/y': '' },
    {},
    ['app/src/a.py', 'app/src/gone.py', 'app/data/x/y'],
  ],
  [
    'what .dockerignore lets through',
    'FROM scratch\nCOPY . /\n',
    ['app/a.md', 'app/README.md', 'app/docs/x', 'app/b'],
    { 'app/.dockerignore': '*.md\n!README.md\ndocs\n' },
    {},
    ['app/README.md', 'app/b'],
  ],
  [
    'what the list of the Dockerfile lets through, in a common context',
    'FROM scratch\nCOPY . /\n',
    ['lib/a.c', 'lib/a.md', 'lib/b.tmp'],
    { 'app/Dockerfile.dockerignore': '**/*.md\n', '.dockerignore': '**/*.tmp\n', 'lib/a.c': '' },
    { context: '.' },
    ['lib/a.c', 'lib/b.tmp'],
  ],
  [
    'what a link that is copied leads to',
    'FROM scratch\nCOPY current /\n',
    ['app/versions/1', 'app/versions/2'],
    { 'app/current': { link: 'versions/2' }, 'app/versions/1': '', 'app/versions/2': '' },
    {},
    ['app/versions/2'],
  ],
  [
    'what ONBUILD of a parent copies, although its own Dockerfile names nothing',
    'FROM t/base\n',
    ['app/build-tractor.sh', 'app/requirements-a.txt', 'app/notes.txt', 'base/build-x.sh'],
    { 'app/build-tractor.sh': '' },
    { triggers: onbuild },
    ['app/build-tractor.sh', 'app/requirements-a.txt'],
  ],
  [
    'the other files that are given',
    'FROM scratch\n',
    ['app/test.sh', 'digests.env', 'common/Dockerfile', 'other.env'],
    {},
    { more: ['app/test.sh', 'digests.env', 'common/Dockerfile'] },
    ['app/test.sh', 'digests.env', 'common/Dockerfile'],
  ],
  ['nothing, where nothing changed', 'FROM scratch\nCOPY . /\n', [], { 'app/a': '' }, {}, []],
  [
    'only a stage that is built',
    'FROM scratch AS x\nCOPY a /\nFROM scratch\nCOPY b /\n',
    ['app/a', 'app/b'],
    {},
    {},
    ['app/b'],
  ],
])('of the paths that changed, an image has %s', async (_, text, changed, contents, more, expected) => {
  expect(await changedOf(text, changed, contents, more)).toEqual(expected);
});

const images = [
  { name: 'base', parents: {} },
  { name: 'env', parents: { 'r/base': 'base' } },
  { name: 'other', parents: {} },
  { name: 'main', parents: { 'r/env': 'env', 'r/base:latest': 'base', 'r/base': 'base' } },
];
const files = (byImage: Readonly<Record<string, readonly string[]>>): Change => ({ kind: 'files', byImage });
const parent = (name: string): Reason => ({ kind: 'parent-rebuilt', parent: name });
const everything: Reason = { kind: 'everything', reason: 'commit abc is not in this clone' };

test.each<[string, Change, ImageToBuild[]]>([
  ['nothing, where nothing changed', files({ base: [] }), []],
  [
    'an image and all that stand on it',
    files({ base: ['base/apt.txt'] }),
    [
      { name: 'base', reasons: [{ kind: 'files-changed', paths: ['base/apt.txt'] }] },
      { name: 'env', reasons: [parent('base')] },
      { name: 'main', reasons: [parent('env'), parent('base')] },
    ],
  ],
  [
    'an image whose own files changed too',
    files({ env: ['env/a'], main: ['main/b', 'main/c'] }),
    [
      { name: 'env', reasons: [{ kind: 'files-changed', paths: ['env/a'] }] },
      { name: 'main', reasons: [{ kind: 'files-changed', paths: ['main/b', 'main/c'] }, parent('env')] },
    ],
  ],
  [
    'an image that nothing stands on',
    files({ other: ['o'] }),
    [{ name: 'other', reasons: [{ kind: 'files-changed', paths: ['o'] }] }],
  ],
  [
    'everything, where what changed is not known',
    everything,
    images.map(({ name }) => ({ name, reasons: [everything] as const })),
  ],
])('builds %s', (_, change, expected) => {
  expect(imagesToBuild(images, change)).toEqual(expected);
});

test('an image may be called as a property of every object', () => {
  expect(imagesToBuild([{ name: 'constructor', parents: {} }], files({}))).toEqual([]);
});

test.each<[Reason, string]>([
  [{ kind: 'files-changed', paths: ['a', 'b', 'c'] }, 'files changed: a, b, c'],
  [{ kind: 'files-changed', paths: ['a', 'b', 'c', 'd', 'e'] }, 'files changed: a, b, c and 2 more'],
  [parent('base'), 'parent-rebuilt: base'],
  [everything, 'everything: commit abc is not in this clone'],
])('says %j as %s', (reason, text) => {
  expect(reasonText(reason)).toBe(text);
});
