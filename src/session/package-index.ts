/** Package indexes, as the images of one process ask them. */
import { defined } from '../defined.ts';
import { Failure } from '../errors.ts';
import { wheelMetadata } from '../lock/wheel-metadata.ts';
import { type Indexes, ownerOf, owningIndexes, type WheelIndex, wheelIndexes } from '../names/extra-index.ts';
import { normalizedName } from '../names/package-name.ts';
import type { Platform } from '../names/platform.ts';
import { onceFor } from '../once.ts';
import { openPages, type PagesRequest, type ReadPage } from '../package-index/pages.ts';
import {
  defaultIndexUrl,
  type IndexAuth,
  type IndexInput,
  pageUrl,
  projectOf,
} from '../package-index/read.ts';
import type { Project } from '../package-index/simple.ts';
import type { Cache, World } from '../ports.ts';
import type { IndexAccess } from './index-access.ts';

interface SingleIndex {
  readonly url: string;
  readonly page: ReadPage;
  /** A project by its normalized name; undefined where there is none. */
  readonly project: (name: string) => Promise<Project | undefined>;
}

/** An index of built wheels, as long as it answers. */
export interface OpenWheelIndex extends Pick<WheelIndex, 'name'> {
  /** Undefined where it has no such project, or does not answer: it is not asked again then, and `say` is told why. */
  readonly project: (name: string) => Promise<Project | undefined>;
}

/** All indexes of an image as one: each page and file is of the index that the package belongs to. */
export interface PackageIndex extends SingleIndex {
  /** Of the main one. */
  readonly auth?: IndexAuth;
  /** URL of the index that a package belongs to. */
  readonly urlOf: (name: string) => string;
  /** Whether some packages belong to another index than the main one. */
  readonly isMixed: boolean;
  /** The text of METADATA of the wheel at a URL; undefined where the index does not serve it. */
  readonly wheelMetadata: (url: string) => Promise<string | undefined>;
  /** Where wheels of a package for a platform are looked for that its own index lacks. */
  readonly wheelIndexes: (name: string, platform: Platform) => readonly OpenWheelIndex[];
}

export type OpenIndexes = (indexes: Indexes) => PackageIndex;

/** @param onUnasked see `PagesRequest`. */
export function openIndexes(
  world: World,
  { authOf }: Pick<IndexAccess, 'authOf'>,
  cache: Cache,
  { say, onUnasked }: { readonly say: (note: string) => void } & Pick<PagesRequest, 'onUnasked'>,
): OpenIndexes {
  const single = onceFor(
    (url: string, input: IndexInput) => `${url} ${input}`,
    (url, input) => singleIndex(world, { indexUrl: url, auth: authOf(url), cache, onUnasked, input }),
  );
  const wheels = onceFor(
    ({ name, url }: WheelIndex) => `${name} ${url}`,
    ({ name, url }): OpenWheelIndex => ({
      name,
      project: untilItFails(name, single(url, 'extra_indexes'), say),
    }),
  );
  const metadata = onceFor(
    (wheel: string) => wheel,
    (wheel) => wheelMetadata(world, wheel, authOf(wheel)),
  );
  return onceFor(
    (indexes) => JSON.stringify([indexes.indexUrl, indexes.extraIndexes]),
    (indexes) => {
      const { indexUrl: url = defaultIndexUrl } = indexes;
      const main = single(url, 'index_url');
      const of = (name: string): SingleIndex => {
        const owner = ownerOf(indexes, name);
        return owner === undefined ? main : alone(single(owner.url, 'extra_indexes'));
      };
      const isMixed = owningIndexes(indexes).length > 0;
      return {
        url,
        ...defined({ auth: authOf(url) }),
        urlOf: (name) => of(name).url,
        isMixed,
        page: isMixed ? (name) => of(name).page(name) : main.page,
        project: isMixed ? (name) => of(name).project(name) : main.project,
        wheelMetadata: metadata,
        wheelIndexes: (name, platform) =>
          ownerOf(indexes, name) === undefined ? wheelIndexes(indexes, platform).map(wheels) : [],
      };
    },
  );
}

function singleIndex(world: World, request: PagesRequest): SingleIndex {
  const { indexUrl: url, input } = request;
  const page = openPages(world, request);
  return {
    url,
    page,
    project: onceFor(
      (name) => name,
      async (name) => {
        const found = await page(normalizedName(name));
        return found && projectOf(name, found, pageUrl(url, name), input);
      },
    ),
  };
}

/** Says of a failure why nobody else was asked. */
const alone = ({ url, page, project }: SingleIndex): SingleIndex => ({
  url,
  page: (name) => page(name).catch(tellOwner(name)),
  project: (name) => project(name).catch(tellOwner(name)),
});

const tellOwner =
  (name: string) =>
  (error: unknown): never => {
    if (!(error instanceof Failure)) throw error;
    throw new Failure(
      error.problems.map((problem) => ({
        ...problem,
        message: `${problem.message} By extra_indexes, ${name} comes from there alone.`,
      })),
    );
  };

function untilItFails(
  name: string,
  { project }: SingleIndex,
  say: (note: string) => void,
): OpenWheelIndex['project'] {
  let failed = false;
  const ask = async (wanted: string): Promise<Project | undefined> => {
    if (failed) return undefined;
    try {
      return await project(wanted);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (!failed)
        say(
          `no wheels are taken from ${name}, and what has none is compiled: ${error.problems[0]?.message ?? error.message}`,
        );
      failed = true;
      return undefined;
    }
  };
  // An index that does not answer is waited for once, and not by each of the packages that are looked for at once.
  let first: Promise<unknown> | undefined;
  return async (wanted) => {
    if (first === undefined) {
      const answer = ask(wanted);
      first = answer;
      return answer;
    }
    await first;
    return ask(wanted);
  };
}
