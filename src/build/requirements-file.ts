/** Writes the lists that `install.py` and `sources.py` read. */
import { defined } from '../defined.ts';
import type { Artifact, Links, PlatformRequirements, Requirement } from '../lock/lock.ts';
import { type BakeRecipe, compiledOnTarget, type NativeBuild, restoredFor } from '../plan/recipe.ts';
import type { RestoredFile } from '../wheel-cache/wheel.ts';

interface Entry extends Omit<Artifact, 'url'> {
  /** Absent for a restored wheel, which is not downloaded. */
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
  recipe: Pick<BakeRecipe, 'native' | 'restored' | 'requested' | 'layers'>,
): string {
  const { requested, layers } = recipe;
  const wheels = platform.requirements.flatMap((one) =>
    one.kind === 'wheel' ? [entry(one, one.wheel)] : [],
  );
  const onTarget = compiledOnTarget(platform, recipe);
  const restored = restoredFor(platform.platform, recipe.restored);
  const isRestored = ({ name, version }: Requirement): boolean =>
    restored.some((one) => one.name === name && one.version === version);
  const compile = onTarget.flatMap((one) => (one.kind === 'compile' ? [sourceEntry(one)] : []));
  const built = platform.requirements.flatMap((one) =>
    one.kind === 'compile' && !onTarget.includes(one) && !isRestored(one) ? [entry(one, one.sdist)] : [],
  );
  const { links } = platform;
  const lists = { wheels, compile, native: built, requested, ...defined({ links, layers }) };
  return listText(restored.length === 0 ? lists : { ...lists, kept: restored.map(restoredEntry) });
}

export const nativeFile = (native: readonly NativeBuild[]): string =>
  listText({ compile: native.map((one) => entry(one, one.sdist)) });

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

const restoredEntry = ({ name, version, filename, sha256 }: RestoredFile): Entry => ({
  name,
  version,
  filename,
  sha256,
});

const sourceEntry = (requirement: Extract<Requirement, { kind: 'compile' }>): Entry => ({
  ...entry(requirement, requirement.sdist),
  ...defined({ like: requirement.like }),
});

const listText = (
  lists: Readonly<Record<string, readonly (Entry | string)[] | Links | BakeRecipe['layers']>>,
): string => `${JSON.stringify(lists, null, 2)}\n`;
