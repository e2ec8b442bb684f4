import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { moveAliases, publish } from '../../src/publish/publish.ts';
import { type Amount, type Pushed, pushContent } from '../../src/publish/push.ts';
import { type MadeContent, makeContent } from '../support/content.ts';
import { type TestRegistry, startRegistry } from '../support/registry.ts';
import {
  allAt,
  allTags,
  clientOf,
  exact,
  latest,
  major,
  place,
  publishing,
  release,
  standing,
  tags,
  type Watch,
} from './releases.ts';

let registry: TestRegistry;
beforeAll(async () => {
  registry = await startRegistry();
}, 20_000);
afterAll(() => registry.stop());

let names = 0;
const fresh = (): Repository => ({ registry: registry.host, name: `publish/app-${(names += 1)}` });
const plain = clientOf();
const problemsOf = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: unknown) => (error instanceof Failure ? error.problems : error),
  );

const image = release('1.2.3');
const told = (content: MadeContent, ...moved: string[]) =>
  moved.map((tag) => `${tag} is ${content.index.digest}`);

/** Writes down what is put, in words: `blob`, `manifest`, `index`, or the tag. */
const putsOf =
  (puts: string[]): Watch =>
  (line, send) => {
    const [, kind, name = ''] = /^PUT \S+\/(manifests|blobs)\/(.*)$/.exec(line) ?? [];
    const manifest = name === image.index.digest ? 'index' : 'manifest';
    if (kind !== undefined)
      puts.push(kind === 'blobs' ? 'blob' : name.startsWith('sha256:') ? manifest : name);
    return send();
  };

test('publishes blobs, manifests, the index, the exact tag, then aliases', async () => {
  const repository = fresh();
  const seen: string[] = [];
  const digest = await publish(await publishing(clientOf(putsOf(seen)), repository, image, seen));
  expect(seen).toEqual([
    ...Array<string>(image.blobs.size).fill('blob'),
    'manifest',
    'manifest',
    'index',
    'push',
    ...[exact, latest, major].flatMap((tag) => [tag, ...told(image, tag)]),
  ]);
  expect([digest, await standing(plain, repository)]).toEqual([image.index.digest, allAt(image)]);
});

test('gives every image of a day a tag of its own, which stays', async () => {
  const repository = fresh();
  const under = { exact, aliases: [], revisions: true } as const;
  const first = release('1.0.0');
  for (const content of [first, image, image])
    await publish(await publishing(plain, repository, content, [], under));
  expect(await standing(plain, repository)).toEqual({
    [exact]: image.index.digest,
    [`${exact}-20261127`]: first.index.digest,
    [`${exact}-20261127.2`]: image.index.digest,
  });
});

const newer = release('1.10.0');
const older = release('1.2.3rc1');
const unnamed = release('');
const strange = release('not a version');
/** What stands under `py3-LATEST` before, whether an older version is forced, and what is told and stands then. */
test.each<[string, MadeContent, boolean, string[], MadeContent]>([
  ['an older version moves', older, false, told(image, latest), image],
  ['a newer version stays', newer, false, [`${latest} stays at 1.10.0`], newer],
  ['a newer version goes back when that is forced', newer, true, told(image, latest), image],
  ['the same version of another build moves', release('1.2.3', 'again'), false, told(image, latest), image],
  ['an image that does not say its version moves', unnamed, false, told(image, latest), image],
  ['an image whose version is none moves', strange, false, told(image, latest), image],
  ['what is right already is left alone', image, false, [], image],
])('an alias: %s', async (_, before, forced, events, after) => {
  const repository = fresh();
  await place(plain, repository, before, [latest]);
  const [puts, seen]: string[][] = [[], []];
  await publish({ ...(await publishing(clientOf(putsOf(puts!)), repository, image, seen)), forced });
  expect(seen).toEqual(['push', ...told(image, exact), ...events, ...told(image, major)]);
  expect(await standing(plain, repository)).toEqual({ ...allAt(image), [latest]: after.index.digest });
  const moved = before !== after;
  expect(puts!.filter((name) => name.startsWith('py3'))).toEqual([exact, ...(moved ? [latest] : []), major]);
});

describe('moving aliases alone', () => {
  test('moves nothing and reports nothing where all aliases are right', async () => {
    const repository = fresh();
    await place(plain, repository, image, allTags);
    const seen: string[] = [];
    const request = await publishing(clientOf(putsOf(seen)), repository, image, seen);
    expect(await moveAliases({ ...request, ...tags })).toBe(image.index.digest);
    expect(seen).toEqual([]);
  });

  test('moves aliases to the exact tag, and leaves that alone', async () => {
    const repository = fresh();
    await place(plain, repository, image, [exact]);
    await place(plain, repository, older, [latest]);
    const seen: string[] = [];
    await moveAliases({ ...(await publishing(clientOf(putsOf(seen)), repository, image, seen)), ...tags });
    expect(seen).toEqual([latest, ...told(image, latest), major, ...told(image, major)]);
  });

  test('reads the exact tag back where there are no aliases', async () => {
    const repository = fresh();
    await place(plain, repository, image, [exact]);
    const request = { ...(await publishing(plain, repository, image)), exact, aliases: [] };
    expect(await moveAliases(request)).toBe(image.index.digest);
  });
});

const wrong = (repository: Repository, found: string) => [
  {
    station: 'registry',
    about: `${registry.host}/${repository.name}`,
    message: `${registry.host}/${repository.name}:${exact} ${found}. Another run may push or delete the same tag: let only one run at a time (a workflow's "concurrency"), then run again.`,
  },
];

test('reports an exact tag that is gone when it is read back', async () => {
  const repository = fresh();
  const url = `http://${registry.host}/v2/${repository.name}/manifests/${image.index.digest}`;
  const request = await publishing(
    clientOf(async (line, send) => {
      if (line === `GET /v2/${repository.name}/manifests/${exact}`) await fetch(url, { method: 'DELETE' });
      return send();
    }),
    repository,
    image,
  );
  expect(await problemsOf(publish(request))).toEqual(
    wrong(repository, 'was published, but read back it is not there'),
  );
});

test('reports an exact tag that keeps moving, and leaves aliases at what it was', async () => {
  const repository = fresh();
  const other = release('1.2.3', 'other');
  await place(plain, repository, other, []);
  let turn = 0;
  const restless = clientOf(async (line, send) => {
    if (line === `GET /v2/${repository.name}/manifests/${exact}`)
      await place(plain, repository, (turn += 1) % 2 === 0 ? image : other, [exact]);
    return send();
  });
  const work = publish(await publishing(restless, repository, image));
  expect(await problemsOf(work)).toEqual(
    wrong(repository, 'was published, but read back it changes all the time'),
  );
  expect(await standing(plain, repository)).toEqual(allAt(other));
});

const released = release('1.2.3', 'released');
const [before, after] = [released, image].map(({ index }) => index.digest);
describe('where nothing may be overwritten', () => {
  test.each<[string, MadeContent | undefined, { readonly digest: Digest | undefined }]>([
    ['what it was decided on', released, { digest: before }],
    ['nothing, as it was decided on', undefined, { digest: undefined }],
  ])('the exact tag moves from %s', async (_, stands, expected) => {
    const repository = fresh();
    if (stands !== undefined) await place(plain, repository, stands, allTags);
    const lines: string[] = [];
    const watch: Watch = (line, send) => (lines.push(line.replace(/\/v2\/.*\/manifests\//, '')), send());
    expect(await publish({ ...(await publishing(clientOf(watch), repository, image)), expected })).toBe(
      after,
    );
    expect(await standing(plain, repository)).toEqual(allAt(image));
    // It is read right before it moves.
    expect(lines.slice(lines.indexOf(`HEAD ${exact}`)).slice(0, 2)).toEqual([
      `HEAD ${exact}`,
      `PUT ${exact}`,
    ]);
  });

  const another = release('1.2.3', 'another');
  test.each<[string, MadeContent | undefined, { readonly digest: Digest | undefined }]>([
    ['another one than it was decided on', another, { digest: before }],
    ['one where there was none', another, { digest: undefined }],
    ['none where there was one', undefined, { digest: before }],
  ])('no tag moves where the exact tag stands for %s', async (_, stands, expected) => {
    const repository = fresh();
    const left = stands === undefined ? {} : allAt(stands, [exact, latest]);
    if (stands !== undefined) await place(plain, repository, stands, [exact, latest]);
    const seen: string[] = [];
    const work = publish({ ...(await publishing(plain, repository, image, seen)), expected });
    expect(await problemsOf(work)).toEqual(
      wrong(repository, 'is another one than before, and overwrite is "false"'),
    );
    expect(await standing(plain, repository)).toEqual(left);
    expect(seen).toEqual([]);
  });

  test('reads the exact tag before it moves only where it may not be overwritten', async () => {
    const repository = fresh();
    await place(plain, repository, another, [exact]);
    const lines: string[] = [];
    const watch: Watch = (line, send) => (lines.push(line), send());
    await publish(await publishing(clientOf(watch), repository, image));
    const [moves] = lines.filter((line) => line.endsWith(`/manifests/${exact}`));
    expect(moves).toBe(`PUT /v2/${repository.name}/manifests/${exact}`);
  });
});

test('reports what was uploaded after the image and before any tag moves', async () => {
  const [base, repository] = [fresh(), fresh()];
  await pushContent(plain, base, release('1.2.2'));
  const seen: unknown[] = [];
  const request = await publishing(plain, repository, image);
  const onContent = (pushed: Pushed) => seen.push(pushed);
  const onPush = () => seen.push('push');
  await publish({ ...request, mountFrom: [base], trace: { ...request.trace, onContent, onPush } });
  const sizes = [...image.blobs.values()].map(({ length }) => length);
  const total = (amounts: Record<string, Amount>) => ({
    blobs: Object.values(amounts).reduce((sum, { blobs }) => sum + blobs, 0),
    bytes: Object.values(amounts).reduce((sum, { bytes }) => sum + bytes, 0),
  });
  const [{ digest, ...amounts }, ...rest] = seen as [Pushed, ...unknown[]];
  expect([digest, total(amounts), rest]).toEqual([
    after,
    { blobs: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) },
    ['push'],
  ]);
  // What both have is lent: the configuration, and what stands for none.
  expect(amounts.mounted.blobs).toBeGreaterThan(0);
  expect(amounts.uploaded.blobs).toBeGreaterThan(0);
});

test('uploads nothing of an image that lacks a platform', async () => {
  const repository = fresh();
  const arm = makeContent({ arm64: ['arm'] });
  const seen: string[] = [];
  const watch: Watch = (line, send) => (seen.push(line), send());
  const about = `${registry.host}/${repository.name}:${exact}`;
  expect(await problemsOf(publish(await publishing(clientOf(watch), repository, arm, seen)))).toEqual([
    {
      station: 'build',
      about,
      message: `The image of ${about} was built without linux/amd64: its index holds linux/arm64. The builder cannot put all platforms into one index: name another one in the input builder.`,
    },
  ]);
  expect(seen).toEqual([]);
});

test('takes a lone manifest for that of its one platform', async () => {
  const repository = fresh();
  const lone = makeContent({ amd64: ['alone'] }, false);
  await publish(await publishing(plain, repository, lone));
  expect(await standing(plain, repository)).toEqual(allAt(lone));
});

test('mounts what another repository of the registry has', async () => {
  const [base, repository] = [fresh(), fresh()];
  await pushContent(plain, base, image);
  const puts: string[] = [];
  await publish({ ...(await publishing(clientOf(putsOf(puts)), repository, image)), mountFrom: [base] });
  expect(puts).toEqual(['manifest', 'manifest', 'index', ...allTags]);
});
