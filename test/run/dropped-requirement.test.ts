/** What becomes of an image that can do without a platform, for which a requirement is not to be had any more. */
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
import { rebase } from '../../src/run/rebase.ts';
import { digestOfOnly, present } from '../decide/values.ts';
import { imageOfInputs, inputsOf, policyOfInputs } from '../support/cells.ts';
import { bytesOf } from '../support/images.ts';
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

/** An image whose base moved since it was published. @param made platforms of the image that is there. */
function standing(optional: readonly Platform[], made: readonly Platform[]) {
  const image: Image = { ...imageOfInputs(inputs), optional };
  const policy = policyOfInputs(inputs);
  const reference = image.content.packages!.base.publish;
  const record: BuildRecord = {
    fingerprint: fingerprintOf({
      image,
      policy,
      bases: { [reference]: Object.fromEntries(all.map((platform) => [platform, digestOfOnly('1')])) },
      requirements: all.slice(0, 2).map((platform) => splitRequirements(lock, factsOf(platform))),
    }),
    facts: all.map(factsOf),
    indexes: {},
  };
  const client = {
    getManifest: () => Promise.resolve({ ...base, digest: digestOfOnly('3') }),
    headManifest: () => Promise.resolve({ ...base, digest: digestOfOnly('3') }),
    referrers: () => Promise.resolve([]),
  } as unknown as RegistryClient;
  const session = testSession({
    world: testWorld(),
    client,
    resolve: () => Promise.resolve(lock),
    facts: (_, platforms) => Promise.resolve(platforms.map(factsOf)),
  });
  const place = {
    repository: image.repositories[0],
    held: { ...present(), aliases: [], record, platforms: made },
  };
  return {
    session,
    run: runIn(session, image, policy),
    observed: { places: [place], records: [record], published: {} },
    decided: [{ ...place, decision: { do: 'rebase', because: { kind: 'base-moved', moves: [] } } as const }],
  };
}

const base = {
  mediaType: 'application/vnd.oci.image.index.v1+json',
  bytes: bytesOf({
    schemaVersion: 2,
    manifests: all.map((platform) => {
      const [os, architecture, variant] = platform.split('/');
      return {
        mediaType: 'application/vnd.oci.image.manifest.v1+json',
        digest: digestOfOnly('2'),
        size: 1,
        platform: { os, architecture, ...(variant && { variant }) },
      };
    }),
  }),
};

const failures = (error: unknown): readonly unknown[] => {
  if (!(error instanceof Failure)) throw error;
  return error.problems.map(({ about }) => about);
};

const decided = (...of: Parameters<typeof standing>): Promise<readonly unknown[]> => {
  const { run, observed } = standing(...of);
  return decidePlaces(run, observed, {}).then(([place]) => {
    const { decision } = place!;
    const also = decision.do === 'build' ? (decision.also ?? []) : [];
    return [decision.do, ...[decision.because, ...also].map(({ kind }) => kind)];
  }, failures);
};

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

test('an image that was to be put onto its new base is built where it cannot be had for the platform there', async () => {
  const { session, run, observed, decided: places } = standing(['linux/arm/v7'], all);
  expect(await rebase(run, observed, places)).toBe(false);
  expect(session.events.flatMap((event) => (event.is === 'note' ? [event.text] : []))).toEqual([
    expect.stringMatching(
      /^the image cannot be put onto its new base, and is built instead: swift 5\.0 cannot be installed on linux\/arm\/v7/,
    ),
  ]);
});

test('an image that was to be put onto its new base fails where it cannot do without the platform', async () => {
  const { run, observed, decided: places } = standing([], all);
  expect(await rebase(run, observed, places).catch(failures)).toEqual(['swift']);
});
