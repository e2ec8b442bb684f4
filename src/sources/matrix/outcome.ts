/** From decided images to the report of a plan: names, shards, and what all images have in common. */
import type { Raw } from '../../inputs/registry.ts';
import { repositoryText, taggedText } from '../../names/reference.ts';
import type { Image } from '../../plan/image.ts';
import type { Decision } from '../../decide/decide.ts';
import { reasonText } from '../../decide/reason.ts';
import { counted } from '../../report/units.ts';
import type { WheelStorePlace } from '../../wheel-cache/store.ts';
import {
  jobName,
  type LeftOut,
  type PlannedImage,
  type PlannedShard,
  type PlanReport,
} from '../../report/plan.ts';
import { type MatrixCell, writtenText } from './matrix.ts';
import { shardsOf } from './shards.ts';

export interface DecidedCell {
  readonly cell: MatrixCell;
  readonly image: Image;
  /** What `build` is given, by name. */
  readonly raw: Raw;
  /** Of all its repositories the one that does most. */
  readonly decision: Exclude<Decision, { readonly do: 'refuse' }>;
  /** What making it is reckoned to take. */
  readonly seconds: number;
  /** When it was made, in milliseconds since the epoch; 0 where it is not there. */
  readonly created: number;
}

/** @param maxJobs at least 1. */
export function planReport({
  decided,
  leftOut,
  notes,
  maxJobs,
  store,
}: {
  readonly decided: readonly DecidedCell[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
  readonly maxJobs: number;
  /** Where all of them save the wheels that they compile. */
  readonly store: WheelStorePlace;
}): PlanReport {
  // What is oldest is made first: what an earlier run had no time for is.
  const stale = decided
    .filter(({ decision }) => decision.do !== 'keep')
    .toSorted((one, other) => one.created - other.created);
  const shards = shardsOf(
    stale.map((value) => ({ value, together: togetherOf(value), seconds: value.seconds })),
    maxJobs,
  );
  const shardOf = new Map(shards.flatMap(({ values }, at) => values.map((one) => [one, at + 1] as const)));
  // Else each job would save them beside its own first image, where no other one looks.
  const shared = store.kind === 'repository' ? { wheel_store: repositoryText(store.repository) } : {};
  const inputs = inCommon(stale.map(({ raw }) => ({ ...shared, ...raw })));
  const ordered = [
    ...shards.flatMap(({ values }) => values),
    ...decided.filter(({ decision }) => decision.do === 'keep'),
  ];
  return {
    images: ordered.map((one) => imageOf(one, shardOf.get(one))),
    leftOut,
    inputs,
    shards: shards.map(({ values, seconds }, at): PlannedShard => ({
      name: shardName(values, at + 1, shards.length),
      seconds,
      cells: values.map(({ raw }) => without(raw, inputs)),
    })),
    notes,
    problems: [],
  };
}

const togetherOf = ({ cell: { package: wanted, python, base } }: DecidedCell): string =>
  [wanted.text, python.text, base].join(' ');

function imageOf({ cell, image, decision }: DecidedCell, shard: number | undefined): PlannedImage {
  const reference = taggedText(image.repositories[0], image.tags.exact);
  return {
    name: nameOf(cell),
    reference,
    tags: [image.tags.exact, ...image.tags.aliases],
    decision: decision.do,
    reason: reasonText(decision, reference).replaceAll(`${reference} `, 'it '),
    ...(shard === undefined ? {} : { shard }),
  };
}

const nameOf = ({ package: { text }, version, python, base }: MatrixCell): string =>
  `${text} ${writtenText(version)} on Python ${python.text} ${base}`;

/** One image is named with its reason; several by what they have in common. */
function shardName(values: readonly DecidedCell[], number: number, shards: number): string {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return jobName(imageOf(only, undefined));
  const parts = [
    values.map(({ cell }) => cell.package.text),
    values.map(({ cell }) => `Python ${cell.python.text}`),
    values.map(({ cell }) => cell.base),
  ].flatMap((each) => (new Set(each).size === 1 ? [each[0]!] : []));
  return `${counted(values.length, 'image')}${parts.length === 0 ? '' : ` of ${parts.join(', ')}`} (${number} of ${shards})`;
}

/** Inputs that have the same value in all. */
function inCommon(all: readonly Raw[]): Raw {
  const [first = {}, ...others] = all;
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) => others.every((one) => one[name] === value)),
  );
}

const without = (raw: Raw, common: Raw): Raw =>
  Object.fromEntries(Object.entries(raw).filter(([name]) => common[name] === undefined));
