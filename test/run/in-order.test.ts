import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import { type Image, type ImageId, imageIds } from '../../src/plan/image.ts';
import { Interrupted } from '../../src/ports.ts';
import { type EndedImages, inOrder } from '../../src/run/in-order.ts';
import { imageOfInputs, inputsOf, policyOfInputs } from '../support/cells.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

/** An image, two that stand on it, one that stands on one of those, and one that has nothing to do with them. */
const tree = { base: [], left: ['base'], right: ['base'], leaf: ['left'], other: [] } as const;
type Name = keyof typeof tree;
const names: readonly Name[] = ['base', 'left', 'right', 'leaf', 'other'];
const ids = imageIds(names);
const idOf = (name: Name): ImageId => ids[names.indexOf(name)]!;

const problem = { station: 'build', message: 'No.' } as const;
const failure = new Failure([problem]);
const interrupted = new Interrupted('SIGTERM');

/** Works on the tree. What is begun ends in the order in which it was begun. */
async function worked(errors: Partial<Record<Name, Error>> = {}, ended: EndedImages = new Map()) {
  const session = testSession({ world: testWorld() });
  const inputs = inputsOf();
  const runs = names.map((name) => {
    const parents = tree[name].map(idOf);
    const image: Image = { ...imageOfInputs(inputs), id: idOf(name), parents };
    return runIn(session, image, policyOfInputs(inputs), false);
  });
  const lines: string[] = [];
  const error = await inOrder(runs, ended, async ({ image: { id } }) => {
    lines.push(`${id} begins`);
    await new Promise((later) => setImmediate(later));
    const thrown = errors[names[ids.indexOf(id)]!];
    lines.push(`${id} ${thrown === undefined ? 'ends' : 'fails'}`);
    if (thrown !== undefined) throw thrown;
  }).catch((thrown: unknown) => thrown);
  return {
    lines,
    error,
    ended: Object.fromEntries(ended),
    events: session.events.map(({ at: _at, ...event }) => event),
  };
}

test('works on an image as soon as its parents are through, and on all others at once', async () => {
  expect(await worked()).toEqual({
    lines: [
      'base begins',
      'other begins',
      'base ends',
      'left begins',
      'right begins',
      'other ends',
      'left ends',
      'leaf begins',
      'right ends',
      'leaf ends',
    ],
    error: undefined,
    ended: {},
    events: [],
  });
});

describe('a failure', () => {
  test('ends its image, blocks all that stands on it, and nobody else', async () => {
    expect(await worked({ left: failure })).toEqual({
      lines: expect.arrayContaining(['right ends', 'other ends']) as string[],
      error: undefined,
      ended: { left: 'failed', leaf: 'blocked' },
      events: [
        { image: 'left', is: 'failed', problems: [problem] },
        { image: 'leaf', is: 'blocked', by: 'left' },
      ],
    });
  });

  test('of a parent blocks both its children, and what stands on those by them', async () => {
    expect(await worked({ base: failure })).toEqual({
      lines: ['base begins', 'other begins', 'base fails', 'other ends'],
      error: undefined,
      ended: { base: 'failed', left: 'blocked', right: 'blocked', leaf: 'blocked' },
      events: [
        { image: 'base', is: 'failed', problems: [problem] },
        { image: 'left', is: 'blocked', by: 'base' },
        { image: 'right', is: 'blocked', by: 'base' },
        { image: 'leaf', is: 'blocked', by: 'left' },
      ],
    });
  });

  test('of an earlier station is not written down again, and blocks what was not begun yet', async () => {
    const ended: EndedImages = new Map([
      [idOf('left'), 'failed'],
      [idOf('right'), 'blocked'],
    ]);
    expect(await worked({}, ended)).toEqual({
      lines: ['base begins', 'other begins', 'base ends', 'other ends'],
      error: undefined,
      ended: { left: 'failed', right: 'blocked', leaf: 'blocked' },
      events: [{ image: 'leaf', is: 'blocked', by: 'left' }],
    });
  });
});

describe.each([
  ['an interruption', interrupted],
  ['a mistake of this program', new TypeError('x is undefined')],
])('%s', (_, thrown) => {
  test('is thrown when what was begun has ended; what stands on its image is not begun, nor blocked', async () => {
    expect(await worked({ base: thrown })).toEqual({
      lines: ['base begins', 'other begins', 'base fails', 'other ends'],
      error: thrown,
      ended: {},
      events: [],
    });
  });

  test('does not keep what was to be done with others from being done', async () => {
    const { lines, error } = await worked({ left: thrown });
    expect({ lines: lines.slice(-3), error }).toEqual({
      lines: ['other ends', 'left fails', 'right ends'],
      error: thrown,
    });
  });
});
