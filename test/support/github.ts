/** A server that keeps the files of one release as GitHub does (REST, "Releases" and "Release assets"). */
import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';

interface Stored {
  readonly id: number;
  readonly name: string;
  readonly state: 'uploaded' | 'starter';
  readonly digest: string | null;
  readonly content: Buffer;
}

/** Answers a request in GitHub's place; `undefined` lets it pass. */
export type Fault = (line: string) => { readonly status: number; readonly message: string } | undefined;

export interface FakeGitHub {
  readonly origin: string;
  /** `POST /uploads/example/images/1?name=a.lock`, in order. */
  readonly lines: string[];
  /** Contents by name. */
  readonly files: () => Readonly<Record<string, string>>;
  readonly put: (name: string, content: string, more?: Partial<Pick<Stored, 'state' | 'digest'>>) => void;
  /** For the next requests. */
  readonly fail: (fault: Fault) => void;
  readonly stop: () => Promise<void>;
}

/** @param release tag of the only one that there is, in `example/images`. */
export async function startGitHub(release: string, token = 'token'): Promise<FakeGitHub> {
  const lines: string[] = [];
  let stored: Stored[] = [];
  let next = 1;
  let fault: Fault = () => undefined;
  const put: FakeGitHub['put'] = (name, content, more = {}) => {
    const bytes = Buffer.from(content);
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    stored.push({ id: next++, name, state: 'uploaded', digest, content: bytes, ...more });
  };
  const shown = ({ content, ...one }: Stored): object => ({ ...one, size: content.length });
  const handle = (method: string, url: URL, body: Buffer): readonly [status: number, body: unknown] => {
    const repository = '/repos/example/images/releases';
    const id = Number(url.pathname.split('/').at(-1));
    switch (`${method} ${url.pathname.replace(/\/assets\/\d+$/, '/assets/ID')}`) {
      case `GET ${repository}/tags/${release}`:
        return [200, { id: 1, upload_url: `${url.origin}/uploads/example/images/1{?name,label}` }];
      case `GET ${repository}/1/assets`:
        return [200, url.searchParams.get('page') === '2' ? [] : stored.map(shown)];
      case `DELETE ${repository}/assets/ID`:
        stored = stored.filter((one) => one.id !== id);
        return [204, undefined];
      case 'POST /uploads/example/images/1': {
        const name = url.searchParams.get('name') ?? '';
        if (stored.some((one) => one.name === name)) return [422, { message: 'already_exists' }];
        put(name, body.toString('utf8'));
        return [201, shown(stored.at(-1)!)];
      }
      default:
        return [404, { message: 'Not Found' }];
    }
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const line = `${request.method} ${request.url}`;
      lines.push(line);
      const wrong = fault(line);
      if (wrong !== undefined) return send(response, wrong.status, { message: wrong.message });
      if (request.headers.authorization !== `token ${token}`)
        return send(response, 401, { message: 'Bad credentials' });
      const url = new URL(request.url ?? '', `http://${request.headers.host}`);
      send(response, ...handle(request.method ?? '', url, Buffer.concat(chunks)));
    });
  });
  server.listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  const { port } = server.address() as { port: number };
  return {
    origin: `http://127.0.0.1:${port}`,
    lines,
    files: () => Object.fromEntries(stored.map(({ name, content }) => [name, content.toString('utf8')])),
    put,
    fail: (other) => (fault = other),
    stop: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

const send = (response: ServerResponse, status: number, body: unknown): void =>
  void response
    .writeHead(status, { 'content-type': 'application/json' })
    .end(body === undefined ? undefined : JSON.stringify(body));
