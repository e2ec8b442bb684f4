import type { Report } from '../../src/report/report.ts';

const digest = (digit: string): string => `sha256:${digit.repeat(64)}`;
const start = 1_700_000_000_000;

/** A published image of two platforms, one of which compiled something under emulation. */
export const published: Report = {
  outcome: 'published',
  repository: 'ghcr.io/acme/tool',
  tags: ['py3.13-slim-1.2.3', 'py3.13-slim-LATEST'],
  digest: digest('a'),
  package: { name: 'tool', version: '1.2.3' },
  python: '3.13',
  base: { reference: 'docker.io/library/python:3.13-slim', digest: digest('b') },
  decision: 'build',
  reason: 'the tag does not exist yet',
  platforms: [
    {
      platform: 'linux/amd64',
      digest: digest('c'),
      size: 45_300_000,
      added: 1_240_000,
      wheels: 3,
      compiled: 0,
      emulated: false,
      checks: [{ name: 'imports', ok: true, seconds: 0.31, message: '3 modules' }],
    },
    {
      platform: 'linux/arm/v7',
      digest: digest('d'),
      size: 40_100_000,
      added: 1_300_000,
      wheels: 2,
      compiled: 1,
      emulated: true,
      checks: [{ name: 'imports', ok: true, seconds: 1.9, message: '3 modules' }],
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
    { section: 'build', name: 'compile', platform: 'linux/arm/v7', start: start + 1000, seconds: 21.4 },
    {
      section: 'build',
      name: 'packages',
      platform: 'linux/amd64',
      start: start + 1000,
      seconds: 3,
      cached: true,
    },
    { section: 'verify', name: 'checks', platform: 'linux/amd64', start: start + 22_400, seconds: 0.6 },
  ],
  verify: 'all',
  lock: 'host',
  notes: [],
  problems: [],
};

/** A build that failed, in which every text that others could choose is hostile. */
export const hostile: Report = {
  ...published,
  outcome: 'failed',
  tags: ['x|y`z'],
  repository: 'reg/<b>',
  reason: 'a|b\n## c <script> `d`',
  package: { name: '[x](y)', version: '1*2*' },
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
