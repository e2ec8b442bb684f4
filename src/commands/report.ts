/** The command `report`: one report of all jobs of a plan. */
import type { ReportInputs } from '../inputs/report.ts';
import type { World } from '../ports.ts';
import { mergedReport } from '../report/merge.ts';
import type { RunReport } from '../report/report.ts';
import { readPlanFile } from '../sources/matrix/plan-file.ts';
import { readReports, wrongReports } from './read-reports.ts';

export interface ReportRequest {
  readonly inputs: ReportInputs;
}

/** @throws Failure where there is neither a plan nor a report, or a file is neither. */
export async function report(
  { files }: World,
  { inputs: { reports: folder, planFile } }: ReportRequest,
): Promise<RunReport> {
  const [plan, reports] = await Promise.all([
    readPlanFile(files, planFile, 'plan_file'),
    readReports(files, folder),
  ]);
  if (plan === undefined && reports.length === 0)
    throw wrongReports(
      `There is neither a report in the folder "${folder}" nor the plan "${planFile}". Jobs write reports with report_file; actions/download-artifact brings them here.`,
    );
  return mergedReport(reports, plan);
}
