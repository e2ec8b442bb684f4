/**
 * A package index on loopback with releases that are made up: their pages (PEP 691) and metadata (PEP 658) are served, and
 * no files, since a plan fetches none. Pages have an ETag, and answer 304 as the real index does.
 */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Release {
  readonly name: string;
  readonly version: string;
  /** Requirement lines. */
  readonly requires?: readonly string[];
  /** It has a wheel for each Python, machine and libc, and an sdist, in place of one wheel for all. */
  readonly isNative?: boolean;
}

export interface MadeIndex {
  /** `127.0.0.1:PORT`; the root of the simple API is `/simple`. */
  readonly host: string;
  /** Replaces all releases. */
  readonly offer: (releases: readonly Release[]) => void;
  readonly stop: () => Promise<void>;
}

interface Page {
  readonly body: string;
  readonly etag: string;
}

export async function startMadeIndex(): Promise<MadeIndex> {
  let pages = new Map<string, Page>();
  let metadata = new Map<string, string>();
  const server = createServer(({ url = '', headers }, answer) => {
    const page = pages.get(url);
    const text = metadata.get(url);
    if (page !== undefined) {
      // Ten minutes on the real one; a year of weekly plans takes less here.
      const validators = { etag: page.etag, 'cache-control': 'max-age=0' };
      if (headers['if-none-match'] === page.etag) answer.writeHead(304, validators).end();
      else
        answer
          .writeHead(200, { 'content-type': 'application/vnd.pypi.simple.v1+json', ...validators })
          .end(page.body);
    } else if (text !== undefined)
      // As the real index says of files.
      answer.writeHead(200, { 'cache-control': 'max-age=365000000, immutable, public' }).end(text);
    else answer.writeHead(404).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    offer: (releases) => {
      const projects = Map.groupBy(releases, ({ name }) => name);
      pages = new Map([...projects].map(([name, its]) => [`/simple/${name}/`, pageOf(name, its)]));
      metadata = new Map(
        releases.flatMap((one) =>
          wheelsOf(one).map((file) => [`/files/${file}.metadata`, metadataOf(one)] as const),
        ),
      );
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

function pageOf(name: string, releases: readonly Release[]): Page {
  const files = releases.flatMap((one) => {
    const metadata = { sha256: sha256(metadataOf(one)) };
    const wheels = wheelsOf(one).map((file) => ({ ...fileOf(file), 'core-metadata': metadata }));
    return one.isNative === true ? [...wheels, fileOf(`${distribution(one)}-${one.version}.tar.gz`)] : wheels;
  });
  const body = JSON.stringify({ meta: { 'api-version': '1.1' }, name, files });
  return { body, etag: `"${sha256(body).slice(0, 32)}"` };
}

const fileOf = (filename: string) => ({
  filename,
  url: `../../files/${filename}`,
  hashes: { sha256: sha256(filename) },
  'requires-python': '>=3.9',
  'upload-time': '2026-01-01T00:00:00Z',
});

const tags = ['311', '312', '313', '314', '315'].flatMap((python) =>
  ['manylinux_2_17_', 'musllinux_1_2_'].flatMap((libc) =>
    ['x86_64', 'aarch64', 'armv7l'].map((machine) => `cp${python}-cp${python}-${libc}${machine}`),
  ),
);

const wheelsOf = (one: Release): string[] =>
  (one.isNative === true ? tags : ['py3-none-any']).map(
    (tag) => `${distribution(one)}-${one.version}-${tag}.whl`,
  );

const distribution = ({ name }: Release): string => name.replaceAll('-', '_');

const metadataOf = ({ name, version, requires = [] }: Release): string =>
  [
    'Metadata-Version: 2.1',
    `Name: ${name}`,
    `Version: ${version}`,
    'Requires-Python: >=3.9',
    ...requires.map((line) => `Requires-Dist: ${line}`),
    '',
  ].join('\n');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
