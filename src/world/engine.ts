/** Asks Docker's API over the engine's local socket: a question about settings needs no process. */
import { request } from 'node:http';
import type { World } from '../ports.ts';

/** Milliseconds for the whole answer: the socket is on this machine. */
const patience = 3000;
const usual = '/var/run/docker.sock';

/** See `World.engine`. */
export const engineAsker =
  (env: World['env']): World['engine'] =>
  (path) => {
    const socketPath = socketOf(env);
    if (socketPath === undefined) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const signal = AbortSignal.timeout(patience);
      const asked = request({ socketPath, path, signal }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', () => resolve(undefined));
        answer.on('end', () =>
          resolve(answer.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined),
        );
      });
      asked.on('error', () => resolve(undefined));
      asked.end();
    });
  };

/**
 * Where the program `docker` would ask: DOCKER_HOST goes before DOCKER_CONTEXT. Undefined for another machine's engine and
 * for one of a context, which are asked through the program that knows how.
 */
function socketOf({ DOCKER_HOST: host, DOCKER_CONTEXT: context }: World['env']): string | undefined {
  if (host) return host.startsWith('unix://') ? host.slice('unix://'.length) || usual : undefined;
  return !context || context === 'default' ? usual : undefined;
}
