/** What a project has locked, in the files that uv, pip and others write. */
import { parse, TomlError } from 'smol-toml';
import { Failure } from '../../errors.ts';
import type { Pins } from '../../lock/pins.ts';
import { isTable, type Table } from '../../lock/toml.ts';
import { normalizedName } from '../../names/package-name.ts';
import { parseRequirement } from '../../names/requirement.ts';
import { messageAt, type TextFile } from './config-parser.ts';

/** One release, with the hashes of its files. */
interface Release {
  readonly name: string;
  /** `==1.2`; absent where the release is of no index. */
  readonly specifier?: string;
  readonly marker?: string;
  /** Hexadecimal sha256. */
  readonly files: readonly string[];
}

const tables = (value: unknown): readonly Table[] => (Array.isArray(value) ? value.filter(isTable) : []);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Reads uv.lock. By hand: uv itself gives it out only beside a pyproject.toml that it takes. @throws Failure */
function readUvLock(file: TextFile): Pins {
  const page = parsePage(file);
  if (page['version'] !== 1) throw unread(file, `its version is ${JSON.stringify(page['version'])}, not 1`);
  const releases = tables(page['package']).flatMap((table): Release[] => {
    const [name, version] = [textOf(table['name']), textOf(table['version'])];
    if (name === undefined) return [];
    const isOfIndex = isTable(table['source']) && 'registry' in table['source'];
    const markers = Array.isArray(table['resolution-markers']) ? table['resolution-markers'] : [];
    const files = [table['sdist'], ...tables(table['wheels'])].flatMap((one) => {
      const hash = isTable(one) ? textOf(one['hash']) : undefined;
      return hash?.startsWith('sha256:') ? [hash.slice('sha256:'.length)] : [];
    });
    return [
      {
        name,
        files: isOfIndex ? files : [],
        ...(isOfIndex && version !== undefined ? { specifier: `==${version}` } : {}),
        ...(markers.length === 0 ? {} : { marker: markers.map((one) => `(${String(one)})`).join(' or ') }),
      },
    ];
  });
  return pinsOf(file.path, '"uv lock"', releases);
}

/** Reads pylock.toml (PEP 751). @throws Failure */
function readPylock(file: TextFile): Pins {
  const page = parsePage(file);
  const version = textOf(page['lock-version']);
  if (version === undefined || !version.startsWith('1.'))
    throw unread(file, `its lock-version is ${JSON.stringify(page['lock-version'])}, not 1`);
  const releases = tables(page['packages']).flatMap((table): Release[] => {
    const [name, pinned, marker] = [table['name'], table['version'], table['marker']].map(textOf);
    if (name === undefined) return [];
    const files = [table['sdist'], ...tables(table['wheels'])].flatMap((one) => {
      const hash = isTable(one) && isTable(one['hashes']) ? textOf(one['hashes']['sha256']) : undefined;
      return hash === undefined ? [] : [hash.toLowerCase()];
    });
    // Markers of extras and groups hold for an installer alone, which is told of them.
    const isPlain = marker !== undefined && !/\b(?:extras|dependency_groups)\b/.test(marker);
    return [
      {
        name,
        files,
        ...(pinned === undefined ? {} : { specifier: `==${pinned}` }),
        ...(isPlain ? { marker } : {}),
      },
    ];
  });
  return pinsOf(file.path, 'the program that wrote it', releases);
}

/** Reads a requirements file of pip. Undefined where a line has no hash: then it is a list of wishes. */
function readHashedRequirements({ path, text }: TextFile): Pins | undefined {
  const lines = text
    .replaceAll(/\\\r?\n/g, ' ')
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    // Of other options, those of indexes are settings of pip; the inputs have them here.
    .filter(
      (line) => line !== '' && !/^(?:-i|--(?:index-url|extra-index-url|only-binary|no-binary))\b/.test(line),
    );
  const releases = lines.map((line): Release | undefined => {
    const [head = '', ...hashes] = line.split(/\s+--hash=/);
    const files = hashes.flatMap((hash) => /^sha256:([\da-f]{64})$/i.exec(hash.trim())?.[1] ?? []);
    const read = parseRequirement(head);
    if (!read.ok || files.length === 0 || !/^===?[^,*]+$/.test(read.value.specifiers)) return undefined;
    const { name, specifiers, marker } = read.value;
    return { name, files, specifier: specifiers, ...(marker === undefined ? {} : { marker }) };
  });
  const whole = releases.filter((one) => one !== undefined);
  return whole.length === 0 || whole.length < releases.length
    ? undefined
    : pinsOf(path, 'the program that wrote it', whole);
}

function pinsOf(from: string, renew: string, releases: readonly Release[]): Pins {
  const files: Record<string, readonly string[]> = {};
  for (const release of releases) {
    const name = normalizedName(release.name);
    files[name] = [...(files[name] ?? []), ...release.files];
  }
  const constraints = releases.flatMap(({ name, specifier, marker }) =>
    specifier === undefined
      ? []
      : [`${normalizedName(name)}${specifier}${marker === undefined ? '' : ` ; ${marker}`}`],
  );
  return { from, renew, constraints, files };
}

function parsePage(file: TextFile): Table {
  try {
    return parse(file.text);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [reason = ''] = error.message.replace('Invalid TOML document: ', '').split('\n');
    const message = messageAt(file.path, error, `it is no TOML: ${reason}.`);
    throw new Failure([{ station: 'input', about: file.path, message }]);
  }
}

const unread = ({ path }: TextFile, why: string): Failure =>
  new Failure([{ station: 'input', about: path, message: `${path} cannot be read: ${why}.` }]);

const forOthers = /dev|test|doc|lint|build|ci\b/;

/**
 * What holds the versions of a project: uv.lock before pylock.toml, and those before the requirements files in which every
 * line has a hash. Undefined where nothing does.
 *
 * @param read gives a file of the project's folder, by its name.
 * @throws Failure of a file that is no lock.
 */
export async function findPins(
  names: readonly string[],
  read: (name: string) => Promise<TextFile | undefined>,
): Promise<Pins | undefined> {
  for (const [name, reader] of [
    ['uv.lock', readUvLock],
    ['pylock.toml', readPylock],
  ] as const) {
    const file = names.includes(name) ? await read(name) : undefined;
    if (file !== undefined) return reader(file);
  }
  const lists = names.filter((name) => /^requirements.*\.txt$/.test(name) && !forOthers.test(name));
  const order = (name: string): number => (name === 'requirements.txt' ? 0 : 1);
  for (const name of lists.toSorted((one, other) => order(one) - order(other) || (one < other ? -1 : 1))) {
    const file = await read(name);
    const pins = file === undefined ? undefined : readHashedRequirements(file);
    if (pins !== undefined) return pins;
  }
  return undefined;
}
