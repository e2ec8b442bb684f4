/** Observes a custom Dockerfile: the files that it takes, and the images that it stands on as they are today. */
import { baseFaults } from '../dockerfile/base-fault.ts';
import { readCustomDockerfile } from '../dockerfile/custom.ts';
import { instructionNames } from '../dockerfile/instructions.ts';
import { stageWithoutLayer } from '../dockerfile/no-layer.ts';
import { type StageFault, stageFault } from '../dockerfile/stage-fault.ts';
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { FileFailure } from '../file-failure.ts';
import { nearest } from '../names/nearest.ts';
import { repositoryText } from '../names/reference.ts';
import type { Platform } from '../names/platform.ts';
import { shown } from '../names/shown.ts';
import type { World } from '../ports.ts';
import type { Reader } from '../registry/client.ts';
import { RegistryProblem } from '../registry/errors.ts';
import type { BuildRecord } from '../plan/fingerprint.ts';
import type { Content, Image } from '../plan/image.ts';
import { observeOffer, type Offer } from './offer.ts';
import { type ContextHashes, contextHashes, type GitFiles } from './context.ts';
import { findBase, type ObservedBase } from './observe.ts';

export interface CustomDockerfile {
  readonly path: string;
  readonly context: string;
  readonly usesPackages: boolean;
  /** Its images today: reference as written to the image by digest. */
  readonly pins: Readonly<Record<string, string>>;
  readonly text: string;
  /** Text of the `.dockerignore` that is the file's own; read only where another text than the file's is built. */
  readonly ignore?: string;
  readonly contextHashes: ContextHashes;
  /** Images that it stands on or takes files from, as they are today; without those of the same plan. */
  readonly bases: readonly ObservedBase[];
  /** The image under its last stage. */
  readonly standsOn?: ObservedBase;
  /** The same where it is an image of the same plan: the reference as written. */
  readonly parent?: string;
  /** What its own pip is offered; absent for nothing. */
  readonly offer?: Offer;
}

type DockerfileContent = Extract<Content, { readonly kind: 'dockerfile' }>;

/** @throws Failure when there is no such file, or it has no stage. */
export async function observeDockerfile(
  world: Pick<World, 'files'>,
  content: DockerfileContent,
  { platforms }: Pick<Image, 'platforms'>,
  reader: Reader,
  records: readonly BuildRecord[],
  note: (text: string) => void,
): Promise<CustomDockerfile> {
  const { path, context, arguments: given, packages, parents, published = {}, triggers = {} } = content;
  const file = world.files.absolute(path);
  const text = await world.files.read(file).catch((error: unknown) => {
    throw error instanceof FileFailure ? error.of({ station: 'input', about: 'dockerfile' }) : error;
  });
  if (text === undefined) {
    throw wrongFile(
      `There is no file "${path}". The input dockerfile is a path from the workspace; leave it empty to take the one that is rendered here.`,
    );
  }
  const fault = stageFault(text, given);
  if (fault !== undefined) throw wrongFile(`"${path}", line ${fault.line}: ${faultText(fault)}`);
  const empty = stageWithoutLayer(text);
  if (empty !== undefined)
    throw wrongFile(
      `"${path}", line ${empty}: the last stage stands on scratch and adds nothing, so that the image has no layer, and nothing that could be checked. Copy into it what it is for.`,
    );
  const faults = baseFaults(text, given, platforms);
  if (faults.length > 0)
    throw new Failure(
      faults.flatMap(({ line, message }) => wrongFile(`"${path}", line ${line}: ${message}`).problems),
    );
  const read = readCustomDockerfile(text, given, platforms, triggers);
  const { unknown, sources, unpinned } = read;
  const usesPackages = read.usesPackages && packages !== undefined;
  const folder = world.files.absolute(context);
  const hashes = await contextHashes(world.files, { folder, dockerfile: file, sources });
  if (hashes.git !== undefined) note(gitNote(hashes.git));
  const own = new Set([...Object.keys(parents), ...Object.keys(published)]);
  const bases = read.bases.filter((from) => !own.has(from));
  const observed = await Promise.all(
    bases.map(async (from) => [from, await observeFrom(reader, from, platforms, records)] as const),
  );
  const unread = [...unknown, ...observed.flatMap(([from, base]) => (base === undefined ? [from] : []))]
    // What is written by its digest does not move.
    .filter((from) => !from.includes('@'));
  if (unread.length > 0) {
    note(
      `whether ${unread.map(shown).join(', ')} moved cannot be seen: it was not found, or no registry could be asked about it`,
    );
  }
  const known = observed.flatMap(([, base]) => (base === undefined ? [] : [base]));
  const standsOn = known.find(({ reference }) => reference === read.standsOn);
  const offer = await observeOffer(world, { text, content, platforms, bases: known, folder }, note);
  // What pip takes there is resolved here, too: a release that moves is seen.
  const offered = new Set(offer?.parts.flatMap(({ lines }) => lines.map(({ line }) => line)));
  for (const { line, text: written, what, byPip } of unpinned) {
    if (byPip === true && offered.has(line)) continue;
    note(
      `line ${line} of the Dockerfile, ${written}: ${what}, of which nothing can be seen here; rebuild: always or a max_age renews it`,
    );
  }
  const ignore =
    read.triggers.length === 0 && offer === undefined
      ? undefined
      : await world.files.read(`${file}.dockerignore`);
  const parent = read.standsOn !== undefined && own.has(read.standsOn) ? read.standsOn : undefined;
  return {
    path: file,
    context: folder,
    usesPackages,
    text,
    contextHashes: hashes,
    pins: Object.fromEntries(
      known.filter(({ reference }) => !reference.includes('@')).map((base) => [base.reference, pinned(base)]),
    ),
    bases: known,
    ...defined({ standsOn, parent, ignore, offer }),
  };
}

const wrongFile = (message: string): Failure =>
  new Failure([{ station: 'input', about: 'dockerfile', message }]);

function faultText({ keyword }: StageFault): string {
  if (keyword === undefined)
    return 'the file ends without a FROM. A Dockerfile has at least one stage: begin it with FROM and the name of an image.';
  if (instructionNames.includes(keyword))
    return `${shown(keyword)} stands before the first FROM, where only ARG may. Put it below the FROM of the stage that it belongs to.`;
  const near = nearest(keyword, instructionNames);
  const way =
    near === undefined
      ? 'A Dockerfile begins with FROM and the name of an image.'
      : `Did you mean "${near}"?`;
  return `${shown(keyword)} is no instruction. ${way}`;
}

/** Explains what Git's own files in a build context lead to. */
function gitNote({ paths, config }: GitFiles): string {
  const names = paths.join(', ');
  const credential = config
    ? ' The credential of a checkout may get into the image too: actions/checkout leaves it in .git/config unless persist-credentials is false.'
    : '';
  return `the Dockerfile takes ${names} from the build context, which is another one in every clone, so that each clone builds anew.${credential} The way out is a line **/.git in .dockerignore`;
}

/** An image as it is now. One that cannot be looked up is left to the builder, which may know more. */
async function observeFrom(
  reader: Reader,
  from: string,
  platforms: readonly Platform[],
  record: readonly BuildRecord[],
): Promise<ObservedBase | undefined> {
  try {
    return await findBase(reader, from, platforms, record);
  } catch (error) {
    // A fault that may pass is thrown: without this base, a move of it would not be seen.
    if (!(error instanceof Failure) || (error instanceof RegistryProblem && error.temporary)) throw error;
    return undefined;
  }
}

const pinned = ({ repository, tag, digest }: ObservedBase): string =>
  `${repositoryText(repository)}:${tag ?? 'latest'}@${digest}`;
