/** Where this run restores wheels from and saves its own. */
import { join } from 'node:path';
import { repositoryText } from '../names/reference.ts';
import type { World } from '../ports.ts';
import type { RegistryClient } from '../registry/client.ts';
import { parseReference } from '../registry/reference.ts';
import { folderStore } from './folder.ts';
import { repositoryStore } from './repository.ts';
import type { WheelStore, WheelStorePlace } from './store.ts';

/** Undefined where wheels are neither restored nor saved. @param cache folder for what is kept between runs. */
export function openWheelStore(
  world: World,
  client: RegistryClient,
  wheelStore: WheelStorePlace,
  cache: string,
): WheelStore | undefined {
  switch (wheelStore.kind) {
    case 'off':
      return undefined;
    case 'cache':
      return folderStore(world.files, join(cache, 'wheels'));
    case 'folder':
      return folderStore(world.files, world.files.absolute(wheelStore.path));
    case 'repository':
      return repositoryStore(client, wheelStore.repository);
  }
}

/** Repository of the image that compiles, as `WheelWanted.buildBase` has it. */
export function buildBaseOf(base: { readonly build: string }): string {
  const reference = parseReference(base.build);
  return reference.ok ? repositoryText(reference.value.repository) : base.build;
}
