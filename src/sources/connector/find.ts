/** Finds connectors in their folder, and reads the `metadata.yaml` of each. */
import { posix } from 'node:path';
import { Failure, type Problem } from '../../errors.ts';
import { FileFailure } from '../../file-failure.ts';
import { onceFor } from '../../once.ts';
import type { Files } from '../../ports.ts';
import { bytesText } from '../../report/units.ts';
import { type ConnectorLanguage, type ConnectorMetadata, readConnectorMetadata } from './metadata.ts';
import { type ConnectorFolders, nameFault, selectConnectors, type WantedConnectors } from './select.ts';

export interface Connector {
  readonly name: string;
  /** Its path, beginning with that of the folder of connectors. */
  readonly folder: string;
  readonly metadata: ConnectorMetadata;
}

export interface FoundConnectors {
  readonly connectors: readonly Connector[];
  /** All that is wrong, with every connector that was asked for. */
  readonly problems: readonly Problem[];
}

export type ConnectorFiles = Pick<Files, 'entries' | 'read' | 'stat'>;

const metadataName = 'metadata.yaml';

/** Bytes of the longest `metadata.yaml` that is read; Airbyte's longest has a tenth of it. */
const longestMetadata = 500_000;

/** Links that are followed: Linux follows as many for one path. */
const mostLinks = 40;

/** Files without which no image can be built; one of them has to be there. */
const neededFiles: Readonly<Record<ConnectorLanguage, readonly string[]>> = {
  python: ['pyproject.toml', 'setup.py'],
  'manifest-only': ['manifest.yaml'],
};

/** @param directory the folder of connectors. */
export async function findConnectors(
  { entries, read, stat }: ConnectorFiles,
  directory: string,
  wanted: WantedConnectors,
): Promise<FoundConnectors> {
  // For every connector it is asked again what is in the folder of all of them.
  const files: ConnectorFiles = { read, stat, entries: onceFor((path) => path, entries) };
  const inDirectory = (message: string): FoundConnectors => ({
    connectors: [],
    problems: [{ station: 'input', about: 'connectors-dir', message }],
  });
  if ((await files.stat(directory))?.kind !== 'folder')
    return inDirectory(
      `There is no folder "${directory}": connectors-dir names the one with the connectors.`,
    );
  const folders = await foldersOf(files, directory);
  if (folders.connectors.length === 0)
    return inDirectory(`There is no connector in "${directory}": each is a folder with a ${metadataName}.`);
  const { names, messages } = selectConnectors(folders, directory, wanted);
  const found = await Promise.all(names.map((name) => readConnector(files, directory, name)));
  return {
    connectors: found.flatMap(({ connectors }) => connectors),
    problems: [
      ...messages.map((message) => ({ station: 'input', about: 'connector-name', message }) as const),
      ...found.flatMap(({ problems }) => problems),
    ],
  };
}

async function foldersOf(files: ConnectorFiles, directory: string): Promise<ConnectorFolders> {
  const entries = (await files.entries(directory)).filter(({ kind }) => kind !== 'file');
  const folders = await Promise.all(
    entries.map(async ({ name }) => ({
      name,
      isConnector: await mayBeFile(files, posix.join(directory, name, metadataName)),
    })),
  );
  const namesOf = (isConnector: boolean): string[] =>
    folders.filter((folder) => folder.isConnector === isConnector).map(({ name }) => name);
  return { connectors: namesOf(true), others: namesOf(false) };
}

/** Also where the system refuses to say: that matters only if the connector is asked for, and then it is said. */
const mayBeFile = async (files: ConnectorFiles, path: string): Promise<boolean> =>
  (
    await files.stat(path).catch((error: unknown) => {
      if (error instanceof FileFailure) return { kind: 'file' };
      throw error;
    })
  )?.kind === 'file';

async function readConnector(
  files: ConnectorFiles,
  directory: string,
  name: string,
): Promise<FoundConnectors> {
  const folder = posix.join(directory, name);
  const wrong = (problems: readonly Problem[]): FoundConnectors => ({ connectors: [], problems });
  try {
    const nameMessage = nameFault(name);
    if (nameMessage !== undefined) throw failure(folder, nameMessage);
    await refuseLinkOut(files, directory, name);
    const metadata = await readMetadata(files, folder);
    if (!metadata.ok) return wrong(metadata.problems);
    await requireFiles(files, folder, metadata.metadata.language);
    return { connectors: [{ name, folder, metadata: metadata.metadata }], problems: [] };
  } catch (error) {
    if (error instanceof FileFailure) return wrong(error.of({ station: 'input' }).problems);
    if (error instanceof Failure) return wrong(error.problems);
    throw error;
  }
}

const failure = (about: string, message: string): Failure =>
  new Failure([{ station: 'input', about, message }]);

async function readMetadata(
  files: ConnectorFiles,
  folder: string,
): Promise<ReturnType<typeof readConnectorMetadata>> {
  const path = posix.join(folder, metadataName);
  await refuseLinkOut(files, folder, metadataName);
  const found = await files.stat(path);
  if (found?.kind === 'file' && found.size > longestMetadata)
    throw failure(
      path,
      `${path} has ${bytesText(found.size)}, and is read up to ${bytesText(longestMetadata)}. Is it another file?`,
    );
  return readConnectorMetadata((await files.read(path)) ?? '', path);
}

async function requireFiles(
  files: ConnectorFiles,
  folder: string,
  language: ConnectorLanguage,
): Promise<void> {
  for (const name of neededFiles[language]) {
    if ((await files.stat(posix.join(folder, name)))?.kind !== 'file') continue;
    return refuseLinkOut(files, folder, name);
  }
  throw failure(
    folder,
    `"${folder}" has no ${neededFiles[language].join(' and no ')}, which a connector of the language "${language}" is built from.`,
  );
}

/**
 * A builder gets what is in the folder alone, and whoever may change a repository must not choose what else is read. Links
 * that nobody reads here stay: many a README.md is one.
 *
 * @throws Failure where a path below the folder leads out of it.
 */
async function refuseLinkOut(files: ConnectorFiles, folder: string, path: string): Promise<void> {
  let rest = path.split('/');
  const at: string[] = [];
  for (let links = 0; rest.length > 0 && links <= mostLinks;) {
    const [name = '', ...more] = rest;
    rest = more;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (at.pop() === undefined) throw leadsOut(folder, path);
      continue;
    }
    const entry = (await files.entries(posix.join(folder, ...at))).find((one) => one.name === name);
    if (entry?.kind !== 'link') {
      at.push(name);
      continue;
    }
    if (posix.isAbsolute(entry.target)) throw leadsOut(folder, path);
    rest = [...entry.target.split('/'), ...rest];
    links += 1;
  }
}

const leadsOut = (folder: string, path: string): Failure =>
  failure(
    posix.join(folder, path),
    `"${posix.join(folder, path)}" is a link that leads out of "${folder}", and nothing is read there. Put what it leads to in its place.`,
  );
