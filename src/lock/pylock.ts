import { parse } from 'smol-toml';
import { Failure } from '../errors.ts';
import { normalizedName } from '../names/package-name.ts';
import { type LocalDistribution, lockedLocal, withoutLocalPath } from './local.ts';
import type { Artifact, Lock, LockedPackage } from './lock.ts';
import { isTable, type Table } from './toml.ts';

const tables = (value: unknown): readonly Table[] => (Array.isArray(value) ? value.filter(isTable) : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * Reads a pylock.toml. Comments are removed from its text: one has the command line that wrote it.
 *
 * @param local takes the place of the package of its name.
 * @throws Failure when it cannot be installed from an index: it has a checkout, a folder or a file without a sha256.
 */
export function parsePylock(text: string, resolved: Lock['resolved'], local?: LocalDistribution): Lock {
  let page: Table;
  try {
    page = parse(text);
  } catch (error) {
    throw wrong(`is no TOML: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
  }
  const version = textOf(page['lock-version']);
  if (version === undefined || !version.startsWith('1.'))
    throw wrong(`has lock-version ${JSON.stringify(version)}, not 1`);
  const plain = withoutComments(text);
  return {
    text: local === undefined ? plain : withoutLocalPath(plain, local),
    packages: tables(page['packages']).map((table) => packageOf(table, local)),
    resolved,
  };
}

/** Removes lines of comments. Tools write no multi-line strings, in which a line could begin with `#`. */
const withoutComments = (text: string): string => text.replace(/^[ \t]*#.*\n/gm, '');

function packageOf(table: Table, local: LocalDistribution | undefined): LockedPackage {
  const name = textOf(table['name']);
  if (name === undefined) throw wrong('has a package without a name');
  if (normalizedName(name) === local?.name) return lockedLocal(local, textOf(table['marker']));
  for (const source of ['vcs', 'directory', 'archive']) {
    if (source in table)
      throw wrong(`takes ${name} from a ${source}: only packages of an index can be locked`);
  }
  const version = textOf(table['version']);
  if (version === undefined) throw wrong(`has no version for ${name}`);
  const marker = textOf(table['marker']);
  return {
    name: normalizedName(name),
    version,
    ...(marker === undefined ? {} : { marker }),
    wheels: tables(table['wheels']).map((wheel) => artifactOf(wheel, name)),
    ...(isTable(table['sdist']) ? { sdist: artifactOf(table['sdist'], name) } : {}),
  };
}

function artifactOf(table: Table, name: string): Artifact {
  const url = textOf(table['url']) ?? textOf(table['path']);
  if (url === undefined) throw wrong(`has a file of ${name} without an address`);
  const hashes = isTable(table['hashes']) ? table['hashes'] : {};
  const sha256 = textOf(hashes['sha256'])?.toLowerCase();
  if (sha256 === undefined) throw wrong(`has no sha256 for ${url.split('/').at(-1)}`);
  return { filename: textOf(table['name']) ?? filenameOf(url), url, sha256 };
}

const filenameOf = (url: string): string => {
  const last = url
    .replace(/[?#].*$/, '')
    .split('/')
    .at(-1)!;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
};

const wrong = (what: string): Failure =>
  new Failure([
    {
      station: 'index',
      about: 'pylock.toml',
      message: `the lock that was resolved cannot be used: it ${what}.`,
    },
  ]);
