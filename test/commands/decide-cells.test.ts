import { expect, test } from 'vitest';
import { decideCells } from '../../src/commands/decide-cells.ts';
import { readPlanInputs } from '../../src/inputs/plan.ts';
import { repositoryText } from '../../src/names/reference.ts';
import { type Reader, RegistryClient } from '../../src/registry/client.ts';
import { digestOf, mediaTypes } from '../../src/registry/manifest.ts';
import type { Lock } from '../../src/lock/lock.ts';
import type { MatrixCell } from '../../src/sources/matrix/matrix.ts';
import { missingNotes } from '../../src/sources/matrix/plan-notes.ts';
import { readMatrix } from '../../src/sources/matrix/read.ts';
import { digestOfOnly, present } from '../decide/values.ts';
import { version } from '../package-index/projects.ts';
import { file } from '../support/cells.ts';
import { bytesOf } from '../support/images.ts';
import { testSession } from '../support/session.ts';
import { testWorld } from '../support/world.ts';

/**
 * Two packages on one Python and base, both there already: `six`, which is only wanted, and `h11`, which is wanted anew
 * with inputs of its own.
 *
 * @returns what is decided of each, and what was asked for it.
 */
async function decide(own: string) {
  const raw = { registry: 'ghcr.io', image_name: 'owner/{package}', platform: 'linux/amd64' };
  const { inputs } = readPlanInputs(raw, 'action');
  const text = `packages: [{ package: six, rebuild: missing }, { package: h11, rebuild: always, ${own} }]`;
  const matrix = readMatrix(inputs!, { path: 'python-images.yml', text });
  const cells = matrix.packages.map(({ package: name, inputs: ofPackage }): MatrixCell => ({
    package: name,
    version: { version: version('1.0'), files: [] },
    python: { text: '3.13', minor: '3.13' },
    base: 'slim',
    inputs: ofPackage,
    pythonIsNamed: true,
  }));
  const world = testWorld();
  const asked = { bases: new Set<string>(), resolved: new Set<string>(), stores: new Set<string>() };
  const reader: Pick<Reader, 'getManifest'> = {
    getManifest: (repository) => {
      asked.bases.add(repositoryText(repository));
      const bytes = new Uint8Array(Buffer.from('{}'));
      return Promise.resolve({ mediaType: mediaTypes.ociManifest, digest: digestOfOnly('b'), bytes });
    },
  };
  const client = Object.assign(new RegistryClient(world), reader);
  const session = testSession({
    world,
    client,
    held: () => Promise.resolve(present({ aliases: [] })),
    wheelStore: (place) => {
      asked.stores.add(place.kind === 'repository' ? repositoryText(place.repository) : place.kind);
      return Promise.resolve(undefined);
    },
    resolve: ({ packages: { distribution, indexUrl, uvVersion } }) => {
      asked.resolved.add([distribution, indexUrl, uvVersion].filter(Boolean).join(' '));
      const wheels = [file('h11-1.0-py3-none-any.whl')];
      const packages = [{ name: 'h11', version: '1.0', wheels }];
      return Promise.resolve({ text: '', packages, resolved: 'host' });
    },
  });
  const { decided, impossible } = await decideCells(session, matrix, cells, 2);
  return {
    decided: decided.map(({ cell, decision }) => `${cell.package.name} ${decision.do}`),
    impossible,
    bases: [...asked.bases],
    resolved: [...asked.resolved],
    stores: [...asked.stores],
  };
}

const usual = {
  decided: ['six keep', 'h11 build'],
  impossible: [],
  bases: ['docker.io/library/python'],
  resolved: ['h11'],
  stores: ['ghcr.io/owner/six'],
};

test.each([
  ['verify: strict', {}],
  [
    'index_url: https://packages.example.com/simple',
    { resolved: ['h11 https://packages.example.com/simple'] },
  ],
  ['uv_version: 0.9.5', { resolved: ['h11 0.9.5'] }],
  ['base_registry: mirror.example.com/library', { bases: ['mirror.example.com/library/python'] }],
  ['wheel_store: ghcr.io/owner/wheels', { stores: ['ghcr.io/owner/wheels'] }],
])('an image is decided by the policy, index, uv and base of its own: %s', async (own, differs) => {
  expect(await decide(own)).toEqual({ ...usual, ...differs });
});

const lock: Lock = {
  text: '',
  packages: [{ name: 'six', version: '1.0', wheels: [file('six-1.0-py3-none-any.whl')] }],
  resolved: 'host',
};

/** Versions of `six` that are not there yet, on a base of so many platforms. */
function absentImages(
  count: number,
  architectures: readonly object[],
  raw: Readonly<Record<string, string>>,
) {
  const { inputs } = readPlanInputs(
    { registry: 'ghcr.io', image_name: 'owner/six', wheel_store: 'off', ...raw },
    'action',
  );
  const matrix = readMatrix(inputs!, { path: 'python-images.yml', text: 'packages: [six]' });
  const cells = Array.from({ length: count }, (_, at): MatrixCell => ({
    package: matrix.packages[0]!.package,
    version: { version: version(`1.${at}`), files: [] },
    python: { text: '3.13', minor: '3.13' },
    base: 'slim',
    inputs: matrix.packages[0]!.inputs,
    pythonIsNamed: true,
  }));
  const mediaType = 'application/vnd.oci.image.index.v1+json';
  const manifests = architectures.map((one) => ({
    digest: digestOf(bytesOf(one)),
    size: 1,
    platform: { os: 'linux', ...one },
  }));
  const bytes = bytesOf({ mediaType, manifests });
  const base = { bytes, mediaType, digest: digestOf(bytes) };
  const session = testSession({
    world: testWorld(),
    held: () => Promise.resolve({ is: 'absent', aliases: [] }),
    wheelStore: () => Promise.resolve(undefined),
    resolve: () => Promise.resolve(lock),
    registries: () => Promise.resolve({ reader: { getManifest: () => Promise.resolve(base) } } as never),
  });
  return { session, matrix, cells };
}

const [amd64, arm64, armv7] = [
  { architecture: 'amd64' },
  { architecture: 'arm64' },
  { architecture: 'arm', variant: 'v7' },
];

test('asks how long images take for no more at once than it may', async () => {
  const { session, matrix, cells } = absentImages(9, [amd64, arm64, armv7], {});
  let [asked, now, most] = [0, 0, 0];
  const resolve = async (): Promise<Lock> => {
    asked += 1;
    now += 1;
    most = Math.max(most, now);
    await new Promise((later) => setTimeout(later, 5));
    now -= 1;
    return lock;
  };
  await decideCells({ ...session, resolve }, matrix, cells, 3);
  expect({ asked, most }).toEqual({ asked: 9, most: 3 });
});

const without = (images: string): string =>
  `${images}: without linux/arm/v7, which is optional: The base image docker.io/library/python:3.13-slim does not exist for linux/arm/v7: it has linux/amd64, linux/arm64. Leave it out of the input platform, or take another target_base`;

test.each([
  [2, without('six 1.0 on Python 3.13 slim, six 1.1 on Python 3.13 slim')],
  [4, without('4 images')],
])('an optional platform that the base of %i images lacks is noted once', async (count, note) => {
  const platform = { platform: 'linux/amd64 linux/arm64 linux/arm/v7', platform_optional: 'linux/arm/v7' };
  const { session, matrix, cells } = absentImages(count, [amd64, arm64], platform);
  const { decided, impossible } = await decideCells(session, matrix, cells, 3);
  expect(impossible).toEqual([]);
  expect(missingNotes(decided, session.events)).toEqual([note]);
});
