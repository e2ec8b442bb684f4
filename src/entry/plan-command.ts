/** What the command `plan` does, and how its result is shown. */
import { defined } from '../defined.ts';
import { plan, type PlanResult } from '../commands/plan.ts';
import { blamesInputs } from '../errors.ts';
import { planMarkdown, planOutputs, planText } from '../report/plan.ts';
import type { Shown } from './command.ts';

export const run = plan;

export function show({ report, interrupted }: PlanResult): Shown {
  return {
    text: (style) => planText(report, style),
    textHasProblems: false,
    json: report,
    problems: report.problems,
    refused: blamesInputs(report.problems) && interrupted === undefined,
    stepResults: {
      outputs: planOutputs(report),
      warnings: [],
      summary: (limit) => planMarkdown(report, limit),
    },
    ...defined({ interrupted }),
  };
}
