import { normalizedName } from '../names/package-name.ts';
import {
  type Answer,
  failed,
  get,
  type IndexAuth,
  type IndexInput,
  type IndexWorld,
  reason,
  redacted,
  type Validators,
} from './request.ts';
import { parseProject, type Project } from './simple.ts';

export { type IndexAuth, type IndexInput, redacted } from './request.ts';

export const defaultIndexUrl = 'https://pypi.org/simple';

/** Prefers JSON (PEP 691); an index with HTML alone ignores this header. */
const accept = [
  'application/vnd.pypi.simple.v1+json',
  'application/vnd.pypi.simple.v1+html;q=0.2',
  'text/html;q=0.1',
].join(', ');

export interface IndexPage {
  readonly body: string;
  readonly contentType: string;
  /** That answered, for the relative links of the page. */
  readonly url: string;
}

/** URL of a project's page. @param indexUrl the root of a simple API: `https://packages.example.org/simple`. */
export const pageUrl = (indexUrl: string, name: string): string =>
  `${indexUrl.replace(/\/+$/, '')}/${normalizedName(name)}/`;

/** Asks for a project's page. Undefined where there is none. @throws Failure (station `index`). */
export const getPage = (
  world: IndexWorld,
  url: string,
  auth: IndexAuth | undefined,
  known: Validators = {},
  input?: IndexInput,
): Promise<Answer | undefined> =>
  get(world, url, { auth, accept, known, ...(input === undefined ? {} : { input }) });

/** @throws Failure (station `index`) where it is no page of an index. */
export function projectOf(
  name: string,
  page: IndexPage,
  asked: string,
  input: IndexInput = 'index_url',
): Project {
  try {
    return parseProject(name, page.body, page.contentType, page.url);
  } catch (error) {
    throw failed(
      `GET ${redacted(asked)}: the answer is not a page of a package index: ${reason(error)}. ${input === 'index_url' ? 'index_url is' : 'What extra_indexes names is'} the root of a simple API, often ending in "/simple".`,
    );
  }
}

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
  const url = pageUrl(indexUrl, name);
  const answer = await getPage(world, url, auth);
  if (answer === undefined) return undefined;
  const { contentType, url: answered } = answer;
  return projectOf(name, { body: answer.body.toString('utf8'), contentType, url: answered }, url);
}
