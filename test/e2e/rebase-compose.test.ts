/** An image that is put onto a new base is, byte for byte, the one that is built on it. */
import { expect, test } from 'vitest';
import type { Platform } from '../../src/names/platform.ts';
import type { Digest, Tag } from '../../src/names/reference.ts';
import { pushContent } from '../../src/publish/push.ts';
import type { PlatformSettings } from '../../src/publish/rebase/compose.ts';
import { rebaseContent } from '../../src/publish/rebase/rebase.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { readConfig } from '../../src/registry/image-config.ts';
import { platformsOf, readContent } from '../../src/registry/manifest.ts';
import { testWorld } from '../support/world.ts';
import { build, fresh, registry, runImage } from './support.ts';

const client = new RegistryClient(testWorld());
const platforms = ['linux/amd64', 'linux/arm/v7'] as const satisfies readonly Platform[];
const python = { registry, name: 'library/python' };
const repository = { registry, name: fresh('rebase-compose') };
const command = ['python3', '-c', 'import os, six; print(os.uname().machine, os.getuid(), six.__version__)'];

/** Builds and pushes the image on a base. Gives its index, and that of the base. */
async function built(base: string) {
  const { digest } = await build(repository.name, [
    '--package=six',
    '--package-version=1.17.0',
    '--python-version=3.13',
    `--target-base=${base}`,
    `--platform=${platforms.join()}`,
    `--command=${JSON.stringify(command)}`,
    '--user=1000:1000',
    '--provenance=false',
    '--verify=off',
  ]);
  const index = await client.getManifest(repository, digest as Digest);
  const under = await client.getManifest(python, `3.13-${base}` as Tag);
  return { index: index!, base: platformsOf(under!.bytes) };
}

/** What a platform's image says of itself. */
async function saidBy(digest: Digest): Promise<PlatformSettings> {
  const { config, annotations = {} } = readContent((await client.getManifest(repository, digest))!.bytes);
  const { config: execution, created = '' } = readConfig((await client.getBlob(repository, config!.digest))!);
  return {
    labels: execution?.Labels ?? {},
    annotations,
    command,
    user: '1000:1000',
    created: Date.parse(created) / 1000,
  };
}

test('puts an image onto the python:3.13-slim that its base moved to', async () => {
  const before = await built('slim');
  const after = await built('slim-moved');
  expect(after.index.digest).not.toBe(before.index.digest);
  const said = new Map<Platform, PlatformSettings>();
  for (const { platform, digest } of platformsOf(after.index.bytes)) said.set(platform, await saidBy(digest));

  const digests = Object.fromEntries(before.base.map(({ platform, digest }) => [platform, digest]));
  const content = await rebaseContent(
    client,
    {
      repository,
      index: before.index,
      platforms,
      base: { repository: python, platforms: after.base },
      oldBase: { repository: python, digests },
      wanted: (platform) => said.get(platform)!,
      annotations: readContent(after.index.bytes).annotations ?? {},
      statements: { renewed: [], keepsBuild: false },
    },
    {
      temporary: () => Promise.reject(new Error('the base is mounted, and the image is small')),
      remove: () => Promise.reject(new Error('nothing was saved')),
    },
  );
  if (!content.ok) throw new Error(content.message);
  expect(content.value.index).toEqual(after.index);

  // In a new repository all blobs are uploaded, or mounted from the base's repository.
  const rebased = { registry, name: fresh('rebase-composed') };
  const pushed = await pushContent(client, rebased, content.value, { mountFrom: [python] });
  expect(pushed.uploaded.blobs, 'the configurations, and the layer that both share').toBe(
    platforms.length + 1,
  );
  const image = `${registry}/${rebased.name}@${pushed.digest}`;
  expect(await runImage(image, 'linux/arm/v7', [])).toBe('armv7l 1000 1.17.0');
});
