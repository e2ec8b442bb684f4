import { releaseChoices } from '../choices.ts';
import type { InputRow } from '../row.ts';

export const connectorRows: readonly InputRow[] = [
  {
    name: 'connector-name',
    kind: 'list',
    group: 'Connector',
    commands: ['connector'],
    default: '',
    description:
      'The connectors to make, by the names of their folders; `*`, `?` and `[…]` stand for characters. With `changed`, only those of them that changed.',
    example: 'source-faker',
  },
  {
    name: 'connectors-dir',
    kind: 'text',
    group: 'Connector',
    commands: ['connector'],
    default: 'airbyte-integrations/connectors',
    description: 'The folder with the connectors, each a folder with a metadata.yaml.',
    example: 'connectors',
  },
  {
    name: 'dockerfile-templates',
    kind: 'text',
    group: 'Connector',
    commands: ['connector'],
    default: 'docker-images',
    description:
      "The folder with the repository's Dockerfiles: Dockerfile.python-connector and Dockerfile.manifest-only-connector. In place of one that is not there, this project's is taken.",
    example: 'templates',
  },
  {
    name: 'extra-prereqs-script',
    kind: 'text',
    group: 'Connector',
    commands: ['connector'],
    default: '',
    description:
      'A program that runs before a Python connector is installed, by its path in the folder of the connector. Connectors without that file are built without it.',
    example: 'build_prereqs.sh',
  },
  {
    name: 'release-type',
    kind: 'choice',
    group: 'Connector',
    commands: ['connector'],
    default: '',
    choices: releaseChoices,
    description:
      'What the image is tagged with: a `pre-release` with `<version>-dev.<ten digits of the commit>`, a `main-release` with the version and, unless it is a candidate (`rc`), `latest`. Empty takes the version alone.',
    example: 'pre-release',
  },
  {
    name: 'tag-override',
    kind: 'text',
    group: 'Connector',
    commands: ['connector'],
    default: '',
    description: 'The tag, in place of the one that follows from metadata.yaml and `release-type`.',
    example: '1.2.3-test',
  },
  {
    name: 'push-latest',
    kind: 'flag',
    group: 'Connector',
    commands: ['connector'],
    default: '',
    description:
      'Whether the tag `latest` goes with it. Empty leaves that to `release-type`. It moves back to an older version only by force.',
  },
];
