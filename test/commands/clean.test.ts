/** Clean-ups of a real registry, of one in memory, and of GitHub's. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { clean, type CleanRequest } from '../../src/commands/clean.ts';
import type { CleanRule } from '../../src/decide/clean-rule.ts';
import type { Digest, Repository } from '../../src/names/reference.ts';
import { Interrupted, type World } from '../../src/ports.ts';
import { pushContent } from '../../src/publish/push.ts';
import { attach } from '../../src/registry/attach.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { digestOf, readContent } from '../../src/registry/manifest.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { cleanText } from '../../src/report/clean.ts';
import { type MadeManifest, now, randomManifests } from '../decide/repositories.ts';
import { type MadeContent, makeContent } from '../support/content.ts';
import { routed } from '../support/faults.ts';
import { bytesOf, pushImage, tag } from '../support/images.ts';
import { lackingIn, type MemoryRegistry, startMemoryRegistry } from '../support/memory-registry.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld, type TestWorld } from '../support/world.ts';

const rule = (more: Partial<CleanRule>): CleanRule => ({ untagged: false, keepTags: [], ...more });
const keepOne = rule({ keep: 1 });

/** In this world it is the day that the ages of made manifests count from. */
function worldThen(more: Partial<World> = {}): TestWorld {
  const world = testWorld();
  return { ...world, clock: { ...world.clock, now: () => now }, ...more };
}

describe('a registry', () => {
  let registry: TestRegistry;
  beforeAll(async () => {
    registry = await startRegistry();
  }, 20_000);
  afterAll(() => registry.stop());

  const client = new RegistryClient(testWorld());
  let names = 0;
  const fresh = (): Repository => ({ registry: registry.host, name: `clean/app-${(names += 1)}` });

  /** An image that says the year in which it was made. */
  function imageOf(year: number, ...layers: readonly string[]): MadeContent {
    const made = makeContent({ amd64: ['shared'], arm64: layers });
    const annotations = { 'org.opencontainers.image.created': `${year}-01-01T00:00:00Z` };
    const bytes = bytesOf({ ...readContent(made.index.bytes), annotations });
    return { ...made, index: { ...made.index, bytes, digest: digestOf(bytes) } };
  }
  const [older, newer] = [imageOf(2020, 'older'), imageOf(2024, 'newer')];

  async function push(
    repository: Repository,
    { index, ...content }: MadeContent,
    ...tags: readonly string[]
  ) {
    await pushContent(client, repository, { ...content, index });
    for (const name of tags) await publishTag(client, repository, index.bytes, index.mediaType, tag(name));
    return attach(client, repository, {
      subject: index,
      artifactType: 'application/vnd.example.signature',
      annotations: { of: index.digest },
    });
  }
  async function filled(): Promise<Repository> {
    const repository = fresh();
    await push(repository, older, '1.0', '1');
    await push(repository, newer, '2.0', 'latest');
    await pushImage(client, repository, ['a wheel'], tag('wheels-demo-1'));
    return repository;
  }
  const run = (repository: Repository, more: Partial<CleanRequest>, world: Partial<World> = {}) =>
    clean(
      { ...testWorld(), ...world },
      { repositories: [repository], rule: keepOne, yes: true, dryRun: false, ...more },
    );
  const tagsOf = async (repository: Repository) =>
    ((await client.listTags(repository)) ?? []).filter((name) => !name.startsWith('sha256-')).toSorted();
  const isThere = async (repository: Repository, digest: Digest) =>
    (await client.headManifest(repository, digest)) !== undefined;
  const deletions = () => registry.requests().filter((line) => line.startsWith('DELETE')).length;
  const all = ['1', '1.0', '2.0', 'latest', 'wheels-demo-1'];

  test('loses what only an old image needs: its own platform, attestations and signature', async () => {
    const repository = await filled();
    const { report } = await run(repository, {});
    const [amd64, arm64] = readContent(older.index.bytes).manifests!.map(({ digest }) => digest);
    expect(report.problems).toEqual([]);
    expect(cleanText(report)).toBe(`${registry.host}/${repository.name}: 5 manifests removed\n`);
    expect(await tagsOf(repository)).toEqual(['2.0', 'latest', 'wheels-demo-1']);
    expect([await isThere(repository, amd64!), await isThere(repository, arm64!)]).toEqual([true, false]);
    const checked = await check(testWorld(), { repositories: [repository] });
    expect(checked.problems).toEqual([]);
    expect(checked.repositories[0]).toMatchObject({ tags: 4, manifests: 8 });
    expect((await run(repository, {})).report.outcome).toBe('nothing');
  });

  test('of which only a list is wanted: nothing is removed', async () => {
    const repository = await filled();
    const before = deletions();
    const { report } = await run(repository, { dryRun: true, yes: false });
    expect(cleanText(report)).toBe(
      `  What  Digest               Made        Tags
  goes  ${older.index.digest.slice(0, 19)}  2020-01-01  1, 1.0
${registry.host}/${repository.name}: 1 of 3 images goes; besides 2 manifests that only they need, 2 manifests attached to what goes
`,
    );
    expect([report.outcome, deletions() - before, await tagsOf(repository)]).toEqual(['listed', 0, all]);
  });

  test.each([
    ['y', 'removed', ['2.0', 'latest', 'wheels-demo-1']],
    [' YES ', 'removed', ['2.0', 'latest', 'wheels-demo-1']],
    ['n', 'declined', all],
    ['', 'declined', all],
    ['yesterday', 'declined', all],
  ] as const)('at a terminal shows the list, asks, and after %j it is %s', async (answer, outcome, left) => {
    const repository = await filled();
    const world = testWorld();
    const asked: string[] = [];
    const ask = (question: string) => {
      asked.push(...world.lines, question);
      return Promise.resolve(answer);
    };
    const { report } = await run(repository, { yes: false }, { ...world, ask });
    expect([report.outcome, await tagsOf(repository)]).toEqual([outcome, left]);
    expect(asked).toEqual([
      expect.stringContaining('1 of 3 images goes'),
      'Remove 5 manifests for good? [y/N] ',
    ]);
  });

  test('without a terminal and without yes is not even read', async () => {
    const before = registry.requests().length;
    const { report } = await run(fresh(), { yes: false });
    expect({ report, requests: registry.requests().length - before }).toEqual({
      report: {
        outcome: 'failed',
        repositories: [],
        problems: [
          {
            station: 'input',
            about: 'yes',
            message:
              'There is no terminal to ask at, and nothing is removed unasked: look with --dry-run what goes, then give --yes.',
          },
        ],
      },
      requests: 0,
    });
  });

  test.each<readonly [string, (repository: Repository) => Promise<unknown>]>([
    ['came', (repository) => push(repository, older, 'again')],
    ['moved', (repository) => push(repository, older, 'latest')],
    ['went', (repository) => client.deleteManifest(repository, newer.index.digest)],
  ])('of which a tag %s while the terminal was asked loses nothing', async (_, change) => {
    const repository = await filled();
    const ask = async () => {
      await change(repository);
      return 'y';
    };
    const before = deletions();
    const { report } = await run(repository, { yes: false }, { ask });
    const own = _ === 'went' ? 1 : 0;
    expect(deletions() - before).toBe(own);
    expect(report.problems.map(({ message }) => message)).toEqual([
      `The tags of ${registry.host}/${repository.name} changed since they were listed, and nothing was removed. Run again, best while nothing is pushed there.`,
    ]);
  });

  test('that does not exist is a problem, and another one is left alone', async () => {
    const [there, absent] = [await filled(), fresh()];
    const { report } = await run(there, { repositories: [there, absent] });
    expect(report).toMatchObject({ outcome: 'failed', repositories: [] });
    expect(report.problems[0]?.message).toContain(`There is no repository ${registry.host}/${absent.name}`);
    expect(await tagsOf(there)).toEqual(all);
  });
});

describe('a registry in memory', () => {
  let server: MemoryRegistry | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  const made: Readonly<Record<string, MadeManifest>> = {
    new: { tags: ['new'], age: 1, children: ['shared'] },
    old: { tags: ['old'], age: 90, children: ['shared', 'own'] },
    other: { tags: ['other'], age: 91, children: ['part'] },
    shared: {},
    own: {},
    part: {},
  };
  const request = (host: string, more: Partial<CleanRequest> = {}): CleanRequest => ({
    repositories: [{ registry: host, name: 'owner/app' }],
    rule: keepOne,
    yes: true,
    dryRun: false,
    ...more,
  });
  const namesLeft = (): string[] =>
    Object.keys(made).filter((name) => server!.manifests.has(server!.digestBy(name)));
  const deleted = (): number => server!.lines.filter((line) => line.startsWith('DELETE')).length;

  test('that does not remove one image keeps its parts, and loses the others', async () => {
    server = await startMemoryRegistry(made);
    const old = server.digestBy('old');
    server.refuse = (line) => (line === `DELETE /v2/owner/app/manifests/${old}` ? 400 : undefined);
    const { report } = await clean(worldThen(), request(server.host));
    expect(namesLeft()).toEqual(['new', 'old', 'shared', 'own']);
    expect(report.problems.map(({ message }) => message)).toEqual([expect.stringContaining('answered 400')]);
    expect(cleanText(report)).toBe(`${server.host}/owner/app: 2 manifests removed, 2 not\n`);
  });

  test.each([405, 403])('that answers %d to deletions is asked no more than at once', async (status) => {
    const many = Array.from({ length: 20 }, (_, at) => [`many ${at}`, { tags: [`m${at}`], age: 100 + at }]);
    server = await startMemoryRegistry({ ...made, ...Object.fromEntries(many) });
    server.refuse = (line) => (line.startsWith('DELETE') ? status : undefined);
    const { report } = await clean(worldThen(), request(server.host));
    expect([report.outcome, report.problems.length > 0, deleted() <= 4]).toEqual(['failed', true, true]);
  });

  test('of which a manifest cannot be read loses nothing', async () => {
    server = await startMemoryRegistry(made);
    const part = server.digestBy('part');
    server.refuse = (line) => (line.endsWith(part) ? 403 : undefined);
    const { report } = await clean(worldThen(), request(server.host));
    expect([report.outcome, deleted(), namesLeft().length]).toEqual(['failed', 0, 6]);
  });

  test('keeps what was not removed when it is interrupted, and the report says what was', async () => {
    server = await startMemoryRegistry(made);
    const world = worldThen();
    const interrupted = new Interrupted('SIGINT');
    const own = server.digestBy('own');
    const fetch: World['fetch'] = (url, init) =>
      init?.method === 'DELETE' && String(url).endsWith(own)
        ? Promise.reject(new Error('aborted'))
        : world.fetch(url, init);
    const clock = { ...world.clock, sleep: () => Promise.reject(interrupted) };
    const cleaned = await clean({ ...world, fetch, clock }, request(server.host));
    expect(cleaned.interrupted).toBe(interrupted);
    expect(cleaned.report.outcome).toBe('failed');
    expect(cleaned.report.repositories[0]?.removed).toEqual(
      expect.arrayContaining([server.digestBy('old'), server.digestBy('other')]),
    );
    expect(namesLeft()).toContain('own');
  });

  test('with hundreds of manifests at random lacks nothing afterwards that it did not lack before', async () => {
    server = await startMemoryRegistry(randomManifests(400, 7));
    const [size, lacked] = [server.manifests.size, lackingIn(server)];
    const { report } = await clean(worldThen(), request(server.host, { rule: rule({ keep: 20 }) }));
    expect(report.problems).toEqual([]);
    const { images, removed } = report.repositories[0]!;
    expect(size - server.manifests.size).toBe(removed.length);
    expect(removed.length).toBeGreaterThan(100);
    expect(images.filter(({ stays }) => stays === 'newest').length).toBeGreaterThanOrEqual(20);
    expect([...lackingIn(server)].filter((digest) => !lacked.has(digest))).toEqual([]);
  });
});

describe('ghcr.io', () => {
  let server: MemoryRegistry;
  afterEach(() => server.stop());
  const made: Readonly<Record<string, MadeManifest>> = {
    new: { tags: ['new'], age: 3, children: ['shared'] },
    old: { tags: ['old'], age: 90, children: ['shared', 'own'] },
    shared: { age: 90 },
    own: { age: 90 },
    replaced: { age: 40, children: ['part'] },
    part: { age: 40 },
    pushed: { age: 0.1 },
    ...Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`loose ${at}`, { age: 50 }])),
  };
  const login = { registry: 'ghcr.io', username: 'ada', password: 'token' };
  async function cleanGitHub(
    more: Partial<CleanRequest>,
    refuse: MemoryRegistry['refuse'] = () => undefined,
  ) {
    server = await startMemoryRegistry(made);
    server.refuse = refuse;
    const { report } = await clean(routed(worldThen(), server as never), {
      repositories: [{ registry: 'ghcr.io', name: 'owner/app' }],
      rule: keepOne,
      yes: true,
      dryRun: false,
      login,
      ...more,
    });
    const left = Object.keys(made).filter((name) => server.manifests.has(server.digestBy(name)));
    const asked = server.lines.filter((line) => line.startsWith('DELETE'));
    return { report, left: left.filter((name) => !name.startsWith('loose')), loose: left.length, asked };
  }

  test('loses old images as versions of the package, and no version that the rule does not name', async () => {
    const { report, left, asked } = await cleanGitHub({});
    expect(report.problems).toEqual([]);
    expect(left).toEqual(['new', 'shared', 'replaced', 'part', 'pushed']);
    expect(asked).toEqual([
      expect.stringMatching(
        /^DELETE api\.github\.com\/orgs\/owner\/packages\/container\/app\/versions\/\d+$/,
      ),
      expect.stringMatching(
        /^DELETE api\.github\.com\/orgs\/owner\/packages\/container\/app\/versions\/\d+$/,
      ),
    ]);
  });

  test('loses all versions without a tag of all pages, but young ones and those that are needed', async () => {
    const { report, left, loose } = await cleanGitHub({ rule: rule({ untagged: true }) });
    expect(report.problems).toEqual([]);
    expect([left, loose]).toEqual([['new', 'old', 'shared', 'own', 'pushed'], 5]);
  });

  test.each<readonly [string, string, number, RegExp, number]>([
    [
      'lists nothing to this user',
      'GET api.github.com/orgs',
      403,
      /GitHub's API answered 403 \(Not today\.\)\. A job/,
      0,
    ],
    ['lets this user delete nothing', 'DELETE api.github.com', 403, /answered 403 .* packages: write/, 2],
  ])('that %s: it is said what is needed', async (_, start, status, message, most) => {
    const { report, asked } = await cleanGitHub({}, (line) => (line.startsWith(start) ? status : undefined));
    expect(report.problems.map((problem) => problem.message)).toEqual([expect.stringMatching(message)]);
    expect(asked.length).toBeLessThanOrEqual(most);
  });

  test('is asked again after an answer that is temporary, and not where a version is gone already', async () => {
    let answers = 0;
    const { report, left } = await cleanGitHub({}, (line) => {
      if (!line.startsWith('DELETE')) return undefined;
      answers += 1;
      return [502, undefined, 404][answers - 1];
    });
    expect([report.problems, left.includes('old')]).toEqual([[], false]);
  });

  test('whose list is none loses nothing', async () => {
    server = await startMemoryRegistry(made);
    const world = routed(worldThen(), server as never);
    const fetch: World['fetch'] = (url, init) =>
      String(url).includes('/versions?')
        ? Promise.resolve(Response.json([{ message: 'Log in first.' }]))
        : world.fetch(url, init);
    const { report } = await clean(
      { ...world, fetch },
      {
        repositories: [{ registry: 'ghcr.io', name: 'owner/app' }],
        rule: keepOne,
        yes: true,
        dryRun: false,
        login,
      },
    );
    expect(report.problems.map(({ message }) => message)).toEqual([
      "ghcr.io/owner/app: GitHub's API sent a list that cannot be read.",
    ]);
  });

  test('without a login is not asked', async () => {
    server = await startMemoryRegistry(made);
    const { report } = await clean(routed(worldThen(), server as never), {
      repositories: [{ registry: 'ghcr.io', name: 'owner/app' }],
      rule: keepOne,
      yes: true,
      dryRun: false,
    });
    expect([report.problems.length, server.lines]).toEqual([1, []]);
    expect(report.problems[0]!.message).toContain(
      "ghcr.io/owner/app: GitHub's API asks for a login. A job's token",
    );
  });
});
