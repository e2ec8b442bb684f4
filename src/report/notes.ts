/** What is worth a note of an image. */
import type { Compiled, Do, Report } from './report.ts';
import { secondsText } from './units.ts';
import { endedEarly, unsignedOf } from './words.ts';

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
        `${name} ${version} for ${platform} has no ${lacks.join(', ')}, which its wheels for other platforms have: a library is missing. Name its development package in build_packages, and the library in runtime_packages; to the pip of a Dockerfile of your own it is not offered`,
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
    ...unsignedOf(report),
    ...report.compiled.flatMap(fallbackText),
    ...report.compiled.flatMap(lacksText),
    ...report.notes,
  ];
}
