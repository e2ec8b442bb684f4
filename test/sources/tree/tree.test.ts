/** Whole trees, in the shapes of public repositories: from their files to the images that a change concerns. */
import { expect, test } from 'vitest';
import { changedFiles, imagesToBuild, reasonText } from '../../../src/sources/tree/changed.ts';
import { findDockerfiles } from '../../../src/sources/tree/find.ts';
import { linkImages } from '../../../src/sources/tree/graph.ts';
import { readImagesFile } from '../../../src/sources/tree/images.ts';
import { nameImages } from '../../../src/sources/tree/name-images.ts';
import { pinArguments, readPins } from '../../../src/sources/tree/pins.ts';
import { type Contents, withWorkspace } from './folder.ts';

interface Tree {
  readonly root: string;
  readonly context?: string;
  readonly pins?: string;
  readonly changed: readonly string[];
}

/** Images in their order, each with parents and arguments, and why those are built that are. */
const build = (contents: Contents, { root, context, pins, changed }: Tree) =>
  withWorkspace(contents, async (files) => {
    const rowsPath = root === '.' ? 'images.yml' : `${root}/images.yml`;
    const rows = readImagesFile((await files.read(rowsPath)) ?? '', rowsPath);
    const named = rows.rows.flatMap(({ dockerfile }) => dockerfile ?? []);
    const found = await findDockerfiles(files, {
      root,
      exclude: [],
      named,
      ...(context === undefined ? {} : { context }),
    });
    const { images, problems } = nameImages(found, rows);
    const pinFile = readPins(pins === undefined ? '' : ((await files.read(pins)) ?? ''));
    const texts = await Promise.all(images.map(async ({ dockerfile }) => (await files.read(dockerfile))!));
    const platforms = ['linux/amd64'] as const;
    const graph = linkImages({
      images: images.map((image, index) => ({
        ...image,
        text: texts[index]!,
        arguments: { ...pinArguments(pinFile, texts[index]!), ...image.arguments },
      })),
      prefixes: [],
      external: rows.external,
      platforms,
    });
    const byImage = Object.fromEntries(
      await Promise.all(
        graph.images.map(async (image) => {
          const text = (await files.read(image.path))!;
          const usesPins = Object.keys(pinArguments(pinFile, text)).length > 0;
          const more = pins !== undefined && usesPins ? [pins] : [];
          return [
            image.name,
            await changedFiles(files, { ...image, text, platforms, more }, changed),
          ] as const;
        }),
      ),
    );
    return {
      problems: [...rows.problems, ...problems, ...graph.problems].map(({ message }) => message),
      images: graph.images.map(({ name, arguments: given, parents }) => [
        name,
        Object.values(parents),
        given,
      ]),
      built: imagesToBuild(graph.images, { kind: 'files', byImage }).map(
        ({ name, reasons }) => `${name}: ${reasons.map(reasonText).join('; ')}`,
      ),
    };
  });

test('a folder an image, whose base copies files of its children', async () => {
  const on = (name: string): string =>
    `ARG BASE_TAG=latest\nARG REPOSITORY=ghcr.io/owner/repo\nFROM \${REPOSITORY}/${name}:\${BASE_TAG} AS builder\n`;
  const contents = {
    'jupyter-base/Dockerfile': 'ARG ROOT_IMAGE=ubuntu:24.04\nFROM $ROOT_IMAGE\nCOPY apt.txt /tmp/\n',
    'jupyter-base/apt.txt': '',
    'fornax-base/Dockerfile': `${on('jupyter-base')}ONBUILD COPY --chown=$NB_UID build-* requirements-* $HOME/build/\n`,
    'env-heasoft/Dockerfile': on('fornax-base'),
    'env-heasoft/build-heasoft.sh': '',
    'env-ciao/Dockerfile': on('fornax-base'),
    'fornax-hea/Dockerfile': `ARG BASE_TAG=latest\nARG REPOSITORY=ghcr.io/owner/repo\nFROM \${REPOSITORY}/env-heasoft:\${BASE_TAG} AS heasoft\nFROM \${REPOSITORY}/fornax-base:\${BASE_TAG}\nCOPY --from=heasoft /opt /opt\n`,
    'scripts/build.py': '',
    '.github/workflows/build.yml': '',
  };
  expect(
    await build(contents, {
      root: '.',
      changed: ['env-heasoft/build-heasoft.sh', 'env-ciao/README.md', 'scripts/build.py'],
    }),
  ).toEqual({
    problems: [],
    images: [
      ['jupyter-base', [], {}],
      ['fornax-base', ['jupyter-base'], {}],
      ['env-ciao', ['fornax-base'], {}],
      ['env-heasoft', ['fornax-base'], {}],
      ['fornax-hea', ['env-heasoft', 'fornax-base'], {}],
    ],
    built: [
      'env-heasoft: files changed: env-heasoft/build-heasoft.sh',
      'fornax-hea: parent-rebuilt: env-heasoft',
    ],
  });
});

test('one folder of Dockerfiles with a common context, pins, and an image of another name', async () => {
  const digest = `sha256:${'1'.repeat(64)}`;
  const whole = (name: string, value: string): string => `ARG ${name}=${value}\nFROM \${${name}}\n`;
  const contents = {
    'container/digests.env': `# Main Components\nBASE_IMAGE=ubuntu:resolute\nBASE_DIGEST=${digest}\n`,
    'container/images.yml': '- {name: uv-builder, image: ffreis/uv-venv}\n',
    'container/Dockerfile.base':
      'ARG BASE_IMAGE=__BASE_IMAGE__\nARG BASE_DIGEST=__BASE_DIGEST__\nFROM ${BASE_IMAGE}@${BASE_DIGEST}\n',
    'container/Dockerfile.base-builder': whole('BASE_IMAGE', 'ffreis/base'),
    'container/Dockerfile.uv-builder': `${whole('BASE_IMAGE', 'localhost/ffreis/base:local')}COPY pyproject.toml uv.lock ./\n`,
    'container/Dockerfile.builder': `ARG UV_VENV_IMAGE=ffreis/uv-venv\nARG BASE_BUILDER_IMAGE=ffreis/base-builder\nFROM \${UV_VENV_IMAGE} AS venv\nFROM \${BASE_BUILDER_IMAGE}\nCOPY --from=venv /opt/venv /opt/venv\nCOPY src /build/src\n`,
    'pyproject.toml': '',
    'src/main.py': '',
  };
  const pinned = { BASE_IMAGE: 'ubuntu:resolute', BASE_DIGEST: digest };
  const images = [
    ['base', [], pinned],
    ['base-builder', ['base'], {}],
    ['uv-builder', ['base'], {}],
    ['builder', ['uv-builder', 'base-builder'], {}],
  ];
  const tree = { root: 'container', context: '.', pins: 'container/digests.env' };
  expect(await build(contents, { ...tree, changed: ['uv.lock', 'README.md'] })).toEqual({
    problems: [],
    images,
    built: ['uv-builder: files changed: uv.lock', 'builder: parent-rebuilt: uv-builder'],
  });
  expect(await build(contents, { ...tree, changed: ['container/digests.env'] })).toEqual({
    problems: [],
    images,
    built: [
      'base: files changed: container/digests.env',
      'base-builder: parent-rebuilt: base',
      'uv-builder: parent-rebuilt: base',
      'builder: parent-rebuilt: uv-builder; parent-rebuilt: base-builder',
    ],
  });
});
