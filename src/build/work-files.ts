/** The files that a run of buildx finds in its folder: its bake file, and for each image Dockerfiles, lock and programs. */
import { keyOf } from '../names/platform.ts';
import {
  type BakeRecipe,
  installsTheSame,
  type OfferedBuild,
  offersOf,
  type Recipe,
  recipeOfOffer,
} from '../plan/recipe.ts';
import { bakeText, checkDockerfile, checkedFile, offeredFile, targetOf } from './bake.ts';
import type { BakeFile } from './bake-file.ts';
import { exportsFiles } from './exports.ts';
import type { BuilderNode } from './nodes.ts';
import { checkPrograms, offerPrograms, program, type Programs, stagePrograms } from './programs.ts';
import { nativeFile, requirementsFile } from './requirements-file.ts';
import { splitByNode } from './split.ts';

/**
 * The files of a bake run, path to content; `programs` are the files of `dockerfiles/` by name.
 *
 * @param nodes of the builder, if it has several.
 */
export function workFiles(
  recipes: readonly Recipe[],
  bake: BakeFile,
  programs: Programs,
  nodes: readonly BuilderNode[] = [],
): Readonly<Record<string, string>> {
  const files = recipes.flatMap((recipe) => {
    const { id } = recipe.image;
    const builds = recipe.do === 'bake' ? buildFiles(recipe, programs) : {};
    const checks = bake.target[targetOf(id, 'verify')] === undefined ? {} : checkFiles(recipe, programs);
    const exported = bake.target[targetOf(id, 'exports')] === undefined ? {} : exportFiles(recipe, programs);
    return [
      ...under(id, { ...builds, ...checks, ...exported }),
      ...(recipe.do === 'bake'
        ? offersOf(recipe).flatMap((offer) => under(offer.id, offerFiles(recipe, offer, programs)))
        : []),
    ];
  });
  return {
    'docker-bake.json': bakeText(splitByNode(bake, nodes)),
    ...(Object.fromEntries(files) as Record<string, string>),
  };
}

const under = (folder: string, files: Readonly<Record<string, string>>): (readonly [string, string])[] =>
  Object.entries(files).map(([name, content]) => [`${folder}/${name}`, content]);

const offerFiles = (recipe: BakeRecipe, offer: OfferedBuild, programs: Programs): Record<string, string> => ({
  ...buildFiles(recipeOfOffer(recipe, offer), programs),
  ...offerPrograms(programs),
});

function buildFiles(recipe: BakeRecipe, programs: Programs): Record<string, string> {
  const { source, lock } = recipe;
  const dockerfile = source.kind === 'rendered' ? source.dockerfile : source.packages;
  return {
    ...(dockerfile === undefined
      ? {}
      : { Dockerfile: dockerfile, ...stagePrograms(programs, lock !== undefined) }),
    ...(lock === undefined ? {} : lockFiles(recipe)),
    ...customFiles(source),
  };
}

/** Texts that are built in place of a custom Dockerfile, each with what that ignores. */
function customFiles(source: BakeRecipe['source']): Record<string, string> {
  if (source.kind === 'rendered') return {};
  const { offer, checked, ignore } = source;
  const withIgnore = (name: string, text: string): Record<string, string> => ({
    [name]: text,
    ...(ignore === undefined ? {} : { [`${name}.dockerignore`]: ignore }),
  });
  return {
    ...(offer === undefined ? {} : withIgnore(offeredFile, offer.dockerfile)),
    // Without one it is inline.
    ...(checked === undefined || ignore === undefined ? {} : withIgnore(checkedFile, checked)),
  };
}

function checkFiles({ image, checks }: Recipe, programs: Programs): Record<string, string> {
  const hasPackage = image.content.packages !== undefined;
  const dockerfile = checkDockerfile(hasPackage);
  return {
    [dockerfile]: program(programs, dockerfile),
    ...checkPrograms(programs, hasPackage),
    'verify/checks.json': `${JSON.stringify(checks, null, 2)}\n`,
  };
}

const exportFiles = ({ image }: Recipe, programs: Programs): Record<string, string> =>
  Object.fromEntries(
    Object.entries(exportsFiles(programs, image.exports ?? [])).map(([name, text]) => [
      `exports/${name}`,
      text,
    ]),
  );

function lockFiles(recipe: BakeRecipe): Record<string, string> {
  const files: Record<string, string> = {};
  const [first] = recipe.requirements;
  if (first !== undefined && installsTheSame(recipe)) {
    files['lock/requirements.json'] = requirementsFile(first, recipe);
  } else {
    for (const platform of recipe.requirements) {
      files[`lock/${keyOf(platform.platform)}/requirements.json`] = requirementsFile(platform, recipe);
    }
  }
  if (recipe.native.length > 0) {
    files['lock/native/requirements.json'] = nativeFile(recipe.native);
  }
  return files;
}
