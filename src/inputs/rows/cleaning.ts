import type { InputRow } from '../row.ts';

export const cleaningRows: readonly InputRow[] = [
  {
    name: 'local',
    kind: 'flag',
    group: 'Cleaning',
    commands: ['clean'],
    default: 'false',
    usage: '--local',
    description:
      'Clean this machine in place of repositories: builders and temporary files of runs that were killed, images of this program in Docker, and what is kept between runs. Nothing that is in use goes.',
  },
  {
    name: 'keep',
    kind: 'text',
    group: 'Cleaning',
    commands: ['clean'],
    default: '',
    usage: '--keep NUMBER',
    description:
      'So many of the newest images of each repository stay, and older ones go. An image is what a digest stands for, with all of its tags.',
    example: '10',
  },
  {
    name: 'older',
    kind: 'text',
    group: 'Cleaning',
    commands: ['clean'],
    default: '',
    usage: '--older AGE',
    description:
      'Images that were made longer ago go, in hours, days or weeks: `12h`, `90d`, `12w`. With `keep`, only those that are not among the newest either; without it the newest one stays. With `local`, only what was used longer ago.',
    example: '90d',
  },
  {
    name: 'untagged',
    kind: 'flag',
    group: 'Cleaning',
    commands: ['clean'],
    default: 'false',
    usage: '--untagged',
    description:
      'What no tag leads to goes: on ghcr.io versions without a tag that are older than a day; everywhere what was attached to images that are gone.',
  },
  {
    name: 'keep_tags',
    kind: 'list',
    group: 'Cleaning',
    commands: ['clean'],
    default: '',
    usage: '--keep-tags TAGS',
    description: 'Images with one of these tags stay in any case; `*` stands for any characters.',
    example: 'latest',
  },
  {
    name: 'yes',
    kind: 'flag',
    group: 'Cleaning',
    commands: ['clean'],
    default: 'false',
    usage: '--yes',
    description: 'Remove what is listed without asking, for jobs.',
  },
];
