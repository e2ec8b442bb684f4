/** Reports of several images: on a terminal, in the job summary, and as outputs. */
import { describe, expect, test } from 'vitest';
import type { ImageId } from '../../src/plan/image.ts';
import { exportsOutput, runOutputsOf } from '../../src/report/outputs.ts';
import type { Report, RunReport } from '../../src/report/report.ts';
import { runMarkdown } from '../../src/report/run-summary.ts';
import { runText } from '../../src/report/run-terminal.ts';
import { blocked, hostile, kept, published } from './sample.ts';

/** An image of a Dockerfile, of which nothing was said yet. */
const image = (name: string, sample: Report, more: Partial<Report> = {}): Report => {
  const repository = `ghcr.io/acme/${name}`;
  return {
    ...sample,
    id: name as ImageId,
    subject: { kind: 'dockerfile', name },
    repository,
    tags: ['main'],
    destinations: sample.destinations.map((one) => ({ ...one, repository })),
    compiled: [],
    timeline: [],
    notes: [],
    ...more,
  };
};

const base = image('base', kept);
const left = image('left', published, { reason: 'ghcr.io/acme/left:main does not exist yet' });
const right = image('right', hostile, {
  reason: 'the recipe changed',
  notes: [],
  verify: 'all',
  problems: [{ station: 'build', about: 'linux/amd64', message: 'It failed.' }],
});
const leaf = image('leaf', blocked, { reason: 'right, which it stands on, was not published' });
const { digest: _digest, ...rest } = base;
const tool: Report = {
  ...rest,
  id: 'tool-skipped' as ImageId,
  subject: { kind: 'dockerfile', name: 'tool' },
  repository: 'ghcr.io/acme/tool',
  outcome: 'skipped',
  tags: [],
  reason: 'it was not asked for',
  destinations: [],
};
const whole: RunReport = {
  timeline: [],
  images: [base, left, right, leaf, tool],
  problems: [],
  notes: ['left: files changed: left/<b>.txt'],
};
const nothing: RunReport = {
  timeline: [],
  images: [],
  problems: [{ station: 'input', about: 'path', message: 'There is no folder "x".' }],
  notes: [],
};

describe('a run without an image', () => {
  const stayed = { subject: base.subject, repository: base.repository, tags: ['main'] };
  test.each<[string, Partial<RunReport>, string]>([
    ['that failed', { problems: nothing.problems }, 'No image'],
    ['that had nothing to do', { problems: [] }, 'Nothing to do'],
    [
      'where one stayed as it was',
      { problems: [], kept: [stayed] },
      'Nothing to do: 1 image stayed as it was',
    ],
    [
      'where all stayed as they were',
      { problems: [], kept: [stayed, stayed] },
      'Nothing to do: 2 images stayed as they were',
    ],
  ])('%s is headed so', (_, of, headline) => {
    expect(runText({ ...nothing, ...of }).split('\n')[0]).toBe(headline);
    expect(runMarkdown({ ...nothing, ...of }).split('\n')[0]).toBe(`## ${headline}`);
  });
});

describe('on a terminal', () => {
  test('a line for each, and all about those that were not left as they were', () => {
    const text = runText(whole);
    const [table = '', ...parts] = text.split('\n\n');
    expect(table.split('\n')).toEqual([
      '5 images: 1 kept, 1 published, 1 failed, 1 blocked, 1 skipped',
      '  kept       base   nothing moved: the recipe, the base and the requirements are those that it was made of',
      '  published  left   its tag does not exist yet',
      '  failed     right  It failed.',
      '  blocked    leaf   right, which it stands on, was not published',
      '  skipped    tool   it was not asked for',
    ]);
    const headlines = parts
      .flatMap((part) => part.split('\n'))
      .filter((line) => / ghcr\.io\/acme\/\w+:main$/.test(line));
    expect(headlines.map((line) => line.trim())).toEqual([
      'Published ghcr.io/acme/left:main',
      'docker pull ghcr.io/acme/left:main',
      'Failed: ghcr.io/acme/right:main',
    ]);
    expect(text).toContain('\nNotes\n  - left: files changed: left/<b>.txt\n');
    expect(text.endsWith('\n')).toBe(true);
    // eslint-disable-next-line no-control-regex -- colours are what this asks about
    expect(text).not.toMatch(/\u001b/);
  });

  test('what ended the run stands there once', () => {
    const ended = { station: 'registry', message: 'It answered 503.' } as const;
    const text = runText({
      ...whole,
      images: [image('left', hostile, { problems: [ended] }), image('right', hostile, { problems: [ended] })],
      problems: [ended],
    });
    expect(text.split('It answered 503.').length).toBe(2);
  });

  test('no image', () => {
    expect(runText(nothing)).toBe('No image\n\nx Input: path\n  There is no folder "x".\n');
  });
});

describe('in the summary', () => {
  test('a table of all, the notes, and each that was not left as it was, folded', () => {
    const text = runMarkdown(whole);
    expect(text.split('\n').slice(0, 12)).toEqual([
      '## 5 images: 1 kept, 1 published, 1 failed, 1 blocked, 1 skipped',
      '',
      '| outcome | image | reference | why |',
      '| --- | --- | --- | --- |',
      '| 💤 kept | base | `ghcr.io/acme/base:main` | nothing moved: the recipe, the base and the requirements are those that it was made of |',
      '| ✅ published | left | `ghcr.io/acme/left:main` | its tag does not exist yet |',
      '| ❌ failed | right | `ghcr.io/acme/right:main` | It failed. |',
      '| ⛔ blocked | leaf | `ghcr.io/acme/leaf:main` | right, which it stands on, was not published |',
      '| ➖ skipped | tool | `ghcr.io/acme/tool` | it was not asked for |',
      '',
      '- left: files changed: left/\\<b\\>.txt',
      '',
    ]);
    expect([...text.matchAll(/<details.*?><summary>(.*?)<\/summary>/g)].map(([tag]) => tag)).toEqual(
      expect.arrayContaining(['<details><summary>left</summary>', '<details open><summary>right</summary>']),
    );
    expect(text).not.toContain('<summary>base</summary>');
    expect(text.endsWith('\n')).toBe(true);
  });

  test('no image', () => {
    expect(runMarkdown(nothing)).toBe('## No image\n\n### ❌ Input: path\n\nThere is no folder "x".\n\n');
  });

  test('fits the limit of a summary, with something of each image', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      image(`image${index}`, published, {
        notes: Array.from(
          { length: 200 },
          (__, line) => `note ${line} of image ${index}, ${'x'.repeat(100)}`,
        ),
      }),
    );
    const text = runMarkdown({ ...whole, images: many }, { most: 200_000 });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(200_000);
    expect(many.filter(({ id }) => !text.includes(`<summary>${id}</summary>`))).toEqual([]);
  });
});

describe('as outputs', () => {
  test('what became of each', () => {
    const { images, metadata, ...others } = runOutputsOf(whole);
    expect(JSON.parse(images!)).toEqual([
      {
        name: 'base',
        outcome: 'kept',
        image: `ghcr.io/acme/base@sha256:${'a'.repeat(64)}`,
        tags: ['ghcr.io/acme/base:main'],
        reason: base.reason,
      },
      {
        name: 'left',
        outcome: 'published',
        image: `ghcr.io/acme/left@sha256:${'a'.repeat(64)}`,
        tags: ['ghcr.io/acme/left:main'],
        reason: left.reason,
      },
      {
        name: 'right',
        outcome: 'failed',
        image: '',
        tags: ['ghcr.io/acme/right:main'],
        reason: right.reason,
      },
      { name: 'leaf', outcome: 'blocked', image: '', tags: ['ghcr.io/acme/leaf:main'], reason: leaf.reason },
      { name: 'tool', outcome: 'skipped', image: '', tags: [], reason: tool.reason },
    ]);
    expect(JSON.parse(metadata!)).toEqual(whole);
    expect(others).toEqual({ build_executed: 'true', push_executed: 'true' });
  });

  test('nothing was done', () => {
    const { build_executed, push_executed } = runOutputsOf({ ...whole, images: [base, tool] });
    expect([build_executed, push_executed]).toEqual(['false', 'false']);
    expect(runOutputsOf(nothing)['images']).toBe('[]');
  });
});

test('the files of an image are listed, and their folder is an output', () => {
  const files = [
    {
      platform: 'linux/arm64',
      path: '/opt/<b>.lock',
      size: 1234,
      sha256: 'f'.repeat(64),
      file: '/work/exports/left/linux_arm64/opt/<b>.lock',
    },
  ] as const;
  const exporting = { ...whole, images: [base, { ...left, exports: { folder: '/work/exports', files } }] };
  expect(runText(exporting)).toContain('\nFiles in /work/exports\n  /opt/<b>.lock  linux/arm64  1.2 kB\n');
  expect(runMarkdown(exporting)).toContain(
    [
      '### Files in `/work/exports`',
      '',
      '| File | Platform | Size |',
      '| --- | --- | ---: |',
      String.raw`| <code>/opt/\<b\>.lock</code> | linux/arm64 | 1.2 kB |`,
    ].join('\n'),
  );
  expect(exportsOutput(exporting)).toBe('/work/exports');
  expect(exportsOutput(whole)).toBe('');
});
