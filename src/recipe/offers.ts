/** Locks what the pip of a custom Dockerfile is offered: a lock for each base that its steps run on. */
import type { BesideFacts } from '../build/facts.ts';
import { offerPrograms, program, stagePrograms } from '../build/programs.ts';
import { renderDockerfile } from '../dockerfile/render.ts';
import { Failure } from '../errors.ts';
import type { BaseFacts } from '../lock/lock.ts';
import { NoSolution } from '../lock/uv-errors.ts';
import type { CustomDockerfile } from '../observe/custom-dockerfile.ts';
import { type Observed, platformsLeft } from '../observe/image.ts';
import type { OfferPart } from '../observe/offer.ts';
import type { BuildRecord, RecordedFacts } from '../plan/fingerprint.ts';
import { type ImageRun, note } from './image-run.ts';
import { type Resolved, resolveFor, resolveOn } from './resolve.ts';

export interface ResolvedOffer {
  readonly part: OfferPart;
  readonly resolved: Resolved;
}

const partsOf = ({ custom }: Pick<Observed, 'custom'>): readonly OfferPart[] => custom?.offer?.parts ?? [];

/** Without a lock pip is offered nothing on a base, which is never wrong: a note says why. */
export async function lockOffers(run: ImageRun, observed: Observed): Promise<readonly ResolvedOffer[]> {
  const platforms = platformsLeft(run.image, observed);
  const locked: ResolvedOffer[] = [];
  for (const part of partsOf(observed)) {
    const resolved = await orNothing(
      () => resolveOn(run.session, part.packages, part.base, platforms, { beside: libraryOf(run) }),
      (why) =>
        note(
          run,
          `what pip asks for in the Dockerfile on ${part.base.reference} could not be resolved, so that nothing is compiled for it: ${why}`,
        ),
    );
    // Nothing is removed from a base: pip does that.
    if (resolved !== undefined) locked.push({ part, resolved: { ...resolved, replaced: [] } });
  }
  return locked;
}

/**
 * Bytecode of the library is compiled while the builder pulls the base, since every step that runs pip waits for it. Its
 * stage and its programs are those of the build itself, or the builder would do it once more.
 */
function libraryOf({ session: { programs }, policy }: ImageRun): BesideFacts | undefined {
  if (policy.dryRun) return undefined;
  const dockerfile = renderDockerfile(program(programs, 'Dockerfile'), {
    native: false,
    compile: [],
    platforms: [],
    emulated: false,
    different: false,
    replaced: false,
    runtimePackages: false,
    buildConstraints: false,
    extraIndexes: false,
    image: false,
    offered: true,
  });
  return {
    stage: 'library',
    dockerfile,
    programs: { ...stagePrograms(programs), ...offerPrograms(programs) },
  };
}

/**
 * The same for the bases as a published image knows them, without a word. What its record does not know was not offered
 * then, and is no reason to build it again: the next build writes it down.
 */
export async function lockedAsRecorded(
  { session }: Pick<ImageRun, 'session'>,
  observed: Pick<Observed, 'custom' | 'dropped'>,
  record: Pick<BuildRecord, 'facts'>,
  platforms: readonly BaseFacts['platform'][],
): Promise<readonly ResolvedOffer[]> {
  const locked: ResolvedOffer[] = [];
  for (const part of partsOf(observed)) {
    const facts = factsFor(record, observed.custom, part).filter((one) => platforms.includes(one.platform));
    const resolved =
      facts.length === 0
        ? undefined
        : await orNothing(
            () => resolveFor(session, part.packages, facts),
            () => {},
          );
    if (resolved !== undefined) locked.push({ part, resolved });
  }
  return locked;
}

/** The first base of a record has no name in it, be it that of the packages or of a step that runs pip. */
const isFirst = (
  custom: Pick<CustomDockerfile, 'usesPackages' | 'offer'> | undefined,
  part: OfferPart,
): boolean => custom?.usesPackages === false && custom.offer?.parts[0]?.context === part.context;

/** Facts of the base of an offer, for a record. */
export const recordedFacts = (
  custom: Pick<CustomDockerfile, 'usesPackages' | 'offer'> | undefined,
  part: OfferPart,
  facts: readonly BaseFacts[],
): readonly RecordedFacts[] =>
  isFirst(custom, part) ? facts : facts.map((one) => ({ ...one, base: part.base.reference }));

/** Facts of the base of an offer, of a record. */
const factsFor = (
  { facts }: Pick<BuildRecord, 'facts'>,
  custom: Pick<CustomDockerfile, 'usesPackages' | 'offer'> | undefined,
  part: OfferPart,
): readonly BaseFacts[] =>
  facts.flatMap(({ base, ...one }) =>
    (isFirst(custom, part) ? base === undefined : base === part.base.reference) ? [one] : [],
  );

/** @param say told why there is nothing; a fault that may pass is thrown. */
export async function orNothing<T>(
  work: () => Promise<T>,
  say: (why: string) => void,
): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    const isOwn =
      error instanceof NoSolution ||
      (error instanceof Failure && error.problems.every(({ station }) => station === 'build'));
    if (!isOwn) throw error;
    say(error.problems[0]?.message ?? error.message);
    return undefined;
  }
}
