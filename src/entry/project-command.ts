/** What the command `project` does. */
import { project } from '../commands/project.ts';
import { showRun } from './run-shown.ts';

export const run = project;
export const show = showRun;
