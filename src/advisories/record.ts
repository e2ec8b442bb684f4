/** An advisory as OSV has it (https://ossf.github.io/osv-schema/), as far as it is used here. */
import { unique } from '../unique.ts';
import { type Rating, severityOfVector, severityOfWord, worst } from './severity.ts';

/** What an advisory says of one package. */
export interface AffectedPackage {
  /** `PyPI`, `Debian:13`, `Alpine:v3.22`. */
  readonly ecosystem: string;
  readonly name: string;
  /** Versions that have it mended, of every range. */
  readonly fixed: readonly string[];
  /** The distribution's own word, where it has one. */
  readonly rating?: Rating;
}

export interface Advisory {
  readonly id: string;
  /** Other names of the same. */
  readonly aliases: readonly string[];
  readonly summary: string;
  readonly rating: Rating;
  readonly affected: readonly AffectedPackage[];
  /** Its record could not be read: nothing is known but that it exists. */
  readonly unread?: true;
}

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const records = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** What may stand in a path and a line: whoever answers for the service chooses it. */
export const isAdvisoryId = (id: string): boolean => /^[A-Za-z0-9][\w.:-]{0,99}$/.test(id);

/** @throws Error where it is no record of the advisory. Undefined where it was withdrawn. */
export function parseAdvisory(value: unknown, id: string): Advisory | undefined {
  if (!isRecord(value) || value['id'] !== id) throw new Error('it is not the record of that advisory');
  if (value['withdrawn'] !== undefined) return undefined;
  const affected = records(value['affected']).flatMap((one): AffectedPackage[] => {
    const named = one['package'];
    if (!isRecord(named)) return [];
    const urgency = isRecord(one['ecosystem_specific']) ? text(one['ecosystem_specific']['urgency']) : '';
    // Debian says "low" of what it has not looked at closely; "unimportant" it says on purpose.
    const rating = urgency === 'unimportant' ? severityOfWord(urgency) : undefined;
    return [
      {
        ecosystem: text(named['ecosystem']),
        name: text(named['name']),
        fixed: fixedIn(one),
        ...(rating === undefined ? {} : { rating }),
      },
    ];
  });
  const database = isRecord(value['database_specific']) ? text(value['database_specific']['severity']) : '';
  const vectors = [value, ...records(value['affected'])]
    .flatMap((one) => records(one['severity']))
    .flatMap((one) => severityOfVector(text(one['score'])) ?? severityOfWord(text(one['score'])) ?? []);
  // GitHub's own word comes from its latest look at the advisory, and stands above the vectors.
  const rating = severityOfWord(database) ?? worst(vectors);
  const summary = text(value['summary']) || (text(value['details']).trim().split('\n')[0] ?? '');
  return {
    id,
    aliases: unique([...texts(value['aliases']), ...texts(value['upstream'])]).filter(
      (one) => one !== id && isAdvisoryId(one),
    ),
    summary: summary.slice(0, 300),
    rating,
    affected,
  };
}

/** Ranges of commits say nothing of versions. */
const fixedIn = (affected: Json): string[] =>
  unique(
    records(affected['ranges'])
      .filter(({ type }) => type !== 'GIT')
      .flatMap(({ events }) => records(events))
      .flatMap(({ fixed }) => (typeof fixed === 'string' ? [fixed] : [])),
  );
