/** Whole documents of a small image, held against the official schemas. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type AnySchema, type ValidateFunction } from 'ajv';
import { describe as about, expect, test } from 'vitest';
import { cycloneDxDocument } from '../../src/attest/cyclonedx.ts';
import { describe, type DescribeRequest } from '../../src/attest/documents.ts';
import { inventoryOf, type Software } from '../../src/attest/inventory.ts';
import { layerPredicate, readOwnLayers } from '../../src/attest/own-layers.ts';
import { spdxDocument } from '../../src/attest/spdx.ts';
import type { Digest } from '../../src/names/reference.ts';
import { base, origins, own } from './image.ts';
import { survey } from './layers.ts';

const schema = (name: string): AnySchema =>
  JSON.parse(readFileSync(join(import.meta.dirname, 'schemas', `${name}.json`), 'utf8')) as AnySchema;
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
// The package that it is from gave the files it refers to other names.
ajv.addSchema(schema('cyclonedx-spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
ajv.addSchema(schema('cyclonedx-jsf'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
ajv.addSchema(
  schema('cyclonedx-cryptography'),
  'http://cyclonedx.org/schema/cryptography-defs.SNAPSHOT.schema.json',
);
const valid = { spdx: ajv.compile(schema('spdx-2.3')), cyclonedx: ajv.compile(schema('cyclonedx-1.6')) };

const digest = (byte: string) => `sha256:${byte.repeat(32)}` as Digest;

const request = async (): Promise<DescribeRequest> => {
  const layers = [
    { digest: digest('33'), survey: await survey(base) },
    { digest: digest('44'), survey: await survey(own) },
  ];
  return {
    name: 'sample-app',
    version: '1.0',
    platform: 'linux/arm/v7',
    digest: digest('11'),
    created: '2026-01-02T03:04:05Z',
    base: { name: 'docker.io/library/python:3.13-slim', digest: digest('22') },
    forms: ['spdx', 'cyclonedx'],
    layers,
    origins,
    own: layers.slice(1),
  };
};

const written = async (more: Partial<DescribeRequest> = {}) => {
  const { layers, ...rest } = { ...(await request()), ...more };
  const inventory = inventoryOf(
    layers.map((layer) => layer.survey),
    rest.origins,
  );
  return {
    spdx: spdxDocument({ ...rest, inventory }),
    cyclonedx: cycloneDxDocument({ ...rest, inventory }),
  };
};

const faults = (validate: ValidateFunction, document: object): unknown => {
  validate(document);
  return validate.errors ?? [];
};

about.each(['spdx', 'cyclonedx'] as const)('%s', (form) => {
  test('says all of a small image', async () => {
    const document = (await written())[form];
    await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(`expected/${form}.json`);
    expect(faults(valid[form], document)).toEqual([]);
  });

  test('is right of an image of which nothing is known, too', async () => {
    const { base: _, version: __, ...bare } = await request();
    const inventory = inventoryOf([], {});
    const document = (form === 'spdx' ? spdxDocument : cycloneDxDocument)({ ...bare, inventory });
    expect(faults(valid[form], document)).toEqual([]);
  });

  test('is the same for the same image, and another one for another', async () => {
    const [one, same, other] = await Promise.all([
      written(),
      written(),
      written({ created: '2026-01-02T03:04:06Z' }),
    ]);
    const identity = (document: object) =>
      (document as Record<string, unknown>)[form === 'spdx' ? 'documentNamespace' : 'serialNumber'];
    expect(JSON.stringify(one[form])).toBe(JSON.stringify(same[form]));
    expect(identity(one[form])).not.toBe(identity(other[form]));
  });

  test('holds no credentials of an index', async () => {
    expect(JSON.stringify((await written())[form])).not.toContain('secret');
  });

  test('is held against a schema that refuses something', async () => {
    const document = (await written())[form];
    const wrong =
      form === 'spdx' ? { creationInfo: undefined } : { components: [{ name: 'without a type' }] };
    expect(faults(valid[form], JSON.parse(JSON.stringify({ ...document, ...wrong })) as object)).not.toEqual(
      [],
    );
  });
});

test('a licence that only the package has a text of is said in words', async () => {
  const path = 's/x-1.dist-info/METADATA';
  const layer = await survey({ [path]: 'Name: x\nVersion: 1\nLicense-Expression: LicenseRef-Own OR MIT\n' });
  const { spdx, cyclonedx } = await written({ layers: [{ digest: digest('55'), survey: layer }] });
  expect(faults(valid.spdx, spdx)).toEqual([]);
  expect(faults(valid.cyclonedx, cyclonedx)).toEqual([]);
  const { packages } = spdx as { readonly packages: readonly Record<string, unknown>[] };
  expect(packages.find(({ name }) => name === 'x')).toMatchObject({
    licenseDeclared: 'NOASSERTION',
    licenseComments: 'The package says: LicenseRef-Own OR MIT',
  });
});

/** `owner > inner` of everything, with its version. */
const outline = (software: readonly Software[], owner = ''): string[] =>
  software.flatMap(({ name, version, within }) => {
    const text = `${owner}${name}${version === undefined ? '' : ` ${version}`}`;
    return [text, ...outline(within, `${text} > `)];
  });

test.each([
  [
    'a wheel that names its libraries is taken at its word',
    { 'sboms/x.json': { components: [{ name: 'libpq', purl: 'pkg:rpm/almalinux/libpq@13' }] } },
    ['x 1', 'x 1 > libpq'],
  ],
  [
    'a wheel that names its crates alone does not name its libraries',
    { 'sboms/x.json': { components: [{ name: 'syn', version: '2', purl: 'pkg:cargo/syn@2' }] } },
    ['x 1', 'x 1 > syn 2', 'x 1 > libpq.so.5'],
  ],
  [
    'what two documents name is there once',
    {
      'sboms/a.json': { components: [{ name: 'libpq', version: '13', purl: 'pkg:rpm/a/libpq@13' }] },
      'sboms/b.json': { components: [{ name: 'libpq', version: '13', purl: 'pkg:rpm/a/libpq@13?x=y#z' }] },
    },
    ['x 1', 'x 1 > libpq 13'],
  ],
  ['a wheel without documents has its libraries by file', {}, ['x 1', 'x 1 > libpq.so.5']],
])('%s', async (_, documents, names) => {
  const files = Object.entries(documents).map(([name, one]) => [
    `s/x-1.dist-info/${name}`,
    JSON.stringify({ bomFormat: 'CycloneDX', ...one }),
  ]);
  const layer = await survey({
    's/x-1.dist-info/METADATA': 'Name: x\nVersion: 1\n',
    's/x-1.dist-info/RECORD': 'x.libs/libpq-0123abcd.so.5,,\n',
    ...Object.fromEntries(files),
  });
  expect(outline(inventoryOf([layer], {}).software)).toEqual(names);
});

test('two distributions that claim each other are both there', async () => {
  const layer = await survey({
    's/a-1.dist-info/METADATA': 'Name: a\nVersion: 1\n',
    's/a-1.dist-info/RECORD': 'b-1.dist-info/METADATA,,\n',
    's/b-1.dist-info/METADATA': 'Name: b\nVersion: 1\n',
    's/b-1.dist-info/RECORD': 'a-1.dist-info/METADATA,,\n',
  });
  expect(outline(inventoryOf([layer], {}).software)).toEqual(['a 1', 'b 1']);
});

test('what an image says of its last layer is read back, and gives the same documents on the same base', async () => {
  const asked = await request();
  const said = describe(asked);
  const statement = said.statements.find(({ predicateType }) => predicateType === layerPredicate)!;
  const read = readOwnLayers(Buffer.from(JSON.stringify(statement)))!;
  expect(read.layers.map((layer) => layer.digest)).toEqual([digest('44')]);
  const [under] = asked.layers;
  const again = describe({
    ...asked,
    layers: [under!, ...read.layers],
    origins: read.origins,
    own: read.layers,
  });
  expect(again).toEqual(said);
  expect(said.referrers.map(({ artifactType }) => artifactType)).toEqual([
    'application/spdx+json',
    'application/vnd.cyclonedx+json',
  ]);
});

test.each([
  ['no JSON', 'x'],
  ['another statement', JSON.stringify({ predicateType: 'https://spdx.dev/Document', predicate: {} })],
  [
    'another form',
    JSON.stringify({ predicateType: layerPredicate, predicate: { form: 0, layers: [], origins: {} } }),
  ],
])('%s says nothing of a layer', (_, text) => {
  expect(readOwnLayers(Buffer.from(text))).toBeUndefined();
});
