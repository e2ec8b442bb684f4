/** The command `report`: one report of all jobs of a plan. */
import type { ReportInputs } from '../inputs/report.ts';
import { Failure } from '../errors.ts';
import type { Files, World } from '../ports.ts';
import { mergedReport } from '../report/merge.ts';
import { readmeText } from '../report/readme.ts';
import type { RunReport } from '../report/report.ts';
import { absentPlan, readPlanFile } from '../sources/matrix/plan-file.ts';
import { foldersText, readReports, wrongReports } from './read-reports.ts';

export interface ReportRequest {
  readonly inputs: ReportInputs;
}

/** @throws Failure where there is neither a plan nor a report, or a file is neither; where the README cannot have the list. */
export async function report(
  { files }: World,
  { inputs: { reports: folders, planFile, planIsNamed, readme } }: ReportRequest,
): Promise<RunReport> {
  const [plan, reports] = await Promise.all([
    readPlanFile(files, planFile, 'plan_file'),
    readReports(files, folders),
  ]);
  if (plan === undefined && reports.length === 0)
    throw wrongReports(
      `There is neither a report in ${foldersText(folders)} nor the plan "${planFile}". Jobs write reports with report_file; actions/download-artifact brings them here.`,
    );
  if (plan === undefined && planIsNamed) throw absentPlan(planFile);
  const known = mergedReport(reports, plan);
  const merged =
    reports.length > 0
      ? known
      : { ...known, notes: [`there is no report in ${foldersText(folders)}`, ...known.notes] };
  if (readme !== undefined) await writeTags(files, readme, merged);
  return merged;
}

async function writeTags(
  files: Pick<Files, 'read' | 'write'>,
  path: string,
  merged: RunReport,
): Promise<void> {
  const before = await files.read(path);
  if (before === undefined) throw wrongReadme(`there is no file "${path}".`);
  const after = readmeText(before, merged);
  if (!after.ok) throw wrongReadme(`"${path}" ${after.message}`);
  if (after.value !== before) await files.write(path, after.value);
}

const wrongReadme = (message: string): Failure =>
  new Failure([{ station: 'input', about: 'readme', message: `readme: ${message}` }]);
