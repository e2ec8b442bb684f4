/** Publishes into every repository that is to have the image, each for itself. */
import type { Verified } from '../build/verify.ts';
import { type Because, isFor } from '../decide/decide.ts';
import type { Present } from '../observe/observe.ts';
import { saySame } from '../decide/same.ts';
import { Failure, type Problem } from '../errors.ts';
import { type Digest, repositoryText } from '../names/reference.ts';
import { isIdentical } from '../publish/identical.ts';
import { moveAliases, publish, type Told } from '../publish/publish.ts';
import { type Manifest, readContent } from '../registry/manifest.ts';
import { bytesText, counted } from '../report/units.ts';
import { fingerprintHash, type Made } from '../plan/fingerprint.ts';
import { annotationsOfMade, readMade } from '../plan/build-record.ts';
import type { Context } from '../commands/context.ts';
import type { Destination } from '../commands/state.ts';

/** Those of which something must be built or put together. */
export const toMake = ({ state }: Context): Destination[] =>
  state.destinations.filter(({ decision }) => decision?.do === 'build' || decision?.do === 'rebase');

/** Whoever may not push is told now, and not after an hour of compiling. */
export async function probeWrites(context: Context): Promise<void> {
  const { client } = context.found;
  await each(toMake(context), ({ repository }) => client.probeWrite(repository));
}

/** Moves the tags that are behind where nothing is built. */
export function retag(context: Context): Promise<void> {
  const behind = context.state.destinations.filter(({ decision }) => decision?.do === 'retag');
  return each(behind, async (destination) => {
    destination.digest = await moveAliases({ ...asked(context, destination), ...context.cell.tags });
  });
}

export function publishAll(
  context: Context,
  destinations: readonly Destination[],
  verified: Verified,
): Promise<void> {
  const { content } = verified;
  const base = context.state.base?.repository;
  const mountFrom = base === undefined ? [] : [base];
  return each(destinations, async (destination) => {
    const { client } = context.found;
    const { observed, repository, decision } = destination;
    const built = decision?.do === 'build' ? decision.because : undefined;
    // An image that became too old is there anew, although it is the same: so that its age begins anew.
    const may = built !== undefined && !isFor(decision, ['expired']) && observed.is === 'present';
    if (may && (await isIdentical(content, client, repository, observed.index))) {
      await keepIdentical(context, destination, built, content.index);
      return;
    }
    const digest = await publish({
      ...asked(context, destination),
      verified,
      mountFrom: [...mountFrom],
      ...(context.inputs.overwrite
        ? {}
        : { only: { digest: observed.is === 'present' ? observed.index.digest : undefined } }),
    });
    // What one repository of a registry has, the next one need not be sent.
    mountFrom.push(repository);
    destination.digest = digest;
    if (digest !== content.index.digest) {
      context.state.notes.push(
        `another run published ${repositoryText(repository)}:${context.cell.tags.exact} at the same time and came last: its image stands, under all tags`,
      );
    }
  });
}

/** The old index stays, with its tags; aliases may still be behind. */
async function keepIdentical(
  context: Context,
  destination: Destination,
  built: Because,
  index: Manifest,
): Promise<void> {
  const { repository, observed } = destination;
  destination.digest = await moveAliases({ ...asked(context, destination), ...context.cell.tags });
  const because = { kind: 'identical', built } as const;
  destination.decision = { do: destination.moved.length > 0 ? 'retag' : 'keep', because };
  const made = readMade(readContent(index.bytes).annotations ?? {});
  if (made === undefined || observed.is !== 'present' || isOf(observed, made)) return;
  // Else the next run would find the same reason, and build the same again.
  try {
    await saySame(context.found.client, repository, observed.index, annotationsOfMade(made));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    context.state.notes.push(
      `that ${repositoryText(repository)} holds the outcome of today's inputs could not be noted there, so that the next run builds again: ${error.message}`,
    );
  }
}

const isOf = (observed: Present, made: Made): boolean =>
  observed.made !== undefined &&
  fingerprintHash(observed.made.fingerprint) === fingerprintHash(made.fingerprint);

function asked(context: Context, destination: Destination) {
  const { cell, inputs, found, world } = context;
  const told: Told = {
    onContent: ({ uploaded, mounted, there }) => {
      const sent = `${counted(uploaded.blobs, 'blob')} (${bytesText(uploaded.bytes)})`;
      world.log.info(
        `pushed   ${repositoryText(destination.repository)}: ${sent}; ${there.blobs + mounted.blobs} were in the registry already`,
      );
    },
    onPush: () => (destination.pushing = true),
    onTag: (tag, digest: Digest) => {
      destination.digest = digest;
      if (!destination.moved.includes(tag)) destination.moved.push(tag);
      world.log.info(`moved    ${repositoryText(destination.repository)}:${tag}`);
    },
    onHeld: (alias) => {
      destination.held.push(alias);
    },
  };
  return {
    client: found.client,
    repository: destination.repository,
    version: cell.version,
    forced: inputs.rebuild === 'always',
    told,
  };
}

/**
 * One after the other: what fails in one repository does not keep the others from theirs, and all is said in the end. What
 * follows for all of them is not begun then.
 */
export async function each(
  destinations: readonly Destination[],
  work: (destination: Destination) => Promise<void>,
): Promise<void> {
  const problems: Problem[] = [];
  for (const destination of destinations) {
    try {
      await work(destination);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new Failure(problems);
}
