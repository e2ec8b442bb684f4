import { expect, test } from 'vitest';
import { outputsOf } from '../../src/report/outputs.ts';
import type { Report } from '../../src/report/report.ts';
import {
  blocked,
  halfFailed,
  hostile,
  identical,
  kept,
  published,
  rebased,
  retagged,
  undecided,
} from './sample.ts';

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
    images: '',
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
    images: '',
    build_executed: 'false',
    push_executed: 'false',
  });
});

test('a blocked image: no digest, and why it is blocked', () => {
  const { image, digest, reason } = outputsOf({ ...blocked, destinations: [] });
  expect({ image, digest, reason }).toEqual({
    image: '',
    digest: '',
    reason: 'base, which it stands on, was not published',
  });
});

test('several repositories: every tag that is the image’s own, the first one’s digest', () => {
  const [first, ...others] = halfFailed.destinations;
  const destinations = [{ ...first!, held: ['py3.13-slim-LATEST'] }, ...others];
  const { image, tags } = outputsOf({ ...halfFailed, destinations });
  expect([image, JSON.parse(tags!)]).toEqual([
    `ghcr.io/acme/tool@sha256:${'a'.repeat(64)}`,
    [
      'ghcr.io/acme/tool:py3.13-slim-1.2.3',
      'docker.io/acme/tool:py3.13-slim-1.2.3',
      'docker.io/acme/tool:py3.13-slim-LATEST',
      'quay.io/acme/tool:py3.13-slim-1.2.3',
      'quay.io/acme/tool:py3.13-slim-LATEST',
    ],
  ]);
});

const [destination] = published.destinations as [Report['destinations'][number]];
const to = (more: object): Partial<Report> => ({ destinations: [{ ...destination, ...more }] });
const { existed: _, ...unasked } = { ...destination, moved: [] };
const rows: readonly [string, Report, string, string, string, string][] = [
  ['kept', kept, 'keep', 'true', 'false', 'false'],
  ['retagged', retagged, 'retag', 'true', 'false', 'true'],
  ['rebased', rebased, 'rebase', 'true', 'false', 'true'],
  ['rebuilt', { ...published, ...to({ existed: true }) }, 'build', 'true', 'true', 'true'],
  ['built again for nothing', identical, 'keep', 'true', 'true', 'false'],
  [
    'built and not pushed',
    { ...published, outcome: 'built', push: false, destinations: [unasked] },
    'build',
    'false',
    'true',
    'false',
  ],
  [
    'planned',
    { ...published, outcome: 'planned', built: false, ...to({ moved: [] }) },
    'build',
    'false',
    'false',
    'false',
  ],
  [
    'failed between two tags',
    { ...published, outcome: 'failed', ...to({ moved: ['a'] }) },
    'build',
    'false',
    'true',
    'true',
  ],
  [
    'failed before the first tag',
    { ...published, outcome: 'failed', ...to({ moved: [] }) },
    'build',
    'false',
    'true',
    'false',
  ],
  ['failed in one of three', halfFailed, 'build', 'true', 'true', 'true'],
  ['failed before anything was decided', undecided, '', 'false', 'false', 'false'],
  ['blocked', blocked, 'build', 'false', 'false', 'false'],
  ['blocked after it was built', { ...blocked, built: true }, 'build', 'false', 'true', 'false'],
];

test.each(rows)('executed: %s', (_name, report, decision, exists, build, push) => {
  const { decision: done, image_exists, build_executed, push_executed } = outputsOf(report);
  expect([done, image_exists, build_executed, push_executed]).toEqual([decision, exists, build, push]);
});
