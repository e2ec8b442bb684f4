/** How requirements were compiled: what the compiling stages write beside the wheels. */
import { keyOf, type Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import { readPerPlatform } from './local-output.ts';

/** One try to compile one requirement. */
export interface Attempt {
  readonly name: string;
  readonly version: string;
  readonly way: 'native' | 'cross' | 'emulated';
  /** When, in seconds since the epoch by the builder's clock. */
  readonly began?: number;
  /** What it took when it was done: a builder that has it in its cache spends none. */
  readonly seconds: number;
  /** Of the wheel; absent where none was made. */
  readonly bytes?: number;
  /** Compiled modules of wheels for other platforms that it has not: a library for them was not there. */
  readonly lacks?: readonly string[];
  /** Why none was made, as one line. */
  readonly why?: string;
}

/** By the platform that was compiled for; `native` stands for what is built on the build machine's own. */
export type Attempts = ReadonlyMap<Platform | 'native', readonly Attempt[]>;

/** Folder that the bake target of what is compiled writes to, among those of its image. */
export const attemptsFolder = 'compiled';
/** Written by the cross-compiling stage and by the compiling ones. */
const files = ['cross.json', 'compiled.json'];

/** In the order of the tries. @param folder that the bake target wrote to. */
export async function readAttempts(
  world: World,
  folder: string,
  platforms: readonly Platform[],
): Promise<Attempts> {
  const read = await Promise.all(files.map((name) => readPerPlatform(world, folder, name, platforms)));
  const found = new Map<Platform, Attempt[]>();
  for (const { platform, text } of read.flat())
    found.set(platform, [...(found.get(platform) ?? []), ...parseAttempts(text)]);
  return found;
}

/** None of a file that was left half written, as by a full disk: the build says itself what went wrong. */
export function parseAttempts(text: string): Attempt[] {
  try {
    return JSON.parse(text) as Attempt[];
  } catch {
    return [];
  }
}

/** What a line of buildx's says of a requirement that was cross-compiled, or could not be: of a build that ends early no file comes. */
export function saidAttempt(
  line: string,
  platforms: readonly Platform[],
): { readonly platform: Platform; readonly attempt: Attempt } | undefined {
  const [, not, name, version, key, seconds, rest] =
    /^#\d+ \d+\.\d+ (not )?cross-compiled (\S+) (\S+) for (\w+): (\d+\.\d) s, (.+)$/.exec(line) ?? [];
  const platform = platforms.find((one) => keyOf(one) === key);
  if (name === undefined || version === undefined || rest === undefined || platform === undefined)
    return undefined;
  const came = not === undefined ? { bytes: Number.parseInt(rest, 10) } : { why: rest };
  return { platform, attempt: { name, version, way: 'cross', seconds: Number(seconds), ...came } };
}
