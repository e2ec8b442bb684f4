/** Whether a file that is written last can be written, asked before anything is made. */
import { FileFailure } from '../file-failure.ts';
import type { Files } from '../ports.ts';

/** @param about the input that names it. @throws FileFailure (station `input`). */
export async function requireWritable(
  files: Pick<Files, 'requireWritable'>,
  path: string,
  about: 'report_file' | 'sarif_file' | 'plan_file' | 'readme' | 'out',
): Promise<void> {
  try {
    await files.requireWritable(path);
  } catch (error) {
    const wayOut = `It is written at the end, as ${about} says: name another ${about === 'out' ? 'folder' : 'file'}.`;
    throw error instanceof FileFailure ? error.of({ station: 'input', about, wayOut }) : error;
  }
}
