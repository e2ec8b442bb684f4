/** A run that is killed at any of its writes: what the registry holds then, and after the next run. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publish } from '../../src/publish/publish.ts';
import { type TestRegistry, startRegistry } from '../support/registry.ts';
import {
  allAt,
  allTags,
  clientOf,
  exact,
  place,
  publishing,
  release,
  standing,
  type Watch,
} from './releases.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
}, 20_000);
afterAll(() => registry.stop());

const plain = clientOf();
const before = release('1.2.2');
/** Two blobs that the older image has not, two manifests, the index, the exact tag and two aliases. */
const writes = 8;

/** Lets everything through up to one of the writes; it may still arrive, and nothing comes after it. */
function dyingAt(write: number, arrives: boolean): { readonly watch: Watch; readonly died: () => boolean } {
  let seen = 0;
  const dead = () => new Error('killed');
  const watch: Watch = async (line, send) => {
    if (seen >= write) throw dead();
    if (!line.startsWith('PUT ') || (seen += 1) < write) return send();
    if (arrives) await (await send()).arrayBuffer();
    throw dead();
  };
  return { watch, died: () => seen >= write };
}

const stations = Array.from({ length: writes }, (_, at) => at + 1).flatMap((write) => [
  [write, 'before it arrives', false] as const,
  [write, 'after it arrived', true] as const,
]);

test.each(stations)('killed at write %i, %s: run again, it completes', async (write, _, arrives) => {
  const repository = { registry: registry.host, name: `cut/app-${write}-${arrives}` };
  const image = release('1.2.3', `${write} ${arrives}`);
  await place(plain, repository, before, allTags);
  const { watch, died } = dyingAt(write, arrives);
  await expect(publish(await publishing(clientOf(watch), repository, image))).rejects.toThrow('killed');
  expect(died()).toBe(true);

  // Reading what stands there reads every manifest below a tag, and asks for every blob.
  const left = await standing(plain, repository);
  const { [exact]: released, ...aliases } = left;
  const [old, made] = [before.index.digest, image.index.digest];
  expect([old, made]).toContain(released);
  for (const digest of Object.values(aliases)) expect([old, released]).toContain(digest);
  // Of the writes the last three are of tags, in their order.
  const moved = Math.max(0, write - (writes - 3) - (arrives ? 0 : 1));
  expect(left).toEqual({ ...allAt(before), ...allAt(image, allTags.slice(0, moved)) });

  expect(await publish(await publishing(plain, repository, image))).toBe(made);
  expect(await standing(plain, repository)).toEqual(allAt(image));
});
