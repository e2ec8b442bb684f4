/** What became of each image of a run, as JSON-safe values: outputs, summary and terminal are drawn from them. */
import type { ExportedFile } from '../build/exports.ts';
import type { CheckResult } from '../build/verify.ts';
import type { Difference } from '../decide/compare.ts';
import type { Problem } from '../errors.ts';
import type { Finding, Findings } from '../advisories/findings.ts';
import type { AdvisoryPolicy } from '../advisories/policy.ts';
import type { Platform } from '../names/platform.ts';
import type { ImageId, Subject } from '../plan/image.ts';

export interface PlatformReport {
  readonly platform: Platform;
  /** Digest of the platform's manifest, when an index exists. */
  readonly digest?: string;
  /** Compressed bytes of all layers. */
  readonly size?: number;
  /** Compressed bytes of the layers that are not the base's. */
  readonly added?: number;
  /** Absent where nothing was built. */
  readonly wheels?: number;
  readonly compiled?: number;
  readonly checks: readonly CheckResult[];
  /** Whether this platform ran under emulation. */
  readonly emulated: boolean;
}

/** What advisories say of an image. */
export interface Advice extends Findings, Pick<AdvisoryPolicy, 'mode' | 'severity'> {
  /** `held`: of the image that a repository holds; `made`: of the one that this run makes. */
  readonly of: 'held' | 'made';
  /** What the image before had, and this one has not; absent where there is none before. */
  readonly gone?: readonly Finding[];
}

/** An optional platform that failed, so that the image is without it. */
export interface MissingPlatform {
  readonly platform: Platform;
  /** Why. */
  readonly problems: readonly Problem[];
  /** The image that was published until now and has it, by digest; absent where none has. */
  readonly before?: string;
}

/** A requirement that had no wheel for a platform. */
export interface Compiled {
  readonly platform: Platform;
  readonly name: string;
  readonly version: string;
  readonly because: string;
  /**
   * `native`: for the build machine's own platform; `cross`: there, for a foreign one; `emulated`: under QEMU; `once`: a
   * pure wheel built once for all; `kept`: an earlier build's wheel, see `kept`; `wheel`: not compiled, see `from`.
   */
  readonly way: 'native' | 'cross' | 'emulated' | 'once' | 'kept' | 'wheel';
  /** Name of the index that the wheel is from. */
  readonly from?: string;
  /** How an earlier build compiled it, what that took, and on which day (`2026-11-20`). */
  readonly kept?: {
    readonly way: 'native' | 'cross' | 'emulated';
    readonly seconds: number;
    readonly compiled: string;
  };
  /**
   * What it took when it was compiled, which may have been an earlier run's: then it is in the builder's cache. Of a kept
   * wheel what looking for it and fetching it took.
   */
  readonly seconds?: number;
  /** Bytes of the wheel. */
  readonly size?: number;
  /** Modules of wheels for other platforms that it was compiled without: a library for them was not there. */
  readonly lacks?: readonly string[];
  /** It was cross-compiled first: why that did not do, and what it took. */
  readonly fallback?: { readonly why: string; readonly seconds: number };
}

/** A file that was taken out of an image. */
export interface ExportReport extends ExportedFile {
  /** Where it was written. */
  readonly file: string;
}

/** A stretch of time, for the Gantt chart. */
export interface Span {
  readonly section: 'plan' | 'lock' | 'build' | 'verify' | 'publish';
  /** What happened, with the platform that it was for: `install the wheels for arm/v7`. */
  readonly name: string;
  readonly platform?: Platform;
  /** Milliseconds since the epoch. */
  readonly start: number;
  readonly seconds: number;
  readonly cached?: boolean;
  /** Shown by itself however short it was. */
  readonly alone?: boolean;
}

export type Do = 'build' | 'rebase' | 'sign' | 'retag' | 'keep';

/** What does most comes first: that is said of an image that goes to several repositories. */
export const decisionOrder: readonly Do[] = ['build', 'rebase', 'sign', 'retag', 'keep'];

/** What was done in one of the repositories that the image goes to. */
export interface DestinationReport {
  /** `registry/name`. */
  readonly repository: string;
  /** Absent when the run ended before anything was decided. */
  readonly decision?: Do;
  readonly reason?: string;
  /** Tags that were to move. */
  readonly wanted: readonly string[];
  /** What the exact tag stands for. */
  readonly digest?: string;
  /** What this run made and pushed under no tag: the digest of its index. */
  readonly pushed?: string;
  /** Whether the exact tag existed before this run; absent when the registry was not asked, or did not answer. */
  readonly existed?: boolean;
  /** Tags that this run moved, in order: after a failure or an interruption these are what was published. */
  readonly moved: readonly string[];
  /** Tags that stayed, because they stand for a newer version. */
  readonly held: readonly string[];
  /** Who signed the image: the identity of a certificate, or a key. */
  readonly signedBy?: string;
  /** Why it could not be signed, and is there all the same. */
  readonly unsigned?: string;
  /** What would change of the published image, where the new one is not pushed. */
  readonly difference?: Difference;
}

/**
 * `pushed`: it is a part, which has no tag yet. `blocked`: an image that it stands on was not published. `skipped`: it was left out of the plan.
 */
export type Outcome =
  | 'published'
  | 'pushed'
  | 'built'
  | 'planned'
  | 'kept'
  | 'signed'
  | 'retagged'
  | 'failed'
  | 'blocked'
  | 'skipped';

/** An image of a plan that stayed as it was, so that no job had it. */
export interface KeptImage {
  readonly subject: Subject;
  /** `registry/name`. */
  readonly repository: string;
  /** Those that it is in besides; absent for none. */
  readonly otherRepositories?: readonly string[];
  /** `[0]` is the exact tag, the rest aliases. */
  readonly tags: readonly string[];
}

export interface RunReport {
  /** Of what was done once for several images, such as opening the builder; of one image it is in its own. */
  readonly timeline: readonly Span[];
  readonly images: readonly Report[];
  /** Absent for none. */
  readonly kept?: readonly KeptImage[];
  /** What ended the run, where it is about no image in particular. */
  readonly problems: readonly Problem[];
  /** Things worth knowing about the run. */
  readonly notes: readonly string[];
}

/** Of one image. */
export interface Report {
  /** Its name within the run. */
  readonly id: ImageId;
  readonly outcome: Outcome;
  /** `registry/name`. */
  readonly repository: string;
  /** `[0]` is the exact tag, the rest aliases. */
  readonly tags: readonly string[];
  /** The index's digest as the registry (or the OCI layout) says. */
  readonly digest?: string;
  readonly subject: Subject;
  /** The platforms that this run was to make, where others make the others. */
  readonly part?: readonly Platform[];
  readonly base: { readonly reference: string; readonly digest?: string };
  /** The most that was done in any repository; absent when the run ended before anything was decided. */
  readonly decision?: Do;
  /** The first is the one that `repository` and `digest` say. */
  readonly destinations: readonly DestinationReport[];
  /** Whether the image was pushed, or was to be; false where it goes to a folder. */
  readonly push: boolean;
  /** Whether anything was built. */
  readonly built: boolean;
  /** Why, in words a person understands. */
  readonly reason: string;
  /** Those that were made. */
  readonly platforms: readonly PlatformReport[];
  /** Absent for none. */
  readonly missing?: readonly MissingPlatform[];
  readonly compiled: readonly Compiled[];
  readonly timeline: readonly Span[];
  /** `all`, `build-platform` or `off`. */
  readonly verify: string;
  /** Where requirements were resolved, or `none` where they could not be locked (and why is among the notes);
   * absent when the run ended before.
   */
  readonly lock?: 'host' | 'container' | 'project' | 'none';
  /** Things worth knowing that are no failure. */
  readonly notes: readonly string[];
  readonly problems: readonly Problem[];
  /** Files that were taken out of the image into a folder, of its platforms. */
  readonly exports?: { readonly folder: string; readonly files: readonly ExportReport[] };
  /** What advisories say of it; absent where nobody asked. */
  readonly advice?: Advice;
  /** Where the OCI layout was written, when nothing was pushed. */
  readonly output?: string;
  /** The image that it stands on and that was not published. */
  readonly blockedBy?: ImageId;
}
