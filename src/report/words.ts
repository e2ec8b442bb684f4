/** The same words wherever a report is shown: headline, what became of an image, where a problem stands. */
import type { Problem, Station } from '../errors.ts';
import type { Subject } from '../plan/image.ts';
import { counting } from '../advisories/findings.ts';
import { warningsOf } from './check-words.ts';
import { counted, secondsText } from './units.ts';
import type {
  Compiled,
  DestinationReport,
  Do,
  MissingPlatform,
  Outcome,
  PlatformReport,
  Report,
  RunReport,
} from './report.ts';

/** `uvicorn 0.30.1 on Python 3.13`. */
export const subjectText = (subject: Subject): string =>
  subject.kind === 'package'
    ? `${subject.name} ${subject.version} on Python ${subject.python}`
    : subject.name;

/** The same as rows of a table. */
export const subjectRows = (subject: Subject): readonly (readonly [string, string])[] =>
  subject.kind === 'package'
    ? [
        ['Package', `${subject.name} ${subject.version}`],
        ['Python', subject.python],
      ]
    : [['Dockerfile', subject.name]];

/** Whether it came as far as to build, or to move a tag. */
export const hasDone = ({ built, destinations }: Report): boolean =>
  built || destinations.some(({ moved }) => moved.length > 0);

/** Whether nothing is worth saying of an image besides that it is as it was. */
export const isQuiet = (report: Report): boolean =>
  ['kept', 'blocked', 'skipped'].includes(report.outcome) &&
  !report.built &&
  report.missing === undefined &&
  warningsOf(report).length === 0 &&
  (report.advice === undefined || counting(report.advice.findings, report.advice).length === 0);

/** The reason where the image stands beside it: its reference is not said again. */
export function shortReason(report: Report): string {
  const [problem] = report.problems;
  // Why it was begun says nothing of why it failed.
  if (report.outcome === 'failed' && problem !== undefined) return problem.message;
  const reason =
    report.tags.length === 0 ? report.reason : report.reason.replaceAll(`${imageText(report)} `, 'its tag ');
  const missing = (report.missing ?? []).map(({ platform }) => platform);
  return missing.length === 0 ? reason : `${reason}; without ${missing.join(', ')}`;
}

/** `linux/arm/v7 is missing: … It is optional, …`, as whole sentences. */
export function missingText({ outcome }: Pick<Report, 'outcome'>, missing: MissingPlatform): string {
  const { platform, problems, before } = missing;
  const why = problems.map(({ message }) => message.replace(`${platform}, `, '')).join(' ');
  const isEnded = endedEarly({ outcome });
  const verb = outcome === 'planned' ? 'would be missing' : isEnded ? 'failed' : 'is missing';
  const first = `${platform} ${verb}: ${/[.!?]$/.test(why) ? why : `${why}.`}`;
  const next = isEnded ? 'It is optional.' : 'It is optional, and the next run tries it again.';
  return [first, next, ...(before === undefined ? [] : [`${before} has it.`])].join(' ');
}

/** Lines of other programs that say more, and where the whole is. */
export const missingDetail = ({ problems }: MissingPlatform): string[] =>
  problems.flatMap(({ detail = [], file }) => [
    ...detail,
    ...(file === undefined ? [] : [`The whole output is in ${file}.`]),
  ]);

/** The outcome in a word, for a table. */
export function doneWord({ outcome, decision }: Pick<Report, 'outcome' | 'decision'>): string {
  if (outcome === 'planned') return decision === undefined ? 'undecided' : `would ${verbs[decision]}`;
  return outcome === 'published' && decision === 'rebase' ? 'rebased' : outcome;
}

/** `12 images: 2 published, 9 kept, 1 failed`; `Nothing to do: 4 images stayed as they were`. */
export function countText({ images, kept = [], problems }: Omit<RunReport, 'timeline' | 'notes'>): string {
  const words = images.map(doneWord);
  const counts = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`);
  const many = `${images.length} image${images.length === 1 ? '' : 's'}`;
  if (counts.length > 0) return `${many}: ${counts.join(', ')}`;
  if (problems.length > 0) return 'No image';
  return kept.length === 0 ? 'Nothing to do' : `Nothing to do: ${stayedText(kept.length)}`;
}

export const stayedText = (count: number): string =>
  `${counted(count, 'image')} stayed as ${count === 1 ? 'it was' : 'they were'}`;

const stations: Readonly<Record<Station, string>> = {
  input: 'Input',
  index: 'Package index',
  registry: 'Registry',
  build: 'Build',
  verify: 'Verification',
  advisories: 'Advisories',
  machine: 'This machine',
  interruption: 'Interrupted',
};

/** Whether it ended before all that was decided was done: then what moved is all that was published. */
export const endedEarly = ({ outcome }: Pick<Report, 'outcome'>): boolean =>
  outcome === 'failed' || outcome === 'blocked';

const ways: Readonly<Record<Compiled['way'], string>> = {
  native: 'natively',
  cross: 'cross-compiled',
  emulated: 'under emulation',
  once: 'once for all platforms',
  kept: 'saved wheel',
  wheel: 'wheel',
};

/** `cross-compiled`; `saved wheel (compiled 2026-11-20 in 93 s)`; `wheel from piwheels`. @param outcome of the run. */
export const wayText = ({ way, kept, seconds, from }: Compiled, outcome: Outcome): string => {
  if (from !== undefined) return `${ways[way]} from ${from}`;
  // Nothing came of it, or nobody knows whether something did.
  if (endedEarly({ outcome }) && seconds === undefined) return 'not compiled';
  return kept === undefined ? ways[way] : `${ways[way]} ${madeText(kept)}`;
};

const madeText = ({ compiled, seconds }: NonNullable<Compiled['kept']>): string =>
  `(compiled ${compiled} in ${secondsText(seconds)})`;

/** `saved wheel, 0.4 s (compiled 2026-11-20 in 93 s)`. @param took seconds. */
export const restoredText = (kept: NonNullable<Compiled['kept']> & { readonly took: number }): string =>
  `${ways.kept}, ${secondsText(kept.took)} ${madeText(kept)}`;

/** What a dry run would do. */
const planned: Readonly<Record<Do, string>> = {
  build: 'Would build',
  rebase: 'Would put onto its new base',
  sign: 'Would sign',
  retag: 'Would move tags of',
  keep: 'Would keep',
};

/** What happened, in front of the image's name. */
export function headline(report: Report): string {
  switch (report.outcome) {
    case 'published':
      return report.decision === 'rebase' ? 'Put onto its new base:' : 'Published';
    case 'pushed':
      return `Pushed under no tag, ${report.part?.join(', ')} of`;
    case 'built':
      return 'Built, not pushed:';
    case 'planned':
      return report.decision === undefined ? 'Undecided:' : planned[report.decision];
    case 'kept':
      return report.built ? 'Built again, and the same as before:' : 'Nothing to do for';
    case 'signed':
      return 'Signed';
    case 'retagged':
      return 'Moved tags of';
    case 'failed':
      return 'Failed:';
    case 'blocked':
      return 'Blocked:';
    case 'skipped':
      return 'Left out:';
  }
}

/** Why images are published and not signed, each once. */
export const unsignedOf = ({ destinations }: Pick<Report, 'destinations'>): string[] => [
  ...new Set(destinations.flatMap(({ unsigned }) => unsigned ?? [])),
];

/** What became of an image in one repository, or what would. */
export function doneText(
  report: Report,
  { decision, reason, existed, wanted, moved, held }: DestinationReport,
): string | undefined {
  if (decision === undefined) return reason === undefined ? undecidedText(existed) : undefined;
  if (report.outcome === 'planned') return `would ${verbs[decision]}`;
  if (decision === 'keep' || (decision === 'sign' && report.outcome === 'kept')) return 'kept';
  if (report.outcome === 'built') return 'built';
  if (report.outcome === 'pushed') return 'pushed under no tag';
  if (!endedEarly(report) || wanted.every((tag) => moved.includes(tag) || held.includes(tag)))
    return done[decision];
  return moved.length === 0 ? 'nothing moved' : 'moved in part';
}

/** Of a repository about which the run ended before anything was decided. */
function undecidedText(existed: boolean | undefined): string {
  if (existed === undefined) return 'not known';
  return existed ? 'exists already' : 'does not exist yet';
}

const verbs: Readonly<Record<Do, string>> = {
  keep: 'keep',
  build: 'build',
  rebase: 'put onto its new base',
  sign: 'sign',
  retag: 'move tags',
};
const done: Readonly<Record<Exclude<Do, 'keep'>, string>> = {
  build: 'published',
  rebase: 'put onto its new base',
  sign: 'signed',
  retag: 'tags moved',
};

/** The exact tag's reference, `registry/name:tag`; of several repositories how many there are. */
export function imageText({ repository, tags, destinations }: Report): string {
  const [exact] = tags;
  if (exact === undefined) return repository;
  return destinations.length > 1
    ? `${exact} in ${destinations.length} repositories`
    : `${repository}:${exact}`;
}

/** What stands before the reason: of a failure it is not why it failed; of a blocked image it is why it is blocked. */
export const whyText = ({ outcome, decision }: Report): string =>
  outcome === 'failed' && decision !== undefined && decision !== 'keep' ? 'Begun because:' : 'Why:';

/** Of a blocked image, as one sentence. */
export const blockedText = (report: Report): string => `${imageText(report)} is blocked: ${report.reason}.`;

/** `registry/name:tag` of every tag that stands for the image after this run. */
export function pullable(report: Report): string[] {
  if (['pushed', 'built', 'planned'].includes(report.outcome)) return [];
  return report.destinations.flatMap(({ repository, moved, held }) =>
    (endedEarly(report) ? moved : report.tags.filter((tag) => !held.includes(tag))).map(
      (tag) => `${repository}:${tag}`,
    ),
  );
}

export const lockText: Readonly<Record<NonNullable<Report['lock']>, string>> = {
  host: 'resolved once for all platforms, with hashes',
  container: 'resolved once for all platforms inside the base image, with hashes',
  project: 'the versions and hashes that the project has locked',
  none: 'not locked: pip resolved on each platform',
};

/** `Build: linux/arm/v7`, `Input`. */
export const problemTitle = (problem: Problem): string =>
  problem.about === undefined ? stations[problem.station] : `${stations[problem.station]}: ${problem.about}`;

export const platformTitle = (platform: PlatformReport): string =>
  platform.emulated ? `${platform.platform} (emulated)` : platform.platform;
