/** The reports that jobs wrote. */
import { join } from 'node:path';
import { Failure, gather } from '../errors.ts';
import type { Files } from '../ports.ts';
import { isReport } from '../report/merge.ts';
import type { Report, RunReport } from '../report/report.ts';

/** Deeper than actions/download-artifact puts anything. */
const deepest = 3;

/** Those of a folder and of folders in it. @throws Failure (station `input`) with every file that is none. */
export async function readReports(
  files: Pick<Files, 'entries' | 'read'>,
  folder: string,
  depth = 1,
): Promise<(Report | RunReport)[]> {
  const found = await gather(
    (await files.entries(folder)).map(async ({ name, kind }) => {
      const path = join(folder, name);
      if (kind === 'folder' && depth < deepest) return readReports(files, path, depth + 1);
      return kind === 'file' && name.endsWith('.json') ? [await readReport(files, path)] : [];
    }),
  );
  return found.flat();
}

async function readReport(files: Pick<Files, 'read'>, path: string): Promise<Report | RunReport> {
  try {
    const value: unknown = JSON.parse((await files.read(path)) ?? '');
    if (isReport(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw wrongReports(`"${path}" is no report: the folder must hold nothing else that ends in .json.`);
}

export const wrongReports = (message: string): Failure =>
  new Failure([{ station: 'input', about: 'reports', message: `reports: ${message}` }]);
