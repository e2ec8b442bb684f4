import { newestStablePython } from '../../names/python-version.ts';
import type { InputRow } from '../row.ts';
import { ofRepositories } from './repositories.ts';

export const imageRows: readonly InputRow[] = [
  {
    name: 'python_version',
    kind: 'text',
    group: 'Image',
    commands: ['build', 'project', 'run'],
    default: newestStablePython,
    description: 'The Python version, with or without its patch.',
    inWorkflow: 'Quote it: YAML reads 3.10 as 3.1.',
    example: '3.12.4',
    wordsOf: {
      run: {
        description: 'The Python version of a project, with or without its patch.',
        example: '3.13',
      },
      project: {
        description: 'The Python version, with or without its patch.',
        inWorkflow: 'Quote it: YAML reads 3.10 as 3.1.',
        example: '3.13',
      },
    },
  },
  {
    name: 'target_base',
    defaultOf: { project: 'alpine', run: 'alpine' },
    kind: 'text',
    group: 'Image',
    commands: ['build', 'project', 'run'],
    default: 'full',
    description:
      'The variant of the official Python image to build on: `full`, `slim`, `alpine` or a named one.',
    example: 'slim-bookworm',
    wordsOf: {
      run: {
        description:
          'The variant of the official Python image that a project stands on: `full`, `slim`, `alpine` or a named one.',
        example: 'slim-bookworm',
      },
    },
  },
  {
    name: 'platform',
    kind: 'list',
    group: 'Image',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: 'linux/amd64,linux/arm64,linux/arm/v7',
    defaultOf: { connector: 'linux/amd64,linux/arm64' },
    description: 'The platforms to build for.',
    example: 'linux/amd64,linux/arm64',
    wordsOf: {
      tree: {
        description: 'The platforms to build for. A row of images.yml gives those of one image.',
        example: 'linux/amd64,linux/arm64',
      },
    },
  },
  {
    name: 'part',
    kind: 'list',
    group: 'Image',
    commands: ['build'],
    default: '',
    description:
      'The platforms of `platform` that this step makes, where other jobs make the others: it pushes them under no tag, and `merge` puts all of them together. `plan` hands it on where its `runners` split an image.',
    example: 'linux/arm64',
  },
  {
    name: 'platform_optional',
    kind: 'list',
    group: 'Image',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: '',
    description:
      'Those of `platform` that an image can do without: where one fails, the image is published with the others, and the next run tries it again.',
    example: 'linux/arm/v7',
  },
  {
    name: 'image_name',
    kind: 'lines',
    group: 'Image',
    commands: ['build', 'plan', 'project', 'tree', 'run', 'release', 'check', 'clean', 'catalogue'],
    default: '',
    actionDefault: { expression: '${{ github.repository }}', variable: 'GITHUB_REPOSITORY' },
    alsoCalled: { check: 'image', clean: 'image', catalogue: 'image' },
    cliDefaultWords: "the package's name",
    description:
      'The names of the image, without tags, one a line: it is built once and pushed to each. A name is in `registry`, or has a registry of its own in front, like `docker.io/owner/name`; it is lower-cased.',
    example: 'example/uvicorn',
    wordsOf: {
      run: {
        description:
          'What stands before the names of the images, as in the commands `project` and `tree`: `owner/repo` is that of `owner/repo/NAME`. It is in `registry`, or has a registry of its own in front. Nothing is pushed there.',
        example: 'example/images',
        cliDefaultWords: 'the name of the folder',
      },
      project: {
        description:
          'What stands before the names of the images, one a line: `owner/repo` makes `owner/repo/foo-base`, and `owner/repo/foo-manage` of the script `foo-manage`. It is in `registry`, or has a registry of its own in front.',
        example: 'example/foo',
        cliDefaultWords: 'the name of the folder',
      },
      check: ofRepositories.names,
      clean: ofRepositories.names,
      catalogue: ofRepositories.names,
      tree: {
        description:
          'What stands before the names of the images, one a line: `owner/repo` makes `owner/repo/NAME` of each. It is in `registry`, or has a registry of its own in front.',
        example: 'example/images',
        cliDefaultWords: 'the name of the folder',
      },
      release: {
        description:
          'What stands before the names of the images, one a line, as in the command `tree`: `owner/repo` is that of `owner/repo/NAME`. It is in `registry`, or has a registry of its own in front.',
        example: 'example/images',
        cliDefaultWords: 'the name of the folder',
      },
    },
  },
  {
    name: 'tags',
    kind: 'list',
    group: 'Image',
    commands: ['build', 'project', 'tree', 'release'],
    default: '',
    description:
      'More tags for the image, besides the one that names Python, variant and version. A version that PEP 440 writes in another way (`2025.06.30` as `2025.6.30`) is there as you wrote it, too.',
    example: 'stable',
    wordsOf: {
      project: {
        description: 'More tags of every image, besides the version and `latest`.',
        example: 'stable',
      },
      tree: {
        description:
          'Tags of every image. Empty makes one of what Git is at: of a branch its name, of a pull request `pr-12`, of a tag the tag. With several, all but the first are aliases.',
        example: 'nightly',
      },
      release: {
        description:
          'Symbolic tags, which move from release to release. They follow once every image has the tag of the release; a pre-release moves those of `prerelease_tags` in their place.',
        example: 'stable',
      },
    },
  },
  {
    name: 'lowercase_latest',
    kind: 'flag',
    group: 'Image',
    commands: ['build', 'plan'],
    default: 'false',
    description: 'Whether an image with the tag `…-LATEST` gets `…-latest`, too.',
  },
  {
    name: 'revision_tags',
    kind: 'flag',
    group: 'Image',
    commands: ['build', 'plan'],
    default: 'false',
    description:
      'Whether each image that is published also gets a tag that never moves, the exact one with the day: `py3.13-slim-0.35.0-20261127`. A second image of the same day gets `…-20261127.2`.',
  },
  {
    name: 'command',
    kind: 'text',
    group: 'Image',
    commands: ['build', 'plan'],
    default: '',
    description:
      "What a container runs: the name of a console script, words, or a JSON array. No shell reads it. Empty keeps the base's.",
    example: '["uvicorn", "app:app", "--host", "0.0.0.0"]',
  },
  {
    name: 'user',
    kind: 'text',
    group: 'Image',
    commands: ['build', 'plan', 'project', 'run'],
    default: '',
    short: 'u',
    description:
      'Who runs the command: a name or a number, with a group if wanted. A named user that is missing is created.',
    example: 'app:app',
    wordsOf: {
      run: {
        description: 'Who runs the program, in place of the user of the image.',
        example: '1000:1000',
        usage: '-u, --user USER',
      },
    },
  },
  {
    name: 'maintainer',
    kind: 'text',
    group: 'Image',
    commands: ['build', 'plan'],
    default: '',
    actionDefault: { expression: '${{ github.repository_owner }}', variable: 'GITHUB_REPOSITORY_OWNER' },
    description: 'Who looks after the image. It becomes the label maintainer.',
    example: 'Ada Lovelace <ada@example.com>',
  },
  {
    name: 'labels',
    kind: 'lines',
    group: 'Image',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: '',
    description: 'Labels of the image, `key=value`, one a line.',
    example: 'org.opencontainers.image.licenses=MIT',
  },
  {
    name: 'annotations',
    kind: 'lines',
    group: 'Image',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: '',
    description:
      'Annotations of the index, `key=value`, one a line. A key may begin with the level that it is for, as in buildx.',
    example: 'manifest:org.opencontainers.image.title=uvicorn',
  },
  {
    name: 'exports_dir',
    kind: 'text',
    group: 'Image',
    commands: ['tree'],
    default: './exports',
    description:
      'The folder that files are taken out to which a row of images.yml names in `exports`: `IMAGE/PLATFORM/PATH` in it, of every image that is built.',
    example: './out/files',
  },
];
