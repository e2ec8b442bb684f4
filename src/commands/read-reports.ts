/** The reports that jobs wrote. */
import { join } from 'node:path';
import { Failure, gather } from '../errors.ts';
import type { Files } from '../ports.ts';
import { isReport } from '../report/merge.ts';
import type { Report, RunReport } from '../report/report.ts';

/** Deeper than actions/download-artifact puts anything. */
const deepest = 3;

/**
 * Those of folders and of folders in them, and those that are named themselves; a folder that is not there has none.
 *
 * @throws Failure (station `input`) with every file that is none.
 */
export const readReports = async (
  files: Pick<Files, 'entries' | 'read' | 'stat'>,
  paths: readonly string[],
): Promise<(Report | RunReport)[]> =>
  (
    await gather(
      paths.map(async (path) =>
        (await files.stat(path))?.kind === 'file'
          ? [await readReport(files, path, 'the command "build" or "merge" writes one with report_file.')]
          : readFolder(files, path, 1),
      ),
    )
  ).flat();

/** @throws Failure (station `input`) with every path where nothing is. */
export async function requireReports(files: Pick<Files, 'stat'>, paths: readonly string[]): Promise<void> {
  const found = await gather(paths.map((path) => files.stat(path)));
  const absent = paths.filter((_, at) => found[at] === undefined);
  if (absent.length > 0)
    throw wrongReports(
      `There is no folder ${absent.map((path) => `"${path}"`).join(', ')}. Jobs write reports with report_file; actions/download-artifact brings them here, and makes no folder where no job wrote any.`,
    );
}

async function readFolder(
  files: Pick<Files, 'entries' | 'read'>,
  folder: string,
  depth: number,
): Promise<(Report | RunReport)[]> {
  const found = await gather(
    (await files.entries(folder)).map(async ({ name, kind }) => {
      const path = join(folder, name);
      if (kind === 'folder' && depth < deepest) return readFolder(files, path, depth + 1);
      return kind === 'file' && name.endsWith('.json') ? [await readReport(files, path)] : [];
    }),
  );
  return found.flat();
}

async function readReport(
  files: Pick<Files, 'read'>,
  path: string,
  wayOut = 'the folder must hold nothing else that ends in .json.',
): Promise<Report | RunReport> {
  try {
    const value: unknown = JSON.parse((await files.read(path)) ?? '');
    if (isReport(value)) return value;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw wrongReports(`"${path}" is no report: ${wayOut}`);
}

/** `the folder "a"`, `the folders "a", "b"`. */
export const foldersText = (folders: readonly string[]): string =>
  `the folder${folders.length === 1 ? '' : 's'} ${folders.map((folder) => `"${folder}"`).join(', ')}`;

export const wrongReports = (message: string): Failure =>
  new Failure([{ station: 'input', about: 'reports', message: `reports: ${message}` }]);
