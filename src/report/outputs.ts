/** The step's outputs. */
import type { Report, RunReport } from './report.ts';

/** Every output by name; all of them are there, empty where there is nothing to say. `tags` and `metadata` are JSON. */
export function outputsOf(report: Report): Record<string, string> {
  const { base, digest, destinations } = report;
  return {
    image: digest === undefined ? '' : `${report.repository}@${digest}`,
    digest: digest ?? '',
    tags: JSON.stringify(
      destinations.flatMap(({ repository, held }) =>
        // What stands for a newer version is another image.
        report.tags.filter((tag) => !held.includes(tag)).map((tag) => `${repository}:${tag}`),
      ),
    ),
    platforms: report.platforms.map((platform) => platform.platform).join(','),
    base_image: base.digest === undefined ? base.reference : `${base.reference}@${base.digest}`,
    decision: report.decision ?? '',
    reason: report.reason,
    image_exists: String(destinations[0]?.existed ?? false),
    images: '',
    build_executed: String(report.built),
    push_executed: String(destinations.some(({ moved }) => moved.length > 0)),
    metadata: JSON.stringify(report),
  };
}

/** Outputs of the command `build` for several images: those of one image are empty. */
export const severalOutputsOf = (report: RunReport): Record<string, string> => ({
  ...Object.fromEntries(
    ['image', 'digest', 'tags', 'platforms', 'base_image', 'decision', 'reason', 'image_exists'].map(
      (name) => [name, ''],
    ),
  ),
  ...runOutputsOf(report),
});

/** Outputs of a step that makes several images. `images` and `metadata` are JSON. */
export function runOutputsOf(report: RunReport): Record<string, string> {
  const { images } = report;
  return {
    images: JSON.stringify(
      images.map((image) => ({
        name: image.subject.name,
        outcome: image.outcome,
        image: image.digest === undefined ? '' : `${image.repository}@${image.digest}`,
        tags: image.tags.map((tag) => `${image.repository}:${tag}`),
        reason: image.reason,
      })),
    ),
    build_executed: String(images.some(({ built }) => built)),
    push_executed: String(
      images.some(({ destinations }) => destinations.some(({ moved }) => moved.length > 0)),
    ),
    metadata: JSON.stringify(report),
  };
}

/** The folder of the files that were taken out of images; empty where none was. */
export const exportsOutput = ({ images }: RunReport): string =>
  images.find(({ exports }) => exports !== undefined)?.exports?.folder ?? '';
