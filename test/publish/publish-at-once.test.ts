/** Runs publish other contents of the same tag at the same time: in the end all tags stand for one of them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { publish } from '../../src/publish/publish.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { makeContent } from '../support/content.ts';
import { type TestRegistry, startRegistry } from '../support/registry.ts';
import { clientOf, exact, latest, place, publishing, type Watch } from './releases.ts';

const plain = clientOf();
const before = makeContent({ amd64: ['before'] }, false);
/** What each run publishes; of which only the tags are what this is about, so that all else is there. */
const images = ['one', 'another'].map((layer) => makeContent({ amd64: [layer] }, false));

let registry: TestRegistry;
let repository: Repository;
beforeAll(async () => {
  registry = await startRegistry();
  repository = { registry: registry.host, name: 'at-once/app' };
  for (const image of [before, ...images]) await place(plain, repository, image, []);
}, 20_000);
afterAll(() => registry.stop());

async function reset(): Promise<void> {
  const { bytes, mediaType } = before.index;
  for (const tag of [exact, latest]) await publishTag(plain, repository, bytes, mediaType, tag);
}

/** What the exact tag and the alias stand for, each image by its number. */
async function standing(): Promise<number[]> {
  const digests = images.map(({ index }) => index.digest);
  const found = await Promise.all([exact, latest].map((tag) => plain.headManifest(repository, tag)));
  return found.map((manifest) => digests.indexOf(manifest!.digest));
}

/** One run, which does what it is told before each request. The registry fails now and then at a tag that moves. */
async function run(
  which: number,
  pause: () => Promise<unknown> | void,
  moves: string[] = [],
): Promise<Digest> {
  const watch: Watch = async (_, send) => {
    await pause();
    return send();
  };
  const under = { exact, aliases: [latest] };
  return publish(await publishing(clientOf(watch, 5), repository, images[which]!, moves, under));
}

/** Resolves `opened` once it is open. */
function gate() {
  let open!: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

/** Waits at its request of this number. Two ask for the registry and the image, the third moves the exact tag. */
const waitAt = (point: number, wait: () => Promise<void>) => {
  let count = 0;
  return () => ((count += 1) === point ? wait() : undefined);
};
const points = [3, 4, 5, 6, 7, 8, 9, 10];
test('an undisturbed run sends one request for each point', async () => {
  await reset();
  let count = 0;
  await run(0, () => void (count += 1));
  expect(count).toBe(points.at(-1));
});

test.each(points)(
  'one run waits at request %i while another runs to each of its own requests, and both end right',
  async (point) => {
    for (const stop of points) {
      await reset();
      const [mine, theirs] = [gate(), gate()];
      const moves: string[] = [];
      const one = run(
        0,
        waitAt(point, () => mine.opened),
        moves,
      ).finally(theirs.open);
      const another = run(
        1,
        waitAt(stop, () => {
          mine.open();
          return theirs.opened;
        }),
        moves,
      ).finally(mine.open);
      await Promise.all([one, another]);
      const [released, alias] = await standing();
      expect([stop, alias]).toEqual([stop, released]);
      expect(moves).toContain(`${exact} is ${images[released!]?.index.digest}`);
    }
  },
);

test('two runs at once, with random delays', async () => {
  for (let round = 0; round < 15; round += 1) {
    await reset();
    const slow = () =>
      new Promise((later) => setTimeout(later, Math.random() < 0.8 ? Math.random() * 4 : 30 * Math.random()));
    const ended: Digest[] = [];
    await Promise.all(
      images.map(async (_, which) => {
        const digest = await run(which, slow);
        ended.push(digest);
      }),
    );
    const [released, alias] = await standing();
    expect([released, alias]).toEqual([alias, released]);
    expect(ended.at(-1)).toBe(images[released!]?.index.digest);
  }
});
