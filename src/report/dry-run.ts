/** What a dry run prints: the same values that a real run executes. */
import type { Plan } from '../plan/plan.ts';
import { type DockerfileSource, offersOf, type Recipe } from '../plan/recipe.ts';
import { visible } from './escape.ts';
import type { BuildxRun } from './fold.ts';

export interface Planned {
  readonly plan: Plan;
  readonly recipes: readonly Recipe[];
  readonly runs: readonly BuildxRun[];
}

/**
 * The plan and the recipes as JSON, what is built in place of a custom Dockerfile, the lock of each image, then every file
 * that buildx would be given, each under its name. Programs are named, not printed.
 */
export function dryRunText({ plan, recipes, runs }: Planned): string {
  // An image that is put onto its new base has a recipe for each repository, and one lock.
  const locks = new Map(
    recipes.flatMap((recipe) => [
      ...(recipe.lock === undefined
        ? []
        : [[fileName(plan, recipe.image.id, 'pylock.toml'), recipe.lock.text.trim()] as const]),
      ...offersOf(recipe).map(({ id, lock }) => [`${id}/pylock.toml`, lock.text.trim()] as const),
    ]),
  );
  const prepared = recipes.map(({ image, lock: _lock, ...rest }) => ({
    image: image.id,
    ...(rest.do === 'bake' ? { ...rest, source: withoutLocks(rest.source) } : rest),
  }));
  const parts = [
    json('plan', plan),
    ...(recipes.length === 0 ? [] : [json('recipes', prepared)]),
    ...recipes.flatMap((recipe) => differenceText(plan, recipe)),
    ...[...locks].map(([title, text]) => `${heading(title)}${text}\n`),
    ...runs.map((run) => runText(run, runs.length > 1)),
  ];
  return visible(parts.join(''));
}

/** Locks are printed by themselves. */
const withoutLocks = (source: DockerfileSource): object =>
  source.kind === 'custom' && source.offer !== undefined
    ? {
        ...source,
        offer: { ...source.offer, parts: source.offer.parts.map(({ lock: _lock, ...rest }) => rest) },
      }
    : source;

const heading = (title: string): string => `\n--- ${title}\n`;
const json = (title: string, value: unknown): string =>
  `${heading(title)}${JSON.stringify(value, null, 2)}\n`;

const fileName = ({ images }: Plan, id: string, name: string): string =>
  images.length === 1 ? name : `${id}/${name}`;

/** How the Dockerfile that is built differs from the user's own. */
const differenceText = (plan: Plan, recipe: Recipe): string[] =>
  recipe.do === 'bake' && recipe.source.kind === 'custom' && recipe.source.offer !== undefined
    ? [
        `${heading(fileName(plan, recipe.image.id, 'the Dockerfile, as it is built'))}${recipe.source.offer.difference.trimEnd()}\n`,
      ]
    : [];

const isProgram = (name: string): boolean => /\.(?:py|sh)$|\/programs\/|\/verify\.Dockerfile$/.test(name);

/** @param isNamed where there are several runs of buildx, each says for which images and which repository it is. */
function runText({ images, repository, files }: BuildxRun, isNamed: boolean): string {
  const shown = Object.entries(files).filter(([name]) => !isProgram(name));
  const programs = Object.keys(files).filter(isProgram);
  const of = repository === undefined ? images.join(', ') : `${images.join(', ')} in ${repository}`;
  return [
    ...(isNamed ? [heading(`buildx for ${of}`)] : []),
    ...shown.map(([name, content]) => `${heading(name)}${content.trimEnd()}\n`),
    `${heading('programs beside them')}${programs.join('\n')}\n\n`,
  ].join('');
}
