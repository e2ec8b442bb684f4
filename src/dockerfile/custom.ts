import type { Platform } from '../names/platform.ts';
import { type ContextSource, contextSources } from './context-sources.ts';
import { type Instruction, type Instructions, readInstructions } from './instructions.ts';
import { type BuildArguments, globalScope, type Scope, stageScope } from './scope.ts';
import {
  type From,
  globalArguments,
  reachedStages,
  readStages,
  type Stage,
  type Triggers,
} from './stages.ts';
import { type Unpinned, unpinnedOf } from './unpinned.ts';
import { variableNames, type Variables } from './words.ts';

/** Facts about the last stage and the stages that it needs; BuildKit builds no others. */
export interface DockerfileFacts {
  readonly usesPackages: boolean;
  /** The image under the last stage, possibly through other stages; absent where there is none, or it is unknown. */
  readonly standsOn?: string;
  /** Images that stages are built on or copy from, after ARG expansion, each once. */
  readonly bases: readonly string[];
  /** Each of them as it is written, with its variables. */
  readonly written: Readonly<Record<string, string>>;
  /** Names of images with an unknown variable, as written, each once. */
  readonly unknown: readonly string[];
  /** Those names in a FROM whose variables have no value, with these. */
  readonly unset: readonly { readonly written: string; readonly names: readonly string[] }[];
  /** Those names with a variable outside of FROM, where BuildKit expands none. */
  readonly unexpanded: readonly string[];
  /** Files of the build context that can get into the image. */
  readonly sources: readonly ContextSource[];
  readonly unpinned: readonly Unpinned[];
  /** Instructions that the last stage leaves, by ONBUILD, to the images that are built on this one. */
  readonly triggers: readonly Instruction[];
}

/**
 * Reads the stages as BuildKit does for a build without a target. Reads any text: BuildKit reports its faults.
 *
 * @param buildArguments override the defaults of ARGs, as `--build-arg` does.
 * @param platforms of the build, for names with `$TARGETARCH`; without any, such names are unknown.
 * @param triggers of the images that it may stand on, by reference.
 */
export function readCustomDockerfile(
  text: string,
  buildArguments: BuildArguments,
  platforms: readonly Platform[] = [],
  triggers: Triggers = {},
): DockerfileFacts {
  const file = readInstructions(text);
  const perPlatform = (platforms.length === 0 ? [undefined] : platforms).map((platform) =>
    readForPlatform(
      file,
      buildArguments,
      globalScope(globalArguments(file), buildArguments, platform, file.escape),
      triggers,
    ),
  );
  // Where each platform has its own image, there is no one image to name.
  const [standsOn, ...others] = distinct(perPlatform.map((facts) => facts.standsOn));
  return {
    usesPackages: perPlatform.some(({ usesPackages }) => usesPackages),
    ...(standsOn === undefined || others.length > 0 ? {} : { standsOn }),
    bases: distinct(perPlatform.flatMap(({ bases }) => bases)),
    written: Object.assign({}, ...perPlatform.map(({ written }) => written)) as Record<string, string>,
    unknown: distinct(perPlatform.flatMap(({ unknown }) => unknown)),
    unset: distinct(perPlatform.flatMap(({ unset }) => unset)),
    unexpanded: distinct(perPlatform.flatMap(({ unexpanded }) => unexpanded)),
    sources: distinct(perPlatform.flatMap(({ sources }) => sources)),
    unpinned: distinct(perPlatform.flatMap(({ unpinned }) => unpinned)).toSorted(
      (one, other) => one.line - other.line,
    ),
    triggers: distinct(perPlatform.flatMap((facts) => facts.triggers)),
  };
}

function readForPlatform(
  file: Instructions,
  buildArguments: BuildArguments,
  globals: Variables,
  triggers: Triggers,
): DockerfileFacts {
  const { escape } = file;
  const stages = readStages(file, globals, triggers);
  const reached = reachedStages(stages);
  const bases = reached.map((index) => stages[index]!.base);
  const copies = reached.flatMap((index) => stages[index]!.copies);
  const froms = reached.flatMap((index) => [stages[index]!.base, ...stages[index]!.copies]);
  const imageFroms = froms.flatMap((from) => (from.kind === 'image' ? [from] : []));
  const images = imageFroms.map(({ reference }) => reference);

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
    written: Object.fromEntries(imageFroms.map(({ reference, written }) => [reference, written])),
    unknown: unknownOf(froms),
    unset: unknownOf(bases)
      .map((written) => ({
        written,
        names: distinct(variableNames(written)).filter(
          (name) => globals(name) === undefined || globals(name) === '',
        ),
      }))
      .filter(({ names }) => names.length > 0),
    unexpanded: unknownOf(copies).filter((written) => written.includes('$')),
    sources,
    unpinned,
    triggers: stages.at(-1)?.triggers ?? [],
  };
}

const unknownOf = (froms: readonly From[]): string[] =>
  froms.flatMap((from) => (from.kind === 'unknown' ? [from.written] : []));

const distinct = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
];

function parentImageOf(stages: readonly Stage[]): string | undefined {
  let base = stages.at(-1)?.base;
  while (base?.kind === 'stage') base = stages[base.index]?.base;
  return base?.kind === 'image' ? base.reference : undefined;
}
