/** What a step shows: its log, and the lines that the runner obeys. What it gives back is in give-back.test.ts. */
import { expect, test } from 'vitest';
import type { Shown } from '../../src/entry/command.ts';
import { openStep } from '../../src/entry/step.ts';
import { testWorld } from '../support/world.ts';

function stepOf(raw: Readonly<Record<string, string>> = {}) {
  const written: string[] = [];
  const place = { programs: '/programs', cache: '/cache' };
  const step = openStep({ command: 'build', raw, env: {} }, place, (text) => void written.push(text));
  return { written, step };
}

const problem = { station: 'input', about: 'user', message: 'It is wrong.' } as const;
const annotation = '::error title=Input%3A user::It is wrong.\n';
const done: Shown = { text: () => 'done', textHasProblems: true, json: {}, problems: [], refused: false };

test('masks secrets in the log, and warns of inputs that the command does not take', () => {
  const { written, step } = stepOf({ package: 'x', pakage: 'y', unused_for: '90d' });
  step.log({ verifyEnv: {}, values: ['s3cret'], filter: (text) => text });
  expect(written).toEqual([
    '::add-mask::s3cret\n',
    '::warning::pakage: there is no such input. Did you mean "package"?\n',
    '::warning::unused_for: the command "build" does not take it, only "wheels" does.\n',
  ]);
});

test('shows wrong inputs as annotations', () => {
  const { written, step } = stepOf();
  step.refuse([problem]);
  expect(written).toEqual([annotation]);
});

test.each<readonly [string, Partial<Shown>, readonly string[], readonly string[]]>([
  ['a result', { text: () => 'two\nlines' }, ['info two', 'info lines'], []],
  ['what would run before it', { dryRun: 'plan' }, ['info plan', 'info done'], []],
  ['problems after it', { problems: [problem] }, ['info done'], [annotation]],
])('shows %s', async (_, more, lines, commands) => {
  const { written, step } = stepOf();
  const world = testWorld();
  await step.show({ ...done, ...more }, world);
  expect({ lines: world.lines, written }).toEqual({ lines, written: commands });
});
