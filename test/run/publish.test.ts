/** Several repositories of a real registry, which are served one after the other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Verified } from '../../src/build/verify.ts';
import type { Context } from '../../src/commands/context.ts';
import { publishAll } from '../../src/run/publish.ts';
import type { Destination } from '../../src/commands/state.ts';
import { observeImage } from '../../src/observe/observe.ts';
import { sameAs } from '../../src/decide/same.ts';
import { Failure } from '../../src/errors.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { digestOf, readContent } from '../../src/registry/manifest.ts';
import type { Fingerprint, BuildRecord } from '../../src/plan/fingerprint.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import { made as fingerprint, versionOf } from '../decide/values.ts';
import { allAt, clientOf, exact, latest, place, standing, tags, type Watch } from '../publish/releases.ts';
import { type MadeContent, makeContent } from '../support/content.ts';
import { bytesOf } from '../support/images.ts';
import { type TestRegistry, startRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
}, 20_000);
afterAll(() => registry.stop());

const plain = clientOf();
const madeOf = (changed: Partial<Fingerprint> = {}): BuildRecord => ({
  fingerprint: { ...fingerprint, ...changed },
  facts: [],
  indexes: {},
});
/** An image of one platform, which says what it was made of. */
function imageOf(layer: string, made = madeOf()): MadeContent {
  const content = makeContent({ amd64: [layer] });
  const bytes = bytesOf({ ...readContent(content.index.bytes), annotations: annotationsOfRecord(made) });
  const index = { ...content.index, bytes, digest: digestOf(bytes) };
  return { ...content, index, manifests: new Map([...content.manifests, [index.digest, index]]) };
}

let names = 0;
const fresh = (count: number): Repository[] =>
  Array.from({ length: count }, () => ({
    registry: registry.host,
    name: `commands/app-${(names += 1)}`,
  }));

/** A run that is to build the same image for each of the repositories, with what it has found out. */
async function running(at: readonly Repository[], overwrite = true, watch?: Watch) {
  const world = testWorld();
  const client = clientOf(watch);
  const destinations = await Promise.all(
    at.map(async (repository): Promise<Destination> => ({
      repository,
      observed: await observeImage(plain, repository, tags),
      decision: { do: 'build', because: { kind: 'absent' } },
      moved: [],
      held: [],
    })),
  );
  const state = { destinations, notes: [] as string[] };
  const context = {
    world,
    state,
    found: { client },
    inputs: { overwrite, rebuild: 'stale' },
    cell: { tags, version: versionOf('1.2.3') },
  } as unknown as Context;
  return { world, state, destinations, context };
}
const verifiedOf = (content: MadeContent): Verified =>
  ({ image: { tags, platforms: ['linux/amd64'] }, content, platforms: [] }) as unknown as Verified;
const problemsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof Failure ? error.problems.map(({ message }) => message) : error),
  );

test('what one repository has got is not sent to the next ones of its registry', async () => {
  const at = fresh(3);
  const puts: string[] = [];
  const watch: Watch = (line, send) => {
    if (line.startsWith('PUT ') && line.includes('/blobs/')) puts.push(line.split('/blobs/')[0]!);
    return send();
  };
  const { world, destinations, context } = await running(at, true, watch);
  const image = imageOf('one layer for all');
  await publishAll(context, destinations, verifiedOf(image));
  for (const repository of at) expect(await standing(plain, repository)).toEqual(allAt(image));
  expect(puts).toEqual(Array<string>(image.blobs.size).fill(`PUT /v2/${at[0]!.name}`));
  const pushed = world.lines.filter((text) => text.startsWith('info pushed'));
  const names_ = at.map(({ registry: host, name }) => `${host}/${name}`);
  expect(pushed.map((text) => text.replace(/\(\d+ B\)/, '(N B)'))).toEqual([
    `info pushed   ${names_[0]}: ${image.blobs.size} blobs (N B); 0 were in the registry already`,
    `info pushed   ${names_[1]}: 0 blobs (N B); ${image.blobs.size} were in the registry already`,
    `info pushed   ${names_[2]}: 0 blobs (N B); ${image.blobs.size} were in the registry already`,
  ]);
});

test.each([
  ['is not overwritten, and the next repository gets its image all the same', false],
  ['is overwritten where that is allowed', true],
])('a tag that another run moved since %s', async (_, overwrite) => {
  const at = fresh(2);
  const { destinations, context } = await running(at, overwrite);
  const [image, other] = [imageOf('mine'), imageOf('of another run')];
  await place(plain, at[0]!, other, [exact]);
  const problems = await problemsOf(publishAll(context, destinations, verifiedOf(image)));
  expect(problems).toEqual(
    overwrite
      ? []
      : [
          expect.stringContaining(
            `/${at[0]!.name}:${exact} is another one than before, and overwrite is "false". `,
          ),
        ],
  );
  const left = overwrite ? allAt(image) : allAt(other, [exact]);
  expect(await standing(plain, at[0]!)).toEqual(left);
  expect(await standing(plain, at[1]!)).toEqual(allAt(image));
});

const today = madeOf({ installs: 'd1' });
/** Nothing gets in but under a tag. */
const tagsOnly: Watch = (line, send) =>
  /^PUT .*\/manifests\/sha256:/.test(line) ? Promise.resolve(new Response('', { status: 403 })) : send();
test.each<[string, Watch | undefined, boolean]>([
  ['and that is said beside it', undefined, true],
  ['and where that cannot be said, it is a note', tagsOnly, false],
])('what was there already stays, its aliases follow it, %s', async (_, watch, said) => {
  const at = fresh(1);
  const [there, image] = [imageOf('the same'), imageOf('the same', today)];
  await place(plain, at[0]!, there, [exact]);
  const { state, destinations, context } = await running(at, true, watch);
  await publishAll(context, destinations, verifiedOf(image));
  const [destination] = destinations;
  expect(destination).toMatchObject({
    decision: { do: 'retag', because: { kind: 'identical', built: { kind: 'absent' } } },
    digest: there.index.digest,
    moved: tags.aliases,
  });
  const left: Record<string, Digest> = await standing(plain, at[0]!);
  expect([left[exact], left[latest]]).toEqual([there.index.digest, there.index.digest]);
  const found = await sameAs(plain, at[0]!, there.index.digest, today.fingerprint);
  expect(found).toEqual(said ? today : undefined);
  expect(state.notes).toEqual(
    said
      ? []
      : [
          expect.stringContaining(
            `that ${registry.host}/${at[0]!.name} holds the outcome of today's inputs could not be noted there, so that the next run builds again: `,
          ),
        ],
  );
});
