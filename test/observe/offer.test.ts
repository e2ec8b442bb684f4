import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Digest, Tag } from '../../src/names/reference.ts';
import { observeOffer } from '../../src/observe/offer.ts';
import { imageOf } from '../../src/sources/package/plan.ts';
import { systemFiles } from '../../src/world/files.ts';
import { cellOf, inputsOf } from '../support/cells.ts';

const root = await mkdtemp(join(tmpdir(), 'offer-test-'));
const files = systemFiles(root);
afterAll(() => {
  files.close();
  return rm(root, { recursive: true, force: true });
});

const python = (tag: string, name = 'library/python') => ({
  reference: name === 'library/python' ? `python:${tag}` : `${name}:${tag}`,
  repository: { registry: 'docker.io', name },
  tag: tag as Tag,
  digest: `sha256:${'1'.repeat(64)}` as Digest,
  platforms: [],
});
const bases = [
  ...['3.13', '3.13-slim', '3.13-slim-bookworm', '3.13-alpine', '3.12'].map((tag) => python(tag)),
  python('3.13', 'team/python'),
];

interface Row {
  readonly text: string;
  readonly context?: Readonly<Record<string, string>>;
  readonly inputs?: Readonly<Record<string, string>>;
}

async function read({ text, context = {}, inputs: more = {} }: Row) {
  const folder = join(root, String(Math.random()));
  for (const [path, content] of Object.entries({ Dockerfile: text, ...context })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  const inputs = inputsOf({ dockerfile: 'Dockerfile', package: 'demo', package_version: '1.2.3', ...more });
  const { content } = imageOf(cellOf(inputs), inputs);
  if (content.kind !== 'dockerfile') throw new Error('no Dockerfile');
  const notes: string[] = [];
  const offer = await observeOffer(
    { files },
    { text, content, platforms: ['linux/amd64'], bases, folder },
    (note) => notes.push(note),
  );
  const parts = (offer?.parts ?? []).map(
    ({ context: name, base: observed, packages: { requirements, constraints, base }, lines }) => {
      expect(observed.reference).toBe(base.publish);
      expect(lines.every((line) => line.context === name)).toBe(true);
      return {
        requirements,
        base,
        changed: lines.map(({ line }) => line),
        ...(constraints === undefined ? {} : { constraints }),
        ...(name === 'python-image-builder' ? {} : { context: name }),
      };
    },
  );
  return {
    ...(parts.length > 1 ? { parts } : parts[0]),
    ...(notes.length === 0 ? {} : { notes }),
  };
}

const full = { publish: 'python:3.13', build: 'docker.io/library/python:3.13' };
const left = (why: string, line = 2) => ({
  notes: [`line ${line} of the Dockerfile runs pip and is left as it is: ${why}`],
});

test.each<[string, Row, unknown]>([
  [
    'what all steps on one base ask for',
    {
      text: 'FROM python:3.13\nARG package\nRUN pip install $package\nRUN echo\nRUN pip3 install "b[x]>1"\n',
    },
    { requirements: ['demo', 'b[x]>1'], base: full, changed: [3, 5] },
  ],
  [
    'the compiler of a slim base of a named release',
    { text: 'FROM python:3.13-slim-bookworm\nRUN pip install a\n' },
    {
      requirements: ['a'],
      base: { publish: 'python:3.13-slim-bookworm', build: 'docker.io/library/python:3.13-bookworm' },
      changed: [2],
    },
  ],
  [
    'files of the context, and the files that those name',
    {
      text: 'FROM python:3.13\nCOPY docker /tmp/\nRUN pip install -r /tmp/a.txt -c /tmp/held.txt\n',
      context: {
        'docker/a.txt':
          '# first\na==1 \\\n  ; python_version > "2"\n-r sub/b.txt # more\n-c held2.txt\n-e .\n',
        'docker/sub/b.txt': 'b ; python_version > "3"\r\n',
        'docker/held.txt': 'c<2\n',
        'docker/held2.txt': 'd<3\n',
      },
    },
    {
      requirements: ['a==1 ; python_version > "2"', 'b ; python_version > "3"'],
      constraints: ['d<3', 'c<2'],
      base: full,
      changed: [3],
      notes: [
        'line 3 of the Dockerfile: what pip takes for -e . is known only to it, and nothing is compiled for that',
      ],
    },
  ],
  [
    'nothing for a file that is not in the context',
    { text: 'FROM python:3.13\nRUN pip install -r /made.txt\n' },
    {
      notes: [
        'line 2 of the Dockerfile: what pip takes for /made.txt is known only to it, and nothing is compiled for that',
      ],
    },
  ],
  [
    'nothing where that is not wanted',
    { text: 'FROM python:3.13\nRUN pip install a\n', inputs: { accelerate: 'false' } },
    {},
  ],
  [
    'nothing on another image',
    { text: 'FROM team/python:3.13\nRUN pip install a\n' },
    left('team/python:3.13 is none of the official Python images'),
  ],
  [
    'nothing on another Python',
    { text: 'FROM python:3.12\nRUN pip install a\n' },
    left('python:3.12 has another Python than 3.13'),
  ],
  [
    'nothing of another index',
    { text: 'FROM python:3.13\nRUN pip install -i https://a.example/simple a\n' },
    left('it asks another index than index_url, or one that is not known here'),
  ],
  [
    'nothing of an index in a file of settings',
    { text: 'FROM python:3.13\nRUN --mount=type=secret,id=c,target=/etc/pip.conf pip install a\n' },
    left('it asks another index than index_url, or one that is not known here'),
  ],
  [
    'what index_url has, with such a file',
    {
      text: 'FROM python:3.13\nRUN --mount=type=secret,id=c,target=/etc/pip.conf pip install a\n',
      inputs: { index_url: 'https://a.example/simple' },
    },
    { requirements: ['a'], base: full, changed: [2] },
  ],
  [
    'what index_url has, with credentials',
    {
      text: 'FROM python:3.13\nRUN pip install --index-url https://user:x@a.example/simple/ a\n',
      inputs: { index_url: 'https://a.example/simple' },
    },
    { requirements: ['a'], base: full, changed: [2] },
  ],
  [
    'nothing for an index in a file of requirements',
    {
      text: 'FROM python:3.13\nCOPY r.txt .\nRUN pip install -r r.txt\n',
      context: { 'r.txt': '--extra-index-url https://a.example\na\n' },
    },
    left('--extra-index-url in its requirements file changes what pip installs', 3),
  ],
  ...[
    ['a==1 \\\n  --hash=sha256:00\n', '--hash'],
    ['a==1 --config-settings=x=y\n', '--config-settings'],
    ['--prefer-binary\na==1\n', '--prefer-binary'],
  ].map(([file = '', option = '']): [string, Row, unknown] => [
    `nothing for ${option} in a file of requirements`,
    { text: 'FROM python:3.13\nCOPY r.txt .\nRUN pip install -r r.txt\n', context: { 'r.txt': file } },
    left(`${option} in its requirements file changes what pip installs`, 3),
  ]),
  [
    'together what runs on one release of a distribution',
    {
      text: 'FROM python:3.13 AS b\nRUN pip install a\nFROM python:3.13-slim\nCOPY --from=b /a /a\nRUN pip install c\n',
    },
    { requirements: ['a', 'c'], base: full, changed: [2, 5] },
  ],
  [
    'what each of several bases is asked for',
    {
      text: 'FROM python:3.13-alpine AS b\nRUN pip install a -c held.txt\nFROM python:3.13-slim AS c\nRUN pip install c\nFROM python:3.13-slim-bookworm\nCOPY --from=b /a /a\nCOPY --from=c /a /a\nRUN pip install d\n',
    },
    {
      parts: [
        {
          requirements: ['a'],
          base: { publish: 'python:3.13-alpine', build: 'docker.io/library/python:3.13-alpine' },
          changed: [2],
        },
        {
          context: 'python-image-builder-2',
          requirements: ['c'],
          base: { publish: 'python:3.13-slim', build: 'docker.io/library/python:3.13' },
          changed: [4],
        },
        {
          context: 'python-image-builder-3',
          requirements: ['d'],
          base: {
            publish: 'python:3.13-slim-bookworm',
            build: 'docker.io/library/python:3.13-bookworm',
          },
          changed: [8],
        },
      ],
      notes: [
        'line 2 of the Dockerfile: what pip takes for held.txt is known only to it, and nothing is compiled for that',
      ],
    },
  ],
  [
    'what pip takes beside the packages',
    {
      text: 'FROM python:3.13-slim\nCOPY --from=packages / /usr/local\nRUN pip install a\n',
    },
    {
      requirements: ['a'],
      base: { publish: 'python:3.13-slim', build: 'docker.io/library/python:3.13' },
      changed: [3],
    },
  ],
])('offers %s', async (_, row, expected) => expect(await read(row)).toEqual(expected));
