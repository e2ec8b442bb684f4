import { chmodSync, mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readCustomDockerfile } from '../../src/dockerfile/custom.ts';
import { Failure } from '../../src/errors.ts';
import type { Files } from '../../src/ports.ts';
import { type ContextHashes, contextHashes } from '../../src/observe/context.ts';
import { systemFiles } from '../../src/world/files.ts';

const root = await mkdtemp(join(tmpdir(), 'context-test-'));
const system = systemFiles(root);
afterAll(() => {
  system.close();
  return rm(root, { recursive: true, force: true });
});

const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

const tree: Readonly<Record<string, string>> = {
  Dockerfile: 'FROM scratch\n',
  'app/main.py': 'print()\n',
  'app/data/big.bin': '0'.repeat(300_000),
  'app/data/notes.md': '# notes\n',
  'docs/index.md': '# docs\n',
  'requirements.txt': 'six\n',
  'requirements-dev.txt': 'pytest\n',
  'a b.txt': 'blank\n',
  '.git/HEAD': 'ref: refs/heads/main\n',
};

let count = 0;
/** A new folder with the tree in it, and what is given besides or otherwise. */
function folderOf(changes: Readonly<Record<string, string>> = {}): string {
  count += 1;
  const folder = join(root, `context-${count}`);
  for (const [path, content] of Object.entries({ ...tree, ...changes })) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), content);
    chmodSync(join(folder, path), 0o644);
  }
  return folder;
}

const hashesOf = (folder: string, instructions: string, files: Files = system): Promise<ContextHashes> =>
  contextHashes(files, {
    folder,
    dockerfile: join(folder, 'Dockerfile'),
    sources: readCustomDockerfile(`FROM scratch\n${instructions}\n`, {}).sources,
  });
/** Both as one text, where only a change of either counts. */
async function hashOf(folder: string, instructions: string, files: Files = system): Promise<string> {
  const { files: hash, git } = await hashesOf(folder, instructions, files);
  return `${hash}${git?.hash ?? ''}`;
}

/** Files that change the hash when their content changes. */
async function seen(
  instructions: string,
  changes: Readonly<Record<string, string>> = {},
  make: (folder: string) => void = () => {},
): Promise<string[]> {
  const folder = folderOf(changes);
  make(folder);
  const before = await hashOf(folder, instructions);
  const paths: string[] = [];
  for (const [path, content] of Object.entries({ ...tree, ...changes })) {
    // What is ignored must not change in between.
    if (path.endsWith('.dockerignore')) continue;
    writeFileSync(join(folder, path), `${content}more`);
    if ((await hashOf(folder, instructions)) !== before) paths.push(path);
    writeFileSync(join(folder, path), content);
  }
  expect(await hashOf(folder, instructions)).toEqual(before);
  return paths;
}

const everything = Object.keys(tree);
const without = (...names: string[]): string[] => everything.filter((name) => !names.includes(name));

test.each<[string, string]>([
  ['no COPY', 'RUN ls'],
  ['files of another image', 'COPY --from=a / /'],
  ['a heredoc', 'COPY <<EOF /x\nx\nEOF'],
  ['what is remote', 'ADD https://example.org/x /'],
  ['what is not there', 'COPY nothing* /'],
  ['a folder that is not there', 'COPY none/ /'],
])('the hash of nothing: %s', async (_, instructions) => {
  expect(await hashOf(folderOf(), instructions)).toEqual(nothing);
});

test('nothing is looked at where nothing is copied', async () => {
  const refuse = (): never => {
    throw new Error('looked');
  };
  const files: Files = { ...system, read: refuse, entries: refuse, bytes: refuse };
  expect(await hashOf(folderOf(), 'RUN ls', files)).toEqual(nothing);
});

test('no context folder at all', async () => {
  expect(await hashOf(join(root, 'none'), 'COPY . /')).toEqual(nothing);
});

test.each<[name: string, instructions: string, ignore: string | undefined, expected: string[]]>([
  ['all of it', 'COPY . /', undefined, everything],
  ['all of it as a mount', 'RUN --mount=target=/x ls', undefined, everything],
  ['what is not known', 'COPY $X /', undefined, everything],
  ['a file', 'COPY requirements.txt /', undefined, ['requirements.txt']],
  ['a folder', 'COPY ./app/ /', undefined, ['app/main.py', 'app/data/big.bin', 'app/data/notes.md']],
  [
    'a mount',
    'RUN --mount=source=app/data,target=/x ls',
    undefined,
    ['app/data/big.bin', 'app/data/notes.md'],
  ],
  ['a pattern', 'COPY requirements*.txt /', undefined, ['requirements.txt', 'requirements-dev.txt']],
  ['patterns of folders', 'COPY */*.[mp][dy] /', undefined, ['app/main.py', 'docs/index.md']],
  ['two sources', 'COPY docs /\nADD ["a b.txt", "/"]', undefined, ['docs/index.md', 'a b.txt']],
  ['the folders above', 'COPY --parents **/*.md /', undefined, ['app/data/notes.md', 'docs/index.md']],
  ['ignored', 'COPY . /', '.git\n**/*.md\n', without('.git/HEAD', 'app/data/notes.md', 'docs/index.md')],
  ['all but', 'COPY . /', '*\n!app/main.py\n', ['app/main.py']],
  [
    'ignored in a folder that is copied',
    'COPY app /',
    'app/data\n!app/data/notes.md\n',
    ['app/main.py', 'app/data/notes.md'],
  ],
  ['ignored itself', 'COPY Dockerfile docs /', 'Dockerfile\n', ['docs/index.md']],
  ['excluded', 'COPY --exclude=data/*.bin app /', undefined, ['app/main.py', 'app/data/notes.md']],
  [
    'excluded with exceptions',
    'COPY --exclude=data --exclude=!data/notes.md app /',
    undefined,
    ['app/main.py', 'app/data/notes.md'],
  ],
  [
    'excluded is asked from the folder that is copied',
    'COPY --exclude=app/data app /',
    undefined,
    ['app/main.py', 'app/data/big.bin', 'app/data/notes.md'],
  ],
  [
    'and with the folders above, from the context',
    'COPY --parents --exclude=app/data app /',
    undefined,
    ['app/main.py'],
  ],
  [
    'or from where they begin',
    'COPY --parents --exclude=data/*.bin app/./data /',
    undefined,
    ['app/data/notes.md'],
  ],
  ['with a folder above that is excluded', 'COPY --parents --exclude=app app/data /', undefined, []],
  [
    'a file that is named is copied, whatever is excluded',
    'COPY --exclude=*.txt requirements.txt /',
    undefined,
    ['requirements.txt'],
  ],
  [
    'in one instruction excluded, in another not',
    'COPY --exclude=data app /\nCOPY app/data/notes.md /',
    undefined,
    ['app/main.py', 'app/data/notes.md'],
  ],
])('files that it sees: %s', async (_, instructions, ignore, expected) => {
  expect(await seen(instructions, ignore === undefined ? {} : { '.dockerignore': ignore })).toEqual(expected);
});

describe('links', () => {
  test.each<
    [name: string, instructions: string, links: Readonly<Record<string, string>>, expected: string[]]
  >([
    ['one that is named is followed', 'COPY x /', { x: 'requirements.txt' }, ['requirements.txt']],
    ['one on the way', 'COPY x/data /', { x: 'app' }, ['app/data/big.bin', 'app/data/notes.md']],
    ['from the root', 'COPY x /', { x: '/docs' }, ['docs/index.md']],
    ['one that leads out stays in', 'COPY x /', { x: '../../docs' }, ['docs/index.md']],
    ['of a link', 'COPY x /', { x: 'y', y: 'docs' }, ['docs/index.md']],
    ['a pattern', 'COPY x* /', { x1: 'docs', x2: 'a b.txt' }, ['docs/index.md', 'a b.txt']],
    [
      'one that is not named is not followed',
      'COPY app /',
      { 'app/x': '../docs' },
      ['app/main.py', 'app/data/big.bin', 'app/data/notes.md'],
    ],
    ['in a circle', 'COPY x /', { x: 'y', y: 'x' }, []],
    ['that lead deeper and deeper', 'COPY x/a /', { x: 'x/x' }, []],
    ['to nothing', 'COPY x /', { x: 'none' }, []],
    ['exclude does not see behind one', 'COPY --exclude=*.md x /', { x: 'docs' }, ['docs/index.md']],
  ])('%s', async (_, instructions, links, expected) => {
    const make = (folder: string): void => {
      for (const [path, target] of Object.entries(links)) symlinkSync(target, join(folder, path));
    };
    expect(await seen(instructions, {}, make)).toEqual(expected);
  });

  test('one that is ignored is not followed', async () => {
    const make = (folder: string): void => symlinkSync('docs', join(folder, 'x'));
    expect(await seen('COPY x* /', { '.dockerignore': 'x\n' }, make)).toEqual([]);
  });

  test('where one leads is in the hash', async () => {
    const [one, other] = [folderOf(), folderOf()];
    symlinkSync('main.py', join(one, 'app/x'));
    symlinkSync('data', join(other, 'app/x'));
    expect(await hashOf(one, 'COPY app /')).not.toEqual(await hashOf(other, 'COPY app /'));
  });
});

describe('a Dockerfile with a .dockerignore of its own', () => {
  test.each<[string, string, string[]]>([
    ['it stands in the place of the other', 'docs\n', without('docs/index.md')],
    ['even where it is empty', '', everything],
  ])('%s', async (_, own, expected) => {
    const changes = { '.dockerignore': '.git\n', 'Dockerfile.dockerignore': own };
    expect(await seen('COPY . /', changes)).toEqual(expected);
  });

  test('it may be outside of the context', async () => {
    const folder = folderOf();
    const dockerfile = join(root, 'elsewhere', 'Own.Dockerfile');
    await system.write(`${dockerfile}.dockerignore`, '*\n');
    const { sources } = readCustomDockerfile('FROM scratch\nCOPY . /\n', {});
    expect(await contextHashes(system, { folder, dockerfile, sources })).toEqual({ files: nothing });
  });
});

describe('Git’s own files', () => {
  const ignoring = { '.dockerignore': '**/.git\n' };
  const gitOf = async (instructions: string, changes: Readonly<Record<string, string>> = {}) => {
    const { git } = await hashesOf(folderOf(changes), instructions);
    return git && { paths: git.paths, config: git.config };
  };

  test.each<[string, string, Readonly<Record<string, string>>, Awaited<ReturnType<typeof gitOf>>]>([
    ['in the root', 'COPY . /', {}, { paths: ['.git'], config: false }],
    ['with a config', 'COPY . /', { '.git/config': '' }, { paths: ['.git'], config: true }],
    [
      'of a submodule',
      'COPY . /',
      { 'sub/.git': 'gitdir: ../.git/modules/sub\n', '.git/modules/sub/config': '' },
      { paths: ['.git', 'sub/.git'], config: true },
    ],
    ['one of them', 'COPY .git/HEAD /', { '.git/config': '' }, { paths: ['.git'], config: false }],
    [
      'below what is taken',
      'COPY app /',
      { 'app/x/.git/config': '' },
      { paths: ['app/x/.git'], config: true },
    ],
    ['not taken', 'COPY app /', { '.git/config': '' }, undefined],
    ['ignored', 'COPY . /', { ...ignoring, 'sub/.git/config': '' }, undefined],
    [
      'only alike',
      'COPY app /',
      { 'app/.gitignore': '', 'app/.github/config': '', 'app/x.git/config': '' },
      undefined,
    ],
  ])('%s', async (_, instructions, changes, expected) => {
    expect(await gitOf(instructions, changes)).toEqual(expected);
  });

  test('have a hash of their own, and are not in that of all else', async () => {
    const folder = folderOf();
    const before = await hashesOf(folder, 'COPY . /');
    writeFileSync(join(folder, '.git/HEAD'), 'ref: refs/heads/other\n');
    const cloned = await hashesOf(folder, 'COPY . /');
    rmSync(join(folder, '.git'), { recursive: true });
    const without = await hashesOf(folder, 'COPY . /');
    expect([cloned.files, without]).toEqual([before.files, { files: before.files }]);
    expect(cloned.git?.hash).not.toBe(before.git?.hash);
  });

  // Recorded before there were two hashes: published images are compared by it.
  test('where none is taken, the hash is what it has always been', async () => {
    expect(await hashesOf(folderOf(), 'COPY requirements.txt /')).toEqual({
      files: '876ccfbae27fd30f0abdedc655a6ebdd57f10316e48469157e596fd67482f13f',
    });
  });
});

describe('what else there is to a file', () => {
  const copy = 'COPY --exclude=data app docs /';
  const change = async (make: (folder: string) => void): Promise<boolean> => {
    const folder = folderOf();
    const before = await hashOf(folder, copy);
    make(folder);
    return (await hashOf(folder, copy)) !== before;
  };

  test.each<[string, boolean, (folder: string) => void]>([
    ['its time', false, (folder) => utimesSync(join(folder, 'app/main.py'), 1, 1)],
    ['the bit that makes it a program', true, (folder) => chmodSync(join(folder, 'app/main.py'), 0o755)],
    ['who may read it', true, (folder) => chmodSync(join(folder, 'app/main.py'), 0o600)],
    ['who may enter its folder', true, (folder) => chmodSync(join(folder, 'docs'), 0o700)],
    [
      'its name',
      true,
      (folder) => {
        rmSync(join(folder, 'app/main.py'));
        writeFileSync(join(folder, 'app/other.py'), tree['app/main.py']!);
      },
    ],
    [
      'its kind',
      true,
      (folder) => {
        rmSync(join(folder, 'app/main.py'));
        mkdirSync(join(folder, 'app/main.py'));
      },
    ],
    ['a new folder beside it, empty', true, (folder) => mkdirSync(join(folder, 'app/new'))],
    ['a new file that is excluded', false, (folder) => writeFileSync(join(folder, 'app/data/new'), '')],
    ['a new file elsewhere', false, (folder) => writeFileSync(join(folder, 'new'), '')],
  ])('%s: %s', async (_, expected, make) => {
    expect(await change(make)).toBe(expected);
  });

  test('who may enter the folders above, only where they are made too', async () => {
    const folder = folderOf();
    const hashes = async (): Promise<string[]> => [
      await hashOf(folder, 'COPY docs/index.md /'),
      await hashOf(folder, 'COPY --parents docs/index.md /'),
    ];
    const [plain, parents] = await hashes();
    chmodSync(join(folder, 'docs'), 0o700);
    expect(await hashes()).toEqual([plain, expect.not.stringMatching(parents!)]);
  });

  test('the order of the listing and of the sources', async () => {
    const folder = folderOf();
    const backwards: Files = {
      ...system,
      entries: async (path) => (await system.entries(path)).toReversed(),
    };
    const expected = await hashOf(folder, 'COPY app docs /');
    expect(expected).not.toEqual(nothing);
    expect(await hashOf(folder, 'COPY docs app docs /', backwards)).toEqual(expected);
  });

  test('two trees with the same files', async () => {
    expect(await hashOf(folderOf(), 'COPY . /')).toEqual(await hashOf(folderOf(), 'COPY . /'));
  });
});

test('what is ignored is not even looked into', async () => {
  const looked: string[] = [];
  const folder = folderOf({ '.dockerignore': '.git\napp\n!app/main.py\n' });
  const entries: Files['entries'] = (path) => {
    looked.push(path.slice(folder.length));
    return system.entries(path);
  };
  await hashOf(folder, 'COPY . /\nCOPY docs app /', { ...system, entries });
  expect(looked).toEqual(['', '/app', '/docs']);
});

test('what cannot be read', async () => {
  const folder = folderOf();
  const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  const bytes: Files['bytes'] = (path) => {
    if (path.endsWith('main.py')) throw denied;
    return system.bytes(path);
  };
  const entries: Files['entries'] = (path) =>
    path.endsWith('data') ? Promise.reject(denied) : system.entries(path);
  const read: Files['read'] = () => Promise.reject(denied);
  const failure = (path: string): Failure =>
    new Failure([
      {
        station: 'input',
        about: 'docker_build_path',
        message: `"${path}" of the build context cannot be read: EACCES. The builder needs it too: make it readable, or name it in .dockerignore.`,
      },
    ]);
  await expect(hashOf(folder, 'COPY . /', { ...system, bytes })).rejects.toEqual(failure('app/main.py'));
  await expect(hashOf(folder, 'COPY app /', { ...system, entries })).rejects.toEqual(failure('app/data'));
  await expect(hashOf(folder, 'COPY app /', { ...system, read })).rejects.toEqual(
    failure('Dockerfile.dockerignore'),
  );
});
