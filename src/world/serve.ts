import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Serve } from '../ports.ts';

export const serveOnLoopback: Serve = async (port, answer) => {
  const server = createServer(({ method, url = '/', headers }, response) => {
    if (method !== 'GET') return void response.writeHead(405).end();
    answer({ path: url, headers }).then(
      ({ status, headers: own = {}, body = '' }) => response.writeHead(status, own).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await listen(server, port).catch(() => listen(server, 0));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
};

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((listening, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      listening();
    });
  });
