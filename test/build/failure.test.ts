import { expect, test } from 'vitest';
import { buildProblem } from '../../src/build/failure.ts';
import { systemFiles } from '../../src/world/files.ts';
import { testWorld } from '../support/world.ts';

test('the file with the whole output has no secrets: it is what people attach to an issue', async () => {
  const world = testWorld({ env: { RUNNER_TEMP: '/runner' } });
  const written: unknown[] = [];
  const problem = await buildProblem(
    {
      ...world,
      log: { ...world.log, hide: (text) => text.replaceAll('s3cret', '***') },
      files: {
        ...world.files,
        write: (...given) => {
          written.push(given);
          return Promise.resolve();
        },
      },
    },
    {
      ran: { code: 1, stdout: '', stderr: 'fetching with s3cret\nerror: it broke' },
      about: 'tide',
      what: 'the image of tide could not be built',
      base: 'python:3.13',
    },
  );
  expect(written).toEqual([[problem.file, 'fetching with ***\nerror: it broke', 0o600]]);
  expect(problem.file).toMatch(/^\/runner\/python-image-builder-[\w-]+\.log$/);
});

test('where there can be no file, what is wrong with the build is said all the same', async () => {
  const world = testWorld({ env: { RUNNER_TEMP: '/proc/none' } });
  const problem = await buildProblem(
    { ...world, files: systemFiles() },
    {
      ran: { code: 1, stdout: '', stderr: 'error: it broke' },
      about: 'tide',
      what: 'the image of tide could not be built',
      base: 'python:3.13',
    },
  );
  expect([problem.message, problem.file]).toEqual(['The image of tide could not be built.', undefined]);
  expect(world.lines).toEqual([
    expect.stringMatching(
      /^warn The whole output of the build is not in a file: "\/proc\/none\/\S+" could not be written: .* \(ENOENT\)\.$/,
    ),
  ]);
});
