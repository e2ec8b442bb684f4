/** What is read from a user's own Dockerfile is what BuildKit itself reads there: every word of test/dockerfile/expansions.ts. */
import { expect, test } from 'vitest';
import { expansions, refused, values } from '../dockerfile/expansions.ts';
import { fresh, must, run } from './support.ts';

/** An image of variables alone. In this form of ENV a word may have blanks. */
const dockerfile = (words: readonly string[]): string =>
  [
    'FROM scratch',
    ...Object.entries(values).map(([name, value]) => `ARG ${name}='${value}'`),
    ...words.map((word, index) => `ENV word${index} ${word}`),
    '',
  ].join('\n');

test('words become what BuildKit makes of them', async () => {
  const rows = Object.values(expansions).flat();
  const image = fresh('expansions');
  await must('docker', ['buildx', 'build', '--load', `--tag=${image}`, '-'], {
    input: dockerfile(rows.map(([word]) => word)),
  });
  const said = await must('docker', ['image', 'inspect', '--format={{json .Config.Env}}', image]);
  await must('docker', ['image', 'rm', image]);
  const made = new Map((JSON.parse(said) as string[]).map((pair) => /^([^=]*)=(.*)$/s.exec(pair)!.slice(1) as [string, string]));
  expect(rows.map(([word], index) => [word, made.get(`word${index}`)])).toEqual(rows);
});

test.each(refused)('BuildKit refuses %s', async (word) => {
  const done = await run('docker', ['buildx', 'build', '-'], { input: dockerfile([word]) });
  expect(done).toMatchObject({ code: 1, stderr: expect.stringContaining('failed to process') });
});
