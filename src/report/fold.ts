/** The report of a run: a pure function of what was planned and of what happened, wherever the run ended. */
import type { Attempt } from '../build/attempts.ts';
import { isForeign } from '../build/emulation.ts';
import type { Size } from '../build/platform-size.ts';
import type { PlatformVerified } from '../build/verify.ts';
import type { Decision } from '../decide/decide.ts';
import { reasonText } from '../decide/reason.ts';
import type { Problem } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import { type Repository, repositoryText, taggedText } from '../names/reference.ts';
import type { Image, ImageId } from '../plan/image.ts';
import type { Plan, Skipped } from '../plan/plan.ts';
import { type Policy, pushes } from '../plan/policy.ts';
import { type BakeRecipe, compiledOnTarget, type Recipe, restoredFor } from '../plan/recipe.ts';
import type { RestoredWheel } from '../wheel-cache/restored.ts';
import type { Event, Happening, Suspicion } from './journal.ts';
import type {
  Compiled,
  DestinationReport,
  Do,
  Outcome,
  PlatformReport,
  Report,
  RunReport,
} from './report.ts';

/** One run of buildx: the files that it is given, by path from the folder that it runs in. */
export interface BuildxRun {
  readonly images: readonly ImageId[];
  /** `registry/name`, where an image of this repository alone is checked. */
  readonly repository?: string;
  readonly files: Readonly<Record<string, string>>;
}

type Of<Is extends Happening['is']> = Extract<Event, { readonly is: Is }>;

const allOf = <Is extends Happening['is']>(events: readonly Event[], is: Is): Of<Is>[] =>
  events.filter((event): event is Of<Is> => event.is === is);

const lastOf = <Is extends Happening['is']>(events: readonly Event[], is: Is): Of<Is> | undefined =>
  allOf(events, is).at(-1);

export const reportOf = (plan: Plan, events: readonly Event[]): RunReport => ({
  images: [
    ...plan.images.map((image) => imageReport(plan.policy, image, eventsOf(events, image.id))),
    ...plan.skipped.map((skipped) => skippedReport(plan.policy, skipped, eventsOf(events, skipped.id))),
  ],
});

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
  const ended = events.some(({ is, image }) => image !== undefined && (is === 'failed' || is === 'blocked'));
  return allOf(events, 'failed')
    .filter(({ image }) => image !== undefined || (!isDone && !ended))
    .flatMap(({ problems }) => problems);
}

function imageReport(policy: Policy, image: Image, all: readonly Event[]): Report {
  const events = withoutAbandonedRebase(all);
  const build = buildOf(events);
  const { repositories, tags, subject } = image;
  const places = pathsOf(repositories, events);
  const destinations = places.map((place) => destinationReport(image, place));
  const decision = order.find((one) => destinations.some((destination) => destination.decision === one));
  // Where something may not be done, nothing is, and the problems say why.
  const isRefused = places.some((place) => place.decision?.do === 'refuse');
  const leading = isRefused
    ? { reason: 'nothing was begun, since not all of it may be done' }
    : destinations.find((one) => one.decision === decision && one.reason !== undefined);
  const [first] = places;
  const recipe = build.recipe;
  // Nothing is known of an image that a dry run would make.
  const isToCome = policy.dryRun && (decision === 'build' || decision === 'rebase');
  const known = pushes(policy) ? destinations[0]?.digest : lastOf(events, 'built')?.digest;
  const digest = isToCome ? undefined : known;
  const bases = allOf(events, 'base');
  const base = (bases.findLast(({ of }) => of === 'dockerfile') ?? bases.at(-1))?.base;
  const baseDigest = base?.digest ?? first?.held?.baseDigest;
  const problems = problemsOf(events);
  const blocked = lastOf(events, 'blocked');
  const output = lastOf(events, 'written')?.folder;
  const rebased = decision === 'rebase';
  const outcome = outcomeOf(policy, decision, problems, blocked !== undefined);
  return {
    id: image.id,
    outcome,
    repository: repositoryText(repositories[0]),
    tags: [tags.exact, ...tags.aliases],
    ...(digest === undefined ? {} : { digest }),
    package: { name: subject.name, version: subject.version },
    python: subject.python,
    base: {
      reference: base?.reference ?? image.content.packages.base.publish,
      ...(baseDigest === undefined ? {} : { digest: baseDigest }),
    },
    ...(decision === undefined ? {} : { decision }),
    reason: (outcome === 'blocked' ? whyBlocked(blocked) : leading?.reason) ?? undecided,
    destinations,
    push: pushes(policy) && !policy.dryRun,
    built: build.checked !== undefined && !rebased,
    platforms:
      recipe === undefined
        ? (first?.held?.platforms ?? []).map((one) => ({ ...one, checks: [], emulated: false }))
        : image.platforms.map((platform) => platformReport(recipe, build, platform)),
    compiled: recipe === undefined || recipe.do === 'rebase' ? [] : compiledOf(policy, recipe, build),
    timeline: allOf(events, 'span').map(({ span }) => span),
    verify: policy.verify,
    ...(recipe === undefined ? {} : { lock: recipe.lock?.resolved ?? 'none' }),
    notes: notesOf(image, events, places, build.checked ?? []),
    problems,
    ...(output === undefined ? {} : { output }),
    ...(blocked === undefined ? {} : { blockedBy: blocked.by }),
  };
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
    package: { name: subject.name, version: subject.version },
    python: subject.python,
    base: { reference: '' },
    reason: because ?? undecided,
    destinations: [],
    push: pushes(policy) && !policy.dryRun,
    built: false,
    platforms: [],
    compiled: [],
    timeline: allOf(events, 'span').map(({ span }) => span),
    verify: policy.verify,
    notes: unique(allOf(events, 'note').map(({ text }) => text)),
    problems,
  };
}

const undecided = 'it ended before anything was decided';

const whyBlocked = (blocked: Of<'blocked'> | undefined): string | undefined =>
  blocked && `${blocked.by}, which it stands on, was not published`;

/** What leads a report of several repositories. */
const order: readonly Do[] = ['build', 'rebase', 'retag', 'keep'];

function outcomeOf(
  policy: Policy,
  decision: Do | undefined,
  problems: readonly Problem[],
  blocked: boolean,
): Outcome {
  if (problems.length > 0) return 'failed';
  if (blocked) return 'blocked';
  if (policy.dryRun) return 'planned';
  if (!pushes(policy)) return 'built';
  return decision === 'keep' ? 'kept' : decision === 'retag' ? 'retagged' : 'published';
}

/** What happened in one repository. */
interface PlaceEvents {
  readonly repository: Repository;
  readonly held: Of<'observed'>['held'] | undefined;
  readonly decision: Decision | undefined;
  readonly events: readonly Event[];
}

/** Empty until the registries were asked. */
function pathsOf(repositories: readonly Repository[], events: readonly Event[]): PlaceEvents[] {
  return repositories.flatMap((repository) => {
    const name = repositoryText(repository);
    const at = events.filter(
      (event) =>
        'repository' in event && event.repository !== undefined && repositoryText(event.repository) === name,
    );
    const observed = lastOf(at, 'observed');
    if (observed === undefined) return [];
    return [{ repository, held: observed.held, decision: lastOf(at, 'decided')?.decision, events: at }];
  });
}

function destinationReport(
  { tags }: Image,
  { repository, held, decision, events }: PlaceEvents,
): DestinationReport {
  const moved = unique(allOf(events, 'moved').map(({ tag }) => tag));
  const settled = events.findLast((event) => event.is === 'moved' || event.is === 'settled');
  const digest = settled !== undefined && 'digest' in settled ? settled.digest : held?.digest;
  const stayed = unique([...(held?.ahead ?? []), ...allOf(events, 'held').map(({ tag }) => tag)]);
  return {
    repository: repositoryText(repository),
    ...(decision === undefined
      ? {}
      : {
          ...(decision.do === 'refuse' ? {} : { decision: decision.do }),
          reason: reasonText(decision, taggedText(repository, tags.exact)),
        }),
    wanted: wantedTags(tags, decision),
    ...(digest === undefined ? {} : { digest }),
    ...(held?.exists === undefined ? {} : { existed: held.exists }),
    moved,
    held: stayed.filter((tag) => !moved.includes(tag)),
  };
}

function wantedTags({ exact, aliases }: Image['tags'], decision: Decision | undefined): readonly string[] {
  switch (decision?.do) {
    case 'build':
    case 'rebase':
      return [exact, ...aliases];
    case 'retag':
      return decision.because.kind === 'tag-behind' ? decision.because.tags : aliases;
    case 'keep':
    case 'refuse':
    case undefined:
      return [];
  }
}

/** The build that counts: the one that was chosen, else the last. */
interface Build {
  readonly recipe?: Recipe;
  readonly restored: readonly RestoredWheel[];
  readonly checked?: readonly PlatformVerified[];
  readonly attempts: ReadonlyMap<Platform | 'native', readonly Attempt[]>;
  readonly sizes: readonly Size[];
  /** The builder's own platform. */
  readonly machine?: Platform;
}

function buildOf(events: readonly Event[]): Build {
  const prepared = allOf(events, 'prepared');
  const number = lastOf(events, 'chosen')?.build ?? prepared.at(-1)?.build ?? 0;
  const counts = prepared.findLast(({ build }) => build === number);
  const checked = allOf(events, 'checked').findLast(({ build }) => build <= number);
  const machine = lastOf(events, 'builder')?.platform;
  return {
    restored: counts?.restored ?? [],
    attempts: attemptsOf(events, number),
    sizes: lastOf(events, 'measured')?.sizes ?? [],
    ...(counts === undefined ? {} : { recipe: counts.recipe }),
    ...(checked === undefined ? {} : { checked: checked.platforms }),
    ...(machine === undefined ? {} : { machine }),
  };
}

/**
 * How requirements were compiled. What was cross-compiled and then suspected stands, with its reason, before what came in
 * its place.
 */
function attemptsOf(events: readonly Event[], number: number): Build['attempts'] {
  const attempts = new Map<Platform | 'native', readonly Attempt[]>();
  const suspicions = new Map(allOf(events, 'suspected').map(({ build, suspicion }) => [build, suspicion]));
  for (let build = 1; build <= number; build += 1) {
    const suspected = new Map<Platform | 'native', readonly Attempt[]>();
    const before = suspicions.get(build - 1);
    if (before?.of === 'cross')
      for (const platform of before.platforms)
        suspected.set(platform, blamed(attempts.get(platform), before));
    for (const [platform, failed] of suspected) attempts.set(platform, failed);
    for (const { where, attempts: tried } of allOf(events, 'compiled').filter((one) => one.build === build))
      attempts.set(where, [...(suspected.get(where) ?? []), ...tried]);
  }
  return attempts;
}

const blamed = (attempts: readonly Attempt[] = [], { why }: Suspicion): Attempt[] =>
  attempts.filter(({ way }) => way === 'cross').map((one) => ({ ...one, why: one.why ?? why }));

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];

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

/** A push that was cut off may have moved the exact tag: nobody saw. */
const unseenMoves = (places: readonly PlaceEvents[]): string[] =>
  places
    .filter(
      ({ events }) => events.some(({ is }) => is === 'moving') && !events.some(({ is }) => is === 'moved'),
    )
    .map(
      ({ repository }) =>
        `the push to ${repositoryText(repository)} did not end here: the exact tag may have moved. Run again to complete it`,
    );

/** Of an image that was put onto another base, nothing was installed or compiled. */
function platformReport(recipe: Recipe, build: Build, platform: Platform): PlatformReport {
  const size = build.sizes.find((one) => one.platform === platform);
  const verified = build.checked?.find((one) => one.platform === platform);
  return {
    platform,
    ...(size === undefined ? {} : { digest: size.digest, size: size.size, added: size.added }),
    ...(recipe.do === 'rebase' ? {} : countsOf(recipe, platform)),
    checks: verified?.checks ?? [],
    emulated: build.machine !== undefined && isForeign(platform, build.machine),
  };
}

function countsOf(recipe: BakeRecipe, platform: Platform): Pick<PlatformReport, 'wheels' | 'compiled'> {
  const requirements = recipe.requirements.find((one) => one.platform === platform)?.requirements ?? [];
  const restored = restoredFor(platform, recipe.restored).length;
  return {
    wheels: requirements.filter((one) => one.kind === 'wheel').length + restored,
    compiled: requirements.filter((one) => one.kind === 'compile').length - restored,
  };
}

/** One row for each requirement that had no wheel; what was built once for all stands under each platform. */
function compiledOf(policy: Policy, recipe: BakeRecipe, build: Build): Compiled[] {
  return recipe.requirements.flatMap((platform) => {
    const onTarget = compiledOnTarget(platform, recipe);
    return platform.requirements.flatMap((one): Compiled[] => {
      if (one.kind !== 'compile') return [];
      const { name, version, because } = one;
      const row = { platform: platform.platform, name, version, because };
      const restored = build.restored.find(
        (kept) => kept.platform === platform.platform && kept.artifact.record.name === name,
      );
      if (restored !== undefined) return [{ ...row, ...restoredRow(restored) }];
      const where = onTarget.includes(one) ? platform.platform : 'native';
      const attempts = (build.attempts.get(where) ?? []).filter((attempt) => attempt.name === name);
      const success = attempts.find(({ why }) => why === undefined);
      const failed = attempts.find(({ way, why }) => way === 'cross' && why !== undefined);
      return [
        {
          ...row,
          way:
            success?.way === 'cross' ? 'cross' : wayOf(policy, recipe, build, platform.platform, one, where),
          ...(success === undefined ? {} : { seconds: success.seconds }),
          ...(success?.bytes === undefined ? {} : { size: success.bytes }),
          ...(success?.lacks === undefined ? {} : { lacks: success.lacks }),
          ...(failed?.why === undefined ? {} : { fallback: { why: failed.why, seconds: failed.seconds } }),
        },
      ];
    });
  });
}

const restoredRow = ({
  artifact,
  seconds,
}: RestoredWheel): Pick<Compiled, 'way' | 'seconds' | 'size' | 'kept'> => {
  const { way, seconds: spent, compiled } = artifact.record;
  return { way: 'kept', seconds, size: artifact.size, kept: { way, seconds: spent, compiled } };
};

/** How it is compiled where nothing says how it was. */
function wayOf(
  { compile }: Policy,
  { native, image }: BakeRecipe,
  { machine, attempts }: Build,
  platform: Platform,
  { name, version }: { readonly name: string; readonly version: string },
  where: Platform | 'native',
): Compiled['way'] {
  if (where === 'native') {
    const built = native.find((one) => one.name === name && one.version === version);
    return image.platforms.length > 1 && built?.serves.length === image.platforms.length ? 'once' : 'native';
  }
  if (!isForeign(platform, machine ?? platform)) return 'native';
  if (compile !== 'auto') return compile === 'emulate' ? 'emulated' : 'cross';
  return attempts.has(platform) ? 'emulated' : 'cross';
}
