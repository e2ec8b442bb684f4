/** The page is written once all repositories were read, from a real registry. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCatalogue } from '../../src/commands/catalogue.ts';
import { FileFailure } from '../../src/file-failure.ts';
import type { Repository } from '../../src/names/reference.ts';
import { RegistryClient } from '../../src/registry/client.ts';
import { pushImage, tag } from '../support/images.ts';
import { startRegistry, type TestRegistry } from '../support/registry.ts';
import { testWorld } from '../support/world.ts';

let registry: TestRegistry;
let repository: Repository;
beforeAll(async () => {
  registry = await startRegistry();
  repository = { registry: registry.host, name: 'example/app' };
  await pushImage(new RegistryClient(testWorld()), repository, ['layer'], tag('1.0'));
}, 20_000);
afterAll(() => registry.stop());

/** A world whose files are remembered. */
function writing(refused?: FileFailure) {
  const written = new Map<string, string>();
  const world = testWorld();
  const replace = async (path: string, content: unknown): Promise<void> => {
    if (refused !== undefined) throw refused;
    written.set(path, String(content));
  };
  return { written, world: { ...world, files: { ...world.files, replace } } };
}

test('the page of all images', async () => {
  const { world, written } = writing();
  const report = await writeCatalogue(world, { repositories: [repository], out: 'site' });
  const [[file, page] = ['', '']] = [...written];
  expect({ ...report, repositories: report.repositories.map(({ images }) => images.length) }).toEqual({
    repositories: [1],
    problems: [],
    page: { file: 'site/index.html', bytes: Buffer.byteLength(page) },
  });
  expect(file).toBe('site/index.html');
  expect(page).toContain(`docker pull ${registry.host}/example/app:1.0`);
});

test('nothing is written where a repository is not there', async () => {
  const { world, written } = writing();
  const repositories = [{ registry: registry.host, name: 'example/none' }, repository];
  const { problems, page } = await writeCatalogue(world, { repositories, out: 'site' });
  expect(problems.map(({ station, message }) => `${station}: ${message}`)).toEqual([
    `registry: There is no repository ${registry.host}/example/none: check the name, which is without a tag.`,
  ]);
  expect([page, written.size]).toEqual([undefined, 0]);
});

test('where the page cannot be written, that is said', async () => {
  const { world } = writing(new FileFailure({ path: 'site', doing: 'made', code: 'EACCES' }));
  const { problems, page } = await writeCatalogue(world, { repositories: [repository], out: 'site' });
  expect([problems.map(({ station }) => station), page]).toEqual([['machine'], undefined]);
});

test('a folder that cannot be written is said before anything is asked', async () => {
  const world = testWorld();
  const requireWritable = () =>
    Promise.reject(new FileFailure({ path: 'site/index.html', doing: 'written', code: 'EACCES' }));
  const { problems } = await writeCatalogue(
    { ...world, files: { ...world.files, requireWritable } },
    // Nobody answers there: to ask would be a problem, too.
    { repositories: [{ registry: '127.0.0.1:1', name: 'example/app' }], out: 'site' },
  );
  expect(problems).toEqual([
    {
      station: 'input',
      about: 'out',
      message:
        '"site/index.html" could not be written: this user may not (EACCES). It is written at the end, as out says: name another folder.',
    },
  ]);
});

test('certificates that are not there are said before anything is asked', async () => {
  const { problems } = await writeCatalogue(testWorld(), {
    // Nobody answers there: to ask would be a problem, too.
    repositories: [{ registry: '127.0.0.1:1', name: 'example/app' }],
    out: 'site',
    caBundle: '/nowhere.pem',
  });
  expect(problems.map(({ about }) => about)).toEqual(['ca_bundle']);
});
