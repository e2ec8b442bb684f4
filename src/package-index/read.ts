/** Reads a project from a package index over HTTP. */
import { normalizedName } from '../names/package-name.ts';
import { failed, get, type IndexAuth, type Reaching, reason, redacted } from './request.ts';
import { parseProject, type Project } from './simple.ts';

export { type IndexAuth, redacted } from './request.ts';

/** The index that is asked when no other is named. */
export const defaultIndexUrl = 'https://pypi.org/simple';

/** JSON first (PEP 691); indexes that know only HTML ignore this. */
const accept = [
  'application/vnd.pypi.simple.v1+json',
  'application/vnd.pypi.simple.v1+html;q=0.2',
  'text/html;q=0.1',
].join(', ');

/**
 * The project's files, or undefined when the index has no project of this name.
 *
 * @param indexUrl the root of a simple API: `https://packages.example.org/simple`.
 * @throws Failure (station `index`) when the index cannot be reached, refuses, or answers with something else.
 */
export async function readProject(
  world: Reaching,
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
