import type { InputRow } from '../row.ts';
import { ofRepositories } from './repositories.ts';

export const registryRows: readonly InputRow[] = [
  {
    name: 'registry',
    kind: 'text',
    group: 'Registry',
    commands: [
      'build',
      'plan',
      'merge',
      'project',
      'tree',
      'connector',
      'run',
      'release',
      'check',
      'verify',
      'clean',
      'catalogue',
    ],
    default: 'ghcr.io',
    cliDefault: 'localhost',
    cliDefaultWords: 'none; needed to push a name without one',
    defaultOf: { connector: 'docker.io/airbyte' },
    description:
      'The host of the registry, with its port if it has one, for every name in `image_name` that has none of its own.',
    example: 'docker.io',
    wordsOf: {
      run: {
        description: 'The host of the registry, for a name in `image_name` that has none of its own.',
        example: 'ghcr.io',
        cliDefaultWords: 'none',
      },
      release: {
        description:
          'The host of the registry, with its port if it has one, for every name in `image_name` that has none of its own.',
        example: 'docker.io',
        cliDefaultWords: 'none; needed for a name without one',
      },
      check: ofRepositories.registry,
      verify: ofRepositories.registryOfImage,
      clean: ofRepositories.registry,
      catalogue: ofRepositories.registry,
      connector: {
        description:
          "What stands before the connector's name in that of its image: the host of a registry, and names in it.",
        example: 'ghcr.io/example',
      },
    },
  },
  {
    name: 'registry_username',
    kind: 'text',
    group: 'Registry',
    commands: [
      'build',
      'plan',
      'merge',
      'project',
      'tree',
      'release',
      'wheels',
      'check',
      'verify',
      'clean',
      'catalogue',
    ],
    default: '',
    actionDefault: { expression: '${{ github.repository_owner }}', variable: 'GITHUB_REPOSITORY_OWNER' },
    description: 'The user of `registry` that the password belongs to. Without a password it is not used.',
    example: 'octocat',
    wordsOf: {
      check: ofRepositories.user,
      verify: ofRepositories.user,
      clean: ofRepositories.user,
      catalogue: ofRepositories.user,
      wheels: { description: 'The user of the store that the password belongs to.' },
    },
  },
  {
    name: 'registry_password',
    kind: 'text',
    group: 'Registry',
    commands: [
      'build',
      'plan',
      'merge',
      'project',
      'tree',
      'release',
      'wheels',
      'check',
      'verify',
      'clean',
      'catalogue',
    ],
    default: '',
    secret: 'password',
    description:
      'The password or token for `registry`; other registries use what `docker login` left. Not needed where that was done in an earlier step.',
    example: '${{ secrets.GITHUB_TOKEN }}',
    inHelp:
      'Read the password or token for `registry` from standard input. The environment variable REGISTRY_PASSWORD does the same. Other registries use what `docker login` left.',
    wordsOf: {
      check: ofRepositories.password,
      verify: ofRepositories.password,
      clean: ofRepositories.password,
      catalogue: ofRepositories.password,
      wheels: {
        description:
          'Read the password or token of that user from standard input. The environment variable REGISTRY_PASSWORD does the same. Other registries use what `docker login` left.',
      },
    },
  },
  {
    name: 'docker-hub-username',
    kind: 'text',
    group: 'Registry',
    commands: ['connector'],
    default: '',
    description: 'The user of Docker Hub that the password belongs to. Without a password it is not used.',
    example: 'octocat',
  },
  {
    name: 'docker-hub-password',
    kind: 'text',
    group: 'Registry',
    commands: ['connector'],
    default: '',
    secret: 'password',
    description:
      'The password or token of that user. It is given to Docker Hub alone; other registries use what `docker login` left. Not needed where that was done in an earlier step.',
    example: '${{ secrets.DOCKER_HUB_PASSWORD }}',
    inHelp:
      'Read the password or token for Docker Hub from standard input. The environment variable DOCKER_HUB_PASSWORD does the same. Other registries use what `docker login` left.',
  },
  {
    name: 'dry-run',
    kind: 'flag',
    group: 'Registry',
    commands: ['connector'],
    default: 'true',
    description:
      'Whether the image is only built and checked, on every platform, and not pushed. It is then kept nowhere.',
  },
  {
    name: 'push',
    kind: 'flag',
    group: 'Registry',
    commands: ['build', 'project', 'tree'],
    default: 'auto',
    cliDefault: 'false',
    description:
      'Whether to push the verified image; with `false` it is written as an OCI layout. `auto` pushes, but for a pull request: there what would be pushed is made and checked, compared with what is published, and pushed nowhere.',
    inHelp: 'Whether to push the verified image. Without it, the image is written as an OCI layout.',
  },
  {
    name: 'output',
    kind: 'text',
    group: 'Registry',
    commands: ['build', 'project', 'tree'],
    default: './image',
    description:
      'The folder that the OCI layout is written to when nothing is pushed. An older layout in it is replaced.',
    example: './out/uvicorn',
    wordsOf: {
      project: {
        description:
          'The folder that the OCI layout is written to when nothing is pushed; of several images, each into a folder of its own in it.',
        example: './out',
      },
      tree: {
        description:
          'The folder that the OCI layout is written to when nothing is pushed; of several images, each into a folder of its own in it.',
        example: './out',
      },
    },
  },
  {
    name: 'out',
    kind: 'text',
    group: 'Registry',
    commands: ['catalogue'],
    default: 'site',
    usage: '--out FOLDER',
    description: 'The folder that the page is written to, as `index.html`. Other files in it stay.',
    example: 'public/images',
  },
  {
    name: 'base_registry',
    kind: 'text',
    group: 'Registry',
    commands: ['build', 'plan', 'project', 'tree', 'connector', 'run', 'release'],
    default: 'docker.io/library',
    description: 'Where the official Python images are pulled from, for example a mirror of your company.',
    example: 'mirror.example.com/library',
    wordsOf: {
      run: {
        description:
          'Where the official Python images are pulled from, for example a mirror of your company. What Dockerfiles are built from is as they say.',
        example: 'mirror.example.com/library',
      },
      tree: {
        description:
          'Where the image of Alpine with Python is pulled from that looks at finished images: a mirror of the official images. What Dockerfiles are built from is as they say.',
        example: 'mirror.example.com/library',
      },
      connector: {
        description:
          'Where the image of Alpine with Python is pulled from that looks at finished images: a mirror of the official images. Bases are as metadata.yaml says.',
        example: 'mirror.example.com/library',
      },
      release: {
        description:
          'Where the image of Alpine with Python is pulled from that takes files out of images, where those export any: a mirror of the official images.',
        example: 'mirror.example.com/library',
      },
    },
  },
];
