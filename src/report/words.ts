/** The same words wherever a report is shown: headline, what checks came to, where a problem stands. */
import type { Problem, Station } from '../errors.ts';
import { secondsText } from './units.ts';
import type { Check, Compiled, PlatformReport, Report } from './report.ts';

const stations: Readonly<Record<Station, string>> = {
  input: 'Input',
  index: 'Package index',
  registry: 'Registry',
  build: 'Build',
  verify: 'Verification',
};

export const ways: Readonly<Record<Compiled['way'], string>> = {
  native: 'natively',
  cross: 'cross-compiled',
  emulated: 'under emulation',
  once: 'once for all platforms',
};

/** What a dry run would do. */
const planned: Readonly<Record<Report['decision'], string>> = {
  build: 'Would build',
  retag: 'Would move tags of',
  keep: 'Would keep',
};

/** What happened, in front of the image's name. */
export function headline(report: Report): string {
  switch (report.outcome) {
    case 'published':
      return 'Published';
    case 'built':
      return 'Built, not pushed:';
    case 'planned':
      return planned[report.decision];
    case 'kept':
      return 'Nothing to do for';
    case 'retagged':
      return 'Moved tags of';
    case 'failed':
      return 'Failed:';
  }
}

/** The exact tag's reference, `registry/name:tag`. */
export const imageText = (report: Report): string =>
  report.tags[0] === undefined ? report.repository : `${report.repository}:${report.tags[0]}`;

/** `registry/name:tag` of every tag that stands for the image after this run. */
export function pullable(report: Report): string[] {
  const moved: readonly string[] =
    report.outcome === 'failed'
      ? (report.pushed ?? [])
      : ['built', 'planned'].includes(report.outcome)
        ? []
        : report.tags;
  return moved.map((tag) => `${report.repository}:${tag}`);
}

/** `✓ 6`, `✗ 1 of 6: imports`, `not run`. `marks` are what stands for right and wrong. */
export function checksText(checks: readonly Check[], marks: readonly [right: string, wrong: string]): string {
  const wrong = checks.filter((check) => !check.ok);
  if (checks.length === 0) return 'not run';
  if (wrong.length === 0) return `${marks[0]} ${checks.length}`;
  return `${marks[1]} ${wrong.length} of ${checks.length}: ${wrong.map((check) => check.name).join(', ')}`;
}

const verifyText: Readonly<Record<string, string>> = {
  off: 'Verification was off: no platform was run before its tags moved.',
  'build-platform': "Only the build machine's own platform was verified.",
};

/** After a failure or an interruption: which tags stand for the new image and which do not. */
function movedText({ outcome, pushed, tags }: Report): string | undefined {
  if (outcome !== 'failed' || pushed === undefined) return undefined;
  if (pushed.length === 0) return 'No tag was moved.';
  const left = tags.filter((tag) => !pushed.includes(tag));
  return `Moved: ${pushed.join(', ')}.${left.length === 0 ? '' : ` Not moved: ${left.join(', ')}.`}`;
}

/** What was to be cross-compiled and was not: which, why, and both times. */
const fallbackText = ({ name, version, platform, seconds, fallback }: Compiled): string | undefined =>
  fallback === undefined
    ? undefined
    : `${name} ${version} could not be cross-compiled for ${platform} (${secondsText(fallback.seconds)}): ${fallback.why}. It was compiled under emulation${seconds === undefined ? '' : ` (${secondsText(seconds)})`}`;

/** The report's notes, and before them what its other fields make worth a note. */
export function notesOf(report: Report): string[] {
  const own = [movedText(report), verifyText[report.verify], ...report.compiled.map(fallbackText)];
  return [...own.filter((note) => note !== undefined), ...report.notes];
}

export const lockText: Readonly<Record<NonNullable<Report['lock']>, string>> = {
  host: 'resolved once for all platforms, with hashes',
  container: 'resolved once for all platforms inside the base image, with hashes',
  none: 'not locked: pip resolved on each platform',
};

/** `Build: linux/arm/v7`, `Input`. */
export const problemTitle = (problem: Problem): string =>
  problem.about === undefined ? stations[problem.station] : `${stations[problem.station]}: ${problem.about}`;

export const platformTitle = (platform: PlatformReport): string =>
  platform.emulated ? `${platform.platform} (emulated)` : platform.platform;
