/** What a build compiled is saved once it was verified, and the next one restores it: around a real registry, without a builder. */
import type { Image } from '../../src/plan/image.ts';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Attempt, Attempts } from '../../src/build/attempts.ts';
import { pathsOf } from '../../src/build/bake.ts';
import { type Verified, verify } from '../../src/build/verify.ts';
import { wheels, type WheelsRequest } from '../../src/commands/wheels.ts';
import type { BaseFacts } from '../../src/lock/lock.ts';
import type { Repository } from '../../src/names/reference.ts';
import { type BakeRecipe, compiledOnTarget } from '../../src/plan/recipe.ts';
import type { HostedEvent } from '../../src/ports.ts';
import { bakeRecipe } from '../../src/recipe/bake-recipe.ts';
import type { ImageRun } from '../../src/recipe/image-run.ts';
import { maySave, type PreparedBuild } from '../../src/recipe/prepare.ts';
import type { Resolved } from '../../src/recipe/resolve.ts';
import { placeRestored, restoredWheels } from '../../src/recipe/restored-wheels.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import type { WheelsReport } from '../../src/report/wheels.ts';
import { saveCompiled } from '../../src/run/save-compiled.ts';
import { restoredFiles } from '../../src/wheel-cache/restore.ts';
import type { RestoredWheel } from '../../src/wheel-cache/restored.ts';
import { systemFiles } from '../../src/world/files.ts';
import { digestOfOnly } from '../decide/values.ts';
import { makeWheels, type WheelFile } from '../dockerfiles/programs.ts';
import { imageOfInputs, inputsOf, policyOfInputs, questionOfInputs } from '../support/cells.ts';
import { makeContent } from '../support/content.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { runIn, testSession, type TestSession } from '../support/session.ts';
import { type TestWorld, testWorld } from '../support/world.ts';

const day = 86_400_000;
const platform = 'linux/arm/v7';
let registry: TestRegistry;
let folder: string;
let swell: WheelFile;
let ripple: WheelFile;
const files = systemFiles();

beforeAll(async () => {
  registry = await startRegistry();
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  [swell, ripple] = (await makeWheels(folder, [
    {
      name: 'swell',
      version: '1.0',
      tag: 'cp313-cp313-linux_armv7l',
      pure: false,
      files: { 'swell.py': '' },
    },
    { name: 'ripple', version: '2.0', files: { 'ripple.py': '' } },
  ])) as [WheelFile, WheelFile];
}, 20_000);
afterAll(async () => {
  files.close();
  await registry.stop();
  await rm(folder, { recursive: true });
});

const facts: BaseFacts = {
  platform,
  python: '3.13.9',
  libc: { kind: 'glibc', version: '2.36' },
  distribution: { id: 'debian', version: '12', codename: 'bookworm' },
  installed: {},
};
const source = (name: string, version: string) =>
  ({
    kind: 'compile',
    name,
    version,
    sdist: { filename: `${name}-${version}.tar.gz`, url: 'https://x/y', sha256: 'a'.repeat(64) },
    because: 'no wheel',
  }) as const;
const requirements = [{ platform, requirements: [source('ripple', '2.0'), source('swell', '1.0')] }] as const;
const lock = { text: '', resolved: 'host', packages: [] } as const;
const resolved = (image: Image, base = facts): Resolved => ({
  packages: image.content.packages!,
  lock,
  requirements,
  replaced: [],
  facts: [base],
});

/** What a build leaves that compiled both; of swell `needs.py` says what `needs` says. */
async function built(needs: { readonly glibc: string | null; readonly free: boolean }) {
  const at = await mkdtemp(join(folder, 'build-'));
  const place = async (to: string, wheel: WheelFile, more: object): Promise<void> => {
    const bytes = await readFile(join(folder, wheel.filename));
    await files.write(join(to, wheel.filename), bytes);
    const { filename, sha256 } = wheel;
    await files.write(
      join(to, 'wheels.json'),
      JSON.stringify([{ filename, sha256, size: bytes.length, ...more }]),
    );
  };
  await place(join(at, pathsOf(imageOfInputs(inputsOf()).id).compiled), swell, needs);
  await place(join(at, 'native'), ripple, { glibc: null, free: true });
  return at;
}

interface Run {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly event?: HostedEvent;
  /** Days from now. */
  readonly later?: number;
  /** Of what is compiled in and published on; `facts` where it is another one. */
  readonly base?: BaseFacts;
  /** Folder of the cache, in which the wheels are saved then. */
  readonly cache?: string;
  /** `PUT` and the end of a URL: what begins so is answered so instead of by the registry. */
  readonly faults?: readonly (readonly [line: string, status: number])[];
}

/** A run with a wheel store. */
interface Running {
  readonly run: ImageRun;
  readonly session: TestSession;
  readonly world: TestWorld;
  readonly lines: readonly string[];
  /** Lines of the requests. */
  readonly asked: readonly string[];
  /** What the cache could not save. */
  readonly refused: readonly string[];
  readonly notes: () => string[];
}

function runningIn(
  name: string,
  { inputs: more = {}, env = {}, event, later = 0, faults = [], cache }: Run = {},
): Running {
  const asked: string[] = [];
  const refused: string[] = [];
  const plain = testWorld({ env });
  const world: TestWorld = {
    ...plain,
    files,
    clock: { ...plain.clock, now: () => Date.parse('2026-11-20T12:00:00Z') + later * day },
    fetch: (url, init) => {
      const line = `${init?.method ?? 'GET'} ${new URL(url).pathname.replace(/^\/v2\//, '')}`;
      asked.push(line);
      const fault = faults.find(([begin]) => line.startsWith(begin));
      return fault === undefined
        ? plain.fetch(url, init)
        : Promise.resolve(new Response('', { status: fault[1] }));
    },
  };
  const inputs = inputsOf({ wheel_store: `${registry.host}/${name}`, platform, ...more });
  const policy = policyOfInputs(inputs);
  const session = testSession({
    world,
    client: new RegistryClient(world),
    cache: { folder: cache ?? folder, refused: ({ fact }) => void refused.push(fact) },
    event: () => Promise.resolve(event),
    builder: () =>
      Promise.resolve({
        buildx: { env: {} },
        driver: 'docker-container',
        platform: 'linux/amd64',
        because: 'it is there',
      }),
  });
  const run = runIn(
    session,
    imageOfInputs(inputs),
    cache === undefined ? policy : { ...policy, wheelStore: { kind: 'cache' } },
  );
  const notes = (): string[] => session.events.flatMap((one) => (one.is === 'note' ? [one.text] : []));
  return { run, session, world, lines: plain.lines, asked, refused, notes };
}

const native: Attempt = { name: 'ripple', version: '2.0', way: 'native', seconds: 2 };
const compiled: Attempts = new Map([
  [platform, [{ name: 'swell', version: '1.0', way: 'cross', seconds: 93 }]],
  ['native', [native]],
]);

function recipeOf({ image, policy }: ImageRun, restored: readonly RestoredWheel[]): BakeRecipe {
  const { sdist } = source('ripple', '2.0');
  return bakeRecipe({
    ...questionOfInputs(inputsOf()),
    image,
    policy,
    locked: {
      lock,
      requirements,
      native: restored.length === 0 ? [{ name: 'ripple', version: '2.0', sdist, serves: [platform] }] : [],
      restored: restoredFiles(restored),
      replaced: [],
      emulated: [],
    },
  });
}

/** Saves what a build left in a folder. @param verified platforms whose checks passed. */
async function save(
  { run, world }: Running,
  at: string,
  {
    base = facts,
    restored = [],
    verified = [platform],
  }: {
    readonly base?: BaseFacts;
    readonly restored?: readonly RestoredWheel[];
    readonly verified?: readonly (typeof platform)[];
  } = {},
): Promise<void> {
  const recipe = recipeOf(run, restored);
  const prepared: PreparedBuild = {
    recipe,
    fingerprint: digestOfOnly('0'),
    resolved: resolved(run.image, base),
    restored,
    nativeFolder: join(at, 'native'),
    nativeAttempts: [native],
    offers: [],
  };
  const checked = await verifiedAs(recipe, world, at, verified);
  const archive = join(at, 'image.tar');
  await saveCompiled(run, {
    is: 'baked',
    prepared,
    checked,
    attempts: compiled,
    folder: at,
    layouts: [{ path: archive, platforms: [] }],
  });
}

/** An image in which the checks found nothing. */
async function verifiedAs(
  recipe: BakeRecipe,
  world: TestWorld,
  at: string,
  platforms: readonly (typeof platform)[],
): Promise<Verified> {
  const result = { python: '3.13.9', machine: 'armv7l', checks: [] };
  const { verified } = pathsOf(recipe.image.id);
  await files.write(join(at, verified, 'verify.json'), JSON.stringify(result));
  const content = () => Promise.resolve(makeContent({ arm: ['layer'] }));
  return verify(world, { recipe, folder: at, platforms, strict: false, content });
}

async function buildAndSave(
  name: string,
  needs = { glibc: '2.31' as string | null, free: true },
  run: Run = {},
) {
  const running = runningIn(name, run);
  await save(running, await built(needs), run.base === undefined ? {} : { base: run.base });
  return running;
}

async function restore(name: string, base = facts, run: Run = {}) {
  const running = runningIn(name, run);
  const restored = await restoredWheels(running.run, resolved(running.run.image, base), []);
  const installed = restoredFiles(restored);
  const names = installed.map((one) => `${one.name} ${one.version}`);
  return { running, restored, installed, names, notes: running.notes() };
}

/** Restores wheels and builds with them, so that nothing is compiled. */
async function use(name: string, run: Run = {}) {
  const found = await restore(name, facts, run);
  return { ...found, save: () => save(found.running, folder, { restored: found.restored }) };
}

const listOf = (name: string, request: Partial<WheelsRequest> = {}, run: Run = {}): Promise<WheelsReport> =>
  wheels(runningIn(name, run).world, {
    wheelStore: { kind: 'repository', repository: { registry: registry.host, name } },
    dryRun: false,
    cache: folder,
    ...request,
  });

const tagsIn = async (name: string): Promise<string[]> => {
  const repository: Repository = { registry: registry.host, name };
  return (await new RegistryClient(testWorld()).listTags(repository)) ?? [];
};
const both = ['ripple 2.0', 'swell 1.0'];
const prefix = 'io.github.python-image-builder.wheel';

describe('what was compiled is restored', () => {
  const glibc = (version: string): BaseFacts => ({ ...facts, libc: { kind: 'glibc', version } });
  const trixie: BaseFacts = {
    ...glibc('2.41'),
    distribution: { id: 'debian', version: '13', codename: 'trixie' },
  };
  const needy = { glibc: null, free: false };
  const rows: readonly (readonly [
    string,
    { glibc: string | null; free: boolean },
    BaseFacts,
    Run,
    string[],
  ])[] = [
    ['on the same base', { glibc: '2.31', free: true }, facts, {}, both],
    ['with a newer libc, on another distribution', { glibc: '2.31', free: true }, trixie, {}, both],
    ['with an older libc that will do', { glibc: '2.31', free: true }, glibc('2.31'), {}, both],
    ['not with one that is too old', { glibc: '2.31', free: true }, glibc('2.28'), {}, ['ripple 2.0']],
    ['on the distribution that it needs', needy, facts, {}, both],
    ['not on another', needy, trixie, {}, ['ripple 2.0']],
    [
      'only pure Python for musl',
      { glibc: '2.31', free: true },
      { ...facts, libc: { kind: 'musl', version: '1.2.5' } },
      {},
      ['ripple 2.0'],
    ],
    ['not by another Python', { glibc: '2.31', free: true }, { ...facts, python: '3.12.1' }, {}, []],
    [
      'not with other packages',
      { glibc: '2.31', free: true },
      facts,
      { inputs: { build_packages: 'libev-dev' } },
      [],
    ],
    [
      'not with other build constraints',
      { glibc: '2.31', free: true },
      facts,
      { inputs: { build_constraints: 'Cython<3' } },
      [],
    ],
    [
      'only pure Python where it would be compiled in another image',
      { glibc: '2.31', free: true },
      facts,
      { inputs: { base_registry: 'mirror.example.com/library' } },
      ['ripple 2.0'],
    ],
    [
      'not cross-compiled where that is not wanted',
      { glibc: '2.31', free: true },
      facts,
      { inputs: { compile: 'emulate' } },
      ['ripple 2.0'],
    ],
    [
      'by a pull request',
      { glibc: '2.31', free: true },
      facts,
      { event: { name: 'pull_request', ref: 'refs/pull/7/merge' } },
      both,
    ],
    ['nowhere where it is off', { glibc: '2.31', free: true }, facts, { inputs: { wheel_store: 'off' } }, []],
  ];
  test.each(rows)('%s', async (name, needs, base, run, names) => {
    const where = `taken/${name.replaceAll(/[^a-z]+/gi, '-').toLowerCase()}`;
    expect((await buildAndSave(where, needs)).notes()).toEqual([]);
    const found = await restore(where, base, run);
    expect({ names: found.names, notes: found.notes }).toEqual({ names, notes: [] });
  });
});

test('it is the same file, and the log says what it was', async () => {
  await buildAndSave('same');
  const { running, restored, installed } = await restore('same');
  expect(installed[1]).toEqual({
    name: 'swell',
    version: '1.0',
    filename: swell.filename,
    sha256: swell.sha256,
    size: (await readFile(join(folder, swell.filename))).length,
    serves: [platform],
    way: 'cross',
    seconds: 93,
    compiled: '2026-11-20',
  });
  const at = await mkdtemp(join(folder, 'placed-'));
  await placeRestored(running.world, at, restored);
  const placed = await readFile(join(at, 'lock/kept', swell.sha256, swell.filename));
  expect(placed).toEqual(await readFile(join(folder, swell.filename)));
  expect(running.lines.at(-1)).toMatch(
    /^info (?:swell 1\.0|ripple 2\.0) linux\/arm\/v7: saved wheel, 0 s \(compiled 2026-11-20 in (?:1 min 33 s|2 s)\)$/,
  );
});

test('a platform on which a wheel is suspected restores none', async () => {
  await buildAndSave('suspected');
  const { run, asked } = runningIn('suspected');
  expect({ restored: await restoredWheels(run, resolved(run.image), [platform]), asked }).toEqual({
    restored: [],
    asked: [],
  });
});

describe('a folder that cannot be used', () => {
  const why = {
    '/proc/none': 'it, or a folder above it, is not there and cannot be made \\(ENOENT\\)',
    '/etc/passwd': 'a file stands where a folder above it should be \\(ENOTDIR\\)',
  } as const;
  test.each(['/proc/none', '/etc/passwd'] as const)('of the cache is told of: %s', async (cache) => {
    const { refused, lines, notes: notesOf } = await buildAndSave('unusable', undefined, { cache });
    const [first] = refused;
    expect({ first, notes: notesOf(), lines }).toEqual({
      first: expect.stringMatching(
        new RegExp(`^"${cache}/wheels/\\S+" could not be written: ${why[cache]}$`),
      ),
      notes: [],
      lines: [],
    });
    const { installed, notes, running } = await restore('unusable', facts, { cache });
    expect({ installed, notes, refused: running.refused }).toEqual({ installed: [], notes: [], refused: [] });
  });

  test('that somebody named is a note, with the wheels that are not saved', async () => {
    const { refused, notes } = await buildAndSave('unusable', undefined, {
      inputs: { wheel_store: '/proc/none' },
    });
    expect([refused, notes()]).toEqual([
      [],
      [
        expect.stringMatching(
          new RegExp(
            `\\.whl could not be saved in /proc/none, and will be compiled again: "/proc/none/\\S+" could not be written: ${why['/proc/none']}\\. wheel_store names another folder, or is "off"\\.$`,
          ),
        ),
      ],
    ]);
  });
});

test.each<readonly [string, Run]>([
  ['of a pull request', { event: { name: 'pull_request', ref: '' } }],
  ['of a pull request of a fork', { event: { name: 'pull_request_target', ref: '' } }],
  ['of a merge request', { env: { CI_MERGE_REQUEST_IID: '7' } }],
  ['that does not push in a workflow', { inputs: { push: 'false' } }],
  ['that does not verify', { inputs: { verify: 'off' } }],
  ['that is a dry one', { inputs: { dry_run: 'true' } }],
])('a run %s saves nothing', async (name, run) => {
  const where = `nothing/${name.replaceAll(' ', '-')}`;
  const { run: of } = await buildAndSave(where, undefined, run);
  expect({ may: await maySave(of), tags: await tagsIn(where) }).toEqual({ may: false, tags: [] });
});

test('a pull request is told that nothing of it is saved', async () => {
  const pullRequest = { number: 7, base: '1a2b3c4d5e6f' };
  const { lines } = await buildAndSave('told', undefined, {
    event: { name: 'pull_request', ref: '', pullRequest },
  });
  expect(lines).toContain('info compiled wheels are not saved: this run is for pull request 7, onto 1a2b3c4');
});

test('of a platform that was not verified nothing is saved', async () => {
  const running = runningIn('unverified');
  const at = await built({ glibc: null, free: true });
  await save(running, at, { verified: [] });
  expect(await tagsIn('unverified')).toEqual([]);
  await save(running, at);
  expect(await tagsIn('unverified')).toHaveLength(2);
});

/** Puts a manifest with something changed under the tag of swell. */
async function change(name: string, edit: (manifest: Record<string, any>) => void): Promise<string> {
  const tag = (await tagsIn(name)).find((one) => one.startsWith('wheels-swell'))!;
  const url = `http://${registry.host}/v2/${name}/manifests/${tag}`;
  const type = 'application/vnd.oci.image.manifest.v1+json';
  const manifest = (await (await fetch(url, { headers: { accept: type } })).json()) as Record<string, any>;
  edit(manifest);
  const put = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': type },
    body: JSON.stringify(manifest),
  });
  expect(put.status).toBe(201);
  return `${registry.host}/${name}:${tag}`;
}

const wayOut = 'it is not used, and compiled anew. If this stays, remove it';

describe('what is not as it was is not restored, and that is said', () => {
  const rows: readonly (readonly [string, (manifest: Record<string, any>) => void, string])[] = [
    [
      'another source',
      (m) => (m['annotations'][`${prefix}.sdist`] = 'b'.repeat(64)),
      'says that it was made of or for something else',
    ],
    ['another version', (m) => (m['annotations'][`${prefix}.version`] = '1.1'), 'says that it is swell 1.1'],
    ['no annotations', (m) => delete m['annotations'], 'is of another form than this release writes (none)'],
    ['another kind of artifact', (m) => (m['artifactType'] = 'application/x'), 'is not a saved wheel'],
    [
      'a day that is none',
      (m) => (m['annotations'][`${prefix}.used`] = '2026-02-30'),
      'does not say right what its used is',
    ],
    ['no layer', (m) => (m['layers'] = []), 'does not name one file'],
    [
      'a name for another platform',
      (m) =>
        (m['layers'][0].annotations['org.opencontainers.image.title'] =
          'swell-1.0-cp313-cp313-linux_x86_64.whl'),
      'holds swell-1.0-cp313-cp313-linux_x86_64.whl, which cannot be installed on linux/arm/v7',
    ],
    [
      'the wheel of something else',
      (m) => Object.assign(m['layers'][0], { digest: `sha256:${ripple.sha256}` }),
      'names swell-1.0-cp313-cp313-linux_armv7l.whl, which is ripple 2.0 by its METADATA',
    ],
    [
      'a file that is no wheel',
      (m) => Object.assign(m['layers'][0], { digest: m['config'].digest, size: m['config'].size }),
      'names swell-1.0-cp313-cp313-linux_armv7l.whl, which is no wheel: it is no zip archive',
    ],
  ];
  test.each(rows)('%s', async (name, edit, why) => {
    const where = `changed/${name.replaceAll(' ', '-')}`;
    await buildAndSave(where);
    const tag = await change(where, edit);
    const { names, notes } = await restore(where);
    expect({ names, notes }).toEqual({
      names: ['ripple 2.0'],
      notes: [`the saved wheel ${tag} ${why}: ${wayOut}`],
    });
  });

  test('another size', async () => {
    await buildAndSave('size');
    const tag = await change('size', (m) => (m['layers'][0].size += 1));
    const { size } = await stat(join(folder, swell.filename));
    const { names, notes } = await restore('size');
    expect({ names, notes }).toEqual({
      names: ['ripple 2.0'],
      notes: [
        `the saved wheel ${tag} names ${swell.filename}, which has ${size} bytes where ${size + 1} were due: ${wayOut}`,
      ],
    });
  });

  test('bytes that were replaced', async () => {
    await buildAndSave('bytes');
    const path = registry.blobPath(`sha256:${swell.sha256}`);
    const bytes = await readFile(path);
    await writeFile(path, Buffer.from(bytes).reverse());
    const { names, notes } = await restore('bytes');
    await writeFile(path, bytes);
    expect({ names, notes }).toEqual({
      names: ['ripple 2.0'],
      notes: [
        expect.stringMatching(
          /^the saved wheel .*\/bytes:wheels-swell-\S+ names swell-.*, which could not be fetched \(.*sent a blob with the digest.*\): it is not used, and compiled anew\. If this stays, remove it$/s,
        ),
      ],
    });
  });

  test('bytes that are gone', async () => {
    await buildAndSave('gone');
    const path = registry.blobPath(`sha256:${swell.sha256}`);
    const bytes = await readFile(path);
    await rm(path);
    const { names, notes } = await restore('gone');
    await writeFile(path, bytes);
    expect({ names, notes: notes.length }).toEqual({ names: ['ripple 2.0'], notes: 1 });
  });
});

test('a store that refuses is a word, and what has no wheel is compiled; so it is where nothing can be written', async () => {
  const closed = await startRegistry({ kind: 'basic' });
  const run = { inputs: { wheel_store: `${closed.host}/app` } };
  const { running, names, notes } = await restore('refused', facts, run);
  const saving = await buildAndSave('refused', undefined, run);
  await closed.stop();
  const lookUps = running.asked.filter((line) => line.startsWith('GET app/manifests/'));
  expect({ names, notes, lookUps: lookUps.length, saved: saving.notes() }).toEqual({
    names: [],
    lookUps: 1,
    notes: [
      expect.stringMatching(
        /^not every saved wheel could be looked for in .*, and what is not found is compiled: .* did not let an anonymous user/,
      ),
    ],
    saved: [
      expect.stringMatching(
        /^ripple-2\.0-py3-none-any\.whl, swell-1\.0-.*\.whl could not be saved in .*\/app, and will be compiled again: .* did not let an anonymous user/,
      ),
    ],
  });
});

test('in a folder too; a file that was changed there is compiled anew, and replaced', async () => {
  const store = join(folder, 'store');
  const run = { inputs: { wheel_store: store } };
  expect((await buildAndSave('folder', undefined, run)).notes()).toEqual([]);
  expect(await restore('folder', facts, run)).toMatchObject({ names: both, notes: [] });
  const blob = join(store, 'blobs/sha256', swell.sha256);
  await writeFile(blob, 'something else');
  const { names, notes } = await restore('folder', facts, run);
  expect({ names, notes }).toEqual({
    names: ['ripple 2.0'],
    notes: [
      expect.stringMatching(
        `^the saved wheel ${store}/wheels-swell-\\S+\\.json names ${swell.filename}, which could not be fetched \\(${blob} has other bytes than its name says: .*\\): ${wayOut}$`,
      ),
    ],
  });
  await buildAndSave('folder', undefined, run);
  expect(await restore('folder', facts, run)).toMatchObject({ names: both, notes: [] });
});

const spansOf = ({ session }: Running): string[] =>
  session.events.flatMap((one) => (one.is === 'span' ? [one.span.name] : []));

describe('what fails for one does not hinder the others', () => {
  test('from being restored', async () => {
    await buildAndSave('partly');
    const faults = [['GET partly/manifests/wheels-swell', 500]] as const;
    const { running, names, notes } = await restore('partly', facts, { faults });
    expect({ names, notes }).toEqual({
      names: ['ripple 2.0'],
      notes: [
        expect.stringMatching(
          /^not every saved wheel could be looked for in .*\/partly, and .* answered 500/,
        ),
      ],
    });
    expect(spansOf(running)).toEqual(['restore the wheel of ripple for arm/v7']);
  });

  test('from being saved', async () => {
    const faults = [['PUT kept/manifests/wheels-ripple', 400]] as const;
    const running = await buildAndSave('kept', undefined, { faults });
    expect(running.notes()).toEqual([
      expect.stringMatching(
        /^ripple-2\.0-py3-none-any\.whl could not be saved in .*\/kept, and will be compiled again: .* answered 400/,
      ),
    ]);
    expect(spansOf(running)).toEqual(['save compiled wheels']);
    expect((await restore('kept')).names).toEqual(['swell 1.0']);
  });

  test('from being noted as used', async () => {
    await buildAndSave('noted');
    const later = 8;
    const faults = [['PUT noted/manifests/wheels-ripple', 400]] as const;
    const { running, save: saveUse } = await use('noted', { later, faults });
    await saveUse();
    expect(running.notes()).toEqual([
      expect.stringMatching(
        /^that ripple-2\.0-py3-none-any\.whl was used could not be written down in .*\/noted, so that it may count as unused: .* answered 400/,
      ),
    ]);
    expect(running.asked.filter((line) => line.startsWith('PUT noted/manifests/wheels-swell'))).toHaveLength(
      1,
    );
  });

  test('but one that lets nobody in any more is not asked on', async () => {
    await buildAndSave('shut');
    const { running, names, notes } = await restore('shut', facts, { faults: [['GET shut/blobs/', 403]] });
    expect({ names, notes: notes.length }).toEqual({ names: [], notes: 1 });
    const put = await buildAndSave('shut', undefined, { faults: [['PUT shut/manifests/', 403]] });
    expect(put.asked.filter((line) => line.startsWith('PUT shut/manifests/'))).toHaveLength(1);
    expect(spansOf(running)).toEqual([]);
  });
});

test('a version that is written in another way is that of the requirement', async () => {
  await buildAndSave('versions');
  await change('versions', (m) => (m['annotations'][`${prefix}.version`] = '1.0.0'));
  const { running, installed, notes } = await restore('versions');
  expect({ installed: installed.map(({ name, version }) => [name, version]), notes }).toEqual({
    installed: [
      ['ripple', '2.0'],
      ['swell', '1.0'],
    ],
    notes: [],
  });
  expect(compiledOnTarget(requirements[0], { native: [], restored: installed })).toEqual([]);
  expect(running.lines.filter((line) => line.startsWith('info swell 1.0 '))).toHaveLength(1);
});

test('a use is not written down of what another run replaced since', async () => {
  await buildAndSave('replaced');
  const { save: saveUse } = await use('replaced', { later: 8 });
  const tag = await change('replaced', (m) => (m['annotations'][`${prefix}.seconds`] = '5'));
  await saveUse();
  const { wheels: listed } = await listOf('replaced');
  expect({
    tag: tag.replace(/.*:/, ''),
    used: listed.map(({ name, seconds, used }) => [name, seconds, used]),
  }).toEqual({
    tag: listed[1]?.tag,
    used: [
      ['ripple', 2, '2026-11-28'],
      ['swell', 5, '2026-11-20'],
    ],
  });
});

test('what was compiled with musl needs the musl of its base', async () => {
  const base: BaseFacts = {
    ...facts,
    libc: { kind: 'musl', version: '1.2.5' },
    distribution: { id: 'alpine', version: '3.23', codename: '' },
  };
  const { notes } = await buildAndSave('musl', { glibc: null, free: true }, { base });
  const { wheels: listed } = await listOf('musl');
  expect({ notes: notes(), listed: listed.map(({ name, libc, floor }) => [name, libc, floor]) }).toEqual({
    notes: [],
    listed: [
      ['ripple', 'any', undefined],
      ['swell', 'musl', '1.2.5'],
    ],
  });
});

test('a use is written down once a week, and what nothing used for long is removed', async () => {
  const useIt = async (later: number): Promise<void> => (await use('used', { later })).save();
  const report = (later: number, unusedFor?: number, dryRun = false) =>
    listOf('used', { ...(unusedFor === undefined ? {} : { unusedFor }), dryRun }, { later });
  const used = async (later: number) => (await report(later)).wheels.map((one) => one.used);
  await buildAndSave('used');
  await useIt(6);
  expect(await used(6)).toEqual(['2026-11-20', '2026-11-20']);
  await useIt(7);
  expect(await used(7)).toEqual(['2026-11-27', '2026-11-27']);
  const month = 30;
  const unused = async (later: number, dryRun: boolean) =>
    (await report(later, month, dryRun)).wheels.map((one) => one.unused);
  // A use of the week after the last that is written down may be missing there.
  expect(await unused(7 + 36, false)).toEqual([undefined, undefined]);
  expect(await unused(7 + 37, true)).toEqual(['would be removed', 'would be removed']);
  expect(await unused(7 + 37, false)).toEqual(['removed', 'removed']);
  expect(await report(7 + 37)).toEqual({
    kind: 'repository',
    where: `${registry.host}/used`,
    wheels: [],
    others: [],
    problems: [],
  });
});

test('the list', async () => {
  await buildAndSave('list');
  const { wheels: listed, problems } = await listOf('list');
  expect(problems).toEqual([]);
  expect(
    listed.map(({ name, python, platform: of, libc, floor, way, used }) => [
      name,
      python,
      of,
      libc,
      floor,
      way,
      used,
    ]),
  ).toEqual([
    ['ripple', '3.13', 'any', 'any', undefined, 'native', '2026-11-20'],
    ['swell', '3.13', platform, 'glibc', '2.31', 'cross', '2026-11-20'],
  ]);
});
