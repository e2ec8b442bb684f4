/** Sizes for the report. */
import { measureSizes, type SizeRequest } from '../build/platform-size.ts';
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { type ImageRun, note } from '../recipe/image-run.ts';
import type { Manifest } from '../registry/manifest.ts';
import type { ManifestReader } from '../registry/size.ts';

/** That a size cannot be told is no failure: a note says so. @param base undefined where it is not known. */
export async function noteSizes(
  run: ImageRun,
  base: SizeRequest['base'] | undefined,
  index: Manifest,
  reader: ManifestReader,
): Promise<void> {
  const { platforms, repositories } = run.image;
  try {
    const sizes = await measureSizes(reader, {
      index,
      repository: repositories[0],
      platforms,
      ...defined({ base }),
    });
    run.session.journal.add({ is: 'measured', sizes });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    note(run, `sizes could not be read: ${error.message}`);
  }
}
