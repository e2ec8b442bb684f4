/** How bad an advisory is, from what its record says. */
import cvss from 'ae-cvss-calculator';
import { type Severity, severities } from './policy.ts';

/** Nobody has rated it. It counts as `high`, so that a new advisory is not passed by because it is new. */
export type Rating = Severity | 'unrated';

/** A word of a database to a rating. `MODERATE` is GitHub's; Debian calls `unimportant` what is no risk as it is packaged. */
const words: Readonly<Record<string, Severity>> = {
  unimportant: 'low',
  negligible: 'low',
  low: 'low',
  moderate: 'medium',
  medium: 'medium',
  important: 'high',
  high: 'high',
  critical: 'critical',
};

export const severityOfWord = (word: string): Severity | undefined => {
  const key = word.toLowerCase();
  return Object.hasOwn(words, key) ? words[key] : undefined;
};

/** The qualitative scale of CVSS 3.1 and 4.0, section 5 and 6. */
function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

const calculators = [
  ['CVSS:4.0/', (vector: string) => new cvss.Cvss4P0(vector).calculateScores()],
  ['CVSS:3.1/', (vector: string) => new cvss.Cvss3P1(vector).calculateScores()],
  ['CVSS:3.0/', (vector: string) => new cvss.Cvss3P0(vector).calculateScores()],
  ['AV:', (vector: string) => new cvss.Cvss2(vector).calculateScores()],
] as const;

/** The severity of a vector of CVSS 2, 3 or 4; undefined where it is none. */
export function severityOfVector(vector: string): Severity | undefined {
  const calculator = calculators.find(([start]) => vector.startsWith(start));
  if (calculator === undefined) return undefined;
  try {
    const { base } = calculator[1](vector);
    return base === undefined || Number.isNaN(base) ? undefined : severityOfScore(base);
  } catch {
    return undefined;
  }
}

const rank = (rating: Rating): number => severities.indexOf(rating === 'unrated' ? 'high' : rating);

/** Whether it is of this severity or a worse one. */
export const reaches = (rating: Rating, least: Severity): boolean => rank(rating) >= rank(least);

/** Negative where the first is worse. */
export const compareRatings = (one: Rating, other: Rating): number => rank(other) - rank(one);

/** The worst that is rated. */
export const worst = (ratings: readonly Rating[]): Rating =>
  ratings.filter((one) => one !== 'unrated').toSorted(compareRatings)[0] ?? 'unrated';
