/**
 * What several images of one run want to know is asked once: counted at proxies in front of a real index and a real
 * registry, and at a token service. Costs 10 s.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { findUv, pinnedUv } from '../../src/lock/uv.ts';
import { defaultIndexUrl } from '../../src/package-index/read.ts';
import type { Event } from '../../src/report/journal.ts';
import { findCell } from '../../src/sources/package/find-cell.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { startTokenServer, type TokenServer, tokenUser } from '../support/tokens.ts';
import { type Counter, startCounter } from './counter.ts';
import { type LocalIndex, makeWheel, serveIndex } from './local-index.ts';
import { type Ended, imageFor, inputsOf, inWorld, planOf, runPlanned } from './plans.ts';
import { registry } from './support.ts';
import { watch, type Watched } from './watched.ts';

let folder = '';
let watched: Watched;
let tokens: TokenServer;
let images: TestRegistry;
let served: LocalIndex;
let index: Counter;
let bases: Counter;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'asked-once-'));
  tokens = await startTokenServer();
  images = await startRegistry({ kind: 'token', server: tokens });
  const wheel = await makeWheel(folder, { name: 'asked-once', version: '1.0', script: 'print("yes")' });
  served = await serveIndex([wheel]);
  const { host, hostname } = new URL(served.url);
  index = await startCounter(host, hostname);
  bases = await startCounter(registry);
  const tools = readFileSync('dockerfiles/compile/tools.txt', 'utf8');
  const uv = await inWorld((world) =>
    findUv(world, { indexUrl: defaultIndexUrl, pin: pinnedUv(tools), cache: { refused: () => {} } }),
  );
  mkdirSync(join(folder, 'uv'));
  if (uv.from !== 'path') symlinkSync(uv.program, join(folder, 'uv', 'uv'));
  vi.stubEnv('PATH', `${join(folder, 'uv')}:${process.env['PATH']}`);
  watched = await watch(folder, ['docker', 'uv']);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([index, bases, served, images, tokens].map((one) => one?.stop()));
  rmSync(folder, { recursive: true, force: true });
});

/** Two images on one base, the first of them for two repositories, and one on another base. */
const rows = [
  { id: 'one', image_name: 'private/one\nprivate/mirror' },
  { id: 'two', image_name: 'private/two' },
  { id: 'musl', image_name: 'private/musl', target_base: 'alpine' },
];

const run = (): Promise<Ended> =>
  runPlanned(
    async (session) =>
      planOf(
        await Promise.all(
          rows.map(async ({ id, ...raw }) => {
            const inputs = inputsOf({
              ...raw,
              registry: images.host,
              package: 'asked-once',
              package_version: 'latest',
              base_registry: `${bases.host}/library`,
              index_url: `http://${index.host}/simple`,
            });
            return imageFor(id, inputs, {}, await findCell(session, inputs));
          }),
        ),
      ),
    {
      concurrency: rows.length,
      env: { ...process.env, PATH: watched.path },
      cache: join(folder, 'cache'),
      registries: [images.host, bases.host],
      login: { registry: images.host, ...tokenUser },
      indexUrl: `http://${index.host}/simple`,
    },
  );

const outcomes = ({ reports }: Ended) =>
  Object.fromEntries(Object.values(reports).map(({ id, outcome, problems }) => [id, { outcome, problems }]));

const repeated = (all: readonly string[]): string[] => all.filter((one, at) => all.indexOf(one) !== at);

const opened = (events: readonly Event[]): number => events.filter(({ is }) => is === 'builder').length;

/** What of it says which image a tag stands for. */
const ofTags = (requests: readonly string[]): string[] =>
  requests.filter((request) => request.includes('/manifests/3.13-')).toSorted();

/** A call of docker without its options. */
const wordsOf = (call: string): string =>
  call
    .split(' ')
    .filter((word) => !word.startsWith('-'))
    .join(' ');

/** What was asked of the token service, of the index and of the registry of the bases, and what was started. */
function takeAnswers() {
  const { calls } = watched.take();
  return {
    pages: index.take(),
    bases: bases.take().toSorted(),
    tokens: tokens.requests.splice(0).toSorted(),
    resolved: calls.filter((call) => call.startsWith('uv ')).map((call) => call.split(' ')[1]),
    docker: calls.filter((call) => call.startsWith('docker ')),
  };
}

test('three images that are built ask for nothing twice', async () => {
  // The first were asked until the registry answered.
  const before = images.requests().length;
  const { events, ...ended } = await run();
  const published = { outcome: 'published', problems: [] };
  expect(outcomes({ events, ...ended })).toEqual({ one: published, two: published, musl: published });
  const asked = takeAnswers();
  expect(asked.pages).toEqual([
    'GET /simple/asked-once/',
    // The index has no metadata beside the wheel, and gives no parts of it.
    'GET /files/asked_once-1.0-py3-none-any.whl.metadata',
    'GET /files/asked_once-1.0-py3-none-any.whl',
  ]);
  expect(ofTags(asked.bases)).toEqual([
    'GET /v2/library/python/manifests/3.13-alpine',
    'GET /v2/library/python/manifests/3.13-slim',
  ]);
  expect(repeated(asked.bases)).toEqual([]);
  // Ending an upload needs the right to delete, by this registry's reckoning.
  const actions = ['delete,pull,push', 'pull', 'pull,push'];
  const questions = ['mirror', 'musl', 'one', 'two'].flatMap((name) =>
    actions.map((action) => `GET owner repository:private/${name}:${action}`),
  );
  // What the first repository has is mounted in the second.
  const mount = 'GET owner repository:private/mirror:pull,push repository:private/one:pull';
  expect(asked.tokens).toEqual([...questions, mount].toSorted());
  expect(asked.resolved).toEqual(['--version', 'pip']);
  expect(opened(events)).toBe(1);
  expect(asked.docker.map(wordsOf).toSorted()).toEqual([
    // One for each base.
    'docker buildx bake facts',
    'docker buildx bake facts',
    'docker buildx bake musl musl-verify',
    'docker buildx bake one one-verify',
    'docker buildx bake two two-verify',
    'docker buildx inspect',
    'docker buildx version',
    expect.stringMatching(/^docker info /),
  ]);
  const asking = images.requests().slice(before);
  expect(asking.filter((request) => request.startsWith('GET /v2/ '))).toEqual(['GET /v2/ 401']);
});

test('three images that are kept ask for nothing twice, and start no builder', async () => {
  const { events, ...ended } = await run();
  const kept = { outcome: 'kept', problems: [] };
  expect(outcomes({ events, ...ended })).toEqual({ one: kept, two: kept, musl: kept });
  const asked = takeAnswers();
  expect(asked).toEqual({
    pages: ['GET /simple/asked-once/'],
    bases: [
      'GET /v2/',
      'HEAD /v2/library/python/manifests/3.13-alpine',
      'HEAD /v2/library/python/manifests/3.13-slim',
    ],
    tokens: ['mirror', 'musl', 'one', 'two'].map((name) => `GET owner repository:private/${name}:pull`),
    resolved: ['--version', 'pip'],
    docker: [],
  });
  expect(opened(events)).toBe(0);
});
