/** The user's own Dockerfile: where it is, and whether it takes the installed packages. */
import { resolve } from 'node:path';
import type { Cell } from '../cell/cell.ts';
import { seedArguments } from '../dockerfile/arguments.ts';
import { readOwnDockerfile } from '../dockerfile/own.ts';
import { Failure } from '../errors.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { repositoryText, type Tag } from '../names/reference.ts';
import type { World } from '../ports.ts';
import type { Reader } from '../registry/client.ts';
import { parseReference } from '../registry/reference.ts';

export interface Own {
  readonly path: string;
  readonly context: string;
  readonly usesPackages: boolean;
  readonly pins: Readonly<Record<string, string>>;
}

/** Undefined where the image is rendered. @throws Failure when there is no such file. */
export async function ownDockerfile(
  world: World,
  inputs: Inputs,
  cell: Cell,
  reader: Reader,
): Promise<Own | undefined> {
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
  const { usesPackages, bases } = readOwnDockerfile(text, given);
  const pins = await Promise.all(bases.map(async (from) => [from, await pin(reader, from)] as const));
  return {
    path,
    context: resolve(inputs.buildPath),
    usesPackages,
    pins: Object.fromEntries(pins.flatMap(([from, image]) => (image === undefined ? [] : [[from, image]]))),
  };
}

/** An image by the digest that it has now. What cannot be looked up is left to the builder, which may know more. */
async function pin(reader: Reader, from: string): Promise<string | undefined> {
  const reference = parseReference(from);
  if (!reference.ok || reference.value.digest !== undefined) return undefined;
  const { repository, tag } = reference.value;
  try {
    const found = await reader.headManifest(repository, tag ?? ('latest' as Tag));
    return found === undefined
      ? undefined
      : `${repositoryText(repository)}:${tag ?? 'latest'}@${found.digest}`;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
