/** A package index with the files of a test, and all others of the real index. */
import { createCipheriv, createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { basename, dirname, join } from 'node:path';
import { defaultIndexUrl } from '../../src/package-index/read.ts';
import { makeWheels } from '../dockerfiles/programs.ts';
import { must } from './support.ts';

export interface LocalIndex {
  /** Reached from this machine and from build containers. */
  readonly url: string;
  /** Paths that were asked for. */
  readonly asked: ReadonlySet<string>;
  /** Replaces the files of the test. */
  readonly offer: (paths: readonly string[]) => Promise<void>;
  /** Says from now on when files of a project were uploaded: by the file's name, as RFC 3339. */
  readonly date: (times: Readonly<Record<string, string>>) => void;
  readonly stop: () => Promise<void>;
}

/**
 * An sdist with its own build backend (PEP 517) and no build requirements. Its bytes depend on the arguments alone, so that
 * a builder that has compiled it finds it in its cache.
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
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, top, path)), { recursive: true });
    await writeFile(join(folder, top, path), content);
  }
  const options = ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '--mode=u=rwX,go=rX'];
  await must('tar', [...options, '-czf', `${top}.tar.gz`, top], { cwd: folder });
  return join(folder, `${top}.tar.gz`);
}

export interface Wheel {
  readonly name: string;
  readonly version: string;
  /** Requirement lines. */
  readonly requires?: readonly string[];
  /** Python code of a script with the name of the package. */
  readonly script: string;
  /** So many bytes beside the module, which cannot be compressed. */
  readonly data?: number;
}

/** A wheel of one module, for every platform, with a script. Its bytes depend on the arguments alone. */
export async function makeWheel(
  folder: string,
  { name, version, requires = [], script, data }: Wheel,
): Promise<string> {
  const module = name.replaceAll('-', '_');
  const [made] = await makeWheels(folder, [
    {
      name,
      version,
      headers: requires.map((line) => `Requires-Dist: ${line}`),
      files: {
        [`${module}.py`]: `def main():\n    ${script}\n`,
        ...(data === undefined ? {} : { [`${module}.bin`]: { base64: noise(data).toString('base64') } }),
      },
      entry_points: `[console_scripts]\n${name} = ${module}:main\n`,
    },
  ]);
  return join(folder, made!.filename);
}

/** The same bytes each time. */
const noise = (length: number): Buffer =>
  createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16)).update(Buffer.alloc(length));

/** The engine's gateway, an address of this machine that containers reach. */
const gateway = async (): Promise<string> =>
  (
    await must('docker', ['network', 'inspect', 'bridge', '--format={{(index .IPAM.Config 0).Gateway}}'])
  ).trim();

/** TLS and credentials of a company's index. */
export interface Closed {
  /** Folder that gets the certificate of its authority, `ca.pem`. */
  readonly folder: string;
  readonly username: string;
  readonly password: string;
}

/**
 * Serves these sdists and wheels, and all others of the default index unless it is `alone`. Pages of `dated` packages are
 * JSON with sizes, and times by file (PEP 700).
 */
export async function serveIndex(
  paths: readonly string[],
  closed?: Closed,
  {
    alone = false,
    dated = {},
  }: { readonly alone?: boolean; readonly dated?: Readonly<Record<string, string>> } = {},
): Promise<LocalIndex> {
  const asked = new Set<string>();
  const host = await gateway();
  let files = await read(paths);
  let times = dated;
  const wanted = closed && `Basic ${Buffer.from(`${closed.username}:${closed.password}`).toString('base64')}`;
  const listener: RequestListener = (request, response) => {
    if (wanted !== undefined && request.headers.authorization !== wanted) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="packages"' }).end();
      return;
    }
    const path = decodeURIComponent(request.url ?? '');
    asked.add(path);
    const file = files.get(path.replace('/files/', ''));
    const project = /^\/simple\/([^/]+)\/$/.exec(path)?.[1] ?? '';
    const own = [...files].filter(([name]) => projectOf(name) === project);
    if (file !== undefined) response.end(file);
    else if (own.length > 0 && own.every(([name]) => name in times))
      response.setHeader('content-type', 'application/vnd.pypi.simple.v1+json').end(jsonPage(own, times));
    else if (own.length > 0) response.setHeader('content-type', 'text/html').end(own.map(link).join('\n'));
    else if (project !== '' && !alone)
      void others(project).then(({ status, page }) =>
        response.writeHead(status, { 'content-type': 'text/html' }).end(page),
      );
    else response.writeHead(404).end();
  };
  const server =
    closed === undefined
      ? createServer(listener)
      : createTlsServer(await certificateOf(closed.folder, host), listener);
  const port = await listen(server, host, portOf(paths)).catch(() => listen(server, host, 0));
  return {
    url: `${closed === undefined ? 'http' : 'https'}://${host}:${port}/simple`,
    asked,
    offer: async (now) => {
      files = await read(now);
    },
    date: (now) => void (times = { ...dated, ...now }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** A certificate for an address, of a new authority. It passes OpenSSL's strictest checks. */
async function certificateOf(folder: string, host: string): Promise<{ key: Buffer; cert: Buffer }> {
  const at = (name: string): string => join(folder, name);
  const openssl = (line: string) => must('openssl', line.trim().split(/\s+/), { cwd: folder });
  const key = 'req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes';
  const signs = '-addext keyUsage=critical,keyCertSign,cRLSign';
  await openssl(`${key} -keyout ca.key -x509 -out ca.pem -days 2 -subj /CN=Authority ${signs}`);
  await openssl(`${key} -keyout own.key -out own.csr -subj /CN=Packages`);
  const says = ['basicConstraints=CA:FALSE', 'subjectKeyIdentifier=hash', 'authorityKeyIdentifier=keyid'];
  await writeFile(at('own.ext'), [`subjectAltName=IP:${host}`, ...says, ''].join('\n'));
  await openssl(
    'x509 -req -in own.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile own.ext -out own.pem',
  );
  return { key: await readFile(at('own.key')), cert: await readFile(at('own.pem')) };
}

/**
 * A port for these files, always the same: the address is in the lock, and so in the keys of caches. Tests that run beside
 * each other have other files, and so other ports.
 */
const portOf = (paths: readonly string[]): number =>
  21_000 +
  (createHash('sha256')
    .update(paths.map((path) => basename(path)).join())
    .digest()
    .readUInt16BE() %
    8000);

const read = async (paths: readonly string[]): Promise<Map<string, Buffer>> =>
  new Map(await Promise.all(paths.map(async (path) => [basename(path), await readFile(path)] as const)));

/** The normalized project of a file: a wheel's name ends at its first hyphen, an sdist's at its last. */
const projectOf = (file: string): string =>
  (file.endsWith('.whl') ? file.replace(/-.*$/, '') : file.replace(/-[^-]+$/, '')).replaceAll('_', '-');

const link = ([name, content]: readonly [string, Buffer]): string =>
  `<a href="/files/${name}#sha256=${createHash('sha256').update(content).digest('hex')}">${name}</a>`;

const jsonPage = (
  files: readonly (readonly [string, Buffer])[],
  times: Readonly<Record<string, string>>,
): string =>
  JSON.stringify({
    meta: { 'api-version': '1.1' },
    name: projectOf(files[0]![0]),
    versions: [],
    files: files.map(([filename, content]) => ({
      filename,
      url: `/files/${filename}`,
      hashes: { sha256: createHash('sha256').update(content).digest('hex') },
      size: content.length,
      'upload-time': times[filename],
    })),
  });

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
