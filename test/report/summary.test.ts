import { expect, test } from 'vitest';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { hostile, published } from './sample.ts';

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
  const report = { ...hostile, pushed: hostile.tags };
  expect(summaryMarkdown(report).split('\n')).toEqual([
    '## ❌ Failed: <code>reg/\\<b\\>:x\\|y\\`z</code>',
    '',
    '**Why:** a\\|b \\#\\# c \\<script\\> \\`d\\`',
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
    '- Verification was off: no platform was run before its tags moved.',
    '- note - with \\| pipe',
    '',
  ]);
});

test.each([
  [
    'kept',
    { outcome: 'kept', decision: 'keep' },
    '## 💤 Nothing to do for `ghcr.io/acme/tool:py3.13-slim-1.2.3`',
  ],
  [
    'retagged',
    { outcome: 'retagged', decision: 'retag' },
    '## 🏷️ Moved tags of `ghcr.io/acme/tool:py3.13-slim-1.2.3`',
  ],
  ['planned', { outcome: 'planned' }, '## 📝 Would build `ghcr.io/acme/tool:py3.13-slim-1.2.3`'],
  ['built', { outcome: 'built' }, '## ✅ Built, not pushed: `ghcr.io/acme/tool:py3.13-slim-1.2.3`'],
  ['without a tag', { tags: [] }, '## ✅ Published `ghcr.io/acme/tool`'],
] as const)('headline: %s', (_, change, headline) => {
  expect(summaryMarkdown({ ...published, ...change }).split('\n')[0]).toBe(headline);
});

test('tags that nothing stands behind are not offered', () => {
  expect(summaryMarkdown({ ...published, outcome: 'built' })).not.toContain('docker pull');
});

test('a failed check opens the list of checks', () => {
  const [first] = published.platforms;
  const checks = [{ name: 'libraries', ok: false, seconds: 1, message: 'libpq.so.5 is missing' }];
  const lines = summaryMarkdown({ ...published, platforms: [{ ...first!, checks }], timeline: [] }).split(
    '\n',
  );
  expect(lines.filter((line) => line.includes('❌') || line.includes('<details'))).toEqual([
    '| linux/amd64 | `sha256:cccccccccccc` | 45.3 MB | +1.2 MB | 3 | 0 | ❌ 1 of 1: libraries | – |',
    '<details open><summary>Checks</summary>',
    '| linux/amd64 | ❌ libraries | libpq.so.5 is missing | 1 s |',
  ]);
});
