import { sourceChoices } from '../choices.ts';
import type { InputRow } from '../row.ts';

export const sourceRows: readonly InputRow[] = [
  {
    name: 'name',
    kind: 'text',
    group: 'Source',
    commands: ['run'],
    default: '',
    required: true,
    place: 'word',
    description: 'The console script of the project, or the image of the tree, that is run.',
    example: 'foo-manage',
  },
  {
    name: 'source',
    kind: 'choice',
    group: 'Source',
    commands: ['run'],
    default: 'auto',
    choices: sourceChoices,
    description:
      'What the folder holds: a `project`, or a `tree` of Dockerfiles. With `auto` it is a project where it has a `setup.py`, a `pyproject.toml` with `[project]` or `[build-system]`, or a `setup.cfg` with `[metadata]` or `[options]`; else a tree.',
  },
  {
    name: 'path',
    kind: 'text',
    group: 'Source',
    commands: ['project', 'tree', 'run', 'pins', 'release'],
    default: '.',
    description:
      'The folder with the Dockerfiles: `NAME/Dockerfile` or `Dockerfile.NAME` makes the image NAME. A file images.yml in it says what their names do not.',
    example: 'container',
    wordsOf: {
      run: {
        description: 'The folder of the project, or of the Dockerfiles.',
        example: 'services/foo',
      },
      project: {
        description: 'The folder of the project, with its `pyproject.toml`, `setup.cfg` or `setup.py`.',
        example: 'services/foo',
      },
      pins: {
        description: 'The folder with the Dockerfiles, which say of which image a digest is.',
        example: 'container',
      },
      release: {
        description:
          'The folder with the Dockerfiles whose images are released: those that the command `tree` makes of it.',
        example: 'container',
      },
    },
  },
  {
    name: 'scripts',
    kind: 'list',
    group: 'Source',
    commands: ['project'],
    default: '',
    description: 'The console scripts to make an image of, by name. Empty makes one of each.',
    example: 'foo-manage',
  },
  {
    name: 'context',
    kind: 'text',
    group: 'Source',
    commands: ['tree', 'run'],
    default: '',
    description:
      'The folder that files named `Dockerfile.NAME` are built from. Empty takes the folder of each file.',
    example: '.',
  },
  {
    name: 'images',
    kind: 'list',
    group: 'Source',
    commands: ['tree', 'release'],
    default: '',
    description:
      'The images to make, by name; `*` stands for any characters. What they stand on is taken as it is published. Empty makes all.',
    example: 'tractor',
    wordsOf: {
      release: {
        description:
          'The images to release, by name; `.` is `image_name` itself. Named so, no file is read, and no checkout is needed; `*` stands for any characters of the names in `path`. Empty takes all of `path`.',
        example: 'base tractor',
      },
    },
  },
  {
    name: 'exclude',
    kind: 'list',
    group: 'Source',
    groupOf: { plan: 'Matrix' },
    commands: ['plan', 'tree', 'run', 'release'],
    default: '',
    description: 'Patterns of paths that are no images, as in a `.dockerignore`.',
    example: 'examples/**',
    wordsOf: {
      plan: {
        description:
          'A list in YAML, as in the matrix of a workflow: each row names images to leave out, with the keys package, package_version, python_version and target_base.',
        example: "- { python_version: '3.11', target_base: alpine }",
      },
    },
  },
  {
    name: 'pins',
    kind: 'text',
    group: 'Source',
    commands: ['tree', 'run', 'pins'],
    default: '',
    description:
      'A file of lines `NAME=value` that are build arguments of every Dockerfile: images and their digests. Empty takes `digests.env` of the folder, where there is one.',
    example: 'digests.env',
    wordsOf: {
      pins: {
        description:
          'The file of lines `NAME=value`: images and their digests. Empty takes `digests.env` of the folder.',
        example: 'container/digests.env',
      },
    },
  },
  {
    name: 'update',
    kind: 'flag',
    group: 'Source',
    commands: ['pins'],
    default: 'false',
    description: 'Write the digests of today into the file; every other character stays.',
  },
  {
    name: 'default_branch',
    kind: 'text',
    group: 'Source',
    commands: ['tree'],
    default: 'main',
    description: 'The branch whose images stand in for those that another branch has not published.',
    example: 'develop',
  },
];
