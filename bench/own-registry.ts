/** The bench's own registry: moves bases in it, and reads its log of requests. */
import { must } from '../test/e2e/support.ts';
import type { TestRegistry } from '../test/support/registry.ts';

/** Points a tag of `python` in the bench's registry to the image that the engine's registry has under `to`. */
export const pointBase = (env: NodeJS.ProcessEnv, host: string, tag: string, to = tag): Promise<string> =>
  must(
    'docker',
    [
      'buildx',
      'imagetools',
      'create',
      `--tag=${host}/library/python:${tag}`,
      `${env['REGISTRY']}/library/python:${to}`,
    ],
    { env },
  );

let marks = 0;

/** Runs `work`, and gives the requests to the registry meanwhile: `GET /v2/ 200`. */
export async function requestsDuring<T>(
  { host, requests }: TestRegistry,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly requests: readonly string[] }> {
  // The registry logs after it has answered. Once a mark is in the log, all requests before it are, too.
  const mark = async (): Promise<number> => {
    const path = `/v2/?mark=${(marks += 1)}`;
    await fetch(`http://${host}${path}`);
    for (;;) {
      const at = requests().indexOf(`GET ${path} 200`);
      if (at !== -1) return at;
      await new Promise((later) => setTimeout(later, 5));
    }
  };
  const from = await mark();
  const result = await work();
  const to = await mark();
  return { result, requests: requests().slice(from + 1, to) };
}
