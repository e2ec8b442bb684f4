import { expect, test } from 'vitest';
import type { BakeFile } from '../../src/build/bake-file.ts';
import { chooseBuilder, isElsewhere } from '../../src/build/builder.ts';
import { type BuilderNode, emulatedOf, readNodes, sharesOf, sharesText } from '../../src/build/nodes.ts';
import { onlyPlatformOf, splitByNode } from '../../src/build/split.ts';
import type { Platform } from '../../src/names/platform.ts';
import { testWorld } from '../support/world.ts';

const inspected = (first: string, second?: string): string => `Name:          pair
Driver:        remote
Last Activity: 2026-11-30 15:33:58 +0000 UTC

Nodes:
Name:             pair0
Endpoint:         tcp://10.0.0.1:1234
Status:           running
Platforms:        ${first}
Labels:
 org.mobyproject.buildkit.worker.executor: oci
${second === undefined ? '' : `\nName:      pair1\nEndpoint:  tcp://10.0.0.2:1234\n${second}`}`;

const amd64: BuilderNode = {
  name: 'pair0',
  named: ['linux/amd64'],
  listed: ['linux/386', 'linux/arm64'],
};
const arm: BuilderNode = {
  name: 'pair1',
  named: ['linux/arm64', 'linux/arm/v7'],
  listed: ['linux/amd64'],
};
/** Without names, and with QEMU for everything. */
const every: BuilderNode = {
  name: 'every',
  named: [],
  listed: ['linux/amd64', 'linux/386', 'linux/arm64', 'linux/arm/v7'],
};
const three: readonly Platform[] = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];

test.each<readonly [string, string, readonly BuilderNode[]]>([
  [
    'two, with platforms by name',
    inspected(
      'linux/amd64*, linux/amd64/v2, linux/386, linux/arm64',
      'Platforms: linux/arm64*, linux/arm/v7*, linux/amd64\n',
    ),
    [amd64, arm],
  ],
  [
    'one',
    inspected('linux/amd64, linux/amd64/v2, linux/386, linux/arm64, linux/arm/v7'),
    [{ ...every, name: 'pair0' }],
  ],
  [
    'one of two that does not run',
    inspected('linux/amd64*, linux/386, linux/arm64', 'Status: inactive\n'),
    [amd64, { name: 'pair1', named: [], listed: [] }],
  ],
])('reads nodes: %s', (_, text, expected) => {
  expect(readNodes(text)).toEqual(expected);
});

type Shares = readonly (readonly [node: number, ...platforms: readonly Platform[]])[];

test.each<readonly [string, readonly BuilderNode[], readonly Platform[], Shares, readonly Platform[]]>([
  [
    'each by its name',
    [amd64, arm],
    three,
    [
      [0, 'linux/amd64'],
      [1, 'linux/arm64', 'linux/arm/v7'],
    ],
    [],
  ],
  ['of one node alone', [amd64, arm], ['linux/arm64'], [[1, 'linux/arm64']], []],
  [
    'all by the first that lists them, where one was not given by name',
    [every, arm],
    three,
    [[0, ...three]],
    ['linux/arm64', 'linux/arm/v7'],
  ],
  [
    'not listed by the first',
    [{ name: 'plain', named: [], listed: ['linux/amd64'] }, arm],
    three,
    [
      [0, 'linux/amd64'],
      [1, 'linux/arm64', 'linux/arm/v7'],
    ],
    [],
  ],
  ['listed by none', [amd64, arm], ['linux/s390x'], [[0, 'linux/s390x']], ['linux/s390x']],
  ['what a processor runs besides', [every, arm], ['linux/386'], [[0, 'linux/386']], []],
])('shares platforms: %s', (_, nodes, platforms, shares, emulated) => {
  expect(sharesOf(nodes, platforms)).toEqual(shares.map(([node, ...own]) => ({ node, platforms: own })));
  expect(emulatedOf({ platform: 'linux/amd64', nodes }, platforms)).toEqual(emulated);
});

test('of a single node, what is foreign is emulated', () => {
  expect(emulatedOf({ platform: 'linux/arm64' }, three)).toEqual(['linux/amd64', 'linux/arm/v7']);
});

test('says which node builds what, and why one builds all', () => {
  expect(sharesText([amd64, arm], three)).toBe(
    'nodes    pair0: linux/amd64; pair1: linux/arm64, linux/arm/v7',
  );
  expect(sharesText([every, arm], three)).toBe(
    'nodes    every: linux/amd64, linux/arm64, linux/arm/v7. buildx takes several only where each platform was given to a node by name: docker buildx create --append --platform',
  );
});

const bake: BakeFile = {
  target: {
    demo: {
      context: './demo',
      platforms: three,
      contexts: { programs: './demo/programs', base: 'target:parent' },
      annotations: ['index:a=1', 'manifest:b=2', 'index,manifest:c=3:4', 'manifest[linux/amd64]:d=5'],
      output: ['type=oci,dest=demo/image.tar,name=ghcr.io/example/demo:1'],
    },
    'demo-verify': {
      context: './demo/verify',
      platforms: ['linux/amd64', 'linux/arm64'],
      contexts: { image: 'target:demo' },
      output: ['type=local,dest=demo/verified'],
    },
  },
};

test('splits targets by node: archives and folders of their own, linked to their own', () => {
  expect(splitByNode(bake, [amd64, arm])).toEqual({
    group: {
      demo: { targets: ['demo-node1', 'demo-node2'] },
      'demo-verify': { targets: ['demo-verify-node1', 'demo-verify-node2'] },
    },
    target: {
      'demo-node1': {
        context: './demo',
        platforms: ['linux/amd64'],
        contexts: { programs: './demo/programs', base: 'target:parent-node1' },
        annotations: ['manifest:b=2', 'manifest:c=3:4', 'manifest[linux/amd64]:d=5'],
        output: ['type=oci,dest=demo/image-1.tar,name=ghcr.io/example/demo:1'],
      },
      'demo-node2': {
        context: './demo',
        platforms: ['linux/arm64', 'linux/arm/v7'],
        contexts: { programs: './demo/programs', base: 'target:parent-node2' },
        annotations: ['manifest:b=2', 'manifest:c=3:4'],
        output: ['type=oci,dest=demo/image-2.tar,name=ghcr.io/example/demo:1'],
      },
      'demo-verify-node1': {
        context: './demo/verify',
        platforms: ['linux/amd64'],
        contexts: { image: 'target:demo-node1' },
        output: ['type=local,dest=demo/verified/linux_amd64'],
      },
      'demo-verify-node2': {
        context: './demo/verify',
        platforms: ['linux/arm64'],
        contexts: { image: 'target:demo-node2' },
        output: ['type=local,dest=demo/verified/linux_arm64'],
      },
    },
  });
});

test('a part of one platform is known by its target', () => {
  const split = splitByNode(bake, [amd64, arm]);
  const parts = ['demo-node1', 'demo-node2', 'demo-verify-node2', 'demo'];
  expect(parts.map((part) => onlyPlatformOf(split, part))).toEqual([
    'linux/amd64',
    undefined,
    'linux/arm64',
    undefined,
  ]);
  // Of a build without parts, buildx names what it is for.
  const alone = { target: { demo: { ...bake.target['demo']!, platforms: ['linux/arm64' as const] } } };
  expect(onlyPlatformOf(splitByNode(alone, []), 'demo')).toBeUndefined();
});

test('splits nothing where one node builds everything', () => {
  expect(splitByNode(bake, [])).toBe(bake);
  expect(splitByNode(bake, [every, arm])).toBe(bake);
});

test.each([
  ['of two nodes: they are started, so that they list what they build', true],
  ['of one node', false],
])('a builder %s', async (_, hasSeveral) => {
  const asked: string[] = [];
  const second = (isRunning: boolean): string | undefined =>
    hasSeveral
      ? `Status: x\n${isRunning ? 'Platforms: linux/arm64*, linux/arm/v7*, linux/amd64\n' : ''}`
      : undefined;
  const world = testWorld({
    run: ({ args }) => {
      asked.push(args.join(' '));
      const isStarted = args.includes('--bootstrap');
      const stdout = inspected('linux/amd64*, linux/386, linux/arm64', second(isStarted));
      return { code: 0, stdout, stderr: '' };
    },
  });
  const engine = { makesIndexes: false, platform: 'linux/arm64', mirrors: [], insecure: [] } as const;
  const builder = await chooseBuilder(world, {
    wanted: 'pair',
    engine,
    env: {},
    registries: [],
    name: 'own',
    beforeCreate: () => {},
  });
  expect(builder).toEqual({
    buildx: { env: {}, builder: 'pair' },
    driver: 'remote',
    platform: 'linux/amd64',
    because: 'asked for',
    ...(hasSeveral && { nodes: [amd64, arm] }),
  });
  expect(isElsewhere(builder)).toBe(true);
  expect(asked).toEqual(
    hasSeveral ? ['buildx inspect pair', 'buildx inspect --bootstrap pair'] : ['buildx inspect pair'],
  );
});
