import { expect, test } from 'vitest';
import type { DecidedCell } from '../../../src/sources/matrix/decided-cell.ts';
import { storeNotes } from '../../../src/sources/matrix/plan-notes.ts';

/** Of all that is decided, what the note reads. */
const decided = (name: string, seconds: number, wheelStore?: string): DecidedCell =>
  ({
    raw: wheelStore === undefined ? {} : { wheel_store: wheelStore },
    image: { repositories: [{ registry: 'ghcr.io', name }] },
    reckoned: { seconds: 30, compiling: { 'linux/arm/v7': seconds } },
  }) as unknown as DecidedCell;

const store = { kind: 'repository', repository: { registry: 'ghcr.io', name: 'owner/six' } } as const;
const note =
  'wheels that are compiled are saved in ghcr.io/owner/six for all images of this plan, so that what several need is compiled once: wheel_store names another place';

test.each([
  ['one of several compiles', [decided('owner/six', 0), decided('owner/h11', 60)], [note]],
  ['none compiles', [decided('owner/six', 0), decided('owner/h11', 0)], []],
  ['only one with a store of its own compiles', [decided('a', 0), decided('b', 0), decided('c', 9, 'd')], []],
  ['all are of one repository', [decided('owner/six', 60), decided('owner/six', 60)], []],
])('says where wheels are saved that nobody named a place for: %s', (_, cells, expected) => {
  expect(storeNotes(cells, store)).toEqual(expected);
});
