/** Releases of images in a real registry: by the command line, by the action, and where a run is killed between two tags. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RegistryClient } from '../../src/registry/client.ts';
import { publishTag } from '../../src/registry/publish-tag.ts';
import { pushContent } from '../../src/publish/push.ts';
import type { ReleaseReport } from '../../src/report/release.ts';
import { makeContent } from '../support/content.ts';
import { tag as tagOf } from '../support/images.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { testWorld } from '../support/world.ts';
import { runAction } from './action-runner.ts';
import { type Counter, startCounter } from './counter.ts';
import { type Gate, startGate } from './gate.ts';
import { cli, copyImage, type Done, fresh, missingOf, registry, runImage, start, tagsOf } from './support.ts';

const client = new RegistryClient(testWorld());

/** Publishes images under a tag, each of two platforms and with attestations. Gives their digests, by name. */
async function publish(prefix: string, names: readonly string[], version: string, tag = 'main') {
  const digests: Record<string, string> = {};
  for (const name of names) {
    const repository = { registry, name: `${prefix}/${name}` };
    const layer = (platform: string): string[] => [`${prefix} ${name} ${version} for ${platform}`];
    const content = makeContent({ amd64: layer('amd64'), arm64: layer('arm64') });
    await pushContent(client, repository, content, { mountFrom: [] });
    const { bytes, mediaType } = content.index;
    digests[name] = await publishTag(client, repository, bytes, mediaType, tagOf(tag));
  }
  return digests;
}

/** The digest of a tag in each repository that has it, by name. */
async function digestsAt(prefix: string, names: readonly string[], tag: string) {
  const found = await Promise.all(
    names.map(async (name) => [name, (await tagsOf(`${prefix}/${name}`))[tag]] as const),
  );
  return Object.fromEntries(found.filter(([, digest]) => digest !== undefined));
}

const reportOf = ({ stdout, stderr }: Done): ReleaseReport => {
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as ReleaseReport;
};

describe('the command line', () => {
  const prefix = fresh('release');
  const names = ['app', 'base'];
  let folder: string;
  let counter: Counter;
  let first: Record<string, string>;
  let second: Record<string, string>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'e2e-release-'));
    for (const name of names) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'Dockerfile'), 'FROM scratch\n');
    }
    counter = await startCounter(registry);
    first = await publish(prefix, names, 'first');
  });
  afterAll(async () => {
    await counter.stop();
    rmSync(folder, { recursive: true });
  });

  /** A command of the page, with the names of this test. */
  const run = async (which: RegExp, more: Readonly<Record<string, string>> = {}) => {
    const command = commandOn('docs/release.md', which, {
      'ghcr.io': counter.host,
      'example/images': prefix,
      ...more,
    });
    const done = await cli([...argumentsOf(command), '--json'], { cwd: folder });
    return { ...reportOf(done), code: done.code };
  };
  const released = / v0\.1\.1 --tags stable$/;

  test('says what a release would do, and does nothing', async () => {
    const { outcome, code } = await run(/ v0\.1\.1 .* --dry-run$/);
    expect([outcome, code]).toEqual(['planned', 0]);
    expect(await digestsAt(prefix, names, 'v0.1.1')).toEqual({});
  });

  test('releases all images of the tree, and pulls nothing', async () => {
    counter.take();
    const { outcome, code } = await run(released, { 'v0.1.1': 'v0.1.0' });
    expect([outcome, code]).toEqual(['released', 0]);
    expect(await digestsAt(prefix, names, 'v0.1.0')).toEqual(first);
    expect(await digestsAt(prefix, names, 'stable')).toEqual(first);
    const asked = counter.take();
    // Uploads are begun, and cancelled, to see whether they are allowed.
    const others = asked.filter((line) => !/ \/v2\/(?:\S+\/manifests\/\S+)?$/.test(line));
    expect(others.filter((line) => !/^(?:POST|DELETE) \S+\/blobs\/uploads\//.test(line))).toEqual([]);
    expect(asked.filter((line) => line.startsWith('PUT '))).toHaveLength(4);
  });

  test('moves stable on with the next release, and leaves the older one', async () => {
    second = await publish(prefix, names, 'second');
    expect((await run(released)).outcome).toBe('released');
    expect(await digestsAt(prefix, names, 'v0.1.0')).toEqual(first);
    expect(await digestsAt(prefix, names, 'v0.1.1')).toEqual(second);
    expect(await digestsAt(prefix, names, 'stable')).toEqual(second);
    expect((await run(released)).outcome).toBe('unchanged');
  });

  test('refuses to move a released tag, and moves no other one', async () => {
    const third = await publish(prefix, ['base'], 'third');
    const { code, problems } = await run(released);
    expect({ code, problems }).toEqual({
      code: 4,
      problems: [
        {
          station: 'registry',
          about: `${counter.host}/${prefix}/base`,
          message: `${counter.host}/${prefix}/base:v0.1.1 is ${second['base']} already, and "main" is ${third['base']}. A released tag stays where it is: release under another tag, or move this one with force.`,
        },
      ],
    });
    expect(await digestsAt(prefix, names, 'stable')).toEqual(second);
  });

  test('moves stable back to an older release', async () => {
    expect((await run(/ v0\.1\.0 --tags stable$/)).outcome).toBe('released');
    expect(await digestsAt(prefix, names, 'stable')).toEqual(first);
    expect(await digestsAt(prefix, names, 'v0.1.1')).toEqual(second);
  });

  test('finds a manifest that a clean-up removed', async () => {
    const name = `${prefix}/app`;
    const index = await client.getManifest({ registry, name }, tagOf('v0.1.1'));
    const { manifests } = JSON.parse(Buffer.from(index!.bytes).toString()) as {
      manifests: { digest: string }[];
    };
    const gone = manifests[1]!.digest;
    const removed = await fetch(`http://${registry}/v2/${name}/manifests/${gone}`, { method: 'DELETE' });
    expect(removed.status).toBe(202);
    const { code, problems } = await run(released, { 'v0.1.1': 'v9', main: 'v0.1.1' });
    expect(code).toBe(4);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining(`app:v0.1.1 is not whole: the registry no longer has ${gone} (linux/arm64).`),
    ]);
    expect(await digestsAt(prefix, names, 'v9')).toEqual({});
  });
});

test('an image that was released is whole, and runs', async () => {
  const prefix = fresh('release-whole');
  await copyImage('library/python', ['3.13-alpine'], [`${prefix}/python`]);
  const done = await cli([
    'release',
    '--json',
    `--registry=${registry}`,
    `--image-name=${prefix}/python`,
    '--images=.',
    '--from=3.13-alpine',
    '--tag=v1',
  ]);
  expect(reportOf(done).outcome).toBe('released');
  expect(await missingOf(`${prefix}/python`, 'v1')).toEqual([]);
  const said = await runImage(`${registry}/${prefix}/python:v1`, 'linux/amd64', ['python3', '--version']);
  expect(said).toMatch(/^Python 3\.13/);
});

describe('a run that is killed', () => {
  const names = Array.from({ length: 6 }, (_, at) => `image${at}`);
  let gate: Gate;
  beforeAll(async () => {
    gate = await startGate(registry);
  });
  afterAll(() => gate.close());

  const args = (prefix: string) => [
    'release',
    '--json',
    `--registry=${gate.host}`,
    `--image-name=${prefix}`,
    `--images=${names.join(' ')}`,
    '--from=main',
    '--tag=v1',
    '--tags=stable',
  ];
  /** Kills a run before the nth write of a tag. */
  async function killAt(prefix: string, tag: string, nth: number): Promise<void> {
    gate.open({
      at: new RegExp(`^PUT \\S+/manifests/${tag} `),
      nth,
      when: 'asked',
      act: () => {
        running.kill();
        return 'shut';
      },
    });
    const running = start(args(prefix));
    const { code, stderr } = await running.ended;
    if (code !== null) throw new Error(`it ended without, with ${code}:\n${stderr}`);
  }

  test('between two images has moved some, and nothing symbolic; the next runs complete it', async () => {
    const prefix = fresh('release-killed');
    const digests = await publish(prefix, names, 'first');
    // Four images are written at once, so one of them has its tag when the fifth is asked for.
    await killAt(prefix, 'v1', 5);
    const half = await digestsAt(prefix, names, 'v1');
    expect(digests).toMatchObject(half);
    expect(Object.keys(half).length).toBeGreaterThan(0);
    expect(Object.keys(half).length).toBeLessThan(names.length);
    expect(await digestsAt(prefix, names, 'stable')).toEqual({});

    await killAt(prefix, 'stable', 5);
    expect(await digestsAt(prefix, names, 'v1')).toEqual(digests);
    const symbolic = await digestsAt(prefix, names, 'stable');
    expect(digests).toMatchObject(symbolic);
    expect(Object.keys(symbolic).length).toBeGreaterThan(0);
    expect(Object.keys(symbolic).length).toBeLessThan(names.length);

    gate.open();
    const report = reportOf(await cli(args(prefix)));
    expect(report.images.map(({ tags }) => tags[0]!.outcome)).toEqual(names.map(() => 'there'));
    expect(report.outcome).toBe('released');
    expect(await digestsAt(prefix, names, 'stable')).toEqual(digests);
  });

  test('is refused where the branch has moved on since, and completed with force', async () => {
    const prefix = fresh('release-moved-on');
    await publish(prefix, names, 'first');
    await killAt(prefix, 'v1', 5);
    const half = await digestsAt(prefix, names, 'v1');
    const digests = await publish(prefix, names, 'second');
    gate.open();
    const refused = await cli(args(prefix));
    expect(refused.code).toBe(4);
    expect(reportOf(refused).problems).toHaveLength(Object.keys(half).length);
    expect(await digestsAt(prefix, names, 'v1')).toEqual(half);
    expect(reportOf(await cli([...args(prefix), '--force'])).outcome).toBe('released');
    expect(await digestsAt(prefix, names, 'v1')).toEqual(digests);
  });
});

describe('the action', () => {
  const names = ['app', 'base'];
  const checkout = { 'app/Dockerfile': 'FROM scratch', 'base/Dockerfile': 'FROM scratch' };
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'e2e-release-event-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** A step of a workflow that a release set off. */
  function step(repository: string, inputs: Readonly<Record<string, string>>, release: object) {
    const path = join(folder, 'event.json');
    const [owner, name] = repository.split('/');
    writeFileSync(
      path,
      JSON.stringify({
        action: 'published',
        repository: { name, owner: { login: owner }, default_branch: 'main' },
        release: { tag_name: 'v0.1.1', target_commitish: 'main', prerelease: false, ...release },
      }),
    );
    const env = {
      GITHUB_EVENT_NAME: 'release',
      GITHUB_EVENT_PATH: path,
      GITHUB_REF: 'refs/tags/v0.1.1',
    };
    return runAction({ registry, ...inputs }, { action: 'release', repository, checkout, env });
  }

  test('needs no input on a published release, and says what it moved', async () => {
    const prefix = fresh('Release-Action').replace('e2e', 'E2E');
    const lower = prefix.toLowerCase();
    const digests = await publish(lower, names, 'first');
    const { code, stdout, outputs, summary } = await step(prefix, {}, {});
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining('Released v0.1.1 from main'),
    });
    expect(await digestsAt(lower, names, 'v0.1.1')).toEqual(digests);
    const image = (name: string): string => `${registry}/${lower}/${name}`;
    expect({ ...outputs, images: JSON.parse(outputs['images']!) as unknown, metadata: '' }).toEqual({
      tag: 'v0.1.1',
      push_executed: 'true',
      metadata: '',
      images: names.map((name) => ({
        name: image(name),
        outcome: 'released',
        image: `${image(name)}@${digests[name]}`,
        tags: [`${image(name)}:v0.1.1`],
        reason: 'v0.1.1: new',
      })),
    });
    expect(summary).toContain('## ✅ Released v0.1.1 from main: 2 images');
  });

  test('moves the tags of a pre-release, and leaves the symbolic ones', async () => {
    const prefix = fresh('release-next');
    const digests = await publish(prefix, names, 'first');
    const before = await publish(prefix, names, 'before', 'stable');
    const inputs = { tags: 'stable', prerelease_tags: 'next' };
    const { code, stdout } = await step(prefix, inputs, { prerelease: true });
    expect(code).toBe(0);
    expect(stdout).toContain('v0.1.1 is a pre-release, and does not move stable');
    expect(await digestsAt(prefix, names, 'next')).toEqual(digests);
    expect(await digestsAt(prefix, names, 'stable')).toEqual(before);
  });

  test('fails with an annotation where an image is missing, and moves nothing', async () => {
    const prefix = fresh('release-missing');
    await publish(prefix, ['base'], 'first');
    const { code, stdout, outputs } = await step(prefix, {}, {});
    expect(code).toBe(1);
    expect(stdout).toContain(`app:main does not exist.`);
    expect(stdout).toMatch(/^::error title=/m);
    expect(outputs['push_executed']).toBe('false');
    expect(await digestsAt(prefix, names, 'v0.1.1')).toEqual({});
  });
});
