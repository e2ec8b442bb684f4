/** The timeline as a Mermaid Gantt chart, which GitHub draws in a job summary. */
import { oneLine } from './escape.ts';
import type { Span } from './report.ts';
import { type Row, sections, timelineRows } from './timeline.ts';

/** Words that Mermaid takes for a statement where a row begins. */
const statements =
  /^(?:gantt|title|section|click|call|href|date|axis|tick|incl|excl|today|top|week|acc|display|---|\d{4}-)/i;

const entity = (character: string): string => `#${character.codePointAt(0)};`;

/** A row's name: what would end it or start something else is written as Mermaid's entity (`#58;` is a colon). */
function nameText(name: string): string {
  const line = oneLine(name) || 'step';
  const cut = line.length > 60 ? `${line.slice(0, 59)}…` : line;
  const safe = cut.replaceAll(/[:;#%{}<>"'`\\&|]/g, entity);
  return statements.test(cut) && !safe.startsWith('#') ? entity(safe[0]!) + safe.slice(1) : safe;
}

const rowText = (row: Row): string =>
  `  ${nameText(row.label)} :${row.cached ? 'done, ' : ''}${row.start}, ${row.length}ms`;

/** The chart's source, without its fence; undefined when there is nothing to draw. Times count from the first span. */
export function ganttText(timeline: readonly Span[]): string | undefined {
  const rows = timelineRows(timeline);
  if (rows.length === 0) return undefined;
  const drawn = sections.flatMap((section) => {
    const own = rows.filter((row) => row.section === section);
    return own.length === 0 ? [] : [`  section ${section}`, ...own.map(rowText)];
  });
  return ['gantt', '  dateFormat x', '  axisFormat %M:%S', ...drawn].join('\n');
}
