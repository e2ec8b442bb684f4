/**
 * BuildKit's daemons of somebody else, reached over TCP with TLS: two as the nodes of one builder, and one alone. Both are
 * on this machine, so that what the second builds runs under QEMU here. Costs 40 s.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import { argumentsOf, commandOn } from '../support/pages.ts';
import { all, builders, cli, fresh, imagesOf, manifest, must, registry, run, tagsOf } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'e2e-nodes-'));
const stamp = fresh('').split('-').at(-1)!;
const [pair, single] = [`e2e-pair-${stamp}`, `e2e-single-${stamp}`];
const daemons = ['one', 'two'].map((name) => `e2e-node-${name}-${stamp}`);

/** An authority, and a certificate of it for each side. */
async function makeCertificates(): Promise<void> {
  const openssl = (...args: readonly string[]): Promise<string> => must('openssl', args, { cwd: folder });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const authority = ['-keyout', 'ca-key.pem', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=e2e'];
  await openssl('req', '-x509', ...key, ...authority);
  await writeFile(join(folder, 'names'), 'subjectAltName=IP:127.0.0.1\n');
  for (const side of ['server', 'client']) {
    await openssl('req', ...key, '-keyout', `${side}-key.pem`, '-out', `${side}.csr`, '-subj', `/CN=${side}`);
    const signed = ['-CA', 'ca.pem', '-CAkey', 'ca-key.pem', '-CAcreateserial', '-days', '2'];
    await openssl(
      'x509',
      '-req',
      '-in',
      `${side}.csr`,
      ...signed,
      '-extfile',
      'names',
      '-out',
      `${side}.pem`,
    );
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

/** @returns the address of the daemon. */
async function startDaemon(name: string): Promise<string> {
  const address = `tcp://127.0.0.1:${await freePort()}`;
  const docker = ['run', '--detach', '--privileged', '--network=host', `--volume=${folder}:/tls:ro`];
  const tls = ['--tlscacert=/tls/ca.pem', '--tlscert=/tls/server.pem', '--tlskey=/tls/server-key.pem'];
  const image = process.env['BUILDKIT_IMAGE'] ?? '';
  expect(image, 'engine/engine up --test buildkit, and eval of engine/engine env').not.toBe('');
  await must('docker', [
    ...docker,
    `--name=${name}`,
    image,
    '--config=/tls/buildkitd.toml',
    `--addr=${address}`,
    ...tls,
  ]);
  return address;
}

const page = 'docs/building.md';

/** Runs a command of the page that makes a builder, or appends a node to it. */
async function addNode(
  command: RegExp,
  builder: string,
  [host, address]: readonly [host: string, address: string],
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  const replaced = {
    ...more,
    '--name nodes': `--name ${builder}`,
    'tls/ca.pem': `${folder}/ca.pem`,
    'tls/cert.pem': `${folder}/client.pem`,
    'tls/key.pem': `${folder}/client-key.pem`,
    [`tcp://${host}.example.com:1234`]: address,
  };
  await must('docker', argumentsOf(commandOn(page, command, replaced)));
}

beforeAll(async () => {
  await makeCertificates();
  const config = process.env['BUILDKITD_CONFIG'];
  if (config === undefined) await writeFile(join(folder, 'buildkitd.toml'), '');
  else await copyFile(config, join(folder, 'buildkitd.toml'));
  const [one = '', two = ''] = await Promise.all(daemons.map((name) => startDaemon(name)));
  const first = / --platform linux\/amd64 /;
  await addNode(first, pair, ['amd64', one]);
  await addNode(/ --append /, pair, ['arm64', two]);
  await addNode(first, single, ['amd64', one], { ' --platform linux/amd64': '' });
  await must('docker', ['buildx', 'inspect', '--bootstrap', pair]);
});
afterAll(async () => {
  for (const builder of [pair, single]) await run('docker', ['buildx', 'rm', '--force', builder]);
  await run('docker', ['rm', '--force', '--volumes', ...daemons]);
  rmSync(folder, { recursive: true });
});

async function build(
  builder: string,
  ...options: readonly string[]
): Promise<{ report: Report; said: string }> {
  const done = await cli([
    'build',
    '--package=six',
    '--package-version=1.17.0',
    '--python-version=3.13',
    '--target-base=slim',
    `--registry=${registry}`,
    `--builder=${builder}`,
    '--json',
    ...options,
  ]);
  if (done.code !== 0) throw new Error(`exit code ${done.code}\n${done.stdout}\n${done.stderr}`);
  return { report: JSON.parse(done.stdout) as Report, said: done.stderr };
}

const shown = ({ platforms }: Report) =>
  platforms.map(({ platform, emulated, checks }) => [
    platform,
    emulated ? 'emulated' : 'native',
    checks.length > 0 && checks.every(({ ok }) => ok) ? 'passed' : 'failed',
  ]);

/** Platform to digest, of an index. */
const byPlatform = (images: ReturnType<typeof imagesOf>): Record<string, string> =>
  Object.fromEntries(images.map(({ platform, digest }) => [platform, digest]));

const repository = fresh('nodes');

test('two nodes build, check and export their own platforms of one image in one run', async () => {
  const options = [`--platform=${all.join(',')}`, `--image-name=${repository}`];
  const { report, said } = await build(pair, ...options, '--push');
  expect(shown(report)).toEqual([
    ['linux/amd64', 'native', 'passed'],
    ['linux/arm64', 'native', 'passed'],
    ['linux/arm/v7', 'native', 'passed'],
  ]);
  expect(said).toContain(`nodes    ${pair}0: linux/amd64; ${pair}1: linux/arm64, linux/arm/v7`);
  // buildx names the platform where a target has several.
  for (const step of ['node1 run', 'node2 linux/arm64 run', 'node2 linux/arm/v7 run'])
    expect(said).toContain(`[image-verify-${step} 2/3]`);
  expect(await tagsOf(repository)).toEqual({ 'py3.13-slim-1.17.0': report.digest });
  const index = await manifest(repository, report.digest ?? '');
  expect(imagesOf(index).map(({ platform }) => platform)).toEqual(all);
  expect(index.manifests).toHaveLength(2 * all.length);
  expect(index.annotations?.['org.opencontainers.image.version']).toBe('1.17.0');

  // What the nodes made is read back as the image of this tool that it is.
  const again = await build(pair, ...options, '--push');
  expect(again.report.outcome).toBe('kept');
  const layout = join(folder, 'layout');
  const written = await build(pair, ...options, `--output=${layout}`, '--verify=off', '--force');
  const list = JSON.parse(await readFile(join(layout, 'index.json'), 'utf8')) as {
    readonly manifests: readonly { readonly digest: string }[];
  };
  expect(list.manifests.map(({ digest }) => digest)).toEqual([written.report.digest]);
  expect(await builders()).toContain(pair);
});

test('one node alone makes the same images of the platforms, with emulation', async () => {
  const platforms = ['linux/amd64', 'linux/arm64'];
  const alone = fresh('single-node');
  const options = [`--platform=${platforms.join(',')}`, `--image-name=${alone}`, '--push'];
  const { report, said } = await build(single, ...options);
  expect(shown(report)).toEqual([
    ['linux/amd64', 'native', 'passed'],
    ['linux/arm64', 'emulated', 'passed'],
  ]);
  expect(said).not.toContain('nodes  ');
  const [shared, own] = [
    await manifest(repository, 'py3.13-slim-1.17.0'),
    await manifest(alone, report.digest ?? ''),
  ];
  expect(byPlatform(imagesOf(shared))).toMatchObject(byPlatform(imagesOf(own)));
  expect(await builders()).toContain(single);
});
