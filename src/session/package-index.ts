/** A package index, as the images of one process ask it. */
import { defined } from '../defined.ts';
import { wheelMetadata } from '../lock/wheel-metadata.ts';
import { onceFor } from '../once.ts';
import { defaultIndexUrl, type IndexAuth, readProject } from '../package-index/read.ts';
import type { Project } from '../package-index/simple.ts';
import type { World } from '../ports.ts';
import type { IndexAccess } from './index-access.ts';

export interface PackageIndex {
  readonly url: string;
  readonly auth?: IndexAuth;
  /** A project by its normalized name; undefined where there is none. */
  readonly project: (name: string) => Promise<Project | undefined>;
  /** The text of METADATA of the wheel at a URL; undefined where the index does not serve it. */
  readonly wheelMetadata: (url: string) => Promise<string | undefined>;
}

/** @param url of a simple index; the public one where it is not given. */
export function packageIndex(
  world: World,
  { authOf }: Pick<IndexAccess, 'authOf'>,
  url: string = defaultIndexUrl,
): PackageIndex {
  const auth = authOf(url);
  return {
    url,
    ...defined({ auth }),
    project: onceFor(
      (name) => name,
      (name) => readProject(world, url, name, auth),
    ),
    wheelMetadata: onceFor(
      (wheel) => wheel,
      (wheel) => wheelMetadata(world, wheel, auth),
    ),
  };
}
