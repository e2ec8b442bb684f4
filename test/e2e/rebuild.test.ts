/** Nothing is rebuilt without a reason: runs follow each other while base, package index and inputs change or stay. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { debianAdvisory, faults, githubAdvisory, type OsvService, startOsv } from '../support/osv.ts';
import { outputsOf } from '../../src/report/outputs.ts';
import {
  baseDigests,
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
import {
  blob,
  hasBase,
  imagesOf,
  inFolder,
  type Manifest,
  manifest,
  must,
  runImage,
  tagsOf,
} from './support.ts';

const alpine = await hasBase('3.13-alpine');
let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  if (!alpine)
    process.stdout.write('\nNot shown here, for this machine cannot have python:3.13-alpine: another libc\n');
  await stage.stop();
});

const image = (name: string): string => `${stage.registry.host}/${name}:${tag}`;
const tagsIn = (name: string): Promise<Record<string, string>> => tagsOf(name, stage.registry.host);

describe('one image, run after run', () => {
  const platforms = ['linux/amd64', 'linux/arm/v7'];
  const run = (...more: readonly string[]): Promise<Seen> =>
    go(stage, [
      '--image-name=tide',
      `--platform=${platforms.join(',')}`,
      `--base-registry=${stage.registry.host}/bases`,
      ...more,
    ]);
  let first: Seen;

  beforeAll(() => copyBase(stage, 'bases'));

  test('is built by the first run', async () => {
    first = await run();
    expect(outline(first)).toEqual({ ...built, reason: reasons.absent(image('tide')) });
    expect(first.said).toMatch(/^#\d+ \[.*\binstall\b/m);
    expect(await tagsIn('tide')).toEqual({ [tag]: first.report.digest });
  });

  test('is kept by the second run, which runs only the resolver, reads two manifests, and has the outputs of a build', async () => {
    const second = await run();
    expect(outline(second)).toEqual(nothingMoved);
    expect(second.requests.toSorted()).toEqual([
      'GET /v2/ 200',
      `GET /v2/tide/manifests/${tag} 200`,
      'HEAD /v2/bases/python/manifests/3.13-slim 200',
    ]);
    const { metadata: _, ...outputs } = outputsOf(second.report);
    expect(outputs).toEqual({
      image: `${stage.registry.host}/tide@${first.report.digest}`,
      digest: first.report.digest,
      tags: JSON.stringify([image('tide')]),
      platforms: platforms.join(','),
      base_image: outputsOf(first.report)['base_image'],
      decision: 'keep',
      reason: nothingMoved.reason,
      image_exists: 'true',
      images: '',
      build_executed: 'false',
      push_executed: 'false',
    });
    expect(second.report.platforms.map(({ digest }) => digest)).toEqual(
      first.report.platforms.map(({ digest }) => digest),
    );
    expect(await tagsIn('tide')).toEqual({ [tag]: first.report.digest });
  });

  test('is kept with rebuild: missing, without the resolver and without a look at its base', async () => {
    const again = await run('--rebuild=missing');
    expect(outline(again)).toEqual({
      ...nothingMoved,
      reason: reasons.exists(image('tide')),
      ran: [],
    });
    expect(again.requests).toEqual(['GET /v2/ 200', `GET /v2/tide/manifests/${tag} 200`]);
    expect(again.report.digest).toBe(first.report.digest);
  });

  test('is an error with rebuild: never if it does not exist', async () => {
    const { code, report, ran } = await go(stage, [
      '--image-name=nowhere',
      '--rebuild=never',
      `--base-registry=${stage.registry.host}/bases`,
    ]);
    expect({ code, ran, problems: report.problems, tags: await tagsIn('nowhere') }).toEqual({
      code: 4,
      ran: [],
      problems: [
        {
          station: 'registry',
          about: `${stage.registry.host}/nowhere:${tag}`,
          message: `${stage.registry.host}/nowhere:${tag} does not exist, and rebuild is "never": nothing may be built. Take "missing" to build it once.`,
        },
      ],
      tags: {},
    });
  });

  test('is put onto a base that moved, without installing, and runs', async () => {
    const before = await parts('tide', platforms);
    const [from] = await baseDigests(stage, 'bases', platforms);
    await moveBase(stage, 'bases', platforms);
    const [to] = await baseDigests(stage, 'bases', platforms);
    const moved = await run();
    expect(outline(moved)).toEqual({
      ...rebased,
      reason: reasons.moved(`${stage.registry.host}/bases/python:3.13-slim`, from!, to!),
    });
    expect(moved.said).not.toMatch(/^#\d+ \[.*\b(?:install|compile)\b/m);
    expect(await tagsIn('tide')).toEqual({ [tag]: moved.report.digest });

    const base = await manifest('bases/python', '3.13-slim', stage.registry.host);
    const now = await parts('tide', platforms);
    expect(now.annotations).toEqual({
      ...before.annotations,
      'org.opencontainers.image.base.digest': moved.report.base.digest,
      'io.github.python-image-builder.bases': expect.stringContaining(to!),
      'io.github.python-image-builder.indexes': expect.stringContaining(moved.report.base.digest!),
      'io.github.python-image-builder.fingerprint': expect.not.stringMatching(
        before.annotations['io.github.python-image-builder.fingerprint']!,
      ),
    });
    const onTop: string[] = [];
    for (const [at, { digest }] of imagesOf(base).entries()) {
      const under = await manifest('bases/python', digest, stage.registry.host);
      const [was, is] = [before.images[at]!, now.images[at]!];
      expect(is.layers).toEqual([...under.layers.map((layer) => layer.digest), was.layers.at(-1)]);
      expect(was.layers.slice(0, -1)).not.toEqual(is.layers.slice(0, -1));
      expect(is.labels).toEqual({
        ...was.labels,
        moved: 'yes',
        'org.opencontainers.image.base.digest': moved.report.base.digest,
      });
      onTop.push(under.layers.at(-1)!.digest);
    }
    // The new base's layers were mounted from its repository.
    const mounts = moved.requests.flatMap(
      (request) => /^POST \/v2\/tide\/\S+\?mount=(\S+)&from=bases%2Fpython 201$/.exec(request)?.[1] ?? [],
    );
    expect(mounts.map(decodeURIComponent).toSorted()).toEqual([...new Set(onTop)].toSorted());

    const said = await runImage(image('tide'), 'linux/arm/v7', [
      'sh',
      '-c',
      'uname -m; cat /etc/moved; tide-table',
    ]);
    expect(said).toBe('armv7l\nbases moved\ntide-clock 1.0');
    expect(outline(await run())).toEqual(nothingMoved);
  });
});

/** The image of a tag: annotations, and layers and labels of each platform. */
async function parts(name: string, platforms: readonly string[]) {
  const { host } = stage.registry;
  const index = await manifest(name, tag, host);
  const found = imagesOf(index);
  const images = platforms.map(async (platform) => {
    const { layers, config }: Manifest = await manifest(
      name,
      found.find((one) => one.platform === platform)!.digest,
      host,
    );
    const { Labels: labels } = (
      JSON.parse((await blob(name, config.digest, host)).toString()) as {
        config: { Labels: Record<string, string> };
      }
    ).config;
    return { layers: layers.map((layer) => layer.digest), labels };
  });
  return { annotations: index.annotations ?? {}, images: await Promise.all(images) };
}

/** Documents that refer to a manifest, by their type; through the tag in place of the API, which this registry lacks. */
async function referrersOf(name: string, digest: string): Promise<Map<string, unknown>> {
  const { host } = stage.registry;
  const { manifests } = await manifest(name, digest.replace(':', '-'), host);
  const found = manifests.map(async (one): Promise<[string, unknown]> => {
    const { artifactType, layers } = (await manifest(name, one.digest, host)) as Manifest & {
      artifactType: string;
    };
    return [artifactType, JSON.parse((await blob(name, layers[0]!.digest, host)).toString())];
  });
  return new Map(await Promise.all(found));
}

test('keeps provenance and renews SBOMs when the base moves, without a scanner', async () => {
  const platforms = ['linux/amd64', 'linux/arm64', 'linux/arm/v7'];
  const run = (): Promise<Seen> =>
    go(stage, [
      '--image-name=attested',
      `--platform=${platforms.join(',')}`,
      '--verify=build-platform',
      '--provenance=mode=max',
      '--sbom=both',
      `--base-registry=${stage.registry.host}/attested-bases`,
    ]);
  await copyBase(stage, 'attested-bases');
  await run();
  const { host } = stage.registry;
  const documents = async () => {
    const index = await manifest('attested', tag, host);
    const images = imagesOf(index).map(({ digest }) => referrersOf('attested', digest));
    return { index, images: await Promise.all(images) };
  };
  const before = await documents();
  await moveBase(stage, 'attested-bases', platforms);
  const moved = await run();
  expect(outline(moved)).toMatchObject(rebased);
  const after = await documents();

  // In the order of the index.
  const listed = imagesOf(after.index).map(({ platform }) => platform);
  const bases = await baseDigests(stage, 'attested-bases', listed);
  const attested = after.index.manifests.filter(
    ({ annotations = {} }) => 'vnd.docker.reference.type' in annotations,
  );
  const said = attested.map(async ({ digest, annotations = {} }) => {
    const { layers } = await manifest('attested', digest, host);
    const statements = layers.map(
      async (one) =>
        JSON.parse((await blob('attested', one.digest, host)).toString()) as {
          predicateType: string;
          subject: { digest: { sha256: string } }[];
          predicate: object;
        },
    );
    const all = await Promise.all(statements);
    return {
      of: annotations['vnd.docker.reference.digest'],
      types: all.map(({ predicateType }) => predicateType),
      subjects: [...new Set(all.flatMap(({ subject }) => subject.map((one) => one.digest.sha256)))],
      base: bases.find((one) => JSON.stringify(all[0]!.predicate).includes(one.replace('sha256:', ''))),
      // What buildx said of the build is carried on, as a part of what is said of the new image.
      build: /"build":\{/.test(JSON.stringify(all[0]!.predicate)),
    };
  });
  expect(await Promise.all(said)).toEqual(
    imagesOf(after.index).map(({ digest }, at) => ({
      of: digest,
      types: [
        expect.stringMatching(/^https:\/\/slsa\.dev\/provenance\//),
        'https://spdx.dev/Document',
        'https://cyclonedx.org/bom',
        'https://python-image-builder.github.io/layer/v1',
      ],
      subjects: [digest.replace('sha256:', '')],
      base: bases[at],
      build: true,
    })),
  );

  const inspected = JSON.parse(
    await must('docker', ['buildx', 'imagetools', 'inspect', image('attested'), '--format={{ json .SBOM }}']),
  ) as Record<string, { SPDX: { packages: { name: string; versionInfo: string }[] } }>;
  for (const [at, documentsOf] of after.images.entries()) {
    const spdx = inspected[listed[at]!]!.SPDX;
    expect(documentsOf.get('application/spdx+json')).toEqual(spdx);
    expect(documentsOf.get('application/vnd.cyclonedx+json')).toMatchObject({ specVersion: '1.6' });
    const names = spdx.packages.map(({ name, versionInfo }) => `${name} ${versionInfo}`);
    expect(names).toEqual(expect.arrayContaining(['tide-table 1.0.0', 'tide-clock 1.0']));
    expect(names).toContain(`${spdx.packages[1]!.name} ${bases[at]}`);
    // The old image's are as they were.
    expect(before.images[at]!.get('application/spdx+json')).not.toEqual(spdx);
  }
  expect(outline(await run())).toEqual(nothingMoved);
});

describe('a requirement that moves on the package index', () => {
  const run = (): Promise<Seen> =>
    go(stage, [
      '--image-name=needs',
      '--platform=linux/amd64,linux/arm64',
      '--verify=build-platform',
      `--base-registry=${stage.registry.host}/needs-bases`,
    ]);

  beforeAll(() => copyBase(stage, 'needs-bases'));

  test('is a reason to build only if the package allows the new version', async () => {
    expect(outline(await run()).reason).toBe(reasons.absent(image('needs')));

    await stage.offer('tide-table 1.0.0', 'tide-table 1.1.0', 'tide-clock 1.0', 'tide-clock 1.2rc1');
    expect(outline(await run())).toEqual(nothingMoved);

    await stage.offer('tide-table 1.0.0', 'tide-clock 1.0', 'tide-clock 1.1');
    const moved = await run();
    expect(outline(moved)).toEqual({ ...built, reason: 'tide-clock 1.0 → 1.1' });
    expect(await tagsIn('needs')).toEqual({ [tag]: moved.report.digest });
    expect(await runImage(image('needs'), 'linux/amd64', ['tide-table'])).toBe('tide-clock 1.1');

    expect(outline(await run())).toEqual(nothingMoved);
  });
});

/** Two builds and a rebase, verified on the build machine's platform: 30 s. */
describe('an image of several layers', () => {
  const platforms = ['linux/amd64', 'linux/arm64'];
  const offered = ['tide-table 1.0.0', 'tide-clock 1.0', 'tide-chart 1.0'] as const;
  const run = (): Promise<Seen> =>
    go(stage, [
      '--image-name=layered',
      `--platform=${platforms.join(',')}`,
      '--verify=build-platform',
      '--layers=auto',
      '--requirements=tide-chart\ntide-gauge',
      `--base-registry=${stage.registry.host}/layered-bases`,
    ]);
  /** Digests of its layers that are not the base's. */
  const own = async (): Promise<string[]> => {
    const [[base], { images }] = await Promise.all([
      baseDigests(stage, 'layered-bases', platforms),
      parts('layered', platforms),
    ]);
    const under = await manifest('layered-bases/python', base!, stage.registry.host);
    return images[0]!.layers.slice(under.layers.length);
  };
  let first: string[];

  beforeAll(async () => {
    await copyBase(stage, 'layered-bases');
    await stage.offer(...offered, 'tide-gauge 1.0');
  });
  afterAll(() => stage.offer('tide-table 1.0.0', 'tide-clock 1.0', 'tide-clock 1.1'));

  test('has what is large below what is small and the package on top, and no file twice', async () => {
    expect(outline(await run())).toEqual({ ...built, reason: reasons.absent(image('layered')) });
    expect((await parts('layered', platforms)).annotations['io.github.python-image-builder.layers']).toBe(
      '[["tide-chart"],[],["tide-clock","tide-gauge"],[],["tide-table"]]',
    );
    first = await own();
    expect(first).toHaveLength(3);
    const { images } = await parts('layered', platforms);
    // What is pure Python is the same for every platform.
    expect(images.map(({ layers }) => layers.slice(-3))).toEqual([first, first]);
    const files = await Promise.all(first.map(filesOf));
    const infos = files.map((names) =>
      names.flatMap((name) => /([^/]+)\.dist-info\/RECORD$/.exec(name)?.[1] ?? []),
    );
    expect(infos).toEqual([['tide_chart-1.0'], ['tide_clock-1.0', 'tide_gauge-1.0'], ['tide_table-1.0.0']]);
    expect(files[2]).toContain('usr/local/bin/tide-table');
    expect(files.flat()).toEqual([...new Set(files.flat())]);
    expect(outline(await run())).toEqual(nothingMoved);
  });

  test('has one other layer when one requirement moved', async () => {
    await stage.offer(...offered, 'tide-gauge 1.1');
    expect(outline(await run())).toEqual({ ...built, reason: 'tide-gauge 1.0 → 1.1' });
    const now = await own();
    expect(now.map((layer, at) => layer === first[at])).toEqual([true, false, true]);
    first = now;
  });

  test('is put onto a base that moved with all of them', async () => {
    await moveBase(stage, 'layered-bases', platforms);
    expect(outline(await run())).toMatchObject(rebased);
    expect(await own()).toEqual(first);
    const said = await runImage(image('layered'), 'linux/amd64', [
      'sh',
      '-c',
      'cat /etc/moved; tide-table; pip list',
    ]);
    expect(said).toMatch(
      /^layered-bases moved\ntide-clock 1\.0\n[^]*tide-chart +1\.0\n[^]*tide-gauge +1\.1\n/,
    );
    expect(outline(await run())).toEqual(nothingMoved);
  });
});

/** Sorted paths of the files of a layer, without folders. */
const filesOf = (digest: string): Promise<string[]> =>
  inFolder(async (folder) => {
    const path = join(folder, 'layer.tgz');
    await writeFile(path, await blob('layered', digest, stage.registry.host));
    const listed = await must('tar', ['--list', '--gzip', '-f', path]);
    return listed
      .split('\n')
      .filter((name) => name !== '' && !name.endsWith('/'))
      .toSorted();
  });

describe('inputs that change', () => {
  const run = (...more: readonly string[]): Promise<Seen> =>
    go(stage, [
      '--image-name=asked',
      '--verify=build-platform',
      `--base-registry=${stage.registry.host}/asked-bases`,
      ...more,
    ]);
  const one = '--platform=linux/amd64';
  const two = '--platform=linux/amd64,linux/arm64';

  beforeAll(() => copyBase(stage, 'asked-bases'));

  test('build a platform that the image lacks', async () => {
    expect(outline(await run(one)).reason).toBe(reasons.absent(image('asked')));
    expect(outline(await run(one))).toEqual(nothingMoved);
    const more = await run(two);
    expect(outline(more)).toEqual({ ...built, reason: reasons.missing(image('asked'), 'linux/arm64') });
    expect(more.report.platforms.map(({ platform }) => platform)).toEqual(['linux/amd64', 'linux/arm64']);
    expect(outline(await run(two))).toEqual(nothingMoved);
  });

  test('build an image that does not say its age, for max_age', async () => {
    const before = await tagsIn('asked');
    const aged = await run(two, '--max-age=1d');
    expect(outline(aged)).toEqual({ ...built, reason: reasons.ageless });
    expect(await tagsIn('asked')).toEqual({ [tag]: aged.report.digest });
    expect(await tagsIn('asked')).not.toEqual(before);
    expect(outline(await run(two, '--max-age=1d'))).toEqual(nothingMoved);
  });

  test.runIf(alpine)('build on a base with another libc, and a note says why', async () => {
    await copyBase(stage, 'asked-bases', '3.13-alpine');
    const other = await run(two);
    expect(outline(other)).toEqual({
      ...built,
      reason: expect.stringMatching(/^\S+\/asked-bases\/python:3\.13-slim moved \(\w{8} → \w{8}\)$/),
    });
    expect(other.report.notes).toEqual([
      expect.stringMatching(
        /^the image cannot be put onto its new base, and is built instead: the libc of the base is musl \S+ on linux\/amd64, and was glibc \S+$/,
      ),
    ]);
  });
});

/** What advisories say: of one build, which all rows look at, and of the one that mends it. */
describe('advisories', () => {
  const flaw = githubAdvisory('GHSA-tide-tide-tide', 'tide-clock', {
    aliases: ['CVE-2026-1000'],
    fixed: '1.1',
  });
  const ofPip = githubAdvisory('GHSA-pip1-pip1-pip1', 'pip');
  // The base is of either release of Debian.
  const inRelease = (ecosystem: string) =>
    debianAdvisory('CVE-2026-2000', 'glibc', { versions: ['*'], fixed: '9.9-1', ecosystem });
  const ofBase = {
    ...inRelease('Debian:12'),
    affected: [...inRelease('Debian:12').affected, ...inRelease('Debian:13').affected],
  };
  let osv: OsvService;
  const run = (mode: 'report' | 'fail', ...more: readonly string[]): Promise<Seen> => {
    osv.asked.length = 0;
    return go(stage, [
      '--image-name=warned',
      '--platform=linux/amd64,linux/arm64',
      '--verify=build-platform',
      `--base-registry=${stage.registry.host}/bases`,
      `--advisories=${mode}`,
      `--advisories-url=${osv.url}`,
      ...more,
    ]);
  };
  const batches = (): number => osv.asked.filter((line) => line.startsWith('POST')).length;
  const builds = ({ ran }: Seen): boolean => ran.includes('image');
  const found = ({ report }: Seen) =>
    report.advice?.findings.map(({ id, name, owner, reach, mend, platforms }) => ({
      id,
      name,
      owner,
      reach,
      mend,
      on: platforms.length,
    }));
  const ofClock = {
    id: flaw.id,
    name: 'tide-clock',
    owner: 'requirement',
    reach: 'run',
    mend: { kind: 'bump', to: '1.1' },
    on: 2,
  };

  beforeAll(async () => {
    osv = await startOsv([flaw, ofPip, ofBase]);
    await copyBase(stage, 'bases');
    await stage.offer('tide-table 1.0.0', 'tide-clock 1.0');
  });
  afterAll(() => osv.stop());

  test('hold an image back before it is built, with exit code 6, where they are to', async () => {
    const seen = await run('fail', '--severity=critical');
    const { code, report } = seen;
    expect({ code, builds: builds(seen), tags: await tagsIn('warned') }).toEqual({
      code: 6,
      builds: false,
      tags: {},
    });
    expect(report.problems).toMatchObject([
      { station: 'advisories', message: expect.stringContaining('2 flaws that are critical') as unknown },
    ]);
    expect(batches()).toBe(1);
  });

  test('are reported with whose they are and what mends them, in one request', async () => {
    const file = join(stage.folder, 'advisories.sarif');
    const seen = await run('report', `--sarif-file=${file}`);
    expect(outline(seen)).toMatchObject({ outcome: 'published', built: true });
    expect(found(seen)).toEqual([
      { ...ofClock, id: ofPip.id, name: 'pip', owner: 'base', reach: 'base-pip', mend: { kind: 'nobody' } },
      ofClock,
      {
        ...ofClock,
        id: ofBase.id,
        name: 'glibc',
        owner: 'base',
        mend: { kind: 'base-behind', to: '9.9-1' },
      },
    ]);
    expect({ batches: batches(), unknown: seen.report.advice?.unknown }).toEqual({ batches: 1 });
    const sarif = JSON.parse(readFileSync(file, 'utf8')) as {
      runs: { results: { ruleId: string; level: string }[] }[];
    };
    expect(sarif.runs[0]!.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      [ofPip.id, 'error'],
      [flaw.id, 'error'],
      [ofBase.id, 'error'],
    ]);
  });

  test('hold no image back that is kept, but the run is red and no alias moves to it', async () => {
    const seen = await run('fail', '--tags=later');
    expect({ code: seen.code, ran: seen.ran, tags: Object.keys(await tagsIn('warned')) }).toEqual({
      code: 6,
      ran: ['uv'],
      tags: [tag],
    });
    expect(batches()).toBe(1);
  });

  test('are not known where the service is away, which is said, and holds nothing back', async () => {
    osv.fail('POST', ...Array.from({ length: 9 }, () => faults.broken));
    const seen = await run('fail');
    expect(outline(seen)).toMatchObject(nothingMoved);
    expect({ code: seen.code, unknown: seen.report.advice?.unknown }).toEqual({
      code: 0,
      unknown: `${osv.url} could not be asked: it answered 503`,
    });
    osv.fail('POST');
  });

  test('make a young release urgent that is held back otherwise, and are then the reason to build', async () => {
    await stage.offer('tide-table 1.0.0', 'tide-clock 1.0', 'tide-clock 1.1');
    stage.index.date({
      'tide_clock-1.0-py3-none-any.whl': '2026-01-01T00:00:00Z',
      'tide_clock-1.1-py3-none-any.whl': new Date(Date.now() - 3_600_000).toISOString(),
    });
    osv.publish([]);
    const held = await run('report', '--cooldown=7d');
    expect(outline(held)).toMatchObject({ decision: 'keep', built: false });
    expect(held.report.notes.join('\n')).toContain('cooldown: tide-clock 1.1 is held back until ');
    osv.publish([flaw]);
    const seen = await run('fail', '--cooldown=7d');
    expect(outline(seen)).toMatchObject({
      decision: 'build',
      reason: `its requirements of today mend ${flaw.id} in tide-clock 1.0; tide-clock 1.0 → 1.1`,
      moved: [tag],
    });
    const { advice, notes } = seen.report;
    expect({ findings: advice?.findings, gone: advice?.gone?.map(({ id }) => id) }).toEqual({
      findings: [],
      gone: [flaw.id],
    });
    expect(notes.join('\n')).toContain(
      `tide-clock 1.1 is taken although it is young, for it mends ${flaw.id}`,
    );
    expect(outline(await run('fail', '--cooldown=7d'))).toMatchObject(nothingMoved);
  });
});
