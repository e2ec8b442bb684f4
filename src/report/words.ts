/** The same words wherever a report is shown: headline, what checks came to, where a problem stands. */
import type { CheckResult } from '../build/verify.ts';
import type { Problem, Station } from '../errors.ts';
import type { Platform } from '../names/platform.ts';
import type { Subject } from '../plan/image.ts';
import { secondsText } from './units.ts';
import type { Compiled, DestinationReport, Do, Outcome, PlatformReport, Report } from './report.ts';

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
  ['kept', 'blocked', 'skipped'].includes(report.outcome) && !report.built && warningsOf(report).length === 0;

/** The reason where the image stands beside it: its reference is not said again. */
export function shortReason(report: Report): string {
  const [problem] = report.problems;
  // Why it was begun says nothing of why it failed.
  if (report.outcome === 'failed' && problem !== undefined) return problem.message;
  return report.tags.length === 0
    ? report.reason
    : report.reason.replaceAll(`${imageText(report)} `, 'its tag ');
}

/** The outcome in a word, for a table. */
export function doneWord({ outcome, decision }: Pick<Report, 'outcome' | 'decision'>): string {
  if (outcome === 'planned') return decision === undefined ? 'undecided' : `would ${verbs[decision]}`;
  return outcome === 'published' && decision === 'rebase' ? 'rebased' : outcome;
}

/** `12 images: 2 published, 9 kept, 1 failed`. */
export function countText(images: readonly Report[]): string {
  const words = images.map(doneWord);
  const counts = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`);
  const many = `${images.length} image${images.length === 1 ? '' : 's'}`;
  return counts.length === 0 ? 'No image' : `${many}: ${counts.join(', ')}`;
}

const stations: Readonly<Record<Station, string>> = {
  input: 'Input',
  index: 'Package index',
  registry: 'Registry',
  build: 'Build',
  verify: 'Verification',
  machine: 'This machine',
  interruption: 'Interrupted',
};

/** Whether it ended before all that was decided was done: then what moved is all that was published. */
const endedEarly = ({ outcome }: Pick<Report, 'outcome'>): boolean =>
  outcome === 'failed' || outcome === 'blocked';

const ways: Readonly<Record<Compiled['way'], string>> = {
  native: 'natively',
  cross: 'cross-compiled',
  emulated: 'under emulation',
  once: 'once for all platforms',
  kept: 'saved wheel',
};

/** `cross-compiled`; `saved wheel (compiled 2026-11-20 in 93 s)`. @param outcome of the run. */
export const wayText = ({ way, kept, seconds }: Compiled, outcome: Outcome): string => {
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

/** What became of an image in one repository, or what would. */
export function doneText(
  report: Report,
  { decision, reason, existed, wanted, moved, held }: DestinationReport,
): string | undefined {
  if (decision === undefined) return reason === undefined ? undecidedText(existed) : undefined;
  if (report.outcome === 'planned') return `would ${verbs[decision]}`;
  if (decision === 'keep') return 'kept';
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
  retag: 'move tags',
};
const done: Readonly<Record<Exclude<Do, 'keep'>, string>> = {
  build: 'published',
  rebase: 'put onto its new base',
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

/** What stands for right, for wrong, and for a warning. */
export type Marks = readonly [right: string, wrong: string, warning: string];

/** `✓ 6`, `✓ 5, ⚠ 1: scripts`, `✗ 1 of 6: imports`, `not run`, each with `, left out: imports:tool` where that is so. */
export function checksText(checks: readonly CheckResult[], marks: Marks): string {
  const wrong = checks.filter((check) => !check.ok);
  if (checks.length === 0) return 'not run';
  const skipped = new Set(checks.flatMap((check) => check.skipped));
  const left = skipped.size === 0 ? '' : `, left out: ${[...skipped].join(', ')}`;
  const names = (some: readonly CheckResult[]): string => some.map((check) => check.name).join(', ');
  if (wrong.length > 0) return `${marks[1]} ${wrong.length} of ${checks.length}: ${names(wrong)}${left}`;
  const warned = checks.filter((check) => check.findings.length > 0);
  const warning = warned.length === 0 ? '' : `, ${marks[2]} ${warned.length}: ${names(warned)}`;
  return `${marks[0]} ${checks.length - warned.length}${warning}${left}`;
}

/** Which of the marks a check gets. */
export const checkMark = (check: CheckResult, marks: Marks): string =>
  check.ok ? (check.findings.length === 0 ? marks[0] : marks[2]) : marks[1];

/** What was found, then what was looked at, and what was left out. */
export const checkText = ({ message, findings, skipped }: CheckResult): string =>
  [
    ...findings.map((finding) => finding.message),
    ...(message === '' ? [] : [message]),
    ...(skipped.length === 0 ? [] : [`left out by verify_skip: ${skipped.join(', ')}`]),
  ].join('; ');

/** What the checks found and published all the same. */
export interface Warning {
  readonly check: string;
  readonly message: string;
  readonly platforms: readonly Platform[];
}

/** Every warning once, with the platforms that have it. */
export function warningsOf({ platforms }: Report): Warning[] {
  const found = new Map<string, Warning>();
  for (const { platform, checks } of platforms) {
    for (const { name, findings } of checks) {
      for (const { message, severity } of findings) {
        if (severity !== 'warning') continue;
        const key = `${name}\n${message}`;
        const before = found.get(key)?.platforms ?? [];
        found.set(key, { check: name, message, platforms: [...before, platform] });
      }
    }
  }
  return [...found.values()];
}

/** `linux/amd64, linux/arm64, scripts: …`, without the output of other programs. */
export const warningText = ({ check, message, platforms }: Warning): string =>
  `${platforms.join(', ')}, ${check}: ${message.split('\n')[0]}`;

const verifyText: Readonly<Record<string, string>> = {
  off: 'Verification was off: the image was run on no platform.',
  'build-platform': "Only the build machine's own platform was verified.",
};

const makes = (decision: Do | undefined): boolean => decision === 'build' || decision === 'rebase';

/** After a failure or an interruption: which tags stand for the new image and which do not. */
function movedTexts(report: Report): string[] {
  const { push, destinations } = report;
  if (!endedEarly(report) || !push) return [];
  if (destinations.every(({ moved }) => moved.length === 0)) return ['No tag was moved.'];
  return destinations
    .filter(({ wanted, moved }) => wanted.length > 0 || moved.length > 0)
    .map(({ repository, wanted, moved, held }) => {
      const left = wanted.filter((tag) => !moved.includes(tag) && !held.includes(tag));
      const where = destinations.length === 1 ? '' : `${repository}: `;
      if (moved.length === 0) return `${where}No tag was moved.`;
      return `${where}Moved: ${moved.join(', ')}.${left.length === 0 ? '' : ` Not moved: ${left.join(', ')}.`}`;
    });
}

/** What was to be cross-compiled and was not: which, why, and both times. */
const fallbackText = ({ name, version, platform, seconds, fallback }: Compiled): string[] =>
  fallback === undefined
    ? []
    : [
        `${name} ${version} could not be cross-compiled for ${platform} (${secondsText(fallback.seconds)}): ${fallback.why}.${seconds === undefined ? '' : ` It was compiled under emulation (${secondsText(seconds)})`}`,
      ];

/** What was compiled with less than other platforms have. */
const lacksText = ({ name, version, platform, lacks }: Compiled): string[] =>
  lacks === undefined
    ? []
    : [
        `${name} ${version} for ${platform} has no ${lacks.join(', ')}, which its wheels for other platforms have: a library is missing. Name its development package in build_packages, and the library in runtime_packages`,
      ];

/** Which platforms were not run, where the image went anywhere. */
function unverifiedText({ outcome, destinations, verify }: Report): string | undefined {
  const went = destinations.some(({ decision, moved }) => makes(decision) && moved.length > 0);
  return went || outcome === 'built' ? verifyText[verify] : undefined;
}

/** Tags that stand for a newer version stay: a person would look for them otherwise. */
const heldTexts = ({ destinations }: Report): string[] =>
  destinations.flatMap(({ repository, held }) =>
    held.map((tag) => `${repository}:${tag} stands for a newer version and stayed; force moves it back`),
  );

/** The report's notes, and before them what its other fields make worth a note. */
export function notesOf(report: Report): string[] {
  const unverified = unverifiedText(report);
  return [
    ...movedTexts(report),
    ...(unverified === undefined ? [] : [unverified]),
    ...heldTexts(report),
    ...report.compiled.flatMap(fallbackText),
    ...report.compiled.flatMap(lacksText),
    ...report.notes,
  ];
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
