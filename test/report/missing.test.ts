/** An image that was made without an optional platform: what the report of it says, and how that is shown. */
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/errors.ts';
import { bakeRecipe } from '../../src/recipe/bake-recipe.ts';
import { warnings } from '../../src/report/annotations.ts';
import type { Happening } from '../../src/report/journal.ts';
import type { Report } from '../../src/report/report.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { reportText } from '../../src/report/terminal.ts';
import { isQuiet, missingText, shortReason } from '../../src/report/words.ts';
import {
  alone,
  amd64,
  armv7,
  before,
  builds,
  built,
  checked,
  decided,
  destination,
  done,
  events,
  exact,
  failed,
  holdsEvery,
  image,
  latest,
  measured,
  moved,
  observed,
  older,
  onAmd64,
  onBase,
  planOf,
  prepared,
  published,
  publishes,
  question,
  settled,
  took,
  undigested,
  unchecked,
  unmeasured,
  unpublished,
} from './happenings.ts';

const crash: Problem = { station: 'verify', about: armv7, message: `${armv7}, imports: fast: it broke` };
const noCompiler: Problem = {
  station: 'build',
  about: 'demo',
  platforms: [armv7],
  message: 'The image of demo could not be built.',
  detail: ['cc: not found'],
  file: '/tmp/build.log',
};
const noDisk: Problem = { station: 'build', about: 'demo', message: 'The disk is full.' };
const dropped = (...problems: readonly Problem[]): Happening => ({
  is: 'dropped',
  platform: armv7,
  problems,
});

/** The image for linux/amd64 alone. */
const locked = question.locked!;
const less = bakeRecipe({
  ...question,
  platforms: [amd64],
  locked: { ...locked, requirements: locked.requirements.filter(({ platform }) => platform === amd64) },
});
const ofPart = bakeRecipe({ ...question, platforms: [armv7], locked: { ...locked, requirements: [] } });
const wholeRound = [onBase, prepared(), took, checked()];
const secondRound = [prepared(2, less), checked(2)];
const ends = [built, measured, moved(exact), moved(latest), settled(), done];
const lacking: Report = { ...published, platforms: [onAmd64], compiled: [] };
const missing = (...problems: readonly Problem[]): Pick<Report, 'missing'> => ({
  missing: [{ platform: armv7, problems }],
});

describe('the report of an image', () => {
  holdsEvery([
    [
      'names the platform that it was published without, and why',
      alone,
      events(observed(), decided(), ...wholeRound, dropped(crash), ...secondRound, ...ends),
      { ...lacking, ...missing(crash) },
    ],
    [
      'names the image that has it',
      alone,
      events(observed(undefined, older), decided(), ...wholeRound, dropped(crash), ...secondRound, ...ends),
      {
        ...lacking,
        destinations: [{ ...destination, existed: true }],
        missing: [{ platform: armv7, problems: [crash], before: `ghcr.io/team/demo@${before}` }],
      },
    ],
    [
      'says why it was dropped last',
      alone,
      events(observed(), decided(), dropped(noDisk), ...wholeRound, dropped(crash), ...secondRound, ...ends),
      { ...lacking, ...missing(crash) },
    ],
    [
      'names none where it is there in the end',
      alone,
      events(observed(), decided(), dropped(noDisk), ...builds, ...publishes),
      published,
    ],
    [
      'that fails says why it was without a platform, too',
      alone,
      events(observed(), decided(), ...wholeRound, dropped(crash), prepared(2, less), failed(noDisk)),
      {
        ...undigested,
        outcome: 'failed',
        destinations: [unpublished(destination)],
        platforms: unmeasured(onAmd64),
        ...missing(crash),
        compiled: [],
        problems: [noDisk],
      },
    ],
    [
      'of a part of which nothing is left says that it was left out, and why',
      planOf({ ...image, part: [armv7] }),
      events(
        observed(),
        decided(),
        onBase,
        prepared(1, ofPart),
        took,
        dropped(noCompiler),
        { is: 'empty' },
        done,
      ),
      {
        ...undigested,
        outcome: 'skipped',
        part: [armv7],
        reason: 'nothing of it could be made, and the image can do without',
        destinations: [unpublished(destination)],
        built: false,
        platforms: [],
        ...missing(noCompiler),
        compiled: [],
      },
    ],
    [
      'that fails for the same reason with and without a platform names none',
      alone,
      events(
        observed(),
        decided(),
        onBase,
        prepared(),
        took,
        dropped(noDisk),
        prepared(2, less),
        failed(noDisk),
      ),
      {
        ...undigested,
        outcome: 'failed',
        built: false,
        destinations: [unpublished(destination)],
        platforms: unmeasured(...unchecked(onAmd64)),
        compiled: [],
        problems: [noDisk],
      },
    ],
  ]);
});

const shown: Report = { ...lacking, ...missing(noCompiler) };
const sentence = `${armv7} is missing: The image of demo could not be built. It is optional, and the next run tries it again.`;

test.each<[string, Report, string]>([
  ['published', shown, sentence],
  ['kept', { ...shown, outcome: 'kept' }, sentence],
  [
    'published in place of one that has it',
    { ...shown, missing: [{ platform: armv7, problems: [crash], before: 'ghcr.io/team/demo@sha256:1' }] },
    `${armv7} is missing: imports: fast: it broke. It is optional, and the next run tries it again. ghcr.io/team/demo@sha256:1 has it.`,
  ],
  [
    'only planned',
    { ...shown, outcome: 'planned' },
    `${armv7} would be missing: The image of demo could not be built. It is optional, and the next run tries it again.`,
  ],
  [
    'failed',
    { ...shown, outcome: 'failed' },
    `${armv7} failed: The image of demo could not be built. It is optional.`,
  ],
])('an image that is %s says so in sentences', (_, report, expected) => {
  expect(missingText(report, report.missing![0]!)).toBe(expected);
});

test('an image that was left as it is is shown where a platform of it is missing', () => {
  const kept: Report = { ...lacking, outcome: 'kept', built: false };
  expect([isQuiet(kept), isQuiet({ ...kept, ...missing(crash) })]).toEqual([true, false]);
});

test('a table of several images names it beside the reason', () => {
  expect(shortReason(shown)).toBe('its tag did not exist; without linux/arm/v7');
});

test('a runner is told in a warning', () => {
  expect(warnings(shown)).toEqual([
    `::warning title=Missing platform%3A ${armv7}::${sentence}%0Acc: not found%0AThe whole output is in /tmp/build.log.`,
  ]);
});

test('the summary has it above the tables, with the lines that matter', () => {
  const text = summaryMarkdown(shown);
  expect(text).toContain(
    `### ⚠️ Without ${armv7}\n\n${sentence}\n\n\`\`\`text\ncc: not found\nThe whole output is in /tmp/build.log.\n\`\`\`\n\n| Platform |`,
  );
  expect(summaryMarkdown(lacking)).not.toContain(`Without ${armv7}`);
});

test('a terminal has it above the notes, with the lines that matter', () => {
  const text = reportText({ ...shown, notes: ['a note'] });
  expect(text).toContain(
    `Missing platforms\n  - ${armv7} is missing: The image of demo could not be built. It is optional, and the next run\n    tries it again.\n    | cc: not found\n    | The whole output is in /tmp/build.log.\n\nNotes\n  - a note\n`,
  );
});
