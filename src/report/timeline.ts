/** The timeline as few enough rows to be read: what was cached or very short is put together. */
import type { Span } from './report.ts';
import { counted, secondsText } from './units.ts';

export const sections = ['plan', 'lock', 'build', 'verify', 'publish'] as const;

/** One bar. Times are milliseconds from the first span's start. */
export interface Row {
  readonly section: Span['section'];
  readonly label: string;
  readonly start: number;
  readonly length: number;
  readonly cached: boolean;
}

const milliseconds = (span: Span): number => Math.max(1, Math.round(span.seconds * 1000));

/** Many spans of one section as one bar, as long as all of them together, since they need not be neighbours. */
function together(section: Span['section'], spans: readonly Span[], origin: number, cached: boolean): Row {
  const seconds = spans.reduce((sum, span) => sum + span.seconds, 0);
  const label = cached
    ? counted(spans.length, 'cached step')
    : `${counted(spans.length, 'short step')}, ${secondsText(seconds)} in all`;
  const start = Math.min(...spans.map((span) => span.start)) - origin;
  return { section, label, start, length: Math.max(1, Math.round(seconds * 1000)), cached };
}

/**
 * Bars in order of section and start, at most `limit` and one or two a section more.
 * Cached spans, those under a hundredth of the whole, and the shortest of too many become one bar a section; one that is
 * to stand alone never does for being short.
 */
export function timelineRows(timeline: readonly Span[], limit = 40): Row[] {
  if (timeline.length === 0) return [];
  const origin = Math.min(...timeline.map((span) => span.start));
  const end = Math.max(...timeline.map((span) => span.start + milliseconds(span)));
  const short = Math.max(20, (end - origin) / 100);
  const worth = timeline
    .filter((span) => span.cached !== true && (span.alone === true || milliseconds(span) >= short))
    .toSorted(
      (one, other) =>
        Number(other.alone ?? false) - Number(one.alone ?? false) || other.seconds - one.seconds,
    );
  const shown = new Set(worth.slice(0, limit));
  return sections.flatMap((section) => {
    const spans = timeline
      .filter((span) => span.section === section)
      .toSorted((one, other) => one.start - other.start);
    const rest = spans.filter((span) => !shown.has(span) && span.cached !== true);
    const cached = spans.filter((span) => span.cached === true);
    const single = (span: Span): Row => ({
      section,
      label: span.name,
      start: span.start - origin,
      length: milliseconds(span),
      cached: span.cached === true,
    });
    const merged = (group: readonly Span[], isCached: boolean): Row[] =>
      group.length > 1 ? [together(section, group, origin, isCached)] : group.map(single);
    return [
      ...spans.filter((span) => shown.has(span)).map(single),
      ...merged(rest, false),
      ...merged(cached, true),
    ].toSorted((one, other) => one.start - other.start);
  });
}

/** Seconds during which a platform had something running: stretches that overlap count once. Undefined without any. */
export function busySeconds(timeline: readonly Span[], platform: string): number | undefined {
  const stretches = timeline
    .filter((span) => span.platform === platform)
    .map((span) => [span.start, span.start + span.seconds * 1000] as const)
    .toSorted(([one], [other]) => one - other);
  if (stretches.length === 0) return undefined;
  let [total, until] = [0, -Infinity];
  for (const [from, to] of stretches) {
    total += Math.max(0, to - Math.max(from, until));
    until = Math.max(until, to);
  }
  return total / 1000;
}
