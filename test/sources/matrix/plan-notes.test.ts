import { expect, test } from 'vitest';
import type { DecidedCell } from '../../../src/sources/matrix/decided-cell.ts';
import type { Finding } from '../../../src/advisories/findings.ts';
import type { Event } from '../../../src/report/journal.ts';
import { adviceNotes, storeNotes } from '../../../src/sources/matrix/plan-notes.ts';

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

const finding: Finding = {
  id: 'GHSA-1',
  aliases: [],
  summary: '',
  rating: 'high',
  ecosystem: 'PyPI',
  name: 'h11',
  version: '0.14.0',
  owner: 'requirement',
  reach: 'run',
  platforms: ['linux/amd64'],
  mend: { kind: 'nobody' },
};

const cellOf = (id: string, action: 'keep' | 'build'): DecidedCell =>
  ({
    cell: {
      package: { text: id },
      version: { version: { text: '1.0' } },
      python: { text: '3.13' },
      base: 'slim',
    },
    image: { id },
    decision: { do: action, because: { kind: 'unchanged', locked: true } },
  }) as unknown as DecidedCell;

const advised = (image: string, findings: readonly Finding[], unknown?: string): Event =>
  ({
    at: 0,
    image,
    is: 'advised',
    advice: {
      of: 'held',
      mode: 'fail',
      severity: 'high',
      findings,
      ...(unknown === undefined ? {} : { unknown }),
    },
  }) as Event;

test('names what advisories say of images that stay, once for all of them, and what is not known', () => {
  const cells = [cellOf('a', 'keep'), cellOf('b', 'keep'), cellOf('c', 'build')];
  const low: Finding = { ...finding, id: 'GHSA-2', rating: 'low' };
  const notes = adviceNotes(cells, [
    advised('a', [finding, low]),
    advised('b', [finding], 'it is away'),
    advised('c', [{ ...finding, id: 'GHSA-3' }], 'it is away'),
  ]);
  expect(notes).toEqual([
    expect.stringMatching(
      /^a 1\.0.*, b 1\.0.*: nothing is built for GHSA-1, high: h11 0\.14\.0, a requirement; nobody yet$/,
    ),
    'advisories are not known of all images: it is away',
  ]);
});
