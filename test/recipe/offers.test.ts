/** What pip was offered, as a published image records it and as the next run compares it. */
import { expect, test } from 'vitest';
import type { BaseFacts, Lock } from '../../src/lock/lock.ts';
import { NoSolution } from '../../src/lock/uv-errors.ts';
import type { Platform } from '../../src/names/platform.ts';
import type { CustomDockerfile } from '../../src/observe/custom-dockerfile.ts';
import type { OfferPart } from '../../src/observe/offer.ts';
import { fingerprintOf, type RecordedFacts } from '../../src/plan/fingerprint.ts';
import { lockedAsRecorded, lockOffers, recordedFacts } from '../../src/recipe/offers.ts';
import { allRequirements } from '../../src/recipe/question.ts';
import { base, file, imageOfInputs, inputsOf, policyOfInputs } from '../support/cells.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

const inputs = inputsOf({ dockerfile: 'Dockerfile', platform: 'linux/amd64' });
const image = imageOfInputs(inputs);
const part = (number: number, reference: string, requirement: string): OfferPart => ({
  context: `python-image-builder${number === 1 ? '' : `-${number}`}`,
  packages: { ...image.content.packages!, requirements: [requirement] },
  base: { ...base, reference, repository: { registry: 'docker.io', name: 'library/python' }, platforms: [] },
  lines: [],
});
const debian = part(1, 'python:3.13', 'tide');
const alpine = part(2, 'python:3.13-alpine', 'ebb');
const customOf = (usesPackages: boolean, ...parts: readonly OfferPart[]): CustomDockerfile => ({
  path: '/work/Dockerfile',
  context: '/work',
  usesPackages,
  pins: {},
  text: '',
  contextHashes: { files: '' },
  bases: [],
  offer: { parts, helpers: [] },
});
const facts = (kind: 'glibc' | 'musl', platform: Platform = 'linux/amd64'): BaseFacts => ({
  platform,
  python: '3.13.9',
  libc: { kind, version: '1' },
  distribution: { id: 'any', version: '1', codename: 'any' },
  installed: {},
});
const named = { ...facts('musl'), base: 'python:3.13-alpine' };
/** A session in whose index everything is there once, in the version of today. */
function sessionOf(version = '1.0', refused?: string) {
  const asked: string[] = [];
  const session = testSession({
    world: testWorld(),
    programs: new Proxy({}, { get: () => '' }),
    facts: () => Promise.resolve([facts('glibc')]),
    resolve: ({ packages: { requirements } }): Promise<Lock> => {
      const [name = ''] = requirements;
      asked.push(name);
      if (name === refused)
        return Promise.reject(new NoSolution([{ station: 'index', message: `no ${name}` }]));
      const wheels = [file(`${name}-${version}-py3-none-any.whl`)];
      return Promise.resolve({
        text: '',
        packages: [{ name, version, wheels }],
        resolved: 'host',
      });
    },
  });
  return { session, asked };
}

test.each<[string, CustomDockerfile, readonly RecordedFacts[], readonly string[]]>([
  ['is not asked for where an image of before knows no base', customOf(false, debian), [], []],
  ['nor where it knows only that of its packages', customOf(true, debian), [facts('glibc')], []],
  ['is asked for on the base that it knows', customOf(false, debian), [facts('glibc')], ['tide']],
  [
    'is asked for on the first of two, where the second is new',
    customOf(false, debian, alpine),
    [facts('glibc')],
    ['tide'],
  ],
  ['is asked for on both', customOf(false, debian, alpine), [facts('glibc'), named], ['tide', 'ebb']],
  [
    'is asked for beside the packages, on a base of its own',
    customOf(true, alpine),
    [facts('glibc'), named],
    ['ebb'],
  ],
  [
    'is not asked for on a platform that is given up',
    customOf(false, debian),
    [facts('glibc', 'linux/arm/v7')],
    [],
  ],
])('what pip was offered %s', async (_, custom, recorded, expected) => {
  const { session, asked } = sessionOf();
  await lockedAsRecorded({ session }, { custom }, { facts: recorded }, ['linux/amd64']);
  expect(asked).toEqual(expected);
});

test.each<[string, CustomDockerfile, readonly RecordedFacts[]]>([
  ['on two bases', customOf(false, debian, alpine), [facts('glibc'), named]],
  ['beside the packages', customOf(true, alpine), [named]],
])('what is recorded %s is what the next run compares', async (_, custom, expected) => {
  const recorded = (custom.offer?.parts ?? []).flatMap((one) =>
    recordedFacts(custom, one, [facts(one === debian ? 'glibc' : 'musl')]),
  );
  expect(recorded).toEqual(expected);
  const locked = await lockedAsRecorded(sessionOf(), { custom }, { facts: recorded }, ['linux/amd64']);
  expect(locked.map((one) => one.part)).toEqual(custom.offer?.parts);
});

/** The fingerprint of today, of an image that was published with these facts. */
async function fingerprint(recorded: readonly RecordedFacts[], version: string) {
  const custom = customOf(false, debian);
  const offers = await lockedAsRecorded(sessionOf(version), { custom }, { facts: recorded }, ['linux/amd64']);
  const requirements = allRequirements(undefined, offers);
  return fingerprintOf({
    image,
    policy: policyOfInputs(inputs),
    bases: {},
    dockerfile: custom,
    ...(requirements === undefined ? {} : { requirements }),
  });
}

test('an image of before is kept, whatever moved; from the next build on, a dependency that moves rebuilds it', async () => {
  const [before, after] = [await fingerprint([], '1.0'), await fingerprint([], '2.0')];
  expect(before).toMatchObject({ requirements: [], installs: '' });
  expect(after).toEqual(before);
  const [known, moved] = [
    await fingerprint([facts('glibc')], '1.0'),
    await fingerprint([facts('glibc')], '2.0'),
  ];
  expect([known.requirements, moved.requirements]).toEqual([['tide==1.0'], ['tide==2.0']]);
  expect(moved.installs).not.toBe(known.installs);
});

test('what cannot be resolved on one base is offered on the others', async () => {
  const { session } = sessionOf('1.0', 'tide');
  const run = runIn(session, image, policyOfInputs(inputs));
  const observed = { places: [], records: [], published: {}, custom: customOf(false, debian, alpine) };
  expect((await lockOffers(run, observed)).map((one) => one.part)).toEqual([alpine]);
  expect(session.events).toMatchObject([
    {
      is: 'note',
      text: 'what pip asks for in the Dockerfile on python:3.13 could not be resolved, so that nothing is compiled for it: no tide',
    },
  ]);
});
