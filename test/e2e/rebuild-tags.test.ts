/** Which tags move: aliases, tags of another tool or another recipe, tags in several registries. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
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
import { rmSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bearer, identity, issuer, startSigstore, type TestSigstore } from '../support/sigstore.ts';
import { cli, copyImage, imagesOf, kept, manifest, must, tagsOf } from './support.ts';

let stage: Stage;
/** The digest of the image that all tests share, each in a repository of its own. */
let digest = '';
beforeAll(async () => {
  stage = await openStage();
  await copyBase(stage, 'bases');
  const first = await run('first');
  expect(outline(first)).toEqual({ ...built, reason: reasons.absent(image('first')) });
  digest = first.report.digest!;
  await copyImage('first', [tag], ['alias', 'same', 'signed', 'unsigned'], stage.registry.host);
});
afterAll(() => stage.stop());

const image = (name: string): string => `${stage.registry.host}/${name}:${tag}`;
const tagsIn = (name: string): Promise<Record<string, string>> => tagsOf(name, stage.registry.host);
/** The writing requests of a run. */
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

  test('are added for a version that is the latest now, without a build', async () => {
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

  test('move to a newer version', async () => {
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

  test('do not move back to an older version without force', async () => {
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

describe('signatures', () => {
  let sigstore: TestSigstore;
  const file = (name: string): string => join(stage.folder, name);
  beforeAll(async () => {
    sigstore = await startSigstore();
    const { trustedRoot, signingConfig } = sigstore;
    writeFileSync(file('root.json'), trustedRoot);
    writeFileSync(file('config.json'), signingConfig);
    // As sigstore's verifier in Python takes both.
    writeFileSync(
      file('trust.json'),
      `{"mediaType": "application/vnd.dev.sigstore.clienttrustconfig.v0.1+json", "trustedRoot": ${trustedRoot}, "signingConfig": ${signingConfig}}`,
    );
  });
  afterAll(() => sigstore.stop());

  const signing = (name: string, ...more: readonly string[]): Promise<Seen> =>
    go(
      stage,
      [
        `--image-name=${name}`,
        '--platform=linux/amd64,linux/arm64',
        '--verify=build-platform',
        `--base-registry=${stage.registry.host}/bases`,
        `--signing-config=${file('config.json')}`,
        ...more,
      ],
      sigstore.env,
    );
  const verifying = (name: string, ...more: readonly string[]) =>
    cli(['verify', '--json', image(name), `--trusted-root=${file('root.json')}`, ...more]);
  /** Of what is beside an image, by the tag in place of the referrers API. */
  const bundlesOf = async (name: string, digests: Record<string, string>) => {
    const listed = digests[digest.replace(':', '-')];
    return listed === undefined ? [] : ((await manifest(name, listed, stage.registry.host)).manifests ?? []);
  };

  test('of an image that has none are made without a build, and then it is kept', async () => {
    expect((await verifying('signed')).code).toBe(6);
    const seen = await signing('signed');
    expect(outline(seen)).toEqual({
      outcome: 'signed',
      decision: 'sign',
      reason: `${image('signed')} was not signed yet`,
      built: false,
      moved: [],
      ran: ['uv'],
    });
    expect(seen.report.destinations[0]!.signedBy).toBe(identity);
    expect((await tagsIn('signed'))[tag]).toBe(digest);
    expect(JSON.stringify(seen)).not.toContain(bearer);

    const { code, stdout } = await verifying('signed', `--identity=${issuer} ${identity}`);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      expect.objectContaining({ madeOf: expect.objectContaining({ origin: 'published-before' }) as unknown }),
    ]);
    expect((await verifying('signed', `--identity=${issuer} ${identity}-other`)).code).toBe(6);
    expect(outline(await signing('signed'))).toEqual(nothingMoved);
  });

  test('are right by the word of another verifier', async () => {
    const venv = kept('sigstore-4.5.0');
    const program = join(venv, 'bin', 'sigstore');
    if (!existsSync(program)) {
      rmSync(venv, { recursive: true, force: true });
      await must('python3', ['-m', 'venv', venv]);
      await must(join(venv, 'bin', 'pip'), ['install', '--quiet', 'sigstore==4.5.0']);
    }
    const bundles = await bundlesOf('signed', await tagsIn('signed'));
    expect(bundles).toHaveLength(2);
    for (const [at, { digest: artifact }] of bundles.entries()) {
      const [layer] = (await manifest('signed', artifact, stage.registry.host)).layers!;
      const url = `http://${stage.registry.host}/v2/signed/blobs/${layer!.digest}`;
      writeFileSync(file(`bundle-${at}.json`), Buffer.from(await (await fetch(url)).arrayBuffer()));
      const verify = (who: string) =>
        must(program, [
          `--trust-config=${file('trust.json')}`,
          'verify',
          'identity',
          '--offline',
          `--bundle=${file(`bundle-${at}.json`)}`,
          `--cert-identity=${who}`,
          `--cert-oidc-issuer=${issuer}`,
          digest,
        ]);
      await verify(identity);
      await expect(verify(`${identity}-other`)).rejects.toThrow('exit code');
    }
  });

  test('that cannot be made: nothing moves, or the image is kept with a warning, as is asked', async () => {
    // Answers that say no are not waited for.
    sigstore.break('certificates', [{ status: 403 }], 'always');
    const failed = await signing('unsigned', '--sign-failure=fail');
    expect([failed.code, failed.report.outcome]).toEqual([4, 'failed']);
    const warned = await signing('unsigned');
    expect([warned.code, warned.report.outcome]).toEqual([0, 'kept']);
    expect(warned.report.destinations[0]!.unsigned).toContain('answers 403: the image could not be signed.');
    expect(await tagsIn('unsigned')).toEqual({ [tag]: digest });
    sigstore.mend();
    expect((await signing('unsigned')).report.outcome).toBe('signed');
  });

  test('come before the tags of what is built', async () => {
    const seen = await signing('signed', '--package-version=1.1.0');
    expect([seen.code, seen.report.outcome]).toEqual([0, 'published']);
    const writes = seen.requests.filter((line) => line.startsWith('PUT /v2/signed/manifests/'));
    const of = seen.report.digest!.replace(':', '-');
    const at = (name: string): number => writes.findLastIndex((line) => line.includes(`/${name} `));
    expect(at(of)).toBeGreaterThan(-1);
    expect(at(of)).toBeLessThan(at('py3.13-slim-1.1.0'));
  });
});

describe('an image that exists', () => {
  test('stays when a forced build gives the same', async () => {
    const forced = await run('same', '--force');
    expect(outline(forced)).toEqual({
      ...built,
      outcome: 'kept',
      decision: 'keep',
      reason: reasons.same(image('same')),
      moved: [],
    });
    // The permission to write is checked before building.
    expect(puts(forced)).toEqual([
      'POST /v2/same/blobs/uploads/ 202',
      expect.stringMatching(/^DELETE \/v2\/same\/blobs\/uploads\/\S+ 204$/),
    ]);
    expect(forced.report.digest).toBe(digest);
    expect(await tagsIn('same')).toEqual({ [tag]: digest });
  });

  test('is built again, with the same result, after its tag was deleted', async () => {
    const { host } = stage.registry;
    const deleted = await fetch(`http://${host}/v2/same/manifests/${digest}`, { method: 'DELETE' });
    expect([deleted.status, await tagsIn('same')]).toEqual([202, {}]);
    const again = await run('same');
    expect(outline(again)).toEqual({ ...built, reason: reasons.absent(image('same')) });
    expect(await tagsIn('same')).toEqual({ [tag]: digest });
  });

  test('is built again with deep, after a clean-up deleted a platform of it', async () => {
    const { host } = stage.registry;
    const [, arm64] = imagesOf(await manifest('same', tag, host));
    await fetch(`http://${host}/v2/same/manifests/${arm64!.digest}`, { method: 'DELETE' });
    expect(outline(await run('same'))).toEqual(nothingMoved);
    const looked = await cli(['check', '--json', `--image-name=${host}/same`]);
    expect([looked.code, JSON.parse(looked.stdout)]).toEqual([
      4,
      expect.objectContaining({
        repositories: [
          expect.objectContaining({
            missing: [
              {
                kind: 'manifest',
                digest: arm64!.digest,
                neededBy: digest,
                platform: 'linux/arm64',
                tags: [tag],
              },
            ],
          }),
        ],
      }),
    ]);
    expect(outline(await run('same', '--deep'))).toEqual({
      ...built,
      reason: `${image('same')} was not whole: its registry no longer had ${arm64!.digest.slice(7, 15)}`,
    });
    expect(await tagsIn('same')).toEqual({ [tag]: digest });
    expect((await cli(['check', `--image-name=${host}/same`])).code).toBe(0);
    expect(outline(await run('same', '--deep'))).toEqual(nothingMoved);
  });

  test('keeps its recipe with overwrite: false, and follows its base', async () => {
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

  test('is built once if another tool made it', async () => {
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
    // The base may have moved meanwhile.
    both = (await run('first')).report.digest!;
    await copyImage('first', [tag], ['both'], stage.registry.host);
  });
  afterAll(() => other.stop());

  test('get an image by one build, which is pushed only to the one that lacks it', async () => {
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

  test('both get what was put onto their new base, which is checked once', async () => {
    const names = ['both', `--image-name=${other.host}/copy/both`] as const;
    await moveBase(stage, 'bases', ['linux/amd64', 'linux/arm64']);
    const dry = await run(...names, '--dry-run');
    const { runs } = dry.report as Report & { readonly runs: readonly unknown[] };
    const { report, calls } = await run(...names);
    expect({
      planned: dry.report.destinations.map(({ decision }) => decision),
      runs: runs.length,
      checks: calls.filter((call) => call.includes('image-verify')).length,
      does: report.destinations.map(({ decision, moved, digest: now }) => [decision, moved, now]),
    }).toEqual({
      planned: ['rebase', 'rebase'],
      runs: 1,
      checks: 1,
      does: Array(2).fill(['rebase', [tag], report.digest]),
    });
    expect([await tagsIn('both'), await tagsOf('copy/both', other.host)]).toEqual(
      Array(2).fill({ [tag]: report.digest }),
    );
    expect(report.platforms.flatMap(({ checks }) => checks)).not.toEqual([]);
  });

  test('both get what must be built for one of them', async () => {
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
