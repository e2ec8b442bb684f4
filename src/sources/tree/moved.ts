/** Says which pinned bases moved since: that is worth a word, and no reason to build anything. */
import { readCustomDockerfile } from '../../dockerfile/custom.ts';
import type { Platform } from '../../names/platform.ts';
import type { Digest } from '../../names/reference.ts';
import { parseReference } from '../../registry/reference.ts';
import { shortDigest } from '../../report/units.ts';
import { type PinFile, withImages } from './pins.ts';
import type { TreeNode } from './tree.ts';

/** A digest that is written in a file. */
interface Pinned {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** With its tag. */
  readonly image: string;
  readonly digest: Digest;
  /** Of a file of pins, which the command `pins` brings up to date. */
  readonly variable?: string;
}

export interface MovedQuestion {
  /** Those that are made: what others are pinned to is their own matter. */
  readonly images: readonly TreeNode[];
  readonly platforms: readonly Platform[];
  readonly pins?: { readonly path: string; readonly file: PinFile };
  /** The command that brings the file of pins up to date. */
  readonly command: string;
}

/**
 * A note for each. An image that cannot be asked about has none.
 *
 * @param today digest of an image with a tag; undefined where nobody answers.
 */
export async function movedNotes(
  question: MovedQuestion,
  today: (image: string) => Promise<Digest | undefined>,
): Promise<string[]> {
  const pinned = pinnedBases(question);
  const images = [...new Set(pinned.map(({ image }) => image))];
  const found = new Map(await Promise.all(images.map(async (image) => [image, await today(image)] as const)));
  return pinned.flatMap(({ file, line, image, digest, variable }) => {
    const to = found.get(image);
    if (to === undefined || to === digest) return [];
    const way =
      variable === undefined
        ? 'write that digest to move on'
        : `"${question.command}" writes that digest in its place`;
    const what = variable === undefined ? image : `${variable} has ${image}`;
    return [
      `${file}:${line}: ${what} at ${shortDigest(digest)}, and its tag is ${shortDigest(to)} by now; ${way}`,
    ];
  });
}

function pinnedBases({ images, platforms, pins }: MovedQuestion): Pinned[] {
  const bases = images.map((image) => ({
    ...image,
    references: readCustomDockerfile(
      image.text,
      image.linked.arguments,
      image.platforms ?? platforms,
      image.linked.triggers,
    ).bases,
  }));
  const all = bases.flatMap(({ references }) => references);
  const isUsed = (variable: string): boolean =>
    images.some(({ linked }) => Object.hasOwn(linked.arguments, variable));
  const ofPins = withImages(pins?.file.pins ?? [], all).flatMap(({ name, line, digest, image }): Pinned[] =>
    image === undefined || !isUsed(name) ? [] : [{ file: pins!.path, line, image, digest, variable: name }],
  );
  const ofFiles = bases.flatMap(({ dockerfile, text, references }) => {
    const lines = text.split('\n');
    return references.flatMap((reference): Pinned[] => {
      const [image = '', digest] = reference.split('@');
      const line = digest === undefined ? 0 : lines.findIndex((one) => one.includes(digest)) + 1;
      return line === 0 ? [] : [{ file: dockerfile, line, image, digest: digest as Digest }];
    });
  });
  return [...ofPins, ...ofFiles.filter(({ image }) => hasTag(image))];
}

/** Without a tag, a digest belongs to any. */
function hasTag(image: string): boolean {
  const read = parseReference(image);
  return read.ok && read.value.tag !== undefined;
}
