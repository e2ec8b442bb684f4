import { describe, expect, test } from 'vitest';
import type { Digest, Tag } from '../../../src/names/reference.ts';
import { type Attestation, rebaseProvenance } from '../../../src/publish/rebase/provenance.ts';
import { digestOf, mediaTypes, readContent } from '../../../src/registry/manifest.ts';
import { bytesOf } from '../../support/images.ts';

const predicateKey = 'in-toto.io/predicate-type';
const slsa02 = 'https://slsa.dev/provenance/v0.2';
const slsa1 = 'https://slsa.dev/provenance/v1';
const digest = (of: string): Digest => digestOf(bytesOf(of));
const json = (value: unknown) => bytesOf(JSON.stringify(value));
const read = (bytes: Uint8Array | undefined): unknown =>
  JSON.parse(Buffer.from(bytes ?? []).toString('utf8'));

const image = { mediaType: mediaTypes.ociManifest, digest: digest('new'), bytes: bytesOf('new') };
const base = {
  repository: { registry: 'docker.io', name: 'library/python' },
  tag: '3.13-slim' as Tag,
  digest: digest('base'),
};
const before = { repository: { registry: '127.0.0.1:5000', name: 'team/demo' }, digest: digest('old') };
const rebased = {
  platform: 'linux/arm/v7',
  image,
  materials: [base, before],
  renewed: [],
  keepsBuild: false,
} as const;
const hex = (of: Digest): string => of.replace('sha256:', '');

const statementOf = (predicateType: string) => ({
  _type: 'https://in-toto.io/Statement/v0.1',
  predicateType,
  subject: [{ name: 'pkg:docker/team/demo@1?platform=linux%2Farm%2Fv7', digest: { sha256: 'old' } }],
  predicate: { metadata: { buildStartedOn: 'a time', buildInvocationID: 'a run' } },
});

function attestation(
  types: readonly string[],
  more: object = {},
  config: object = { rootfs: { type: 'layers', diff_ids: ['x'] } },
): Attestation {
  const statements = types.map((type) => json(statementOf(type)));
  const manifest = json({
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    config: { mediaType: 'application/vnd.oci.image.config.v1+json', digest: 'sha256:c', size: 1 },
    layers: statements.map((bytes, at) => ({
      mediaType: 'application/vnd.in-toto+json',
      digest: digestOf(bytes),
      size: bytes.length,
      annotations: { [predicateKey]: types[at] },
    })),
    ...more,
  });
  return { manifest, config: json(config), statements };
}

const materials = [
  {
    uri: `pkg:docker/python@3.13-slim?digest=${base.digest}&platform=linux%2Farm%2Fv7`,
    digest: { sha256: hex(base.digest) },
  },
  {
    uri: `pkg:docker/127.0.0.1%3A5000/team/demo?digest=${before.digest}&platform=linux%2Farm%2Fv7`,
    digest: { sha256: hex(before.digest) },
  },
];
const buildType = 'https://python-image-builder.github.io/rebase/v1';

test.each([
  [
    slsa02,
    {
      builder: { id: '' },
      buildType,
      materials,
      invocation: { configSource: {}, parameters: {}, environment: { platform: 'linux/arm/v7' } },
      metadata: {
        completeness: { parameters: true, environment: true, materials: true },
        reproducible: true,
      },
    },
  ],
  [
    slsa1,
    {
      buildDefinition: {
        buildType,
        externalParameters: {},
        internalParameters: { platform: 'linux/arm/v7' },
        resolvedDependencies: materials,
      },
      runDetails: { builder: { id: '' }, metadata: {} },
    },
  ],
])('%s says what the image was put together from, and neither a time nor a run', (type, predicate) => {
  const made = rebaseProvenance(attestation([type]), rebased);
  if (!made.ok) throw new Error(made.message);
  const [config, statement] = made.value.blobs;
  expect(read(statement)).toEqual({
    ...statementOf(type),
    subject: [
      { name: 'pkg:docker/team/demo@1?platform=linux%2Farm%2Fv7', digest: { sha256: hex(image.digest) } },
    ],
    predicate,
  });
  expect(read(config)).toEqual({ rootfs: { type: 'layers', diff_ids: [digestOf(statement!)] } });
  expect(readContent(made.value.manifest.bytes)).toEqual({
    schemaVersion: 2,
    mediaType: mediaTypes.ociManifest,
    config: {
      mediaType: 'application/vnd.oci.image.config.v1+json',
      digest: digestOf(config!),
      size: config!.length,
    },
    layers: [
      {
        mediaType: 'application/vnd.in-toto+json',
        digest: digestOf(statement!),
        size: statement!.length,
        annotations: { [predicateKey]: type },
      },
    ],
  });
  expect(made.value.manifest.digest).toBe(digestOf(made.value.manifest.bytes));
});

test('keeps the empty configuration of an artifact, and names the new image as its subject', () => {
  const made = rebaseProvenance(
    attestation(
      [slsa1],
      {
        artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
        config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: 'sha256:e', size: 2 },
        subject: { mediaType: mediaTypes.ociManifest, digest: digest('old'), size: 3 },
      },
      {},
    ),
    rebased,
  );
  if (!made.ok) throw new Error(made.message);
  expect(read(made.value.blobs[0])).toEqual({});
  expect(readContent(made.value.manifest.bytes)).toMatchObject({
    artifactType: 'application/vnd.docker.attestation.manifest.v1+json',
    config: { mediaType: 'application/vnd.oci.empty.v1+json', digest: digestOf(bytesOf('{}')), size: 2 },
    subject: { mediaType: mediaTypes.ociManifest, digest: image.digest, size: image.bytes.length },
  });
});

test.each([
  ['an SBOM', ['https://spdx.dev/Document']],
  ['an SBOM beside provenance', [slsa02, 'https://spdx.dev/Document']],
  ['something without a type', ['']],
])('%s is refused', (_, types) => {
  expect(rebaseProvenance(attestation(types), rebased)).toEqual({
    ok: false,
    message: `the image comes with an attestation of the type "${types.at(-1)}", which only a build makes anew.`,
  });
});

describe('with the provenance of the build', () => {
  const buildOf = (predicate: unknown): unknown => {
    const one = predicate as {
      readonly invocation?: { readonly environment: { readonly build: unknown } };
      readonly buildDefinition?: { readonly internalParameters: { readonly build: unknown } };
    };
    return one.invocation?.environment.build ?? one.buildDefinition?.internalParameters.build;
  };
  const rebase = (from: Attestation): Attestation => {
    const made = rebaseProvenance(from, { ...rebased, keepsBuild: true });
    if (!made.ok) throw new Error(made.message);
    const [config, ...statements] = made.value.blobs;
    return { manifest: made.value.manifest.bytes, config: config!, statements };
  };

  test.each([slsa02, slsa1])('%s carries what the build said, also when it moves again', (type) => {
    const built = statementOf(type).predicate;
    const once = rebase(attestation([type]));
    const twice = rebase(once);
    const predicates = [once, twice].map(
      ({ statements: [one] }) => read(one) as { readonly predicate: unknown },
    );
    expect(predicates.map(({ predicate }) => buildOf(predicate))).toEqual([built, built]);
  });
});

test('leaves out what is made anew, without its bytes', () => {
  const from = attestation([slsa02, 'https://spdx.dev/Document']);
  const made = rebaseProvenance(
    { ...from, statements: from.statements.slice(0, 1) },
    { ...rebased, renewed: ['https://spdx.dev/Document'] },
  );
  if (!made.ok) throw new Error(made.message);
  const { layers = [] } = readContent(made.value.manifest.bytes);
  expect(layers.map(({ annotations }) => annotations?.[predicateKey])).toEqual([slsa02]);
});
