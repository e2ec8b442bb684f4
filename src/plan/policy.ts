/** What is done with an image: whether and how it is made, and where it goes. */
import type { WantedIdentity } from '../sign/identity.ts';
import type { AdvisoryPolicy } from '../advisories/policy.ts';
import type { WheelStorePlace } from '../wheel-cache/store.ts';

export type Rebuild = 'stale' | 'always' | 'missing' | 'never';
export type Verify = 'all' | 'strict' | 'build-platform' | 'off';

/**
 * Where images go: to the registries of their repositories; nowhere after they were compared with what those hold; into the image store of the engine of this machine, as an OCI
 * layout into a folder, or nowhere once checked.
 */
export type Target =
  | { readonly kind: 'push' }
  | { readonly kind: 'trial' }
  | { readonly kind: 'engine' }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'layout'; /** Absolute path. */ readonly folder: string };

/** Who must have signed the bases of images. */
export interface BaseSignature {
  readonly otherwise: 'require' | 'warn';
  readonly identity: WantedIdentity;
  /** Path of a trusted root; absent for that of Sigstore's public instance. */
  readonly trustedRoot?: string;
}

export interface Policy {
  readonly target: Target;
  /** Whether the run only says what it would do. */
  readonly dryRun: boolean;
  readonly rebuild: Rebuild;
  /** Whether images are looked into, with `stale`: one that its registry has lost parts of is built again. */
  readonly deep?: true;
  /** Whether an exact tag that exists may be moved to an image of another recipe. */
  readonly overwrite: boolean;
  /** Seconds after which an image is built again although nothing has changed. */
  readonly maxAge?: number;
  readonly verify: Verify;
  /** Names of variables that only the checks get. */
  readonly verifyEnv: readonly string[];
  /** How releases without a wheel for a foreign platform are compiled; with `cross`, a failed cross build is fatal. */
  readonly compile: 'auto' | 'cross' | 'emulate';
  /** Place that compiled wheels are restored from, and saved in. */
  readonly wheelStore: WheelStorePlace;
  /** Whether wheels may be saved there; else they are only restored. */
  readonly savesWheels: boolean;
  /** Absolute path of the folder that files of images are taken out to; only where images have such. */
  readonly exportsFolder?: string;
  /** What is done about advisories; absent for nothing. */
  readonly advisories?: AdvisoryPolicy;
  /** As buildx takes it: `false`, `true`, `mode=min`. */
  readonly provenance: string;
  /** See `sbomForms`. */
  readonly sbom: string;
  /** Absent where bases may be unsigned. */
  readonly baseSignature?: BaseSignature;
  /** What is done where an image cannot be signed; absent where none is to be. */
  readonly unsigned?: 'publish' | 'fail';
}

/** Whether registries are written to. */
export const pushes = ({ target }: Policy): boolean => target.kind === 'push';

/** Whether registries are asked for more than the bases. */
export const asksRegistries = ({ target }: Policy): boolean => ['push', 'trial'].includes(target.kind);

/** Whether what is there already is looked at: in registries, or in the engine's store. */
export const compares = (policy: Policy): boolean =>
  asksRegistries(policy) || policy.target.kind === 'engine';

/** Whether anything is built or compared; else an image that exists is enough. */
export const needsTodaysBase = (policy: Policy): boolean =>
  !pushes(policy) || policy.rebuild === 'stale' || policy.rebuild === 'always';
