import { expect, test } from 'vitest';
import { type ImageRow, readImagesFile } from '../../../src/sources/tree/images.ts';

const row = (fields: Omit<Partial<ImageRow>, 'tags'> & { readonly tags?: readonly string[] }) => ({
  line: 1,
  references: [],
  arguments: {},
  exports: [],
  tags: [],
  ...fields,
});

test.each<[string, string, string, readonly unknown[], readonly string[]]>([
  ['nothing', '', 'images.yml', [], []],
  ['comments alone', '# later\n', 'images.yml', [], []],
  [
    'everything that a row can have',
    `
- name: uv-builder
  dockerfile: Dockerfile.uv-builder
  context: ../
  image: ffreis/uv-venv
  arguments:
    PYTHON: 3.10
    EMPTY: ""
    FLAG: yes
    SIZE: 0x10
  verify_command: uv --version
  exports: /opt/locks/*.lock
  platforms: linux/amd64, linux/arm64
  tags: [stable, "1.10"]
`,
    'container/images.yml',
    [
      row({
        line: 2,
        name: 'uv-builder',
        dockerfile: 'container/Dockerfile.uv-builder',
        context: '.',
        references: ['ffreis/uv-venv'],
        arguments: { PYTHON: '3.10', EMPTY: '', FLAG: 'yes', SIZE: '0x10' },
        verifyCommand: 'uv --version',
        exports: ['/opt/locks/*.lock'],
        platforms: ['linux/amd64', 'linux/arm64'],
        tags: ['stable', '1.10'],
      }),
    ],
    [],
  ],
  [
    'several rows, lists, and what is built elsewhere',
    `- name: base
  image: [ffreis/base, "localhost/ffreis/base:local"]
  exports:
    - /a
    - /b/**
- dockerfile: web.Dockerfile
- image: ghcr.io/owner/other
  external: true
`,
    'images.yml',
    [
      row({
        name: 'base',
        references: ['ffreis/base', 'localhost/ffreis/base:local'],
        exports: ['/a', '/b/**'],
      }),
      row({ line: 6, dockerfile: 'web.Dockerfile' }),
    ],
    ['ghcr.io/owner/other'],
  ],
  [
    'what an anchor repeats',
    '- name: a\n  arguments: &same {X: 1.0}\n- name: b\n  arguments: *same\n',
    'images.yml',
    [row({ name: 'a', arguments: { X: '1.0' } }), row({ line: 3, name: 'b', arguments: { X: '1.0' } })],
    [],
  ],
])('reads %s', (_, text, path, rows, external) => {
  expect(readImagesFile(text, path)).toEqual({ path, rows, external, problems: [] });
});

const noDigest = `image "a@sha256:${'1'.repeat(64)}" has a digest: write it without.`;

test.each<[string, string, string[]]>([
  [
    'a fault of YAML',
    '- name: a\n  arguments: {X: 1\n',
    ['images.yml:3:1: a "{" before this place is not closed: write "}".'],
  ],
  [
    'a key that is there twice',
    '- name: a\n  name: b\n',
    ['images.yml:2:3: this key is there twice: keep one.'],
  ],
  [
    'a mapping',
    'base:\n  image: x\n',
    ['images.yml:1:1: it must be a list of rows, each like "- name: base".'],
  ],
  ['a text', 'base\n', ['images.yml:1:1: it must be a list of rows, each like "- name: base".']],
  [
    'a row that is a text',
    '- base\n',
    ['images.yml:1:3: this row is no mapping: write it like "- name: base".'],
  ],
  [
    'unknown keys',
    '- name: a\n  verify-command: x\n  foo: x\n',
    [
      'images.yml:2:3: there is no key "verify-command". Did you mean "verify_command"?',
      'images.yml:3:3: there is no key "foo". A row has name, dockerfile, context, image, external, arguments, verify_command, exports, platforms, tags.',
    ],
  ],
  [
    'a row without a name',
    '- image: a/b\n',
    ['images.yml:1:3: this row names no image: it needs "name" or "dockerfile", or "external: true".'],
  ],
  [
    'keys without a value, and values of another kind',
    '- name:\n  arguments: x\n  context: [a]\n  verify_command: {a: b}\n  ? [a]\n  : x\n- {name}\n',
    [
      'images.yml:1:8: name has no value: write one, or leave it out.',
      'images.yml:2:14: arguments is no mapping: write each as "NAME: value".',
      'images.yml:3:12: context must be one text.',
      'images.yml:4:19: verify_command must be one text.',
      'images.yml:5:5: there is no key "". A row has name, dockerfile, context, image, external, arguments, verify_command, exports, platforms, tags.',
      'images.yml:7:4: name must be one text.',
    ],
  ],
  [
    'paths out of the workspace',
    '- name: a\n  dockerfile: /etc/Dockerfile\n  context: a/../../b\n',
    [
      'images.yml:2:15: "/etc/Dockerfile" leaves the workspace: write a path from the folder of images.yml, within it.',
      'images.yml:3:12: "a/../../b" leaves the workspace: write a path from the folder of images.yml, within it.',
    ],
  ],
  [
    'references, files, platforms and tags that are none',
    `- name: a\n  image: [Upper/a, "a@sha256:${'1'.repeat(64)}"]\n  exports: [locks, /a/../b, /]\n  platforms: linux/vax\n  tags: "-x"\n`,
    [
      'images.yml:2:11: repository "Upper/a" has upper-case letters: a repository\'s name is lower case only. Write "upper/a".',
      `images.yml:2:20: ${noDigest}`,
      'images.yml:3:13: exports "locks" is no absolute path in the image, like "/opt/locks/*.lock".',
      'images.yml:3:20: exports "/a/../b" is no absolute path in the image, like "/opt/locks/*.lock".',
      'images.yml:3:29: exports "/" is no absolute path in the image, like "/opt/locks/*.lock".',
      'images.yml:4:14: platform "linux/vax" is not one that the official Python images are made for. Take some of: linux/amd64, linux/arm64, linux/arm/v7, linux/arm/v6, linux/arm/v5, linux/386, linux/ppc64le, linux/riscv64, linux/s390x.',
      'images.yml:5:9: tag "-x" is not valid: a tag has 1 to 128 letters, digits, "_", "." and "-", and starts with a letter, a digit or "_".',
    ],
  ],
  [
    'arguments that are none',
    '- name: a\n  arguments:\n    a-b: 1\n    C: [x]\n    D:\n',
    [
      'images.yml:3:5: argument "a-b" is no name of an ARG.',
      'images.yml:4:8: argument C must be one text.',
      'images.yml:5:7: argument D has no value: write one, or leave it out.',
    ],
  ],
  [
    'external rows that are more, or less',
    '- external: true\n- name: a\n  image: b\n  external: true\n- image: c\n  external: false\n',
    [
      'images.yml:1:3: a row of an external image has "image" and "external", and nothing else.',
      'images.yml:2:3: a row of an external image has "image" and "external", and nothing else.',
      'images.yml:6:13: external "false" can only be true: leave it out of other rows.',
    ],
  ],
])('refuses %s', (_, text, messages) => {
  const { rows, problems } = readImagesFile(text, 'images.yml');
  expect({ rows, messages: problems.map(({ message }) => message) }).toEqual({ rows: [], messages });
});

test('a tree outside of the workspace has its paths there', () => {
  const text = '- {name: a, dockerfile: sub/Dockerfile, context: .}\n- {name: b, context: ../other}\n';
  const { rows, problems } = readImagesFile(text, '../tree/images.yml');
  expect(rows.map(({ dockerfile, context }) => [dockerfile, context])).toEqual([
    ['../tree/sub/Dockerfile', '../tree'],
  ]);
  expect(problems.map(({ message }) => message)).toEqual([
    '../tree/images.yml:2:22: "../other" leaves the workspace: write a path from the folder of ../tree/images.yml, within it.',
  ]);
});
