/** The report of several images as GitHub's job summary: a table of all, then each that was not left as it is, folded. */
import { code, markdown, table } from './escape.ts';
import type { RunReport } from './report.ts';
import { grids, imageNames, timesText } from './run-grid.ts';
import { icons, type Limit, mostBytes, problemsMarkdown, summaryMarkdown } from './summary.ts';
import { countText, doneWord, imageText, isQuiet, shortReason } from './words.ts';

/** Markdown for `GITHUB_STEP_SUMMARY`. */
export function runMarkdown(report: RunReport, limit?: Limit): string {
  const { images, problems, notes } = report;
  const names = imageNames(images);
  const times = timesText(report);
  const rows = images.map((image) => [
    `${icons[image.outcome]} ${doneWord(image)}`,
    markdown(names.get(image)!),
    code(imageText(image)),
    markdown(shortReason(image)),
  ]);
  const shown = images.filter((image) => !isQuiet(image));
  // Each gets the same share, so that none is lost.
  const most = Math.floor(((limit?.most ?? mostBytes) * 0.8) / Math.max(1, shown.length));
  const details = shown.map((image) => {
    const text = summaryMarkdown(image, limit === undefined ? undefined : { ...limit, most });
    return `<details${image.outcome === 'failed' ? ' open' : ''}><summary>${markdown(names.get(image)!)}</summary>\n\n${text}\n</details>`;
  });
  return [
    `## ${countText(report)}`,
    ...(times === undefined ? [] : [markdown(times)]),
    ...problemsMarkdown(problems),
    ...grids(report),
    ...(rows.length === 0 ? [] : [table(['outcome', 'image', 'reference', 'why'], rows)]),
    ...notes.map((note) => `- ${markdown(note)}`),
    ...details,
    '',
  ].join('\n\n');
}
