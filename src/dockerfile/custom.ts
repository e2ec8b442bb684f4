import type { Platform } from '../names/platform.ts';
import { type ContextSource, contextSources } from './context-sources.ts';
import { type Instructions, readInstructions } from './instructions.ts';
import { type BuildArguments, globalScope, type Scope, stageScope } from './scope.ts';
import { globalArguments, reachedStages, readStages, type Stage } from './stages.ts';
import { type Unpinned, unpinnedOf } from './unpinned.ts';
import type { Variables } from './words.ts';

/** Facts about the last stage and the stages that it needs; BuildKit builds no others. */
export interface DockerfileFacts {
  readonly usesPackages: boolean;
  /** The image under the last stage, possibly through other stages; absent where there is none, or it is unknown. */
  readonly standsOn?: string;
  /** Images that stages are built on or copy from, after ARG expansion, each once. */
  readonly bases: readonly string[];
  /** Names of images with an unknown variable, as written, each once. */
  readonly unknown: readonly string[];
  /** Files of the build context that can get into the image. */
  readonly sources: readonly ContextSource[];
  readonly unpinned: readonly Unpinned[];
}

/**
 * Reads the stages as BuildKit does for a build without a target. Reads any text: BuildKit reports its faults.
 *
 * @param buildArguments override the defaults of ARGs, as `--build-arg` does.
 * @param platforms of the build, for names with `$TARGETARCH`; without any, such names are unknown.
 */
export function readCustomDockerfile(
  text: string,
  buildArguments: BuildArguments,
  platforms: readonly Platform[] = [],
): DockerfileFacts {
  const file = readInstructions(text);
  const perPlatform = (platforms.length === 0 ? [undefined] : platforms).map((platform) =>
    readForPlatform(
      file,
      buildArguments,
      globalScope(globalArguments(file), buildArguments, platform, file.escape),
    ),
  );
  // Where each platform has its own image, there is no one image to name.
  const [standsOn, ...others] = distinct(perPlatform.map((facts) => facts.standsOn));
  return {
    usesPackages: perPlatform.some(({ usesPackages }) => usesPackages),
    ...(standsOn === undefined || others.length > 0 ? {} : { standsOn }),
    bases: distinct(perPlatform.flatMap(({ bases }) => bases)),
    unknown: distinct(perPlatform.flatMap(({ unknown }) => unknown)),
    sources: distinct(perPlatform.flatMap(({ sources }) => sources)),
    unpinned: distinct(perPlatform.flatMap(({ unpinned }) => unpinned)).toSorted(
      (one, other) => one.line - other.line,
    ),
  };
}

function readForPlatform(
  file: Instructions,
  buildArguments: BuildArguments,
  globals: Variables,
): DockerfileFacts {
  const { escape } = file;
  const stages = readStages(file, globals);
  const reached = reachedStages(stages);
  const froms = reached.flatMap((index) => [stages[index]!.base, ...stages[index]!.copies]);
  const images = froms.flatMap((from) => (from.kind === 'image' ? [from.reference] : []));

  const scopes = new Map<number, Scope>();
  const sources: ContextSource[] = [];
  const unpinned: Unpinned[] = [];
  for (const index of reached) {
    const { base, instructions } = stages[index]!;
    const parent = base.kind === 'stage' ? scopes.get(base.index) : undefined;
    const scope = parent?.derived() ?? stageScope(globals, buildArguments, base.kind !== 'scratch', escape);
    scopes.set(index, scope);
    for (const instruction of instructions) {
      scope.add(instruction);
      sources.push(...contextSources(instruction, scope.get, escape));
      unpinned.push(...unpinnedOf(instruction, scope.get, escape));
    }
  }
  const isContext = (image: string): boolean =>
    image === 'packages' && !stages.some(({ name }) => name === 'packages');
  const standsOn = parentImageOf(stages);
  return {
    usesPackages: images.some(isContext),
    ...(standsOn === undefined || isContext(standsOn) ? {} : { standsOn }),
    bases: images.filter((image) => !isContext(image)),
    unknown: froms.flatMap((from) => (from.kind === 'unknown' ? [from.written] : [])),
    sources,
    unpinned,
  };
}

const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

function parentImageOf(stages: readonly Stage[]): string | undefined {
  let base = stages.at(-1)?.base;
  while (base?.kind === 'stage') base = stages[base.index]?.base;
  return base?.kind === 'image' ? base.reference : undefined;
}
