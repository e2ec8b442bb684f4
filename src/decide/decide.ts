/** Decides what is done with an image in one repository, and why. Pure: a table of tests holds it. */
import type { PackageVersion } from '../names/package-version.ts';
import type { Platform } from '../names/platform.ts';
import type { Digest, Tag } from '../names/reference.ts';
import { type Fingerprint, recipeName } from '../plan/fingerprint.ts';
import type { Rebuild } from '../plan/policy.ts';
import { tagsBehind } from './aliases.ts';
import {
  type Change,
  changedParts,
  changedRequirements,
  type ChangedPart,
  type Move,
  movedBases,
  partsText,
} from './compare.ts';
import type { ObservedImage, Present } from '../observe/observe.ts';

/** An advisory, and the release that it is about. */
export interface MendedAdvisory {
  readonly id: string;
  readonly name: string;
  readonly version: string;
}

export type Because =
  /** Nothing is pushed, so what a registry holds is not compared. */
  | { readonly kind: 'local' }
  | { readonly kind: 'absent' }
  | { readonly kind: 'forced' }
  /** Another tool made it, so that nothing can be compared. */
  | { readonly kind: 'adopted' }
  | { readonly kind: 'recipe-changed'; readonly parts: readonly ChangedPart[] }
  /** Its registry has lost manifests or blobs of it. */
  | { readonly kind: 'incomplete'; readonly lacking: readonly Digest[] }
  | { readonly kind: 'platform-missing'; readonly platforms: readonly Platform[] }
  /** Today's requirements have mended what advisories say of those of the image. */
  | { readonly kind: 'advisory'; readonly mended: readonly MendedAdvisory[] }
  /** No changes: other files of the same versions. */
  | { readonly kind: 'requirement-changed'; readonly changes: readonly Change[] }
  /** Where nothing is locked, there is nothing to compare. */
  | { readonly kind: 'locking-changed'; readonly now: 'locked' | 'unlocked' }
  | { readonly kind: 'base-moved'; readonly moves: readonly Move[] }
  /** Images of the same plan that it stands on are built anew. */
  | { readonly kind: 'parent-changed'; readonly parents: readonly string[] }
  /** Images of the same plan that stand on it are built, and the builder does not see what the engine stores. */
  | { readonly kind: 'child-built'; readonly children: readonly string[] }
  /** Seconds; `age` is absent where the image does not say when it was made. */
  | { readonly kind: 'expired'; readonly age?: number; readonly greatest: number }
  | { readonly kind: 'tag-behind'; readonly tags: readonly Tag[] }
  /** Images are signed, and this one is not: an earlier run could not, or did not. */
  | { readonly kind: 'unsigned' }
  /** `locked`: requirements were compared too. */
  | { readonly kind: 'unchanged'; readonly locked: boolean }
  /** It exists, and `rebuild` asks for no more. */
  | { readonly kind: 'exists' }
  /** It was built again, and is identical to what was published before. */
  | { readonly kind: 'identical'; readonly built: Because };

export type Decision =
  /** `also`: what else would have been a reason. */
  | { readonly do: 'build'; readonly because: Because; readonly also?: readonly Because[] }
  /** The image's own layers are put onto the new base; nothing is built. */
  | { readonly do: 'rebase'; readonly because: Because }
  /** It is signed as it is; `also`: aliases move, too. */
  | { readonly do: 'sign'; readonly because: Because; readonly also?: readonly Because[] }
  /** Only aliases move. */
  | { readonly do: 'retag'; readonly because: Because }
  | { readonly do: 'keep'; readonly because: Because }
  /** A message for the user: what is wrong, the rule, the way out. */
  | { readonly do: 'refuse'; readonly message: string };

/** Whether the decision has one of these reasons. */
export const hasReason = (decision: Decision | undefined, kinds: readonly Because['kind'][]): boolean =>
  decision !== undefined &&
  decision.do !== 'refuse' &&
  [decision.because, ...('also' in decision ? (decision.also ?? []) : [])].some(({ kind }) =>
    kinds.includes(kind),
  );

export interface Wanted {
  /** Its requirements need not be known in modes that compare nothing. */
  readonly fingerprint: Fingerprint;
  /** Absent where images have no order. */
  readonly version?: PackageVersion;
  readonly rebuild: Rebuild;
  readonly overwrite: boolean;
  /** Seconds. */
  readonly maxAge?: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether the image is nothing but copied layers on its base. */
  readonly rebasable: boolean;
  /** `registry/name:tag`, for messages. */
  readonly reference: string;
  /** Images of the same plan that it stands on and that are built anew, as a report calls them. */
  readonly changedParents?: readonly string[];
  /** Advisories of the image that a build would mend; absent for none. */
  readonly mended?: readonly MendedAdvisory[];
}

export function decide(wanted: Wanted, observed: ObservedImage): Decision {
  const { rebuild, reference } = wanted;
  if (observed.is !== 'present') {
    if (rebuild === 'never') return { do: 'refuse', message: neverText(observed.is, reference) };
    return { do: 'build', because: { kind: observed.is === 'unasked' ? 'local' : 'absent' } };
  }
  switch (rebuild) {
    case 'missing':
    case 'never':
      return keepOrRetag(wanted, observed, { kind: 'exists' });
    case 'always':
      return replaceOrRefuse(wanted, observed, [{ kind: 'forced' }]);
    case 'stale': {
      const reasons = reasonsToBuild(wanted, observed);
      return reasons.length === 0
        ? keepOrRetag(wanted, observed, { kind: 'unchanged', locked: wanted.fingerprint.installs !== '' })
        : replaceOrRefuse(wanted, observed, reasons);
    }
  }
}

const neverText = (is: 'unasked' | 'absent', reference: string): string =>
  is === 'unasked'
    ? 'rebuild is "never", so that nothing may be built, and nothing is pushed, so that no registry is asked what it holds: nothing is left to do. Push, or take another rebuild.'
    : `${reference} does not exist, and rebuild is "never": nothing may be built. Take "missing" to build it once.`;

/** The image stays; its aliases may have to move. */
function keepOrRetag(
  { version }: Wanted,
  { aliases, index, record, isSigned }: Present,
  because: Because,
): Decision {
  // An image of another tool under the exact tag may be anything: no alias follows it.
  if (record === undefined) return { do: 'keep', because };
  const tags = tagsBehind(aliases, { digest: index.digest, version, forced: false });
  const behind: readonly Because[] = tags.length === 0 ? [] : [{ kind: 'tag-behind', tags }];
  if (isSigned === false)
    return { do: 'sign', because: { kind: 'unsigned' }, ...(behind.length === 0 ? {} : { also: behind }) };
  return behind[0] === undefined ? { do: 'keep', because } : { do: 'retag', because: behind[0] };
}

/** The reason that matters most is first; those that need a build come before those that a rebase mends. */
function reasonsToBuild(
  { fingerprint, maxAge, now, changedParents = [], mended = [] }: Wanted,
  { record, platforms, created, lacking = [] }: Present,
): Because[] {
  if (record === undefined) return [{ kind: 'adopted' }];
  const before = record.fingerprint;
  const reasons: Because[] = [];
  if (lacking.length > 0) reasons.push({ kind: 'incomplete', lacking });
  const missing = fingerprint.platforms.filter((platform) => !platforms.includes(platform));
  if (missing.length > 0) reasons.push({ kind: 'platform-missing', platforms: missing });
  const parts = changedParts(before, fingerprint);
  if (parts.length > 0) reasons.push({ kind: 'recipe-changed', parts });
  if (mended.length > 0) reasons.push({ kind: 'advisory', mended });
  // Another set of platforms installs other files, and has its reason already.
  if (before.installs !== fingerprint.installs && missing.length === 0 && !parts.includes('platforms')) {
    reasons.push(changedInstalls(before, fingerprint));
  }
  const moves = movedBases(before.bases, fingerprint.bases);
  if (moves.length > 0) reasons.push({ kind: 'base-moved', moves });
  if (changedParents.length > 0) reasons.push({ kind: 'parent-changed', parents: changedParents });
  const expired = maxAge === undefined ? undefined : expiry(created, now, maxAge);
  if (expired !== undefined) reasons.push(expired);
  return reasons;
}

function changedInstalls(before: Fingerprint, now: Fingerprint): Because {
  if (before.installs === '') return { kind: 'locking-changed', now: 'locked' };
  if (now.installs === '') return { kind: 'locking-changed', now: 'unlocked' };
  return { kind: 'requirement-changed', changes: changedRequirements(before.requirements, now.requirements) };
}

function expiry(created: number | undefined, now: number, greatest: number): Because | undefined {
  if (created === undefined) return { kind: 'expired', greatest };
  const age = Math.floor((now - created) / 1000);
  return age > greatest ? { kind: 'expired', age, greatest } : undefined;
}

/** Where `overwrite` is off, an image of another recipe may not be replaced. */
function replaceOrRefuse(wanted: Wanted, { record }: Present, reasons: readonly Because[]): Decision {
  const [because, ...also] = reasons as [Because, ...Because[]];
  const refusal = wanted.overwrite ? undefined : overwriteRefusal(wanted, record?.fingerprint);
  if (refusal !== undefined) return { do: 'refuse', message: refusal };
  if (because.kind === 'base-moved' && also.length === 0 && wanted.rebasable)
    return { do: 'rebase', because };
  return also.length === 0 ? { do: 'build', because } : { do: 'build', because, also };
}

/**
 * Why a released tag may not be replaced, where the user wants it to keep its recipe. Bases and dependencies that move
 * do not change the recipe, nor does a newer version of this program.
 */
function overwriteRefusal(
  { fingerprint, reference }: Wanted,
  before: Fingerprint | undefined,
): string | undefined {
  const rule = 'overwrite is "false", so that a released tag keeps its recipe.';
  const wayOut = 'give the image another name, or set overwrite to "true".';
  const now = recipeName(fingerprint);
  if (before === undefined)
    return `${reference} exists and does not say what it was made of (another tool made it, or its annotations are gone); it is wanted with the recipe ${now}. ${rule} To build it, ${wayOut}`;
  const parts = changedParts(before, fingerprint).filter((part) => part !== 'program');
  if (parts.length === 0) return undefined;
  return `${reference} exists with the recipe ${recipeName(before)}, and is wanted with the recipe ${now}. What changed: ${partsText(parts)}. ${rule} Take the change back, ${wayOut}`;
}
