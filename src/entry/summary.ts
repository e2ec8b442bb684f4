/** The summary of a step. GitHub refuses a long one: it is cut, and the whole is written into a file. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Files } from '../ports.ts';
import { mostBytes } from '../report/summary.ts';
import type { StepResults } from './command.ts';

/** @param folder that later steps of the job can read, `RUNNER_TEMP`. */
export async function summaryFor(
  files: Pick<Files, 'write'>,
  folder: string,
  summary: StepResults['summary'],
): Promise<string> {
  const whole = summary();
  if (Buffer.byteLength(whole) <= mostBytes) return whole;
  const file = join(folder, `python-image-builder-${randomUUID()}.md`);
  // Where it cannot be written, the output `metadata` still holds all of it.
  const isWritten = await files.write(file, whole, 0o600).then(
    () => true,
    () => false,
  );
  return summary({ most: mostBytes, ...(isWritten ? { file } : {}) });
}
