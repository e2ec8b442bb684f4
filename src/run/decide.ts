/** Compares what every repository holds with what is wanted, and says what is done there. */
import { decide, type Decision, type MendedAdvisory, type Wanted } from '../decide/decide.ts';
import { reasonText } from '../decide/reason.ts';
import { findAttachedRecord } from '../decide/attached-records.ts';
import { defined } from '../defined.ts';
import { Failure, type Problem } from '../errors.ts';
import { type Repository, taggedText } from '../names/reference.ts';
import { basesOf, type Observed, type ObservedPlace, type Parents, platformsLeft } from '../observe/image.ts';
import { lackingOf } from '../observe/repository.ts';
import { asksRegistries, pushes } from '../plan/policy.ts';
import { buildxSbom } from '../plan/sbom.ts';
import { copiesOnly } from '../recipe/bake-recipe.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import { retryWithFewerPlatforms } from '../recipe/dropped-platforms.ts';
import { lockedAsRecorded } from '../recipe/offers.ts';
import { installs, lockContext } from '../recipe/prepare.ts';
import { allRequirements, fingerprintNow } from '../recipe/question.ts';
import { type Resolved, resolveFor } from '../recipe/resolve.ts';
import type { Advice } from '../report/report.ts';
import { hasSignature } from '../sign/check-signatures.ts';
import { adviseHeld, problemsOfHeld } from './advisories.ts';
import { baseOf } from './observe.ts';

/** What is done with the image in one repository. */
export interface Decided extends ObservedPlace {
  readonly decision: Exclude<Decision, { readonly do: 'refuse' }>;
}

/** @throws Failure with everything that may not be done. */
export async function decidePlaces(
  run: ImageRun,
  observed: Observed,
  parents: Parents,
): Promise<readonly Decided[]> {
  const { session, image } = run;
  const problems: Problem[] = [];
  const decided: Decided[] = [];
  for (const place of observed.places) {
    const reference = taggedText(place.repository, image.tags.exact);
    const { decision, held, advice } = await decideOne(run, observed, parents, place, reference);
    noteDecision(run, place.repository, decision);
    session.world.log.info(`${decision.do.padEnd(8)} ${reference}`);
    session.world.log.info(`because  ${reasonText(decision, reference)}`);
    if (decision.do === 'refuse')
      problems.push({ station: 'registry', about: reference, message: decision.message });
    else {
      decided.push({ ...place, held, decision });
      if (decision.do !== 'build' && decision.do !== 'rebase')
        problems.push(...problemsOfHeld(run, advice, place));
    }
  }
  if (problems.length > 0) throw new Failure(problems);
  return decided;
}

export const noteDecision = ({ session }: ImageRun, repository: Repository, decision: Decision): void =>
  session.journal.add({ is: 'decided', repository, decision });

async function decideOne(
  run: ImageRun,
  observed: Observed,
  parents: Parents,
  place: ObservedPlace,
  reference: string,
): Promise<Pick<ObservedPlace, 'held'> & { readonly decision: Decision; readonly advice?: Advice }> {
  const { repository } = place;
  const held = await lookedForSignature(run, place.repository, await lookedInto(run, place));
  const { advice, ...wanted } = await wantedOf(run, observed, parents, held, reference);
  const advised = defined({ advice });
  const decision = decide(wanted, held);
  const settled = decision.do !== 'build' && decision.do !== 'refuse';
  if (settled || held.is !== 'present' || wanted.rebuild !== 'stale' || !asksRegistries(run.policy))
    return { decision, held, ...advised };
  // An earlier build of the same may have come out as what was there already, and have said so beside it.
  const { client } = await run.session.registries();
  const same = await findAttachedRecord(client, repository, held.index.digest, wanted.fingerprint);
  if (same === undefined) return { decision, held, ...advised };
  // What stands on the image was made when it was the outcome of this.
  const known = { ...held, record: same };
  return { decision: decide(wanted, known), held: known, ...advised };
}

/** With `deep`, what an image lacks that is there. @throws Failure where that cannot be known. */
async function lookedInto(
  { session, policy }: ImageRun,
  { repository, held }: ObservedPlace,
): Promise<ObservedPlace['held']> {
  if (policy.deep !== true || policy.rebuild !== 'stale' || held.is !== 'present') return held;
  const { client } = await session.registries();
  return { ...held, lacking: await lackingOf(client, repository, held.index) };
}

/** Whether it is signed, where images of ours are. @throws Failure where the registry does not say. */
async function lookedForSignature(
  { session, policy }: ImageRun,
  repository: Repository,
  held: ObservedPlace['held'],
): Promise<ObservedPlace['held']> {
  if (policy.unsigned === undefined || held.is !== 'present' || held.record === undefined) return held;
  const signer = await session.signer();
  if (signer === undefined) return held;
  const { client } = await session.registries();
  return { ...held, isSigned: await hasSignature(client, repository, held.index.digest, signer.key) };
}

async function wantedOf(
  run: ImageRun,
  observed: Observed,
  parents: Parents,
  held: ObservedPlace['held'],
  reference: string,
): Promise<Wanted & { readonly advice?: Advice }> {
  const { session, policy, image } = run;
  const before = held.is === 'present' ? held.record : undefined;
  const isCompared = policy.rebuild === 'stale' && before !== undefined;
  // By what the image says of its base: so nothing must be pulled to learn that nothing moved.
  const { packages } = image.content;
  const { resolved, offers, dropped } = await retryWithFewerPlatforms(
    image,
    observed.dropped ?? [],
    async (without) => {
      const left = platformsLeft(image, { dropped: without });
      const facts =
        before?.facts.filter(({ base, platform }) => base === undefined && left.includes(platform)) ?? [];
      const isResolved = isCompared && packages !== undefined && installs(observed);
      return {
        resolved: isResolved
          ? await resolveFor(session, packages, facts, lockContext(run, observed))
          : undefined,
        offers: isCompared ? await lockedAsRecorded(run, observed, before, left) : [],
        dropped: without,
      };
    },
  );
  for (const text of resolved?.cooldownNotes ?? []) note(run, text);
  const advice = await adviseHeld(run, observed, before, resolved);
  return {
    fingerprint: fingerprintNow(run, observed, {
      requirements: allRequirements(resolved, offers),
      bases: isCompared ? basesOf(image, observed, await baseOf(run, observed), parents) : {},
    }),
    ...defined({ version: image.version }),
    rebuild: policy.rebuild,
    overwrite: policy.overwrite,
    ...(policy.maxAge === undefined ? {} : { maxAge: policy.maxAge }),
    now: session.world.clock.now(),
    rebasable: dropped.length === 0 && isRebasable(run, resolved),
    reference,
    changedParents: Object.values(parents).flatMap(({ changes, name }) => (changes ? [name] : [])),
    mended: mendedOf(advice),
    ...defined({ advice }),
  };
}

/** What today's requirements would mend. */
const mendedOf = (advice: Advice | undefined): MendedAdvisory[] =>
  (advice?.findings ?? []).flatMap(({ id, name, version, mend, ignored }) =>
    mend.kind === 'rebuild' && ignored === undefined ? [{ id, name, version }] : [],
  );

/** Whether the final stage does nothing but copy layers, and nothing but images is published, in a registry. */
function isRebasable({ image, policy }: ImageRun, resolved: Resolved | undefined): boolean {
  const isWhole = image.part === undefined;
  const copies = isWhole && pushes(policy) && resolved !== undefined && copiesOnly(image, resolved.replaced);
  // Of other provenance, and of what a scanner finds, only a build knows.
  return (
    copies &&
    ['false', 'true', 'mode=min', 'mode=max'].includes(policy.provenance) &&
    buildxSbom(policy.sbom) === 'false'
  );
}
