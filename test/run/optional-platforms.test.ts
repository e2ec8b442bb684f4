/** The builds of images that can do without a platform, with what a builder would do written down. */
import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/build/attempts.ts';
import { verify, VerifyFailure } from '../../src/build/verify.ts';
import { Failure, type Problem } from '../../src/errors.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { ObservedBase } from '../../src/observe/observe.ts';
import { type Image, type ImageId, imageIds } from '../../src/plan/image.ts';
import { bakeRecipe } from '../../src/recipe/bake-recipe.ts';
import type { PreparedBuild } from '../../src/recipe/prepare.ts';
import { buildGroup, type BuildSteps, type BuildTask } from '../../src/run/build-group.ts';
import type { BakedImage, BuildOutcome, NotBuilt } from '../../src/run/outcome.ts';
import { digestOfOnly } from '../decide/values.ts';
import { base, imageOfInputs, inputsOf, locked, policyOfInputs, questionOfInputs } from '../support/cells.ts';
import { makeContent } from '../support/content.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

const amd: Platform = 'linux/amd64';
const arm: Platform = 'linux/arm/v7';
const power: Platform = 'linux/ppc64le';
const all = [amd, arm, power];
const inputs = inputsOf({ platform: all.join(' ') });
const observedBase: ObservedBase = {
  ...base,
  repository: { registry: 'docker.io', name: 'library/python' },
  platforms: all.map((platform) => ({ platform, digest: base.digest })),
};
const cross: Attempt = { name: 'tide', version: '1.0', way: 'cross', seconds: 3 };

/** What one build ends with: kinds of findings by platform, or an error. */
type Ending = Readonly<Partial<Record<Platform, readonly string[]>>> | Failure;
const right: Ending = {};
const failing = (...problems: readonly Partial<Problem>[]): Failure =>
  new Failure(problems.map((problem) => ({ station: 'build', message: 'No compiler.', ...problem })));
/** A finding that no wheel causes, and one that one may cause. */
const [wrong, suspect, warning] = [['script-mode'], ['import-crash'], ['part-symbol']];

interface Planned {
  readonly parents?: readonly ImageId[];
  readonly platforms?: readonly Platform[];
  readonly optional?: readonly Platform[];
  readonly part?: readonly Platform[];
  /** Given up before anything is built. */
  readonly dropped?: readonly Platform[];
  /** Of one build after the other. */
  readonly endings: readonly Ending[];
  readonly unprepared?: Readonly<Record<number, Failure>>;
}

async function build(planned: Readonly<Record<string, Planned>>) {
  const session = testSession({ world: testWorld() });
  const policy = policyOfInputs(inputs);
  const ids = imageIds(Object.keys(planned));
  const images = Object.values(planned).map((one, at): Image => {
    const { parents = [], platforms = all, optional = [arm], part } = one;
    const wanted = { ...imageOfInputs(inputs), id: ids[at]!, parents, platforms, optional };
    return part === undefined ? wanted : { ...wanted, part };
  });
  const of = (id: ImageId): Planned => Object.values(planned)[ids.indexOf(id)]!;
  const resolved = {
    packages: imageOfInputs(inputs).content.packages!,
    lock: locked.lock,
    requirements: [],
    replaced: [],
    facts: [],
  };
  const tasks = images.map((image): BuildTask => {
    const { dropped } = of(image.id);
    return {
      run: runIn(session, image, policy, images.length === 1),
      observed: { places: [], records: [], published: {}, ...(dropped === undefined ? {} : { dropped }) },
      decided: [],
      base: observedBase,
      resolved,
      offers: [],
      starts: undefined,
    };
  });
  const builds: string[] = [];
  const exclusions = new Map<ImageId, readonly Platform[]>();
  const steps: BuildSteps = {
    prepare: ({ image }, _, { build: number, exclude, without }): Promise<PreparedBuild> => {
      exclusions.set(image.id, exclude.cross);
      const platforms = (image.part ?? image.platforms).filter((one) => !without.includes(one));
      const emulated = exclude.cross.length === 0 ? '' : `, emulated: ${exclude.cross.join(' ')}`;
      builds.push(`${image.id} ${number} for ${platforms.join(' ')}${emulated}`);
      const error = of(image.id).unprepared?.[number];
      if (error !== undefined) return Promise.reject(error);
      return Promise.resolve({
        recipe: { ...bakeRecipe(questionOfInputs(inputs)), image, platforms },
        fingerprint: digestOfOnly('3'),
        restored: [],
        nativeAttempts: [],
        offers: [],
      });
    },
    bake: async (_, wanted) => {
      const outcomes = new Map<ImageId, BakedImage | NotBuilt>();
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
    save: () => Promise.resolve(),
  };
  const outcomes = await buildGroup(session, tasks, () => ({}), steps);
  return {
    outcomes: Object.fromEntries([...outcomes].map(([id, outcome]) => [id, outcomeText(outcome)])),
    builds,
    dropped: session.events.flatMap((event) =>
      event.is === 'dropped'
        ? [`${event.image} ${event.platform}: ${event.problems.map(({ message }) => message).join(' ')}`]
        : [],
    ),
  };
}

/** What the checks left, as the checks themselves judge it. */
async function baked(
  prepared: PreparedBuild,
  number: number,
  ending: Exclude<Ending, Failure>,
  emulated: readonly Platform[],
): Promise<BakedImage> {
  const { recipe } = prepared;
  const folder = `build ${number}`;
  const world = testWorld({
    files: Object.fromEntries(
      recipe.platforms.map((platform) => {
        const several = recipe.platforms.length > 1 ? `${platform.replaceAll('/', '_')}/` : '';
        return [`${folder}/${recipe.image.id}/verified/${several}verify.json`, resultText(ending[platform])];
      }),
    ),
  });
  const checked = await verify(world, {
    recipe,
    folder,
    platforms: recipe.platforms,
    strict: false,
    content: () => Promise.resolve(makeContent({ arm: ['layer'] })),
  }).catch((error: unknown) => {
    if (error instanceof VerifyFailure) return error;
    throw error;
  });
  const attempts = new Map(
    recipe.platforms
      .filter((platform) => !emulated.includes(platform))
      .map((platform) => [platform, [cross]]),
  );
  return {
    is: 'baked',
    prepared,
    checked,
    attempts,
    folder,
    layouts: [{ path: `${folder}/image.tar`, platforms: [] }],
  };
}

function resultText(kinds: readonly string[] = []): string {
  const findings = kinds.map((kind) => ({ kind, subject: 'tide', message: `${kind}.`, advice: '' }));
  return JSON.stringify({
    python: '3.13.9',
    machine: '',
    checks: [{ name: 'imports', seconds: 1, message: '', findings, skipped: [] }],
  });
}

function outcomeText(outcome: BuildOutcome): string {
  switch (outcome.is) {
    case 'built':
      return `built for ${outcome.verified.recipe.platforms.join(' ')}`;
    case 'failed':
      return outcome.failure.message;
    case 'blocked':
      return `blocked by ${outcome.by}`;
    case 'planned':
    case 'empty':
      return outcome.is;
  }
}

const whole = `image 1 for ${all.join(' ')}`;
const withoutArm = `built for ${amd} ${power}`;
const unchecked = `image ${arm}: ${arm}, imports: script-mode.`;

describe('an image that can do without a platform', () => {
  type Row = readonly [
    name: string,
    planned: Planned,
    outcome: string,
    builds: readonly string[],
    dropped: readonly string[],
  ];
  test.each<Row>([
    ['is whole where it passes', { endings: [right] }, `built for ${all.join(' ')}`, [whole], []],
    [
      'is built without it where it fails its checks there',
      { endings: [{ [arm]: wrong }, right] },
      withoutArm,
      [whole, `image 2 for ${amd} ${power}`],
      [unchecked],
    ],
    [
      'is built without it where a step of the build fails for it',
      { endings: [failing({ platforms: [arm] }), right] },
      withoutArm,
      [whole, `image 2 for ${amd} ${power}`],
      [`image ${arm}: No compiler.`],
    ],
    [
      'is built without it where it cannot be prepared for it',
      { endings: [right, right], unprepared: { 1: failing({ station: 'registry', platforms: [arm] }) } },
      withoutArm,
      [whole, `image 2 for ${amd} ${power}`],
      [`image ${arm}: No compiler.`],
    ],
    [
      'is not begun for it where it was given up before',
      { endings: [right], dropped: [arm] },
      withoutArm,
      [`image 1 for ${amd} ${power}`],
      [],
    ],
    [
      'fails where others fail, too',
      { endings: [{ [arm]: wrong, [amd]: wrong }] },
      `${amd}, imports: script-mode.\n${arm}, imports: script-mode.`,
      [whole],
      [],
    ],
    [
      'fails where others fail then',
      { endings: [failing({ platforms: [arm] }), failing({ platforms: [power], message: 'No.' })] },
      'No.',
      [whole, `image 2 for ${amd} ${power}`],
      [`image ${arm}: No compiler.`],
    ],
    [
      'gives up one after the other',
      { optional: [arm, power], endings: [{ [arm]: wrong }, failing({ platforms: [power] }), right] },
      `built for ${amd}`,
      [whole, `image 2 for ${amd} ${power}`, `image 3 for ${amd}`],
      [unchecked, `image ${power}: No compiler.`],
    ],
    [
      'is tried once without all that are optional where nobody knows for which it failed',
      { optional: [arm, power], endings: [failing({}), right] },
      `built for ${amd}`,
      [whole, `image 2 for ${amd}`],
      [`image ${arm}: No compiler.`, `image ${power}: No compiler.`],
    ],
    [
      'fails where nobody knows for which it failed, and it fails without them, too',
      { endings: [failing({}), failing({ message: 'No disk.' })] },
      'No disk.',
      [whole, `image 2 for ${amd} ${power}`],
      [`image ${arm}: No compiler.`],
    ],
    [
      'fails for what is no matter of a platform',
      { endings: [], unprepared: { 1: failing({ station: 'registry' }) } },
      'No compiler.',
      [whole],
      [],
    ],
    [
      'is compiled in another way before it is given up',
      { endings: [{ [arm]: suspect }, { [arm]: suspect }, right] },
      withoutArm,
      [
        whole,
        `image 2 for ${all.join(' ')}, emulated: ${arm}`,
        `image 3 for ${amd} ${power}, emulated: ${arm}`,
      ],
      [`image ${arm}: ${arm}, imports: import-crash.`],
    ],
    [
      'is whole where another way of compiling does',
      { endings: [{ [arm]: suspect }, right] },
      `built for ${all.join(' ')}`,
      [whole, `image 2 for ${all.join(' ')}, emulated: ${arm}`],
      [],
    ],
    [
      'is compiled in another way for those that it needs, and is built without the one that nothing helps',
      { endings: [{ [arm]: wrong, [power]: suspect }, right] },
      withoutArm,
      [whole, `image 2 for ${amd} ${power}, emulated: ${power}`],
      [unchecked],
    ],
    [
      'stays whole, with its warnings, where the other way of compiling fails for it',
      { endings: [{ [amd]: warning }, { [arm]: wrong }] },
      `built for ${all.join(' ')}`,
      [whole, `image 2 for ${all.join(' ')}, emulated: ${amd}`],
      [],
    ],
    [
      'stays whole, with its warnings, where it cannot be built in the other way for it',
      { endings: [{ [amd]: warning }, failing({ platforms: [arm] })] },
      `built for ${all.join(' ')}`,
      [whole, `image 2 for ${all.join(' ')}, emulated: ${amd}`],
      [],
    ],
    [
      'of which a part is made is one of what is left of it',
      { part: [amd, arm], endings: [{ [arm]: wrong }, right] },
      `built for ${amd}`,
      [`image 1 for ${amd} ${arm}`, `image 2 for ${amd}`],
      [unchecked],
    ],
    [
      'is nothing where that platform is all of its part',
      { part: [arm], endings: [{ [arm]: wrong }] },
      'empty',
      [`image 1 for ${arm}`],
      [unchecked],
    ],
    [
      'is not begun where that platform is all of its part, and was given up before',
      { part: [arm], dropped: [arm], endings: [] },
      'empty',
      [],
      [],
    ],
  ])('%s', async (_, planned, outcome, builds, dropped) => {
    expect(await build({ image: planned })).toEqual({ outcomes: { image: outcome }, builds, dropped });
  });
});

describe('what stands on an image without a platform', () => {
  const parents = imageIds(['base', 'other']).slice(0, 1);
  const named = `base ${arm}: ${arm}, imports: script-mode.`;
  const inherited = `left ${arm}: base, which it stands on, was made without ${arm}. Leave it out of its platforms, or name it in platform_optional.`;
  type Row = readonly [
    name: string,
    base_: Planned,
    left: Omit<Planned, 'parents'>,
    outcomes: Readonly<Record<string, string>>,
    builds: readonly string[],
    dropped: readonly string[],
  ];
  const first = [`base 1 for ${all.join(' ')}`, `left 1 for ${all.join(' ')}`];
  test.each<Row>([
    [
      'is made without it, too',
      { endings: [{ [arm]: wrong }, right] },
      { endings: [right, right] },
      { base: withoutArm, left: withoutArm },
      [...first, `base 2 for ${amd} ${power}`, `left 2 for ${amd} ${power}`],
      [named, inherited],
    ],
    [
      'is made once that one is built without it',
      { endings: [failing({ platforms: [arm] }), right] },
      { endings: [right, right] },
      { base: withoutArm, left: withoutArm },
      [...first, `base 2 for ${amd} ${power}`, `left 2 for ${amd} ${power}`],
      [`base ${arm}: No compiler.`, inherited],
    ],
    [
      'is made as it is wanted where it is not for it',
      { endings: [right], dropped: [arm] },
      { platforms: [amd], optional: [], endings: [right] },
      { base: withoutArm, left: `built for ${amd}` },
      [`base 1 for ${amd} ${power}`, `left 1 for ${amd}`],
      [],
    ],
    [
      'fails where it cannot do without',
      { endings: [right], dropped: [arm] },
      { optional: [], endings: [] },
      {
        base: withoutArm,
        left: inherited.slice(`left ${arm}: `.length),
      },
      [`base 1 for ${amd} ${power}`],
      [],
    ],
    [
      'loses it alone',
      { endings: [right] },
      { endings: [{ [arm]: wrong }, right] },
      { base: `built for ${all.join(' ')}`, left: withoutArm },
      [...first, `left 2 for ${amd} ${power}`],
      [`left ${arm}: ${arm}, imports: script-mode.`],
    ],
    [
      'is blocked where that one fails without it, too',
      { endings: [{ [arm]: wrong }, { [amd]: wrong }] },
      { endings: [right, right] },
      { base: `${amd}, imports: script-mode.`, left: 'blocked by base' },
      [...first, `base 2 for ${amd} ${power}`, `left 2 for ${amd} ${power}`],
      [named, inherited],
    ],
  ])('%s', async (_, base_, left, outcomes, builds, dropped) => {
    expect(await build({ base: base_, left: { ...left, parents } })).toEqual({ outcomes, builds, dropped });
  });
});
