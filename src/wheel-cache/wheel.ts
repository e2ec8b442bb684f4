/** A saved wheel: what is said of it. */
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import type { WheelKey } from './key.ts';

/** What is said of a wheel beside it. */
export interface WheelRecord {
  /** Normalized (PEP 503). */
  readonly name: string;
  readonly version: string;
  readonly key: WheelKey;
  /** The oldest version of its libc that it runs with; absent where any does. */
  readonly floor?: string;
  readonly way: 'native' | 'cross' | 'emulated';
  readonly seconds: number;
  /** Days in UTC, `2026-11-20`. A use is written down when the last one that was is a week ago: see `staleAfter` of days.ts. */
  readonly compiled: string;
  readonly used: string;
}

/** The file of a restored wheel, with all platforms that install it. */
export interface RestoredFile {
  readonly name: string;
  readonly version: string;
  readonly filename: string;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly serves: readonly Platform[];
  readonly way: WheelRecord['way'];
  readonly seconds: number;
  readonly compiled: string;
}

/** A wheel as its artifact says it is. */
export interface WheelFound {
  readonly record: WheelRecord;
  readonly filename: string;
}

/** The digest of a file, by its hash in hexadecimal. */
export const digestOfWheel = (sha256: string): Digest => `sha256:${sha256}` as Digest;
