import { describe, expect, test } from 'vitest';
import {
  emptyPlanReport,
  planMarkdown,
  planOutputs,
  type PlanReport,
  planText,
} from '../../src/report/plan.ts';

const report: PlanReport = {
  ...emptyPlanReport,
  images: [
    {
      name: 'six 1.17.0 on Python 3.13 slim',
      subject: { kind: 'package', name: 'six', version: '1.17.0', python: '3.13' },
      reference: 'ghcr.io/owner/six:py3.13-slim-1.17.0',
      tags: ['py3.13-slim-1.17.0'],
      decision: 'build',
      reason: 'it does not exist yet',
    },
    {
      name: 'six 1.16.0 on Python 3.13 slim',
      subject: { kind: 'package', name: 'six', version: '1.16.0', python: '3.13' },
      reference: 'ghcr.io/owner/six:py3.13-slim-1.16.0',
      tags: ['py3.13-slim-1.16.0'],
      decision: 'rebase',
      reason: 'python:3.13-slim moved (aaaaaaaa → bbbbbbbb)',
    },
    {
      name: 'six 1.15.0 on Python 3.13 slim',
      subject: { kind: 'package', name: 'six', version: '1.15.0', python: '3.13' },
      reference: 'ghcr.io/owner/six:py3.13-slim-1.15.0',
      tags: ['py3.13-slim-1.15.0'],
      decision: 'keep',
      reason: 'nothing changed',
    },
  ],
  leftOut: [
    { package: 'six', version: '1.17.0', python: '2.7', because: 'six 1.17.0 requires Python ">=3"' },
  ],
  inputs: { package: 'six', python_version: '3.13', target_base: 'slim', image_name: 'ghcr.io/owner/six' },
  shards: [
    {
      name: '2 images of six, Python 3.13, slim (1 of 1)',
      runner: 'ubuntu-latest',
      seconds: 80,
      images: [0, 1],
      cells: [{ package_version: '1.17.0', tags: 'py3.13-slim-LATEST' }, { package_version: '1.16.0' }],
    },
  ],
  file: 'plan.json',
  notes: ['Python 3.9 has had no fixes since 2025-10-31'],
};

describe('a plan is shown', () => {
  test('as text', () => {
    expect(planText(report)).toBe(`3 images: 2 to make in 1 job, 1 to keep
  job 1  build                  six 1.17.0 on Python 3.13 slim  it does not exist yet
  job 1  put onto its new base  six 1.16.0 on Python 3.13 slim  python:3.13-slim moved (aaaaaaaa → bbbbbbbb)

Left out
  six 1.17.0 on Python 2.7  six 1.17.0 requires Python ">=3"

Jobs
  job 1  2 images  about 1 min 20 s

Note: Python 3.9 has had no fixes since 2025-10-31
The plan is in plan.json
`);
  });

  test('on a terminal, what does not fit goes on below', () => {
    const style = { width: 90, isTerminal: true, colour: false, unicode: true };
    expect(planText(report, style).split('\n').slice(0, 4)).toEqual([
      '3 images: 2 to make in 1 job, 1 to keep',
      '  job 1  build                  six 1.17.0 on Python 3.13 slim  it does not exist yet',
      '  job 1  put onto its new base  six 1.16.0 on Python 3.13 slim  python:3.13-slim moved',
      '                                                                (aaaaaaaa → bbbbbbbb)',
    ]);
  });

  test('with nothing to do, or nothing at all', () => {
    expect(planText({ ...report, images: report.images.slice(2), leftOut: [], shards: [], notes: [] })).toBe(
      '1 image, and nothing to do\n\nThe plan is in plan.json\n',
    );
    expect(planText({ ...emptyPlanReport, problems: [{ station: 'input', message: 'It is wrong.' }] })).toBe(
      '',
    );
  });

  test('as Markdown', () => {
    const text = planMarkdown(report);
    expect(text.split('\n')[0]).toBe('## 3 images: 2 to make in 1 job, 1 to keep');
    expect(text).toContain('| 1 | build | six 1.17.0 on Python 3.13 slim | it does not exist yet |');
    expect(text).toContain('### Left out');
  });
});

describe('the outputs of a plan', () => {
  test('are matrices for jobs, and counts', () => {
    const { matrix, shards, ...short } = planOutputs(report);
    expect(short).toEqual({ count: '2', kept: '1', split: '0', plan: 'plan.json' });
    expect(JSON.parse(shards!)).toEqual({
      include: [
        {
          number: '1',
          name: '2 images of six, Python 3.13, slim (1 of 1)',
          runner: 'ubuntu-latest',
          cells: JSON.stringify({ inputs: report.inputs, cells: report.shards[0]!.cells }),
        },
      ],
    });
    const include = (JSON.parse(matrix!) as { include: Record<string, string>[] }).include;
    expect(include.map(({ name, package_version }) => [name, package_version])).toEqual([
      ['six 1.17.0 on Python 3.13 slim: it does not exist yet', '1.17.0'],
      [
        'six 1.16.0 on Python 3.13 slim: put onto its new base, python:3.13-slim moved (aaaaaaaa → bbbbbbbb)',
        '1.16.0',
      ],
    ]);
    expect(include.map(({ cells }) => cells)).toEqual(
      report.shards[0]!.cells.map((cell) => JSON.stringify({ inputs: report.inputs, cells: [cell] })),
    );
  });

  test('of images that several jobs make, name runner and platforms of each', () => {
    const { inputs, images } = report;
    const split = {
      ...report,
      images: images.slice(0, 1),
      shards: [
        {
          name: 'six 1.17.0 on Python 3.13 slim, linux/amd64: it does not exist yet',
          runner: 'ubuntu-latest',
          seconds: 60,
          images: [0],
          cells: [{ part: 'linux/amd64 linux/arm/v7' }],
        },
        {
          name: 'six 1.17.0 on Python 3.13 slim, linux/arm64: it does not exist yet',
          runner: 'ubuntu-24.04-arm',
          seconds: 60,
          images: [0],
          cells: [{ part: 'linux/arm64' }],
        },
      ],
    };
    const { matrix, ...short } = planOutputs(split);
    expect([short['count'], short['split']]).toEqual(['1', '1']);
    const { include } = JSON.parse(matrix!) as { include: Record<string, string>[] };
    expect(include.map(({ number, name, runner, cells }) => [number, name, runner, cells])).toEqual([
      [
        '1',
        'six 1.17.0 on Python 3.13 slim, linux/amd64 and linux/arm/v7: it does not exist yet',
        'ubuntu-latest',
        JSON.stringify({ inputs, cells: [{ part: 'linux/amd64 linux/arm/v7' }] }),
      ],
      [
        '2',
        'six 1.17.0 on Python 3.13 slim, linux/arm64: it does not exist yet',
        'ubuntu-24.04-arm',
        JSON.stringify({ inputs, cells: [{ part: 'linux/arm64' }] }),
      ],
    ]);
    expect(planText({ ...split, leftOut: [], notes: [] })).toBe(`1 image: 1 to make in 2 jobs, 0 to keep
  job 1, 2  build  six 1.17.0 on Python 3.13 slim  it does not exist yet

Jobs
  job 1  ubuntu-latest     1 image  about 1 min
  job 2  ubuntu-24.04-arm  1 image  about 1 min

The plan is in plan.json
`);
  });

  test('with nothing to do, have no job', () => {
    expect(planOutputs({ ...report, images: report.images.slice(2), shards: [] })).toEqual({
      matrix: '{"include":[]}',
      shards: '{"include":[]}',
      count: '0',
      kept: '1',
      split: '0',
      plan: 'plan.json',
    });
  });

  test.each([
    ['only shards fit', 200_000, true],
    ['nothing fits', 600_000, false],
  ])('name the file where they are longer than GitHub takes: %s', (_, length, fits) => {
    const [shard] = report.shards;
    const long = {
      ...shard!,
      cells: [{ ...shard!.cells[0]!, command: 'x'.repeat(length) }, shard!.cells[1]!],
    };
    const { matrix, shards } = planOutputs({ ...report, shards: [long] });
    const { include } = JSON.parse(shards!) as { include: { cells: string }[] };
    expect([include.length, include[0]!.cells === 'plan.json#1']).toEqual([1, !fits]);
    expect(matrix!.length + shards!.length < 512 * 1024).toBe(true);
  });
});
