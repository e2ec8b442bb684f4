/** What commands for several packages' images have in common: inputs of each image, and one session for all. */
import type { Inputs } from '../inputs/inputs.ts';
import type { Policy } from '../plan/policy.ts';
import type { World } from '../ports.ts';
import { cellsPlan } from '../sources/package/plan-cells.ts';
import { policyOf } from '../sources/package/plan.ts';
import { cellOf } from './build.ts';
import type { ImagesTask } from './make-images.ts';
import { hostsOf, type ImagesRequest, settingsOf } from './settings.ts';

/**
 * @param step inputs of the step with a stand-in for the package, where there is no image.
 * @param resources of the request, without its inputs.
 */
export function cellsTask(
  { files }: Pick<World, 'files'>,
  cells: readonly Inputs[],
  step: Inputs,
  resources: Omit<ImagesRequest<Inputs>, 'inputs'>,
): Pick<ImagesTask, 'unknown' | 'settings' | 'plan'> {
  const inputs = cells[0] ?? step;
  const policyOfCell = (one: Inputs): Policy => policyOf(one, files);
  const policy = policyOfCell(inputs);
  return {
    unknown: { images: [], policy, skipped: [] },
    settings: settingsOf({ ...resources, inputs }, hostsOf(cells)),
    plan: async (session) => ({
      policy,
      ...(await cellsPlan(session, cells, policyOfCell, (ofCell, one) =>
        cellOf(ofCell, one, policyOfCell(one)),
      )),
    }),
  };
}
