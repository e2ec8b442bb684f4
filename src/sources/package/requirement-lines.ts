/** What is asked for, before anything is resolved. */
import type { Cell } from './cell.ts';
import type { Inputs } from '../../inputs/inputs.ts';

/** The package at its version, and what the user wants besides (PEP 508). */
export const requirementLines = (cell: Cell, inputs: Inputs): string[] => [
  `${cell.package.text}==${cell.version.text}`,
  ...inputs.requirements,
];
