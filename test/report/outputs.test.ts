import { expect, test } from 'vitest';
import { outputsOf } from '../../src/report/outputs.ts';
import type { Report } from '../../src/report/report.ts';
import { hostile, published } from './sample.ts';

test('a published image', () => {
  expect(outputsOf(published)).toEqual({
    image: `ghcr.io/acme/tool@sha256:${'a'.repeat(64)}`,
    digest: `sha256:${'a'.repeat(64)}`,
    tags: '["ghcr.io/acme/tool:py3.13-slim-1.2.3","ghcr.io/acme/tool:py3.13-slim-LATEST"]',
    platforms: 'linux/amd64,linux/arm/v7',
    base_image: `docker.io/library/python:3.13-slim@sha256:${'b'.repeat(64)}`,
    decision: 'build',
    reason: 'the tag does not exist yet',
    image_exists: 'false',
    build_executed: 'true',
    push_executed: 'true',
    metadata: JSON.stringify(published),
  });
});

test('a build that failed', () => {
  const { metadata, ...rest } = outputsOf(hostile);
  expect(JSON.parse(metadata!)).toEqual(hostile);
  expect(rest).toEqual({
    image: '',
    digest: '',
    tags: '["reg/<b>:x|y`z"]',
    platforms: '',
    base_image: 'base\u001b[31m',
    decision: 'build',
    reason: 'a|b\n## c <script> `d`',
    image_exists: 'false',
    build_executed: 'false',
    push_executed: 'false',
  });
});

const rows: readonly [string, Partial<Report>, string, string, string][] = [
  ['kept', { outcome: 'kept', decision: 'keep' }, 'true', 'false', 'false'],
  ['retagged', { outcome: 'retagged', decision: 'retag' }, 'true', 'false', 'true'],
  ['rebuilt', { existed: true }, 'true', 'true', 'true'],
  ['built and not pushed', { outcome: 'built' }, 'false', 'true', 'false'],
  ['planned', { outcome: 'planned' }, 'false', 'false', 'false'],
  ['failed between two tags', { outcome: 'failed', pushed: ['a'] }, 'false', 'false', 'true'],
  ['failed before the first tag', { outcome: 'failed', pushed: [] }, 'false', 'false', 'false'],
];

test.each(rows)('executed: %s', (_, change, exists, build, push) => {
  const { image_exists, build_executed, push_executed } = outputsOf({ ...published, ...change });
  expect([image_exists, build_executed, push_executed]).toEqual([exists, build, push]);
});
