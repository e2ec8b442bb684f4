/** The command `report`: one report of all jobs of a plan. */
import { join } from 'node:path';
import { Failure } from '../errors.ts';
import type { ReportInputs } from '../inputs/report.ts';
import type { Files, World } from '../ports.ts';
import { isReport, mergedReport } from '../report/merge.ts';
import type { Report, RunReport } from '../report/report.ts';
import { readPlanFile } from '../sources/matrix/plan-file.ts';

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
    throw wrong(
      `There is neither a report in the folder "${folder}" nor the plan "${planFile}". Jobs write reports with report_file; actions/download-artifact brings them here.`,
    );
  return mergedReport(reports, plan);
}

/** Deeper than actions/download-artifact puts anything. */
const deepest = 3;

async function readReports(
  files: Pick<Files, 'entries' | 'read'>,
  folder: string,
  depth = 1,
): Promise<(Report | RunReport)[]> {
  const found: (Report | RunReport)[] = [];
  for (const { name, kind } of await files.entries(folder)) {
    const path = join(folder, name);
    if (kind === 'folder' && depth < deepest) found.push(...(await readReports(files, path, depth + 1)));
    if (kind === 'file' && name.endsWith('.json')) found.push(await readReport(files, path));
  }
  return found;
}

async function readReport(files: Pick<Files, 'read'>, path: string): Promise<Report | RunReport> {
  try {
    const value: unknown = JSON.parse((await files.read(path)) ?? '');
    if (isReport(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw wrong(`"${path}" is no report: the folder must hold nothing else that ends in .json.`);
}

const wrong = (message: string): Failure =>
  new Failure([{ station: 'input', about: 'reports', message: `reports: ${message}` }]);
