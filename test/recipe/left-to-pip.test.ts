import { expect, test } from 'vitest';
import type { Attempt } from '../../src/build/attempts.ts';
import type { PlatformRequirements } from '../../src/lock/lock.ts';
import type { Platform } from '../../src/names/platform.ts';
import { leftToPip } from '../../src/recipe/left-to-pip.ts';
import { file } from '../support/cells.ts';

const compile = (name: string) => ({
  kind: 'compile' as const,
  name,
  version: '1.0',
  sdist: file(`${name}-1.0.tar.gz`),
  because: 'only an sdist',
});
const on = (platform: Platform, ...names: readonly string[]): PlatformRequirements => ({
  platform,
  requirements: names.map(compile),
});
const attempt = (name: string, why?: string, version = '1.0'): Attempt => ({
  name,
  version,
  way: 'native',
  seconds: 1,
  ...(why === undefined ? {} : { why }),
});
const all = [on('linux/amd64', 'ebb', 'tide'), on('linux/arm/v7', 'ebb', 'tide')];

test.each<[string, readonly Attempt[], readonly PlatformRequirements[], readonly string[]]>([
  [
    'what did not compile on the machine is left to pip there, and what needs it is offered',
    [attempt('ebb', 'no ebb.h'), attempt('tide')],
    [on('linux/amd64', 'tide'), on('linux/arm/v7', 'ebb', 'tide')],
    [
      'ebb 1.0 did not compile for linux/amd64, and is left to the pip of the Dockerfile: no ebb.h; what its build needs belongs into build_packages',
    ],
  ],
  ['all stays where all compiled', [attempt('ebb'), attempt('tide')], all, []],
  [
    'another release of it stays',
    [attempt('ebb', 'no ebb.h', '0.9')],
    all,
    [expect.stringContaining('ebb 0.9')],
  ],
])('%s', (_, attempts, requirements, notes) => {
  expect(leftToPip(all, 'linux/amd64', attempts)).toEqual({ requirements, notes });
});
