import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rootCertificates } from 'node:tls';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requireFiles } from '../../src/commands/require-files.ts';
import { Failure } from '../../src/errors.ts';
import { systemFiles } from '../../src/world/files.ts';
import { inputsOf } from '../support/cells.ts';
import { testWorld } from '../support/world.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'require-'));
  await writeFile(join(folder, 'file'), 'x');
  await writeFile(join(folder, 'right.pem'), rootCertificates.slice(0, 2).join('\n'));
  const broken = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n';
  await writeFile(join(folder, 'broken.pem'), `${rootCertificates[0]}\n${broken}`);
  await writeFile(join(folder, 'short.pem'), rootCertificates[0]!.slice(0, 200));
});
afterAll(() => rm(folder, { recursive: true }));

const problemsOf = async (raw: Readonly<Record<string, string>>): Promise<readonly unknown[]> => {
  const placed = Object.entries(raw).map(([name, value]) => [name, value.replaceAll('FOLDER', folder)]);
  const world = { ...testWorld(), files: systemFiles(folder) };
  try {
    await requireFiles(world, inputsOf(Object.fromEntries(placed) as Record<string, string>));
    return [];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problems.map(({ about, message }) => [about, message.replaceAll(folder, 'FOLDER')]);
  }
};

const push = { push: 'false' };
test.each<readonly [string, Readonly<Record<string, string>>, readonly (readonly [string, string])[]]>([
  ['nothing', {}, []],
  ['certificates', { ca_bundle: 'FOLDER/right.pem' }, []],
  [
    'a bundle that is not there',
    { ca_bundle: 'FOLDER/none' },
    [['ca_bundle', 'There is no file "FOLDER/none". ca_bundle is the path of a PEM file.']],
  ],
  [
    'a bundle that is a folder',
    { ca_bundle: 'FOLDER' },
    [['ca_bundle', '"FOLDER" is a folder. ca_bundle is the path of a PEM file.']],
  ],
  [
    'a bundle without certificates',
    { ca_bundle: 'FOLDER/file' },
    [['ca_bundle', '"FOLDER/file" holds no certificate in PEM form ("-----BEGIN CERTIFICATE-----").']],
  ],
  [
    'a bundle with a broken certificate',
    { ca_bundle: 'FOLDER/broken.pem' },
    [['ca_bundle', '"FOLDER/broken.pem": certificate 2 of 2 cannot be read. Copy the file anew.']],
  ],
  [
    'a bundle that was cut off',
    { ca_bundle: 'FOLDER/short.pem' },
    [['ca_bundle', '"FOLDER/short.pem": certificate 1 of 1 cannot be read. Copy the file anew.']],
  ],
  [
    'files of signatures that are not there',
    {
      registry: 'ghcr.io',
      push: 'true',
      sign: 'true',
      sign_key: generateKeyPairSync('ec', { namedCurve: 'P-256' })
        .privateKey.export({ format: 'pem', type: 'pkcs8' })
        .toString(),
      signing_config: 'FOLDER/none',
      base_signature: 'warn',
      base_identity: 'https://example.org/a',
      trusted_root: 'FOLDER',
    },
    [
      ['signing_config', 'There is no file "FOLDER/none". signing_config is the path of a file.'],
      ['trusted_root', 'There is no file "FOLDER". trusted_root is the path of a file.'],
    ],
  ],
  [
    'a Dockerfile that is a folder, and a context that is a file',
    { dockerfile: 'FOLDER', docker_build_path: 'FOLDER/file' },
    [
      ['dockerfile', '"FOLDER" is a folder: dockerfile is the path of a file in it.'],
      ['docker_build_path', 'There is no folder "FOLDER/file" to build from.'],
    ],
  ],
  [
    'an output that is a file, and missing secrets',
    { ...push, output: 'FOLDER/file', secrets: 'id=a,src=FOLDER\nid=b,src=FOLDER/file/below' },
    [
      ['secrets', 'The secret "a" is not there: there is no file "FOLDER".'],
      ['secrets', 'The secret "b" is not there: there is no file "FOLDER/file/below".'],
      ['output', '"FOLDER/file" is a file: the image is written as an OCI layout into a folder.'],
    ],
  ],
])('%s', async (_, raw, problems) => {
  expect(await problemsOf(raw)).toEqual(problems);
});

test('looks for files of variables', async () => {
  const envFiles = ['file', 'none', '.'].map((name) => join(folder, name));
  const error: unknown = await requireFiles(testWorld(), { secrets: [], envFiles }).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Failure);
  expect((error as Failure).problems).toEqual(
    [`${folder}/none`, folder].map((path) => ({
      station: 'input',
      about: 'env_from',
      message: `There is no file "${path}" of variables.`,
    })),
  );
});
