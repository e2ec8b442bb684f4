/** Looks up advisories for what repositories hold and for what is made, and holds back what the user does not want. */
import pMap from 'p-map';
import {
  againstBefore,
  counting,
  expiredIgnores,
  type Findings,
  findingsOf,
} from '../advisories/findings.ts';
import { type ImagePackages, packagesOfImage, packagesOfRecord } from '../advisories/packages.ts';
import type { AdvisoryPolicy } from '../advisories/policy.ts';
import { Failure, type Problem } from '../errors.ts';
import { taggedText } from '../names/reference.ts';
import type { Observed } from '../observe/image.ts';
import type { BuildRecord } from '../plan/fingerprint.ts';
import { nameOf } from '../plan/image.ts';
import { type Plan, policyFor } from '../plan/plan.ts';
import { compares } from '../plan/policy.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import { installs } from '../recipe/prepare.ts';
import { dayOf, type Resolved } from '../recipe/resolve.ts';
import type { Advice } from '../report/report.ts';
import { findingText } from '../report/advisory-words.ts';
import { timed } from '../report/journal.ts';
import type { Session } from '../session/session.ts';
import { observePlaces } from './observe.ts';

/** Undefined where nobody asks for advisories, or nothing is known of what is there. */
export async function adviseHeld(
  run: ImageRun,
  observed: Pick<Observed, 'custom'>,
  record: BuildRecord | undefined,
  resolved: Resolved | undefined,
): Promise<Advice | undefined> {
  const { policy, image } = run;
  if (policy.advisories === undefined || record === undefined) return undefined;
  const { distribution = '' } = image.content.packages ?? {};
  const held = withoutForeign(run, observed, heldPackages(distribution, record), resolved);
  // What today's base holds is known only once it is read: where it moved, that is a reason of its own.
  const today = resolved && {
    packages: packagesOfImage(distribution, [], resolved.requirements).packages,
    unknown: [],
  };
  const found = await lookUp(run, policy.advisories, held, today);
  const { severity, mode } = policy.advisories;
  const advice: Advice = { of: 'held', severity, mode, ...found };
  run.session.journal.add({ is: 'advised', advice });
  return advice;
}

/**
 * @returns what was found; undefined where nobody asks.
 * @throws Failure (station `advisories`) where the image may not be published.
 */
export async function adviseMade(
  run: ImageRun,
  observed: Observed,
  resolved: Resolved | undefined,
): Promise<Advice | undefined> {
  const { policy, image } = run;
  if (policy.advisories === undefined) return undefined;
  const { distribution = '' } = image.content.packages ?? {};
  const made =
    resolved === undefined
      ? { packages: [], unknown: ['nothing of it is locked, so that its packages are not known'] }
      : packagesOfImage(distribution, resolved.facts, resolved.requirements);
  const [record] = observed.records;
  const before = record && withoutForeign(run, observed, heldPackages(distribution, record), resolved);
  const now = withoutForeign(run, observed, made, resolved);
  const found = await lookUp(run, policy.advisories, now, undefined, before);
  const had = before && (await lookUp(run, policy.advisories, before));
  const { severity, mode } = policy.advisories;
  const advice: Advice = {
    of: 'made',
    severity,
    mode,
    ...found,
    ...(had === undefined ? {} : againstBefore(found.findings, had.findings)),
  };
  run.session.journal.add({ is: 'advised', advice });
  const problems = problemsOf(run, advice, nameOf(image));
  if (problems.length > 0) throw new Failure(problems);
  return advice;
}

/** Once more before tags move, where it was not known; the service may answer by now. */
export const adviseAgain = (
  run: ImageRun,
  observed: Observed,
  resolved: Resolved | undefined,
  before: Advice | undefined,
): Promise<Advice | undefined> =>
  before?.unknown === undefined ? Promise.resolve(before) : adviseMade(run, observed, resolved);

/** Why no tag may move to an image. In a dry run nothing moves. @param about the image. */
function problemsOf({ policy }: Pick<ImageRun, 'policy'>, { findings }: Findings, about: string): Problem[] {
  if (policy.advisories?.mode !== 'fail' || policy.dryRun) return [];
  const { severity } = policy.advisories;
  const bad = counting(findings, policy.advisories);
  if (bad.length === 0) return [];
  const worse = severity === 'critical' ? 'critical' : `${severity} or worse`;
  return [
    {
      station: 'advisories',
      about,
      message: `${about} has ${bad.length} ${bad.length === 1 ? 'flaw that is' : 'flaws that are'} ${worse}, and advisories is "fail": no tag moves to it. Take what mends ${bad.length === 1 ? 'it' : 'them'}, or name ${bad.length === 1 ? 'it' : 'them'} in advisories_ignore with a day and a reason.`,
      detail: bad.map(findingText),
    },
  ];
}

/** The problems of an image that stays, or to which aliases move. */
export const problemsOfHeld = (
  run: ImageRun,
  advice: Advice | undefined,
  { repository }: { readonly repository: Parameters<typeof taggedText>[0] },
): Problem[] =>
  advice === undefined ? [] : problemsOf(run, advice, taggedText(repository, run.image.tags.exact));

/**
 * Asks about all that the registries hold of a plan in one request, which answers most of what each image asks then. What
 * fails here is said of the image that it is about.
 */
export async function askForAll(session: Session, plan: Plan, concurrency: number): Promise<void> {
  const wanted = plan.images.flatMap((image) => {
    const policy = policyFor(plan, image.id);
    return policy.advisories !== undefined && compares(policy) && policy.target.kind !== 'engine'
      ? [{ image, policy, advisories: policy.advisories }]
      : [];
  });
  if (wanted.length < 2) return;
  const held = await pMap(
    wanted,
    async ({ image, policy, advisories }) => {
      const places = await observePlaces(session, policy, image).catch((error: unknown) => {
        if (error instanceof Failure) return [];
        throw error;
      });
      const { distribution = '' } = image.content.packages ?? {};
      const records = places.flatMap((one) => (one.held.is === 'present' ? (one.held.record ?? []) : []));
      return {
        url: advisories.url,
        packages: records.flatMap((record) => heldPackages(distribution, record).packages),
      };
    },
    { concurrency },
  );
  await Promise.all(
    [...Map.groupBy(held, ({ url }) => url)].map(([url, some]) =>
      session.advisories(url).ask(some.flatMap(({ packages }) => packages)),
    ),
  );
}

const heldPackages = (distribution: string, { fingerprint, facts }: BuildRecord): ImagePackages =>
  packagesOfRecord(
    distribution,
    facts.filter(({ base }) => base === undefined),
    fingerprint.requirements,
  );

/** A Dockerfile stands on what it says itself, of which nothing is known here. */
function withoutForeign(
  { image }: ImageRun,
  { custom }: Pick<Observed, 'custom'>,
  { packages, unknown }: ImagePackages,
  resolved: Resolved | undefined,
): ImagePackages {
  if (image.content.kind !== 'dockerfile') return { packages, unknown };
  const isInstalled = custom === undefined || installs({ custom } as Observed);
  // What a record has besides was offered to the pip of the Dockerfile, which may not have taken it.
  const locked = resolved?.requirements.flatMap(({ requirements }) => requirements.map(({ name }) => name));
  const isOurs = ({ name, owner }: ImagePackages['packages'][number]): boolean =>
    owner !== 'base' && (custom?.offer === undefined || locked?.includes(name) === true);
  return {
    packages: isInstalled ? packages.filter(isOurs) : [],
    unknown: ['what its Dockerfile brings by itself is not looked at'],
  };
}

/** @param besides asked about in the same request. */
async function lookUp(
  run: ImageRun,
  policy: AdvisoryPolicy,
  image: ImagePackages,
  today?: ImagePackages,
  besides?: ImagePackages,
): Promise<Findings> {
  const { session } = run;
  const { journal, world, begun } = session;
  const day = dayOf(begun);
  for (const { id, until } of expiredIgnores(policy, day))
    note(run, `advisories_ignore: ${id} was ignored until ${until}, and counts again`);
  const releases = [image, today, besides].flatMap((one) => one?.packages ?? []);
  const answers = await timed({ journal, clock: world.clock }, 'plan', 'look up advisories', () =>
    session.advisories(policy.url).ask(releases),
  );
  return findingsOf({ image, answers, policy, day, ...(today === undefined ? {} : { today }) });
}
