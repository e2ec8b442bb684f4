/** Prepares what an image is built of: its lock, restored wheels, what is built natively, and the recipe of all of it. */
import { buildNative, nativeCandidates } from '../build/native.ts';
import { program } from '../build/programs.ts';
import type { Attempt } from '../build/attempts.ts';
import { renderDockerfile } from '../dockerfile/render.ts';
import type { Starts } from '../dockerfile/starts.ts';
import type { PlatformRequirements } from '../lock/lock.ts';
import { type Observed, type Parents, platformsLeft } from '../observe/image.ts';
import { observeBase, type ObservedBase } from '../observe/observe.ts';
import { fingerprintHash } from '../plan/fingerprint.ts';
import { ownersText } from '../names/extra-index.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest } from '../names/reference.ts';
import { type BakeRecipe, compiledOnTarget, type NativeBuild } from '../plan/recipe.ts';
import type { World } from '../ports.ts';
import { timed } from '../report/journal.ts';
import { isProposal } from '../wheel-cache/proposals.ts';
import { restoredFiles } from '../wheel-cache/restore.ts';
import type { RestoredWheel } from '../wheel-cache/restored.ts';
import { bakeRecipe, compileArguments, type Locked } from './bake-recipe.ts';
import { type ImageRun, note } from './image-run.ts';
import { layersOfImage } from './layers.ts';
import { leftToPip } from './left-to-pip.ts';
import { orNothing, type ResolvedOffer } from './offers.ts';
import { questionOf } from './question.ts';
import { refuseMetadata } from './refuse-metadata.ts';
import { type LockContext, type Resolved, resolveOn, unlockedNote } from './resolve.ts';
import { restoredWheels } from './restored-wheels.ts';
import { type Exclusions, withoutElsewhere } from './suspects.ts';
import { recordAttempts, traceSteps } from './trace.ts';

/** What is prepared of one lock. */
interface PreparedLock {
  /** Absent where nothing is locked. */
  readonly resolved?: Resolved;
  readonly restored: readonly RestoredWheel[];
  /** Folder with what was built natively, and how; absent where nothing was. */
  readonly nativeFolder?: string;
  readonly nativeAttempts: readonly Attempt[];
}

/** What is prepared for one build of an image. */
export interface PreparedBuild extends PreparedLock {
  readonly recipe: BakeRecipe;
  /** Hash of all that it is made of. */
  readonly fingerprint: Digest;
  /** Of each offer of the recipe. */
  readonly offers: readonly PreparedLock[];
}

/** Wheels that it is restored with, and that are offered. */
export const restoredOf = ({ restored, offers }: PreparedBuild): readonly RestoredWheel[] => [
  ...restored,
  ...offers.flatMap((one) => one.restored),
];

/** Whether the stages of this project install anything for an image. */
export const installs = ({ custom }: Observed): boolean => custom === undefined || custom.usesPackages;

/** What published images have stays, however young it is; advisories may make a release urgent. */
export const lockContext = (
  { policy }: Pick<ImageRun, 'policy'>,
  { records }: Pick<Observed, 'records'>,
): LockContext => ({
  already: records.flatMap(({ fingerprint }) => fingerprint.requirements),
  advisories: policy.advisories,
});

/**
 * Undefined where a custom Dockerfile installs by itself, or nothing can be locked.
 *
 * @throws Failure where the base's own pip would refuse what is locked.
 */
export async function lockImage(
  run: ImageRun,
  observed: Observed,
  base: ObservedBase,
): Promise<Resolved | undefined> {
  const { session, image } = run;
  const { packages } = image.content;
  if (packages === undefined || !installs(observed)) return undefined;
  const context = lockContext(run, observed);
  const resolved = await resolveOn(session, packages, base, platformsLeft(image, observed), { context });
  for (const text of resolved?.cooldownNotes ?? []) note(run, text);
  if (resolved === undefined) {
    note(run, unlockedNote(packages));
    return undefined;
  }
  await timed({ journal: session.journal, clock: session.world.clock }, 'lock', 'read the metadata', () =>
    refuseMetadata(session.packageIndex(packages).wheelMetadata, resolved, packages.distribution),
  );
  return resolved;
}

/** What the builds of an image before this one came to. */
interface BuildRound {
  readonly build: number;
  readonly exclude: Exclusions;
  readonly without: readonly Platform[];
}

/**
 * @param build counts the builds of the image in this run.
 * @param exclude wheels that an earlier one made suspect.
 * @param without optional platforms that are given up.
 */
export async function prepareBuild(
  run: ImageRun,
  of: {
    readonly observed: Observed;
    readonly base: ObservedBase;
    readonly parents: Parents;
    readonly resolved: Resolved | undefined;
    readonly offers: readonly ResolvedOffer[];
    readonly starts: Starts | undefined;
  },
  { build, exclude, without }: BuildRound,
): Promise<PreparedBuild> {
  const { session, image } = run;
  const { resolved, base } = of;
  const platforms = (image.part ?? image.platforms).filter((platform) => !without.includes(platform));
  const round = { build, exclude };
  const locked =
    resolved &&
    (await prepareLocked(run, base, requirementsOf(resolved, platforms, exclude), {
      ...round,
      isOffer: false,
    }));
  const offers = await preparedOffers(
    run,
    of.offers,
    (one) => requirementsOf(one, platforms, exclude),
    round,
  );
  const layers = locked && resolved && (await layersOfImage(run, of.observed, resolved));
  const question = questionOf(run, {
    ...of,
    platforms,
    locked: locked?.locked,
    offers: offers.map(({ offer, prepared }) => ({ ...offer, locked: prepared.locked })),
    layers,
    created: session.world.clock.now(),
  });
  const recipe = bakeRecipe(question);
  const own = preparedLock(resolved, locked);
  const ofOffers = offers.map(({ offer, prepared }) => preparedLock(offer.resolved, prepared));
  const restored = [own, ...ofOffers].flatMap((one) => one.restored);
  session.journal.add({ is: 'prepared', build, recipe, restored });
  return {
    recipe,
    fingerprint: fingerprintHash(question.record.fingerprint) as Digest,
    ...own,
    offers: ofOffers,
  };
}

/** What cannot be prepared is not offered, and a note says why. */
async function preparedOffers(
  run: ImageRun,
  offers: readonly ResolvedOffer[],
  requirementsFor: (resolved: Resolved) => Resolved,
  round: Pick<BuildRound, 'build' | 'exclude'>,
): Promise<readonly { readonly offer: ResolvedOffer; readonly prepared: LockedResult }[]> {
  const prepared: { offer: ResolvedOffer; prepared: LockedResult }[] = [];
  for (const offer of offers) {
    const { part, resolved } = offer;
    const one = await orNothing(
      () => prepareLocked(run, part.base, requirementsFor(resolved), { ...round, isOffer: true }),
      (why) =>
        note(run, `nothing is compiled for the pip of the Dockerfile on ${part.base.reference}: ${why}`),
    );
    if (one !== undefined) prepared.push({ offer, prepared: one });
  }
  return prepared;
}

function preparedLock(resolved: Resolved | undefined, locked: LockedResult | undefined): PreparedLock {
  const { folder, attempts = [] } = locked?.built ?? {};
  return {
    restored: locked?.restored ?? [],
    nativeAttempts: attempts,
    ...(resolved === undefined ? {} : { resolved }),
    ...(folder === undefined ? {} : { nativeFolder: folder }),
  };
}

/** What is installed on some of the platforms that were resolved for. */
const requirementsOf = (
  resolved: Resolved,
  platforms: readonly Platform[],
  exclude: Exclusions,
): Resolved => ({
  ...resolved,
  requirements: withoutElsewhere(resolved.requirements, exclude).filter(({ platform }) =>
    platforms.includes(platform),
  ),
});

interface LockedResult {
  readonly locked: Locked;
  readonly restored: readonly RestoredWheel[];
  readonly built?: NativeResult;
}

interface LockedRound extends Pick<BuildRound, 'build' | 'exclude'> {
  /** What does not compile is left to the pip of a custom Dockerfile. */
  readonly isOffer: boolean;
}

/** Looks up what compiling needs, and builds natively what can be, where something must be compiled. */
async function prepareLocked(
  run: ImageRun,
  base: ObservedBase,
  resolved: Resolved,
  { build: number, exclude, isOffer }: LockedRound,
): Promise<LockedResult> {
  const { session } = run;
  const { packages, lock, requirements, replaced } = resolved;
  logRequirements(session.world, requirements);
  if (replaced.length > 0)
    note(
      run,
      `the base's own ${replaced.join(', ')} does not do for ${packages.distribution}, and is replaced`,
    );
  const restored = await restoredWheels(run, resolved, exclude.restored);
  const wheels = restoredFiles(restored);
  const unbuilt = { lock, requirements, native: [], restored: wheels, replaced, emulated: exclude.cross };
  const compiling = requirements.filter(
    (one) => compiledOnTarget(one, { native: [], restored: wheels }).length > 0,
  );
  if (compiling.length === 0) return { locked: { ...unbuilt, emulated: [] }, restored };
  const { reader } = await session.registries();
  const platforms = compiling.map(({ platform }) => platform);
  const build = await observeBase(reader, packages.base.build, platforms);
  const built = await buildNatively(run, base, build, { ...unbuilt, packages, isOffer }, number);
  const { platform: machine } = await session.builder();
  const left = isOffer ? leftToPip(requirements, machine, built.attempts ?? []) : { requirements, notes: [] };
  for (const text of left.notes) note(run, text);
  const { native } = built;
  return { locked: { ...unbuilt, requirements: left.requirements, native, build }, restored, built };
}

interface NativeResult {
  readonly native: readonly NativeBuild[];
  readonly folder?: string;
  readonly attempts?: readonly Attempt[];
}

/** What has no wheel on the build machine's own platform, and what has none at all, is built there first. */
async function buildNatively(
  run: ImageRun,
  base: ObservedBase,
  build: ObservedBase,
  {
    packages,
    lock,
    requirements,
    restored,
    isOffer,
  }: Pick<Locked, 'lock' | 'requirements' | 'restored'> &
    Pick<Resolved, 'packages'> &
    Pick<LockedRound, 'isOffer'>,
  number: number,
): Promise<NativeResult> {
  const { session, policy } = run;
  const { world, journal, programs, access } = session;
  const { buildx, platform: machine } = await session.builder();
  const hasWheel = (name: string, version: string): boolean =>
    lock.packages.some((one) => one.name === name && one.version === version && one.wheels.length > 0);
  const native = nativeCandidates(requirements, machine, hasWheel, restored);
  if (native.length === 0) return { native };
  if (policy.dryRun) {
    note(
      run,
      `a dry run compiles nothing: whether ${native.map(({ name }) => name).join(', ')} is pure Python, and so built once for all platforms, is known only then`,
    );
    return { native };
  }
  const dockerfile = renderDockerfile(program(programs, 'Dockerfile'), {
    native: true,
    compile: [],
    platforms: [],
    emulated: false,
    different: false,
    replaced: false,
    runtimePackages: false,
    buildConstraints: packages.buildConstraints.length > 0,
    extraIndexes: ownersText(packages) !== '',
    image: false,
    offered: isOffer,
  });
  const saveWheels = await maySave(run);
  const built = await traceSteps(session, 'lock', [], (onAttempt) =>
    buildNative(world, buildx, {
      dockerfile,
      programs,
      native,
      platforms: requirements.map(({ platform }) => platform),
      secrets: access.secrets,
      saveWheels,
      arguments: compileArguments(packages, base, `${build.reference}@${build.digest}`),
      ...(packages.local === undefined ? {} : { local: packages.local }),
      onAttempt,
    }),
  );
  recordAttempts(journal, { build: number, where: 'native', attempts: built.attempts }, session.begun);
  return { native: built.native, folder: built.folder, attempts: built.attempts };
}

/** Whether this run may save wheels: what somebody proposes is not saved, nor what is not verified. Others would install it. */
export const maySave = async ({ session, policy }: Omit<ImageRun, 'image'>): Promise<boolean> =>
  policy.savesWheels &&
  policy.wheelStore.kind !== 'off' &&
  policy.verify !== 'off' &&
  !policy.dryRun &&
  !isProposal(session.world.env, await session.event());

function logRequirements({ log }: World, requirements: readonly PlatformRequirements[]): void {
  for (const { platform, requirements: list } of requirements) {
    const compiled = list.flatMap((one) =>
      one.kind === 'compile' ? [`${one.name} ${one.version} (${one.because})`] : [],
    );
    const wheels = list.filter((one) => one.kind === 'wheel').length;
    const without = compiled.length === 0 ? 'nothing to compile' : `without a wheel: ${compiled.join('; ')}`;
    log.info(`${platform.padEnd(14)} ${wheels} wheel${wheels === 1 ? '' : 's'}, ${without}`);
  }
}
