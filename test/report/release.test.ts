import { describe, expect, test } from 'vitest';
import {
  hasMoved,
  type Known,
  type ReleasedFile,
  type ReleasedImage,
  releaseMarkdown,
  releaseOutputs,
  releaseReport,
  type ReleaseReport,
  releaseText,
} from '../../src/report/release.ts';

type Outcome = ReleasedImage['tags'][number]['outcome'];
const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;
const old = `sha256:${'f'.repeat(64)}`;
const image = (name: string, exact: Outcome, symbolic: Outcome, before?: string): ReleasedImage => ({
  repository: `ghcr.io/example/${name}`,
  digest,
  tags: [
    { tag: 'v1', outcome: exact },
    { tag: 'stable', outcome: symbolic, ...(before === undefined ? {} : { before }) },
  ],
});
const problems = [{ station: 'registry', about: 'ghcr.io/example/app', message: 'It *failed*.' }] as const;
const unread: ReleasedImage = { repository: 'ghcr.io/example/tool', tags: [] };
const report = (images: readonly ReleasedImage[], more: Partial<Known> = {}): ReleaseReport =>
  releaseReport({
    from: 'main',
    tag: 'v1',
    symbolic: ['stable'],
    images,
    files: [],
    notes: [],
    problems: [],
    ...more,
  });

test.each<readonly [string, ReleaseReport, ReleaseReport['outcome'], headline: string, moved: boolean]>([
  [
    'all moved',
    report([image('app', 'moved', 'moved'), image('base', 'there', 'moved')]),
    'released',
    'Released v1, stable from main: 2 images',
    true,
  ],
  [
    'all there',
    report([image('app', 'there', 'there')]),
    'unchanged',
    'Nothing to do: 1 image had v1, stable already, as main stands',
    false,
  ],
  [
    'a dry run',
    report([image('app', 'there', 'planned')]),
    'planned',
    'Would release v1, stable from main: 1 image',
    false,
  ],
  [
    'a failure in the middle',
    report([image('app', 'moved', 'left'), image('base', 'there', 'left')], { problems }),
    'partial',
    'Release v1 is incomplete: 2 of 4 tags stand. The next run completes it',
    true,
  ],
  [
    'a write without an answer',
    report([image('app', 'unsure', 'left')], { problems }),
    'partial',
    'Release v1 is incomplete: 0 of 2 tags stand. The next run completes it',
    true,
  ],
  [
    'a refusal',
    report([image('app', 'there', 'left'), unread], { problems }),
    'failed',
    'Not released: v1. No tag was moved',
    false,
  ],
])('%s', (_, shown, outcome, headline, moved) => {
  expect({ outcome: shown.outcome, moved: hasMoved(shown) }).toEqual({ outcome, moved });
  expect(releaseText(shown).split('\n')[0]).toBe(headline);
});

const mixed = report([image('app', 'moved', 'moved', old), image('base', 'there', 'unsure'), unread], {
  problems,
  notes: ['a note'],
});

describe('as text', () => {
  test('has a line for each image, with what became of each tag', () => {
    expect(releaseText(mixed).split('\n')).toEqual([
      'Release v1 is incomplete: 3 of 4 tags stand. The next run completes it',
      '  Image                 v1         stable         Digest',
      '  ghcr.io/example/app   new        moved          sha256:0123456789ab',
      '  ghcr.io/example/base  was there  perhaps moved  sha256:0123456789ab',
      '  ghcr.io/example/tool  -          -              -',
      '  a note',
      '',
    ]);
  });

  test('has nothing to say where nothing is known but problems', () => {
    expect(releaseText(report([], { problems }))).toBe('');
  });

  test('of a dry run says what would become of each tag', () => {
    const lines = releaseText(report([image('app', 'planned', 'planned', old)])).split('\n');
    expect(lines[2]).toBe('  ghcr.io/example/app  would be new  would move  sha256:0123456789ab');
  });
});

describe('as a summary', () => {
  test('has the same, with its problems', () => {
    expect(releaseMarkdown(mixed))
      .toBe(`## ❌ Release v1 is incomplete: 3 of 4 tags stand. The next run completes it

### ❌ Registry: ghcr.io/example/app

It \\*failed\\*.

| Image | v1 | stable | Digest |
| --- | --- | --- | --- |
| \`ghcr.io/example/app\` | new | moved | \`sha256:0123456789ab\` |
| \`ghcr.io/example/base\` | was there | perhaps moved | \`sha256:0123456789ab\` |
| \`ghcr.io/example/tool\` | - | - | – |

- a note
`);
  });

  test('is no longer than it may be, and says what is left out', () => {
    const many = report(Array.from({ length: 200 }, (_, at) => image(`app${at}`, 'moved', 'moved')));
    const text = releaseMarkdown(many, { most: 2000, file: '/tmp/whole.md' });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2000);
    expect(text).toMatch(/\*\*Left out\*\*.*: \d+ of 200 images\. The whole is .*`\/tmp\/whole\.md`/);
  });
});

test('as outputs', () => {
  const { metadata, images, ...others } = releaseOutputs(mixed);
  expect(JSON.parse(metadata!)).toEqual(mixed);
  expect(others).toEqual({ tag: 'v1', push_executed: 'true' });
  expect(JSON.parse(images!)).toEqual([
    {
      name: 'ghcr.io/example/app',
      outcome: 'released',
      image: `ghcr.io/example/app@${digest}`,
      tags: ['ghcr.io/example/app:v1', 'ghcr.io/example/app:stable'],
      reason: 'v1: new, stable: moved',
    },
    {
      name: 'ghcr.io/example/base',
      outcome: 'failed',
      image: `ghcr.io/example/base@${digest}`,
      tags: ['ghcr.io/example/base:v1'],
      reason: 'v1: was there, stable: perhaps moved',
    },
    { name: 'ghcr.io/example/tool', outcome: 'failed', image: '', tags: [], reason: '' },
  ]);
});

test('files of the release are listed with what became of each', () => {
  const file = (name: string, outcome: ReleasedFile['outcome']): ReleasedFile => ({
    name,
    image: 'base',
    platform: 'linux/amd64',
    path: `/opt/${name}`,
    size: 1234,
    outcome,
  });
  const files = [file('a.lock', 'attached'), file('b.lock', 'there')];
  const all = report([image('app', 'there', 'there')], { files });
  expect(all.outcome).toBe('released');
  expect(releaseText(all)).toContain(
    '\n  File    Size    Release\n  a.lock  1.2 kB  attached\n  b.lock  1.2 kB  attached before\n',
  );
  expect(releaseMarkdown(all)).toContain(
    '| File | Size | Release |\n| --- | ---: | --- |\n| a.lock | 1.2 kB | attached |\n| b.lock | 1.2 kB | attached before |',
  );
  const failed = report([image('app', 'left', 'left')], { files: [file('a.lock', 'left')], problems });
  expect(failed.outcome).toBe('failed');
  expect(releaseText(failed)).toContain('  a.lock  1.2 kB  not attached\n');
});
