import { rebuildChoices } from '../choices.ts';
import type { InputRow } from '../row.ts';

export const rebuildingRows: readonly InputRow[] = [
  {
    name: 'rebuild',
    kind: 'choice',
    group: 'Rebuilding',
    commands: ['build', 'plan', 'project', 'tree', 'connector', 'run'],
    default: 'stale',
    choices: rebuildChoices,
    description:
      'When to build: `stale` when the image does not exist or what it is made of has changed (recipe, base, a requirement, a platform), `always`, `missing` only when it does not exist, or `never`. With the last two nothing is compared, and with `never` an image that does not exist is an error.',
    wordsOf: {
      run: {
        description:
          'When to build: `stale` when the engine of this machine does not have the image or what it is made of has changed, `always`, `missing` only when the engine does not have it, or `never`. With the last two nothing is compared, and with `never` an image that the engine does not have is an error.',
      },
    },
  },
  {
    name: 'force',
    kind: 'flag',
    group: 'Rebuilding',
    commands: ['build', 'plan', 'project', 'tree', 'release'],
    default: 'false',
    description: 'Build whatever the registry holds: the same as `always` for `rebuild`.',
    wordsOf: {
      release: {
        description: 'Move the tag of the release where it exists and is another image.',
      },
    },
  },
  {
    name: 'deep',
    kind: 'flag',
    group: 'Rebuilding',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: 'false',
    description:
      'With `stale`, look into images that exist: one of which the registry has lost a manifest or a layer, to a clean-up for example, is built again. It costs a request for each of them.',
  },
  {
    name: 'force-publish',
    kind: 'flag',
    group: 'Rebuilding',
    commands: ['connector'],
    default: 'false',
    description:
      'Build and push whatever the registry holds. An image that has to be another one is built again without it.',
  },
  {
    name: 'overwrite',
    kind: 'flag',
    group: 'Rebuilding',
    commands: ['build', 'plan', 'project'],
    default: 'true',
    description:
      'Whether an exact tag that exists may be replaced by an image of another recipe. Without it that is an error, which guards released tags.',
  },
  {
    name: 'max_age',
    kind: 'text',
    group: 'Rebuilding',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: '',
    description:
      'How old an image may become before it is built again although nothing has changed, in minutes, hours, days or weeks: `90m`, `12h`, `30d`, `2w`. Empty means no limit.',
    example: '30d',
  },
];
