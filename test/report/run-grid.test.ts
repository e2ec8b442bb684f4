import { describe, expect, test } from 'vitest';
import { grids, imageNames, newestFirst, timesText, variantOf } from '../../src/report/run-grid.ts';
import type { KeptImage, Report, Span } from '../../src/report/report.ts';
import { runMarkdown } from '../../src/report/run-summary.ts';
import { runText } from '../../src/report/run-terminal.ts';
import { kept, published, rebased } from './sample.ts';

/** `tomli 2.5.0 3.13 slim`. */
function image(text: string, sample: Report = published, more: Partial<Report> = {}): Report {
  const [name = '', version = '', python = '', variant = ''] = text.split(' ');
  const target = variant === 'full' ? python : `${python}-${variant}`;
  return {
    ...sample,
    subject: { kind: 'package', name, version, python },
    tags: [`py${target}-${version}`],
    base: { reference: `docker.io/library/python:${target}` },
    timeline: [],
    ...more,
  };
}
const left = (text: string): KeptImage => {
  const { subject, repository, tags } = image(text);
  return { subject, repository, tags };
};

test.each<[string, string, string | undefined]>([
  ['py3.13-slim-1.2.3', '', 'slim'],
  ['py3.13-1.2.3', '', 'full'],
  ['py3.13.1-slim-bookworm-1.2.3', '', 'slim-bookworm'],
  ['py3.13-alpine3.20-1-2.0rc1', '', 'alpine3.20'],
  ['py3.13-alpine-1.0', 'docker.io/library/python:3.13-slim', 'alpine'],
  ['main', 'docker.io/library/python:3.13-slim', 'slim'],
  ['main', 'localhost:5000/python:3.13@sha256:00', 'full'],
  ['main', 'docker.io/library/debian:12-slim', undefined],
  ['main', '', undefined],
])('of the tag %s on "%s" the variant is %s', (tag, reference, variant) => {
  expect(variantOf(image('a 1 3.13 slim', published, { tags: [tag], base: { reference } }))).toBe(variant);
});

test('versions are in order from the newest, and what is no version comes last', () => {
  expect(['1.9', 'b', '1.10', '1.10rc1', 'a', '2!1'].toSorted(newestFirst)).toEqual([
    '2!1',
    '1.10',
    '1.10rc1',
    '1.9',
    'b',
    'a',
  ]);
});

const failed: Report = { ...published, outcome: 'failed' };
const dockerfile = image('', kept, { subject: { kind: 'dockerfile', name: 'base' } });

test.each<[string, readonly Report[], readonly KeptImage[], readonly string[]]>([
  ['one image', [image('a 1.0 3.13 slim')], [], []],
  ['images of Dockerfiles', [dockerfile, dockerfile], [], []],
  ['one image each of two packages', [image('a 1.0 3.13 slim'), image('b 1.0 3.13 slim')], [], []],
  [
    'versions, Pythons and bases',
    [
      image('a 1.9 3.9 slim', rebased),
      image('a 1.9 3.9 alpine', failed),
      image('a 1.10 3.13 slim'),
      image('a 1.10 3.13 full', kept),
    ],
    [],
    [
      [
        '| a | 3.13 slim | 3.13 full | 3.9 slim | 3.9 alpine |',
        '| --- | --- | --- | --- | --- |',
        '| 1.10 | ✅ published | 💤 kept |  |  |',
        '| 1.9 |  |  | ✅ rebased | ❌ failed |',
      ].join('\n'),
    ],
  ],
  [
    'some that stayed as they were',
    [image('a[x] 1.0 3.13 slim'), image('b 1.0 3.13 slim')],
    [left('a[x] 2.0 3.13 slim')],
    [
      [
        String.raw`| a\[x\] | 3.13 slim |`,
        '| --- | --- |',
        '| 2.0 | 💤 kept |',
        '| 1.0 | ✅ published |',
      ].join('\n'),
    ],
  ],
  [
    'images that nothing tells apart',
    [image('a 1.0 3.13 slim'), image('a 1.0 3.13 slim', failed), image('a 1.0 3.12 slim')],
    [],
    [
      [
        '| a | 3.13 slim | 3.12 slim |',
        '| --- | --- | --- |',
        '| 1.0 | ✅ published, ❌ failed | ✅ published |',
      ].join('\n'),
    ],
  ],
])('the grid of %s', (_, images, stayed, tables) => {
  expect(grids({ images, kept: stayed })).toEqual(tables);
});

test('the base is in a name where others are of the same version and Python', () => {
  const images = [image('a 1.0 3.13 slim'), image('a 1.0 3.13 alpine'), image('a 1.0 3.12 slim')];
  expect([...imageNames(images).values()]).toEqual([
    'a 1.0 on Python 3.13 slim',
    'a 1.0 on Python 3.13 alpine',
    'a 1.0 on Python 3.12',
  ]);
});

/** Spans from a second to another one. */
const spans = (...times: readonly (readonly [number, number])[]): Span[] =>
  times.map(([from, until]) => ({
    section: 'build',
    name: 'x',
    start: 1_700_000_000_000 + from * 1000,
    seconds: until - from,
  }));

const slow = image('a 1.0 3.13 slim', published, { timeline: spans([5, 10], [0, 20], [60, 90]) });
const quick = image('a 1.0 3.13 alpine', published, { timeline: spans([100, 112]) });
const middle = image('a 1.0 3.12 slim', published, { timeline: spans([0, 30]) });
const shortest = image('a 1.0 3.11 slim', published, { timeline: spans([0, 3]) });

test.each<[string, readonly Report[], string | undefined]>([
  ['no image', [], undefined],
  ['one that took any time', [slow, image('b 1.0 3.13 slim')], undefined],
  [
    'several: the three longest',
    [quick, slow, shortest, middle],
    '4 images took 1 min 35 s in all, the longest: a 1.0 on Python 3.13 slim (50 s), a 1.0 on Python 3.12 (30 s), a 1.0 on Python 3.13 alpine (12 s)',
  ],
])('what they took, of %s', (_, images, text) => {
  expect(timesText({ images })).toBe(text);
});

describe('the report has them', () => {
  const report = {
    images: [slow, quick],
    kept: [left('a 0.9 3.13 slim')],
    problems: [],
    notes: [],
    timeline: [],
  };
  const times =
    '2 images took 1 min 2 s in all, the longest: a 1.0 on Python 3.13 slim (50 s), a 1.0 on Python 3.13 alpine (12 s)';

  test('in the summary', () => {
    const text = runMarkdown(report);
    expect(text.split('\n').slice(0, 14)).toEqual([
      '## 2 images: 2 published',
      '',
      times,
      '',
      '| a | 3.13 slim | 3.13 alpine |',
      '| --- | --- | --- |',
      '| 1.0 | ✅ published | ✅ published |',
      '| 0.9 | 💤 kept |  |',
      '',
      '| outcome | image | reference | why |',
      '| --- | --- | --- | --- |',
      '| ✅ published | a 1.0 on Python 3.13 slim | `ghcr.io/acme/tool:py3.13-slim-1.0` | the tag does not exist yet |',
      '| ✅ published | a 1.0 on Python 3.13 alpine | `ghcr.io/acme/tool:py3.13-alpine-1.0` | the tag does not exist yet |',
      '',
    ]);
    expect(text).toContain('<summary>a 1.0 on Python 3.13 alpine</summary>');
  });

  test('on a terminal', () => {
    expect(runText(report).split('\n').slice(0, 4)).toEqual([
      '2 images: 2 published',
      times,
      '  published  a 1.0 on Python 3.13 slim    the tag does not exist yet',
      '  published  a 1.0 on Python 3.13 alpine  the tag does not exist yet',
    ]);
  });
});
