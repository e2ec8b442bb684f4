/** A company's index: its own authority, a user with a password, and versions with characters that tags cannot have. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PlanReport } from '../../src/report/plan.ts';
import type { Report, RunReport } from '../../src/report/report.ts';
import { type LocalIndex, makeWheel, serveIndex } from './local-index.ts';
import { commandOn } from '../support/pages.ts';
import { cli, failing, fresh, node, registry, run, runImage, tagsOf } from './support.ts';

const user = { username: 'harbourmaster', password: 'low-tide-at-noon' };
let folder: string;
let index: LocalIndex;
let netrc: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'e2e-private-'));
  const script = 'from importlib.metadata import version; print("quay", version("quay"))';
  const wheels = ['1!2.0', '1.0+ubuntu.1'].map((version) =>
    makeWheel(folder, { name: 'quay', version, script }),
  );
  index = await serveIndex(await Promise.all(wheels), { folder, ...user });
  netrc = `machine ${new URL(index.url).hostname} login ${user.username} password ${user.password}\n`;
  writeFileSync(join(folder, 'netrc'), netrc);
});
afterAll(async () => {
  await index.stop();
  rmSync(folder, { recursive: true });
});

const on = ['--platform=linux/amd64', `--base-registry=${registry}/library`];
const options = (version: string) => [
  '--package=quay',
  `--package-version=${version}`,
  '--python-version=3.13',
  '--target-base=alpine',
  ...on,
  `--index-url=${index.url}`,
];
const trusted = () => `--ca-bundle=${join(folder, 'ca.pem')}`;

test.each([
  ['an epoch, with credentials of a file', '1!2.0', '1-2.0', () => `src=${join(folder, 'netrc')}`],
  [
    'a local version, with credentials of a variable',
    '1.0+ubuntu.1',
    '1.0_ubuntu.1',
    () => 'env=INDEX_NETRC',
  ],
])('publishes a version with %s', async (_, version, tag, secretOf) => {
  const repository = fresh(`private-${tag.replaceAll(/\W/g, '-')}`);
  const page = 'docs/private-index.md';
  const set = commandOn(page, /^export /, {
    'machine packages.example.com login USER password TOKEN': netrc.trim(),
  });
  const command = commandOn(page, /^python-image-builder /, {
    'example-service': 'quay',
    latest: version,
    slim: 'alpine',
    'https://packages.example.com/simple': index.url,
    'env=INDEX_NETRC': secretOf(),
    'company.pem': join(folder, 'ca.pem'),
    'python-image-builder': `'${node}' '${join(process.cwd(), 'dist/cli.js')}'`,
  });
  const where = [`--registry=${registry}`, `--image-name=${repository}`, '--push', '--json'];
  const done = await run('bash', ['-c', `${set}\n${[command, ...on, ...where].join(' ')}`]);
  const { digest, subject: named, problems } = JSON.parse(done.stdout) as Report;
  expect({
    code: done.code,
    problems,
    named,
    tags: await tagsOf(repository),
    secret: (done.stdout + done.stderr).includes(user.password),
  }).toEqual({
    code: 0,
    problems: [],
    named: { kind: 'package', name: 'quay', version, python: '3.13' },
    tags: { [`py3.13-alpine-${tag}`]: digest },
    secret: false,
  });
  const image = `${registry}/${repository}:py3.13-alpine-${tag}`;
  expect(await runImage(image, 'linux/amd64', ['quay'])).toBe(`quay ${version}`);
});

test('images of two indexes, each with a policy of its own, are planned and made in one step', async () => {
  const script = 'print("pier")';
  const open = await serveIndex([await makeWheel(folder, { name: 'pier', version: '2.0', script })]);
  const name = fresh('private-two');
  const work = join(folder, 'two');
  mkdirSync(work);
  writeFileSync(
    join(work, 'python-images.yml'),
    `python_versions: '3.13'
target_bases: alpine
platform: linux/amd64
base_registry: ${registry}/library
image_name: ${name}/{package}
packages:
  - { package: quay, package_versions: '1!2.0', index_url: '${index.url}', provenance: 'false' }
  - { package: pier, index_url: '${open.url}', verify: 'off' }
`,
  );
  const step = [`--registry=${registry}`, '--secrets=id=netrc,env=INDEX_NETRC', trusted(), '--json'];
  const ran = async (...words: readonly string[]): Promise<unknown> => {
    const done = await cli([...words, ...step], { cwd: work, env: { INDEX_NETRC: netrc } });
    if (done.code !== 0) throw new Error(done.stdout + done.stderr);
    expect(done.stdout + done.stderr).not.toContain(user.password);
    return JSON.parse(done.stdout);
  };
  try {
    const first = (await ran('plan')) as PlanReport;
    expect([first.images.map(({ decision }) => decision), first.shards.length]).toEqual([
      ['build', 'build'],
      1,
    ]);
    expect(readFileSync(join(work, 'python-images-plan.json'), 'utf8')).not.toContain(user.password);
    const { images } = (await ran('build', '--cells=python-images-plan.json#1', '--push')) as RunReport;
    expect(images.map(({ subject, outcome, verify }) => [subject.name, outcome, verify])).toEqual([
      ['quay', 'published', 'all'],
      ['pier', 'published', 'off'],
    ]);
    const second = (await ran('plan')) as PlanReport;
    expect(second.images.map(({ decision }) => decision)).toEqual(['keep', 'keep']);
  } finally {
    await open.stop();
  }
});

test.each([
  [
    'nobody in particular',
    () => [trusted()],
    /: the index answered 401: it wants credentials, and none were given for this host\.$/,
  ],
  [
    'a wrong password',
    () => [trusted(), '--secrets=id=netrc,env=WRONG_NETRC'],
    /: the index answered 401: it does not accept the credentials of "harbourmaster" for this package\.$/,
  ],
  [
    'an authority that is not trusted',
    () => ['--secrets=id=netrc,env=QUAY_NETRC'],
    /: the index cannot be reached: .*when a company's own authority signed the index's certificate, name its PEM file as ca_bundle\.$/,
  ],
])('is closed to %s', async (_, more, message) => {
  const { code, report } = await failing([...options('1!2.0'), '--dry-run', ...more()], {
    QUAY_NETRC: netrc,
    WRONG_NETRC: netrc.replace(user.password, 'high-tide'),
  });
  expect({ code, problems: report.problems }).toEqual({
    code: 3,
    problems: [{ station: 'index', message: expect.stringMatching(message) }],
  });
});
