/** The report of a run: a pure function of what was planned and of what happened, wherever the run ended. */
import type { PlatformVerified } from '../build/verify.ts';
import { defined } from '../defined.ts';
import type { Problem } from '../errors.ts';
import { repositoryText } from '../names/reference.ts';
import type { Image, ImageId } from '../plan/image.ts';
import type { Recipe } from '../plan/recipe.ts';
import { type Plan, policyFor, type Skipped } from '../plan/plan.ts';
import { compares, type Policy, pushes } from '../plan/policy.ts';
import { carriedNotes, projectNotes } from './carried.ts';
import { type Build, buildOf, compiledRows, platformReport, installs } from './fold-build.ts';
import { destinationReport, type PlaceEvents, placesOf, unseenMoves } from './fold-places.ts';
import { unique } from '../unique.ts';
import { combinedParts } from './parts.ts';
import { allOf, type EventOf, type Event, lastOf } from './journal.ts';
import {
  decisionOrder,
  type DestinationReport,
  type Do,
  type MissingPlatform,
  type Outcome,
  type PlatformReport,
  type Report,
  type RunReport,
  type Span,
} from './report.ts';

/** One run of buildx: the files that it is given, by path from the folder that it runs in. */
export interface BuildxRun {
  readonly images: readonly ImageId[];
  /** `registry/name`, where an image of this repository alone is checked. */
  readonly repository?: string;
  readonly files: Readonly<Record<string, string>>;
}

export function reportOf(plan: Plan, events: readonly Event[]): RunReport {
  const { images, skipped } = plan;
  const isAlone = images.length + skipped.length === 1;
  // What is done or known once for several images would look in each of them as if it were its own.
  const isShared = ({ is, image }: Event): boolean =>
    (is === 'span' || is === 'note') && image === undefined && !isAlone;
  const shared = events.filter(isShared);
  const parents = new Set(images.flatMap((image) => image.parents));
  const of = (id: ImageId): Event[] => eventsOf(events, id).filter((event) => !isShared(event));
  const checkedOf = (image: Image): readonly PlatformVerified[] =>
    buildOf(withoutAbandonedRebase(of(image.id))).checked ?? [];
  const isWritten = ({ content }: Image): boolean =>
    content.kind === 'dockerfile' && content.isWritten === true;
  /** What is so of all images of a project is said once, of their base. */
  const hintsOf = (image: Image): string[] => {
    if (isWritten(image)) return [];
    const above = images.filter((one) => isWritten(one) && one.parents.includes(image.id));
    return above.length > 0
      ? projectNotes(above.flatMap(checkedOf))
      : carriedNotes(checkedOf(image), parents.has(image.id));
  };
  return {
    problems: allOf(events, 'failed').flatMap(({ image, problems }) => (image === undefined ? problems : [])),
    notes: unique(allOf(shared, 'note').map(({ text }) => text)),
    timeline: timelineOf(shared),
    images: [
      ...images.map((image) => imageReport(policyFor(plan, image.id), image, of(image.id), hintsOf(image))),
      ...skipped.map((one) => skippedReport(policyFor(plan, one.id), one, of(one.id))),
    ],
  };
}

const timelineOf = (events: readonly Event[]): Span[] => allOf(events, 'span').map(({ span }) => span);

/** Every run of buildx: where one builds again, what it builds last. */
export function buildxRuns(events: readonly Event[]): BuildxRun[] {
  const runs = new Map<string, BuildxRun>();
  for (const { images, repository, files } of allOf(withoutAbandonedRebase(events), 'files')) {
    const at = repository === undefined ? {} : { repository: repositoryText(repository) };
    if (Object.keys(files).length > 0) runs.set(JSON.stringify([images, at]), { images, ...at, files });
  }
  return [...runs.values()];
}

/** What was prepared: of each image the recipe of its last build, of one that is put onto a new base one a repository. */
export function recipesOf(events: readonly Event[]): Recipe[] {
  const recipes = new Map<string, Recipe>();
  for (const { image, recipe } of allOf(withoutAbandonedRebase(events), 'prepared')) {
    const place = recipe.do === 'rebase' ? repositoryText(recipe.place.repository) : '';
    recipes.set(JSON.stringify([image, recipe.do, place]), recipe);
  }
  return [...recipes.values()];
}

/** Of an image, and of the whole run. */
const eventsOf = (events: readonly Event[], id: ImageId): Event[] =>
  events.filter(({ image }) => image === undefined || image === id);

/** What was prepared and checked to put an image onto its new base counts no more where it could not be done. */
function withoutAbandonedRebase(events: readonly Event[]): Event[] {
  const undone = new Set<Event>();
  for (const [at, event] of events.entries()) {
    if (event.is !== 'not-rebased') continue;
    for (const before of events.slice(0, at))
      if (before.image === event.image && ['prepared', 'checked', 'measured', 'files'].includes(before.is))
        undone.add(before);
  }
  return events.filter((event) => !undone.has(event));
}

/** Problems of the image itself, and those that ended the run before the image was done. */
function problemsOf(events: readonly Event[]): readonly Problem[] {
  const isDone = lastOf(events, 'done') !== undefined;
  const ended = events.some(
    ({ is, image }) => image !== undefined && (is === 'failed' || is === 'blocked' || is === 'left'),
  );
  return allOf(events, 'failed')
    .filter(({ image }) => image !== undefined || (!isDone && !ended))
    .flatMap(({ problems }) => problems);
}

/** @param hints notes on what the image could do without. */
function imageReport(policy: Policy, image: Image, all: readonly Event[], hints: readonly string[]): Report {
  const events = withoutAbandonedRebase(all);
  const build = buildOf(events);
  const { repositories, tags, subject } = image;
  const places = placesOf(repositories, events);
  const destinations = places.map((place) => destinationReport(image, place));
  const decision = decisionOrder.find((one) =>
    destinations.some((destination) => destination.decision === one),
  );
  // Where something may not be done, nothing is, and the problems say why.
  const isRefused = places.some((place) => place.decision?.do === 'refuse');
  const leading = isRefused
    ? { reason: 'nothing was begun, since not all of it may be done' }
    : destinations.find((one) => one.decision === decision && one.reason !== undefined);
  const [first] = places;
  const recipe = build.recipe;
  // Nothing is known of an image that a dry run would make.
  const isToCome = policy.dryRun && (decision === 'build' || decision === 'rebase');
  const known =
    pushes(policy) || (policy.target.kind === 'trial' && decision === 'keep')
      ? (destinations[0]?.pushed ?? destinations[0]?.digest)
      : lastOf(events, 'built')?.digest;
  const digest = isToCome ? undefined : known;
  const bases = allOf(events, 'base');
  const base = (bases.findLast(({ of }) => of === 'dockerfile') ?? bases.at(-1))?.base;
  const baseDigest = base?.digest ?? first?.held?.baseDigest;
  const problems = problemsOf(events);
  const isEmpty = lastOf(events, 'empty') !== undefined;
  const merged = lastOf(events, 'merged');
  const parts = merged && combinedParts(image.platforms, merged.parts);
  const platforms = parts?.platforms ?? (isEmpty ? [] : platformReports(build, first));
  const missing =
    recipe === undefined && parts === undefined ? [] : missingOf(image, platforms, events, places, problems);
  const blocked = lastOf(events, 'blocked');
  const output = lastOf(events, 'written')?.folder;
  const exported = lastOf(events, 'exported');
  const checked = build.checked ?? [];
  const rebased = decision === 'rebase';
  const left = lastOf(events, 'left');
  const isSkipped = left !== undefined || (isEmpty && problems.length === 0);
  // What could not be signed is as it was, but for its tags.
  const done = decision === 'sign' ? signDone(destinations) : decision;
  const outcome = isSkipped ? 'skipped' : outcomeOf(policy, image, done, problems, blocked !== undefined);
  const because = left?.because ?? (isSkipped ? emptyText : undefined);
  const report: Report = {
    id: image.id,
    outcome,
    repository: repositoryText(repositories[0]),
    tags: [tags.exact, ...tags.aliases],
    ...(digest === undefined ? {} : { digest }),
    subject,
    ...defined({ part: image.part }),
    base: {
      reference: base?.reference ?? image.content.packages?.base.publish ?? '',
      ...(baseDigest === undefined ? {} : { digest: baseDigest }),
    },
    ...(decision === undefined ? {} : { decision }),
    reason: because ?? (outcome === 'blocked' ? whyBlocked(blocked) : leading?.reason) ?? undecided,
    destinations,
    push: pushes(policy) && !policy.dryRun,
    built: build.checked !== undefined && !rebased,
    platforms,
    ...(missing.length === 0 ? {} : { missing }),
    compiled: recipe === undefined || recipe.do === 'rebase' ? [] : compiledRows(policy, recipe, build),
    timeline: timelineOf(events),
    verify: policy.verify,
    ...(recipe === undefined || !installs(recipe) ? {} : { lock: recipe.lock?.resolved ?? 'none' }),
    notes: [...notesOf(image, events, places, checked), ...hints],
    problems,
    ...(exported === undefined ? {} : { exports: { folder: exported.folder, files: exported.files } }),
    ...(output === undefined ? {} : { output }),
    ...defined({ advice: adviceOf(events) }),
    ...(blocked === undefined ? {} : { blockedBy: blocked.by }),
  };
  if (parts === undefined) return report;
  const { notes, timeline, ...made } = parts;
  return {
    ...report,
    ...made,
    notes: unique([...notes, ...report.notes]),
    timeline: [...timeline, ...report.timeline],
  };
}

/** Of what was made, else of what is there. */
function adviceOf(events: readonly Event[]): Report['advice'] {
  const all = allOf(events, 'advised').map(({ advice }) => advice);
  return all.findLast(({ of }) => of === 'made') ?? all[0];
}

/** Where nothing was prepared, those of the image that is there. */
const platformReports = (build: Build, place: PlaceEvents | undefined): PlatformReport[] =>
  build.recipe === undefined
    ? (place?.held?.platforms ?? []).map((one) => ({ ...one, checks: [], emulated: false }))
    : build.recipe.platforms.map((platform) => platformReport(build.recipe!, build, platform));

const emptyText = 'nothing of it could be made, and the image can do without';

/** @param failed why the image failed: what says so of all platforms is no reason why one of them is missing. */
function missingOf(
  { part, platforms: all }: Image,
  made: readonly PlatformReport[],
  events: readonly Event[],
  places: readonly PlaceEvents[],
  failed: readonly Problem[],
): MissingPlatform[] {
  const dropped = allOf(events, 'dropped');
  return (part ?? all)
    .filter((platform) => !made.some((one) => one.platform === platform))
    .flatMap((platform) => {
      const known = dropped.findLast((one) => one.platform === platform)?.problems ?? [];
      const problems = known.filter(({ message }) => failed.every((one) => one.message !== message));
      if (problems.length === 0) return [];
      const place = places.find(({ held }) => held?.platforms.some((one) => one.platform === platform));
      const before = place?.held?.digest && `${repositoryText(place.repository)}@${place.held.digest}`;
      return [{ platform, problems, ...defined({ before }) }];
    });
}

/** Of what never became an image. */
function skippedReport(policy: Policy, skipped: Skipped, events: readonly Event[]): Report {
  const { id, subject, repository, because } = skipped;
  const problems = problemsOf(events);
  return {
    id,
    outcome: problems.length > 0 ? 'failed' : 'skipped',
    repository: repositoryText(repository),
    tags: [],
    subject,
    base: { reference: '' },
    reason: because ?? undecided,
    destinations: [],
    push: pushes(policy) && !policy.dryRun,
    built: false,
    platforms: [],
    compiled: [],
    timeline: timelineOf(events),
    verify: policy.verify,
    notes: unique(allOf(events, 'note').map(({ text }) => text)),
    problems,
  };
}

const undecided = 'it ended before anything was decided';

const whyBlocked = (blocked: EventOf<'blocked'> | undefined): string | undefined =>
  blocked && `${blocked.by}, which it stands on, was not published`;

function signDone(destinations: readonly DestinationReport[]): Do {
  if (destinations.some(({ signedBy, unsigned }) => signedBy !== undefined || unsigned === undefined))
    return 'sign';
  return destinations.some(({ moved }) => moved.length > 0) ? 'retag' : 'keep';
}

function outcomeOf(
  policy: Policy,
  { part }: Image,
  decision: Do | undefined,
  problems: readonly Problem[],
  blocked: boolean,
): Outcome {
  if (problems.length > 0) return 'failed';
  if (blocked) return 'blocked';
  if (policy.dryRun) return 'planned';
  if (!compares(policy)) return 'built';
  if (policy.target.kind === 'engine') return decision === 'keep' ? 'kept' : 'built';
  if (decision === 'keep') return 'kept';
  if (policy.target.kind === 'trial') return decision === 'retag' ? 'planned' : 'built';
  if (decision === 'retag') return 'retagged';
  if (decision === 'sign') return 'signed';
  return part === undefined ? 'published' : 'pushed';
}

function notesOf(
  image: Image,
  events: readonly Event[],
  places: readonly PlaceEvents[],
  checked: readonly PlatformVerified[],
): string[] {
  const notes = allOf(events, 'note').map(({ text }) => text);
  // Where an image is built again, the same is found again.
  return unique([...notes, ...unusedSkips(image, checked), ...unseenMoves(places)]);
}

/** A line that leaves nothing out may be a slip of the pen. */
function unusedSkips({ checks: { skip } }: Image, checked: readonly PlatformVerified[]): string[] {
  if (checked.length === 0) return [];
  const used = new Set(checked.flatMap(({ checks }) => checks.flatMap(({ skipped }) => skipped)));
  return skip
    .filter((line) => !used.has(line))
    .map((line) => `verify_skip: nothing was left out by "${line}"`);
}
