import { expect, test } from 'vitest';
import { basesOf } from '../../src/commands/context.ts';
import type { Own } from '../../src/observe/custom-dockerfile.ts';
import type { ObservedBase } from '../../src/observe/observe.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { Bases } from '../../src/plan/fingerprint.ts';
import { digestOfOnly } from '../decide/values.ts';
import { cellOf, inputsOf } from '../support/cells.ts';

const cell = cellOf(inputsOf({ platform: 'linux/amd64,linux/arm64' }));
/** An image that has a digit as a whole, and one for each platform. */
const observed = (
  reference: string,
  whole: string,
  digits: Partial<Record<Platform, string>>,
): ObservedBase => ({
  reference,
  repository: { registry: 'docker.io', name: reference },
  digest: digestOfOnly(whole),
  platforms: (Object.keys(digits) as Platform[]).map((platform) => ({
    platform,
    digest: digestOfOnly(digits[platform]!),
  })),
});
const base = observed('python', 'a', { 'linux/amd64': '1', 'linux/arm64': '2', 'linux/s390x': '3' });
const ownOf = (usesPackages: boolean, ...bases: ObservedBase[]) =>
  ({ usesPackages, bases }) as unknown as Own;

const python = { python: { 'linux/amd64': digestOfOnly('1'), 'linux/arm64': digestOfOnly('2') } };
test.each<[string, Own | undefined, Bases]>([
  ['the cell’s image, on the platforms that are wanted', undefined, python],
  [
    'what an own Dockerfile stands on',
    ownOf(false, observed('debian', 'b', { 'linux/amd64': '4' })),
    { debian: { 'linux/amd64': digestOfOnly('4') } },
  ],
  [
    'both, where it takes the packages',
    ownOf(true, observed('debian', 'b', { 'linux/arm64': '4' })),
    { ...python, debian: { 'linux/arm64': digestOfOnly('4') } },
  ],
  [
    'one of both, where they are the same image',
    ownOf(true, observed('python:3', 'a', { 'linux/amd64': '1', 'linux/arm64': '2' })),
    { 'python:3': python.python },
  ],
  [
    'as a whole, where it is for other platforms and only helps to build',
    ownOf(false, observed('tool', '0', { 'linux/s390x': '4' })),
    { tool: { 'linux/amd64': digestOfOnly('0'), 'linux/arm64': digestOfOnly('0') } },
  ],
])('an image stands on %s', (_, own, expected) => {
  expect(basesOf({ cell, ...(own && { own }) }, base)).toEqual(expected);
});
