import { expect, test } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import { readPlanInputs } from '../../src/inputs/plan.ts';
import { emptyPlanReport } from '../../src/report/plan.ts';
import { testWorld } from '../support/world.ts';

/** In a world that refuses programs and folders: what gets as far as a session fails in another way. */
const planned = (file: string | undefined, raw: Readonly<Record<string, string>> = {}) => {
  const { inputs } = readPlanInputs({ registry: 'ghcr.io', image_name: 'owner/{package}', ...raw }, 'action');
  const world = testWorld({ files: file === undefined ? {} : { 'python-images.yml': file } });
  return plan(world, { inputs: inputs!, programs: '/programs', cache: '/cache' });
};

test.each<readonly [string, Parameters<typeof planned>, string, string]>([
  [
    'a file that is not there',
    [undefined, { images_file: 'other.yml' }],
    'images_file',
    'images_file: there is no file "other.yml".',
  ],
  [
    'a mistake of the file',
    ['packages: [{ package: six, python_version: 3.12 }]'],
    'python-images.yml',
    'python-images.yml:1:28: there is no key "python_version" here. Did you mean "python_versions"?',
  ],
  [
    'an index of one package alone, before any is asked',
    ['packages: [six, { package: h11, index_url: https://packages.example.com/simple }]'],
    'packages',
    'packages: the images differ in an input that is one for all of them, such as rebuild, overwrite, verify, index_url or uv_version: give it in the step, or make two plans of them.',
  ],
])('reports %s', async (_, of, about, message) => {
  expect(await planned(...of)).toEqual({
    report: { ...emptyPlanReport, problems: [{ station: 'input', about, message }] },
  });
});
