/** One report of what several jobs did, and of what their plan wanted besides. */
import type { ImageId } from '../plan/image.ts';
import type { Problem } from '../errors.ts';
import { defined } from '../defined.ts';
import { combinedParts } from './parts.ts';
import type { PlannedImage, PlanReport } from './plan.ts';
import type { KeptImage, Report, RunReport } from './report.ts';
import { counted } from './units.ts';
import { stayedText } from './words.ts';

/** Whether a job that makes images wrote it: other commands write neither of these lists beside a timeline. */
export function isReport(value: unknown): value is Report | RunReport {
  if (typeof value !== 'object' || value === null) return false;
  const { problems, timeline, images, destinations } = value as Partial<Report & RunReport>;
  return [problems, timeline, images ?? destinations].every(Array.isArray);
}

/** The images that a job reported. */
export const imagesOf = (report: Report | RunReport): readonly Report[] =>
  'images' in report ? report.images : [report];

/** `registry/name:tag` of the exact tag. */
const referenceOf = ({ repository, tags }: Report): string => `${repository}:${tags[0] ?? ''}`;

/** Whether any job reported an image that it was to make; without one to make, there is nothing to report. */
export function isAnyReported(
  reports: readonly (Report | RunReport)[],
  plan: Pick<PlanReport, 'images'> | undefined,
): boolean {
  const reported = new Set(reports.flatMap(imagesOf).map(referenceOf));
  const wanted = toMake(plan);
  return wanted.length === 0
    ? reported.size > 0 || (plan?.images ?? []).length > 0
    : wanted.some(({ reference }) => reported.has(reference));
}

/** Images of a plan that do not stay as they are. */
export const toMake = (plan: Pick<PlanReport, 'images'> | undefined): readonly PlannedImage[] =>
  plan?.images.filter(({ decision }) => decision !== 'keep') ?? [];

/** Images in the order of the plan, then those that it does not know. Of one that two jobs report, the last counts; parts count until one reports the whole. */
export function mergedReport(
  reports: readonly (Report | RunReport)[],
  plan: Pick<PlanReport, 'images' | 'leftOut' | 'notes'> | undefined,
): RunReport {
  const all = reports.map((one) =>
    'images' in one ? one : { ...one, images: [one], notes: [], problems: [] },
  );
  const byReference = Map.groupBy(
    all.flatMap(({ images }) => images),
    referenceOf,
  );
  const reported = new Map(
    [...byReference].map(([reference, ofImage]) => [reference, wholeReport(reference, ofImage)]),
  );
  const wanted = toMake(plan);
  const known = new Set(wanted.map(({ reference }) => reference));
  const kept = plan?.images.filter(({ decision }) => decision === 'keep') ?? [];
  const left = plan?.leftOut.length ?? 0;
  return {
    timeline: [],
    images: [
      ...wanted.map((one) => reported.get(one.reference) ?? unreported(one)),
      ...[...reported].flatMap(([reference, one]) => (known.has(reference) ? [] : [one])),
    ],
    // One that a job reported nevertheless is among its images.
    ...keptField(kept.filter(({ reference }) => !reported.has(reference)).map(keptImage)),
    problems: unique(all.flatMap(({ problems }) => problems)),
    notes: [
      ...(kept.length === 0 ? [] : [stayedText(kept.length)]),
      ...(left === 0
        ? []
        : [
            `${counted(left, 'image')} of the matrix ${left === 1 ? 'was' : 'were'} left out: the plan says why`,
          ]),
      ...unique([...(plan?.notes ?? []), ...all.flatMap(({ notes }) => notes)]),
    ],
  };
}

const keptField = (kept: readonly KeptImage[]): Pick<RunReport, 'kept'> =>
  kept.length === 0 ? {} : { kept };

const repositoryOf = (reference: string): string => reference.slice(0, reference.lastIndexOf(':'));

const keptImage = ({ subject, reference, tags, otherRepositories }: PlannedImage): KeptImage => ({
  subject,
  repository: repositoryOf(reference),
  ...defined({ otherRepositories }),
  tags,
});

const unique = <T>(all: readonly T[]): T[] => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values(),
];

/** Of an image that several jobs reported. */
function wholeReport(reference: string, reports: readonly Report[]): Report {
  // Of a part that was made again, the last counts.
  const parts = [
    ...new Map(
      reports.flatMap((one) => (one.part === undefined ? [] : [[one.part.join(' '), one]])),
    ).values(),
  ];
  // Where nothing was pushed, nobody puts anything together.
  const whole = reports.findLast(
    ({ part, outcome }) => part === undefined && (outcome !== 'skipped' || parts.length === 0),
  );
  if (whole !== undefined) return whole;
  const { part: _, ...last } = parts.at(-1)!;
  const made = combinedParts(
    parts.flatMap(({ part = [] }) => part),
    parts,
  );
  const problems = unique(parts.flatMap((one) => one.problems));
  const outcomes = new Set(parts.map(({ outcome }) => outcome));
  if (problems.length === 0 && outcomes.size === 1 && !outcomes.has('pushed')) return { ...last, ...made };
  const unmerged: Problem = {
    station: 'build',
    about: reference,
    message:
      'Its platforms were made, and no job put them together. Look at the log of the job of "merge"; the next plan has the image again.',
  };
  return { ...last, ...made, outcome: 'failed', problems: problems.length > 0 ? problems : [unmerged] };
}

/** Its job was cancelled, or ended before it could report. */
function unreported({ name, subject, reference, tags, decision }: PlannedImage): Report {
  const repository = repositoryOf(reference);
  // A plan takes either only where the exact tag is there.
  const existed = decision === 'retag' || decision === 'sign' || decision === 'rebase';
  return {
    id: name as ImageId,
    outcome: 'failed',
    repository,
    tags,
    subject,
    base: { reference: '' },
    reason: 'no job reported it',
    destinations: existed ? [{ repository, wanted: tags, existed, moved: [], held: [] }] : [],
    push: false,
    built: false,
    platforms: [],
    compiled: [],
    timeline: [],
    verify: 'all',
    notes: [],
    problems: [
      {
        station: 'build',
        about: reference,
        message:
          'No job reported it: the job was cancelled, or ended before it could. Look at its log; the next plan has the image again.',
      },
    ],
  };
}
