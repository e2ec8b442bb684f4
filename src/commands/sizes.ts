/** Sizes for the report. */
import { measureSizes } from '../build/platform-size.ts';
import type { ObservedBase } from '../observe/observe.ts';
import { Failure } from '../errors.ts';
import type { Manifest } from '../registry/manifest.ts';
import type { ManifestReader } from '../registry/size.ts';
import type { Context } from './context.ts';

/** That a size cannot be told is no failure: a note says so. */
export async function noteSizes(
  { state, cell }: Context,
  base: ObservedBase,
  index: Manifest,
  reader: ManifestReader,
): Promise<void> {
  const { platforms, repositories } = cell;
  try {
    state.sizes = await measureSizes(reader, { index, repository: repositories[0], platforms, base });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    state.notes.push(`sizes could not be read: ${error.message}`);
  }
}
