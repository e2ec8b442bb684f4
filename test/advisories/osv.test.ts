/** The client against a service that answers as OSV does, and against one that does not. */
import { afterEach, expect, test } from 'vitest';
import { openOsv, type Release, releaseText } from '../../src/advisories/osv.ts';
import type { Budget } from '../../src/http.ts';
import {
  faults,
  githubAdvisory,
  type OsvFault,
  type OsvRecord,
  type OsvService,
  startOsv,
} from '../support/osv.ts';
import { type TestWorld, testWorld } from '../support/world.ts';

const h11: Release = { ecosystem: 'PyPI', name: 'h11', version: '0.14.0' };
const mended: Release = { ...h11, version: '0.16.0' };
const idna: Release = { ecosystem: 'PyPI', name: 'idna', version: '3.6' };
const ofH11 = githubAdvisory('GHSA-vqfr-h8mv-ghfj', 'h11', { fixed: '0.16.0' });

let service: OsvService | undefined;
afterEach(async () => service?.stop());
const serve = async (...of: Parameters<typeof startOsv>): Promise<OsvService> =>
  (service = await startOsv(...of));

/** A world whose files are kept in memory. */
function worldWith(files: Map<string, string> = new Map()): TestWorld {
  const world = testWorld();
  return {
    ...world,
    files: {
      ...world.files,
      read: (path) => Promise.resolve(files.get(path)),
      replace: async (path, content) => void files.set(path, Buffer.from(content as Uint8Array).toString()),
    },
  };
}

const budget: Budget = { attempts: 2, time: 5000, first: 10, longest: 10 };
const open = (url: string, world = worldWith()) =>
  openOsv(world, { url, cache: { folder: '/cache', refused: () => {} }, timeout: 1000, budget });

const idsOf = (known: ReadonlyMap<string, readonly { readonly id: string }[]>) =>
  Object.fromEntries([...known].map(([key, all]) => [key, all.map(({ id }) => id)]));

test('asks about everything in one request, and reads the record of each advisory once', async () => {
  const { url, asked } = await serve([ofH11]);
  const { ask } = open(url);
  const { known, unknown } = await ask([h11, mended, idna]);
  expect(unknown).toBeUndefined();
  expect(idsOf(known)).toEqual({
    [releaseText(h11)]: ['GHSA-vqfr-h8mv-ghfj'],
    [releaseText(mended)]: [],
    [releaseText(idna)]: [],
  });
  await ask([idna, h11]);
  expect(asked).toEqual(['POST /v1/querybatch 3', 'GET /v1/vulns/GHSA-vqfr-h8mv-ghfj']);
});

test('images that ask at once share a request', async () => {
  const { url, asked } = await serve([ofH11]);
  const { ask } = open(url);
  const all = await Promise.all([ask([h11, idna]), ask([h11, mended]), ask([idna])]);
  expect(all.map(({ known }) => known.size)).toEqual([2, 2, 1]);
  expect(asked).toEqual(['POST /v1/querybatch 3', 'GET /v1/vulns/GHSA-vqfr-h8mv-ghfj']);
});

test('follows every page of an answer', async () => {
  const records = ['a', 'b', 'c'].map((one) => githubAdvisory(`GHSA-${one}`, 'h11'));
  const { url, asked } = await serve(records, { pageSize: 1 });
  const { known } = await open(url).ask([h11, idna]);
  expect(idsOf(known)[releaseText(h11)]).toEqual(['GHSA-a', 'GHSA-b', 'GHSA-c']);
  expect(asked.filter((line) => line.startsWith('POST'))).toEqual([
    'POST /v1/querybatch 2',
    'POST /v1/querybatch 1',
    'POST /v1/querybatch 1',
  ]);
});

test('an answer of which a later page is lost counts as far as it came, and is not all', async () => {
  const { url, fail } = await serve([ofH11]);
  const first: OsvFault = (response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ results: [{ vulns: [ofH11], next_page_token: '1' }, {}] }));
  fail('POST', first, faults.broken, faults.broken);
  const { known, unknown } = await open(url).ask([h11, idna]);
  expect(idsOf(known)).toEqual({ [releaseText(h11)]: [ofH11.id], [releaseText(idna)]: [] });
  expect(unknown).toBe(`${url} could not be asked: it answered 503`);
});

test('asks about no more than a thousand releases in one request', async () => {
  const { url, asked } = await serve([]);
  const many = Array.from({ length: 1001 }, (_, at) => ({ ...h11, version: `1.${at}` }));
  expect((await open(url).ask(many)).known.size).toBe(1001);
  expect(asked).toEqual(['POST /v1/querybatch 1000', 'POST /v1/querybatch 1']);
});

test('a record is kept between runs until it is changed', async () => {
  const { url, asked, publish } = await serve([ofH11]);
  const files = new Map<string, string>();
  const run = () => open(url, worldWith(files)).ask([h11]);
  await run();
  await run();
  expect(asked.filter((line) => line.startsWith('GET'))).toHaveLength(1);
  publish([{ ...ofH11, modified: '2026-11-29T00:00:00Z', summary: 'it is worse than it was' }]);
  const { known } = await run();
  expect(known.get(releaseText(h11))?.[0]?.summary).toBe('it is worse than it was');
  expect(asked.filter((line) => line.startsWith('GET'))).toHaveLength(2);
});

test('what was withdrawn is none', async () => {
  const { url } = await serve([{ ...ofH11, withdrawn: '2026-11-21T00:00:00Z' } as OsvRecord]);
  expect(idsOf((await open(url).ask([h11])).known)).toEqual({ [releaseText(h11)]: [] });
});

test.each<[string, OsvFault, string]>([
  ['hangs', faults.hangs, 'timeout'],
  ['is out of order', faults.broken, 'it answered 503'],
  ['is busy for longer than anybody waits', faults.busy('3600'), 'it answered 429'],
  ['cuts its answer', faults.cut, 'its answer broke off'],
  ['is a proxy with a page of its own', faults.notJson, 'its answer is no JSON, or was cut'],
  ['leaves out results', faults.short, 'its answer does not have 2 results'],
])('a service that %s is unknown, and never none', async (_, fault, why) => {
  const { url, fail } = await serve([ofH11]);
  fail('POST', fault, fault, fault);
  const { known, unknown } = await open(url).ask([h11, idna]);
  expect(known.size).toBe(0);
  expect(unknown).toContain(`${url} could not be asked: `);
  expect(unknown).toContain(why);
});

test.each<[string, OsvFault]>([
  ['hangs', faults.hangs],
  ['is busy', faults.busy('1')],
  ['cuts its answer', faults.cut],
])('a service that %s once is asked again', async (_, fault) => {
  const { url, asked, fail } = await serve([ofH11]);
  fail('POST', fault);
  const { known, unknown } = await open(url).ask([h11]);
  expect({ unknown, ids: idsOf(known) }).toEqual({
    unknown: undefined,
    ids: { [releaseText(h11)]: ['GHSA-vqfr-h8mv-ghfj'] },
  });
  expect(asked).toHaveLength(3);
});

test('a service that is away is waited for once a minute, and not by each image', async () => {
  const world = worldWith();
  const { url, asked, fail } = await serve([ofH11]);
  fail('POST', faults.broken, faults.broken);
  const { ask } = open(url, world);
  expect((await ask([h11])).unknown).toContain('503');
  expect((await ask([idna])).unknown).toContain('503');
  expect(asked).toHaveLength(2);
  await world.clock.sleep(61_000);
  expect(await ask([idna])).toEqual({ known: new Map([[releaseText(idna), []]]) });
});

test('an advisory whose record cannot be read is there, and what it says is not known', async () => {
  const other = githubAdvisory('GHSA-other', 'idna');
  const { url, asked, fail } = await serve([ofH11, other]);
  fail('GET', ...Array.from({ length: 8 }, () => faults.broken));
  const { known, unknown } = await open(url).ask([h11, idna]);
  expect(idsOf(known)).toEqual({
    [releaseText(h11)]: ['GHSA-vqfr-h8mv-ghfj'],
    [releaseText(idna)]: ['GHSA-other'],
  });
  expect(known.get(releaseText(h11))?.[0]).toMatchObject({ unread: true, rating: 'unrated' });
  expect(unknown).toContain('the record of GHSA-');
  expect(asked.length).toBeLessThan(7);
});
