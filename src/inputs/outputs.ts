/** The table of outputs: action.yml and docs/inputs.md have them from here. */
import type { CommandName } from './row.ts';

export interface OutputRow {
  readonly name: string;
  /** Commands that give it, where they run as an action. */
  readonly commands: readonly CommandName[];
  readonly description: string;
}

export const outputTable: readonly OutputRow[] = [
  {
    name: 'shards',
    commands: ['plan'],
    description:
      'The jobs that make what must be made, as JSON for `strategy.matrix`: each has a `number`, a `name`, the label of its `runner`, and the `cells` for the input of that name.',
  },
  {
    name: 'matrix',
    commands: ['plan'],
    description:
      'The same with a job for each image, which also has its `package`, `package_version`, `python_version` and `target_base`. Empty where it is longer than GitHub takes.',
  },
  {
    name: 'count',
    commands: ['plan'],
    description: 'How many images must be made: with `0`, no job is needed.',
  },
  { name: 'kept', commands: ['plan'], description: 'How many images stay as they are.' },
  {
    name: 'split',
    commands: ['plan'],
    description:
      'How many images several jobs make, each some of their platforms: with `0`, no job for `merge` is needed.',
  },
  { name: 'plan', commands: ['plan'], description: 'The path of the file with the plan.' },
  { name: 'image', commands: ['build'], description: 'The image as `repository@digest`.' },
  { name: 'digest', commands: ['build'], description: "The index's digest, as the registry says." },
  {
    name: 'tags',
    commands: ['build'],
    description:
      'The tags in every repository as a JSON array of full references, the exact one of each first. An alias that stands for a newer version is left out.',
  },
  { name: 'platforms', commands: ['build'], description: 'The platforms in the index, separated by commas.' },
  { name: 'base_image', commands: ['build'], description: 'The image that was built on, with its digest.' },
  {
    name: 'decision',
    commands: ['build'],
    description:
      'What was done: `build`, `rebase` (the image was put onto its new base without building), `sign` (it was signed as it is), `retag` (only tags moved) or `keep` (nothing). `reason` says why. With several repositories it is the most that was done in any.',
  },
  { name: 'reason', commands: ['build'], description: 'Why that was done, in words.' },
  {
    name: 'image_exists',
    commands: ['build'],
    description: 'Whether the exact tag existed before: `true` or `false`.',
  },
  {
    name: 'connector-name',
    commands: ['connector'],
    description:
      'The name of the connector. Of several connectors, this and the following outputs have the value of each, separated by commas.',
  },
  {
    name: 'connector-type',
    commands: ['connector'],
    description: 'Its language: `python` or `manifest-only`.',
  },
  { name: 'connector-dir', commands: ['connector'], description: 'The path of its folder.' },
  {
    name: 'base-image',
    commands: ['connector'],
    description: 'The base of metadata.yaml, with its digest.',
  },
  { name: 'connector-version-tag', commands: ['connector'], description: 'The tag of the image.' },
  {
    name: 'connector-image-name',
    commands: ['connector'],
    description: 'The image with that tag.',
  },
  {
    name: 'docker-tags',
    commands: ['connector'],
    description:
      'All of its tags as full references, separated by commas. A `latest` that stands for a newer version is left out.',
  },
  {
    name: 'image-exists',
    commands: ['connector'],
    description:
      'Whether the tag existed before: `true`, `false`, or `unknown` where a dry run could not ask. Of several connectors, `true` where all did.',
  },
  {
    name: 'build-executed',
    commands: ['connector'],
    description: 'Whether anything was built: `true` or `false`.',
  },
  {
    name: 'push-executed',
    commands: ['connector'],
    description: 'Whether anything was pushed: `true` or `false`.',
  },
  {
    name: 'images',
    commands: ['build', 'project', 'tree', 'connector', 'release', 'merge', 'report'],
    description:
      'What became of each image as a JSON array: `name`, `outcome`, `image` (`repository@digest`), `tags` and `reason`.',
  },
  {
    name: 'exports',
    commands: ['tree'],
    description:
      'The folder with the files that were taken out of images, `IMAGE/PLATFORM/PATH` in it; empty where none was.',
  },
  { name: 'tag', commands: ['release'], description: 'The tag of the release.' },
  {
    name: 'build_executed',
    commands: ['build', 'project', 'tree', 'merge', 'report'],
    description: 'Whether anything was built: `true` or `false`.',
  },
  {
    name: 'push_executed',
    commands: ['build', 'project', 'tree', 'release', 'merge', 'report'],
    description: 'Whether anything was pushed: `true` or `false`.',
  },
  {
    name: 'metadata',
    commands: ['build', 'project', 'tree', 'connector', 'release', 'merge', 'report'],
    description: 'The whole report as JSON.',
  },
];
