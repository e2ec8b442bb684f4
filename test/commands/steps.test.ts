import { expect, test } from 'vitest';
import { begin } from '../../src/commands/state.ts';
import { recordSteps } from '../../src/commands/steps.ts';
import { inputsOf } from '../sources/support.ts';
import { testWorld } from '../support/world.ts';

test('a second attempt, whose steps are numbered from the beginning, is a timeline of its own', async () => {
  const state = begin(inputsOf());
  await recordSteps(testWorld(), state, 'build', (onAttempt) => {
    const first = onAttempt();
    first('#1 [image 1/2] RUN fetch');
    first('#1 ERROR: Connection refused');
    first('#1 DONE 7.0s');
    const second = onAttempt();
    second('#1 [compile 1/2] RUN compile');
    second('#1 DONE 3.0s');
    return Promise.resolve();
  });
  expect(state.spans.map(({ name, seconds }) => [name, seconds])).toEqual([
    ['image RUN fetch', 7],
    ['compile RUN compile', 3],
  ]);
});
