/** What the builds of images came to. */
import type { Attempts } from '../build/attempts.ts';
import type { PartLayout } from '../publish/joined-layout.ts';
import type { Verified, VerifyFailure } from '../build/verify.ts';
import { Failure } from '../errors.ts';
import type { Image, ImageId } from '../plan/image.ts';
import type { PreparedBuild } from '../recipe/prepare.ts';

/** A build that came to its checks. */
export interface BakedImage {
  readonly is: 'baked';
  readonly prepared: PreparedBuild;
  readonly checked: Verified | VerifyFailure;
  readonly attempts: Attempts;
  /** Holds what buildx wrote. */
  readonly folder: string;
  readonly layouts: readonly PartLayout[];
}

/** A build that did not come to its checks; a dry run ends with what is planned. */
export type NotBuilt =
  | { readonly is: 'planned' }
  | { readonly is: 'failed'; readonly failure: Failure }
  /** By a parent that was not built. */
  | { readonly is: 'blocked'; readonly by: ImageId }
  /** All platforms of a part were given up: other runs make the image without them. */
  | { readonly is: 'empty' };

/** What an image came to in the end. */
export type BuildOutcome =
  | {
      readonly is: 'built';
      readonly verified: Verified;
      /** As a `BakedImage` has them. */
      readonly folder: string;
      readonly layouts: readonly PartLayout[];
    }
  | NotBuilt;

/** @throws what is no Failure: a mistake of this program, or an interruption. */
export function failed(error: unknown): NotBuilt {
  if (error instanceof Failure) return { is: 'failed', failure: error };
  throw error;
}

/** A parent that was not built, so that what stands on it is not either. */
export const lostParent = (
  { parents }: Pick<Image, 'parents'>,
  outcomeOf: (parent: ImageId) => { readonly is: string } | undefined,
): ImageId | undefined =>
  parents.find((parent) => ['failed', 'blocked', 'empty'].includes(outcomeOf(parent)?.is ?? ''));
