import type { InputWords } from '../row.ts';

/** Words of inputs for commands that look after repositories. */
export const ofRepositories = {
  names: {
    usage: '--image-name, --image REPOSITORY',
    description:
      'The repositories, without tags, one a line. A name is in `registry`, or has a registry of its own in front.',
    example: 'ghcr.io/example/uvicorn',
  },
  registry: {
    cliDefaultWords: 'none',
    description:
      'The host of the registry, for names in `image_name` that have none of their own. User and password belong to it, without it to the registry of the first name.',
  },
  registryOfImage: {
    cliDefaultWords: 'that of the image',
    description: 'The host that user and password belong to.',
  },
  user: { description: 'The user of the registry that the password belongs to.' },
  password: {
    description:
      'Read the password or token of that user from standard input. The environment variable REGISTRY_PASSWORD does the same. Other registries use what `docker login` left.',
  },
  certificates: {
    description: 'A PEM file with certificates to trust besides those that are trusted anyway.',
  },
} as const satisfies Readonly<Record<string, InputWords>>;
