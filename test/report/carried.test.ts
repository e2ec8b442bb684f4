import { expect, test } from 'vitest';
import type { Carried } from '../../src/build/verify.ts';
import type { ImageId } from '../../src/plan/image.ts';
import { carriedNotes, projectNotes } from '../../src/report/carried.ts';
import { reportOf } from '../../src/report/fold.ts';
import { dockerfileNamed } from '../support/cells.ts';
import { amd64, image, inImage, planOf, prepared, right } from './happenings.ts';

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

test.each<readonly [string, Parameters<typeof projectNotes>[0], readonly string[]]>([
  ['nothing of a project', [carries(false, [], [pip])], []],
  [
    'of a project what inputs change',
    [carries(true, ['gcc'], [pip]), carries(true, ['gcc'])],
    [
      'a hint: it runs as root and carries a compiler (gcc); the input user names another account; the input target_base names a base without one',
    ],
  ],
])('%s', (_, checked, notes) => {
  expect(projectNotes(checked)).toEqual(notes);
});

test('is said once of a project, of its base image', () => {
  const base = { ...image, id: 'base' as ImageId };
  const scripts = ['foo-manage', 'foo-worker'].map((name) => {
    const one = dockerfileNamed(name, { 'ghcr.io/team/base:1': 'base' });
    return { ...one, content: { ...one.content, isWritten: true as const } };
  });
  const events = scripts.flatMap((one) =>
    inImage(one, prepared(), {
      is: 'checked',
      build: 1,
      platforms: [
        {
          platform: amd64,
          python: '3.13.9',
          machine: 'x86_64',
          checks: [right],
          ...carries(true, [], [pip]),
        },
      ],
    }),
  );
  const { images } = reportOf(planOf(base, ...scripts), events);
  expect(images.map(({ notes }) => notes)).toEqual([
    ['a hint: it runs as root; the input user names another account'],
    [],
    [],
  ]);
});
