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
    commands: ['build', 'plan', 'merge', 'project', 'tree', 'connector'],
    default: '2',
    description: 'How many groups of images that do not stand on each other are made at once.',
    example: '4',
    wordsOf: {
      build: { description: 'With `cells`: how many images are made at once.', example: '4' },
      plan: { description: 'How many images are looked at at once.', example: '32' },
      merge: { description: 'How many images are published at once.', example: '8' },
    },
    defaultOf: { build: '4', plan: '16', merge: '4' },
  },
  {
    name: 'fail_fast',
    kind: 'flag',
    group: 'Running',
    commands: ['build'],
    default: 'false',
    description: 'With `cells`: whether no other image is begun once one has failed.',
  },
  {
    name: 'time_budget',
    kind: 'text',
    group: 'Running',
    commands: ['build'],
    default: '',
    description:
      'With `cells`: no image is begun that would not be done within this time of the start, by the time that those before it took. The next run makes what is left.',
    example: '5h',
  },
  {
    name: 'report_file',
    kind: 'text',
    group: 'Running',
    commands: ['build', 'merge'],
    default: '',
    description:
      'A file that the report is written to as JSON, so that `report` can put those of several jobs together.',
    example: 'report.json',
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
