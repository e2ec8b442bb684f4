import { expect, test } from 'vitest';
import type { RunResult } from '../../src/commands/run.ts';
import { dockerRun, program, show } from '../../src/entry/run-command.ts';
import { halfFailed } from '../report/sample.ts';

const words = { options: ['--env=A=1 2', '--publish=80:80'], arguments: ['foo', '--', '-x'] };
const image = 'localhost/foo/foo-manage:latest';

test.each([
  [false, ['--rm', '--interactive']],
  [true, ['--rm', '--interactive', '--tty']],
])('runs the image, and can end it; with a terminal: %s', (hasTerminal, own) => {
  expect(dockerRun(words, image, { name: 'foo-manage-1', hasTerminal })).toEqual({
    command: {
      program: 'docker',
      args: [
        'run',
        ...own,
        '--pull=never',
        '--name=foo-manage-1',
        ...words.options,
        image,
        ...words.arguments,
      ],
    },
    end: { program: 'docker', args: ['kill', 'foo-manage-1'] },
  });
});

const result: RunResult = {
  ...words,
  report: { images: [], problems: halfFailed.problems } as unknown as RunResult['report'],
  plan: { images: [], policy: {} as RunResult['plan']['policy'], skipped: [] },
  recipes: [],
  runs: [],
};

test('calls each container after its image, and by a name of its own', () => {
  const names = [1, 2].map(() =>
    program({ ...result, image })?.command.args.find((word) => word.startsWith('--name=')),
  );
  for (const name of names) expect(name).toMatch(/^--name=foo-manage-[0-9a-f]{8}$/);
  expect(names[0]).not.toBe(names[1]);
});

test('runs nothing where there is no image, and leaves the standard output empty', () => {
  expect(program(result)).toBeUndefined();
  const { text, textHasProblems, problems } = show(result);
  expect([text(), textHasProblems, problems]).toEqual(['', false, halfFailed.problems]);
});
