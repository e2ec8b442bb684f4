/** The input that says where compiled wheels are saved. */
import { type Parsed, parsed, refused } from '../errors.ts';
import { parseImageName, splitImageName } from '../names/image-name.ts';
import type { Repository } from '../names/reference.ts';
import { shown } from '../names/shown.ts';
import type { WheelStorePlace } from '../wheel-cache/store.ts';
import { parsePath, type Where } from './building.ts';

/** Parses `off`, `registry/name`, or a folder's path, which begins with `/`, `./` or `../`. */
export function parseWheelStore(text: string, where: Where): Parsed<WheelStorePlace> {
  if (text.toLowerCase() === 'off') return parsed({ kind: 'off' });
  if (/^\.{0,2}\//.test(text) || text === '.' || text === '..') {
    const path = parsePath(text, where);
    return path.ok ? parsed({ kind: 'folder', path: path.value }) : path;
  }
  if (text.startsWith('~'))
    return refused(
      `${shown(text)} begins with "~", which ${where === 'cli' ? 'the shell left as it is' : 'nothing expands here'}: ${ways}`,
    );
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
    return refused(`${shown(text)} is a URL: ${ways}`);
  }
  const { registry, name } = splitImageName(text);
  if (registry === undefined) {
    const folder = shown(`./${text.replace(/^\/+/, '')}`);
    return refused(
      `${shown(text)} could be a folder or a repository: write a folder as ${folder} or whole, and a repository with its registry in front, like "ghcr.io/owner/name". "off" saves nothing.`,
    );
  }
  if (/[:@]/.test(name)) {
    return refused(`${shown(text)} has a tag or a digest, and every wheel has a tag of its own: ${ways}`);
  }
  const repository = parseImageName(text, registry);
  return repository.ok
    ? parsed({ kind: 'repository', repository: repository.value })
    : refused(repository.message.replaceAll(/image name (?=")/g, 'wheel_store '));
}

const ways =
  'write a folder as "./wheels" or whole, and a repository as its registry and its name, like "ghcr.io/owner/name". "off" saves nothing.';

/** Beside the image, where it is in a registry; on the command line, in this user's cache where the image is not pushed. */
export const usualWheelStore = (where: Where, push: boolean, repository: Repository): WheelStorePlace =>
  where === 'action' || push ? { kind: 'repository', repository } : { kind: 'cache' };
