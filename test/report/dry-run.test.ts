import { expect, test } from 'vitest';
import { imageIds } from '../../src/plan/image.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Recipe } from '../../src/plan/recipe.ts';
import { rebaseRecipe } from '../../src/recipe/bake-recipe.ts';
import { dryRunText } from '../../src/report/dry-run.ts';
import {
  imageOfInputs,
  inputsOf,
  locked,
  policyOfInputs,
  questionOfInputs,
  recipeOfInputs,
} from '../support/cells.ts';

const inputs = inputsOf();
const image = imageOfInputs(inputs);
const policy = policyOfInputs(inputs);
const alone: Plan = { images: [image], policy, skipped: [] };
const withLock = { locked: { ...locked, lock: { ...locked.lock, text: 'lock-version = "1.0"\n\n' } } };
const recipe = recipeOfInputs(inputs, withLock);
/** As it is printed: by the image's id, and its lock by itself. */
const printed = (recipes: readonly Recipe[]): string =>
  JSON.stringify(
    recipes.map(({ image: { id }, lock: _lock, ...rest }) => ({ image: id, ...rest })),
    null,
    2,
  );

test('prints the plan, what is prepared, the lock, and every file that buildx is given', () => {
  const files = {
    'docker-bake.json': '{}\n',
    'image/Dockerfile': 'FROM scratch\n\n',
    'image/programs/install.py': 'import sys',
    'verify.Dockerfile': 'FROM scratch',
    'image/verify/verify.Dockerfile': 'FROM scratch',
    'image/run.sh': 'true',
  };
  expect(
    dryRunText({ plan: alone, recipes: [recipe], runs: [{ images: [image.id], files }] }).split('\n--- '),
  ).toEqual([
    '',
    `plan\n${JSON.stringify(alone, null, 2)}\n`,
    `recipes\n${printed([recipe])}\n`,
    'pylock.toml\nlock-version = "1.0"\n',
    'docker-bake.json\n{}\n',
    'image/Dockerfile\nFROM scratch\n',
    'verify.Dockerfile\nFROM scratch\n',
    'programs beside them\nimage/programs/install.py\nimage/verify/verify.Dockerfile\nimage/run.sh\n\n',
  ]);
});

test('prints a file without what a terminal would act upon, and with its tabs', () => {
  const files = { 'image/Dockerfile': 'FROM a\r\nRUN <<-E\n\t\u001b[31m\u009b\rE\n\u202e' };
  const text = dryRunText({ plan: alone, recipes: [], runs: [{ images: [image.id], files }] });
  expect(text.split('\n--- ')[2]).toBe(
    'image/Dockerfile\nFROM a\r\nRUN <<-E\n\t\\u001b[31m\\u009b\\u000dE\n\\u202e\n',
  );
});

test('prints the plan alone where nothing would be done', () => {
  expect(dryRunText({ plan: alone, recipes: [], runs: [] })).toBe(
    `\n--- plan\n${JSON.stringify(alone, null, 2)}\n`,
  );
});

/** The titles of what is printed. */
const titles = (text: string): string[] =>
  text.split('\n').flatMap((line) => (line.startsWith('--- ') ? [line.slice('--- '.length)] : []));
const run = { files: { 'docker-bake.json': '{}' } };
const [base, app] = imageIds(['base', 'app']) as [typeof image.id, typeof image.id];

test('says of several images and groups whose lock and whose run of buildx it is', () => {
  const images = [base, app].map((id) => ({ ...image, id }));
  const text = dryRunText({
    plan: { ...alone, images },
    recipes: images.map((one) => ({ ...recipe, image: one })),
    runs: [base, app].map((id) => ({ ...run, images: [id] })),
  });
  expect(titles(text)).toEqual([
    'plan',
    'recipes',
    'base/pylock.toml',
    'app/pylock.toml',
    'buildx for base',
    'docker-bake.json',
    'programs beside them',
    'buildx for app',
    'docker-bake.json',
    'programs beside them',
  ]);
});

test('says of an image that is put onto its new base which repository each run of buildx is for', () => {
  const repositories = ['ghcr.io', 'quay.io'].map((registry) => ({ registry, name: 'team/demo' }));
  const question = questionOfInputs(inputs, withLock);
  const text = dryRunText({
    plan: alone,
    recipes: repositories.map((repository) => rebaseRecipe(question, { image: image.id, repository })),
    runs: repositories.map(({ registry, name }) => ({
      ...run,
      images: [image.id],
      repository: `${registry}/${name}`,
    })),
  });
  expect(titles(text)).toEqual([
    'plan',
    'recipes',
    'pylock.toml',
    'buildx for image in ghcr.io/team/demo',
    'docker-bake.json',
    'programs beside them',
    'buildx for image in quay.io/team/demo',
    'docker-bake.json',
    'programs beside them',
  ]);
});
