import { expect, test } from 'vitest';
import {
  type Graph,
  type GraphImage,
  type GraphQuestion,
  linkImages,
} from '../../../src/sources/tree/graph.ts';

type Fields = Omit<Partial<GraphImage>, 'text'>;

/** Images by name, each its Dockerfile's text, or that with more fields. */
const graph = (
  texts: Readonly<Record<string, string | readonly [string, Fields]>>,
  more: Partial<GraphQuestion> = {},
): Graph =>
  linkImages({
    images: Object.entries(texts).map(([name, value]) => {
      const [text, fields] = typeof value === 'string' ? [value, {}] : value;
      return {
        name,
        dockerfile: `${name}/Dockerfile`,
        context: name,
        references: [],
        arguments: {},
        text,
        ...fields,
      };
    }),
    prefixes: [],
    external: [],
    platforms: ['linux/amd64', 'linux/arm64'],
    ...more,
  });

/** Names in order, each with its parents. */
const parentsOf = ({ images, problems }: Graph) => ({
  parents: images.map(({ name, parents }) => [name, parents]),
  problems: problems.map(({ message }) => message),
});

type Texts = Parameters<typeof graph>[0];
type Parents = readonly (readonly [string, Readonly<Record<string, string>>])[];

const repository = 'ghcr.io/owner/repo';
const onBase = `ARG BASE_TAG=latest\nARG REPOSITORY=${repository}\n\nFROM \${REPOSITORY}/fornax-base:\${BASE_TAG} AS builder\n`;
const diamond: Texts = {
  'archive-nb': onBase,
  'env-ciao': onBase,
  'env-core': onBase,
  'env-fermi': onBase,
  'env-heasoft': onBase,
  'env-sas': onBase,
  'fornax-base': `ARG BASE_TAG=latest\nARG REPOSITORY=${repository}\nFROM \${REPOSITORY}/jupyter-base:\${BASE_TAG}\n`,
  'fornax-hea': [
    'ARG BASE_TAG=latest',
    `ARG REPOSITORY=${repository}`,
    'FROM ${REPOSITORY}/env-heasoft:${BASE_TAG} AS heasoft',
    'FROM ${REPOSITORY}/env-ciao:${BASE_TAG} AS ciao',
    'FROM ${REPOSITORY}/fornax-base:${BASE_TAG}',
    'RUN --mount=type=bind,from=heasoft,source=/opt/,target=/tmp/opt cp -a /tmp/opt /opt',
    'COPY --from=ciao /opt /opt',
  ].join('\n'),
  'fornax-main': onBase,
  'jupyter-base': 'ARG ROOT_IMAGE=ubuntu:24.04\nFROM $ROOT_IMAGE\n',
};
const toBase = { [`${repository}/fornax-base:latest`]: 'fornax-base' };
const diamondParents: Parents = [
  ['jupyter-base', {}],
  ['fornax-base', { [`${repository}/jupyter-base:latest`]: 'jupyter-base' }],
  ['archive-nb', toBase],
  ['env-ciao', toBase],
  ['env-core', toBase],
  ['env-fermi', toBase],
  ['env-heasoft', toBase],
  ['env-sas', toBase],
  [
    'fornax-hea',
    {
      [`${repository}/env-heasoft:latest`]: 'env-heasoft',
      [`${repository}/env-ciao:latest`]: 'env-ciao',
      ...toBase,
    },
  ],
  ['fornax-main', toBase],
];

const whole = (name: string, value: string): string => `ARG ${name}=${value}\nFROM \${${name}}\n`;
const container: Texts = {
  base: [
    'ARG BASE_IMAGE=__BASE_IMAGE__\nARG BASE_DIGEST=__BASE_DIGEST__\nFROM ${BASE_IMAGE}@${BASE_DIGEST}\n',
    { arguments: { BASE_IMAGE: 'ubuntu:resolute', BASE_DIGEST: `sha256:${'1'.repeat(64)}` } },
  ],
  'base-builder': whole('BASE_IMAGE', 'ffreis/base:local'),
  'base-runner': whole('BASE_IMAGE', 'localhost/ffreis/base:local'),
  builder:
    'ARG BASE_BUILDER_IMAGE=ffreis/base-builder\nARG UV_VENV_IMAGE=ffreis/uv-venv\nFROM ${UV_VENV_IMAGE} AS venv\nFROM ${BASE_BUILDER_IMAGE}\nCOPY --from=venv /opt/venv /opt/venv\n',
  runner: 'FROM ffreis/base-runner\n',
  services: 'FROM ghcr.io/astral-sh/uv:0.11.10 AS uv\nFROM python:3.14-slim\nCOPY --from=uv /uv /bin/\n',
};
const uvBuilder = [whole('BASE_IMAGE', 'ffreis/base'), { references: ['ffreis/uv-venv'] }] as const;

test.each<[string, Texts, Partial<GraphQuestion>, Parents]>([
  ['ten images on one base', diamond, {}, diamondParents],
  [
    'the same where their prefix is another one',
    diamond,
    { prefixes: ['ghcr.io/fork/repo'] },
    diamondParents,
  ],
  [
    'a prefix of several variables',
    {
      base: 'FROM scratch\n',
      main: 'ARG REPOSITORY=owner/repo\nARG REGISTRY=ghcr.io\nARG TAG=v1.0\nFROM ${REGISTRY}/${REPOSITORY}/base:${TAG}\n',
    },
    {},
    [
      ['base', {}],
      ['main', { 'ghcr.io/owner/repo/base:v1.0': 'base' }],
    ],
  ],
  [
    'a reference that is put together before',
    {
      'base-notebook':
        'ARG REGISTRY=quay.io\nARG OWNER=jupyter\nARG BASE_IMAGE=$REGISTRY/$OWNER/foundation\nFROM $BASE_IMAGE\n',
      foundation: 'ARG ROOT=ubuntu:24.04\nFROM $ROOT\n',
    },
    {},
    [
      ['foundation', {}],
      ['base-notebook', { 'quay.io/jupyter/foundation': 'foundation' }],
    ],
  ],
  [
    'one common folder, with an image of another name, a local one of Podman, and a base by digest',
    { ...container, 'uv-builder': uvBuilder },
    {},
    [
      ['base', {}],
      ['base-builder', { 'ffreis/base:local': 'base' }],
      ['base-runner', { 'localhost/ffreis/base:local': 'base' }],
      ['uv-builder', { 'ffreis/base': 'base' }],
      ['builder', { 'ffreis/uv-venv': 'uv-builder', 'ffreis/base-builder': 'base-builder' }],
      ['runner', { 'ffreis/base-runner': 'base-runner' }],
      ['services', {}],
    ],
  ],
  [
    'literal references with the tree’s prefix, in the order that they came otherwise',
    {
      b: 'FROM registry:5000/team/a:1\n',
      c: 'FROM alpine\nCOPY --from=registry:5000/team/a /x /x\nRUN --mount=from=registry:5000/team/d,target=/d ls\n',
      a: '# syntax=docker/dockerfile:1\n# check=skip=all\nFROM scratch\n',
      d: 'FROM scratch\n',
    },
    { prefixes: ['registry:5000/team/'] },
    [
      ['a', {}],
      ['b', { 'registry:5000/team/a:1': 'a' }],
      ['d', {}],
      ['c', { 'registry:5000/team/a': 'a', 'registry:5000/team/d': 'd' }],
    ],
  ],
  [
    'a prefix that is a registry alone, which has others too',
    { a: 'FROM registry:5000/python:3.14\n', b: 'FROM registry:5000/a\n' },
    { prefixes: ['registry:5000'] },
    [
      ['a', {}],
      ['b', { 'registry:5000/a': 'a' }],
    ],
  ],
  [
    'Docker Hub’s names of one owner',
    { a: 'FROM scratch\n', b: 'FROM docker.io/team/a\n', c: 'FROM team/a:2\n' },
    { prefixes: ['team'] },
    [
      ['a', {}],
      ['b', { 'docker.io/team/a': 'a' }],
      ['c', { 'team/a:2': 'a' }],
    ],
  ],
  [
    'stages that are called as images of the tree',
    { base: 'FROM scratch\n', app: 'FROM alpine AS base\nFROM base\nCOPY --from=base /a /b\n' },
    {},
    [
      ['base', {}],
      ['app', {}],
    ],
  ],
  [
    'a bare name that is no official image',
    {
      base: 'FROM scratch\n',
      app: 'FROM base\n',
      web: 'FROM base:latest AS b\nFROM nginx\nCOPY --from=b / /\n',
    },
    {},
    [
      ['base', {}],
      ['app', { base: 'base' }],
      ['web', { 'base:latest': 'base' }],
    ],
  ],
  [
    'an image by its digest, which is there already',
    { a: 'FROM scratch\n', b: `FROM team/a@sha256:${'1'.repeat(64)}\n` },
    { prefixes: ['team'] },
    [
      ['a', {}],
      ['b', {}],
    ],
  ],
  [
    'an image on another one of its own name',
    { redis: 'FROM bitnami/redis:7\n', python: 'ARG V=3.14\nFROM python:$V\n' },
    {},
    [
      ['redis', {}],
      ['python', {}],
    ],
  ],
  [
    'a name for each platform',
    { 'tool-amd64': 'FROM scratch\n', 'tool-arm64': 'FROM scratch\n', app: 'FROM team/tool-$TARGETARCH\n' },
    { prefixes: ['team'] },
    [
      ['tool-amd64', {}],
      ['tool-arm64', {}],
      ['app', { 'team/tool-amd64': 'tool-amd64', 'team/tool-arm64': 'tool-arm64' }],
    ],
  ],
  [
    'an image that has platforms of its own',
    { 'tool-amd64': 'FROM scratch\n', app: ['FROM team/tool-$TARGETARCH\n', { platforms: ['linux/amd64'] }] },
    { prefixes: ['team'] },
    [
      ['tool-amd64', {}],
      ['app', { 'team/tool-amd64': 'tool-amd64' }],
    ],
  ],
  [
    'what ONBUILD of a parent takes, unless the child has a stage of that name',
    {
      app: 'FROM team/base\n',
      staged: 'FROM alpine AS files\nFROM team/base\n',
      base: 'FROM alpine\nONBUILD COPY --from=team/tools /t /t\nONBUILD COPY --from=files /f /f\n',
      // Triggers are done in the next image, and not handed on.
      grandchild: 'FROM team/app\n',
      copying: 'FROM scratch\nCOPY --from=team/base / /\n',
      tools: 'FROM scratch\n',
      files: 'FROM scratch\n',
    },
    { prefixes: ['team'] },
    [
      ['base', {}],
      ['tools', {}],
      ['files', {}],
      ['app', { 'team/base': 'base', 'team/tools': 'tools', files: 'files' }],
      ['staged', { 'team/base': 'base', 'team/tools': 'tools' }],
      ['grandchild', { 'team/app': 'app' }],
      ['copying', { 'team/base': 'base' }],
    ],
  ],
  [
    'rows that say more than a prefix: another image, this tag alone, and one that is built elsewhere',
    {
      a: ['FROM scratch\n', { references: ['other/x:dev'] }],
      b: 'FROM other/x:dev\n',
      c: 'FROM other/x:1\n',
      d: 'FROM team/a:1\nCOPY --from=team/unknown /a /a\n',
    },
    { prefixes: ['team'], external: ['team/a:1', 'team/unknown'] },
    [
      ['a', {}],
      ['b', { 'other/x:dev': 'a' }],
      ['c', {}],
      ['d', {}],
    ],
  ],
  [
    'names of two parts',
    { 'team/base': 'FROM scratch\n', app: 'ARG R=ghcr.io/o\nFROM ${R}/team/base\n', base: 'FROM scratch\n' },
    {},
    [
      ['team/base', {}],
      ['app', { 'ghcr.io/o/team/base': 'team/base' }],
      ['base', {}],
    ],
  ],
  [
    'Docker Hub’s library, which is written out: nobody publishes there',
    {
      redis: 'FROM alpine\n',
      app: 'FROM docker.io/library/redis\n',
      web: 'ARG R=docker.io/library\nFROM $R/redis AS r\nFROM $R/nginx\nCOPY --from=r / /\n',
    },
    {},
    [
      ['redis', {}],
      ['app', {}],
      ['web', {}],
    ],
  ],
  [
    'references in quotes',
    { base: 'FROM scratch\n', app: 'ARG I=team/base\nFROM "${I}"\n', web: "FROM 'other/base2'\n" },
    {},
    [
      ['base', {}],
      ['app', { 'team/base': 'base' }],
      ['web', {}],
    ],
  ],
  [
    'a name that only the builder knows',
    { a: 'FROM tool:$BUILDARCH AS t\nFROM scratch\nCOPY --from=t / /\n' },
    {},
    [['a', {}]],
  ],
])('orders %s', (_, texts, question, parents) => {
  expect(parentsOf(graph(texts, question))).toEqual({ parents, problems: [] });
});

test('gives all of an image, with the ONBUILD instructions of its parents', () => {
  const copy = {
    line: 2,
    keyword: 'COPY',
    flags: [{ name: 'chown', value: '1' }],
    rest: 'build-* $HOME/',
    heredocs: [],
  };
  expect(
    graph({
      base: 'FROM alpine\nONBUILD COPY --chown=1 build-* $HOME/\n',
      app: ['ARG R=r/s\nFROM $R/base\n', { arguments: { X: '1' }, context: '.' }],
    }),
  ).toEqual({
    images: [
      { name: 'base', path: 'base/Dockerfile', context: 'base', arguments: {}, parents: {}, triggers: {} },
      {
        name: 'app',
        path: 'app/Dockerfile',
        context: '.',
        arguments: { X: '1' },
        parents: { 'r/s/base': 'base' },
        triggers: { 'r/s/base': [copy] },
      },
    ],
    problems: [],
    notes: [
      'docker.io/r/s/ is taken as what stands before the names of this tree\'s images: app/Dockerfile has "$R/base", which is "r/s/base"',
    ],
  });
});

test.each<[string, Texts, Partial<GraphQuestion>, string[]]>([
  [
    'an official image with the name of one of the tree',
    { python: 'FROM alpine\n', app: 'FROM python:3.12\n', web: 'FROM python:3.12\n' },
    { external: ['web'] },
    [
      'app/Dockerfile takes "python:3.12" from Docker Hub, not the image "python" of this tree; the row - {name: python, image: python} in images.yml takes the latter',
      'web/Dockerfile takes "python:3.12" from Docker Hub, not the image "python" of this tree; the row - {name: python, image: python} in images.yml takes the latter',
    ],
  ],
  [
    'no official image that a row names',
    { python: 'FROM alpine\n', app: 'FROM python:3.12\n' },
    { external: ['python'] },
    [],
  ],
  [
    'a prefix that an ARG has, once',
    diamond,
    {},
    [
      'ghcr.io/owner/repo/ is taken as what stands before the names of this tree\'s images: archive-nb/Dockerfile has "${REPOSITORY}/fornax-base:${BASE_TAG}", which is "ghcr.io/owner/repo/fornax-base:latest"',
    ],
  ],
  ['no prefix that is given', diamond, { prefixes: [repository] }, []],
])('notes %s', (_, texts, question, notes) => {
  expect(graph(texts, question).notes).toEqual(notes);
});

test('follows each image once, however many ways lead to it', () => {
  const pairs = Array.from({ length: 40 }, (_, row) => row);
  const from = (row: number): string =>
    row === 0 ? 'FROM scratch\n' : `FROM t/a${row - 1} AS a\nFROM t/b${row - 1}\nCOPY --from=a / /\n`;
  const texts = Object.fromEntries(
    pairs.flatMap((row) => ['a', 'b'].map((side) => [`${side}${row}`, from(row)])),
  );
  const { images } = graph(texts, { prefixes: ['t'] });
  expect(images.map(({ name }) => name)).toEqual(Object.keys(texts));
});

test('learns no prefix from an image that a row says is built elsewhere', () => {
  const texts = { redis: 'FROM alpine\n', app: whole('R', 'bitnami/redis'), web: 'FROM bitnami/nginx\n' };
  expect(parentsOf(graph(texts, { external: ['bitnami/redis'] }))).toEqual({
    parents: [
      ['redis', {}],
      ['app', {}],
      ['web', {}],
    ],
    problems: [],
  });
});

const eitherOr = (path: string, reference: string, name: string, image: string): string =>
  `${path}: "${reference}" may be the image "${name}" of this tree, or one that is built elsewhere. A row in images.yml says which: - {name: ${name}, image: ${image}} or - {image: ${image}, external: true}.`;
const inCircle = (chain: string): string =>
  `Images of the tree stand on each other in a circle: ${chain}. One of these Dockerfiles must take another image; where it takes one that is published already, write that with its digest, or give it a row in images.yml with external: true.`;
const unknown = (path: string, reference: string, chain: string, name: string, image: string): string =>
  `${path}: no Dockerfile of the tree makes "${reference}", which is called as its images are: ${chain}. Where one does, a row in images.yml says so: - {name: ${name}, image: ${image}}. Where it is built elsewhere: - {image: ${image}, external: true}.`;

test.each<[string, Texts, Partial<GraphQuestion>, string[]]>([
  [
    'a circle, and one of a single image',
    {
      top: 'FROM t/a\n',
      c: 'FROM t/a\n',
      a: 'FROM t/b\n',
      b: 'FROM alpine\nCOPY --from=t/c /x /x\n',
      self: 'FROM t/self\n',
    },
    { prefixes: ['t'] },
    [inCircle('a → b → c → a'), inCircle('self → self')],
  ],
  [
    'a circle over what ONBUILD takes',
    { base: 'FROM alpine\nONBUILD COPY --from=t/tools / /\n', tools: 'FROM t/base\n' },
    { prefixes: ['t'] },
    [inCircle('tools → tools')],
  ],
  [
    'an image whose name does not follow from its file',
    { ...container, 'uv-builder': whole('BASE_IMAGE', 'ffreis/base'), test: 'FROM ffreis/builder\n' },
    {},
    [
      unknown(
        'builder/Dockerfile',
        'ffreis/uv-venv',
        'test → builder → ffreis/uv-venv',
        'uv-builder',
        'ffreis/uv-venv',
      ),
    ],
  ],
  [
    'an unknown image below a circle',
    { a: 'FROM t/b\nCOPY --from=t/missing / /\n', b: 'FROM t/a\n' },
    { prefixes: ['t'] },
    [unknown('a/Dockerfile', 't/missing', 'b → a → t/missing', 'NAME', 't/missing'), inCircle('a → b → a')],
  ],
  [
    'a slip of the hand, and a name that is like none',
    { tractor: 'FROM scratch\n', app: 'FROM ghcr.io/o/r/tracter:main\nCOPY --from=ghcr.io/o/r/x / /\n' },
    { prefixes: ['ghcr.io/o/r'] },
    [
      unknown(
        'app/Dockerfile',
        'ghcr.io/o/r/tracter:main',
        'app → ghcr.io/o/r/tracter:main',
        'tractor',
        'ghcr.io/o/r/tracter',
      ),
      unknown('app/Dockerfile', 'ghcr.io/o/r/x', 'app → ghcr.io/o/r/x', 'NAME', 'ghcr.io/o/r/x'),
    ],
  ],
  [
    'another owner’s image with the name of one of the tree',
    {
      redis: 'FROM alpine\n',
      app: 'FROM bitnami/redis:7\n',
      web: whole('BASE', 'bitnami/redis:7'),
      mirror: 'ARG R=mirror:5000\nFROM $R/bitnami/redis\n',
    },
    {},
    [
      eitherOr('app/Dockerfile', 'bitnami/redis:7', 'redis', 'bitnami/redis'),
      eitherOr('web/Dockerfile', 'bitnami/redis:7', 'redis', 'bitnami/redis'),
      eitherOr('mirror/Dockerfile', 'mirror:5000/bitnami/redis', 'redis', 'mirror:5000/bitnami/redis'),
    ],
  ],
  [
    'a reference that two prefixes make two images',
    { 'x/a': 'FROM scratch\n', a: 'FROM scratch\n', app: 'FROM team/x/a\n' },
    { prefixes: ['team', 'team/x'] },
    [
      'app/Dockerfile: "team/x/a" may be the image "x/a" or "a" of this tree. A row in images.yml says which: - {name: x/a, image: team/x/a} or - {name: a, image: team/x/a}.',
    ],
  ],
  [
    'what has no value',
    { base: 'ARG BASE_IMAGE\nARG BASE_DIGEST\nFROM ${BASE_IMAGE}@${BASE_DIGEST} AS a\nFROM $BASE_IMAGE\n' },
    {},
    [
      'base/Dockerfile: "${BASE_IMAGE}@${BASE_DIGEST}" has no value for BASE_IMAGE and BASE_DIGEST. An ARG before the first FROM with a default gives one, a row in images.yml with arguments, or a file of pins.',
      'base/Dockerfile: "$BASE_IMAGE" has no value for BASE_IMAGE. An ARG before the first FROM with a default gives one, a row in images.yml with arguments, or a file of pins.',
    ],
  ],
  [
    'a placeholder that nothing replaces',
    { base: 'ARG BASE_IMAGE=__BASE_IMAGE__\nFROM ${BASE_IMAGE}\n' },
    {},
    [
      'base/Dockerfile: line 2: "__BASE_IMAGE__" is no image: repository "__BASE_IMAGE__" has upper-case letters: a repository\'s name is lower case only. Write "__base_image__".',
    ],
  ],
  [
    'a variable where BuildKit expands none',
    {
      base: 'FROM scratch\n',
      app: 'ARG I=t/base\nFROM alpine\nARG I\nCOPY --from=${I} /a /a\nRUN --mount=from=$I,target=/x ls\n',
    },
    { prefixes: ['t'] },
    [
      'app/Dockerfile: BuildKit expands no variable in "--from=${I}". A stage does it: FROM with that name AS parent, with the ARG before the first FROM, and then --from=parent.',
      'app/Dockerfile: BuildKit expands no variable in "--from=$I". A stage does it: FROM with that name AS parent, with the ARG before the first FROM, and then --from=parent.',
    ],
  ],
  [
    'what can be no name, with its line',
    { base: 'FROM scratch\n', app: 'FROM base AS one\n\nFROM Not/Valid:::\nCOPY --from=one / /\n' },
    {},
    [
      'app/Dockerfile: line 3: "Not/Valid:::" is no image: repository "Not/Valid" has upper-case letters: a repository\'s name is lower case only. Write "not/valid".',
    ],
  ],
  [
    'a parent without a platform of the image',
    {
      base: ['FROM scratch\n', { platforms: ['linux/arm64'] }],
      kid: ['FROM base\n', { platforms: ['linux/amd64'] }],
      both: 'FROM alpine\nCOPY --from=base / /\n',
    },
    {},
    [
      'kid/Dockerfile: the image "kid" is for linux/amd64, and "base" is the image "base" of this tree, which is for linux/arm64 and not for linux/amd64. A row in images.yml gives them platforms that agree: - {name: base, platforms: [linux/arm64, linux/amd64]}.',
      'both/Dockerfile: the image "both" is for linux/amd64, linux/arm64, and "base" is the image "base" of this tree, which is for linux/arm64 and not for linux/amd64. A row in images.yml gives them platforms that agree: - {name: base, platforms: [linux/arm64, linux/amd64]} or - {name: both, platforms: [linux/arm64]}.',
    ],
  ],
])('refuses %s', (_, texts, question, problems) => {
  expect(parentsOf(graph(texts, question))).toEqual({ parents: [], problems });
});

test.each<[name: string, base: Fields, text: string, fields: Fields]>([
  [
    'for the platform of the builder',
    { platforms: ['linux/amd64'] },
    'FROM --platform=$BUILDPLATFORM base AS one\nFROM one AS two\nFROM scratch\nCOPY --from=two / /\n',
    {},
  ],
  [
    'for an earlier processor of ARM',
    { platforms: ['linux/arm/v6'] },
    'FROM base\n',
    { platforms: ['linux/arm/v7'] },
  ],
  [
    'on one of two platforms',
    { platforms: ['linux/amd64'] },
    'FROM scratch AS for-arm64\nFROM base AS for-amd64\nFROM for-$TARGETARCH\n',
    {},
  ],
  ['in a stage that nothing needs', { platforms: ['linux/amd64'] }, 'FROM base\nFROM scratch\n', {}],
])('takes a parent %s', (_, base, text, fields) => {
  expect(graph({ base: ['FROM scratch\n', base], kid: [text, fields] }).problems).toEqual([]);
});

test('asks for a parent of the platform of the build where a FROM names just that', () => {
  const kid = 'FROM --platform=${TARGETPLATFORM} base\n';
  const { problems } = graph({ base: ['FROM scratch\n', { platforms: ['linux/amd64'] }], kid });
  expect(problems.length).toBe(1);
});

const venv = (reference: string): string => `ARG UV_VENV_IMAGE=${reference}\nFROM \${UV_VENV_IMAGE}\n`;
const aboutVenv =
  'builder/Dockerfile takes "ffreis/uv-venv" as it is published; where it is the image "uv-builder" of this tree, the row - {name: uv-builder, image: ffreis/uv-venv} in images.yml says so, and where it is not: - {image: ffreis/uv-venv, external: true}';

test.each<[name: string, texts: Texts, external: readonly string[], notes: readonly string[]]>([
  [
    'may be the one image that nothing refers to',
    { 'uv-builder': 'FROM scratch\n', builder: venv('ffreis/uv-venv') },
    [],
    [aboutVenv],
  ],
  [
    'is none of the tree, as a row says',
    { 'uv-builder': 'FROM scratch\n', builder: venv('ffreis/uv-venv') },
    ['ffreis/uv-venv'],
    [],
  ],
  [
    'has the tag of a version',
    { 'uv-builder': 'FROM scratch\n', builder: venv('ffreis/uv-venv:1.2') },
    [],
    [],
  ],
  ['is an official image', { 'uv-builder': 'FROM scratch\n', builder: venv('python') }, [], []],
  ['is written out', { 'uv-builder': 'FROM scratch\n', builder: 'FROM ffreis/uv-venv\n' }, [], []],
  ['is like no image', { tool: 'FROM scratch\n', builder: venv('ffreis/uv-venv') }, [], []],
])('notes of an image in an ARG that it %s', (_, texts, external, notes) => {
  expect(graph(texts, { external }).notes).toEqual(notes);
});
