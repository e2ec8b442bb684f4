/** The command `report`: one report of all jobs of a plan. */
import type { ReportInputs } from '../inputs/report.ts';
import { Failure } from '../errors.ts';
import type { Files, World } from '../ports.ts';
import { isAnyReported, mergedReport, toMake } from '../report/merge.ts';
import { readmeText } from '../report/readme.ts';
import type { RunReport } from '../report/report.ts';
import { absentPlan, readPlanFile } from '../sources/matrix/plan-file.ts';
import { foldersText, readReports, requireReports, wrongReports } from './read-reports.ts';
import { requireWritable } from './require-writable.ts';

export interface ReportRequest {
  readonly inputs: ReportInputs;
}

/**
 * @throws Failure where there is neither a plan nor a report, or a file is neither; where the folder is not there although
 * something was to be made; where the README cannot have the list.
 */
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
  // Where nothing was to be made, no job ran, and nothing made the folder.
  if (toMake(plan).length > 0) await requireReports(files, folders);
  const known = mergedReport(reports, plan);
  const notes = reports.length > 0 ? [] : [`there is no report in ${foldersText(folders)}`];
  if (readme !== undefined) {
    const isReported = isAnyReported(reports, plan);
    if (!isReported) notes.push(`"${readme}" stays as it is: no job reported an image`);
    await writeTags(files, readme, isReported ? known : undefined);
  }
  return { ...known, notes: [...notes, ...known.notes] };
}

/** @param merged absent where the list stays as it is; the README must have a place for it all the same. */
async function writeTags(
  files: Pick<Files, 'read' | 'write' | 'requireWritable'>,
  path: string,
  merged: RunReport | undefined,
): Promise<void> {
  const before = await files.read(path);
  if (before === undefined) throw wrongReadme(`there is no file "${path}".`);
  await requireWritable(files, path, 'readme');
  const after = readmeText(before, merged ?? { images: [] });
  if (!after.ok) throw wrongReadme(`"${path}" ${after.message}`);
  if (merged !== undefined && after.value !== before) await files.write(path, after.value);
}

const wrongReadme = (message: string): Failure =>
  new Failure([{ station: 'input', about: 'readme', message: `readme: ${message}` }]);
