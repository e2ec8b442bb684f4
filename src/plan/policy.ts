/** How the images of a plan are dealt with: the same for all of them. */
import type { WheelStorePlace } from '../wheel-cache/store.ts';

export type Rebuild = 'stale' | 'always' | 'missing' | 'never';
export type Verify = 'all' | 'strict' | 'build-platform' | 'off';

/** Where images go: to the registries of their repositories, or as an OCI layout into a folder. */
export type Target =
  | { readonly kind: 'push' }
  | { readonly kind: 'layout'; /** Absolute path. */ readonly folder: string };

export interface Policy {
  readonly target: Target;
  /** Says what would be done, and changes nothing. */
  readonly dryRun: boolean;
  readonly rebuild: Rebuild;
  /** Whether an exact tag that exists may be moved to an image of another recipe. */
  readonly overwrite: boolean;
  /** Seconds after which an image is built again although nothing has changed. */
  readonly maxAge?: number;
  readonly verify: Verify;
  /** Names of the variables that the checks alone are given. */
  readonly verifyEnv: readonly string[];
  /** What is done with what has no wheel for a foreign platform; `cross` takes a failed cross build for a failure. */
  readonly compile: 'auto' | 'cross' | 'emulate';
  /** Where wheels that were compiled are looked for, and saved. */
  readonly wheelStore: WheelStorePlace;
  /** Whether they may be saved there; else they are only looked for. */
  readonly savesWheels: boolean;
  /** As buildx takes them: `false`, `true`, `mode=min`, `generator=IMAGE`. */
  readonly provenance: string;
  readonly sbom: string;
}

/** Whether registries are asked and written to, but for the bases. */
export const pushes = ({ target }: Policy): boolean => target.kind === 'push';

/** Whether anything is built or compared; else what is there is enough. */
export const needsTodaysBase = (policy: Policy): boolean =>
  !pushes(policy) || policy.rebuild === 'stale' || policy.rebuild === 'always';
