import { expect, test } from 'vitest';
import { once, onceFor } from '../src/once.ts';

/** Work that counts how often it is done, and answers when it is told. */
function counted<T>(answer: (question: string) => Promise<T>) {
  const questions: string[] = [];
  return {
    questions,
    work: (question: string) => {
      questions.push(question);
      return answer(question);
    },
  };
}

test('work is done when it is first asked for, and not before', async () => {
  const { questions, work } = counted((question) => Promise.resolve(`of ${question}`));
  const ask = once(() => work('all'));
  expect(questions).toEqual([]);
  expect([await ask(), await ask()]).toEqual(['of all', 'of all']);
  expect(questions).toEqual(['all']);
});

test('who asks while the work is being done waits for the same answer', async () => {
  const answers: ((answer: string) => void)[] = [];
  const { questions, work } = counted(() => new Promise<string>((resolve) => answers.push(resolve)));
  const ask = onceFor((question: string) => question, work);
  const asked = [ask('a'), ask('b'), ask('a')];
  for (const [at, answer] of answers.entries()) answer(`answer ${at + 1}`);
  expect(await Promise.all(asked)).toEqual(['answer 1', 'answer 2', 'answer 1']);
  expect(questions).toEqual(['a', 'b']);
});

test('questions with the same key are one', async () => {
  const { questions, work } = counted((question) => Promise.resolve(`of ${question}`));
  const ask = onceFor((question: string) => question.toLowerCase(), work);
  expect([await ask('Tide'), await ask('tide'), await ask('wave')]).toEqual([
    'of Tide',
    'of Tide',
    'of wave',
  ]);
  expect(questions).toEqual(['Tide', 'wave']);
});

test('a question may have several parts, and an answer may be that there is nothing', async () => {
  const asked: [string, number][] = [];
  const ask = onceFor(
    (name: string, version: number) => JSON.stringify([name, version]),
    (name, version) => {
      asked.push([name, version]);
      return Promise.resolve(undefined);
    },
  );
  for (const version of [1, 2, 1, 2]) expect(await ask('tide', version)).toBeUndefined();
  expect(asked).toEqual([
    ['tide', 1],
    ['tide', 2],
  ]);
});

test.each<[string, (work: (question: string) => Promise<string>) => () => Promise<string>]>([
  ['without a question', (work) => once(() => work('all'))],
  [
    'for a question',
    (work) => {
      const ask = onceFor((question: string) => question, work);
      return () => ask('all');
    },
  ],
])('what failed fails again with the same error, and is not done again: %s', async (_, memoised) => {
  const { questions, work } = counted(() => Promise.reject<string>(new Error('The registry is away.')));
  const ask = memoised(work);
  const errors: unknown[] = [];
  for (let time = 1; time <= 3; time += 1) await ask().catch((error: unknown) => errors.push(error));
  expect(errors).toEqual(Array(3).fill(new Error('The registry is away.')));
  expect(new Set(errors).size).toBe(1);
  expect(questions).toEqual(['all']);
});

test('a question that failed keeps no other from its answer', async () => {
  const ask = onceFor(
    (question: string) => question,
    (question) => (question === 'a' ? Promise.reject(new Error('no')) : Promise.resolve('yes')),
  );
  await expect(ask('a')).rejects.toThrow('no');
  expect(await ask('b')).toBe('yes');
});
