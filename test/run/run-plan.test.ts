/** Groups of images that are all there already: what is asked of a registry, and when, is in the test's hands. */
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import { type Image, type ImageId, imageIds } from '../../src/plan/image.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { Interrupted } from '../../src/ports.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { reportOf } from '../../src/report/fold.ts';
import { runPlan } from '../../src/run/run-plan.ts';
import { present } from '../decide/values.ts';
import { imageOfInputs, inputsOf, policyOfInputs } from '../support/cells.ts';
import { testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

const inputs = inputsOf({ rebuild: 'missing' });
/** Each in a repository of its own. @param parents of some, by name. */
function planOf(names: readonly string[], parents: Readonly<Record<string, readonly ImageId[]>> = {}): Plan {
  const ids = imageIds(names);
  const images = names.map((name, at): Image => ({
    ...imageOfInputs(inputs),
    id: ids[at]!,
    parents: parents[name] ?? [],
    repositories: [{ registry: 'ghcr.io', name }],
  }));
  return { images, policy: policyOfInputs(inputs), skipped: [] };
}
const settled = (): Promise<void> => new Promise((later) => setTimeout(later, 5));

/** Runs the plan as far as the registry's answers, of which the test gives one after the other. */
function running(plan: Plan, concurrency: number) {
  const world = testWorld();
  const asked: string[] = [];
  const answers = new Map<string, (error?: Error) => void>();
  const session = testSession({
    world,
    client: new RegistryClient(world),
    held: ({ name }) => {
      asked.push(name);
      return new Promise((answer, refuse) =>
        answers.set(name, (error) => (error === undefined ? answer(present()) : refuse(error))),
      );
    },
  });
  let hasEnded = false;
  const run = runPlan(session, plan, concurrency)
    .catch((error: unknown) => error)
    .finally(() => (hasEnded = true));
  return {
    /** Names of the images that were begun, in their order. */
    asked: async () => {
      await settled();
      return asked;
    },
    hasEnded: async () => {
      await settled();
      return hasEnded;
    },
    answer: (name: string, error?: Error) => answers.get(name)?.(error),
    /** What the run threw, and what became of each image: an interruption is that of the whole run. */
    destinations: () => reportOf(plan, session.events).images.map(({ destinations }) => destinations),
    end: async () => {
      const error = await run;
      if (error instanceof Interrupted)
        session.journal.add({
          is: 'failed',
          problems: [{ station: 'interruption', message: error.message }],
        });
      const { images } = reportOf(plan, session.events);
      return { error, outcomes: images.map(({ id, outcome }) => `${id} ${outcome}`) };
    },
    reasons: () => reportOf(plan, session.events).images.map(({ reason, problems }) => [reason, problems]),
    lines: world.lines,
  };
}

describe('of three groups', () => {
  const three = planOf(['one', 'two', 'three']);

  test('so many are begun at once as are wanted, and another one when one has ended', async () => {
    const run = running(three, 2);
    expect(await run.asked()).toEqual(['one', 'two']);
    run.answer('two');
    expect(await run.asked()).toEqual(['one', 'two', 'three']);
    run.answer('one');
    run.answer('three');
    expect(await run.end()).toEqual({ error: undefined, outcomes: ['one kept', 'two kept', 'three kept'] });
  });

  test('a failure is its own image’s alone', async () => {
    const run = running(three, 1);
    await run.asked();
    run.answer('one', new Failure([{ station: 'registry', message: 'It answered 503.' }]));
    expect(await run.asked()).toEqual(['one', 'two']);
    run.answer('two');
    await run.asked();
    run.answer('three');
    expect(await run.end()).toEqual({ error: undefined, outcomes: ['one failed', 'two kept', 'three kept'] });
  });

  test('no other one is begun after an interruption, and what was begun is waited for', async () => {
    const run = running(three, 2);
    await run.asked();
    const interrupted = new Interrupted('SIGINT');
    run.answer('one', interrupted);
    expect([await run.asked(), await run.hasEnded()]).toEqual([['one', 'two'], false]);
    run.answer('two');
    expect(await run.end()).toEqual({
      error: interrupted,
      outcomes: ['one failed', 'two kept', 'three skipped'],
    });
    expect(await run.asked()).toEqual(['one', 'two']);
    expect(run.reasons().at(-1)).toEqual([
      'the run was ended before it was begun: the next run makes it',
      [],
    ]);
  });

  test('of several interruptions the first one is thrown', async () => {
    const run = running(three, 3);
    await run.asked();
    const [first, second] = [new Interrupted('SIGINT'), new Interrupted('SIGTERM')];
    run.answer('two', first);
    await run.asked();
    run.answer('one', second);
    run.answer('three');
    expect((await run.end()).error).toBe(first);
  });
});

test('what one repository holds is known, although another one does not answer', async () => {
  const plan = planOf(['one']);
  const [image] = plan.images as [Image];
  const [first] = image.repositories;
  const repositories = [first, { ...first, name: 'away' }] as const;
  const run = running({ ...plan, images: [{ ...image, repositories }] }, 1);
  expect(await run.asked()).toEqual(['one', 'away']);
  run.answer('away', new Failure([{ station: 'registry', message: 'It answered 503.' }]));
  run.answer('one');
  expect(await run.end()).toEqual({ error: undefined, outcomes: ['image failed'] });
  const undecided = { wanted: [], moved: [], held: [] };
  expect(run.destinations()).toEqual([
    [
      { ...undecided, repository: 'ghcr.io/one', existed: true, digest: present().index.digest },
      { ...undecided, repository: 'ghcr.io/away' },
    ],
  ]);
});

test('a group is one piece of work: a parent that fails blocks its child, and the other group goes on', async () => {
  const [base] = imageIds(['base', 'app', 'other']) as [ImageId];
  const run = running(planOf(['base', 'app', 'other'], { app: [base] }), 1);
  expect(await run.asked()).toEqual(['base']);
  run.answer('base', new Failure([{ station: 'registry', message: 'It answered 503.' }]));
  expect(await run.asked()).toEqual(['base', 'other']);
  run.answer('other');
  expect(await run.end()).toEqual({
    error: undefined,
    outcomes: ['base failed', 'app blocked', 'other kept'],
  });
});

test.each([
  ['of an image that is alone are as they are', ['one'], ''],
  ['of several images begin with the image’s id', ['one', 'two'], 'one: '],
])('lines of the log %s', async (_, names, begin) => {
  const run = running(planOf(names), 1);
  await run.asked();
  run.answer('one');
  await run.asked();
  expect(run.lines).toEqual([
    `info ${begin}keep     ghcr.io/one:py3.13-slim-1.2.3`,
    `info ${begin}because  ghcr.io/one:py3.13-slim-1.2.3 exists, and rebuild asks for no more`,
  ]);
});
