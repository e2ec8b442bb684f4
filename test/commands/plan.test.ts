import { expect, test } from 'vitest';
import { plan } from '../../src/commands/plan.ts';
import { FileFailure } from '../../src/file-failure.ts';
import { readPlanInputs } from '../../src/inputs/plan.ts';
import { emptyPlanReport, planOutputs } from '../../src/report/plan.ts';
import { commandWorld } from '../support/command-world.ts';
import { testWorld } from '../support/world.ts';

/** In a world that refuses programs and folders: what gets as far as a session fails in another way. */
const planned = (file: string | undefined, raw: Readonly<Record<string, string>> = {}) => {
  const { inputs } = readPlanInputs({ registry: 'ghcr.io', image_name: 'owner/{package}', ...raw }, 'action');
  const inMemory = testWorld({ files: file === undefined ? {} : { 'python-images.yml': file } });
  const requireWritable = (path: string) =>
    path === '/etc'
      ? Promise.reject(new FileFailure({ path, doing: 'written', code: 'EISDIR' }))
      : Promise.resolve();
  const world = { ...inMemory, files: { ...inMemory.files, requireWritable } };
  return plan(world, { inputs: inputs!, programs: '/programs', cache: '/cache' });
};

test.each<readonly [string, Parameters<typeof planned>, string, string]>([
  [
    'a file that is not there',
    [undefined, { images_file: 'other.yml' }],
    'images_file',
    'images_file: there is no file "other.yml".',
  ],
  [
    'a mistake of the file',
    ['packages: [{ package: six, python_version: 3.12 }]'],
    'python-images.yml',
    'python-images.yml:1:28: there is no key "python_version" here. Did you mean "python_versions"?',
  ],
  [
    'a place that cannot be written, before anything is asked',
    ['packages: [six]', { plan_file: '/etc' }],
    'plan_file',
    '"/etc" could not be written: it is a folder (EISDIR). It is written at the end, as plan_file says: name another file.',
  ],
])('reports %s', async (_, of, about, message) => {
  expect(await planned(...of)).toEqual({
    report: { ...emptyPlanReport, problems: [{ station: 'input', about, message }] },
  });
});

test('says for what a plan needs a registry', async () => {
  const { inputs } = readPlanInputs({ packages: 'six', image_name: 'owner/six' }, 'cli');
  const { report } = await plan(testWorld({}), { inputs: inputs!, programs: '/programs', cache: '/cache' });
  expect(report.problems.map(({ message }) => message)).toEqual([
    '--registry: a plan of "owner/six" needs a registry to look at: name its host, like "ghcr.io", or write it in front of the name.',
  ]);
});

/** Two packages, each of an index with credentials of its own; all images but one are there. */
const secrets = `machine one.example.com login ada password secret-one
machine two.example.com login ben password secret-two`;

async function plannedOfTwo(include = '', more: Readonly<Record<string, string>> = {}) {
  const { inputs, problems } = readPlanInputs(
    {
      registry: 'ghcr.io',
      image_name: 'owner/{package}',
      python_versions: '3.13',
      rebuild: 'missing',
      secrets: 'id=netrc,env=NETRC_TEXT',
      registry_password: 'secret-three',
      registry_username: 'cleo',
      include,
      ...more,
    },
    'action',
  );
  expect(problems).toEqual([]);
  const world = commandWorld({
    env: { NETRC_TEXT: secrets },
    files: {
      'python-images.yml': `packages:
        - { package: six, index_url: https://one.example.com/simple, verify: strict }
        - { package: h11, index_url: https://two.example.com/simple, uv_version: 0.9.5 }`,
    },
    pages: {
      'https://one.example.com/simple/six/': ['1.0', '1.1'],
      'https://two.example.com/simple/h11/': ['0.9'],
      'https://three.example.com/simple/six/': ['1.2'],
    },
    images: ['six:py3.13-slim-1.1', 'six:py3.13-slim-1.2', 'h11:py3.13-slim-0.9'].flatMap((name) =>
      ['owner', 'other'].map((owner) => `ghcr.io/${owner}/${name}`),
    ),
  });
  const { report } = await plan(world, { inputs: inputs!, programs: '/programs', cache: '/cache' });
  return { report, world };
}

test('asks each index with its own credentials, and writes none of them down', async () => {
  const { report, world } = await plannedOfTwo();
  expect(report.problems).toEqual([]);
  expect(report.images.map(({ name, decision }) => `${decision} ${name}`)).toEqual([
    'keep six 1.1 on Python 3.13 slim',
    'keep h11 0.9 on Python 3.13 slim',
  ]);
  expect(world.asked().filter((line) => line.includes('/simple/'))).toEqual([
    'GET https://one.example.com/simple/six/ as ada',
    'GET https://two.example.com/simple/h11/ as ben',
  ]);
  const texts = [world.written.get('python-images-plan.json')!, JSON.stringify(planOutputs(report))];
  for (const text of texts) expect(text).not.toMatch(/secret-|NETRC_TEXT|cleo/);
});

test('says of each image in which repositories it is', async () => {
  const { report } = await plannedOfTwo('', { image_name: 'owner/{package}\nother/{package}' });
  expect(report.images.map(({ reference, otherRepositories }) => [reference, otherRepositories])).toEqual([
    ['ghcr.io/owner/six:py3.13-slim-1.1', ['ghcr.io/other/six']],
    ['ghcr.io/owner/h11:py3.13-slim-0.9', ['ghcr.io/other/h11']],
  ]);
});

test('notes runners of platforms that no image is for, and no place of wheels where nothing is compiled', async () => {
  const { report } = await plannedOfTwo('', { runners: 'linux/s390x=big linux/arm64=arm' });
  expect(report.problems).toEqual([]);
  expect(report.notes).toEqual([
    'runners: no image is for linux/s390x, so that nothing runs on big: name it in platform, too, or leave it out',
  ]);
});

test('says once of a registry that it cannot be reached, however many images are asked of it', async () => {
  const raw = { packages: 'six h11', registry: 'none.example.com', image_name: 'owner/{package}' };
  const { inputs } = readPlanInputs({ ...raw, rebuild: 'missing' }, 'action');
  const world = commandWorld({
    pages: { 'https://pypi.org/simple/six/': ['1.0'], 'https://pypi.org/simple/h11/': ['0.9'] },
  });
  const lost = new TypeError('fetch failed', { cause: Object.assign(new Error(''), { code: 'ENOTFOUND' }) });
  const fetch: typeof world.fetch = (url, init) =>
    new URL(url).host === 'none.example.com' ? Promise.reject(lost) : world.fetch(url, init);
  const request = { inputs: inputs!, programs: '/programs', cache: '/cache' };
  const { report } = await plan({ ...world, fetch }, request);
  expect(report.problems).toEqual([
    {
      station: 'registry',
      about: expect.stringMatching(/^none\.example\.com\/owner\//) as string,
      host: 'none.example.com',
      message: expect.stringMatching(
        /none\.example\.com\/v2\/\S+ found no such host\. Check whether the name of the registry is right/,
      ) as string,
    },
  ]);
});

test('looks for a version that a row of include adds on the index of that row', async () => {
  const row =
    "- { package: six, package_version: '1.2', index_url: https://three.example.com/simple, python_version: '3.13', target_base: slim }";
  const { report } = await plannedOfTwo(row);
  expect(report.problems).toEqual([]);
  expect(report.images.map(({ name }) => name)).toContain('six 1.2 on Python 3.13 slim');
});

test('refuses the index of a row that is none', async () => {
  const row = "- { package: six, package_version: '1.2', index_url: three.example.com }";
  expect((await plannedOfTwo(row)).report.problems).toEqual([
    {
      station: 'input',
      about: 'index_url',
      message:
        'include:1:54: index_url: it is not the URL of an index: give one with https:// or http://, like "https://packages.example.com/simple".',
    },
  ]);
});

/** What is asked of the index by a plan of six, whose page of a minute ago, with version 1.0 alone, is kept. */
async function askedOfSix(raw: Readonly<Record<string, string>>) {
  const { inputs } = readPlanInputs(
    { packages: 'six', registry: 'ghcr.io', image_name: 'owner/six', python_versions: '3.13', ...raw },
    'action',
  );
  const world = commandWorld({
    pages: { 'https://pypi.org/simple/six/': ['1.0', '1.1'] },
    images: ['ghcr.io/owner/six:py3.13-slim-1.0', 'ghcr.io/owner/six:py3.13-slim-1.1'],
  });
  const now = world.clock.now();
  const kept = JSON.stringify({
    page: {
      body: '<a href="six-1.0-py3-none-any.whl">six-1.0-py3-none-any.whl</a>',
      contentType: 'text/html',
      url: 'https://pypi.org/simple/six/',
    },
    asked: now - 60_000,
    until: now + 60_000,
  });
  const read = (path: string) =>
    path.startsWith('/cache/pages-1/') ? Promise.resolve(kept) : world.files.read(path);
  const { report } = await plan(
    { ...world, files: { ...world.files, read } },
    { inputs: inputs!, programs: '/programs', cache: '/cache' },
  );
  const asked = world.asked().filter((line) => line.includes('/simple/six/'));
  return { asked, images: report.images.map(({ name }) => name) };
}

const ask = 'GET https://pypi.org/simple/six/';
test.each<readonly [string, Readonly<Record<string, string>>, Awaited<ReturnType<typeof askedOfSix>>]>([
  [
    'is taken unasked',
    { package_versions: 'latest', rebuild: 'missing' },
    { asked: [], images: ['six 1.0 on Python 3.13 slim'] },
  ],
  [
    'is asked for where it lacks a version that is named',
    { package_versions: '1.1', rebuild: 'missing' },
    { asked: [ask], images: ['six 1.1 on Python 3.13 slim'] },
  ],
  ['is asked for with force', { package_versions: 'latest', force: 'true' }, { asked: [ask], images: [] }],
])('a page of the index that still holds %s', async (_, raw, expected) => {
  expect(await askedOfSix(raw)).toEqual(expected);
});
