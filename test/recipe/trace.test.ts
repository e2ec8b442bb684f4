import { expect, test } from 'vitest';
import type { ImageId } from '../../src/plan/image.ts';
import { recordAttempts, type Traced, tracedOf, traceSteps } from '../../src/recipe/trace.ts';
import type { Happening } from '../../src/report/journal.ts';
import { journalOf } from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

const spansOf = (happenings: readonly Happening[]) =>
  happenings.flatMap((one) => (one.is === 'span' ? [one.span] : []));

/** An image whose steps are traced into a journal of its own. */
const traced = (id: string, custom = false) => ({ id: id as ImageId, custom, journal: journalOf() });

/** Traces a build of these images that prints these steps, each a second long; gives the journal of the run. */
async function trace(images: readonly Traced[], names: readonly string[]) {
  const journal = journalOf();
  await traceSteps({ world: testWorld(), journal }, 'build', images, (onAttempt) => {
    const hear = onAttempt();
    names.forEach((name, index) => {
      hear(`#${index + 1} ${name}`);
      hear(`#${index + 1} DONE 1.0s`);
    });
    return Promise.resolve();
  });
  return journal;
}

/** What is noted of one image. */
async function notedOf(names: readonly string[], custom: boolean) {
  const image = traced('image', custom);
  await trace([image], names);
  return spansOf(image.journal.happenings).map(({ section, name, platform }) => [section, name, platform]);
}

const lines = [
  '[internal] load build definition from Dockerfile',
  '[image linux/arm/v7 stage-1 1/2] FROM docker.io/library/python:3.13-slim@sha256:ab',
  '[image linux/arm/v7 stage-1 2/2] RUN apt-get update',
  '[image linux/amd64->arm/v7 install 2/2] RUN --mount=type=bind,from=lock,target=/lock python3 ams/install.py',
  '[image-verify linux/arm/v7 run 2/2] RUN python3 -B /checks/verify.py',
];

test('steps of a rendered Dockerfile say what happens', async () => {
  expect(await notedOf(lines, false)).toEqual([
    ['build', 'pull python:3.13-slim for arm/v7', 'linux/arm/v7'],
    ['build', 'install the runtime packages for arm/v7', 'linux/arm/v7'],
    ['build', 'install the wheels for arm/v7', 'linux/arm/v7'],
    ['verify', 'verify linux/arm/v7', 'linux/arm/v7'],
  ]);
});

test('steps of a custom Dockerfile keep their text', async () => {
  expect(await notedOf(lines, true)).toEqual([
    ['build', 'arm/v7 stage-1 FROM docker.io/library/python:3.13-slim@sha256:ab', 'linux/arm/v7'],
    ['build', 'arm/v7 stage-1 RUN apt-get update', 'linux/arm/v7'],
    ['build', 'arm/v7 install RUN --mount=type=bind,from=lock,target=/lock python3', 'linux/arm/v7'],
    ['verify', 'verify linux/arm/v7', 'linux/arm/v7'],
  ]);
  // Where one target is built, buildx names none.
  expect(await notedOf(['[stage-1 2/2] RUN apt-get update'], true)).toEqual([
    ['build', 'stage-1 RUN apt-get update', undefined],
  ]);
});

test('a step that has no words keeps its text', async () => {
  expect(await notedOf(['[linux/arm64 image 2/2] WORKDIR /app'], false)).toEqual([
    ['build', 'arm64 image WORKDIR /app', 'linux/arm64'],
  ]);
});

test('each step of several images is noted with its own; one of none, with the run', async () => {
  const [parent, child] = [traced('parent'), traced('child', true)];
  const journal = await trace(
    [parent, child],
    [
      '[parent linux/amd64 image 1/2] FROM docker.io/library/python:3.13-slim',
      '[child-packages linux/amd64 image 1/2] FROM docker.io/library/python:3.13-slim',
      '[child linux/amd64 stage-0 2/2] RUN apt-get update',
      '[parent-verify linux/amd64 run 2/2] RUN python3 -B /checks/verify.py',
      '[other linux/amd64 stage-0 1/2] RUN make',
    ],
  );
  const named = [parent.journal, child.journal, journal].map(({ happenings }) =>
    spansOf(happenings).map(({ name }) => name),
  );
  expect(named).toEqual([
    ['pull python:3.13-slim for amd64', 'verify linux/amd64'],
    ['pull python:3.13-slim for amd64', 'amd64 stage-0 RUN apt-get update'],
    ['amd64 stage-0 RUN make'],
  ]);
});

test.each<[string, readonly string[], string | undefined, string | undefined]>([
  ['the image itself', ['a', 'b'], 'b', 'b'],
  ['what is beside it', ['a', 'b'], 'b-compiled', 'b'],
  ['no target, where one image is built', ['a'], undefined, 'a'],
  ['no target, where several are built', ['a', 'b'], undefined, undefined],
  ['a target of no image', ['a', 'b'], 'c', undefined],
  ['an image whose id begins with another one’s', ['a', 'a-b'], 'a-b-verify', 'a-b'],
])('whose target it is: %s', (_, ids, target, expected) => {
  expect(
    tracedOf(
      ids.map((id) => traced(id)),
      target,
    )?.id,
  ).toBe(expected);
});

test('a second attempt, whose steps are numbered from the beginning, is a timeline of its own', async () => {
  const image = traced('image');
  await traceSteps({ world: testWorld(), journal: journalOf() }, 'build', [image], (onAttempt) => {
    const first = onAttempt();
    first('#1 [image 1/2] RUN fetch');
    first('#1 ERROR: Connection refused');
    first('#1 DONE 7.0s');
    const second = onAttempt();
    second('#1 [compile 1/2] RUN compile');
    second('#1 DONE 3.0s');
    return Promise.resolve();
  });
  const spans = spansOf(image.journal.happenings);
  expect(spans.map(({ name, seconds }) => [name, seconds])).toEqual([
    ['image RUN fetch', 7],
    ['compile RUN compile', 3],
  ]);
});

test('what is noted until a build fails is noted', async () => {
  const image = traced('image');
  const work = traceSteps({ world: testWorld(), journal: journalOf() }, 'build', [image], (onAttempt) => {
    const hear = onAttempt();
    hear('#1 [image 1/2] RUN fetch');
    hear('#1 DONE 7.0s');
    return Promise.reject(new Error('it broke'));
  });
  await expect(work).rejects.toThrow('it broke');
  expect(spansOf(image.journal.happenings).map(({ name }) => name)).toEqual(['image RUN fetch']);
});

test('what was compiled is named with its way', () => {
  const journal = journalOf();
  const attempt = { name: 'tide', version: '1.0', began: 5, seconds: 3 };
  const native = [{ ...attempt, way: 'native' }] as const;
  const onArm = [
    { ...attempt, way: 'cross', why: 'it broke' },
    { ...attempt, way: 'emulated' },
    { ...attempt, name: 'of an earlier run', way: 'cross', began: 0 },
  ] as const;
  recordAttempts(journal, { build: 1, where: 'native', attempts: native }, 1000);
  recordAttempts(journal, { build: 2, where: 'linux/arm/v7', attempts: onArm }, 1000);
  const span = { start: 5000, seconds: 3, alone: true };
  const built = { ...span, section: 'build', platform: 'linux/arm/v7' };
  expect(journal.happenings).toEqual([
    { is: 'compiled', build: 1, where: 'native', attempts: native },
    { is: 'span', span: { ...span, section: 'lock', name: 'compile tide' } },
    { is: 'compiled', build: 2, where: 'linux/arm/v7', attempts: onArm },
    { is: 'span', span: { ...built, name: 'cross-compile tide for arm/v7' } },
    { is: 'span', span: { ...built, name: 'compile tide under emulation for arm/v7' } },
  ]);
});
