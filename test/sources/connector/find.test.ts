import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import type { Problem } from '../../../src/errors.ts';
import { FileFailure } from '../../../src/file-failure.ts';
import { type Connector, type ConnectorFiles, findConnectors } from '../../../src/sources/connector/find.ts';
import type { ConnectorLanguage } from '../../../src/sources/connector/metadata.ts';
import { systemFiles } from '../../../src/world/files.ts';

const root = mkdtempSync(join(tmpdir(), 'connectors-'));
const files = systemFiles(root);
afterAll(() => {
  files.close();
  rmSync(root, { recursive: true });
});

const baseImage = `airbyte/base:1@sha256:${'a'.repeat(64)}`;
const metadata = (name: string, language = 'python'): string =>
  `data:
  connectorBuildOptions: { baseImage: "${baseImage}" }
  dockerImageTag: 1.2.3
  dockerRepository: airbyte/${name}
  tags: ["language:${language}"]
`;

let directory = '';
let count = 0;
beforeEach(() => {
  directory = join(root, `${(count += 1)}`);
  mkdirSync(directory);
});

const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  writeFileSync(join(directory, path), text);
};
const link = (path: string, target: string): void => {
  mkdirSync(dirname(join(directory, path)), { recursive: true });
  symlinkSync(target, join(directory, path));
};
function writeConnector(name: string, language: ConnectorLanguage = 'python'): void {
  write(`${name}/metadata.yaml`, metadata(name, language));
  write(`${name}/${language === 'python' ? 'pyproject.toml' : 'manifest.yaml'}`, '');
}

const connector = (name: string, language: ConnectorLanguage = 'python'): Connector => ({
  name,
  folder: join(directory, name),
  metadata: {
    language,
    baseImage,
    repository: { registry: 'docker.io', name: `airbyte/${name}` },
    version: '1.2.3' as Connector['metadata']['version'],
  },
});
const problem = (about: string, message: string): Problem => ({ station: 'input', about, message });
const find = (...names: readonly string[]) => findConnectors(files, directory, { kind: 'names', names });

test('reads connectors of both languages, and leaves what is none', async () => {
  writeConnector('source-a');
  writeConnector('source-b', 'manifest-only');
  write('source-c/metadata.yaml', metadata('source-c'));
  write('source-c/setup.py', '');
  write('source-none/README.md', '');
  write('source-file', metadata('source-file'));
  expect(await find('*')).toEqual({
    connectors: [connector('source-a'), connector('source-b', 'manifest-only'), connector('source-c')],
    problems: [],
  });
});

test('reads those that changed, and nothing of the others', async () => {
  writeConnector('source-a');
  write('source-broken/metadata.yaml', 'data: [');
  const found = await findConnectors(files, directory, {
    kind: 'changed',
    paths: [`${directory}/source-a/x.py`, `${directory}/source-gone/x.py`],
  });
  expect(found).toEqual({ connectors: [connector('source-a')], problems: [] });
});

test('follows links that stay inside, and leaves those that nobody reads', async () => {
  writeConnector('source-a');
  link('source-b', 'source-a');
  write('source-c/real/metadata.yaml', metadata('source-c'));
  link('source-c/folder', './real');
  link('source-c/metadata.yaml', 'folder/../folder/metadata.yaml');
  write('source-c/pyproject.toml', '');
  link('source-c/README.md', '../../README.md');
  link('source-c/secrets', '/etc');
  expect(await find('*')).toEqual({
    connectors: [
      connector('source-a'),
      { ...connector('source-a'), name: 'source-b', folder: join(directory, 'source-b') },
      connector('source-c'),
    ],
    problems: [],
  });
});

test('says all that is wrong with every connector, beside those that are right', async () => {
  writeConnector('source-a');
  write('source-broken/metadata.yaml', 'data:\n  tags: [\n');
  write('source-fields/metadata.yaml', metadata('Source', 'java'));
  write('source-large/metadata.yaml', '');
  truncateSync(join(directory, 'source-large/metadata.yaml'), 10_000_000);
  write('source-python/metadata.yaml', metadata('source-python'));
  write('source-manifest/metadata.yaml', metadata('source-manifest', 'manifest-only'));
  writeConnector('Source_Upper');
  write('source-folder/metadata.yaml/file', '');
  mkdirSync(join(directory, 'source-empty'));
  const at = (path: string): string => join(directory, path);
  expect(await find('*', 'source-folder', 'source-empty', 'source-aa')).toEqual({
    connectors: [connector('source-a')],
    problems: [
      problem('connector-name', `"${at('source-folder')}" has no metadata.yaml, which a connector needs.`),
      problem('connector-name', `"${at('source-empty')}" has no metadata.yaml, which a connector needs.`),
      problem(
        'connector-name',
        `There is no connector "source-aa" in "${directory}". Did you mean "source-a"?`,
      ),
      problem(
        at('Source_Upper'),
        '"Source_Upper" cannot name a connector: the name is the last part of its repository, which is lower-case letters and digits, joined by one ".", one or two "_", or "-".',
      ),
      {
        ...problem(
          at('source-broken/metadata.yaml'),
          `${at('source-broken/metadata.yaml')}:3:1: this is not valid YAML. Flow sequence in block collection must be sufficiently indented and end with a ].`,
        ),
        line: 3,
        column: 1,
      },
      {
        ...problem(
          at('source-fields/metadata.yaml'),
          `${at('source-fields/metadata.yaml')}:4:21: data.dockerRepository: repository "airbyte/Source" has upper-case letters: a repository's name is lower case only. Write "airbyte/source".`,
        ),
        line: 4,
        column: 21,
      },
      {
        ...problem(
          at('source-fields/metadata.yaml'),
          `${at('source-fields/metadata.yaml')}:5:10: data.tags: connectors in the language "java" are not built here, only those in "python" and "manifest-only".`,
        ),
        line: 5,
        column: 10,
      },
      problem(
        at('source-large/metadata.yaml'),
        `${at('source-large/metadata.yaml')} has 10 MB, and is read up to 500 kB. Is it another file?`,
      ),
      problem(
        at('source-manifest'),
        `"${at('source-manifest')}" has no manifest.yaml, which a connector of the language "manifest-only" is built from.`,
      ),
      problem(
        at('source-python'),
        `"${at('source-python')}" has no pyproject.toml and no setup.py, which a connector of the language "python" is built from.`,
      ),
    ],
  });
});

const outside = (path: string, folder: string): Problem =>
  problem(
    join(directory, path),
    `"${join(directory, path)}" is a link that leads out of "${join(directory, folder)}", and nothing is read there. Put what it leads to in its place.`,
  );

test.each<readonly [string, string, string, string]>([
  ['a connector', 'connectors/source-x', '../source-real', 'connectors'],
  ['a connector by its whole path', 'connectors/source-x', '/ROOT/source-real', 'connectors'],
  [
    'a metadata.yaml',
    'connectors/source-x/metadata.yaml',
    '../../source-real/metadata.yaml',
    'connectors/source-x',
  ],
  [
    'a metadata.yaml of the system',
    'connectors/source-x/metadata.yaml',
    '/ROOT/source-real/metadata.yaml',
    'connectors/source-x',
  ],
  [
    'a metadata.yaml in another connector',
    'connectors/source-x/metadata.yaml',
    '../source-b/metadata.yaml',
    'connectors/source-x',
  ],
  [
    'a metadata.yaml over another link',
    'connectors/source-x/metadata.yaml',
    'over/metadata.yaml',
    'connectors/source-x',
  ],
  [
    'a pyproject.toml',
    'connectors/source-x/pyproject.toml',
    '../../source-real/pyproject.toml',
    'connectors/source-x',
  ],
])('refuses %s that leads out', async (_, path, target, folder) => {
  writeConnector('source-real');
  writeConnector('connectors/source-b');
  link(path, target.replace('/ROOT', directory));
  if (target.startsWith('over/')) link('connectors/source-x/over', '../../source-real');
  if (path.endsWith('.toml')) write('connectors/source-x/metadata.yaml', metadata('source-x'));
  const found = await findConnectors(files, join(directory, 'connectors'), {
    kind: 'names',
    names: ['source-x'],
  });
  expect(found).toEqual({ connectors: [], problems: [outside(path, folder)] });
});

test('says that links lead in a circle, and only of a connector that is asked for', async () => {
  writeConnector('source-a');
  link('source-x/metadata.yaml', 'other.yaml');
  link('source-x/other.yaml', 'metadata.yaml');
  const path = join(directory, 'source-x/metadata.yaml');
  expect(await find('source-a')).toEqual({ connectors: [connector('source-a')], problems: [] });
  expect(await find('source-x')).toEqual({
    connectors: [],
    problems: [
      problem(
        path,
        `"${path}" could not be read: its links lead in a circle (ELOOP). Mend the links, or name another place.`,
      ),
    ],
  });
});

test('says that a file may not be read', async () => {
  writeConnector('source-a');
  const path = join(directory, 'source-a/metadata.yaml');
  const shut: ConnectorFiles = {
    ...files,
    read: (name) => Promise.reject(new FileFailure({ path: name, doing: 'read', code: 'EACCES' })),
  };
  expect(await findConnectors(shut, directory, { kind: 'names', names: ['source-a'] })).toEqual({
    connectors: [],
    problems: [
      problem(
        path,
        `"${path}" could not be read: this user may not (EACCES). Change its permissions, or name another place.`,
      ),
    ],
  });
});

test.each<readonly [string, (path: string) => void, (path: string) => string]>([
  [
    'nothing',
    () => {},
    (path) => `There is no folder "${path}": connectors-dir names the one with the connectors.`,
  ],
  [
    'a file',
    (path) => writeFileSync(path, ''),
    (path) => `There is no folder "${path}": connectors-dir names the one with the connectors.`,
  ],
  [
    'an empty folder',
    (path) => mkdirSync(path),
    (path) => `There is no connector in "${path}": each is a folder with a metadata.yaml.`,
  ],
])('refuses %s for a folder of connectors', async (_, make, message) => {
  const path = join(directory, 'connectors');
  make(path);
  expect(await findConnectors(files, path, { kind: 'names', names: ['source-a'] })).toEqual({
    connectors: [],
    problems: [problem('connectors-dir', message(path))],
  });
});
