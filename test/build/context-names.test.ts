import { expect, test } from 'vitest';
import { bakeFile } from '../../src/build/bake.ts';
import { bakeRecipe } from '../../src/recipe/bake-recipe.ts';
import { inputsOf, questionOfInputs } from '../support/cells.ts';

test.each([
  ['python:3.13-slim', 'python:3.13-slim'],
  ['python', 'python'],
  ['python:latest', 'python'],
  ['library/python:3', 'python:3'],
  ['docker.io/library/python:3', 'python:3'],
  ['index.docker.io/team/app:1', 'team/app:1'],
  ['team/app:1', 'team/app:1'],
  ['localhost:5000/app:latest', 'localhost:5000/app'],
  ['ghcr.io/library/app:1', 'ghcr.io/library/app:1'],
])('what a Dockerfile calls %s is the context %s', (from, name) => {
  const inputs = inputsOf({ dockerfile: 'Dockerfile' });
  const custom = {
    path: '/work/Dockerfile',
    context: '/work',
    usesPackages: false,
    text: 'FROM scratch\n',
    parents: {},
  };
  const pins = { [from]: 'docker.io/library/other@sha256:0' };
  const recipe = bakeRecipe(questionOfInputs(inputs, { custom: { ...custom, pins } }));
  const options = { verify: [], secrets: [], provenance: 'false', sbom: 'false' };
  const { target } = bakeFile([{ recipe, options }]);
  expect(target['image']?.contexts).toEqual({ [name]: 'docker-image://docker.io/library/other@sha256:0' });
});
