/** Reads how requirements were compiled: the compiling stages write it beside the wheels. */
import { keyOf, type Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { readPerPlatform } from './local-output.ts';

/** One try to compile one requirement. */
export interface Attempt {
  readonly name: string;
  readonly version: string;
  readonly way: 'native' | 'cross' | 'emulated';
  /** Seconds since the epoch by the builder's clock. */
  readonly began?: number;
  /** Duration of the compile; a builder that has it in its cache spends none. */
  readonly seconds: number;
  /** Size of the wheel; absent where none was made. */
  readonly bytes?: number;
  /** Compiled modules that wheels for other platforms have and this one lacks: a library for them was missing. */
  readonly lacks?: readonly string[];
  /** Why none was made, as one line. */
  readonly why?: string;
}

/** Attempts by target platform; `native` stands for builds on the build machine's own. */
export type Attempts = ReadonlyMap<Platform | 'native', readonly Attempt[]>;

/** Those of several locks. */
export function mergedAttempts(all: readonly Attempts[]): Attempts {
  const merged = new Map<Platform | 'native', readonly Attempt[]>();
  for (const [where, attempts] of all.flatMap((one) => [...one]))
    merged.set(where, [...(merged.get(where) ?? []), ...attempts]);
  return merged;
}

/** Output folder of the bake target that compiles, among those of its image. */
export const attemptsFolder = 'compiled';
/** Written by the cross-compiling stage and by the compiling ones. */
const attemptFiles = ['cross.json', 'compiled.json'];

/** In the order of the attempts. @param folder that the bake target wrote to. */
export async function readAttempts(
  world: World,
  folder: string,
  platforms: readonly Platform[],
): Promise<Attempts> {
  const read = await Promise.all(attemptFiles.map((name) => readPerPlatform(world, folder, name, platforms)));
  const attempts = new Map<Platform, Attempt[]>();
  for (const { platform, text } of read.flat())
    attempts.set(platform, [...(attempts.get(platform) ?? []), ...parseAttempts(text)]);
  return attempts;
}

/** A file that was left half written, as by a full disk, gives none: the build reports its failure itself. */
export function parseAttempts(text: string): Attempt[] {
  try {
    return JSON.parse(text) as Attempt[];
  } catch {
    return [];
  }
}

/** The cross-compile that a line of buildx's log reports: a build that ends early leaves no file. */
export function parseAttemptLine(
  line: string,
  platforms: readonly Platform[],
): { readonly platform: Platform; readonly attempt: Attempt } | undefined {
  const [, not, name, version, key, seconds, rest] =
    /^#\d+ \d+\.\d+ (not )?cross-compiled (\S+) (\S+) for (\w+): (\d+\.\d) s, (.+)$/.exec(line) ?? [];
  const platform = platforms.find((one) => keyOf(one) === key);
  if (name === undefined || version === undefined || rest === undefined || platform === undefined)
    return undefined;
  const outcome = not === undefined ? { bytes: Number.parseInt(rest, 10) } : { why: rest };
  return { platform, attempt: { name, version, way: 'cross', seconds: Number(seconds), ...outcome } };
}
