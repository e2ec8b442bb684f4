import { expect, test } from 'vitest';
import type { Platform } from '../../src/names/platform.ts';
import type { CustomDockerfile } from '../../src/observe/custom-dockerfile.ts';
import { basesOf, indexesOf, type ObservedPlace, type Parents, recordsOf } from '../../src/observe/image.ts';
import type { ObservedBase } from '../../src/observe/observe.ts';
import type { Bases } from '../../src/plan/fingerprint.ts';
import type { ImageId } from '../../src/plan/image.ts';
import { adopted, digestOfOnly, present, presentOf } from '../decide/values.ts';
import { imageOfInputs, inputsOf } from '../support/cells.ts';

const image = imageOfInputs(inputsOf({ platform: 'linux/amd64,linux/arm64' }));
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
const customOf = (usesPackages: boolean, ...bases: ObservedBase[]): CustomDockerfile => ({
  path: '/work/Dockerfile',
  context: '/work',
  usesPackages,
  pins: {},
  text: 'FROM debian',
  contextHashes: { files: 'a1' },
  bases,
});
const parentOf = (digit?: string, reference?: string): Parents[string] => ({
  id: 'parent' as ImageId,
  name: 'parent',
  called: 'example/parent:main',
  changes: digit === undefined,
  ...(digit === undefined ? {} : { key: digestOfOnly(digit) }),
  ...(reference === undefined ? {} : { reference }),
});

const python = { python: { 'linux/amd64': digestOfOnly('1'), 'linux/arm64': digestOfOnly('2') } };
const both = (digit: string) => ({ 'linux/amd64': digestOfOnly(digit), 'linux/arm64': digestOfOnly(digit) });
const debian = observed('debian', 'b', { 'linux/amd64': '4' });

interface Row {
  readonly custom?: CustomDockerfile;
  readonly parents?: Parents;
  readonly bases: Bases;
  /** The digit that each reference has as a whole. */
  readonly indexes: Readonly<Record<string, string>>;
}

test.each<[string, Row]>([
  ['the base of its packages, on the platforms that are wanted', { bases: python, indexes: { python: 'a' } }],
  [
    'what a custom Dockerfile stands on',
    {
      custom: customOf(false, debian),
      bases: { debian: { 'linux/amd64': digestOfOnly('4') } },
      indexes: { debian: 'b' },
    },
  ],
  [
    'both, where it takes the packages',
    {
      custom: customOf(true, observed('debian', 'b', { 'linux/arm64': '4' })),
      bases: { ...python, debian: { 'linux/arm64': digestOfOnly('4') } },
      indexes: { python: 'a', debian: 'b' },
    },
  ],
  [
    'one of both, where they are the same image',
    {
      custom: customOf(true, observed('python:3', 'a', { 'linux/amd64': '1', 'linux/arm64': '2' })),
      bases: { 'python:3': python.python },
      indexes: { 'python:3': 'a' },
    },
  ],
  [
    'an image as a whole, where that is for other platforms and only helps to build',
    {
      custom: customOf(false, observed('tool', '0', { 'linux/s390x': '4' })),
      bases: { tool: both('0') },
      indexes: { tool: '0' },
    },
  ],
  [
    'nothing, where a custom Dockerfile stands on nothing',
    { custom: customOf(false), bases: {}, indexes: {} },
  ],
  [
    'a parent by what that is made of, on every platform, whether or not it is built in this run',
    {
      custom: customOf(false),
      parents: { built: parentOf('5'), pulled: parentOf('6', 'ghcr.io/team/pulled@sha256:7') },
      bases: { built: both('5'), pulled: both('6') },
      indexes: {},
    },
  ],
  [
    'a parent beside other images',
    {
      custom: customOf(true, debian),
      parents: { 'team/parent': parentOf('5') },
      bases: { ...python, debian: { 'linux/amd64': digestOfOnly('4') }, 'team/parent': both('5') },
      indexes: { python: 'a', debian: 'b' },
    },
  ],
  [
    'what is known, while it is not known what a parent is made of',
    {
      custom: customOf(false, debian),
      parents: { 'team/parent': parentOf() },
      bases: { debian: { 'linux/amd64': digestOfOnly('4') } },
      indexes: { debian: 'b' },
    },
  ],
])('an image stands on %s', (_, { custom, parents = {}, bases, indexes }) => {
  const found = custom === undefined ? {} : { custom };
  expect(basesOf(image, found, base, parents)).toEqual(bases);
  expect(indexesOf(found, base)).toEqual(
    Object.fromEntries(Object.entries(indexes).map(([reference, digit]) => [reference, digestOfOnly(digit)])),
  );
});

test('build records come from images that are there and that this program made', () => {
  const places = [present(), adopted(), presentOf({ installs: 'd1' })].map((held): ObservedPlace => ({
    repository: image.repositories[0],
    held,
  }));
  const absent: ObservedPlace = { repository: image.repositories[0], held: { is: 'absent', aliases: [] } };
  expect(recordsOf([...places, absent]).map(({ fingerprint }) => fingerprint.installs)).toEqual(['d0', 'd1']);
});
