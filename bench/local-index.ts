/** A package index on loopback with a few real wheels, so that the network is not measured. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readZipEntry } from '../src/lock/zip.ts';
import { download } from '../src/package-index/download.ts';
import { defaultIndexUrl, readProject } from '../src/package-index/read.ts';
import type { World } from '../src/ports.ts';
import { openSilently } from './silent.ts';

export interface LocalIndex {
  /** Root of the simple API. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface Wheel {
  readonly filename: string;
  readonly content: Buffer;
  readonly metadata: Buffer;
}

/** Fetches wheels of pure Python (`name-version`) from the default index, and serves them. */
export async function startLocalIndex(wanted: readonly string[]): Promise<LocalIndex> {
  const opened = openSilently();
  const fetched = Promise.all(wanted.map((one) => fetchWheel(opened.world, one)));
  return serveWheels(await fetched.finally(() => opened.close()));
}

/** Serves an HTML page for each wheel (PEP 503), one wheel a project, and its metadata (PEP 658), as a mirror does. */
export async function serveWheels(wheels: readonly Wheel[]): Promise<LocalIndex> {
  const type = 'application/octet-stream';
  const answers = new Map<string, Answer>(
    wheels.flatMap((wheel) => [
      [`/simple/${nameOf(wheel.filename)}/`, { type: 'text/html', body: Buffer.from(page(wheel)) }],
      [`/files/${wheel.filename}`, { type, body: wheel.content }],
      [`/files/${wheel.filename}.metadata`, { type, body: wheel.metadata }],
    ]),
  );
  const server = createServer(({ url = '' }, response) => {
    const answer = answers.get(url);
    if (answer === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': answer.type }).end(answer.body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/simple`,
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

interface Answer {
  readonly type: string;
  readonly body: Buffer;
}

const nameOf = (filename: string): string => filename.replace(/-.*$/, '').replaceAll('_', '-').toLowerCase();

async function fetchWheel(world: World, wanted: string): Promise<Wheel> {
  const filename = `${wanted}-py3-none-any.whl`;
  const project = await readProject(world, defaultIndexUrl, nameOf(wanted));
  const file = project?.files.find((one) => one.filename === filename);
  if (file === undefined) throw new Error(`The index has no ${filename}.`);
  const content = await download(world, file.url);
  if (sha256(content) !== file.sha256) throw new Error(`${filename} is not what the index says.`);
  const metadata = readZipEntry(content, (name) => name === `${wanted}.dist-info/METADATA`);
  if (metadata === undefined) throw new Error(`${filename} has no metadata.`);
  return { filename, content, metadata };
}

function page({ filename, content, metadata }: Wheel): string {
  const python = /^Requires-Python: (.+)$/m.exec(metadata.toString('utf8'))?.[1]?.trim();
  const requires =
    python === undefined
      ? ''
      : ` data-requires-python="${python.replaceAll('>', '&gt;').replaceAll('<', '&lt;')}"`;
  return `<!DOCTYPE html><a href="../../files/${filename}#sha256=${sha256(content)}"${requires} data-core-metadata="sha256=${sha256(metadata)}">${filename}</a>\n`;
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');
