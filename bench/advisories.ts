/** Measures looking up advisories in batches against asking about one package after the other. */
import { tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openOsv, type Release } from '../src/advisories/osv.ts';
import { debianAdvisory, type OsvRecord, startOsv } from '../test/support/osv.ts';
import { openSilently } from './silent.ts';

export interface AdvisoriesMeasured {
  readonly packages: number;
  /** Seconds for the packages of one image, whose advisories are all new to this machine; one a round. */
  readonly batch: readonly number[];
  readonly inTurn: readonly number[];
  readonly images: number;
  /** Requests for that image, and for many images that ask at once; those for records of advisories are not among them. */
  readonly requests: number;
  readonly shardRequests: number;
}

/** As many as the slim image of Debian has source packages and advisories, and one of a package its requirements. */
const [packages, advisories, images] = [90, 100, 20];

const releasesOf = (image: number): Release[] =>
  Array.from({ length: packages }, (_, at) =>
    at < 60
      ? { ecosystem: 'Debian:13', name: `source-${at}`, version: '1.0-1' }
      : { ecosystem: 'PyPI', name: `requirement-${at}`, version: `1.${image}` },
  );

export async function measureAdvisories(rounds: number): Promise<AdvisoriesMeasured> {
  const records = Array.from({ length: advisories }, (_, at): OsvRecord =>
    debianAdvisory(`CVE-2026-${1000 + at}`, `source-${at % 60}`, { versions: ['1.0-1'] }),
  );
  const service = await startOsv(records);
  const opened = openSilently();
  const folder = mkdtempSync(join(tmpdir(), 'bench-advisories-'));
  let caches = 0;
  // Each has a cache of its own, in which nothing is kept.
  const open = () =>
    openOsv(opened.world, {
      url: service.url,
      cache: { folder: join(folder, String((caches += 1))), refused: () => undefined },
    });
  const batches = (): number => service.asked.filter((line) => line.startsWith('POST')).length;
  try {
    const seconds = { batch: [] as number[], inTurn: [] as number[] };
    let requests = 0;
    for (let round = -1; round < rounds; round += 1) {
      const before = performance.now();
      service.asked.length = 0;
      await open().ask(releasesOf(0));
      requests = batches();
      const between = performance.now();
      const alone = open();
      for (const one of releasesOf(0)) await alone.ask([one]);
      if (round < 0) continue;
      seconds.batch.push((between - before) / 1000);
      seconds.inTurn.push((performance.now() - between) / 1000);
    }
    service.asked.length = 0;
    const shared = open();
    await Promise.all(Array.from({ length: images }, (_, image) => shared.ask(releasesOf(image))));
    return { packages, images, requests, shardRequests: batches(), ...seconds };
  } finally {
    opened.close();
    await service.stop();
    rmSync(folder, { recursive: true });
  }
}
