import { expect, test } from 'vitest';
import { contentReader, measureSizes } from '../../src/build/platform-size.ts';
import type { ImageContent } from '../../src/registry/content.ts';
import { type Manifest, platformsOf } from '../../src/registry/manifest.ts';
import type { ManifestReader } from '../../src/registry/size.ts';
import { makeContent } from '../support/content.ts';

const repository = { registry: 'ghcr.io', name: 'team/demo' };
const library = { registry: 'docker.io', name: 'library/python' };
const under = makeContent({ amd64: ['base'], arm64: ['base of arm'] }, false);
const image = makeContent({ amd64: ['base', '12345'], arm64: ['other', '1234567'] });
const lone = makeContent({ amd64: ['base', '12345'] }, false);
const base = { repository: library, platforms: platformsOf(under.index.bytes) };
const platforms = ['linux/amd64', 'linux/arm64'] as const;

/** A registry that holds the base alone, and what it was asked for. */
function registry() {
  const asked: string[] = [];
  const getManifest: ManifestReader['getManifest'] = (where, digest) => {
    asked.push(where.name);
    return Promise.resolve<Manifest | undefined>(under.manifests.get(digest as never));
  };
  return { asked, getManifest };
}
const digests = (content: ImageContent) => platformsOf(content.index.bytes).map(({ digest }) => digest);

test('sizes of an image that no registry has yet, over a base that one has', async () => {
  const { asked, getManifest } = registry();
  const [amd64, arm64] = digests(image);
  const request = { index: image.index, repository, platforms, base };
  expect(await measureSizes(contentReader(image, { getManifest }), request)).toEqual([
    { platform: 'linux/amd64', digest: amd64, size: 9, added: 5 },
    // It does not stand on that base.
    { platform: 'linux/arm64', digest: arm64, size: 12, added: 12 },
  ]);
  expect(asked).toEqual(['library/python', 'library/python']);
});

test('a lone manifest is the one platform’s', async () => {
  const request = { index: lone.index, repository, platforms: platforms.slice(0, 1), base };
  expect(await measureSizes(contentReader(lone, registry()), request)).toEqual([
    { platform: 'linux/amd64', digest: lone.index.digest, size: 9, added: 5 },
  ]);
});
