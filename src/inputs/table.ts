/** The table of inputs: action.yml, the command line's options and help, and docs/inputs.md come from it. */
import type { InputRow } from './row.ts';
import { advisoryRows } from './rows/advisories.ts';
import { buildingRows } from './rows/building.ts';
import { cleaningRows } from './rows/cleaning.ts';
import { connectorRows } from './rows/connector.ts';
import { containerRows } from './rows/container.ts';
import { imageRows } from './rows/image.ts';
import { matrixRows } from './rows/matrix.ts';
import { packageRows } from './rows/package.ts';
import { rebuildingRows } from './rows/rebuilding.ts';
import { registryRows } from './rows/registry.ts';
import { releaseRows } from './rows/release.ts';
import { runningRows } from './rows/running.ts';
import { signingRows } from './rows/signing.ts';
import { sourceRows } from './rows/source.ts';
import { verifyingRows } from './rows/verifying.ts';

export const inputTable: readonly InputRow[] = [
  ...matrixRows,
  ...packageRows,
  ...sourceRows,
  ...connectorRows,
  ...releaseRows,
  ...imageRows,
  ...registryRows,
  ...buildingRows,
  ...rebuildingRows,
  ...signingRows,
  ...cleaningRows,
  ...verifyingRows,
  ...advisoryRows,
  ...runningRows,
  ...containerRows,
];
