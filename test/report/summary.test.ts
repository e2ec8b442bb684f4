import { expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { blocked, halfFailed, hostile, identical, kept, published, rebased, retagged } from './sample.ts';

test('a published image', () => {
  expect(summaryMarkdown(published).split('\n')).toEqual([
    '## ✅ Published `ghcr.io/acme/tool:py3.13-slim-1.2.3`',
    '',
    '**Why:** the tag does not exist yet',
    '',
    'tool 1.2.3 on Python 3.13, from `docker.io/library/python:3.13-slim` at `sha256:bbbbbbbbbbbb`; requirements resolved once for all platforms, with hashes.<br>',
    `Digest: \`sha256:${'a'.repeat(64)}\``,
    '',
    '| Platform | Digest | Size | Over base | Wheels | Compiled | Checks | Time |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- | ---: |',
    '| linux/amd64 | `sha256:cccccccccccc` | 45.3 MB | +1.2 MB | 3 | 0 | ✅ 1 | 3.6 s |',
    '| linux/arm/v7 (emulated) | `sha256:dddddddddddd` | 40.1 MB | +1.3 MB | 2 | 1 | ✅ 1 | 21 s |',
    '',
    '### Tags',
    '',
    '```shell',
    'docker pull ghcr.io/acme/tool:py3.13-slim-1.2.3',
    'docker pull ghcr.io/acme/tool:py3.13-slim-LATEST',
    '```',
    '',
    '### Compiled',
    '',
    '| Package | Platform | Why | How | Time | Size |',
    '| --- | --- | --- | --- | ---: | ---: |',
    '| `setproctitle==1.3.2` | linux/arm/v7 | no wheel for cp313 on linux/arm/v7 | under emulation | 21 s | 31 kB |',
    '',
    '<details><summary>Checks</summary>',
    '',
    '| Platform | Check | Result | Time |',
    '| --- | --- | --- | ---: |',
    '| linux/amd64 | ✅ imports | 3 modules | 0.3 s |',
    '| linux/arm/v7 | ✅ imports | 3 modules | 1.9 s |',
    '',
    '</details>',
    '',
    '### Where the time went',
    '',
    '```mermaid',
    'gantt',
    '  dateFormat x',
    '  axisFormat %M:%S',
    '  section lock',
    '  uv :0, 1000ms',
    '  section build',
    '  arm/v7 compile :1000, 21400ms',
    '  amd64 packages :done, 1000, 3000ms',
    '  section verify',
    '  amd64 checks :22400, 600ms',
    '```',
    '',
    '### Notes',
    '',
    '- setproctitle 1.3.2 could not be cross-compiled for linux/arm/v7 (2.5 s): cc: error: no such option. It was compiled under emulation (21 s)',
    '',
  ]);
});

test('a failure in which every text is hostile, after one tag was moved', () => {
  const [destination] = hostile.destinations;
  const report = { ...hostile, destinations: [{ ...destination!, moved: hostile.tags }] };
  expect(summaryMarkdown(report).split('\n')).toEqual([
    '## ❌ Failed: <code>reg/\\<b\\>:x\\|y\\`z</code>',
    '',
    '**Begun because:** a\\|b \\#\\# c \\<script\\> \\`d\\`',
    '',
    '\\[x\\](y) 1\\*2\\* on Python 3.13, from `base`; requirements not locked: pip resolved on each platform.',
    '',
    '### ❌ Build: linux/arm/v7',
    '',
    'It failed.<br>',
    '\\<img src=x\\>',
    '',
    '````text',
    '```',
    '::error::x',
    'red',
    '````',
    '',
    'The whole output is in `/tmp/a b.log`.',
    '',
    '### Tags',
    '',
    '```shell',
    'docker pull reg/<b>:x|y`z',
    '```',
    '',
    '### Notes',
    '',
    '- Moved: x\\|y\\`z.',
    '- Verification was off: the image was run on no platform.',
    '- note - with \\| pipe',
    '',
  ]);
});

/** What a summary says, without the chart and without what the first test holds. */
const told = (report: Report): string[] => {
  const [text = ''] = summaryMarkdown(report).split(/\n+(?:<details>|### (?:Compiled|Where))/);
  return text.trimEnd().split('\n').filter(Boolean);
};
const image = '`ghcr.io/acme/tool:py3.13-slim-1.2.3`';
const facts = [
  'tool 1.2.3 on Python 3.13, from `docker.io/library/python:3.13-slim` at `sha256:bbbbbbbbbbbb`.<br>',
  `Digest: \`sha256:${'a'.repeat(64)}\``,
];
const locked = facts.with(
  0,
  facts[0]!.replace('.<br>', '; requirements resolved once for all platforms, with hashes.<br>'),
);
const found = [
  '| Platform | Digest |',
  '| --- | --- |',
  '| linux/amd64 | `sha256:cccccccccccc` |',
  '| linux/arm/v7 | `sha256:dddddddddddd` |',
];
const pulls = [
  '### Tags',
  '```shell',
  'docker pull ghcr.io/acme/tool:py3.13-slim-1.2.3',
  'docker pull ghcr.io/acme/tool:py3.13-slim-LATEST',
  '```',
];

test.each<[string, Report, string[]]>([
  [
    'an image that was left alone',
    kept,
    [
      `## 💤 Nothing to do for ${image}`,
      '**Why:** nothing moved: the recipe, the base and the requirements are those that it was made of',
      ...facts,
      ...found,
      ...pulls,
    ],
  ],
  [
    'an image whose tags moved',
    retagged,
    [
      `## 🏷️ Moved tags of ${image}`,
      '**Why:** py3.13-slim-LATEST does not stand for it yet',
      ...facts,
      ...found,
      ...pulls,
    ],
  ],
  [
    'an image that was built and is what was there',
    identical,
    [
      `## 💤 Built again, and the same as before: ${image}`,
      '**Why:** it was asked for; built again, it came out as what is there already',
      ...locked,
      '| Platform | Digest | Size | Over base | Wheels | Compiled | Checks | Time |',
      '| --- | --- | ---: | ---: | ---: | ---: | --- | ---: |',
      '| linux/amd64 | `sha256:cccccccccccc` | 45.3 MB | +1.2 MB | 3 | 0 | ✅ 1 | 3.6 s |',
      '| linux/arm/v7 (emulated) | `sha256:dddddddddddd` | 40.1 MB | +1.3 MB | 2 | 1 | ✅ 1 | 21 s |',
      ...pulls,
    ],
  ],
  [
    'an image on its new base',
    rebased,
    [
      `## ✅ Put onto its new base: ${image}`,
      '**Why:** python:3.13-slim moved (eeeeeeee → bbbbbbbb)',
      ...locked,
      '| Platform | Digest | Size | Over base | Checks | Time |',
      '| --- | --- | ---: | ---: | --- | ---: |',
      '| linux/amd64 | `sha256:cccccccccccc` | 45.3 MB | +1.2 MB | ✅ 1 | 0.6 s |',
      '| linux/arm/v7 (emulated) | `sha256:dddddddddddd` | 40.1 MB | +1.3 MB | ✅ 1 | 2.4 s |',
      ...pulls,
    ],
  ],
])('%s', (_, report, expected) => {
  expect(told(report)).toEqual(expected);
});

test('a blocked image', () => {
  expect(summaryMarkdown(blocked).split('\n').filter(Boolean)).toEqual([
    `## ⛔ Blocked: ${image}`,
    '**Why:** base, which it stands on, was not published',
    locked[0]!.replace('<br>', ''),
    '| Platform | Wheels | Compiled |',
    '| --- | ---: | ---: |',
    '| linux/amd64 | 3 | 0 |',
    '| linux/arm/v7 (emulated) | 2 | 1 |',
    '### Compiled',
    '| Package | Platform | Why | How | Time | Size |',
    '| --- | --- | --- | --- | ---: | ---: |',
    '| `setproctitle==1.3.2` | linux/arm/v7 | no wheel for cp313 on linux/arm/v7 | not compiled | – | – |',
    '### Notes',
    '- No tag was moved.',
  ]);
});

test('several repositories, of which one failed', () => {
  expect(summaryMarkdown(halfFailed).split('\n').filter(Boolean)).toEqual([
    '## ❌ Failed: `py3.13-slim-1.2.3 in 3 repositories`',
    '**Begun because:** h11 0.14.0 → 0.16.0',
    ...locked,
    '| Repository | Done | Why | Digest | Tags moved |',
    '| --- | --- | --- | --- | --- |',
    '| `ghcr.io/acme/tool` | published | h11 0.14.0 → 0.16.0 | `sha256:aaaaaaaaaaaa` | `py3.13-slim-1.2.3` `py3.13-slim-LATEST` |',
    '| `docker.io/acme/tool` | kept | nothing moved | `sha256:eeeeeeeeeeee` | – |',
    '| `quay.io/acme/tool` | moved in part | quay.io/acme/tool:py3.13-slim-1.2.3 does not exist yet | `sha256:aaaaaaaaaaaa` | `py3.13-slim-1.2.3` |',
    '### ❌ Registry: quay.io/acme/tool',
    'quay.io/acme/tool: PUT … answered 503.',
    '| Platform | Digest | Size | Over base | Wheels | Compiled | Checks |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    '| linux/amd64 | `sha256:cccccccccccc` | 45.3 MB | +1.2 MB | 3 | 0 | ✅ 1 |',
    '| linux/arm/v7 (emulated) | `sha256:dddddddddddd` | 40.1 MB | +1.3 MB | 2 | 1 | ✅ 1 |',
    '### Tags',
    '```shell',
    'docker pull ghcr.io/acme/tool:py3.13-slim-1.2.3',
    'docker pull ghcr.io/acme/tool:py3.13-slim-LATEST',
    'docker pull quay.io/acme/tool:py3.13-slim-1.2.3',
    '```',
    '<details><summary>Checks</summary>',
    '| Platform | Check | Result | Time |',
    '| --- | --- | --- | ---: |',
    '| linux/amd64 | ✅ imports | 3 modules | 0.3 s |',
    '| linux/arm/v7 | ✅ imports | 3 modules | 1.9 s |',
    '</details>',
    '### Notes',
    '- ghcr.io/acme/tool: Moved: py3.13-slim-1.2.3, py3.13-slim-LATEST.',
    '- quay.io/acme/tool: Moved: py3.13-slim-1.2.3. Not moved: py3.13-slim-LATEST.',
  ]);
});

test('what a dry run knows of platforms is shown', () => {
  const platforms = published.platforms.map(({ platform, wheels = 0, compiled = 0, emulated }) => ({
    platform,
    wheels,
    compiled,
    checks: [],
    emulated,
  }));
  const report: Report = { ...published, outcome: 'planned', built: false, platforms, timeline: [] };
  const lines = summaryMarkdown(report).split('\n');
  expect(lines.filter((line) => line.startsWith('| linux'))).toEqual([
    '| linux/amd64 | 3 | 0 |',
    '| linux/arm/v7 (emulated) | 2 | 1 |',
  ]);
});

test.each([
  ['planned', { outcome: 'planned' }, '## 📝 Would build'],
  ['planned, on a new base', { outcome: 'planned', decision: 'rebase' }, '## 📝 Would put onto its new base'],
  ['planned, tags alone', { outcome: 'planned', decision: 'retag' }, '## 📝 Would move tags of'],
  ['planned, nothing', { outcome: 'planned', decision: 'keep' }, '## 📝 Would keep'],
  ['built', { outcome: 'built' }, '## ✅ Built, not pushed:'],
  ['failed', { outcome: 'failed' }, '## ❌ Failed:'],
  ['blocked', { outcome: 'blocked' }, '## ⛔ Blocked:'],
] as const)('headline: %s', (_, change, headline) => {
  expect(summaryMarkdown({ ...published, ...change }).split('\n')[0]).toBe(`${headline} ${image}`);
});

test('without a tag the repository is named', () => {
  const [first] = summaryMarkdown({ ...published, tags: [] }).split('\n');
  expect(first).toBe('## ✅ Published `ghcr.io/acme/tool`');
});

test('tags that nothing stands behind are not offered', () => {
  expect(summaryMarkdown({ ...published, outcome: 'built' })).not.toContain('docker pull');
});

test('a failed check opens the list of checks', () => {
  const [first] = published.platforms;
  const message = 'libpq.so.5 is missing';
  const finding = { kind: 'import-library', subject: 'tool', message, severity: 'fatal' } as const;
  const checks = [
    { name: 'libraries', ok: false, seconds: 1, message: '', findings: [finding], skipped: [] },
  ];
  const lines = summaryMarkdown({ ...published, platforms: [{ ...first!, checks }], timeline: [] }).split(
    '\n',
  );
  expect(lines.filter((line) => line.includes('❌') || line.includes('<details'))).toEqual([
    '| linux/amd64 | `sha256:cccccccccccc` | 45.3 MB | +1.2 MB | 3 | 0 | ❌ 1 of 1: libraries |',
    '<details open><summary>Checks</summary>',
    '| linux/amd64 | ❌ libraries | libpq.so.5 is missing | 1 s |',
  ]);
});

test('over a limit, lists are cut and counted, and the verdict with its problem stays', () => {
  const report: Report = {
    ...published,
    outcome: 'failed',
    problems: [{ station: 'build', message: 'It failed.', detail: ['because'], file: '/tmp/whole.log' }],
    platforms: published.platforms.map((one) => ({
      ...one,
      checks: [
        ...Array.from({ length: 50 }, (_, index) => ({
          name: 'imports',
          ok: true,
          seconds: 0.1,
          message: `${'x'.repeat(200)} ${index}`,
          findings: [],
          skipped: [],
        })),
        {
          name: 'scripts',
          ok: false,
          seconds: 0.1,
          message: '',
          findings: [{ kind: 'script-mode', subject: 'tool', message: 'broken', severity: 'fatal' as const }],
          skipped: [],
        },
      ],
    })),
  };
  const text = summaryMarkdown(report, { most: 2400, file: '/tmp/summary.md' });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2400);
  expect(text.replaceAll('x'.repeat(200), '…').split('\n').filter(Boolean)).toEqual([
    '## ❌ Failed: `ghcr.io/acme/tool:py3.13-slim-1.2.3`',
    '**Begun because:** the tag does not exist yet',
    '**Left out**, for GitHub takes no longer summary: 98 of 102 checks, 1 chart. The whole is in the output `metadata` and in `/tmp/summary.md`.',
    ...locked,
    '### ❌ Build',
    'It failed.',
    '```text',
    'because',
    '```',
    'The whole output is in `/tmp/whole.log`.',
    '| Platform | Digest | Size | Over base | Wheels | Compiled | Checks | Time |',
    '| --- | --- | ---: | ---: | ---: | ---: | --- | ---: |',
    '| linux/amd64 | `sha256:cccccccccccc` | 45.3 MB | +1.2 MB | 3 | 0 | ❌ 1 of 51: scripts | 3.6 s |',
    '| linux/arm/v7 (emulated) | `sha256:dddddddddddd` | 40.1 MB | +1.3 MB | 2 | 1 | ❌ 1 of 51: scripts | 21 s |',
    '### Tags',
    '```shell',
    'docker pull ghcr.io/acme/tool:py3.13-slim-1.2.3',
    'docker pull ghcr.io/acme/tool:py3.13-slim-LATEST',
    '```',
    '### Compiled',
    '| Package | Platform | Why | How | Time | Size |',
    '| --- | --- | --- | --- | ---: | ---: |',
    '| `setproctitle==1.3.2` | linux/arm/v7 | no wheel for cp313 on linux/arm/v7 | under emulation | 21 s | 31 kB |',
    '<details open><summary>Checks</summary>',
    '| Platform | Check | Result | Time |',
    '| --- | --- | --- | ---: |',
    '| linux/amd64 | ✅ imports | … 0 | 0.1 s |',
    '| linux/amd64 | ✅ imports | … 1 | 0.1 s |',
    '| linux/amd64 | ❌ scripts | broken | 0.1 s |',
    '| linux/arm/v7 | ❌ scripts | broken | 0.1 s |',
    '</details>',
    '### Notes',
    '- Moved: py3.13-slim-1.2.3, py3.13-slim-LATEST.',
    '- setproctitle 1.3.2 could not be cross-compiled for linux/arm/v7 (2.5 s): cc: error: no such option. It was compiled under emulation (21 s)',
  ]);
});
