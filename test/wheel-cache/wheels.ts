/** A wheel of gevent that was compiled for linux/arm/v7, and what it was wanted for. */
import type { BaseFacts, Requirement } from '../../src/lock/lock.ts';
import type { WheelKey, WheelWanted } from '../../src/wheel-cache/key.ts';
import type { WheelRecord } from '../../src/wheel-cache/wheel.ts';

export const requirement: Extract<Requirement, { kind: 'compile' }> = {
  kind: 'compile',
  name: 'gevent',
  version: '26.9.0',
  sdist: { filename: 'gevent-26.9.0.tar.gz', url: 'https://x/gevent-26.9.0.tar.gz', sha256: 'a'.repeat(64) },
  because: 'no wheel for cp313 on linux/arm/v7',
};
export const facts: BaseFacts = {
  platform: 'linux/arm/v7',
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.36' },
  distribution: { id: 'debian', version: '12', codename: 'bookworm' },
  installed: {},
};
export const wanted: WheelWanted = {
  requirement,
  facts,
  buildPackages: ['libev-dev', 'libc-ares-dev'],
  buildConstraints: [],
  buildBase: 'docker.io/library/python',
  mayBePure: false,
};
export const key: WheelKey = {
  sdist: 'a'.repeat(64),
  python: '3.13',
  abi: 'cp313',
  platform: 'linux/arm/v7',
  libc: 'glibc',
  distribution: '',
  buildPackages: ['libc-ares-dev', 'libev-dev'],
  buildBase: 'docker.io/library/python',
};
export const record: WheelRecord = {
  name: 'gevent',
  version: '26.9.0',
  key,
  floor: '2.31',
  way: 'cross',
  seconds: 93.4,
  compiled: '2026-11-20',
  used: '2026-11-21',
};
export const filename = 'gevent-26.9.0-cp313-cp313-manylinux_2_31_armv7l.whl';

/** The same for another base. */
export const facted = (more: Partial<BaseFacts>): WheelWanted => ({
  ...wanted,
  facts: { ...facts, ...more },
});
