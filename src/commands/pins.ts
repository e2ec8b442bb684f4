/** Compares the images of a file of pins with what their tags have today, and brings the file up to date. */
import { defined } from '../defined.ts';
import { join } from 'node:path';
import { caBundleProblem } from './require-files.ts';
import { readCustomDockerfile } from '../dockerfile/custom.ts';
import { Failure, type Problem } from '../errors.ts';
import { fileFailure } from '../file-failure.ts';
import type { PinsInputs } from '../inputs/pins.ts';
import type { Digest } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import type { World } from '../ports.ts';
import type { Reader } from '../registry/client.ts';
import { parseReference } from '../registry/reference.ts';
import type { PinRow, PinsReport } from '../report/pins.ts';
import { openRegistries } from '../session/registries.ts';
import { readSmall } from '../sources/small-file.ts';
import { findDockerfiles } from '../sources/tree/find.ts';
import { movedPins, type Pin, pinProblems, readPins, updatePins, withImages } from '../sources/tree/pins.ts';

/** Never throws for what a user can act on: the report carries it. */
export async function pins(world: World, inputs: PinsInputs): Promise<PinsReport> {
  const path = inputs.pins ?? join(inputs.path, 'digests.env');
  const failed = (problems: readonly Problem[]): PinsReport => ({
    path,
    pins: [],
    isWritten: false,
    problems,
  });
  try {
    const untrusted =
      inputs.caBundle === undefined ? undefined : await caBundleProblem(world, inputs.caBundle);
    if (untrusted !== undefined) return failed([untrusted]);
    const text = await readSmall(world.files, path);
    if (text === undefined) return failed([absent(path)]);
    const read = readPins(text);
    if (read.messages.length > 0) return failed(pinProblems(path, read));
    const named = withImages(read.pins, await references(world, inputs.path));
    const { reader } = await openRegistries(world, {});
    const found = await Promise.all(named.map((pin) => lookUp(reader, pin)));
    const problems = found.flatMap(({ problem }) => problem ?? []);
    const today = Object.fromEntries(
      found.flatMap(({ pin, digest }) =>
        pin.image === undefined || digest === undefined ? [] : [[pin.image, digest] as const],
      ),
    );
    const moved = movedPins(named, today);
    const isWritten = inputs.update && moved.length > 0;
    if (isWritten) await world.files.replace(path, Buffer.from(updatePins(text, moved)));
    return { path, pins: found.map(rowOf), isWritten, problems };
  } catch (error) {
    const failure = error instanceof Failure ? error : fileFailure(error);
    if (failure === undefined) throw error;
    return failed(failure.problems);
  }
}

/** References of all Dockerfiles, which say of which image a digest is that stands alone. */
async function references({ files }: Pick<World, 'files'>, root: string): Promise<string[]> {
  if ((await files.stat(root))?.kind !== 'folder') return [];
  const found = await findDockerfiles(files, { root, exclude: [], named: [] }).catch((error: unknown) => {
    if (error instanceof Failure) return [];
    throw error;
  });
  const texts = await Promise.all(found.map(({ path }) => files.read(path)));
  return texts.flatMap((text) => readCustomDockerfile(text ?? '', {}).bases);
}

interface Found {
  readonly pin: Pin;
  /** Absent where the image is not known, or not there. */
  readonly digest?: Digest;
  readonly problem?: readonly Problem[];
}

async function lookUp(reader: Pick<Reader, 'headManifest'>, pin: Pin): Promise<Found> {
  const reference = pin.image === undefined ? undefined : parseReference(pin.image);
  if (reference === undefined) return { pin };
  if (!reference.ok) return { pin, problem: [problem(pin, reference.message)] };
  const { repository, tag } = reference.value;
  try {
    const head = await reader.headManifest(repository, tag ?? ('latest' as never));
    if (head === undefined) return { pin, problem: [problem(pin, `${pin.image} does not exist any more.`)] };
    return { pin, digest: head.digest };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { pin, problem: error.problems.map((one) => ({ ...one, message: inLine(pin, one.message) })) };
  }
}

const problem = (pin: Pin, message: string): Problem => ({
  station: 'registry',
  about: pin.name,
  message: inLine(pin, message),
});

const inLine = ({ name, line }: Pin, message: string): string => `line ${line}, ${name}: ${message}`;

const rowOf = ({ pin, digest }: Found): PinRow => ({
  name: pin.name,
  line: pin.line,
  digest: pin.digest,
  ...defined({ image: pin.image, today: digest }),
});

const absent = (path: string): Problem => ({
  station: 'input',
  about: 'pins',
  message: `There is no file ${shown(path)} of pins: lines NAME=value, with an image and its digest. Name it in the input pins.`,
});
