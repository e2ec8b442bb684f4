import { expect, test } from 'vitest';
import type { Carried } from '../../src/build/verify.ts';
import { carriedNotes } from '../../src/report/carried.ts';

const carries = (root: boolean, compilers: readonly string[] = [], caches: Carried['caches'] = []) => ({
  carries: { root, compilers, caches },
});
const lists = (bytes: number) => ({ path: '/var/lib/apt/lists', bytes });
const pip = { path: '/root/.cache/pip', bytes: 2_000_000 };

test.each<readonly [string, Parameters<typeof carriedNotes>[0], boolean, readonly string[]]>([
  ['nothing', [carries(false)], false, []],
  ['nothing of an image of a Python package', [{}], false, []],
  ['root alone', [carries(true)], false, ['a hint: it runs as root; USER names another account']],
  [
    'all of it in one sentence, of the platforms together',
    [carries(true, ['gcc'], [lists(20_000_000)]), carries(true, ['gcc', 'rustc'], [lists(19_000_000), pip])],
    false,
    [
      'a hint: it runs as root, carries a compiler (gcc, rustc) and carries 22 MB of what package managers keep (/var/lib/apt/lists, /root/.cache/pip); USER names another account; a stage of its own that compiles keeps it out; RUN --mount=type=cache keeps that out, or removing it in the RUN that made it',
    ],
  ],
  [
    'of an image that others stand on what they all carry along',
    [carries(true, ['gcc'], [pip])],
    true,
    [
      'a hint: it carries 2 MB of what package managers keep (/root/.cache/pip); RUN --mount=type=cache keeps that out, or removing it in the RUN that made it',
    ],
  ],
])('%s', (_, checked, isParent, notes) => {
  expect(carriedNotes(checked, isParent)).toEqual(notes);
});
