/** The lint of workflows with its real programs. Costs 3 s, and once 20 s for compiling actionlint. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSilently } from '../../bench/silent.ts';
import { lint } from '../../scripts/lint-others.ts';
import { inFolder } from './support.ts';

const sound = `name: Sound
on: push
permissions: {}
jobs:
  say:
    runs-on: ubuntu-latest
    steps:
      - run: echo said
`;

test.each([
  ['a sound one', sound, true],
  ['a job that needs none', sound.replace('    steps:', '    needs: nobody\n    steps:'), false],
  [
    'an action that is not pinned',
    sound.replace(
      'run: echo said',
      'uses: actions/checkout@v4\n        with:\n          persist-credentials: false',
    ),
    false,
  ],
  ['a script that shellcheck refuses', sound.replace('echo said', 'cd $HOME/[a-z'), false],
])('a workflow passes or not: %s', async (_, text, expected) => {
  await inFolder(async (folder) => {
    const name = '.github/workflows/one.yml';
    await mkdir(join(folder, '.github/workflows'), { recursive: true });
    await writeFile(join(folder, name), text);
    const opened = openSilently();
    try {
      expect(await lint(opened.world, folder, { python: [], shell: [], workflows: [name] })).toBe(expected);
    } finally {
      opened.close();
    }
  });
});
