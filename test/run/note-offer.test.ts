import { expect, test } from 'vitest';
import type { Builder } from '../../src/build/builder.ts';
import type { Platform } from '../../src/names/platform.ts';
import { bakeRecipe } from '../../src/recipe/bake-recipe.ts';
import type { PipBuild } from '../../src/report/pip-builds.ts';
import type { Step } from '../../src/report/steps.ts';
import { noteOffer } from '../../src/run/note-offer.ts';
import {
  base,
  custom,
  imageOfInputs,
  inputsOf,
  locked,
  policyOfInputs,
  questionOfInputs,
} from '../support/cells.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

const builder: Builder = {
  buildx: { env: {} },
  platform: 'linux/amd64',
  driver: 'docker-container',
  because: '',
};
const step: Step = {
  id: 1,
  target: 'image',
  stage: 'builder',
  name: 'RUN pip install a',
  start: 0,
  seconds: 7,
  cached: false,
};
const built: PipBuild = { target: 'image', name: 'tide', version: '1.0', seconds: 5 };

/** The notes of an image for these platforms, whose stage `builder` ran pip. */
function notesOf(platforms: readonly Platform[], steps: readonly Step[], builds: readonly PipBuild[]) {
  const inputs = inputsOf({ dockerfile: 'Dockerfile', platform: platforms.join(',') });
  const image = imageOfInputs(inputs);
  const part = {
    context: 'python-image-builder',
    packages: image.content.packages!,
    base: { ...base, repository: { registry: 'docker.io', name: 'library/python' }, platforms: [] },
    lines: [],
  };
  const recipe = bakeRecipe(
    questionOfInputs(inputs, {
      custom: { ...custom, usesPackages: false, offer: { helpers: ['builder'] } },
      offers: [
        {
          part,
          locked: {
            ...locked,
            requirements: locked.requirements.filter(({ platform }) => platforms.includes(platform)),
          },
        },
      ],
    }),
  );
  const session = testSession({ world: testWorld() });
  const run = runIn(session, image, policyOfInputs(inputs));
  noteOffer(run, recipe, builder, new Map(), steps, builds);
  return session.events.flatMap((event) => (event.is === 'note' ? [event.text] : []));
}

const saved =
  'under emulation: COPY --from=packages / /usr/local in the last stage, in place of what it copies from there, would save that';
const unasked = 'no requirement that can be read in the Dockerfile asks for it; write it on the line of pip';

test.each<[string, readonly Platform[], readonly Step[], readonly PipBuild[], readonly string[]]>([
  [
    'of several platforms, of which each step names one',
    ['linux/amd64', 'linux/arm/v7'],
    [
      { ...step, platform: 'linux/amd64' },
      { ...step, platform: 'linux/arm/v7' },
    ],
    [
      { ...built, platform: 'linux/amd64' },
      { ...built, platform: 'linux/arm/v7' },
    ],
    [
      `compiled under emulation in your Dockerfile for linux/arm/v7: tide 1.0, 5 s: ${unasked}`,
      `the stage builder took 7 s for linux/arm/v7 ${saved}`,
    ],
  ],
  [
    'of one platform, which no step names',
    ['linux/arm/v7'],
    [step],
    [built],
    [
      `compiled under emulation in your Dockerfile for linux/arm/v7: tide 1.0, 5 s: ${unasked}`,
      `the stage builder took 7 s for linux/arm/v7 ${saved}`,
    ],
  ],
  ["nothing of the builder's own platform", ['linux/amd64'], [step], [built], []],
  [
    'nothing of another image',
    ['linux/arm/v7'],
    [{ ...step, target: 'other' }],
    [{ ...built, target: 'other' }],
    [],
  ],
])('says what emulation took, %s', (_, platforms, steps, builds, expected) => {
  expect(notesOf(platforms, steps, builds)).toEqual(expected);
});
