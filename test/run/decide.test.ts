/** Decisions about an image that can do without a platform, for which a requirement is not to be had any more. */
import { expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Artifact, BaseFacts, Lock } from '../../src/lock/lock.ts';
import { splitRequirements } from '../../src/lock/split.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { BuildRecord } from '../../src/plan/fingerprint.ts';
import { fingerprintOf } from '../../src/plan/fingerprint.ts';
import type { Image } from '../../src/plan/image.ts';
import type { RegistryClient } from '../../src/registry/client.ts';
import { decidePlaces } from '../../src/run/decide.ts';
import { digestOfOnly, present } from '../decide/values.ts';
import { imageOfInputs, inputsOf, policyOfInputs } from '../support/cells.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

const all: readonly Platform[] = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
const inputs = inputsOf({ platform: all.join(' '), provenance: 'false', registry: 'ghcr.io', push: 'true' });
const artifact = (filename: string): Artifact => ({
  filename,
  url: `https://files.example.org/${filename}`,
  sha256: '0'.repeat(64),
});
const lock: Lock = {
  text: '',
  resolved: 'host',
  packages: [
    {
      name: 'swift',
      version: '5.0',
      wheels: ['x86_64', 'aarch64'].map((one) => artifact(`swift-5.0-py3-none-manylinux2014_${one}.whl`)),
    },
  ],
};
const factsOf = (platform: Platform): BaseFacts => ({
  platform,
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.41' },
  distribution: { id: 'debian', version: '13', codename: 'trixie' },
  installed: {},
});

/** What is decided where the base moved since. @param made platforms of the image that is there. */
async function decided(optional: readonly Platform[], made: readonly Platform[]) {
  const image: Image = { ...imageOfInputs(inputs), optional };
  const policy = policyOfInputs(inputs);
  const reference = image.content.packages!.base.publish;
  const basesAt = (digit: string) => ({
    [reference]: Object.fromEntries(all.map((platform) => [platform, digestOfOnly(digit)])),
  });
  const record: BuildRecord = {
    fingerprint: fingerprintOf({
      image,
      policy,
      bases: basesAt('1'),
      requirements: all.slice(0, 2).map((platform) => splitRequirements(lock, factsOf(platform))),
    }),
    facts: all.map(factsOf),
    indexes: {},
  };
  const world = testWorld();
  const base = {
    schemaVersion: 2,
    mediaType: 'application/vnd.oci.image.index.v1+json',
    manifests: all.map((platform) => {
      const [os, architecture, variant] = platform.split('/');
      return {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        digest: digestOfOnly('2'),
        size: 1,
        platform: { os, architecture, ...(variant && { variant }) },
      };
    }),
  };
  const session = testSession({
    world,
    client: {
      getManifest: () =>
        Promise.resolve({
          mediaType: base.mediaType,
          digest: digestOfOnly('3'),
          bytes: new Uint8Array(Buffer.from(JSON.stringify(base))),
        }),
      referrers: () => Promise.resolve([]),
    } as unknown as RegistryClient,
    resolve: () => Promise.resolve(lock),
  });
  const held = { ...present(), aliases: [], record, platforms: made };
  const [repository] = image.repositories;
  return decidePlaces(
    runIn(session, image, policy),
    { places: [{ repository, held }], records: [record], published: {} },
    {},
  ).then(
    ([place]) => {
      const { decision } = place!;
      return [
        decision.do,
        decision.because.kind,
        ...(decision.do === 'build' ? (decision.also ?? []) : []).map(({ kind }) => kind),
      ];
    },
    (error: unknown) =>
      error instanceof Failure ? error.problems.map(({ about }) => about) : Promise.reject(error as Error),
  );
}

test('an image whose base moved is built without the platform, and not put onto the new base', async () => {
  expect(await decided(['linux/arm/v7'], all)).toEqual(['build', 'base-moved']);
});

test('an image that lacks the platform is built for that, and put onto no new base', async () => {
  expect(await decided(['linux/arm/v7'], all.slice(0, 2))).toEqual([
    'build',
    'platform-missing',
    'base-moved',
  ]);
});

test('an image that cannot do without the platform fails', async () => {
  expect(await decided([], all)).toEqual(['swift']);
});
