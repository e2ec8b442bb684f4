/** Observations of a wanted image, which the decision is made from. */
import type { Platform } from '../names/platform.ts';
import type { Digest, Repository } from '../names/reference.ts';
import type { Bases, BuildRecord } from '../plan/fingerprint.ts';
import type { Image, ImageId } from '../plan/image.ts';
import type { CustomDockerfile } from './custom-dockerfile.ts';
import type { ObservedBase, ObservedImage } from './observe.ts';

/** A repository, and what it holds of the image. */
export interface ObservedPlace {
  readonly repository: Repository;
  readonly held: ObservedImage;
}

/** An image of the same plan that another one stands on. */
export interface Parent {
  /** Absent where it is not of this plan. */
  readonly id?: ImageId;
  /** Its name in reports. */
  readonly name: string;
  /** `registry/name:tag` of where it is published, whatever the Dockerfile calls it. */
  readonly called: string;
  /** It is built anew, and so is every image that stands on it. */
  readonly changes: boolean;
  /**
   * Identifies the parent in a fingerprint: the hash of its own fingerprint, which is known before it is built, or the
   * digest of an image of another tool. Absent as long as it is not known.
   */
  readonly key?: Digest;
  /** The image as it is pulled, by digest; absent where it is built in the same run of buildx. */
  readonly reference?: string;
}

export interface Observed {
  /** In the order of the image's repositories. */
  readonly places: readonly ObservedPlace[];
  /** Build records of the images that exist. */
  readonly records: readonly BuildRecord[];
  /** A custom Dockerfile; absent where there is none, or nothing is compared or built. */
  readonly custom?: CustomDockerfile;
  /** Images that it stands on and that another run has published. */
  readonly published: Parents;
  /** Optional platforms that it cannot be made for; absent for none. */
  readonly dropped?: readonly Platform[];
}

/** Platforms that an image can still be made for. */
export const platformsLeft = (
  { platforms }: Pick<Image, 'platforms'>,
  { dropped = [] }: Pick<Observed, 'dropped'>,
): readonly Platform[] => platforms.filter((platform) => !dropped.includes(platform));

export const recordsOf = (places: readonly ObservedPlace[]): BuildRecord[] =>
  places.flatMap(({ held }) => (held.is === 'present' && held.record !== undefined ? [held.record] : []));

/** Parents by the reference that a Dockerfile calls them. */
export type Parents = Readonly<Record<string, Parent>>;

/** Where what a Dockerfile calls so is published. */
export const calledIn = (parents: Parents, from: string): string => parents[from]?.called ?? from;

/** The digests of the bases today, by platform. */
export function basesOf(
  { platforms }: Image,
  { custom }: Pick<Observed, 'custom'>,
  base: ObservedBase | undefined,
  parents: Parents,
): Bases {
  const observed = standsOn(custom, base).map((one) => [one.reference, digestsOf(one, platforms)] as const);
  const built = Object.entries(parents).flatMap(([reference, { key }]) =>
    key === undefined
      ? []
      : [[reference, Object.fromEntries(platforms.map((platform) => [platform, key]))] as const],
  );
  return Object.fromEntries([...observed, ...built]);
}

/** The digests of the whole bases today: of an index, its own. */
export const indexesOf = (
  { custom }: Pick<Observed, 'custom'>,
  base: ObservedBase | undefined,
): Record<string, Digest> =>
  Object.fromEntries(standsOn(custom, base).map(({ reference, digest }) => [reference, digest]));

function standsOn(
  custom: CustomDockerfile | undefined,
  base: ObservedBase | undefined,
): readonly ObservedBase[] {
  const written = custom?.bases ?? [];
  // A FROM of the same image has it already, under the name that is written there.
  const isWritten =
    custom !== undefined && (!custom.usesPackages || written.some(({ digest }) => digest === base?.digest));
  return base === undefined || isWritten ? written : [base, ...written];
}

function digestsOf({ platforms, digest: whole }: ObservedBase, wanted: Image['platforms']): Bases[string] {
  const held = platforms.filter((one) => wanted.includes(one.platform));
  // An image that only helps to build may be for other platforms: then any move of it counts.
  const digests = held.length > 0 ? held : wanted.map((platform) => ({ platform, digest: whole }));
  return Object.fromEntries(digests.map(({ platform, digest }) => [platform, digest]));
}
