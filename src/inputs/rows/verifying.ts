import { verifyChoices } from '../choices.ts';
import type { InputRow } from '../row.ts';

export const verifyingRows: readonly InputRow[] = [
  {
    name: 'verify',
    kind: 'choice',
    group: 'Verifying',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: 'all',
    choices: verifyChoices,
    description:
      "Where the image is run and checked before any tag moves: every platform, the build machine's, or none. A finding that makes the image wrong is fatal, any other a warning; `strict` makes every finding fatal, on every platform.",
  },
  {
    name: 'verify_skip',
    kind: 'lines',
    group: 'Verifying',
    commands: ['build', 'plan', 'project', 'tree', 'connector'],
    default: '',
    description:
      'What the checks leave out, one a line: a check and the module, script or distribution; `*` stands for any characters.',
    example: 'imports:kaggle',
    wordsOf: {
      tree: {
        description:
          'What the checks leave out, one a line: `links`, `programs`, `metadata` or `libraries`, and a program, library or distribution; `*` stands for any characters.',
        example: 'programs:plugin.so',
      },
      connector: {
        description:
          'What the checks leave out, one a line: `links`, `programs`, `metadata` or `libraries`, and a program, library or distribution; `*` stands for any characters.',
        example: 'programs:plugin.so',
      },
    },
  },
  {
    name: 'verify_env',
    kind: 'lines',
    group: 'Verifying',
    commands: ['build', 'project', 'tree', 'connector'],
    default: '',
    description:
      'Environment variables for the checks alone, `NAME=value`, one a line; they are in no image. `NAME` alone takes the value of this environment.',
    inWorkflow: 'A value may be a secret.',
    example: 'HOME=/tmp',
  },
  {
    name: 'verify_command',
    kind: 'text',
    group: 'Verifying',
    commands: ['build', 'plan', 'tree', 'connector'],
    default: '',
    description: 'A shell command that must succeed in the image on every platform that is verified.',
    example: 'uvicorn --version',
    wordsOf: {
      tree: {
        description:
          'A shell command that must succeed in every image, on every platform that is verified. A row of images.yml gives that of one image, and a `test.sh` beside its Dockerfile is run too.',
        example: 'python3 --version',
      },
      connector: {
        description:
          'A shell command that must succeed in every image, on every platform that is verified. That `spec` prints a specification is checked in any case.',
        example: 'python --version',
      },
    },
  },
  {
    name: 'verify_commands',
    kind: 'lines',
    group: 'Verifying',
    commands: ['project'],
    default: '',
    description:
      'Shell commands that must succeed in the image of a script, `SCRIPT=COMMAND`, one a line. Without one, `SCRIPT --help` is run; an empty command runs nothing.',
    example: 'foo-scheduler=foo-scheduler --check',
  },
  {
    name: 'verify_python',
    kind: 'text',
    group: 'Verifying',
    commands: ['build', 'plan'],
    default: '',
    description:
      "The Python to run the checks with, by its path in the image. Empty takes the one that the image's ENTRYPOINT or CMD starts, else the first on its PATH, else that of its VIRTUAL_ENV.",
    example: '/opt/venv/bin/python',
  },
];
