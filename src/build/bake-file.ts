/** A bake file as a value. */
import type { Platform } from '../names/platform.ts';

/** A target as `docker buildx bake` reads it; paths are relative to the folder that it runs in. */
export interface Target {
  readonly context: string;
  readonly dockerfile?: string;
  readonly 'dockerfile-inline'?: string;
  readonly target?: string;
  readonly platforms?: readonly Platform[];
  readonly contexts?: Readonly<Record<string, string>>;
  readonly args?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** `LEVEL:KEY=VALUE`. */
  readonly annotations?: readonly string[];
  readonly secret?: readonly string[];
  readonly attest?: readonly string[];
  readonly 'no-cache'?: true;
  readonly 'no-cache-filter'?: readonly string[];
  readonly output: readonly string[];
}

export interface BakeFile {
  readonly target: Readonly<Record<string, Target>>;
}
