import { publicOsv, severities } from '../../advisories/policy.ts';
import { advisoryChoices } from '../choices.ts';
import type { InputRow } from '../row.ts';

export const advisoryRows: readonly InputRow[] = [
  {
    name: 'advisories',
    kind: 'choice',
    group: 'Advisories',
    commands: ['build', 'plan'],
    default: 'off',
    choices: advisoryChoices,
    description:
      'Whether security advisories are looked up for what is in the image: its requirements, and the packages of its base. `report` shows what was found; `fail` also moves no tag where something is as bad as `severity` says, with exit code 6.',
    example: 'report',
  },
  {
    name: 'severity',
    kind: 'choice',
    group: 'Advisories',
    commands: ['build', 'plan'],
    default: 'high',
    choices: severities,
    description:
      'How bad an advisory must be to be warned of, and with `fail` to hold the image back. One that nobody has rated counts as `high`.',
    example: 'critical',
  },
  {
    name: 'advisories_url',
    kind: 'text',
    group: 'Advisories',
    commands: ['build', 'plan'],
    default: publicOsv,
    description: 'The API of OSV that is asked.',
    example: 'https://osv.example.com',
  },
  {
    name: 'advisories_ignore',
    kind: 'lines',
    group: 'Advisories',
    commands: ['build', 'plan'],
    default: '',
    description:
      'Advisories that somebody has looked at, one a line: the id or an alias of it, the last day on which it is ignored, and why.',
    example: 'CVE-2025-43859 until 2027-03-31: a proxy refuses such requests',
  },
  {
    name: 'sarif_file',
    kind: 'text',
    group: 'Advisories',
    commands: ['build'],
    default: '',
    description:
      'A file that the advisories are written to as SARIF, for `github/codeql-action/upload-sarif` to show them.',
    example: 'advisories.sarif',
  },
  {
    name: 'cooldown',
    kind: 'text',
    group: 'Advisories',
    commands: ['build', 'plan'],
    default: '',
    description:
      'How long a release of a requirement must have been on the index before it is taken, in minutes, hours, days or weeks. The package itself is always taken, and so is what mends an advisory. Empty means no time.',
    example: '7d',
  },
];
