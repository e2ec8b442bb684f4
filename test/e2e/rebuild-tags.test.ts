/** Which tags move, and which do not: aliases, tags that another tool or another recipe made, several registries. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import {
  built,
  copyBase,
  go,
  moveBase,
  nothingMoved,
  openStage,
  outline,
  reasons,
  rebased,
  type Seen,
  type Stage,
  tag,
} from './rebuilding.ts';
import { copyImage, must, tagsOf } from './support.ts';

let stage: Stage;
/** The digest of the one image that is built here; the tests have it each in a repository of its own. */
let digest = '';
beforeAll(async () => {
  stage = await openStage();
  await copyBase(stage, 'bases');
  const first = await run('first');
  expect(outline(first)).toEqual({ ...built, reason: reasons.absent(image('first')) });
  digest = first.report.digest!;
  await copyImage('first', [tag], ['alias', 'same'], stage.registry.host);
});
afterAll(() => stage.stop());

const image = (name: string): string => `${stage.registry.host}/${name}:${tag}`;
const tagsIn = (name: string): Promise<Record<string, string>> => tagsOf(name, stage.registry.host);
/** What a run put into the registry. */
const puts = ({ requests }: Seen): string[] =>
  requests.filter((request) => /^(?:PUT|POST|PATCH|DELETE) /.test(request));

const run = (name: string, ...more: readonly string[]): Promise<Seen> =>
  go(stage, [
    `--image-name=${name}`,
    '--platform=linux/amd64,linux/arm64',
    '--verify=build-platform',
    `--base-registry=${stage.registry.host}/bases`,
    ...more,
  ]);

describe('aliases', () => {
  const newer = 'py3.13-slim-1.1.0';
  let newest = '';

  test('a version that is the latest now gets them, and nothing is built', async () => {
    const retagged = await run('alias', '--package-latest-version=1.0.0');
    const aliases = ['py3.13-slim-LATEST', 'py3.13-slim-1.0', 'py3.13-slim-1'];
    expect(outline(retagged)).toEqual({
      outcome: 'retagged',
      decision: 'retag',
      reason: reasons.behind(aliases, image('alias')),
      built: false,
      moved: aliases,
      ran: ['uv'],
    });
    expect(puts(retagged)).toEqual(aliases.map((alias) => `PUT /v2/alias/manifests/${alias} 201`));
    expect(await tagsIn('alias')).toEqual(Object.fromEntries([tag, ...aliases].map((one) => [one, digest])));
    expect(outline(await run('alias', '--package-latest-version=1.0.0'))).toEqual(nothingMoved);
  });

  test('a newer version takes them', async () => {
    const seen = await run('alias', '--package-version=1.1.0', '--package-latest-version=1.1.0');
    newest = seen.report.digest!;
    expect(outline(seen)).toEqual({
      ...built,
      reason: reasons.absent(`${stage.registry.host}/alias:${newer}`),
      moved: [newer, 'py3.13-slim-LATEST', 'py3.13-slim-1.1', 'py3.13-slim-1'],
    });
    expect(await tagsIn('alias')).toEqual({
      [tag]: digest,
      [newer]: newest,
      'py3.13-slim-1': newest,
      'py3.13-slim-1.0': digest,
      'py3.13-slim-1.1': newest,
      'py3.13-slim-LATEST': newest,
    });
  });

  test('an older version takes none of them back, and with force it does', async () => {
    const before = await tagsIn('alias');
    const late = await run('alias', '--package-latest-version=1.0.0');
    expect(outline(late)).toEqual(nothingMoved);
    expect(late.report.destinations.map(({ held }) => held)).toEqual([
      ['py3.13-slim-LATEST', 'py3.13-slim-1'],
    ]);
    expect(await tagsIn('alias')).toEqual(before);

    const forced = await run('alias', '--package-latest-version=1.0.0', '--force');
    expect(outline(forced)).toEqual({
      ...built,
      outcome: 'retagged',
      decision: 'retag',
      reason: reasons.same(image('alias')),
      moved: ['py3.13-slim-LATEST', 'py3.13-slim-1'],
    });
    expect(await tagsIn('alias')).toEqual({
      ...before,
      'py3.13-slim-LATEST': digest,
      'py3.13-slim-1': digest,
    });
  });
});

describe('what is there already', () => {
  test('an image that is forced, and comes out the same, stays as it is', async () => {
    const forced = await run('same', '--force');
    expect(outline(forced)).toEqual({
      ...built,
      outcome: 'kept',
      decision: 'keep',
      reason: reasons.same(image('same')),
      moved: [],
    });
    // Whether it may write is asked before it builds.
    expect(puts(forced)).toEqual([
      'POST /v2/same/blobs/uploads/ 202',
      expect.stringMatching(/^DELETE \/v2\/same\/blobs\/uploads\/\S+ 204$/),
    ]);
    expect(forced.report.digest).toBe(digest);
    expect(await tagsIn('same')).toEqual({ [tag]: digest });
  });

  test('a tag that was deleted is built again, and comes out the same', async () => {
    const { host } = stage.registry;
    const deleted = await fetch(`http://${host}/v2/same/manifests/${digest}`, { method: 'DELETE' });
    expect([deleted.status, await tagsIn('same')]).toEqual([202, {}]);
    const again = await run('same');
    expect(outline(again)).toEqual({ ...built, reason: reasons.absent(image('same')) });
    expect(await tagsIn('same')).toEqual({ [tag]: digest });
  });

  test('a released tag keeps its recipe where overwrite is false, and follows its base', async () => {
    const before = await tagsIn('same');
    const guarded = ['--overwrite=false', '--labels=org.example.team=tides'];
    const { code, report, ran } = await run('same', ...guarded);
    expect({ code, ran, problems: report.problems }).toEqual({
      code: 4,
      ran: ['uv'],
      problems: [
        {
          station: 'registry',
          about: image('same'),
          message: expect.stringMatching(
            new RegExp(
              `^${image('same')} exists with the recipe ([0-9a-f]{12}), and is wanted with the recipe (?!\\1)[0-9a-f]{12}\\. What changed: labels\\. overwrite is "false", so that a released tag keeps its recipe\\. Take the change back, give the image another name, or set overwrite to "true"\\.$`,
            ),
          ),
        },
      ],
    });
    expect(await tagsIn('same')).toEqual(before);

    await moveBase(stage, 'bases', ['linux/amd64', 'linux/arm64']);
    const followed = await run('same', '--overwrite=false');
    expect(outline(followed)).toEqual({
      ...rebased,
      reason: expect.stringMatching(/^\S+\/bases\/python:3\.13-slim moved \(\w{8} → \w{8}\)$/),
    });
    expect(await tagsIn('same')).toEqual({ [tag]: followed.report.digest });
  });

  test('an image that another tool made is built once', async () => {
    const { host } = stage.registry;
    const create = ['buildx', 'imagetools', 'create', `--tag=${image('foreign')}`];
    await must('docker', [...create, `${host}/bases/python:3.13-slim`]);
    const adopted = await run('foreign');
    expect(outline(adopted)).toEqual({
      ...built,
      reason: reasons.adopted(image('foreign')),
    });
    expect(await tagsIn('foreign')).toEqual({ [tag]: adopted.report.digest });
    expect(outline(await run('foreign'))).toEqual(nothingMoved);
  });
});

describe('two registries', () => {
  let other: TestRegistry;
  let both = '';
  beforeAll(async () => {
    other = await startRegistry();
    // The base may have moved since.
    both = (await run('first')).report.digest!;
    await copyImage('first', [tag], ['both'], stage.registry.host);
  });
  afterAll(() => other.stop());

  test('it is built once, and only the one that lacks it gets it', async () => {
    const second = await run('both', `--image-name=${other.host}/copy/both`);
    expect(outline(second)).toEqual({
      ...built,
      reason: reasons.absent(`${other.host}/copy/both:${tag}`),
    });
    expect(second.report.destinations).toEqual([
      {
        repository: `${stage.registry.host}/both`,
        decision: 'keep',
        reason: nothingMoved.reason,
        wanted: [],
        digest: both,
        existed: true,
        moved: [],
        held: [],
      },
      {
        repository: `${other.host}/copy/both`,
        decision: 'build',
        reason: reasons.absent(`${other.host}/copy/both:${tag}`),
        wanted: [tag],
        digest: both,
        existed: false,
        moved: [tag],
        held: [],
      },
    ]);
    expect(puts(second)).toEqual([]);
    expect([await tagsIn('both'), await tagsOf('copy/both', other.host)]).toEqual([
      { [tag]: both },
      { [tag]: both },
    ]);
    expect(outline(await run('both', `--image-name=${other.host}/copy/both`))).toEqual(nothingMoved);
  });

  test('what must be built for one is built for all', async () => {
    const names = ['both', `--image-name=${other.host}/late/both`] as const;
    await moveBase(stage, 'bases', ['linux/amd64', 'linux/arm64']);
    const { report, ran } = await run(...names);
    expect({
      ran,
      does: report.destinations.map(({ decision, reason, moved }) => ({ decision, reason, moved })),
    }).toEqual({
      ran: built.ran,
      does: [
        {
          decision: 'build',
          reason: expect.stringMatching(/^\S+\/bases\/python:3\.13-slim moved \(\w{8} → \w{8}\)$/),
          moved: [tag],
        },
        { decision: 'build', reason: reasons.absent(`${other.host}/late/both:${tag}`), moved: [tag] },
      ],
    });
    expect(await tagsIn('both')).toEqual(await tagsOf('late/both', other.host));
    expect(outline(await run(...names))).toEqual(nothingMoved);
  });
});
