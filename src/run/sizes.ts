/** Sizes for the report. */
import { measureSizes } from '../build/platform-size.ts';
import { Failure } from '../errors.ts';
import type { ObservedBase } from '../observe/observe.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import type { Manifest } from '../registry/manifest.ts';
import type { ManifestReader } from '../registry/size.ts';

/** That a size cannot be told is no failure: a note says so. */
export async function noteSizes(
  run: ImageRun,
  base: ObservedBase,
  index: Manifest,
  reader: ManifestReader,
): Promise<void> {
  const { platforms, repositories } = run.image;
  try {
    const sizes = await measureSizes(reader, { index, repository: repositories[0], platforms, base });
    run.session.journal.add({ is: 'measured', sizes });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    note(run, `sizes could not be read: ${error.message}`);
  }
}
