/** Requests to Docker's API over the engine's local socket, which is faster than starting the program `docker`. */
import { request } from 'node:http';
import type { World } from '../ports.ts';

const timeout = 3000;
const defaultSocket = '/var/run/docker.sock';

/** See `World.engine`. */
export const engineAsker =
  (env: World['env']): World['engine'] =>
  (path) => {
    const socketPath = socketOf(env);
    if (socketPath === undefined) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const signal = AbortSignal.timeout(timeout);
      const sent = request({ socketPath, path, signal }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', () => resolve(undefined));
        answer.on('end', () =>
          resolve(answer.statusCode === 200 ? Buffer.concat(chunks).toString('utf8') : undefined),
        );
      });
      sent.on('error', () => resolve(undefined));
      sent.end();
    });
  };

/**
 * The socket that `docker` would use: DOCKER_HOST comes before DOCKER_CONTEXT. Undefined for an engine on another machine or
 * of a context, which only the program `docker` can reach.
 */
function socketOf({ DOCKER_HOST: host, DOCKER_CONTEXT: context }: World['env']): string | undefined {
  if (host) return host.startsWith('unix://') ? host.slice('unix://'.length) || defaultSocket : undefined;
  return !context || context === 'default' ? defaultSocket : undefined;
}
