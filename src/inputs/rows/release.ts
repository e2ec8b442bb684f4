import type { InputRow } from '../row.ts';

export const releaseRows: readonly InputRow[] = [
  {
    name: 'from',
    kind: 'text',
    group: 'Release',
    commands: ['release'],
    default: '',
    cliDefaultWords: "that of the remote's default branch",
    description:
      'The tag that the images stand under. Empty takes that of the branch which the release of GitHub targets, else of the default branch.',
    example: 'develop',
  },
  {
    name: 'tag',
    kind: 'text',
    group: 'Release',
    commands: ['release'],
    default: '',
    cliDefaultWords: 'the tag of Git that HEAD is at',
    description:
      'The tag that the images get. Empty takes the tag of the release, or the tag of Git that the workflow runs for.',
    inWorkflow: 'Quote a number: YAML reads 1.10 as 1.1.',
    example: 'v0.1.1',
  },
  {
    name: 'prerelease_tags',
    kind: 'list',
    group: 'Release',
    commands: ['release'],
    default: '',
    description: 'Symbolic tags in place of those in `tags` where the release is a pre-release of GitHub.',
    example: 'next',
  },
];
