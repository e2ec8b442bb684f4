import type { Attempts } from '../build/attempts.ts';
import { bakeParts, targetOf } from '../build/bake.ts';
import type { Builder } from '../build/builder.ts';
import { emulatedOf } from '../build/nodes.ts';
import { wholeOf } from '../build/split.ts';
import type { Platform } from '../names/platform.ts';
import type { BakeRecipe } from '../plan/recipe.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import { helperText, type PipBuild, pipBuildText } from '../report/pip-builds.ts';
import type { Step } from '../report/steps.ts';

/** What a custom Dockerfile's pip made under emulation nevertheless. */
export function noteOffer(
  run: ImageRun,
  recipe: BakeRecipe,
  builder: Builder,
  attempts: Attempts,
  steps: readonly Step[],
  builds: readonly PipBuild[],
): void {
  const { source, requirements } = recipe;
  if (source.kind !== 'custom' || source.offer === undefined) return;
  const isEmulated = (platform: Platform): boolean => emulatedOf(builder, [platform]).length > 0;
  // buildx names the target only where it builds several.
  const isOwn = ({ target }: { readonly target?: string }): boolean =>
    target === undefined || bakeParts.some((part) => targetOf(run.image.id, part) === wholeOf(target));
  for (const build of builds.filter(isOwn)) {
    const { platform } = build;
    if (platform === undefined || !isEmulated(platform)) continue;
    const wanted = requirements.find((one) => one.platform === platform)?.requirements ?? [];
    const offered = Object.fromEntries(wanted.map(({ name, version }) => [name, version]));
    note(run, pipBuildText(build, attempts.get(platform) ?? [], offered));
  }
  const text = helperText(steps.filter(isOwn), source.offer.helpers, isEmulated);
  if (text !== undefined) note(run, text);
}
