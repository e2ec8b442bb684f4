import type { InputRow } from '../row.ts';

/** Those of `docker run` under the same names: docker itself reads the values. */
const passed = (
  name: string,
  row: Pick<InputRow, 'kind' | 'description' | 'usage' | 'example' | 'short'>,
): InputRow => ({ name, group: 'Container', commands: ['run'], default: '', ...row });

export const containerRows: readonly InputRow[] = [
  passed('publish', {
    kind: 'words',
    short: 'p',
    usage: '-p, --publish PORTS',
    description: 'A port of this machine for one of the container.',
    example: '8000:80',
  }),
  passed('env', {
    kind: 'words',
    short: 'e',
    usage: '-e, --env NAME[=VALUE]',
    description:
      'A variable of the environment. NAME alone takes the value of this environment, so that a secret stands in no list of arguments.',
    example: 'LOG_LEVEL=debug',
  }),
  // Docker's name for it is an option of Node, which Node also takes where it stands behind the script.
  passed('env_from', {
    kind: 'words',
    usage: '--env-from FILE',
    description: 'A file of variables, one a line.',
    example: '.env',
  }),
  passed('volume', {
    kind: 'words',
    short: 'v',
    usage: '-v, --volume PATH:PATH',
    description: 'A folder or a file of this machine, or a volume, and where it is in the container.',
    example: './data:/data:ro',
  }),
  passed('mount', {
    kind: 'words',
    usage: '--mount MOUNT',
    description: 'A mount, in the words of docker.',
    example: 'type=tmpfs,dst=/cache',
  }),
  passed('workdir', {
    kind: 'text',
    short: 'w',
    usage: '-w, --workdir FOLDER',
    description: 'The folder of the container that the program begins in, in place of that of the image.',
    example: '/data',
  }),
  passed('network', {
    kind: 'words',
    usage: '--network NETWORK',
    description: 'A network of the engine that the container joins.',
    example: 'host',
  }),
  {
    name: 'arguments',
    kind: 'words',
    group: 'Container',
    commands: ['run'],
    default: '',
    place: 'rest',
    usage: '-- ARGUMENTS',
    description:
      'All words after `--` go to the program: to a console script, or to the ENTRYPOINT of the image of a tree, in place of its CMD.',
    example: '-- --verbose',
  },
];
