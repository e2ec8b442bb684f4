import type { Attempts } from '../build/attempts.ts';
import { isTargetOf } from '../build/bake.ts';
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
  const { source } = recipe;
  if (source.kind !== 'custom' || source.offer === undefined) return;
  const { parts, helpers } = source.offer;
  const isEmulated = (platform: Platform): boolean => emulatedOf(builder, [platform]).length > 0;
  // buildx names the target only where it builds several.
  const isOwn = ({ target }: { readonly target?: string }): boolean =>
    target === undefined || isTargetOf(run.image.id, wholeOf(target));
  // Nor does it name the platform where there is one alone.
  const [only, ...others] = recipe.platforms;
  const withPlatform = <T extends { readonly platform?: Platform }>(one: T): T =>
    others.length === 0 && only !== undefined ? { platform: only, ...one } : one;
  for (const build of builds.filter(isOwn).map(withPlatform)) {
    const { platform } = build;
    if (platform === undefined || !isEmulated(platform)) continue;
    const wanted = parts.flatMap(({ requirements }) =>
      requirements.filter((one) => one.platform === platform).flatMap((one) => one.requirements),
    );
    const offered = Object.fromEntries(wanted.map(({ name, version }) => [name, version]));
    note(run, pipBuildText(build, attempts.get(platform) ?? [], offered));
  }
  const text = helperText(steps.filter(isOwn).map(withPlatform), helpers, isEmulated);
  if (text !== undefined) note(run, text);
}
