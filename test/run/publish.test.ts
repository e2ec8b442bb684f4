/** Several repositories of a real registry, which are served one after the other. */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Verified, verify } from '../../src/build/verify.ts';
import type { Decision } from '../../src/decide/decide.ts';
import { findAttachedRecord } from '../../src/decide/attached-records.ts';
import { Failure } from '../../src/errors.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { observeImage, type ObservedBase, type Present } from '../../src/observe/observe.ts';
import { lackingOf } from '../../src/observe/repository.ts';
import { annotationsOfRecord } from '../../src/plan/build-record.ts';
import type { BuildRecord, Fingerprint } from '../../src/plan/fingerprint.ts';
import type { Image } from '../../src/plan/image.ts';
import { bakeRecipe } from '../../src/recipe/bake-recipe.ts';
import { digestOf, readContent } from '../../src/registry/manifest.ts';
import type { Decided } from '../../src/run/decide.ts';
import { placesToMake, probeWrites, publishPlaces, retag } from '../../src/run/publish.ts';
import { record as fingerprint } from '../decide/values.ts';
import { allAt, clientOf, exact, latest, place, standing, tags, type Watch } from '../publish/releases.ts';
import { base, imageOfInputs, inputsOf, policyOfInputs, questionOfInputs } from '../support/cells.ts';
import { type MadeContent, makeContent } from '../support/content.ts';
import { bytesOf } from '../support/images.ts';
import { type TestRegistry, startRegistry } from '../support/registry.ts';
import { runIn, testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
}, 20_000);
afterAll(() => registry.stop());

const plain = clientOf();
const recordWith = (changed: Partial<Fingerprint> = {}): BuildRecord => ({
  fingerprint: { ...fingerprint, ...changed },
  facts: [],
  indexes: {},
});
/** An image of one platform, which says what it was made of. */
function contentWith(layer: string, record = recordWith()): MadeContent {
  const content = makeContent({ amd64: [layer] });
  const bytes = bytesOf({ ...readContent(content.index.bytes), annotations: annotationsOfRecord(record) });
  const index = { ...content.index, bytes, digest: digestOf(bytes) };
  return { ...content, index, manifests: new Map([...content.manifests, [index.digest, index]]) };
}

let names = 0;
const fresh = (count: number): Repository[] =>
  Array.from({ length: count }, () => ({
    registry: registry.host,
    name: `run/app-${(names += 1)}`,
  }));

const inputs = inputsOf({ platform: 'linux/amd64' });
const observedBase: ObservedBase = {
  ...base,
  repository: { registry: 'docker.io', name: 'library/python' },
  platforms: [{ platform: 'linux/amd64', digest: base.digest }],
};
const absent: Decided['decision'] = { do: 'build', because: { kind: 'absent' } };

/** An image that is to go to each of the repositories, with what they hold. */
async function running(
  at: readonly Repository[],
  { overwrite = true, watch }: { readonly overwrite?: boolean; readonly watch?: Watch | undefined } = {},
) {
  const world = testWorld();
  const session = testSession({ world, client: clientOf(watch) });
  const [first, ...others] = at as readonly [Repository, ...Repository[]];
  const image: Image = { ...imageOfInputs(inputs), tags, repositories: [first, ...others] };
  const run = runIn(session, image, { ...policyOfInputs(inputs), overwrite });
  const places = await Promise.all(
    at.map(async (repository): Promise<Decided> => ({
      repository,
      held: await observeImage(plain, repository, tags),
      decision: absent,
    })),
  );
  return {
    run,
    places,
    lines: world.lines,
    events: () => session.events.map(({ at: _at, image: _image, ...event }) => event),
    publish: async (content: MadeContent) =>
      publishPlaces(run, places, await verifiedOf(image, content), [observedBase.repository]),
  };
}
/** An image that nothing was looked for in. */
const verifiedOf = (image: Image, content: MadeContent): Promise<Verified> =>
  verify(testWorld(), {
    recipe: { ...bakeRecipe(questionOfInputs(inputs)), image },
    folder: '',
    platforms: [],
    strict: false,
    content: () => Promise.resolve(content),
  });
const problemsOf = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: unknown) => (error instanceof Failure ? error.problems.map(({ message }) => message) : error),
  );

test('uploads a blob once, and mounts it in the other repositories of its registry', async () => {
  const at = fresh(3);
  const puts: string[] = [];
  const watch: Watch = (line, send) => {
    if (line.startsWith('PUT ') && line.includes('/blobs/')) puts.push(line.split('/blobs/')[0]!);
    return send();
  };
  const { lines, events, publish } = await running(at, { watch });
  const image = contentWith('one layer for all');
  await publish(image);
  for (const repository of at) expect(await standing(plain, repository)).toEqual(allAt(image));
  expect(puts).toEqual(Array<string>(image.blobs.size).fill(`PUT /v2/${at[0]!.name}`));
  const { digest } = image.index;
  expect(events()).toEqual(
    at.flatMap((repository) => [
      { is: 'moving', repository },
      ...[exact, ...tags.aliases].map((tag) => ({ is: 'moved', repository, tag, digest })),
      { is: 'settled', repository, digest },
    ]),
  );
  const pushed = lines.filter((text) => text.startsWith('info pushed'));
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
  const { publish } = await running(at, { overwrite });
  const [image, other] = [contentWith('mine'), contentWith('of another run')];
  await place(plain, at[0]!, other, [exact]);
  const problems = await problemsOf(publish(image));
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

const today = recordWith({ installs: 'd1' });
/** Nothing gets in but under a tag. */
const tagsOnly: Watch = (line, send) =>
  /^PUT .*\/manifests\/sha256:/.test(line) ? Promise.resolve(new Response('', { status: 403 })) : send();
test.each<[string, Watch | undefined, boolean]>([
  ['and that is said beside it', undefined, true],
  ['and where that cannot be said, it is a note', tagsOnly, false],
])('what was there already stays, its aliases follow it, %s', async (_, watch, said) => {
  const at = fresh(1);
  const [there, image] = [contentWith('the same'), contentWith('the same', today)];
  await place(plain, at[0]!, there, [exact]);
  const { events, publish } = await running(at, { watch });
  await publish(image);
  const { digest } = there.index;
  const [repository] = at;
  const unsaid = expect.stringContaining(
    `that ${registry.host}/${at[0]!.name} holds the outcome of today's inputs could not be noted there, so that the next run builds again: `,
  ) as string;
  expect(events()).toEqual([
    ...tags.aliases.map((tag) => ({ is: 'moved', repository, tag, digest })),
    { is: 'settled', repository, digest },
    {
      is: 'decided',
      repository,
      decision: { do: 'retag', because: { kind: 'identical', built: { kind: 'absent' } } },
    },
    ...(said ? [] : [{ is: 'note', text: unsaid }]),
  ]);
  const left: Record<string, Digest> = await standing(plain, at[0]!);
  expect([left[exact], left[latest]]).toEqual([there.index.digest, there.index.digest]);
  const found = await findAttachedRecord(plain, at[0]!, there.index.digest, today.fingerprint);
  expect(found).toEqual(said ? today : undefined);
});

test('what was there already, with all its tags, is kept', async () => {
  const at = fresh(1);
  const there = contentWith('the same');
  await place(plain, at[0]!, there, [exact, ...tags.aliases]);
  const { events, publish } = await running(at);
  await publish(there);
  const [repository] = at;
  expect(events()).toEqual([
    { is: 'settled', repository, digest: there.index.digest },
    {
      is: 'decided',
      repository,
      decision: { do: 'keep', because: { kind: 'identical', built: { kind: 'absent' } } },
    },
  ]);
});

test('what became too old is published anew, although it is the same', async () => {
  const at = fresh(1);
  const [there, image] = [contentWith('the same'), contentWith('the same', today)];
  await place(plain, at[0]!, there, [exact]);
  const { run, places } = await running(at);
  const decision: Decided['decision'] = { do: 'build', because: { kind: 'expired', greatest: 60 } };
  const expired = places.map((one) => ({ ...one, decision }));
  await publishPlaces(run, expired, await verifiedOf(run.image, image), [observedBase.repository]);
  expect(await standing(plain, at[0]!)).toEqual(allAt(image));
});

test('what lost its attestation and a layer is published anew, although it is the same', async () => {
  const at = fresh(1);
  const there = contentWith('lost by a clean-up');
  await place(plain, at[0]!, there, [exact]);
  const [child, attestation] = readContent(there.index.bytes).manifests!;
  const [layer] = readContent(there.manifests.get(child!.digest)!.bytes).layers!;
  await plain.deleteManifest(at[0]!, attestation!.digest);
  await rm(registry.blobPath(layer!.digest));
  const { run, places } = await running(at);
  const lacking = await lackingOf(plain, at[0]!, there.index);
  expect(lacking).toEqual([attestation!.digest, layer!.digest]);
  const incomplete = places.map((one) => ({
    ...one,
    held: { ...(one.held as Present), lacking },
    decision: { do: 'build', because: { kind: 'incomplete', lacking } } as const,
  }));
  const image = contentWith('lost by a clean-up', today);
  await publishPlaces(run, incomplete, await verifiedOf(run.image, image), [observedBase.repository]);
  expect(await standing(plain, at[0]!)).toEqual(allAt(image));
  expect(await lackingOf(plain, at[0]!, image.index)).toEqual([]);
});

/** What is decided for one repository after the other. */
const decisions: readonly Exclude<Decision, { readonly do: 'refuse' }>[] = [
  absent,
  { do: 'rebase', because: { kind: 'base-moved', moves: [] } },
  { do: 'retag', because: { kind: 'tag-behind', tags: [latest] } },
  { do: 'keep', because: { kind: 'exists' } },
];
const decidedFor = (places: readonly Decided[]): Decided[] =>
  places.map((one, index) => ({ ...one, decision: decisions[index]! }));

test('asks for leave to push only where something is made, and says every refusal', async () => {
  const at = fresh(4);
  const posts: string[] = [];
  const watch: Watch = (line, send) => {
    if (!line.startsWith('POST ')) return send();
    posts.push(line);
    return Promise.resolve(new Response('', { status: 403 }));
  };
  const { run, places } = await running(at, { watch });
  const decided = decidedFor(places);
  const problems = await problemsOf(probeWrites(run, decided));
  const made = at.slice(0, 2).map(({ name }) => name);
  expect({ problems, posts, made: placesToMake(decided).map(({ repository }) => repository.name) }).toEqual({
    problems: made.map((name) => expect.stringContaining(`${registry.host}/${name}`) as string),
    posts: made.map((name) => `POST /v2/${name}/blobs/uploads/`),
    made,
  });
});

test('moves tags only where nothing else is done', async () => {
  const at = fresh(4);
  const there = contentWith('the same');
  for (const repository of at) await place(plain, repository, there, [exact]);
  const { run, places, events } = await running(at);
  await retag(run, decidedFor(places));
  const { digest } = there.index;
  const repository = at[2]!;
  expect(events()).toEqual([
    ...tags.aliases.map((tag) => ({ is: 'moved', repository, tag, digest })),
    { is: 'settled', repository, digest },
  ]);
  expect(await standing(plain, at[0]!)).toEqual(allAt(there, [exact]));
  expect(await standing(plain, at[2]!)).toEqual(allAt(there));
});
