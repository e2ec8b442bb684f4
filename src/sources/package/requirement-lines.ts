import type { Cell } from './cell.ts';
import type { Inputs } from '../../inputs/inputs.ts';

/** What is resolved: the package at its version, and the requirements of the user (PEP 508). */
export const requirementLines = (cell: Cell, inputs: Inputs): string[] => [
  `${cell.package.text}==${cell.version.text}`,
  ...inputs.requirements,
];
