/** Draws the report from what a run found out, wherever it ended. */
import { isForeign } from '../build/emulation.ts';
import { reasonText } from '../decide/decide.ts';
import { Failure } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import { repositoryText } from '../names/reference.ts';
import { Interrupted } from '../ports.ts';
import type { Compiled, Outcome, PlatformReport, Report } from '../report/report.ts';
import { compiledThere } from '../sources/package.ts';
import type { Image } from '../sources/plan.ts';
import type { State } from './state.ts';

export function reportOf(state: State, failure?: Failure): Report {
  const { inputs, cell, base, decision } = state;
  const image = state.plan?.images[0];
  const wanted = inputs.packageVersion.kind === 'latest' ? 'latest' : inputs.packageVersion.text;
  return {
    outcome: outcomeOf(state, failure),
    repository: repositoryText(inputs.repository),
    tags: cell === undefined ? [] : [cell.tags.exact, ...cell.tags.aliases],
    ...(state.digest === undefined ? {} : { digest: state.digest }),
    package: { name: inputs.package.text, version: cell?.version.text ?? wanted },
    python: inputs.python.text,
    base: {
      reference: base?.reference ?? cell?.base.publish ?? '',
      ...(base === undefined ? {} : { digest: base.digest }),
    },
    decision: 'build',
    reason:
      decision === undefined || cell === undefined
        ? 'it ended before anything was decided'
        : reasonText(decision, cell.repository, cell.tags.exact),
    // Before there is a plan there is nothing to say of platforms.
    platforms:
      image === undefined ? [] : inputs.platforms.map((platform) => platformReport(state, image, platform)),
    compiled: compiledOf(state, image),
    timeline: image === undefined ? [] : state.spans,
    verify: inputs.verify,
    ...(image === undefined ? {} : { lock: image.lock?.resolved ?? 'none' }),
    notes: [...state.notes, ...unseen(state)],
    problems: failure?.problems ?? [],
    ...(state.output === undefined ? {} : { output: state.output }),
    ...(inputs.push && !inputs.dryRun ? { pushed: state.published } : {}),
    ...(decision === undefined || decision.because === 'local'
      ? {}
      : { existed: decision.because !== 'absent' }),
  };
}

/** What a thrown value means to a user; undefined when it is a mistake in this program. */
export function failureOf(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error;
  if (!(error instanceof Interrupted)) return undefined;
  return new Failure([
    { station: 'build', message: 'Interrupted: what was running was ended. Run again to complete it.' },
  ]);
}

/** A push that was cut off may have moved the exact tag: nobody saw. */
const unseen = (state: State): string[] =>
  state.pushing === true && state.published.length === 0
    ? ['the push was begun and did not end here: the exact tag may have moved. Run again to complete it']
    : [];

function outcomeOf(state: State, failure: Failure | undefined): Outcome {
  if (failure !== undefined) return 'failed';
  if (state.inputs.dryRun) return 'planned';
  return state.inputs.push ? 'published' : 'built';
}

function platformReport(state: State, image: Image | undefined, platform: Platform): PlatformReport {
  const requirements = image?.requirements.find((one) => one.platform === platform)?.requirements ?? [];
  const size = state.sizes?.find((one) => one.platform === platform);
  const verified = state.verified?.find((one) => one.platform === platform);
  return {
    platform,
    ...(size === undefined ? {} : { digest: size.digest, size: size.size, added: size.added }),
    wheels: requirements.filter((one) => one.kind === 'wheel').length,
    compiled: requirements.filter((one) => one.kind === 'compile').length,
    checks: verified?.checks ?? [],
    emulated: state.machine !== undefined && isForeign(platform, state.machine),
  };
}

/** One row for each requirement that had no wheel; what was built once for all stands under each platform. */
function compiledOf(state: State, image: Image | undefined): Compiled[] {
  if (image === undefined) return [];
  return image.requirements.flatMap((platform) => {
    const there = compiledThere(platform, image.native);
    return platform.requirements.flatMap((one): Compiled[] => {
      if (one.kind !== 'compile') return [];
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
          ...(failed?.why === undefined ? {} : { fallback: { why: failed.why, seconds: failed.seconds } }),
        },
      ];
    });
  });
}

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
  return inputs.compile === 'emulate' || attempts.has(platform) ? 'emulated' : 'cross';
}
