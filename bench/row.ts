/** A figure of both sides with its target, and how it is shown. */
import type { Span } from '../src/report/report.ts';
import { secondsText } from './figures.ts';

export type Target =
  /** Largest ratio of our figure to the baseline's. */
  | { readonly kind: 'ratio'; readonly most: number }
  /** Largest figure of ours; it holds only if the baseline's is more than `where`. */
  | { readonly kind: 'figure'; readonly most: number; readonly where?: number };

export interface Row {
  readonly what: string;
  readonly figure: string;
  readonly ours: number;
  readonly baseline: number;
  readonly target?: Target;
  readonly text: (value: number) => string;
  /** The longest steps, if the figure is a time. */
  readonly held?: string;
}

/** A line of the table: cell, figure, ours, baseline, ratio, target and verdict. */
export const tableLine = (row: Row): string =>
  `| ${row.what} | ${row.figure} | ${row.text(row.ours)} | ${row.text(row.baseline)} | ${ratioOf(row).toFixed(2)} | ${targetText(row)} | ${verdict(row)} |`;

/** A line for the terminal. */
export const ratioLine = (row: Row): string =>
  `${ratioOf(row).toFixed(2).padStart(6)}  ${row.what}, ${row.figure}: ${verdict(row) || 'no target'}\n`;

const ratioOf = ({ ours, baseline }: Row): number => ours / baseline;

function targetText({ target, text }: Row): string {
  switch (target?.kind) {
    case undefined:
      return '';
    case 'ratio':
      return `≤ ${target.most}`;
    case 'figure':
      return `≤ ${text(target.most)}${target.where === undefined ? '' : ` where the baseline is over ${text(target.where)}`}`;
  }
}

function verdict(row: Row): string {
  const { target, ours, baseline, text } = row;
  const held = row.held ? `; longest: ${row.held}` : '';
  switch (target?.kind) {
    case undefined:
      return '';
    case 'ratio': {
      const over = ratioOf(row) - target.most;
      return over <= 0
        ? 'met'
        : `missed by ${over.toFixed(2)}, ${text(ours - target.most * baseline)} too much${held}`;
    }
    case 'figure':
      if (ours <= target.most) return 'met';
      return target.where !== undefined && baseline <= target.where
        ? `the baseline is no more than ${text(target.where)}`
        : `missed, ${text(ours - target.most)} too much${held}`;
  }
}

/** The longest three steps, for `held`. */
export const longest = (timeline: readonly Span[]): string =>
  timeline
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, 3)
    .map((span) => `${span.section} ${stepText(span)} ${secondsText(span.seconds)}`)
    .join(', ');

export const stepText = ({ name }: Pick<Span, 'name'>): string => name.replaceAll('|', '\\|');
