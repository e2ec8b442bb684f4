/** What was planned and what happened, against the whole report: images that are built at most once. */
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/decide/decide.ts';
import type { Problem } from '../../src/errors.ts';
import { type ImageId, imageIds } from '../../src/plan/image.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { reportOf } from '../../src/report/fold.ts';
import type { Event, Happening, Held } from '../../src/report/journal.ts';
import { type Repository, repositoryText } from '../../src/names/reference.ts';
import type { DestinationReport, Report } from '../../src/report/report.ts';
import { unknownPlan } from '../../src/sources/package/plan.ts';
import { digestOfOnly } from '../decide/values.ts';
import {
  absent,
  aliases,
  alone,
  armv7,
  before,
  both,
  builds,
  built,
  checked,
  compiled,
  cross,
  decided,
  destination,
  done,
  events,
  exact,
  failed,
  fast,
  here,
  holdsEvery,
  image,
  inImage,
  inputs,
  inRun,
  interruption,
  latest,
  measured,
  moved,
  moving,
  noted,
  observed,
  older,
  onAmd64,
  onArmv7,
  onBase,
  planOf,
  prepared,
  published,
  publishes,
  second,
  settled,
  there,
  took,
  unavailable,
  uncompiled,
  undigested,
  unchecked,
  unmeasured,
  unobserved,
  unpublished,
  untouched,
  warned,
  wrong,
} from './happenings.ts';

const undecided = (repository: Repository): DestinationReport => ({
  repository: repositoryText(repository),
  wanted: [],
  moved: [],
  held: [],
});
const tagged = `ghcr.io/team/demo:${exact}`;
const identical = `${tagged} does not exist yet; but what was built is the very image that is there already`;
describe('an image that is built is published', () => {
  holdsEvery([
    ['under all its tags', alone, events(observed(), decided(), ...builds, ...publishes), published],
    [
      'under all its tags but an alias that stands for a newer version',
      alone,
      events(observed(here, { exists: false, platforms: [], ahead: [latest] }), decided(), ...builds, [
        built,
        measured,
        moving(),
        moved(exact),
        settled(),
        done,
      ]),
      { ...published, destinations: [{ ...destination, moved: [exact], held: [latest] }] },
    ],
    [
      'also where that alias turned out to be newer only when it was to move',
      alone,
      events(
        [observed(), decided(), ...builds, built, measured, moving(), moved(exact)],
        [{ is: 'stayed', repository: here, tag: latest } as const, settled(), done],
      ),
      { ...published, destinations: [{ ...destination, moved: [exact], held: [latest] }] },
    ],
    [
      'with a warning, with notes, and with a line of verify_skip that left nothing out',
      planOf({ ...image, checks: { ...image.checks, skip: ['imports:other'] } }),
      events(
        [observed(), decided(), onBase, prepared(), compiled(1, cross), took, checked(1, warned)],
        [noted('once'), noted('once'), ...publishes],
      ),
      {
        ...published,
        platforms: [onAmd64, { ...onArmv7, checks: [warned] }],
        notes: ['once', 'verify_skip: nothing was left out by "imports:other"'],
      },
    ],
    [
      'not where it came out as what was there',
      alone,
      events(
        [observed(here, older), decided(), ...builds, built, measured, settled(here, before)],
        [decided({ do: 'keep', because: { kind: 'identical', built: absent.because } }), done],
      ),
      {
        ...published,
        outcome: 'kept',
        decision: 'keep',
        reason: identical,
        digest: before,
        destinations: [
          {
            ...destination,
            decision: 'keep',
            reason: identical,
            wanted: [],
            digest: before,
            existed: true,
            moved: [],
          },
        ],
      },
    ],
    [
      'in the one of two repositories that did not have it, and that leads the report',
      both,
      events(
        observed(),
        observed(there, older),
        decided(),
        decided({ do: 'keep', because: { kind: 'exists' } }, there),
        ...builds,
        ...publishes,
      ),
      {
        ...published,
        destinations: [
          destination,
          {
            ...second,
            decision: 'keep',
            reason: `quay.io/team/demo:${exact} exists, and rebuild asks for no more`,
            wanted: [],
            digest: before,
            existed: true,
            moved: [],
          },
        ],
      },
    ],
  ]);
});

describe('an image of which nothing is built', () => {
  const exists = `${tagged} exists, and rebuild asks for no more`;
  const behind = `${latest} did not point at ${tagged}`;
  const was = { ...destination, digest: before, existed: true, wanted: [], moved: [] };
  const { decision: _, ...undecided } = was;
  holdsEvery([
    [
      'is as the registry has it',
      alone,
      events(observed(here, older), decided({ do: 'keep', because: { kind: 'exists' } }), done),
      {
        ...untouched,
        outcome: 'kept',
        decision: 'keep',
        reason: exists,
        destinations: [{ ...was, decision: 'keep', reason: exists }],
      },
    ],
    [
      'has its tags moved',
      alone,
      events(
        [observed(here, older), decided({ do: 'retag', because: { kind: 'tag-behind', tags: [latest] } })],
        [moved(latest, here, before), settled(here, before), done],
      ),
      {
        ...untouched,
        outcome: 'retagged',
        decision: 'retag',
        reason: behind,
        destinations: [{ ...was, decision: 'retag', reason: behind, wanted: [latest], moved: [latest] }],
      },
    ],
    [
      'is signed as it is',
      alone,
      events(
        [observed(here, older), decided({ do: 'sign', because: { kind: 'unsigned' } })],
        [{ is: 'signed', repository: here, by: 'key sha256:ab' }, done],
      ),
      {
        ...untouched,
        outcome: 'signed',
        decision: 'sign',
        reason: `${tagged} was not signed yet`,
        destinations: [
          {
            ...was,
            decision: 'sign',
            reason: `${tagged} was not signed yet`,
            wanted: [],
            signedBy: 'key sha256:ab',
          },
        ],
      },
    ],
    [
      'could not be signed',
      alone,
      events(
        [observed(here, older), decided({ do: 'sign', because: { kind: 'unsigned' } })],
        [{ is: 'unsigned', repository: here, problems: [unavailable] }, done],
      ),
      {
        ...untouched,
        outcome: 'kept',
        decision: 'sign',
        reason: `${tagged} is not signed yet`,
        destinations: [
          {
            ...was,
            decision: 'sign',
            reason: `${tagged} is not signed yet`,
            wanted: [],
            unsigned: expect.stringContaining('The next run signs it') as string,
          },
        ],
      },
    ],
    [
      'is refused',
      alone,
      events(
        observed(here, older),
        decided({ do: 'refuse', message: 'It keeps its recipe.' }),
        failed({ station: 'registry', message: 'It keeps its recipe.' }),
      ),
      {
        ...untouched,
        outcome: 'failed',
        reason: 'nothing was begun, since not all of it may be done',
        destinations: [{ ...undecided, reason: 'It keeps its recipe.' }],
        problems: [{ station: 'registry', message: 'It keeps its recipe.' }],
      },
    ],
  ]);
});

describe('an image that fails', () => {
  const problem: Problem = { station: 'verify', about: armv7, message: 'imports: it broke' };
  const unseen = {
    notes: [
      'the push to ghcr.io/team/demo did not end here: the exact tag may have moved. Run again to complete it',
    ],
  };
  holdsEvery([
    [
      'before anything was observed',
      alone,
      events(failed(unavailable)),
      { ...unobserved, outcome: 'failed', problems: [unavailable] },
    ],
    [
      'while a repository is asked has what the other one holds',
      both,
      events(observed(there, { exists: false, platforms: [], ahead: [] }), failed(unavailable)),
      {
        ...unobserved,
        outcome: 'failed',
        destinations: [undecided(here), { ...undecided(there), existed: false }],
        problems: [unavailable],
      },
    ],
    [
      'in a check has no digest, and what was seen in it',
      alone,
      events(
        [observed(), decided(), onBase, prepared(), compiled(1, cross), took, checked(1, wrong)],
        failed(problem),
      ),
      {
        ...undigested,
        outcome: 'failed',
        destinations: [unpublished(destination)],
        platforms: unmeasured(onAmd64, { ...onArmv7, checks: [wrong] }),
        problems: [problem],
      },
    ],
    [
      'in the build was built on no platform',
      alone,
      events(observed(), decided(), onBase, prepared(), took, failed({ station: 'build', message: 'No.' })),
      {
        ...undigested,
        outcome: 'failed',
        destinations: [unpublished(destination)],
        built: false,
        platforms: unmeasured(...unchecked(onAmd64, onArmv7)),
        compiled: [uncompiled(fast)],
        problems: [{ station: 'build', message: 'No.' }],
      },
    ],
    [
      'by an interruption between the exact tag and an alias has the one that moved',
      alone,
      [
        ...events(observed(), decided(), ...builds, built, measured, moving(), moved(exact)),
        ...inRun(failed(interruption)),
      ],
      {
        ...published,
        outcome: 'failed',
        destinations: [{ ...destination, moved: [exact] }],
        problems: [interruption],
      },
    ],
    [
      'by an interruption while the exact tag was pushed may have moved it unseen',
      alone,
      [
        ...events(observed(here, older), decided(), ...builds, built, measured, moving()),
        ...inRun(failed(interruption)),
      ],
      {
        ...published,
        ...unseen,
        outcome: 'failed',
        digest: before,
        reason: undigested.reason,
        destinations: [{ ...unpublished(destination), digest: before, existed: true }],
        problems: [interruption],
      },
    ],
    [
      'in its second repository stands in the first one',
      both,
      events(
        [observed(), observed(there), decided(), decided(absent, there), ...builds, built, measured],
        [moving(), moved(exact), moved(latest), settled(), failed(unavailable)],
      ),
      {
        ...published,
        outcome: 'failed',
        destinations: [destination, unpublished(second)],
        problems: [unavailable],
      },
    ],
    [
      'in its first repository stands in the second one, and the report, which has the digest of the first, has none',
      both,
      events(
        [observed(), observed(there), decided(), decided(absent, there), ...builds, built, measured],
        [moving(there), moved(exact, there), moved(latest, there), settled(there), failed(unavailable)],
      ),
      {
        ...undigested,
        outcome: 'failed',
        destinations: [unpublished(destination), second],
        problems: [unavailable],
      },
    ],
  ]);
});

describe('an image that is written into a folder', () => {
  const target = { kind: 'layout', folder: '/out' } as const;
  const plan: Plan = { ...alone, policy: { ...alone.policy, target } };
  const unasked: Held = { platforms: [], ahead: [] };
  const reason = 'nothing is pushed, so it is not compared with what a registry holds';
  const { existed: _, ...local } = unpublished({ ...destination, reason });
  const begun = [
    observed(here, unasked),
    decided({ do: 'build', because: { kind: 'local' } }),
    [...builds, built, measured],
  ];
  const exported = {
    platform: 'linux/arm64',
    path: '/opt/a.lock',
    size: 3,
    sha256: 'f'.repeat(64),
    file: '/exports/demo/linux_arm64/opt/a.lock',
  } as const;
  const inFolder = { ...published, reason, destinations: [local], push: false } as const;
  holdsEvery([
    [
      'has the digest of what was built',
      plan,
      events(...begun, { is: 'written', folder: '/out' }, done),
      { ...inFolder, outcome: 'built', output: '/out' },
    ],
    [
      'says what was taken out of the image',
      plan,
      events(...begun, { is: 'exported', folder: '/exports', files: [exported] }, done),
      { ...inFolder, outcome: 'built', exports: { folder: '/exports', files: [exported] } },
    ],
    [
      'has that digest also where it could not be written, and no folder',
      plan,
      events(...begun, failed(interruption)),
      { ...inFolder, outcome: 'failed', problems: [interruption] },
    ],
  ]);
});

describe('several images', () => {
  const [baseId, appId] = imageIds(['base', 'app']) as [typeof image.id, typeof image.id];
  const first = { ...image, id: baseId };
  const app = { ...image, id: appId, parents: [baseId] };
  const problem: Problem = { station: 'build', message: 'No.' };
  const opened = inRun({ is: 'builder', platform: 'linux/amd64' });
  const child: Report = {
    ...undigested,
    id: appId,
    outcome: 'blocked',
    reason: 'base, which it stands on, was not published',
    destinations: [unpublished(destination)],
    blockedBy: baseId,
  };
  const parent: Report = { ...published, id: baseId };
  const begun: readonly Happening[] = [observed(), decided(), onBase, prepared()];
  holdsEvery([
    [
      'a failure is that of its image, and blocks what stands on it: that was decided, and not built',
      planOf(first, app),
      [
        ...opened,
        ...inImage(first, ...begun),
        ...inImage(app, ...begun),
        ...inImage(first, failed(problem)),
        ...inImage(app, { is: 'blocked', by: baseId }),
      ],
      {
        ...undigested,
        id: baseId,
        outcome: 'failed',
        destinations: [unpublished(destination)],
        built: false,
        platforms: unmeasured(...unchecked(onAmd64, onArmv7)),
        compiled: [uncompiled(fast)],
        timeline: [],
        problems: [problem],
      },
      {
        ...child,
        built: false,
        platforms: unmeasured(...unchecked(onAmd64, onArmv7)),
        compiled: [uncompiled(fast)],
        timeline: [],
      },
    ],
    [
      'a parent that is not published blocks also what is built already',
      planOf(first, app),
      [
        ...opened,
        ...inImage(first, observed(), decided(), ...builds, built, measured, failed(unavailable)),
        ...inImage(app, observed(), decided(), ...builds, { is: 'blocked', by: baseId }),
      ],
      {
        ...undigested,
        id: baseId,
        outcome: 'failed',
        destinations: [unpublished(destination)],
        problems: [unavailable],
      },
      { ...child, platforms: unmeasured(onAmd64, onArmv7) },
    ],
    [
      'what is blocked before it was observed has nothing to say but that',
      planOf(app),
      inImage(app, { is: 'blocked', by: baseId }),
      { ...unobserved, id: appId, outcome: 'blocked', reason: child.reason, blockedBy: baseId },
    ],
    [
      'an interruption ends those that are not done, and blocks nobody',
      planOf(first, app),
      [
        ...opened,
        ...inImage(first, observed(), decided(), ...builds, ...publishes),
        ...inImage(app, observed(), decided(), ...builds, built, measured, moving(), moved(exact)),
        ...inRun(failed(interruption)),
      ],
      parent,
      {
        ...published,
        id: appId,
        outcome: 'failed',
        destinations: [{ ...destination, moved: [exact] }],
        problems: [interruption],
      },
    ],
    [
      'an interruption is not said of what had failed or was blocked before',
      planOf(first, app),
      [
        ...inImage(first, failed(unavailable)),
        ...inImage(app, { is: 'blocked', by: baseId }),
        ...inRun(failed(interruption)),
      ],
      { ...unobserved, id: baseId, outcome: 'failed', problems: [unavailable] },
      { ...unobserved, id: appId, outcome: 'blocked', reason: child.reason, blockedBy: baseId },
    ],
    [
      'a note of the whole run is none of an image',
      planOf(first, { ...app, parents: [] }),
      [
        ...opened,
        ...inRun(noted('of all')),
        ...inImage(first, noted('of base'), observed(), decided(), ...builds, ...publishes),
        ...inImage(app, noted('of app'), observed(), decided(), ...builds, ...publishes),
      ],
      { ...parent, notes: ['of base'] },
      { ...published, id: appId, notes: ['of app'] },
    ],
  ]);

  test('a run of several images says once what is about all of them', () => {
    const problem: Problem = { station: 'index', message: 'No.' };
    const happened = [...inRun(noted('of all'), failed(problem)), ...inImage(first, noted('of base'))];
    const { problems, notes } = reportOf(planOf(first, { ...app, parents: [] }), happened);
    expect({ problems, notes }).toEqual({ problems: [problem], notes: ['of all'] });
  });
});

describe('a run that ended before it had a plan', () => {
  holdsEvery([
    [
      'has a report of what was asked for',
      unknownPlan(inputs, alone.policy),
      inRun(noted('of all'), took, failed({ station: 'index', message: 'No.' })),
      {
        ...unobserved,
        outcome: 'failed',
        tags: [],
        subject: { kind: 'package', name: 'demo[fast]', version: '1.2.3', python: '3.13' },
        base: { reference: '' },
        timeline: published.timeline,
        notes: ['of all'],
        problems: [{ station: 'index', message: 'No.' }],
      },
    ],
  ]);
});

const moves = { kind: 'base-moved', moves: [] } as const;
test.each<[string, Decision | undefined, readonly string[]]>([
  ['of a build: all', { do: 'build', because: moves }, [exact, ...aliases]],
  ['of a rebase: all', { do: 'rebase', because: moves }, [exact, ...aliases]],
  [
    'of a retag: those that are behind',
    { do: 'retag', because: { kind: 'tag-behind', tags: [latest] } },
    [latest],
  ],
  [
    'of a build that came out as what is there: aliases',
    { do: 'retag', because: { kind: 'identical', built: moves } },
    aliases,
  ],
  ['of what is kept: none', { do: 'keep', because: { kind: 'exists' } }, []],
  ['of what is refused: none', { do: 'refuse', message: 'No.' }, []],
  ['before anything was decided: none', undefined, []],
])('tags that were to move, %s', (_, decision, wanted) => {
  const happened = [observed(here, older), ...(decision ? [decided(decision)] : []), failed(unavailable)];
  const [report] = reportOf(alone, events(...happened)).images;
  expect(report?.destinations.map((one) => one.wanted)).toEqual([wanted]);
  expect(report?.decision).toBe(decision?.do === 'refuse' ? undefined : decision?.do);
});

test('a custom Dockerfile’s image is said to stand on what is under its last stage', () => {
  const under = { reference: 'debian', digest: digestOfOnly('8') };
  const onDebian: Happening = { is: 'base', of: 'dockerfile', base: under };
  const baseOf = (...happened: readonly Happening[]) => reportOf(alone, events(...happened)).images[0]?.base;
  expect([baseOf(onBase), baseOf(onDebian, onBase), baseOf(onBase, onDebian)]).toEqual([
    published.base,
    under,
    under,
  ]);
});

describe('what is done once for the whole run', () => {
  const opening: Happening = {
    is: 'span',
    span: { section: 'plan', name: 'open the builder', start: 1, seconds: 2 },
  };
  const resolving: Happening = {
    is: 'span',
    span: { section: 'lock', name: 'resolve', start: 4, seconds: 1 },
  };
  const timelines = (plan: Plan, ...happened: readonly Event[]) => {
    const { timeline, images } = reportOf(plan, happened);
    return [timeline, ...images.map((one) => one.timeline)].map((spans) => spans.map(({ name }) => name));
  };

  test('is in the image where there is one', () => {
    expect(timelines(alone, ...inRun(opening), ...inImage(image, resolving))).toEqual([
      [],
      ['open the builder', 'resolve'],
    ]);
  });
  test('is in the run, and in no image, where there are several', () => {
    const [one, two] = imageIds(['one', 'two']) as [ImageId, ImageId];
    const [first, second] = [
      { ...image, id: one },
      { ...image, id: two },
    ];
    expect(
      timelines({ ...alone, images: [first, second] }, ...inRun(opening), ...inImage(first, resolving)),
    ).toEqual([['open the builder'], ['resolve'], []]);
  });
});
