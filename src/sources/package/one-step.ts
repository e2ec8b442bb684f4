/** What all images that one step makes must have in common: it has one policy, one index and one resolver. */
import { canonical } from '../../canonical.ts';
import { Failure } from '../../errors.ts';
import type { Inputs } from '../../inputs/inputs.ts';
import type { Files } from '../../ports.ts';
import { policyOf } from './plan.ts';

/**
 * Where wheels are saved may differ.
 *
 * @param about the input that the images are from.
 * @throws Failure (station `input`) where one step cannot make all of them.
 */
export function requireOneStep(
  files: Pick<Files, 'absolute'>,
  cells: readonly Inputs[],
  about: 'cells' | 'packages',
): void {
  const ofStep = (inputs: Inputs): string => {
    const { wheelStore: _, ...policy } = policyOf(inputs, files);
    return canonical([policy, inputs.indexUrl, inputs.uvVersion, inputs.baseRegistry]);
  };
  if (new Set(cells.map(ofStep)).size < 2) return;
  const way = about === 'cells' ? 'make them in two steps' : 'make two plans of them';
  throw new Failure([
    {
      station: 'input',
      about,
      message: `${about}: the images differ in an input that is one for all of them, such as rebuild, overwrite, verify, index_url or uv_version: give it in the step, or ${way}.`,
    },
  ]);
}
