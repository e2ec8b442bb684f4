/** What is read from a user's own Dockerfile: what its image stands on and is made from. */
import type { Platform } from '../names/platform.ts';
import { type ContextSource, contextSources } from './context-sources.ts';
import { type Instructions, readInstructions } from './instructions.ts';
import { type BuildArguments, globalScope, type Scope, stageScope } from './scope.ts';
import { globalArguments, reachedStages, readStages } from './stages.ts';
import { type Unseen, unseenOf } from './unseen.ts';
import type { Variables } from './words.ts';

/** Of the last stage, and of the stages that it needs: others are not built. */
export interface OwnDockerfile {
  /** Takes the installed requirements through the `packages` context. */
  readonly usesPackages: boolean;
  /** Images that stages stand on or take files from, after ARG expansion, each once; without those that cannot be known. */
  readonly bases: readonly string[];
  /** As written, each once: images whose name has a variable in it that cannot be known. */
  readonly unknown: readonly string[];
  /** What of the build context can get into the image. */
  readonly sources: readonly ContextSource[];
  /** In the file's order. */
  readonly unseen: readonly Unseen[];
}

/**
 * Reads the stages as BuildKit does where no target is chosen. Takes any text: what is wrong in it is the builder's to say.
 *
 * @param buildArguments override the defaults of ARGs, as `--build-arg` does.
 * @param platforms that are built for: a name with `$TARGETARCH` in it is another one on each. Without any, it is unknown.
 */
export function readOwnDockerfile(
  text: string,
  buildArguments: BuildArguments,
  platforms: readonly Platform[] = [],
): OwnDockerfile {
  const file = readInstructions(text);
  const all = (platforms.length === 0 ? [undefined] : platforms).map((platform) =>
    readFor(file, buildArguments, globalScope(globalArguments(file), buildArguments, platform, file.escape)),
  );
  return {
    usesPackages: all.some(({ usesPackages }) => usesPackages),
    bases: distinct(all.flatMap(({ bases }) => bases)),
    unknown: distinct(all.flatMap(({ unknown }) => unknown)),
    sources: distinct(all.flatMap(({ sources }) => sources)),
    unseen: distinct(all.flatMap(({ unseen }) => unseen)).toSorted((one, other) => one.line - other.line),
  };
}

function readFor(file: Instructions, given: BuildArguments, globals: Variables): OwnDockerfile {
  const { escape } = file;
  const stages = readStages(file, globals);
  const reached = reachedStages(stages);
  const froms = reached.flatMap((index) => [stages[index]!.base, ...stages[index]!.copies]);
  const images = froms.flatMap((from) => (from.kind === 'image' ? [from.reference] : []));

  const scopes = new Map<number, Scope>();
  const sources: ContextSource[] = [];
  const unseen: Unseen[] = [];
  for (const index of reached) {
    const { base, instructions } = stages[index]!;
    const below = base.kind === 'stage' ? scopes.get(base.index) : undefined;
    const scope = below?.derived() ?? stageScope(globals, given, base.kind !== 'scratch', escape);
    scopes.set(index, scope);
    for (const instruction of instructions) {
      scope.add(instruction);
      sources.push(...contextSources(instruction, scope.get, escape));
      const found = unseenOf(instruction, scope.get, escape);
      if (found !== undefined) unseen.push(found);
    }
  }
  // A stage of that name is the user's own, and no context may stand in its place.
  const isContext = (image: string): boolean =>
    image === 'packages' && !stages.some(({ name }) => name === 'packages');
  return {
    usesPackages: images.some(isContext),
    bases: images.filter((image) => !isContext(image)),
    unknown: froms.flatMap((from) => (from.kind === 'unknown' ? [from.written] : [])),
    sources,
    unseen,
  };
}

/** Each value once, in the order in which they come first. */
const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];
