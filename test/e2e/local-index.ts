/** A package index for one test: what the test brings, and everything else from the real one. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { defaultIndexUrl } from '../../src/package-index/read.ts';
import { must } from './support.ts';

export interface LocalIndex {
  /** Reached from this machine and from build containers. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/**
 * An sdist in the form of PEP 517 whose build backend stands in it and needs nothing else. Its bytes depend on nothing but
 * what is given, so that a builder that has compiled it before need not do so again.
 *
 * @param files content by path within the sdist.
 */
export async function makeSdist(
  folder: string,
  name: string,
  version: string,
  files: Readonly<Record<string, string>>,
): Promise<string> {
  const top = `${name}-${version}`;
  const all = {
    'pyproject.toml': '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n',
    'PKG-INFO': `Metadata-Version: 2.1\nName: ${name}\nVersion: ${version}\n`,
    ...files,
  };
  await mkdir(join(folder, top), { recursive: true });
  for (const [path, content] of Object.entries(all)) await writeFile(join(folder, top, path), content);
  const options = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--mode=u=rwX,go=rX'];
  await must('tar', [...options, '-czf', `${top}.tar.gz`, top], { cwd: folder });
  return join(folder, `${top}.tar.gz`);
}

/** The engine's own gateway: an address of this machine that containers reach. */
const gateway = async (): Promise<string> =>
  (
    await must('docker', ['network', 'inspect', 'bridge', '--format={{(index .IPAM.Config 0).Gateway}}'])
  ).trim();

/** Serves sdists beside everything that the default index has. */
export async function serveIndex(sdists: readonly string[]): Promise<LocalIndex> {
  const host = await gateway();
  const files = new Map<string, Buffer>();
  for (const path of sdists) files.set(path.replace(/^.*\//, ''), await readFile(path));
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? '');
    const file = files.get(path.replace('/files/', ''));
    const project = /^\/simple\/([^/]+)\/$/.exec(path)?.[1] ?? '';
    const own = [...files].filter(([name]) => name.replace(/-[^-]+$/, '') === project);
    if (file !== undefined) response.end(file);
    else if (own.length > 0) response.setHeader('content-type', 'text/html').end(own.map(link).join('\n'));
    else if (project !== '')
      void others(project).then(({ status, page }) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end(page),
      );
    else response.writeHead(404).end();
  });
  // The same port each time where it is free: the address is in the lock, and so in the key of what is cached.
  const port = await listen(server, host, 38_113).catch(() => listen(server, host, 0));
  return {
    url: `http://${host}:${port}/simple`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const link = ([name, content]: readonly [string, Buffer]): string =>
  `<a href="/files/${name}#sha256=${createHash('sha256').update(content).digest('hex')}">${name}</a>`;

/** A page of the default index with its links made absolute. */
async function others(project: string): Promise<{ status: number; page: string }> {
  const answer = await fetch(`${defaultIndexUrl}/${project}/`, { headers: { accept: 'text/html' } });
  const page = await answer.text();
  return {
    status: answer.status,
    page: page.replaceAll(
      /href="([^"]+)"/g,
      (_, href: string) =>
        `href="${new URL(href.replaceAll('&amp;', '&'), answer.url).href.replaceAll('&', '&amp;')}"`,
    ),
  };
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      listening();
    });
  });
  return (server.address() as { port: number }).port;
}
