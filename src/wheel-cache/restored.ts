/** Wheels that were found in the cache, and those of them that a run uses. */
import type { Requirement } from '../lock/lock.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest, Tag } from '../names/reference.ts';
import type { WheelArtifact } from './manifest.ts';

export interface SavedWheel {
  /** Digest of the artifact's manifest. */
  readonly manifest: Digest;
  readonly artifact: WheelArtifact;
}

/** A wheel of the cache that this run uses. */
export interface RestoredWheel extends SavedWheel {
  readonly tag: Tag;
  /** What it is used for: the artifact may write the same version in another way, `1.0` for `1.0.0`. */
  readonly release: Pick<Requirement, 'name' | 'version'>;
  readonly platform: Platform;
  /** What looking it up, fetching and checking it took. */
  readonly seconds: number;
  readonly path: string;
}
