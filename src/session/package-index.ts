/** A package index, as the images of one process ask it. */
import { defined } from '../defined.ts';
import { wheelMetadata } from '../lock/wheel-metadata.ts';
import { normalizedName } from '../names/package-name.ts';
import { onceFor } from '../once.ts';
import { openPages, type PagesRequest, type ReadPage } from '../package-index/pages.ts';
import { defaultIndexUrl, type IndexAuth, pageUrl, projectOf } from '../package-index/read.ts';
import type { Project } from '../package-index/simple.ts';
import type { Cache, World } from '../ports.ts';
import type { IndexAccess } from './index-access.ts';

export interface PackageIndex {
  readonly url: string;
  readonly auth?: IndexAuth;
  readonly page: ReadPage;
  /** A project by its normalized name; undefined where there is none. */
  readonly project: (name: string) => Promise<Project | undefined>;
  /** The text of METADATA of the wheel at a URL; undefined where the index does not serve it. */
  readonly wheelMetadata: (url: string) => Promise<string | undefined>;
}

/**
 * @param url of a simple index; the public one where it is not given.
 * @param onUnasked see `PagesRequest`.
 */
export function packageIndex(
  world: World,
  { authOf }: Pick<IndexAccess, 'authOf'>,
  cache: Cache,
  { url = defaultIndexUrl, onUnasked }: Pick<PagesRequest, 'onUnasked'> & { readonly url?: string } = {},
): PackageIndex {
  const auth = authOf(url);
  const page = openPages(world, { indexUrl: url, auth, cache, onUnasked });
  return {
    url,
    ...defined({ auth }),
    page,
    project: onceFor(
      (name) => name,
      async (name) => {
        const found = await page(normalizedName(name));
        return found && projectOf(name, found, pageUrl(url, name));
      },
    ),
    wheelMetadata: onceFor(
      (wheel) => wheel,
      (wheel) => wheelMetadata(world, wheel, auth),
    ),
  };
}
