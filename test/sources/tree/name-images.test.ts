import { expect, test } from 'vitest';
import type { FoundDockerfile } from '../../../src/sources/tree/find.ts';
import { readImagesFile } from '../../../src/sources/tree/images.ts';
import { nameImages, type TreeImage } from '../../../src/sources/tree/name-images.ts';

const named = (found: readonly FoundDockerfile[], rows: string, path = 'images.yml') =>
  nameImages(found, readImagesFile(rows, path));

const base: FoundDockerfile = { path: 'base/Dockerfile', name: 'base', context: 'base' };
const builder: FoundDockerfile = {
  path: 'container/Dockerfile.uv-builder',
  name: 'uv-builder',
  context: 'container',
};
const image = (
  fields: Pick<TreeImage, 'name' | 'dockerfile' | 'context'> & Partial<TreeImage>,
): TreeImage => ({
  references: [],
  arguments: {},
  exports: [],
  tags: [],
  ...fields,
});

test.each<[string, readonly FoundDockerfile[], string, TreeImage[]]>([
  [
    'by their paths, without a row',
    [{ ...base, test: 'base/test.sh', target: 'common/Dockerfile' }, builder],
    '',
    [
      image({
        name: 'base',
        dockerfile: 'base/Dockerfile',
        target: 'common/Dockerfile',
        context: 'base',
        test: 'base/test.sh',
      }),
      image({ name: 'uv-builder', dockerfile: 'container/Dockerfile.uv-builder', context: 'container' }),
    ],
  ],
  [
    'by their paths, with what a row says',
    [base, builder],
    '- {name: uv-builder, image: ffreis/uv-venv, context: ., arguments: {X: 1}, verify_command: uv, exports: /a, platforms: linux/amd64}',
    [
      image({ name: 'base', dockerfile: 'base/Dockerfile', context: 'base' }),
      image({
        name: 'uv-builder',
        dockerfile: 'container/Dockerfile.uv-builder',
        context: '.',
        references: ['ffreis/uv-venv'],
        arguments: { X: '1' },
        verifyCommand: 'uv',
        exports: ['/a'],
        platforms: ['linux/amd64'],
      }),
    ],
  ],
  [
    'by rows that name their files: two of one, and one that keeps its name',
    [base, builder],
    '- {name: py3.12, dockerfile: base/Dockerfile}\n- {name: team/py3.13, dockerfile: base/Dockerfile}\n- {dockerfile: container/Dockerfile.uv-builder}\n',
    [
      image({ name: 'py3.12', dockerfile: 'base/Dockerfile', context: 'base' }),
      image({ name: 'team/py3.13', dockerfile: 'base/Dockerfile', context: 'base' }),
      image({ name: 'uv-builder', dockerfile: 'container/Dockerfile.uv-builder', context: 'container' }),
    ],
  ],
])('names images %s', (_, found, rows, images) => {
  expect(named(found, rows)).toEqual({ images, problems: [] });
});

const invalid = (path: string, name: string, row: string): string =>
  `The image of "${path}" would be called "${name}", which no repository can be: a name is lower-case letters and digits, joined by ".", "_", "__" or "-". A row in images.yml gives it another: ${row}.`;

test.each<[string, readonly FoundDockerfile[], string, string[]]>([
  [
    'two files with one name',
    [
      { path: 'a/tool/Dockerfile', name: 'tool', context: 'a/tool' },
      { path: 'b/tool/Dockerfile', name: 'tool', context: 'b/tool' },
      { path: 'b/Dockerfile.tool', name: 'tool', context: 'b' },
    ],
    '',
    [
      '"a/tool/Dockerfile" and "b/tool/Dockerfile" and "b/Dockerfile.tool" would both make the image "tool". A row in images.yml gives one another name: - {name: b-tool, dockerfile: b/tool/Dockerfile}, - {name: b-tool, dockerfile: b/Dockerfile.tool}. What is no image can be excluded.',
    ],
  ],
  [
    'names that no repository can have',
    [
      { path: 'Tractor/Dockerfile', name: 'Tractor', context: 'Tractor' },
      { path: 'a/Dockerfile._x', name: '_x', context: 'a' },
      { path: 'b c/Dockerfile', name: 'b c', context: 'b c' },
      { path: 'é/Dockerfile', name: 'é', context: 'é' },
      { path: 'd:1/Dockerfile', name: 'd:1', context: 'd:1' },
    ],
    '',
    [
      invalid('Tractor/Dockerfile', 'Tractor', '- {name: tractor, dockerfile: Tractor/Dockerfile}'),
      invalid('a/Dockerfile._x', '_x', '- {name: x, dockerfile: a/Dockerfile._x}'),
      invalid('b c/Dockerfile', 'b c', '- {name: b-c, dockerfile: b c/Dockerfile}'),
      invalid('é/Dockerfile', 'é', '- {name: NAME, dockerfile: é/Dockerfile}'),
      invalid('d:1/Dockerfile', 'd:1', '- {name: d-1, dockerfile: d:1/Dockerfile}'),
    ],
  ],
  [
    'a Dockerfile that nothing names, with a row and without',
    [
      { path: 'Dockerfile', context: '.' },
      { path: 'a/web.Dockerfile', context: 'a' },
    ],
    '- dockerfile: a/web.Dockerfile\n',
    [
      '"a/web.Dockerfile" has no folder that names its image. A row in images.yml names it: - {name: NAME, dockerfile: a/web.Dockerfile}.',
      '"Dockerfile" has no folder that names its image. A row in images.yml names it: - {name: NAME, dockerfile: Dockerfile}.',
    ],
  ],
  [
    'rows of nothing',
    [base],
    '- name: bas\n- name: tractor\n- dockerfile: bse/Dockerfile\n',
    [
      'images.yml:3: there is no file "bse/Dockerfile".',
      'images.yml:1: no Dockerfile makes the image "bas". Did you mean "base"? A row with "dockerfile" says which file makes it.',
      'images.yml:2: no Dockerfile makes the image "tractor". A row with "dockerfile" says which file makes it.',
    ],
  ],
  [
    'two rows for one image',
    [base],
    '- name: base\n- name: base\n',
    ['images.yml:2: image "base" has a row in line 1 already: join them.'],
  ],
  [
    'one reference of two images',
    [base, builder],
    '- {name: base, image: a/b}\n- {name: uv-builder, image: a/b}\n',
    ['images.yml: "a/b" is the image of "base" and of "uv-builder". Only one row can have it.'],
  ],
])('refuses %s', (_, found, rows, messages) => {
  expect(named(found, rows).problems.map(({ message }) => message)).toEqual(messages);
});

test('a row’s file is written from the folder of images.yml', () => {
  const found = [{ path: 'container/Dockerfile', context: 'container' }];
  expect(named(found, '', 'container/images.yml').problems.map(({ message }) => message)).toEqual([
    '"container/Dockerfile" has no folder that names its image. A row in container/images.yml names it: - {name: NAME, dockerfile: Dockerfile}.',
  ]);
});
