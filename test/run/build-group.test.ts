/** The builds of the images of a group, one round after the other, with what a builder would do written down. */
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/build/attempts.ts';
import { verify, VerifyFailure } from '../../src/build/verify.ts';
import { Failure } from '../../src/errors.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { ObservedBase } from '../../src/observe/observe.ts';
import { type Image, type ImageId, imageIds } from '../../src/plan/image.ts';
import { bakeRecipe } from '../../src/recipe/bake-recipe.ts';
import { crossCompiledOf } from '../../src/recipe/suspects.ts';
import type { PreparedBuild } from '../../src/recipe/prepare.ts';
import type { Resolved } from '../../src/recipe/resolve.ts';
import type { Exclusions } from '../../src/recipe/suspects.ts';
import type { RestoredWheel } from '../../src/wheel-cache/restored.ts';
import { buildGroup, type BuildSteps, type BuildTask } from '../../src/run/build-group.ts';
import type { BakedImage, BuildOutcome, NotBuilt } from '../../src/run/outcome.ts';
import { digestOfOnly } from '../decide/values.ts';
import { base, imageOfInputs, inputsOf, policyOfInputs, questionOfInputs } from '../support/cells.ts';
import { makeContent } from '../support/content.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';
import { filename, record } from '../wheel-cache/wheels.ts';

const arm: Platform = 'linux/arm/v7';
const inputs = inputsOf({ platform: arm });
const observedBase: ObservedBase = {
  ...base,
  repository: { registry: 'docker.io', name: 'library/python' },
  platforms: [{ platform: arm, digest: base.digest }],
};
const resolved: Resolved = {
  packages: imageOfInputs(inputs).content.packages!,
  lock: { text: '', packages: [], resolved: 'host' },
  requirements: [],
  replaced: [],
  facts: [],
};
const restored: RestoredWheel = {
  manifest: digestOfOnly('1'),
  artifact: { record, filename, digest: digestOfOnly('2'), size: 1 },
  tag: imageOfInputs(inputs).tags.exact,
  release: { name: 'tide', version: '1.0' },
  platform: arm,
  seconds: 0,
  path: '/kept/tide.whl',
};
const cross: Attempt = { name: 'tide', version: '1.0', way: 'cross', seconds: 3 };

/** What one build of an image ends with: kinds of findings, or an error. */
type Ending = readonly string[] | Failure;
const right: Ending = [];
const warning: Ending = ['part-symbol'];
const fatal: Ending = ['import-crash'];
const unloaded: Ending = ['import-symbol'];
const broken = new Failure([{ station: 'build', message: 'No compiler.' }]);

interface Planned {
  readonly parents?: readonly ImageId[];
  /** Of one build after the other. */
  readonly endings: readonly Ending[];
  /** Why it cannot be prepared, by the number of the build. */
  readonly unprepared?: Readonly<Record<number, Error>>;
  /** It restores a wheel, beside what it cross-compiles. */
  readonly restores?: boolean;
  readonly isLocked?: boolean;
}

/** Builds images, parents first. Every build cross-compiles anew, but where that is excluded. */
async function build(planned: Readonly<Record<string, Planned>>, compile = 'auto') {
  const session = testSession({ world: testWorld() });
  const policy = policyOfInputs(inputsOf({ platform: arm, compile }));
  const ids = imageIds(Object.keys(planned));
  const images = Object.values(planned).map(({ parents = [] }, at): Image => ({
    ...imageOfInputs(inputs),
    id: ids[at]!,
    parents,
  }));
  const of = (id: ImageId): Planned => Object.values(planned)[ids.indexOf(id)]!;
  const tasks = images.map((image): BuildTask => ({
    run: runIn(session, image, policy, images.length === 1),
    observed: { places: [], records: [], published: {} },
    decided: [],
    base: observedBase,
    resolved: of(image.id).isLocked === false ? undefined : resolved,
    starts: undefined,
  }));
  const builds: string[] = [];
  const together: (readonly ImageId[])[] = [];
  const saved: string[] = [];
  const exclusions = new Map<ImageId, Exclusions>();
  const steps: BuildSteps = {
    prepare: ({ image }, _, { build: number, exclude }): Promise<PreparedBuild> => {
      exclusions.set(image.id, exclude);
      builds.push(`${image.id} ${number}${excludedText(exclude)}`);
      const error = of(image.id).unprepared?.[number];
      if (error !== undefined) return Promise.reject(error);
      const isRestored = of(image.id).restores === true && exclude.restored.length === 0;
      return Promise.resolve({
        recipe: { ...bakeRecipe(questionOfInputs(inputs)), image },
        fingerprint: digestOfOnly('3'),
        restored: isRestored ? [restored] : [],
        nativeAttempts: [],
      });
    },
    bake: async (_, wanted) => {
      const outcomes = new Map<ImageId, BakedImage | NotBuilt>();
      together.push(wanted.map(({ run }) => run.image.id));
      for (const { run, build: number, prepared } of wanted) {
        const { id, parents } = run.image;
        const by = parents.find((parent) => outcomes.get(parent)?.is === 'failed');
        const ending = of(id).endings[number - 1]!;
        if (by !== undefined) outcomes.set(id, { is: 'blocked', by });
        else if (ending instanceof Failure) outcomes.set(id, { is: 'failed', failure: ending });
        else outcomes.set(id, await baked(prepared, number, ending, exclusions.get(id)!));
      }
      return outcomes;
    },
    save: ({ image }, { folder }) => Promise.resolve(void saved.push(`${image.id} of ${folder}`)),
  };
  const outcomes = await buildGroup(session, tasks, () => ({}), steps);
  return {
    outcomes: Object.fromEntries([...outcomes].map(([id, outcome]) => [id, outcomeText(outcome)])),
    builds,
    together,
    saved,
    events: session.events.map(({ at: _at, ...event }) => event),
  };
}

const excludedText = ({ restored: kept, cross: crossed }: Exclusions): string =>
  [
    ...(kept.length === 0 ? [] : [` without restored ${kept.join()}`]),
    ...(crossed.length === 0 ? [] : [` without cross ${crossed.join()}`]),
  ].join('');

/** What the checks left, as the checks themselves judge it. */
async function baked(
  prepared: PreparedBuild,
  number: number,
  kinds: readonly string[],
  exclude: Exclusions,
): Promise<BakedImage> {
  const { recipe } = prepared;
  const findings = kinds.map((kind) => ({
    kind,
    subject: 'tide',
    distribution: 'tide',
    message: 'tide: it broke',
    advice: '',
  }));
  const checks = [{ name: 'imports', seconds: 1, message: '', findings, skipped: [] }];
  const folder = `build ${number}`;
  const text = JSON.stringify({ python: '3.13.9', machine: 'armv7l', checks });
  const world = testWorld({ files: { [`${folder}/${recipe.image.id}/verified/verify.json`]: text } });
  const content = () => Promise.resolve(makeContent({ arm: ['layer'] }));
  const attempts = new Map(exclude.cross.length === 0 ? [[arm, [cross]]] : []);
  const crossCompiled = crossCompiledOf({ attempts, restored: prepared.restored });
  const request = { recipe, folder, platforms: [arm], strict: false, content, crossCompiled };
  const checked = await verify(world, request).catch((error: unknown) => {
    if (error instanceof VerifyFailure) return error;
    throw error;
  });
  return {
    is: 'baked',
    prepared,
    checked,
    attempts,
    folder,
    layouts: [{ path: `${folder}/image.tar`, platforms: [] }],
  };
}

function outcomeText(outcome: BuildOutcome): string {
  switch (outcome.is) {
    case 'built':
      return `built as ${outcome.layouts[0]!.path}`;
    case 'failed':
      return outcome.failure instanceof VerifyFailure ? 'failed its checks' : 'could not be built';
    case 'blocked':
      return `blocked by ${outcome.by}`;
    case 'planned':
    case 'empty':
      return outcome.is;
  }
}

const why = 'with it the image failed a check on linux/arm/v7 (imports: tide: it broke)';
const suspected = (of: 'restored' | 'cross', number = 1, words = why) => ({
  image: 'image',
  is: 'suspected',
  build: number,
  suspicion: { of, platforms: [arm], why: words },
});
const advised = why.replace(
  ')',
  '. It was cross-compiled, and compile: auto or emulate compiles it in another way.)',
);
const unnoted =
  'what was cross-compiled is emulated: this failed, and the image with its warnings is published.';
const first = 'built as build 1/image.tar';
const secondBuild = 'built as build 2/image.tar';
const third = 'built as build 3/image.tar';

describe('one image', () => {
  type Row = readonly [
    name: string,
    planned: Planned,
    outcome: string,
    builds: readonly string[],
    saved: readonly string[],
    events: readonly object[],
  ];
  test.each<Row>([
    ['without findings is built once', { endings: [right] }, first, ['image 1'], ['image of build 1'], []],
    [
      'has what was cross-compiled emulated for a fatal finding',
      { endings: [fatal, right] },
      secondBuild,
      ['image 1', `image 2 without cross ${arm}`],
      ['image of build 2'],
      [suspected('cross')],
    ],
    [
      'has what was cross-compiled emulated for a warning that a wheel may cause',
      { endings: [warning, warning] },
      secondBuild,
      ['image 1', `image 2 without cross ${arm}`],
      ['image of build 2'],
      [suspected('cross')],
    ],
    [
      'with warnings is published as it was where it cannot be built in another way',
      { endings: [warning, broken] },
      first,
      ['image 1', `image 2 without cross ${arm}`],
      ['image of build 1'],
      [
        suspected('cross'),
        { image: 'image', is: 'chosen', build: 1 },
        { image: 'image', is: 'note', text: `${unnoted} No compiler.` },
      ],
    ],
    [
      'with warnings is published as it was where the other way cannot be prepared',
      { endings: [warning], unprepared: { 2: broken } },
      first,
      ['image 1', `image 2 without cross ${arm}`],
      ['image of build 1'],
      [
        suspected('cross'),
        { image: 'image', is: 'chosen', build: 1 },
        { image: 'image', is: 'note', text: `${unnoted} No compiler.` },
      ],
    ],
    [
      'with warnings is published as it was where the second build fails its checks',
      { endings: [warning, fatal] },
      first,
      ['image 1', `image 2 without cross ${arm}`],
      ['image of build 1'],
      [
        suspected('cross'),
        { image: 'image', is: 'chosen', build: 1 },
        { image: 'image', is: 'note', text: expect.stringContaining(`${unnoted} ${arm}, imports: tide`) },
      ],
    ],
    [
      'with a fatal finding is not published where it cannot be built in another way',
      { endings: [fatal, broken] },
      'could not be built',
      ['image 1', `image 2 without cross ${arm}`],
      [],
      [suspected('cross')],
    ],
    [
      'has restored wheels compiled anew first, and then what was cross-compiled emulated',
      { endings: [fatal, fatal, right], restores: true },
      third,
      ['image 1', `image 2 without restored ${arm}`, `image 3 without restored ${arm} without cross ${arm}`],
      ['image of build 3'],
      [
        {
          image: 'image',
          is: 'note',
          text: expect.stringContaining('the saved wheel of tide 1.0 for linux/arm/v7 is not used'),
        },
        suspected('restored'),
        suspected('cross', 2),
      ],
    ],
    [
      'with warnings is published as it was, however many ways of compiling fail after it',
      { endings: [warning, fatal, fatal], restores: true },
      first,
      ['image 1', `image 2 without restored ${arm}`, `image 3 without restored ${arm} without cross ${arm}`],
      ['image of build 1'],
      [
        {
          image: 'image',
          is: 'note',
          text: expect.stringContaining('the saved wheel of tide 1.0 for linux/arm/v7 is not used'),
        },
        suspected('restored'),
        suspected('cross', 2),
        { image: 'image', is: 'chosen', build: 1 },
        {
          image: 'image',
          is: 'note',
          text: expect.stringContaining('this failed, and the image with its warnings'),
        },
      ],
    ],
    [
      'with what does not load, and cannot be compiled in another way, is not published',
      { endings: [unloaded, broken] },
      'could not be built',
      ['image 1', `image 2 without cross ${arm}`],
      [],
      [suspected('cross', 1, advised)],
    ],
    [
      'with what does not load however it is compiled is published: pip would have made the same',
      { endings: [unloaded, unloaded] },
      secondBuild,
      ['image 1', `image 2 without cross ${arm}`],
      ['image of build 2'],
      [suspected('cross', 1, advised)],
    ],
    [
      'in which nothing is left to suspect has failed its checks',
      { endings: [fatal, fatal] },
      'failed its checks',
      ['image 1', `image 2 without cross ${arm}`],
      [],
      [suspected('cross')],
    ],
    [
      'with a finding that no wheel causes is built once',
      { endings: [['script-mode']] },
      'failed its checks',
      ['image 1'],
      [],
      [],
    ],
    [
      'of which nothing is locked is built once',
      { endings: [fatal], isLocked: false },
      'failed its checks',
      ['image 1'],
      [],
      [],
    ],
    [
      'that cannot be prepared has failed',
      { endings: [], unprepared: { 1: broken } },
      'could not be built',
      ['image 1'],
      [],
      [],
    ],
  ])('%s', async (_, planned, outcome, builds, saved, events) => {
    const ended = await build({ image: planned });
    expect({
      outcomes: ended.outcomes,
      builds: ended.builds,
      saved: ended.saved,
      events: ended.events,
    }).toEqual({ outcomes: { image: outcome }, builds, saved, events });
  });

  test('is not emulated where only cross-compiling is wanted', async () => {
    for (const ending of [fatal, unloaded]) {
      const { outcomes, builds } = await build({ image: { endings: [ending] } }, 'cross');
      expect({ outcomes, builds }).toEqual({ outcomes: { image: 'failed its checks' }, builds: ['image 1'] });
    }
  });

  test('ends the run where it meets a mistake of this program', async () => {
    const mistake = new TypeError('x is undefined');
    await expect(build({ image: { endings: [], unprepared: { 1: mistake } } })).rejects.toBe(mistake);
  });
});

describe('a parent with two children', () => {
  const parents = imageIds(['base', 'other']).slice(0, 1);
  const family = (
    base_: Omit<Planned, 'parents'>,
    left: Omit<Planned, 'parents'>,
    right_: Omit<Planned, 'parents'>,
  ) => build({ base: base_, left: { ...left, parents }, right: { ...right_, parents } });
  const once = { endings: [right] };
  const cannot = ['script-mode'];
  type Row = readonly [
    name: string,
    ended: () => ReturnType<typeof build>,
    outcomes: Readonly<Record<string, string>>,
    together: readonly (readonly string[])[],
    saved: readonly string[],
  ];
  test.each<Row>([
    [
      'is built together with them',
      () => family(once, once, once),
      { base: first, left: first, right: first },
      [['base', 'left', 'right']],
      ['base of build 1', 'left of build 1', 'right of build 1'],
    ],
    [
      'blocks both where it fails its checks; what was compiled for them is saved',
      () => family({ endings: [cannot] }, once, once),
      { base: 'failed its checks', left: 'blocked by base', right: 'blocked by base' },
      [['base', 'left', 'right']],
      ['left of build 1', 'right of build 1'],
    ],
    [
      'blocks both where it fails its checks, and neither is built again, whatever was found in it',
      () => family({ endings: [cannot] }, { endings: [fatal] }, { endings: [warning] }),
      { base: 'failed its checks', left: 'blocked by base', right: 'blocked by base' },
      [['base', 'left', 'right']],
      ['right of build 1'],
    ],
    [
      'blocks both where it cannot be built',
      () => family({ endings: [broken] }, once, once),
      { base: 'could not be built', left: 'blocked by base', right: 'blocked by base' },
      [['base', 'left', 'right']],
      [],
    ],
    [
      'blocks both where it cannot be prepared, and nothing is built',
      () => family({ endings: [], unprepared: { 1: broken } }, once, once),
      { base: 'could not be built', left: 'blocked by base', right: 'blocked by base' },
      [[]],
      [],
    ],
    [
      'stands, with the other one, where a child fails its checks',
      () => family(once, { endings: [cannot] }, once),
      { base: first, left: 'failed its checks', right: first },
      [['base', 'left', 'right']],
      ['base of build 1', 'right of build 1'],
    ],
    [
      'stands, with the other one, where a child cannot be prepared',
      () => family(once, { endings: [], unprepared: { 1: broken } }, once),
      { base: first, left: 'could not be built', right: first },
      [['base', 'right']],
      ['base of build 1', 'right of build 1'],
    ],
    [
      'is not built again with a child that is',
      () => family(once, { endings: [fatal, right] }, once),
      { base: first, left: secondBuild, right: first },
      [['base', 'left', 'right'], ['left']],
      ['base of build 1', 'right of build 1', 'left of build 2'],
    ],
    [
      'takes both with it where it is built again',
      () => family({ endings: [fatal, right] }, { endings: [right, right] }, { endings: [right, right] }),
      { base: secondBuild, left: secondBuild, right: secondBuild },
      [
        ['base', 'left', 'right'],
        ['base', 'left', 'right'],
      ],
      ['base of build 2', 'left of build 2', 'right of build 2'],
    ],
    [
      'does not take with it a child that could not be built',
      () => family({ endings: [fatal, right] }, { endings: [broken] }, { endings: [right, right] }),
      { base: secondBuild, left: 'could not be built', right: secondBuild },
      [
        ['base', 'left', 'right'],
        ['base', 'right'],
      ],
      ['base of build 2', 'right of build 2'],
    ],
    [
      'blocks both where it is built again and fails again',
      () => family({ endings: [fatal, broken] }, { endings: [right, right] }, { endings: [warning, right] }),
      { base: 'could not be built', left: 'blocked by base', right: 'blocked by base' },
      [
        ['base', 'left', 'right'],
        ['base', 'left', 'right'],
      ],
      [],
    ],
    [
      'is not built again for warnings: its children would be built a third time',
      () => family({ endings: [warning] }, once, once),
      { base: first, left: first, right: first },
      [['base', 'left', 'right']],
      ['base of build 1', 'left of build 1', 'right of build 1'],
    ],
    [
      'is built again, and then a child with warnings is not published as it was built on what failed',
      () => family({ endings: [fatal, right] }, { endings: [warning, broken] }, { endings: [right, right] }),
      { base: secondBuild, left: 'could not be built', right: secondBuild },
      [
        ['base', 'left', 'right'],
        ['base', 'left', 'right'],
      ],
      ['base of build 2', 'right of build 2'],
    ],
  ])('%s', async (_, ended, outcomes, together, saved) => {
    const came = await ended();
    expect({ outcomes: came.outcomes, together: came.together, saved: came.saved }).toEqual({
      outcomes,
      together,
      saved,
    });
  });

  test('leaves to each child what it excludes', async () => {
    const { builds } = await family(
      { endings: [fatal, right] },
      { endings: [fatal, right] },
      { endings: [warning, right] },
    );
    expect(builds).toEqual([
      'base 1',
      'left 1',
      'right 1',
      `base 2 without cross ${arm}`,
      `left 2 without cross ${arm}`,
      'right 2',
    ]);
  });
});
