/** The user's own Dockerfile: where it is, and whether it takes the installed packages. */
import type { Cell } from '../sources/package/cell.ts';
import { findBase, type ObservedBase } from './observe.ts';
import { seedArguments } from '../dockerfile/arguments.ts';
import { readOwnDockerfile } from '../dockerfile/own.ts';
import { Failure } from '../errors.ts';
import { FileFailure } from '../file-failure.ts';
import type { Inputs } from '../inputs/inputs.ts';
import { type Digest, type Repository, repositoryText } from '../names/reference.ts';
import type { Platform } from '../names/platform.ts';
import type { World } from '../ports.ts';
import type { Reader } from '../registry/client.ts';
import { RegistryProblem } from '../registry/errors.ts';
import { parseReference } from '../registry/reference.ts';
import { type ContextHashes, contextHashes, type GitFiles } from './context.ts';
import type { Made } from '../plan/fingerprint.ts';

export interface Own {
  readonly path: string;
  readonly context: string;
  readonly usesPackages: boolean;
  /** What its images mean today: reference as written to the image by digest. */
  readonly pins: Readonly<Record<string, string>>;
  readonly text: string;
  readonly contextHashes: ContextHashes;
  /** Images that it stands on or takes files from, as they are today. */
  readonly bases: readonly ObservedBase[];
  /** The one under its last stage. */
  readonly standsOn?: ObservedBase;
}

/** Undefined where the image is rendered. @throws Failure when there is no such file. */
export async function ownDockerfile(
  world: World,
  inputs: Inputs,
  cell: Cell,
  reader: Reader,
  made: readonly Made[],
  note: (text: string) => void,
): Promise<Own | undefined> {
  if (inputs.dockerfile === undefined) return undefined;
  const path = world.files.absolute(inputs.dockerfile);
  const text = await world.files.read(path).catch((error: unknown) => {
    throw error instanceof FileFailure ? error.of({ station: 'input', about: 'dockerfile' }) : error;
  });
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
  const read = readOwnDockerfile(text, given, cell.platforms);
  const { usesPackages, bases, unknown, sources, unseen } = read;
  const context = world.files.absolute(inputs.buildPath);
  const hashes = await contextHashes(world.files, { folder: context, dockerfile: path, sources });
  if (hashes.git !== undefined) note(gitNote(hashes.git));
  for (const { line, text: written, what } of unseen) {
    note(
      `line ${line} of the Dockerfile, ${written}: ${what}, of which nothing can be seen here; rebuild: always or a max_age renews it`,
    );
  }
  const looked = await Promise.all(
    bases.map(async (from) => [from, await look(reader, from, cell.platforms, made)] as const),
  );
  const unread = [...unknown, ...looked.flatMap(([from, base]) => (base === undefined ? [from] : []))];
  if (unread.length > 0) {
    note(
      `whether ${unread.join(', ')} moved cannot be seen: it was not found, or no registry could be asked about it`,
    );
  }
  const known = looked.flatMap(([, base]) => (base === undefined ? [] : [base]));
  const standsOn = known.find(({ reference }) => reference === read.standsOn);
  return {
    path,
    context,
    usesPackages,
    text,
    contextHashes: hashes,
    pins: Object.fromEntries(
      known
        .filter(({ reference }) => !reference.includes('@'))
        .map(({ reference, repository, digest }) => [reference, pinned(reference, repository, digest)]),
    ),
    bases: known,
    ...(standsOn === undefined ? {} : { standsOn }),
  };
}

/** Why a build context with Git's own files in it is worth a note. */
function gitNote({ paths, config }: GitFiles): string {
  const names = paths.join(', ');
  const credential = config
    ? ' The credential of a checkout may get into the image too: actions/checkout leaves it in .git/config unless persist-credentials is false.'
    : '';
  return `the Dockerfile takes ${names} from the build context, which is another one in every clone, so that each clone builds anew.${credential} The way out is a line **/.git in .dockerignore`;
}

/** An image as it is now. What cannot be looked up is left to the builder, which may know more. */
async function look(
  reader: Reader,
  from: string,
  platforms: readonly Platform[],
  made: readonly Made[],
): Promise<ObservedBase | undefined> {
  try {
    return await findBase(reader, from, platforms, made);
  } catch (error) {
    // What may pass is no answer: without this base, a move of it would not be seen.
    if (!(error instanceof Failure) || (error instanceof RegistryProblem && error.temporary)) throw error;
    return undefined;
  }
}

function pinned(reference: string, repository: Repository, digest: Digest): string {
  const parsed = parseReference(reference);
  const tag = parsed.ok ? parsed.value.tag : undefined;
  return `${repositoryText(repository)}:${tag ?? 'latest'}@${digest}`;
}
