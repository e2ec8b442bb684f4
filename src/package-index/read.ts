import { normalizedName } from '../names/package-name.ts';
import { failed, get, type IndexAuth, type IndexWorld, reason, redacted } from './request.ts';
import { parseProject, type Project } from './simple.ts';

export { type IndexAuth, redacted } from './request.ts';

export const defaultIndexUrl = 'https://pypi.org/simple';

/** Prefers JSON (PEP 691); an index with HTML alone ignores this header. */
const accept = [
  'application/vnd.pypi.simple.v1+json',
  'application/vnd.pypi.simple.v1+html;q=0.2',
  'text/html;q=0.1',
].join(', ');

/**
 * Reads a project; undefined when the index has none of this name.
 *
 * @param indexUrl the root of a simple API: `https://packages.example.org/simple`.
 * @throws Failure (station `index`) when the index cannot be reached, refuses, or answers with something else.
 */
export async function readProject(
  world: IndexWorld,
  indexUrl: string,
  name: string,
  auth?: IndexAuth,
): Promise<Project | undefined> {
  const url = `${indexUrl.replace(/\/+$/, '')}/${normalizedName(name)}/`;
  const answer = await get(world, url, { auth, accept });
  if (answer === undefined) return undefined;
  try {
    return parseProject(name, answer.body.toString('utf8'), answer.contentType, answer.url);
  } catch (error) {
    throw failed(
      `GET ${redacted(url)}: the answer is not a page of a package index: ${reason(error)}. index_url is the root of a simple API, often ending in "/simple".`,
    );
  }
}
