/** The report of several images on a terminal: a line each, then all about those that were not left as they are. */
import { oneLine } from './escape.ts';
import { columns, painted, plainStyle, type Style } from './layout.ts';
import type { Report, RunReport } from './report.ts';
import { imageNames, timesText } from './run-grid.ts';
import { problemsText, reportText } from './terminal.ts';
import { countText, doneWord, isQuiet, shortReason } from './words.ts';

/** Ends with a newline. */
export function runText(report: RunReport, style: Style = plainStyle): string {
  const { images, problems, notes } = report;
  const own = images.map((image) => withoutRunProblems(image, problems));
  const names = imageNames(own);
  const times = timesText({ images });
  const rows = own.map((image) => [doneWord(image), oneLine(names.get(image)!), oneLine(shortReason(image))]);
  const parts = [
    `${painted(style, 'bold', countText(report))}\n${times === undefined ? '' : `${oneLine(times)}\n`}${columns(
      rows,
      style,
    )
      .map((line) => `${line}\n`)
      .join('')}`,
    ...own.filter((image) => !isQuiet(image)).map((image) => reportText(image, style)),
    ...(notes.length === 0
      ? []
      : [`${painted(style, 'bold', 'Notes')}\n${notes.map((note) => `  - ${oneLine(note)}\n`).join('')}`]),
    ...(problems.length === 0 ? [] : [problemsText(problems, style)]),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** What ended the whole run is said once. */
function withoutRunProblems(image: Report, problems: RunReport['problems']): Report {
  const said = new Set(problems.map((problem) => JSON.stringify(problem)));
  return { ...image, problems: image.problems.filter((one) => !said.has(JSON.stringify(one))) };
}
