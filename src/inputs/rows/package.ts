import type { InputRow } from '../row.ts';

export const packageRows: readonly InputRow[] = [
  {
    name: 'package',
    kind: 'text',
    group: 'Package',
    commands: ['build'],
    default: '',
    required: { unless: 'cells' },
    description: 'The package on the index, with its extras.',
    example: 'uvicorn[standard]',
  },
  {
    name: 'package_version',
    kind: 'text',
    group: 'Package',
    commands: ['build'],
    default: '',
    required: { unless: 'cells' },
    description: 'The version of the package, or `latest` for the newest stable one that allows this Python.',
    inWorkflow: 'Quote it: YAML reads 0.30 as 0.3.',
    example: '0.35.0',
  },
  {
    name: 'package_latest_version',
    kind: 'text',
    group: 'Package',
    commands: ['build'],
    default: '',
    description:
      'The latest version of the package. When it is the same as `package_version`, alias tags are added: `…-LATEST`, `…-{major.minor}` and, unless the major is 0, `…-{major}`. Not needed with `latest`.',
    example: '0.35.0',
  },
  {
    name: 'requirements',
    kind: 'lines',
    group: 'Package',
    commands: ['build', 'plan'],
    default: '',
    description:
      'More requirements to install with the package, one a line. Markers are evaluated for each platform.',
    example: 'watchfiles>=0.15; platform_machine != "armv7l"',
  },
  {
    name: 'index_url',
    kind: 'text',
    group: 'Package',
    commands: ['build', 'plan', 'project', 'run'],
    default: '',
    description:
      'The package index to use instead of the public one, as the URL of its simple API. It must serve every requirement but those of `extra_indexes`. The URL must hold no user and no password: those go through `secrets`.',
    example: 'https://packages.example.com/simple',
  },
  {
    name: 'extra_indexes',
    kind: 'lines',
    group: 'Package',
    commands: ['build', 'plan', 'project', 'run'],
    default: '',
    description:
      'More package indexes, one a line. `internal-* https://…`: packages of these names come from there and from nowhere else. `wheels linux/arm/v7 https://…`: where the index has a release and no wheel for this platform, one from there is taken in place of compiling. Before either may stand a name for the report, `company = `. Credentials go through `secrets`.',
    example: 'internal-* https://packages.example.com/simple',
  },
];
