import { normalizedName } from '../../names/package-name.ts';

export interface ExtrasByImage {
  readonly base: readonly string[];
  /** Every script, in the order in which they were given. */
  readonly scripts: readonly { readonly script: string; readonly extras: readonly string[] }[];
  /** Extras that belong to no image, such as `test`. */
  readonly others: readonly string[];
}

/**
 * Which extras are installed into which image, as pbrx has it: of a project `foo`, `foo_base` goes into the base image, and
 * `foo_executor` into that of the script `foo-executor`. Names are compared normalized (PEP 685).
 */
export function extrasByImage({
  project,
  scripts,
  extras,
}: {
  readonly project: string;
  readonly scripts: readonly string[];
  readonly extras: readonly string[];
}): ExtrasByImage {
  const byName = Map.groupBy(extras, normalizedName);
  const of = (name: string): readonly string[] => byName.get(normalizedName(name)) ?? [];
  const base = of(`${project}-base`);
  const byScript = scripts.map((script) => ({ script, extras: of(script) }));
  const placed = new Set([...base, ...byScript.flatMap((one) => one.extras)]);
  return { base, scripts: byScript, others: extras.filter((extra) => !placed.has(extra)) };
}
