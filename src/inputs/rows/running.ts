import type { InputRow } from '../row.ts';

export const runningRows: readonly InputRow[] = [
  {
    name: 'changed',
    kind: 'text',
    group: 'Running',
    commands: ['tree', 'connector'],
    default: '',
    description:
      'Make only images whose files changed, and those that stand on them: since the last `push`, since the target of the `pull_request`, or since a commit. Empty compares all with what is published.',
    example: 'push',
    wordsOf: {
      connector: {
        description:
          'Make only connectors in whose folder something changed since a commit. The word "push" stands for the one before this push, "pull_request" for the target of this pull request.',
        example: 'push',
      },
    },
  },
  {
    name: 'concurrency',
    kind: 'text',
    group: 'Running',
    commands: ['project', 'tree', 'connector'],
    default: '2',
    description: 'How many groups of images that do not stand on each other are made at once.',
    example: '4',
  },
  {
    name: 'dry_run',
    kind: 'flag',
    group: 'Running',
    commands: ['build', 'project', 'tree', 'release', 'wheels', 'clean'],
    default: 'false',
    description: 'Print the plan, the lock, the Dockerfile and the bake file, and make no image.',
    wordsOf: {
      tree: {
        description: 'Print the plan, the Dockerfiles and the bake file, and make no image.',
      },
      release: {
        description:
          'Look at all images and say which tags would move, and move none. Whether they may be written is not asked.',
      },
      clean: { usage: '--dry-run', description: 'Only list what would be removed.' },
      wheels: { usage: '--dry-run', description: 'With `unused_for`: only say which would be removed.' },
    },
  },
];
