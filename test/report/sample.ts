import type { ImageId } from '../../src/plan/image.ts';
import type { Do, PlatformReport, Report } from '../../src/report/report.ts';

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;
const start = 1_700_000_000_000;

const repository = 'ghcr.io/acme/tool';
const tags = ['py3.13-slim-1.2.3', 'py3.13-slim-LATEST'];

const right = { name: 'imports', ok: true, message: '3 modules', findings: [], skipped: [] };

/** A published image of two platforms, one of which compiled something under emulation. */
export const published: Report = {
  id: 'image' as ImageId,
  outcome: 'published',
  repository,
  tags,
  digest: digest('a'),
  subject: { kind: 'package', name: 'tool', version: '1.2.3', python: '3.13' },
  base: { reference: 'docker.io/library/python:3.13-slim', digest: digest('b') },
  decision: 'build',
  reason: 'the tag does not exist yet',
  destinations: [
    {
      repository,
      decision: 'build',
      reason: 'the tag does not exist yet',
      wanted: tags,
      digest: digest('a'),
      existed: false,
      moved: tags,
      held: [],
    },
  ],
  push: true,
  built: true,
  platforms: [
    {
      platform: 'linux/amd64',
      digest: digest('c'),
      size: 45_300_000,
      added: 1_240_000,
      wheels: 3,
      compiled: 0,
      emulated: false,
      checks: [{ ...right, seconds: 0.31 }],
    },
    {
      platform: 'linux/arm/v7',
      digest: digest('d'),
      size: 40_100_000,
      added: 1_300_000,
      wheels: 2,
      compiled: 1,
      emulated: true,
      checks: [{ ...right, seconds: 1.9 }],
    },
  ],
  compiled: [
    {
      platform: 'linux/arm/v7',
      name: 'setproctitle',
      version: '1.3.2',
      because: 'no wheel for cp313 on linux/arm/v7',
      way: 'emulated',
      seconds: 21.4,
      size: 31_000,
      fallback: { why: 'cc: error: no such option', seconds: 2.5 },
    },
  ],
  timeline: [
    { section: 'lock', name: 'uv', start, seconds: 1 },
    {
      section: 'build',
      name: 'arm/v7 compile',
      platform: 'linux/arm/v7',
      start: start + 1000,
      seconds: 21.4,
    },
    {
      section: 'build',
      name: 'amd64 packages',
      platform: 'linux/amd64',
      start: start + 1000,
      seconds: 3,
      cached: true,
    },
    { section: 'verify', name: 'amd64 checks', platform: 'linux/amd64', start: start + 22_400, seconds: 0.6 },
  ],
  verify: 'all',
  lock: 'host',
  notes: [],
  problems: [],
};

type Destination = Report['destinations'][number];
const [destination] = published.destinations as [Destination];
const { lock: _, ...unlocked } = published;
const [amd64, armv7] = published.platforms as [PlatformReport, PlatformReport];

/** The same where nothing was built: what is known is what the registry says. */
function left(decision: Do, reason: string, more: Partial<Destination> = {}): Report {
  return {
    ...unlocked,
    outcome: decision === 'keep' ? 'kept' : 'retagged',
    decision,
    reason,
    built: false,
    destinations: [{ ...destination, decision, reason, wanted: [], existed: true, moved: [], ...more }],
    platforms: [amd64, armv7].map(({ platform, digest: of }) => ({
      platform,
      ...(of === undefined ? {} : { digest: of }),
      checks: [],
      emulated: false,
    })),
    compiled: [],
    timeline: [{ section: 'plan', name: 'look up', start, seconds: 0.8 }],
  };
}

/** Nothing moved, so that nothing was done. */
export const kept = left(
  'keep',
  'nothing moved: the recipe, the base and the requirements are those that it was made of',
);

/** A version became the latest one; another alias has a newer one already. */
export const retagged: Report = left('retag', 'py3.13-slim-LATEST does not stand for it yet', {
  wanted: ['py3.13-slim-LATEST'],
  moved: ['py3.13-slim-LATEST'],
});

/** Built again since that was asked for, and nothing came of it. */
export const identical: Report = {
  ...published,
  outcome: 'kept',
  decision: 'keep',
  reason: 'it was asked for; built again, it came out as what is there already',
  destinations: [{ ...destination, decision: 'keep', wanted: [], existed: true, moved: [] }],
};

/** The image's own layer on the base of today. Nothing was built, but all of it was run. */
export const rebased: Report = {
  ...published,
  decision: 'rebase',
  reason: 'python:3.13-slim moved (eeeeeeee → bbbbbbbb)',
  destinations: [{ ...destination, decision: 'rebase', existed: true }],
  built: false,
  platforms: [amd64, armv7].map(({ wheels: _wheels, compiled: _compiled, ...known }) => known),
  compiled: [],
  timeline: [
    { section: 'build', name: 'put onto the new base', start, seconds: 0.4 },
    { section: 'verify', name: 'amd64 checks', platform: 'linux/amd64', start: start + 500, seconds: 0.6 },
    { section: 'verify', name: 'arm/v7 checks', platform: 'linux/arm/v7', start: start + 500, seconds: 2.4 },
  ],
};

/** Three repositories: one was right, one has the image now, and the last lost the registry between its tags. */
export const halfFailed: Report = {
  ...published,
  outcome: 'failed',
  reason: 'h11 0.14.0 → 0.16.0',
  destinations: [
    { ...destination, reason: 'h11 0.14.0 → 0.16.0', existed: true },
    {
      repository: 'docker.io/acme/tool',
      decision: 'keep',
      reason: 'nothing moved',
      wanted: [],
      digest: digest('e'),
      existed: true,
      moved: [],
      held: [],
    },
    {
      repository: 'quay.io/acme/tool',
      decision: 'build',
      reason: 'quay.io/acme/tool:py3.13-slim-1.2.3 does not exist yet',
      wanted: tags,
      digest: digest('a'),
      existed: false,
      moved: ['py3.13-slim-1.2.3'],
      held: [],
    },
  ],
  compiled: [],
  timeline: [],
  problems: [
    { station: 'registry', about: 'quay.io/acme/tool', message: 'quay.io/acme/tool: PUT … answered 503.' },
  ],
};

/** A build that failed, in which every text that others could choose is hostile. */
export const hostile: Report = {
  ...published,
  outcome: 'failed',
  tags: ['x|y`z'],
  repository: 'reg/<b>',
  reason: 'a|b\n## c <script> `d`',
  destinations: [
    { repository: 'reg/<b>', decision: 'build', reason: 'a|b', wanted: ['x|y`z'], moved: [], held: [] },
  ],
  built: false,
  subject: { kind: 'package', name: '[x](y)', version: '1*2*', python: '3.13' },
  base: { reference: 'base\u001b[31m' },
  platforms: [],
  compiled: [],
  timeline: [],
  verify: 'off',
  lock: 'none',
  notes: ['note\n- with | pipe'],
  problems: [
    {
      station: 'build',
      about: 'linux/arm/v7',
      message: 'It failed.\n<img src=x>',
      detail: ['```', '::error::x', '\u001b[31mred\u001b[0m'],
      file: '/tmp/a b.log',
    },
  ],
};
delete (hostile as { digest?: string }).digest;

const { decision: _decision, digest: _digest, ...unknown } = published;
/** A registry that did not answer: the run ended before anything was decided. */
export const undecided: Report = {
  ...unknown,
  outcome: 'failed',
  reason: 'it ended before anything was decided',
  destinations: [],
  built: false,
  platforms: [],
  compiled: [],
  timeline: [],
  problems: [{ station: 'registry', about: repository, message: 'ghcr.io/acme/tool: GET … answered 503.' }],
};

/** A build of an image whose parent failed: nothing of it was published. */
export const blocked: Report = {
  ...unknown,
  id: 'tool' as ImageId,
  outcome: 'blocked',
  decision: 'build',
  reason: 'base, which it stands on, was not published',
  destinations: [{ ...destination, moved: [] }],
  built: false,
  platforms: published.platforms.map(({ platform, wheels = 0, compiled = 0, emulated }) => ({
    platform,
    wheels,
    compiled,
    checks: [],
    emulated,
  })),
  compiled: published.compiled.map(({ seconds: _seconds, size: _size, fallback: __, ...one }) => one),
  timeline: [],
  blockedBy: 'base' as ImageId,
};
