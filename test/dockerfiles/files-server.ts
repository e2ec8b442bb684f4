/** A package index's file host on loopback that can misbehave. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Request {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
}

/** Answers requests with `answer` until the test ends. Gives the base URL and the requests. */
export async function serve(
  answer: (request: Request, response: ServerResponse, count: number) => void,
): Promise<{ readonly url: string; readonly requests: Request[] }> {
  const requests: Request[] = [];
  const server = createServer((incoming, response) => {
    const request = { path: incoming.url ?? '', headers: incoming.headers };
    requests.push(request);
    answer(request, response, requests.filter((one) => one.path === request.path).length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
