/** Reads the command of a custom Dockerfile's image from its text: the build that runs the checks cannot see it. */
import { posix } from 'node:path';
import type { Platform } from '../names/platform.ts';
import { jsonWords, readInstructions } from './instructions.ts';
import { type BuildArguments, globalScope, type Scope, stageScope } from './scope.ts';
import { globalArguments, readStages, type Stage } from './stages.ts';
import { expand, words } from './words.ts';

/** The command in exec form; one in shell form follows its shell. */
export interface Starts {
  readonly entrypoint: readonly string[];
  readonly cmd: readonly string[];
  readonly folder: string;
}

/**
 * Rules: Dockerfile reference, "Understand how CMD and ENTRYPOINT interact", "WORKDIR". An ENTRYPOINT resets the CMD of the
 * parent image.
 *
 * @param parent command of the image under the last stage, where it is known.
 */
export function readStarts(
  text: string,
  buildArguments: BuildArguments,
  platform: Platform | undefined,
  parent: Starts = { entrypoint: [], cmd: [], folder: '/' },
): Starts {
  const file = readInstructions(text);
  const { escape } = file;
  const globals = globalScope(globalArguments(file), buildArguments, platform, escape);
  const chain = chainOf(readStages(file, globals));
  let scope: Scope | undefined;
  let [entrypoint, cmd, folder, shell] = [parent.entrypoint, parent.cmd, parent.folder, defaultShell];
  for (const { base, instructions } of chain) {
    scope = scope?.derived() ?? stageScope(globals, buildArguments, base.kind !== 'scratch', escape);
    let setsCmd = false;
    for (const instruction of instructions) {
      const { keyword, rest } = instruction;
      scope.add(instruction);
      switch (keyword) {
        case 'SHELL':
          shell = jsonWords(rest) ?? shell;
          break;
        case 'WORKDIR':
          // A path with an unknown variable leaves the folder as it is.
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

function chainOf(stages: readonly Stage[]): readonly Stage[] {
  const chain: Stage[] = [];
  for (let stage = stages.at(-1); stage !== undefined;) {
    chain.unshift(stage);
    stage = stage.base.kind === 'stage' ? stages[stage.base.index] : undefined;
  }
  return chain;
}
