/** Draws the report from what a run found out, wherever it ended. */
import { isForeign } from '../build/emulation.ts';
import type { Tags } from '../plan/tags.ts';
import { isAhead } from '../decide/aliases.ts';
import type { Decision } from '../decide/decide.ts';
import { reasonText } from '../decide/reason.ts';
import { Failure } from '../errors.ts';
import { fileFailure } from '../file-failure.ts';
import type { Platform } from '../names/platform.ts';
import { repositoryText, taggedText } from '../names/reference.ts';
import { Interrupted } from '../ports.ts';
import { platformsOf, readContent } from '../registry/manifest.ts';
import type { Compiled, DestinationReport, Do, Outcome, PlatformReport, Report } from './report.ts';
import { baseDigestKey } from '../plan/labels.ts';
import { compiledThere, keptFor } from '../recipe/bake-recipe.ts';
import type { Image } from '../plan/recipe.ts';
import type { Taken } from '../wheel-cache/taken.ts';
import type { Destination, State } from '../commands/state.ts';

/** What does more comes first. */
const weights: readonly Do[] = ['build', 'rebase', 'retag', 'keep'];

export function reportOf(state: State, failure?: Failure): Report {
  const { inputs, cell } = state;
  const base = state.stands ?? state.base;
  const image = state.plan?.images[0];
  const wanted = inputs.packageVersion.kind === 'latest' ? 'latest' : inputs.packageVersion.text;
  const destinations = state.destinations.map((one) => destinationReport(state, one));
  const decision = weights.find((one) => destinations.some((destination) => destination.decision === one));
  const leading = destinations.find((one) => one.decision === decision && one.reason !== undefined);
  const digest = inputs.push ? destinations[0]?.digest : state.digest;
  const baseDigest = base?.digest ?? publishedBase(state);
  return {
    outcome: outcomeOf(state, decision, failure),
    repository: repositoryText(inputs.repositories[0]),
    tags: cell === undefined ? [] : [cell.tags.exact, ...cell.tags.aliases],
    ...(digest === undefined ? {} : { digest }),
    package: { name: inputs.package.text, version: cell?.version.text ?? wanted },
    python: inputs.python.text,
    base: {
      reference: base?.reference ?? cell?.base.publish ?? '',
      ...(baseDigest === undefined ? {} : { digest: baseDigest }),
    },
    ...(decision === undefined ? {} : { decision }),
    reason: leading?.reason ?? 'it ended before anything was decided',
    destinations,
    push: inputs.push && !inputs.dryRun,
    built: state.verified !== undefined && decision !== 'rebase',
    platforms:
      image === undefined ? keptPlatforms(state) : builtPlatforms(state, image, decision === 'rebase'),
    compiled: decision === 'rebase' ? [] : compiledOf(state, image),
    timeline: state.spans,
    verify: inputs.verify,
    ...(image === undefined ? {} : { lock: image.lock?.resolved ?? 'none' }),
    // Where an image is built again, the same is found again.
    notes: [...new Set([...state.notes, ...unusedSkips(state), ...unseen(state)])],
    problems: failure?.problems ?? [],
    ...(state.output === undefined ? {} : { output: state.output }),
  };
}

function destinationReport({ cell, inputs }: State, destination: Destination): DestinationReport {
  const { repository, observed, decision, moved, held } = destination;
  const digest = destination.digest ?? (observed.is === 'present' ? observed.index.digest : undefined);
  const target = { version: cell!.version, forced: inputs.rebuild === 'always' };
  const ahead = observed.is === 'unasked' ? [] : observed.aliases.filter((alias) => isAhead(alias, target));
  return {
    repository: repositoryText(repository),
    ...(decision === undefined
      ? {}
      : {
          ...(decision.do === 'refuse' ? {} : { decision: decision.do }),
          reason: reasonText(decision, taggedText(repository, cell!.tags.exact)),
        }),
    wanted: wantedTags(cell!.tags, decision),
    ...(digest === undefined ? {} : { digest }),
    ...(observed.is === 'unasked' ? {} : { existed: observed.is === 'present' }),
    moved,
    held: [...new Set([...ahead, ...held].map((alias) => alias.tag))].filter((tag) => !moved.includes(tag)),
  };
}

function wantedTags({ exact, aliases }: Tags, decision: Decision | undefined): readonly string[] {
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

/** What an image that was left alone says that it stands on. */
function publishedBase({ destinations }: State): string | undefined {
  const observed = destinations[0]?.observed;
  if (observed?.is !== 'present') return undefined;
  return readContent(observed.index.bytes).annotations?.[baseDigestKey];
}

/** From the registry, as an image that was left alone has them. */
function keptPlatforms({ destinations }: State): PlatformReport[] {
  const observed = destinations[0]?.observed;
  if (observed?.is !== 'present') return [];
  const digests = new Map(platformsOf(observed.index.bytes).map((one) => [one.platform, one.digest]));
  return observed.platforms.map((platform) => {
    const digest = digests.get(platform) ?? observed.index.digest;
    return { platform, digest, checks: [], emulated: false };
  });
}

/** What a thrown value means to a user; undefined when it is a mistake in this program. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  if (!(error instanceof Interrupted)) return fileFailure(error);
  return new Failure([
    { station: 'build', message: 'Interrupted: what was running was ended. Run again to complete it.' },
  ]);
}

/** A line that leaves nothing out may be a slip of the pen. */
function unusedSkips({ inputs, verified }: State): string[] {
  if (verified === undefined || verified.length === 0) return [];
  const used = new Set(verified.flatMap(({ checks }) => checks.flatMap(({ skipped }) => skipped)));
  return inputs.verifySkip
    .filter((line) => !used.has(line))
    .map((line) => `verify_skip: nothing was left out by "${line}"`);
}

/** A push that was cut off may have moved the exact tag: nobody saw. */
const unseen = ({ destinations }: State): string[] =>
  destinations
    .filter(({ pushing, moved }) => pushing === true && moved.length === 0)
    .map(
      ({ repository }) =>
        `the push to ${repositoryText(repository)} did not end here: the exact tag may have moved. Run again to complete it`,
    );

function outcomeOf({ inputs }: State, decision: Do | undefined, failure: Failure | undefined): Outcome {
  if (failure !== undefined) return 'failed';
  if (inputs.dryRun) return 'planned';
  if (!inputs.push) return 'built';
  return decision === 'keep' ? 'kept' : decision === 'retag' ? 'retagged' : 'published';
}

/** Of an image that was put onto another base, nothing was installed or compiled. */
const builtPlatforms = (state: State, image: Image, rebased: boolean): PlatformReport[] =>
  state.inputs.platforms.map((platform) => {
    const { wheels, compiled, ...rest } = platformReport(state, image, platform);
    return rebased ? rest : { ...rest, wheels: wheels ?? 0, compiled: compiled ?? 0 };
  });

function platformReport(state: State, image: Image, platform: Platform): PlatformReport {
  const requirements = image.requirements.find((one) => one.platform === platform)?.requirements ?? [];
  const kept = keptFor(platform, image.kept).length;
  const size = state.sizes?.find((one) => one.platform === platform);
  const verified = state.verified?.find((one) => one.platform === platform);
  return {
    platform,
    ...(size === undefined ? {} : { digest: size.digest, size: size.size, added: size.added }),
    wheels: requirements.filter((one) => one.kind === 'wheel').length + kept,
    compiled: requirements.filter((one) => one.kind === 'compile').length - kept,
    checks: verified?.checks ?? [],
    emulated: state.machine !== undefined && isForeign(platform, state.machine),
  };
}

/** One row for each requirement that had no wheel; what was built once for all stands under each platform. */
function compiledOf(state: State, image: Image | undefined): Compiled[] {
  if (image === undefined) return [];
  return image.requirements.flatMap((platform) => {
    const there = compiledThere(platform, image);
    return platform.requirements.flatMap((one): Compiled[] => {
      if (one.kind !== 'compile') return [];
      const { name, version, because } = one;
      const taken = state.taken.find(
        (kept) => kept.platform === platform.platform && kept.artifact.made.name === name,
      );
      if (taken !== undefined)
        return [{ platform: platform.platform, name, version, because, ...keptOf(taken) }];
      const where = there.includes(one) ? platform.platform : 'native';
      const attempts = (state.attempts.get(where) ?? []).filter(({ name }) => name === one.name);
      const made = attempts.find(({ why }) => why === undefined);
      const failed = attempts.find(({ way, why }) => way === 'cross' && why !== undefined);
      return [
        {
          platform: platform.platform,
          name: one.name,
          version: one.version,
          because: one.because,
          way: made?.way === 'cross' ? 'cross' : wayOf(state, image, platform.platform, one, where),
          ...(made === undefined ? {} : { seconds: made.seconds }),
          ...(made?.bytes === undefined ? {} : { size: made.bytes }),
          ...(made?.lacks === undefined ? {} : { lacks: made.lacks }),
          ...(failed?.why === undefined ? {} : { fallback: { why: failed.why, seconds: failed.seconds } }),
        },
      ];
    });
  });
}

const keptOf = ({ artifact, seconds }: Taken): Pick<Compiled, 'way' | 'seconds' | 'size' | 'kept'> => {
  const { way, seconds: spent, compiled } = artifact.made;
  return { way: 'kept', seconds, size: artifact.size, kept: { way, seconds: spent, compiled } };
};

/** How it is compiled where nothing says how it was. */
function wayOf(
  { machine, inputs, attempts }: State,
  image: Image,
  platform: Platform,
  { name, version }: { readonly name: string; readonly version: string },
  where: Platform | 'native',
): Compiled['way'] {
  if (where === 'native') {
    const built = image.native.find((native) => native.name === name && native.version === version);
    return image.platforms.length > 1 && built?.serves.length === image.platforms.length ? 'once' : 'native';
  }
  if (!isForeign(platform, machine ?? platform)) return 'native';
  if (inputs.compile !== 'auto') return inputs.compile === 'emulate' ? 'emulated' : 'cross';
  return attempts.has(platform) ? 'emulated' : 'cross';
}
