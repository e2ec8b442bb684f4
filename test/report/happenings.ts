/** What happens to an image for two platforms, of which one compiles something, and the report of all of it. */
import { expect, test } from 'vitest';
import type { Attempt } from '../../src/build/attempts.ts';
import type { CheckResult, Finding } from '../../src/build/verify.ts';
import type { Decision } from '../../src/decide/decide.ts';
import type { Problem } from '../../src/errors.ts';
import type { Repository, Tag } from '../../src/names/reference.ts';
import type { Image } from '../../src/plan/image.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Recipe } from '../../src/plan/recipe.ts';
import { bakeRecipe, type Locked } from '../../src/recipe/bake-recipe.ts';
import { reportOf } from '../../src/report/fold.ts';
import type { Event, Happening, Held } from '../../src/report/journal.ts';
import type { Compiled, DestinationReport, PlatformReport, Report, Span } from '../../src/report/report.ts';
import type { RestoredWheel } from '../../src/wheel-cache/restored.ts';
import { digestOfOnly } from '../decide/values.ts';
import { base, imageOfInputs, inputsOf, mixed, policyOfInputs, questionOfInputs } from '../support/cells.ts';

export const amd64 = 'linux/amd64';
export const armv7 = 'linux/arm/v7';
export const inputs = inputsOf({ platform: `${amd64},${armv7}` });
export const image = imageOfInputs(inputs);
export const { exact, aliases } = image.tags;
export const [latest] = aliases as [Tag];

export const here: Repository = { registry: 'ghcr.io', name: 'team/demo' };
export const there: Repository = { registry: 'quay.io', name: 'team/demo' };
export const planOf = (...images: readonly Image[]): Plan => ({
  images,
  policy: policyOfInputs(inputs),
  skipped: [],
});
/** The image alone in its plan; and with a second repository. */
export const alone = planOf(image);
export const both = planOf({ ...image, repositories: [here, there] });
/** The same, of which nothing is done. */
export const dry = (plan: Plan): Plan => ({ ...plan, policy: { ...plan.policy, dryRun: true } });

export const [before, after] = [digestOfOnly('1'), digestOfOnly('2')];
const nothing: Held = { exists: false, platforms: [], ahead: [] };
export const older: Held = {
  exists: true,
  digest: before,
  platforms: [
    { platform: amd64, digest: digestOfOnly('3') },
    { platform: armv7, digest: digestOfOnly('4') },
  ],
  baseDigest: digestOfOnly('5'),
  ahead: [],
};
export const absent = { do: 'build', because: { kind: 'absent' } } as const;

/** What is locked, where wheels were restored. */
export const lockedWith = (restored: Locked['restored']): Locked => ({
  lock: { text: '', resolved: 'host', packages: [] },
  requirements: mixed.filter(({ platform }) => image.platforms.includes(platform)),
  native: [],
  restored,
  replaced: [],
  emulated: [],
});
export const question = questionOfInputs(inputs, { locked: lockedWith([]) });
const recipe = bakeRecipe(question);

export const observed = (repository = here, held = nothing): Happening => ({
  is: 'observed',
  repository,
  held,
});
export const decided = (decision: Decision = absent, repository = here): Happening => ({
  is: 'decided',
  repository,
  decision,
});
export const prepared = (
  build = 1,
  of: Recipe = recipe,
  restored: readonly RestoredWheel[] = [],
): Happening => ({ is: 'prepared', build, recipe: of, restored });
export const compiled = (build: number, ...attempts: readonly Attempt[]): Happening => ({
  is: 'compiled',
  build,
  where: armv7,
  attempts,
});
export const cross: Attempt = { name: 'fast', version: '2.0', way: 'cross', seconds: 3, bytes: 900 };

const found = (severity: Finding['severity']): CheckResult => ({
  name: 'imports',
  ok: severity === 'warning',
  seconds: 1,
  message: '2 modules',
  findings: [{ kind: 'import-crash', subject: 'fast', message: 'fast: it broke', severity }],
  skipped: [],
});
export const right: CheckResult = { ...found('warning'), findings: [] };
export const [warned, wrong] = [found('warning'), found('fatal')];
/** All is right but what is found on linux/arm/v7. */
export const checked = (build = 1, onArmv7 = right): Happening => ({
  is: 'checked',
  build,
  platforms: [
    { platform: amd64, python: '3.13.9', machine: 'x86_64', checks: [right] },
    { platform: armv7, python: '3.13.9', machine: 'armv7l', checks: [onArmv7] },
  ],
});
const span: Span = { section: 'build', name: 'install', start: 1_700_000_000_000, seconds: 7 };
export const took: Happening = { is: 'span', span };
export const moving = (repository = here): Happening => ({ is: 'moving', repository });
export const moved = (tag: Tag, repository = here, digest = after): Happening => ({
  is: 'moved',
  repository,
  tag,
  digest,
});
export const settled = (repository = here, digest = after): Happening => ({
  is: 'settled',
  repository,
  digest,
});
export const noted = (text: string): Happening => ({ is: 'note', text });
export const failed = (...problems: readonly Problem[]): Happening => ({ is: 'failed', problems });
export const onBase: Happening = { is: 'base', of: 'packages', base };
export const built: Happening = { is: 'built', digest: after };
export const measured: Happening = {
  is: 'measured',
  sizes: [
    { platform: amd64, digest: digestOfOnly('6'), size: 5000, added: 500 },
    { platform: armv7, digest: digestOfOnly('7'), size: 4000, added: 400 },
  ],
};
export const done: Happening = { is: 'done' };
export const interruption: Problem = { station: 'interruption', message: 'Ended.' };
export const unavailable: Problem = { station: 'registry', message: 'It answered 503.' };

type Happenings = readonly (Happening | readonly Happening[])[];
export const inImage = ({ id }: Image, ...happenings: Happenings): Event[] =>
  happenings.flat().map((happening, at) => ({ at, image: id, ...happening }));
export const inRun = (...happenings: Happenings): Event[] =>
  happenings.flat().map((happening, at) => ({ at, ...happening }));
/** In the image, once a builder was opened for the whole run. */
export const events = (...happenings: Happenings): Event[] => [
  ...inRun({ is: 'builder', platform: amd64 }),
  ...inImage(image, ...happenings),
];

/** From the decision to the checks, and from there to the end. */
export const builds = [onBase, prepared(), compiled(1, cross), took, checked()];
export const publishes = [built, measured, moving(), moved(exact), moved(latest), settled(), done];

const reason = (name: string): string => `${name}:${exact} did not exist`;
export const destination: DestinationReport = {
  repository: 'ghcr.io/team/demo',
  decision: 'build',
  reason: reason('ghcr.io/team/demo'),
  wanted: [exact, latest],
  digest: after,
  existed: false,
  moved: [exact, latest],
  held: [],
};
export const second: DestinationReport = {
  ...destination,
  repository: 'quay.io/team/demo',
  reason: reason('quay.io/team/demo'),
};
export const unpublished = ({ digest: _unset, ...one }: DestinationReport): DestinationReport => ({
  ...one,
  reason: one.reason!.replace(' did not exist', ' does not exist yet'),
  moved: [],
});

export const onAmd64: PlatformReport = {
  platform: amd64,
  digest: digestOfOnly('6'),
  size: 5000,
  added: 500,
  wheels: 2,
  compiled: 0,
  checks: [right],
  emulated: false,
};
export const onArmv7: PlatformReport = {
  platform: armv7,
  digest: digestOfOnly('7'),
  size: 4000,
  added: 400,
  wheels: 1,
  compiled: 1,
  checks: [right],
  emulated: true,
};
/** Of which no size is known, as long as the image did not pass its checks. */
export const unmeasured = (...platforms: readonly PlatformReport[]): PlatformReport[] =>
  platforms.map(({ digest: _digest, size: _size, added: _added, ...known }) => known);
export const unchecked = (...platforms: readonly PlatformReport[]): PlatformReport[] =>
  platforms.map((one) => ({ ...one, checks: [] }));

export const fast: Compiled = {
  platform: armv7,
  name: 'fast',
  version: '2.0',
  because: 'no wheel for cp313 on linux/arm/v7',
  way: 'cross',
  seconds: 3,
  size: 900,
};
/** Nothing came of it. */
export const uncompiled = ({ seconds: _seconds, size: _size, ...one }: Compiled): Compiled => one;

export const published: Report = {
  id: image.id,
  outcome: 'published',
  repository: 'ghcr.io/team/demo',
  tags: [exact, latest],
  digest: after,
  subject: { kind: 'package', name: 'demo[fast]', version: '1.2.3', python: '3.13' },
  base: { reference: base.reference, digest: base.digest },
  decision: 'build',
  reason: reason('ghcr.io/team/demo'),
  destinations: [destination],
  push: true,
  built: true,
  platforms: [onAmd64, onArmv7],
  compiled: [fast],
  timeline: [span],
  verify: 'all',
  lock: 'host',
  notes: [],
  problems: [],
};
const { digest: _digest, ...rest } = published;
/** Of an image that no digest is known of: no tag moved. */
export const undigested: Omit<Report, 'digest'> = {
  ...rest,
  reason: unpublished(destination).reason!,
};
const { lock: _lock, decision: _decision, ...unprepared } = undigested;
/** Of an image of which nothing was found out. */
export const unobserved: Report = {
  ...unprepared,
  base: { reference: base.reference },
  reason: 'it ended before anything was decided',
  destinations: [],
  built: false,
  platforms: [],
  compiled: [],
  timeline: [],
};
/** Of an image that is as the registry had it. */
export const untouched: Report = {
  ...unprepared,
  digest: before,
  base: { reference: base.reference, digest: digestOfOnly('5') },
  built: false,
  platforms: older.platforms.map((one) => ({ ...one, checks: [], emulated: false })),
  compiled: [],
  timeline: [],
};

/** The reports are those of the plan's images. */
export type Row = readonly [name: string, plan: Plan, events: readonly Event[], ...reports: Report[]];
export const holdsEvery = (rows: readonly Row[]): void =>
  test.each(rows.map(([name, plan, happened, ...images]) => ({ name, plan, happened, images })))(
    '$name',
    ({ plan, happened, images }) => {
      expect(reportOf(plan, happened).images).toStrictEqual(images);
    },
  );
