/** A service with OSV's API, for advisories of a test: it compares versions as the public one does. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { compareVersions, parsePackageVersion } from '../../src/names/package-version.ts';

/** A record of OSV's schema, as far as the service itself looks at it. */
export interface OsvRecord {
  readonly id: string;
  readonly modified: string;
  readonly affected: readonly {
    readonly package: { readonly ecosystem: string; readonly name: string };
    readonly ranges?: readonly {
      readonly type: string;
      readonly events: readonly Readonly<Record<string, string>>[];
    }[];
    /** `*` stands for every version. */
    readonly versions?: readonly string[];
    readonly [other: string]: unknown;
  }[];
  readonly [other: string]: unknown;
}

interface Query {
  readonly package: { readonly ecosystem: string; readonly name: string };
  readonly version: string;
  readonly page_token?: string;
}

/** Answers in place of the service. */
export type OsvFault = (response: ServerResponse) => void;

export const faults = {
  hangs: () => {},
  busy: (after: string) => (response: ServerResponse) => {
    response.writeHead(429, { 'retry-after': after }).end('{}');
  },
  broken: (response: ServerResponse) => {
    response.writeHead(503).end('out of order');
  },
  /** Half of an answer whose whole length was said. */
  cut: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' });
    response.write('{"results": [{"vulns": [');
    setTimeout(() => response.destroy(), 5);
  },
  notJson: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html>a proxy says hello</html>');
  },
  /** Fewer results than there were questions: what is left out would look like none. */
  short: (response: ServerResponse) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"results":[]}');
  },
} satisfies Record<string, OsvFault | ((after: string) => OsvFault)>;

export interface OsvService {
  readonly url: string;
  /** `POST /v1/querybatch 12` with the number of queries, `GET /v1/vulns/ID`. */
  readonly asked: string[];
  /** Replaces the advisories. */
  readonly publish: (records: readonly OsvRecord[]) => void;
  /** Each request whose line begins so has the next fault; where there is none left, it is answered. */
  readonly fail: (start: string, ...faults: readonly OsvFault[]) => void;
  readonly stop: () => Promise<void>;
}

export async function startOsv(
  records: readonly OsvRecord[],
  { pageSize = Infinity, host = '127.0.0.1' }: { readonly pageSize?: number; readonly host?: string } = {},
): Promise<OsvService> {
  const asked: string[] = [];
  let published = records;
  const waiting = new Map<string, OsvFault[]>();
  const server = createServer((request: IncomingMessage, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      const line = `${request.method} ${request.url}`;
      const queries =
        line === 'POST /v1/querybatch' ? (JSON.parse(body) as { queries: Query[] }).queries : undefined;
      asked.push(queries === undefined ? line : `${line} ${queries.length}`);
      const fault = [...waiting]
        .find(([start, left]) => line.startsWith(start) && left.length > 0)?.[1]
        .shift();
      if (fault !== undefined) return fault(response);
      const answer = queries === undefined ? recordOf(line) : batchOf(queries);
      response
        .writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer ?? { code: 5, message: 'Bug not found.' }));
      return undefined;
    });
  });
  const recordOf = (line: string) =>
    published.find(({ id }) => line === `GET /v1/vulns/${encodeURIComponent(id)}`);
  const batchOf = (queries: readonly Query[]) => ({
    results: queries.map((query) => {
      const start = Number(query.page_token ?? 0);
      const all = published.filter((record) => isAffected(record, query));
      const vulns = all.slice(start, start + pageSize).map(({ id, modified }) => ({ id, modified }));
      const next = start + pageSize < all.length ? { next_page_token: String(start + pageSize) } : {};
      return vulns.length === 0 ? {} : { vulns, ...next };
    }),
  });
  server.listen(0, host);
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  return {
    url: `http://${host}:${port}`,
    asked,
    publish: (next) => void (published = next),
    fail: (start, ...of) => void waiting.set(start, [...of]),
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function isAffected({ affected }: OsvRecord, { package: wanted, version }: Query): boolean {
  return affected.some(
    (one) =>
      one.package.ecosystem === wanted.ecosystem &&
      one.package.name === wanted.name &&
      (one.versions?.some((text) => text === '*' || text === version) === true ||
        (wanted.ecosystem === 'PyPI' &&
          (one.ranges ?? []).some(({ type, events }) => type !== 'GIT' && isWithin(version, events)))),
  );
}

/** @param events in order: each `introduced` is followed by what ends it. */
function isWithin(text: string, events: readonly Readonly<Record<string, string>>[]): boolean {
  let isIn = false;
  for (const { introduced, fixed, last_affected: last } of events) {
    if (introduced !== undefined && (introduced === '0' || order(text, introduced) >= 0)) isIn = true;
    if (fixed !== undefined && order(text, fixed) >= 0) isIn = false;
    if (last !== undefined && order(text, last) > 0) isIn = false;
  }
  return isIn;
}

function order(left: string, right: string): number {
  const [one, other] = [parsePackageVersion(left), parsePackageVersion(right)];
  if (!one.ok || !other.ok) throw new Error(`${left} or ${right} is no version`);
  return compareVersions(one.value, other.value);
}

const modified = '2026-11-20T08:00:00Z';

/** An advisory of GitHub as OSV has it. */
export const githubAdvisory = (
  id: string,
  name: string,
  {
    aliases = [],
    fixed,
    vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
    severity,
    summary = `${name} takes what it must not`,
  }: {
    readonly aliases?: readonly string[];
    readonly fixed?: string;
    readonly vector?: string;
    readonly severity?: string;
    readonly summary?: string;
  } = {},
): OsvRecord => ({
  schema_version: '1.7.3',
  id,
  modified,
  published: '2026-11-18T08:00:00Z',
  aliases,
  summary,
  details: `### Impact\n\n${summary}.`,
  severity:
    vector === '' ? [] : [{ type: vector.startsWith('CVSS:4') ? 'CVSS_V4' : 'CVSS_V3', score: vector }],
  affected: [
    {
      package: { ecosystem: 'PyPI', name, purl: `pkg:pypi/${name}` } as { ecosystem: string; name: string },
      ranges: [
        {
          type: 'ECOSYSTEM',
          events: [{ introduced: '0' }, ...(fixed === undefined ? [] : [{ fixed }])],
        },
      ],
      database_specific: { source: 'https://github.com/github/advisory-database' },
    },
  ],
  database_specific: { github_reviewed: true, ...(severity === undefined ? {} : { severity }) },
});

/** An advisory of Debian's tracker as OSV has it. */
export const debianAdvisory = (
  cve: string,
  name: string,
  {
    versions,
    fixed,
    urgency = 'not yet assigned',
    vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
    ecosystem = 'Debian:13',
  }: {
    readonly versions: readonly string[];
    readonly fixed?: string;
    readonly urgency?: string;
    readonly vector?: string;
    readonly ecosystem?: string;
  },
): OsvRecord => ({
  schema_version: '1.7.3',
  id: `${ecosystem.startsWith('Alpine') ? 'ALPINE' : 'DEBIAN'}-${cve}`,
  modified,
  published: '2026-11-18T08:00:00Z',
  upstream: [cve],
  details: `${name} reads beyond the end of a buffer.`,
  severity: vector === '' ? [] : [{ type: 'CVSS_V3', score: vector }],
  affected: [
    {
      package: { ecosystem, name },
      ranges: [
        {
          type: 'ECOSYSTEM',
          events: [{ introduced: '0' }, ...(fixed === undefined ? [] : [{ fixed }])],
        },
      ],
      versions,
      ecosystem_specific: { urgency },
    },
  ],
});
