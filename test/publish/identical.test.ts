import { expect, test } from 'vitest';
import { isIdentical } from '../../src/publish/identical.ts';
import type { ImageContent } from '../../src/registry/content.ts';
import { digestOf, type Manifest, readContent } from '../../src/registry/manifest.ts';
import type { ManifestReader } from '../../src/registry/size.ts';
import type { Fingerprint } from '../../src/plan/fingerprint.ts';
import { missingKey } from '../../src/plan/labels.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import { type MadeContent, makeContent } from '../support/content.ts';
import { bytesOf } from '../support/images.ts';

const repository = { registry: 'ghcr.io', name: 'team/demo' };

/** The same image, whose index is changed. */
function indexed(made: MadeContent, change: (content: object) => object): ImageContent {
  const bytes = bytesOf(change(readContent(made.index.bytes)));
  return { ...made, index: { ...made.index, bytes, digest: digestOf(bytes) } };
}
const annotated = (made: MadeContent, annotations: Readonly<Record<string, string>>) =>
  indexed(made, (content) => ({ ...content, annotations }));

const layers = { amd64: ['base', 'own'], arm64: ['base of arm', 'own of arm'] };
const turned = { arm64: layers.arm64, amd64: layers.amd64 };
const image = makeContent(layers);
const bare = makeContent(layers, false);
const lone = makeContent({ amd64: layers.amd64 }, false);
/** What an index says of how it was made, with these parts of its recipe. */
const made = (recipe: Fingerprint['recipe']) =>
  annotationsOfRecord({
    fingerprint: { schema: 1, recipe, bases: {}, requirements: [], installs: '', platforms: [] },
    facts: [],
    indexes: {},
  });

test.each<[string, ImageContent, ImageContent, boolean]>([
  ['the very same', image, image, true],
  ['other attestations', image, bare, true],
  ['platforms in another order', image, makeContent(turned), true],
  ['other annotations', annotated(image, { a: '1' }), annotated(image, { a: '2' }), true],
  ['the same one manifest', lone, lone, true],
  ['made of the same', annotated(image, made({ checks: 'a' })), annotated(bare, made({ checks: 'a' })), true],
  ['made of something else', annotated(image, made({ checks: 'a' })), annotated(image, made({})), true],
  [
    'with other annotations asked for',
    annotated(image, made({ annotations: 'a' })),
    annotated(image, made({})),
    false,
  ],
  [
    'with other files to be taken out of it',
    annotated(image, made({ exports: 'a' })),
    annotated(image, made({})),
    false,
  ],
  [
    'with other attestations asked for',
    annotated(image, made({ attestations: 'a' })),
    annotated(image, made({})),
    false,
  ],
  [
    'without a platform that the other one does not name as missing',
    annotated(image, { ...made({}), [missingKey]: 'linux/arm/v7' }),
    annotated(image, made({})),
    false,
  ],
  [
    'without the same platform',
    annotated(image, { ...made({ checks: 'a' }), [missingKey]: 'linux/arm/v7' }),
    annotated(image, { ...made({}), [missingKey]: 'linux/arm/v7' }),
    true,
  ],
  ['of which nobody knows what it was made of', annotated(image, made({})), image, false],
  ['another layer', image, makeContent({ ...layers, arm64: ['base of arm', 'other'] }), false],
  ['a layer less', image, makeContent({ ...layers, arm64: ['base of arm'] }), false],
  ['layers in another order', image, makeContent({ ...layers, arm64: ['own of arm', 'base of arm'] }), false],
  ['a platform less', image, makeContent({ amd64: layers.amd64 }), false],
  ['a platform more', makeContent({ amd64: layers.amd64 }), image, false],
  ['the same platform without an index', makeContent({ amd64: layers.amd64 }), lone, false],
  ['another one manifest', lone, makeContent({ amd64: ['other'] }, false), false],
])('%s', async (_, ours, there, expected) => {
  const asked: unknown[] = [];
  const reader: ManifestReader = {
    getManifest: async (where, digest) => {
      asked.push([where, digest]);
      return (there as MadeContent).manifests.get(digest as never);
    },
  };
  expect(await isIdentical(ours, reader, repository, there.index)).toBe(expected);
  for (const [where] of asked as [unknown][]) expect(where).toEqual(repository);
});

test('an index whose manifests are gone is not identical', async () => {
  const reader: ManifestReader = { getManifest: async (): Promise<Manifest | undefined> => undefined };
  expect(await isIdentical(image, reader, repository, image.index)).toBe(false);
});
