/** From decided images to the report of a plan: names, shards, and what all images have in common. */
import { defined } from '../../defined.ts';
import type { Runners } from '../../inputs/plan.ts';
import type { Raw } from '../../inputs/registry.ts';
import { repositoryText, taggedText } from '../../names/reference.ts';
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
import { nameOfCell } from './matrix.ts';
import { jobsOf, type Task } from './jobs.ts';
import type { DecidedCell } from './decided-cell.ts';

/** @param maxJobs at least 1. */
export function planReport({
  decided,
  leftOut,
  notes,
  maxJobs,
  runners = {},
  store,
}: {
  readonly decided: readonly DecidedCell[];
  readonly leftOut: readonly LeftOut[];
  readonly notes: readonly string[];
  readonly maxJobs: number;
  readonly runners?: Runners;
  /** Where those save the wheels that they compile for which no place is named. */
  readonly store: WheelStorePlace | undefined;
}): PlanReport {
  // What is oldest is made first: what an earlier run had no time for is.
  const stale = decided
    .filter(({ decision }) => decision.do !== 'keep')
    .toSorted((one, other) => one.created - other.created);
  const jobs = jobsOf(stale, runners, maxJobs);
  // Else each job would save them beside its own first image, where no other one looks.
  const shared = store?.kind === 'repository' ? { wheel_store: repositoryText(store.repository) } : {};
  const inputs = inCommon(stale.map(({ raw }) => ({ ...shared, ...raw })));
  const ordered = [
    ...new Set(jobs.flatMap(({ values }) => values.map((task) => task.decided))),
    ...decided.filter(({ decision }) => decision.do === 'keep'),
  ];
  return {
    images: ordered.map(imageOf),
    leftOut,
    inputs,
    shards: jobs.map(({ values, seconds, runner }, at): PlannedShard => ({
      name: shardName(values, at + 1, jobs.length),
      runner,
      seconds,
      images: values.map((task) => ordered.indexOf(task.decided)),
      cells: values.map(({ decided: { raw }, part }) => ({
        ...without(raw, inputs),
        ...defined({ part: part?.join(' ') }),
      })),
    })),
    notes,
    problems: [],
  };
}

function imageOf({ cell, image, decision }: DecidedCell): PlannedImage {
  const [repository, ...others] = image.repositories;
  const reference = taggedText(repository, image.tags.exact);
  return {
    name: nameOfCell(cell),
    subject: image.subject,
    reference,
    ...(others.length > 0 && { otherRepositories: others.map(repositoryText) }),
    tags: [image.tags.exact, ...image.tags.aliases],
    decision: decision.do,
    reason: reasonText(decision, reference).replaceAll(`${reference} `, 'it '),
  };
}

/** One image is named with its reason; several by what they have in common. */
function shardName(values: readonly Task[], number: number, shards: number): string {
  const [only] = values;
  if (values.length === 1 && only !== undefined) return jobName(imageOf(only.decided), only.part);
  const cells = values.map(({ decided }) => decided.cell);
  const parts = [
    cells.map((cell) => cell.package.text),
    cells.map(({ python }) => `Python ${python.text}`),
    cells.map(({ base }) => base),
    values.map(({ part = [] }) => part.join(' and ')),
  ].flatMap((each) => (new Set(each).size === 1 && each[0] !== '' ? [each[0]!] : []));
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
