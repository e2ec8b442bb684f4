/** The user's own Dockerfile: where it is, and whether it takes the installed packages. */
import { resolve } from 'node:path';
import type { Cell } from '../cell/cell.ts';
import { seedArguments } from '../dockerfile/arguments.ts';
import { readOwnDockerfile } from '../dockerfile/own.ts';
import { Failure } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import type { World } from '../ports.ts';

export interface Own {
  readonly path: string;
  readonly context: string;
  readonly usesPackages: boolean;
}

/** Undefined where the image is rendered. @throws Failure when there is no such file. */
export async function ownDockerfile(world: World, inputs: Inputs, cell: Cell): Promise<Own | undefined> {
  if (inputs.dockerfile === undefined) return undefined;
  const path = resolve(inputs.dockerfile);
  const text = await world.files.read(path);
  if (text === undefined) {
    throw new Failure([
      {
        station: 'input',
        about: 'dockerfile',
        message: `There is no file "${inputs.dockerfile}". The input dockerfile is a path from the workspace; leave it empty to take the one that is rendered here.`,
      },
    ]);
  }
  const given = { ...seedArguments(cell, inputs.maintainer), ...inputs.buildArgs };
  return {
    path,
    context: resolve(inputs.buildPath),
    usesPackages: readOwnDockerfile(text, given).usesPackages,
  };
}
