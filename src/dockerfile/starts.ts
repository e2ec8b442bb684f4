/** What a container of an own Dockerfile's image starts: read from its text, since a build does not see it. */
import { posix } from 'node:path';
import type { Platform } from '../names/platform.ts';
import { jsonWords, readInstructions } from './instructions.ts';
import { type BuildArguments, globalScope, type Scope, stageScope } from './scope.ts';
import { globalArguments, readStages, type Stage } from './stages.ts';
import { expand, words } from './words.ts';

/** In exec form; what is written for a shell stands behind that shell. */
export interface Starts {
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  /** WORKDIR, which relative paths begin at. */
  readonly folder: string;
}

/**
 * Rules: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact", "WORKDIR". An ENTRYPOINT does away with the
 * CMD of what its stage stands on.
 *
 * @param below what the image under the last stage starts, where that is known.
 */
export function readStarts(
  text: string,
  given: BuildArguments,
  platform: Platform | undefined,
  below: Starts = { entrypoint: [], cmd: [], folder: '/' },
): Starts {
  const file = readInstructions(text);
  const { escape } = file;
  const globals = globalScope(globalArguments(file), given, platform, escape);
  const chain = chainOf(readStages(file, globals));
  let scope: Scope | undefined;
  let [entrypoint, cmd, folder, shell] = [below.entrypoint, below.cmd, below.folder, defaultShell];
  for (const { base, instructions } of chain) {
    scope = scope?.derived() ?? stageScope(globals, given, base.kind !== 'scratch', escape);
    let setsCmd = false;
    for (const instruction of instructions) {
      const { keyword, rest } = instruction;
      scope.add(instruction);
      switch (keyword) {
        case 'SHELL':
          shell = jsonWords(rest) ?? shell;
          break;
        case 'WORKDIR':
          // Where a part of it cannot be known, it is somewhere.
          folder = posix.resolve('/', folder, expand(words(rest, escape).join(' '), scope.get, escape) ?? '');
          break;
        case 'ENTRYPOINT':
          entrypoint = jsonWords(rest) ?? [...shell, rest];
          if (!setsCmd) cmd = [];
          break;
        case 'CMD':
          cmd = jsonWords(rest) ?? [...shell, rest];
          setsCmd = true;
          break;
        default:
      }
    }
  }
  return { entrypoint, cmd, folder };
}

const defaultShell: readonly string[] = ['/bin/sh', '-c'];

/** The last stage and those that it stands on, the lowest first. */
function chainOf(stages: readonly Stage[]): readonly Stage[] {
  const chain: Stage[] = [];
  for (let stage = stages.at(-1); stage !== undefined;) {
    chain.unshift(stage);
    stage = stage.base.kind === 'stage' ? stages[stage.base.index] : undefined;
  }
  return chain;
}
