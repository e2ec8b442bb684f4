/** What advisories say of an image, as the report has it. */
import { counting, type Finding } from '../advisories/findings.ts';
import { findingText } from './advisory-words.ts';
import type { Advice, Report } from './report.ts';

/** A warning of a step, or of a terminal: its title and its text. */
export interface AdvisoryWarning {
  readonly title: string;
  readonly text: string;
}

/** What is worth a warning: findings that are bad enough, and what is not known. With `fail`, findings are problems. */
export function advisoryWarnings({ advice, outcome, problems }: Report): AdvisoryWarning[] {
  if (advice === undefined) return [];
  const isSaid = problems.some(({ station }) => station === 'advisories');
  const bad = isSaid ? [] : counting(advice.findings, advice);
  return [
    ...bad.map((one) => ({ title: `Advisory: ${one.id}`, text: findingText(one) })),
    ...(advice.unknown === undefined
      ? []
      : [{ title: 'Advisories are not known', text: unknownText(advice, outcome === 'planned') }]),
  ];
}

/** Unknown is never none, and holds nothing back: an outage elsewhere would cost a build. */
export function unknownText({ unknown, mode }: Advice, isPlanned: boolean): string {
  const what = `Not all advisories are known: ${unknown}.`;
  return mode === 'fail' && !isPlanned
    ? `${what} With advisories "fail", only what is known to be bad is held back: this image was not, and the next run asks again.`
    : what;
}

/** In the order in which they are shown: new ones first, then those that stayed. */
export interface AdviceParts {
  readonly isCompared: boolean;
  readonly added: readonly Finding[];
  readonly gone: readonly Finding[];
  readonly others: readonly Finding[];
}

export function adviceParts({ findings, gone }: Advice): AdviceParts {
  const isCompared = gone !== undefined;
  return {
    isCompared,
    added: isCompared ? findings.filter(({ isNew }) => isNew === true) : [],
    gone: gone ?? [],
    others: isCompared ? findings.filter(({ isNew }) => isNew !== true) : findings,
  };
}
