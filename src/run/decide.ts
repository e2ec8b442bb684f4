/** Compares what every repository holds with what is wanted, and says what is done there. */
import { decide, type Decision, type Wanted } from '../decide/decide.ts';
import { reasonText } from '../decide/reason.ts';
import { sameAs } from '../decide/same.ts';
import { Failure, type Problem } from '../errors.ts';
import { taggedText } from '../names/reference.ts';
import { type Fingerprint, fingerprintOf, type Made } from '../plan/fingerprint.ts';
import { copiesOnly } from '../recipe/bake-recipe.ts';
import { basesOf, type Context, installs } from '../commands/context.ts';
import type { Resolved } from '../recipe/resolve.ts';
import type { Destination } from '../commands/state.ts';

/** Sets every destination's decision. @throws Failure with everything that may not be done. */
export async function decideAll(context: Context): Promise<void> {
  const { state } = context;
  const problems: Problem[] = [];
  for (const destination of state.destinations) {
    const reference = taggedText(destination.repository, context.cell.tags.exact);
    const decision = await decideOne(context, destination, reference);
    if (decision.do === 'refuse') {
      problems.push({ station: 'registry', about: reference, message: decision.message });
    }
    destination.decision = decision;
    describe(context, reference, decision);
  }
  if (problems.length > 0) throw new Failure(problems);
}

async function decideOne(context: Context, destination: Destination, reference: string): Promise<Decision> {
  const wanted = await wantedOf(context, destination, reference);
  const decision = decide(wanted, destination.observed);
  const { observed, repository } = destination;
  const settled = decision.do !== 'build' && decision.do !== 'refuse';
  if (settled || observed.is !== 'present' || wanted.rebuild !== 'stale') return decision;
  // An earlier build of the same may have come out as what was there already, and have said so beside it.
  const same = await sameAs(context.found.client, repository, observed.index.digest, wanted.fingerprint);
  return same === undefined ? decision : decide(wanted, { ...observed, made: same });
}

async function wantedOf(context: Context, destination: Destination, reference: string): Promise<Wanted> {
  const { inputs, cell, world, found } = context;
  const { observed } = destination;
  const made = observed.is === 'present' ? observed.made : undefined;
  const compares = inputs.rebuild === 'stale' && made !== undefined;
  const resolved = compares && installs(context) ? await resolvedFor(context, made) : undefined;
  return {
    fingerprint: compares
      ? todayOf(context, resolved, basesOf(context, await found.base()))
      : todayOf(context, undefined, {}),
    version: cell.version,
    rebuild: inputs.rebuild,
    overwrite: inputs.overwrite,
    ...(inputs.maxAge === undefined ? {} : { maxAge: inputs.maxAge }),
    now: world.clock.now(),
    rebasable: isRebasable(context, resolved),
    reference,
  };
}

/**
 * Resolved for the base that the image stands on, by what it says of it: so nothing must be pulled to learn that nothing
 * moved.
 */
const resolvedFor = ({ locker, inputs }: Context, { facts }: Made): Promise<Resolved | undefined> =>
  locker.resolve(facts.filter((one) => inputs.platforms.includes(one.platform)));

export function todayOf(
  { cell, inputs, own }: Context,
  resolved: Pick<Resolved, 'requirements'> | undefined,
  bases: Fingerprint['bases'],
): Fingerprint {
  return fingerprintOf({
    cell,
    inputs,
    bases,
    ...(resolved === undefined ? {} : { requirements: resolved.requirements }),
    ...(own === undefined ? {} : { own }),
  });
}

/** Whether the final stage does nothing but copy one layer, and nothing but images is published. */
function isRebasable({ inputs, own }: Context, resolved: Resolved | undefined): boolean {
  const copies = resolved !== undefined && copiesOnly(inputs, resolved.replaced);
  // Of more than the least provenance, and of an SBOM, only a build knows.
  const attested = ['false', 'true', 'mode=min'].includes(inputs.provenance) && inputs.sbom === 'false';
  return own === undefined && copies && attested;
}

function describe({ world }: Context, reference: string, decision: Decision): void {
  world.log.info(`${decision.do.padEnd(8)} ${reference}`);
  world.log.info(`because  ${reasonText(decision, reference)}`);
}
