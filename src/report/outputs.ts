/** The step's outputs. */
import type { Report } from './report.ts';

/** Every output by name; all of them are there, empty where there is nothing to say. `tags` and `metadata` are JSON. */
export function outputsOf(report: Report): Record<string, string> {
  const { base, digest } = report;
  const built = report.outcome === 'published' || report.outcome === 'built';
  const pushed =
    report.pushed === undefined
      ? report.outcome === 'published' || report.outcome === 'retagged'
      : report.pushed.length > 0;
  return {
    image: digest === undefined ? '' : `${report.repository}@${digest}`,
    digest: digest ?? '',
    tags: JSON.stringify(report.tags.map((tag) => `${report.repository}:${tag}`)),
    platforms: report.platforms.map((platform) => platform.platform).join(','),
    base_image: base.digest === undefined ? base.reference : `${base.reference}@${base.digest}`,
    decision: report.decision,
    reason: report.reason,
    image_exists: String(report.existed ?? report.decision !== 'build'),
    build_executed: String(built),
    push_executed: String(pushed),
    metadata: JSON.stringify(report),
  };
}
