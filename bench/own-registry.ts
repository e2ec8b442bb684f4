/** A registry of the bench's own: bases that can be moved in it, and its log of what it was asked. */
import { must } from '../test/e2e/support.ts';
import type { TestRegistry } from '../test/support/registry.ts';

/**
 * Lets a tag of Python's images in the bench's registry stand for what the engine's registry has under a tag: again with
 * another one, and a base has moved.
 */
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

/** Runs `work`, and gives what the registry was asked meanwhile: `GET /v2/ 200`. */
export async function requestsDuring<T>(
  { host, requests }: TestRegistry,
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly requests: readonly string[] }> {
  // It writes its log after it has answered: what it was asked before a mark is there once the mark is.
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
