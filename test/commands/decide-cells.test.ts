import { expect, test } from 'vitest';
import { decideCells } from '../../src/commands/decide-cells.ts';
import { Failure } from '../../src/errors.ts';
import { readPlanInputs } from '../../src/inputs/plan.ts';
import type { MatrixCell } from '../../src/sources/matrix/matrix.ts';
import { readMatrix } from '../../src/sources/matrix/read.ts';
import { version } from '../package-index/projects.ts';
import { testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

/** Two packages on one Python and base; the second with an input of its own. */
async function decide(own: string): Promise<unknown> {
  const { inputs } = readPlanInputs({ registry: 'ghcr.io', image_name: 'owner/{package}' }, 'action');
  const text = `packages: [six, { package: h11, ${own} }]`;
  const matrix = readMatrix(inputs!, { path: 'python-images.yml', text });
  const cells = matrix.packages.map(({ package: name, inputs: ofPackage }): MatrixCell => ({
    package: name,
    version: { version: version('1.0'), files: [] },
    python: { text: '3.13', minor: '3.13' },
    base: 'slim',
    inputs: ofPackage,
    pythonIsNamed: true,
  }));
  return decideCells(testSession({ world: testWorld() }), matrix, cells, 2).catch((error: unknown) => error);
}

test.each([
  'rebuild: always',
  'verify: strict',
  'index_url: https://packages.example.com/simple',
  'uv_version: 0.9.5',
  'base_registry: mirror.example.com/library',
])('a package with %s of its own is refused before a registry is asked', async (own) => {
  expect(await decide(own)).toEqual(
    new Failure([
      {
        station: 'input',
        about: 'packages',
        message:
          'packages: the images differ in an input that is one for all of them, such as rebuild, overwrite, verify, index_url or uv_version: give it in the step, or make two plans of them.',
      },
    ]),
  );
});

test('what only an image has may differ', async () => {
  expect(await decide('requirements: certifi')).toEqual(new Error('this test does not ask registries'));
});
