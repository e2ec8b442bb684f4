/** How an image is built in this run. */
import type { BakeOptions, Exports } from '../build/bake.ts';
import type { Builder } from '../build/builder.ts';
import { hasReason } from '../decide/decide.ts';
import type { Policy } from '../plan/policy.ts';
import type { BakeRecipe } from '../plan/recipe.ts';
import type { ImageRun } from '../recipe/image-run.ts';
import { verifiedOn } from '../recipe/platforms.ts';
import { maySave } from '../recipe/prepare.ts';
import type { Decided } from './decide.ts';

/** What is pushed, or goes nowhere, needs nothing that a registry has. */
const exportsFor: Readonly<Record<Policy['target']['kind'], Exports>> = {
  push: 'layout',
  trial: 'layout',
  nowhere: 'layout',
  layout: 'archive',
  engine: 'engine',
};

export async function optionsOf(
  run: ImageRun,
  recipe: BakeRecipe,
  decided: readonly Decided[],
  builder: Builder,
): Promise<BakeOptions> {
  const { session, policy } = run;
  return {
    verify: verifiedOn(policy, recipe, builder.platform),
    secrets: session.access.secrets,
    provenance: policy.provenance,
    sbom: policy.sbom,
    exports: exportsFor[policy.target.kind],
    saveWheels: await maySave(run),
    fresh: decided.some(({ decision }) => hasReason(decision, ['forced', 'expired'])),
  };
}
