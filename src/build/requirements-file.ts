/** The lists that `install.py` and `sources.py` read, as text. */
import type { Artifact, Links, PlatformRequirements, Requirement } from '../lock/lock.ts';
import { type BakeRecipe, compiledOnTarget, type NativeBuild, restoredFor } from '../plan/recipe.ts';
import type { KeptWheel } from '../wheel-cache/wheel.ts';

interface Entry extends Omit<Artifact, 'url'> {
  /** Where it is downloaded from. */
  readonly url?: string;
  readonly name: string;
  readonly version: string;
  readonly like?: Artifact;
}

/**
 * `wheels` are downloaded, `compile` is compiled on the platform, `native` was built on the build machine, `kept` by an
 * earlier build.
 */
export function requirementsFile(
  platform: PlatformRequirements,
  recipe: Pick<BakeRecipe, 'native' | 'restored' | 'requested'>,
): string {
  const { requested } = recipe;
  const wheels = platform.requirements.flatMap((one) =>
    one.kind === 'wheel' ? [entry(one, one.wheel)] : [],
  );
  const onTarget = compiledOnTarget(platform, recipe);
  const kept = restoredFor(platform.platform, recipe.restored);
  const isKept = ({ name, version }: Requirement): boolean =>
    kept.some((one) => one.name === name && one.version === version);
  const compile = onTarget.flatMap((one) => (one.kind === 'compile' ? [sourceEntry(one)] : []));
  const built = platform.requirements.flatMap((one) =>
    one.kind === 'compile' && !onTarget.includes(one) && !isKept(one) ? [entry(one, one.sdist)] : [],
  );
  const { links } = platform;
  const lists = { wheels, compile, native: built, requested, ...(links === undefined ? {} : { links }) };
  return text(kept.length === 0 ? lists : { ...lists, kept: kept.map(keptEntry) });
}

export const nativeFile = (native: readonly NativeBuild[]): string =>
  text({ compile: native.map((one) => entry(one, one.sdist)) });

const entry = (
  { name, version }: { readonly name: string; readonly version: string },
  file: Artifact,
): Entry => ({
  name,
  version,
  filename: file.filename,
  url: file.url,
  sha256: file.sha256,
});

const keptEntry = ({ name, version, filename, sha256 }: KeptWheel): Entry => ({
  name,
  version,
  filename,
  sha256,
});

const sourceEntry = (one: Extract<Requirement, { kind: 'compile' }>): Entry => ({
  ...entry(one, one.sdist),
  ...(one.like === undefined ? {} : { like: one.like }),
});

const text = (lists: Readonly<Record<string, readonly (Entry | string)[] | Links>>): string =>
  `${JSON.stringify(lists, null, 2)}\n`;
